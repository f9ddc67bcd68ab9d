"""Exporting registries to a file that other programs read."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.exporters.formats import endings, format_of
from roadmap_cli.exporters.tables import sheet_of
from roadmap_cli.storage.disk import bytes_of, replace_file
from roadmap_cli.usecases.gate import Gate
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session


class Exported(NamedTuple):
    """The registries that were written, and what a person should know."""

    registries: tuple[Registry, ...]
    notices: tuple[str, ...]


def export(
    run: Run, file: Path, chosen: Sequence[Registry], *, force: bool, outside: bool = False
) -> Exported:
    """Write the registries to `file`; in a dry run only see that it can be done.

    What goes `outside` the organisation needs the consent to distribution too.
    Raises RequestInvalidError for a format that does not exist or cannot hold them, and
    WriteRefusedError for a file that is there already and for people without consent.
    """
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        content = _content(session, file, chosen, outside=outside)
        before = bytes_of(file)
        if before is not None and not force:
            raise WriteRefusedError(f"файл «{file}» уже есть", hint="Заменить его: --force.")
        written = () if run.dry_run else replace_file(file, content, before)
    return Exported(tuple(chosen), (*session.notices, *written))


def _content(session: Session, file: Path, chosen: Sequence[Registry], *, outside: bool) -> bytes:
    directory = Directory(session.data)
    wanted = format_of(file.name)
    if wanted is None or (len(chosen) > 1 and not wanted.holds_several):
        raise RequestInvalidError(
            f"«{file.name}»: выгрузить можно в {endings(several=True)},"
            f" а один файл данных (--what) ещё и в {endings(several=False)}"
        )
    content = wanted.encode([sheet_of(directory, registry) for registry in chosen])
    kinds = (ConsentKind.PD_PROCESSING, *((ConsentKind.PD_DISTRIBUTION,) if outside else ()))
    Gate(session).refuse([(content, None)], kinds, "в таблице")
    return content
