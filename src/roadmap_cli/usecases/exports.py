"""Exporting registries to a file that other programs read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.exporters.formats import endings, format_of
from roadmap_cli.exporters.pictures import ENDING, PICTURES, Picture
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

    def sheets(session: Session) -> list[Sheet]:
        directory = Directory(session.data)
        return [sheet_of(directory, registry) for registry in chosen]

    notices = export_sheets(run, file, sheets, force=force, outside=outside)
    return Exported(tuple(chosen), notices)


def export_sheets(
    run: Run,
    file: Path,
    made: Callable[[Session], Sequence[Sheet]],
    *,
    force: bool,
    outside: bool = False,
) -> tuple[str, ...]:
    """Write the sheets that are made of the data, as `export` does; what a person should know."""

    def encoded(session: Session) -> bytes:
        return _encoded(file, made(session))

    return _written(run, file, encoded, "в таблице", force=force, outside=outside)


def export_picture(
    run: Run, file: Path, picture: Picture, *, force: bool, outside: bool = False
) -> tuple[str, ...]:
    """Draw a picture of the data to `file`, as `export` does; what a person should know of it."""
    if not file.name.lower().endswith(ENDING):
        raise RequestInvalidError(f"«{file.name}»: рисунок записывается только в формате {ENDING}")

    def drawn(session: Session) -> bytes:
        return picture.draw(session.data, session.today)

    return _written(run, file, drawn, "на рисунке", force=force, outside=outside)


def picture_of(file: Path) -> Picture | None:
    """The picture that a file is named after: gantt.svg."""
    if not file.name.lower().endswith(ENDING):
        return None
    return next((one for one in PICTURES if one.name == file.stem.lower()), None)


def _written(
    run: Run,
    file: Path,
    made: Callable[[Session], bytes],
    where: str,
    *,
    force: bool,
    outside: bool,
) -> tuple[str, ...]:
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        content = made(session)
        kinds = (ConsentKind.PD_PROCESSING, *((ConsentKind.PD_DISTRIBUTION,) if outside else ()))
        Gate(session).refuse([(content, None)], kinds, where)
        before = bytes_of(file)
        if before is not None and not force:
            raise WriteRefusedError(f"файл «{file}» уже есть", hint="Заменить его: --force.")
        written = () if run.dry_run else replace_file(file, content, before)
    return (*session.notices, *written)


def _encoded(file: Path, sheets: Sequence[Sheet]) -> bytes:
    wanted = format_of(file.name)
    if wanted is None or (len(sheets) > 1 and not wanted.holds_several):
        raise RequestInvalidError(
            f"«{file.name}»: выгрузить можно в {endings(several=True)},"
            f" а одну таблицу ещё и в {endings(several=False)}"
        )
    return wanted.encode(sheets)
