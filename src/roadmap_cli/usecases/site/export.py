"""The section of a school's site: what may be public, made into files and written together."""

from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.publication.discretion import Withheld
from roadmap_cli.domain.publication.naming import locked
from roadmap_cli.domain.publication.page import PublicDocument, PublicPage
from roadmap_cli.domain.publication.results import PublicResults
from roadmap_cli.errors import RoadmapError, WriteRefusedError
from roadmap_cli.exporters.site.pages import EMBED, FOLDER, embedded, site
from roadmap_cli.storage.disk import bytes_of, explained, foreign_bytes_of
from roadmap_cli.storage.templates import find_template
from roadmap_cli.storage.texts.office_text import LARGEST, office_text
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.text.plurals import counted
from roadmap_cli.usecases.gate import Gate
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session
from roadmap_cli.usecases.site.contents import contents
from roadmap_cli.usecases.site.files import DOCUMENTS, SiteFile, refuse_folder, site_plan
from roadmap_cli.usecases.site.results import public_results

# Of these the words can be read whole, and nothing runs in them.
_COPIED = ".docx"
_MOST_NAMED = 3


class NotCopied(NamedTuple):
    """A document that is listed without its file, and why."""

    title: str
    why: str


class SiteExport(NamedTuple):
    """What was written (in a dry run: would be), and what was left out of it."""

    files: tuple[SiteFile, ...]
    withheld: tuple[Withheld, ...]
    not_copied: tuple[NotCopied, ...]
    drafts: tuple[str, ...]
    kept: tuple[str, ...]
    foreign: tuple[str, ...]
    notices: tuple[str, ...]


def export_site(
    run: Run,
    folder: Path,
    *,
    embed: bool = False,
    force: bool = False,
    results: PublicResults | None = None,
) -> SiteExport:
    """Write the pages, and the documents that name nobody who may not be named, to `folder`.

    `results` stand in place of what the surveys and indicators say. Raises WriteRefusedError for
    a page that would name somebody all the same, for people whose records are locked here, and
    for files in the way; RequestInvalidError for a folder of the data.
    """
    refuse_folder(run.root, folder)
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        _refuse_locked(session)
        gate = Gate(session)
        if results is None:
            results = public_results(session.data, session.today)
        found = contents(session.data, session.today, gate.discretion, results)
        page, copies, not_copied = _with_documents(session, gate, found.page)
        files = {**site(page, _template), **copies}
        if embed:
            files[EMBED] = embedded(page, _template)
        gate.refuse_public(files)
        plan = site_plan(folder, files, force=force)
        written = () if run.dry_run else write_together(run.root, plan.writes)
    kept = tuple(_of_kept(gate, folder, name) for name in plan.kept)
    return SiteExport(
        plan.files,
        gate.discretion.withheld,
        not_copied,
        found.drafts,
        kept,
        plan.foreign,
        (*session.notices, *written),
    )


def _refuse_locked(session: Session) -> None:
    unknown = locked(session.data)
    if unknown:
        count = counted(len(unknown), "человека", "человек", "человек")
        raise WriteRefusedError(
            f"записи {count} зашифрованы, и найти их имена в текстах нельзя",
            hint="Подключите связку ключей: roadmap vault import ФАЙЛ",
        )


def _template(name: str) -> str:
    """A built-in template: a school's own ones are documents. Raises RoadmapError."""
    found = find_template(None, f"{FOLDER}/{name}")
    if found is None:
        raise RoadmapError(f"шаблон {FOLDER}/{name} не найден", hint="Переустановите программу.")
    return found[0]


def _with_documents(
    session: Session, gate: Gate, page: PublicPage
) -> tuple[PublicPage, dict[str, bytes], tuple[NotCopied, ...]]:
    """The page with links to the files that may be copied, those files, and the others."""
    shown, copies, left = [], {}, []
    for document in page.documents:
        try:
            content = _file(session, document)
            _refuse_named(gate, content)
        except RoadmapError as error:
            left.append(NotCopied(f"{document.title} {document.details}".strip(), error.message))
            shown.append(document)
            continue
        name = f"{DOCUMENTS}/{document.name}{_COPIED}"
        copies[name] = content
        shown.append(document._replace(file=name))
    return page._replace(documents=tuple(shown)), copies, tuple(left)


def _file(session: Session, document: PublicDocument) -> bytes:
    """The file of a document; raises RoadmapError with the reason why there is none to copy."""
    if document.source is None:
        raise RoadmapError("файл в журнале не указан")
    root = session.workspace.root
    path = root / document.source
    if not path.resolve().is_relative_to(root.resolve()):
        raise RoadmapError("файл лежит вне папки дорожной карты")
    if path.suffix.lower() != _COPIED:
        raise RoadmapError(f"копируются только файлы {_COPIED}")
    try:
        content = foreign_bytes_of(path, LARGEST)
    except OSError as error:
        raise RoadmapError(f"файл не читается: {explained(error)}") from error
    if content is None:
        raise RoadmapError("файла нет")
    return content


def _refuse_named(gate: Gate, content: bytes) -> None:
    """Raises RoadmapError for a file that names somebody, or in which that cannot be seen."""
    withheld, read = gate.withheld(content), office_text(content)
    if withheld is None or read is None:
        raise RoadmapError("слова файла прочитать нельзя")
    if withheld:
        named = "; ".join(f"«{one.words}» ({one.why})" for one in withheld[:_MOST_NAMED])
        more = len(withheld) - _MOST_NAMED
        named += f" и ещё {more}" if more > 0 else ""
        raise RoadmapError(f"в файле названы {named}")
    if read.unread:
        raise RoadmapError(
            "в файле есть рисунки или вложения: кто на них, программа не видит, а для"
            " изображения нужно отдельное согласие"
        )


def _of_kept(gate: Gate, folder: Path, name: str) -> str:
    """What is said of an old file of ours that stays because a person changed it."""
    withheld = gate.withheld(bytes_of(folder / name) or b"")
    if withheld is None or withheld:
        return f"{name}: в нём могут быть названы люди, которых назвать нельзя, удалите его"
    return name
