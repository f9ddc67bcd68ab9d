"""Documents of the register into one PDF: nothing is converted before all of them are there."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from roadmap_cli.domain.papers.choosing import chosen
from roadmap_cli.domain.papers.staleness import DocumentState, JudgedDocument
from roadmap_cli.errors import PrintingFailedError, RequestInvalidError, WriteRefusedError
from roadmap_cli.exporters.pdf import Printed, is_ours, joined, refuse_several
from roadmap_cli.storage.disk import bytes_of, explained, replace_file
from roadmap_cli.storage.office import Convert, office
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, open_session
from roadmap_cli.usecases.staleness import judged_documents

_PDF = b"%PDF"
_DEFAULT = "documents/Печать.pdf"


class Choice(NamedTuple):
    """What to print: words and kinds as `choosing.chosen` reads them, or all there is."""

    words: Sequence[str] = ()
    kinds: Sequence[str] = ()
    everything: bool = False


class Sheaf(NamedTuple):
    """Documents that go to print, with their bytes; those without a file; remarks of the files."""

    documents: tuple[JudgedDocument, ...]
    contents: tuple[bytes, ...]
    without_file: tuple[str, ...]
    notices: tuple[str, ...]


class Printing(NamedTuple):
    """What was printed, into which file, and what a person should know of the write."""

    sheaf: Sheaf
    file: Path
    notices: tuple[str, ...]


Watch = Callable[[Sequence[Printed]], Iterable[Printed]]


def print_documents(
    run: Run, choice: Choice, output: Path | None, watch: Watch = iter, *, force: bool = False
) -> Printing:
    """Put the chosen documents into one PDF, in the order of the register.

    Raises RequestInvalidError and UnknownNameError for a choice of nothing, WriteRefusedError for
    a missing document and for a file of somebody else's in the way, PrintingFailedError naming
    the document that could not be converted. A dry run converts nothing.
    """
    file = output or run.root / _DEFAULT
    sheaf = collected(open_session(run, *ALL_FILES), choice)
    before = _refuse_foreign(file, force=force)
    if run.dry_run:
        return Printing(sheaf, file, ())
    if len(sheaf.documents) > 1:
        refuse_several()
    content = joined(_converted(sheaf, watch))
    return Printing(sheaf, file, replace_file(file, content, before))


def collected(session: Session, choice: Choice) -> Sheaf:
    """The documents that are chosen, read; raises as `print_documents` does."""
    if choice.everything == bool(choice.words or choice.kinds):
        raise RequestInvalidError(
            "вместе с --all документы не называют" if choice.everything
            else "не указано, какие документы печатать",
            hint="Назовите файл, часть имени, человека, вид (--kind order.pairs) или все: --all.",
        )  # fmt: skip
    meant = chosen(session.data, choice.words, choice.kinds)
    judged = [each for each in judged_documents(session) if each.document in meant]
    there = {each.document.file: each for each in judged if each.document.file}
    without = tuple(_title(each) for each in judged if not each.document.file)
    if not there:
        raise PrintingFailedError(
            f"печатать нечего: у документов в журнале нет файлов ({_listed(without)})",
            hint="Создайте их, например: roadmap order introduction",
        )
    contents = _read(session.workspace.root, list(there))
    return Sheaf(tuple(there.values()), contents, without, session.notices)


def _read(root: Path, files: Sequence[str]) -> tuple[bytes, ...]:
    contents, missing = [], []
    for file in files:
        try:
            raw = bytes_of(root / file)
        except OSError as error:
            raise PrintingFailedError(
                f"документ «{file}» не читается: {explained(error)}"
            ) from error
        if raw is None:
            missing.append(file)
        else:
            contents.append(raw)
    if missing:
        raise PrintingFailedError(
            f"нет файла: {_listed(missing)}",
            hint="Создайте документ снова или назовите для печати другие.",
        )
    return tuple(contents)


def _refuse_foreign(file: Path, *, force: bool) -> bytes | None:
    before = bytes_of(file)
    if before is not None and not force and not is_ours(before):
        raise WriteRefusedError(
            f"файл «{file}» уже есть, и создан он не этой командой",
            hint="Заменить его: --force. Записать рядом: --output.",
        )
    return before


def _converted(sheaf: Sheaf, watch: Watch) -> list[Printed]:
    parts = [
        Printed(_title(judged), raw)
        for judged, raw in zip(sheaf.documents, sheaf.contents, strict=True)
    ]
    if all(part.content.startswith(_PDF) for part in parts):
        return list(watch(parts))  # scans: there is nothing to convert
    with office() as convert:
        return [_as_pdf(part, convert) for part in watch(parts)]


def _as_pdf(part: Printed, convert: Convert) -> Printed:
    """The document as PDF; a scan that is one already goes as it is."""
    if part.content.startswith(_PDF):
        return part
    try:
        return part._replace(content=convert(part.content))
    except PrintingFailedError as error:
        said = f"«{part.title}»: {error.message}; PDF не записан"
        raise PrintingFailedError(said, hint=error.hint) from error


def _title(judged: JudgedDocument) -> str:
    document = judged.document
    if document.file:
        return PurePosixPath(document.file).stem
    number = f" № {document.number}" if document.number else ""
    return f"{document.title or document.kind}{number}"


def remarks(sheaf: Sheaf) -> tuple[str, ...]:
    """What a person should know of the documents that go to print, in Russian."""
    stale = [_title(each) for each in sheaf.documents if each.state is DocumentState.STALE]
    edited = [_title(each) for each in sheaf.documents if each.state is DocumentState.EDITED]
    told = (
        ("Данные с тех пор изменились, документы напечатаны прежними: {}.", stale),
        ("Изменены вручную и напечатаны с этими правками: {}.", edited),
        ("Не напечатаны, потому что файла у них нет: {}.", sheaf.without_file),
    )
    return tuple(said.format(_listed(names)) for said, names in told if names)


def _listed(names: Sequence[str]) -> str:
    return "; ".join(f"«{name}»" for name in names)
