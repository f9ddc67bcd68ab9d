"""Exporting registries to a file that other programs read."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.exporters.formats import endings, format_of
from roadmap_cli.exporters.tables import Sheet, sheet_of
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
        directory = Directory(session.data)
        sheets = [sheet_of(directory, registry) for registry in chosen]
        kinds = (ConsentKind.PD_PROCESSING, *((ConsentKind.PD_DISTRIBUTION,) if outside else ()))
        written = write_export(session, file, sheets, kinds, force=force)
    return Exported(tuple(chosen), (*session.notices, *written))


def write_export(
    session: Session,
    file: Path,
    sheets: Sequence[Sheet],
    kinds: Sequence[ConsentKind],
    *,
    force: bool,
) -> tuple[str, ...]:
    """Write sheets to `file`; in a dry run only see that it can be done. Under the lock.

    Whom they name needs consents of these `kinds`. Raises as `export` does.
    """
    wanted = format_of(file.name)
    if wanted is None or (len(sheets) > 1 and not wanted.holds_several):
        raise RequestInvalidError(
            f"«{file.name}»: выгрузить можно в {endings(several=True)},"
            f" а одну таблицу ещё и в {endings(several=False)}"
        )
    content = wanted.encode(sheets)
    Gate(session).refuse([(content, None)], tuple(kinds), "в таблице")
    before = bytes_of(file)
    if before is not None and not force:
        raise WriteRefusedError(f"файл «{file}» уже есть", hint="Заменить его: --force.")
    return () if session.run.dry_run else replace_file(file, content, before)
