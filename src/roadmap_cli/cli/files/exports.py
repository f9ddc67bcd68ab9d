"""`roadmap export`: the registries as tables for Excel, which `roadmap import` takes back."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, changing, open_session, settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.people.consents import naming_lacks
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, UnknownNameError, WriteRefusedError
from roadmap_cli.exporters.tables import as_csv, as_xlsx, table_of
from roadmap_cli.storage.disk import bytes_of, replace_file
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.documents import ALL_FILES

_TABLES = {registry.key: registry for registry in REGISTRIES if registry.items is not None}


def exporting(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Куда: .xlsx или .csv.")],
    what: Annotated[
        list[str] | None,
        typer.Option(
            "--what",
            metavar="ЧТО",
            help="Какой файл данных; можно повторять. Без параметра — все.",
            autocompletion=lambda incomplete: [k for k in _TABLES if k.startswith(incomplete)],
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Заменить файл, если он есть.", show_default=False)
    ] = False,
) -> Result:
    """Выгрузить людей, пары и другие списки таблицами; import возьмёт их обратно."""
    own = settings(ctx)
    with changing(own):
        session = open_session(ctx, *ALL_FILES)
        chosen = _chosen(what or list(_TABLES))
        content = _content(session, file, chosen)
        before = bytes_of(file)
        if before is not None and not force:
            raise WriteRefusedError(f"файл «{file}» уже есть", hint="Заменить его: --force.")
        if not own.dry_run:
            replace_file(file, content, before)
    said = f"{'Был бы записан' if own.dry_run else 'Записано'}: {file}"
    return Result(
        view=lambda _width: Text(said),
        data=lambda: {"file": str(file), "tables": [each.key for each in chosen]},
        notices=session.notices,
    )


def _chosen(words: list[str]) -> list[Registry]:
    for word in words:
        if word not in _TABLES:
            hint = did_you_mean(word, _TABLES) or f"Есть: {', '.join(_TABLES)}."
            raise UnknownNameError(f"таблицы «{word}» нет", hint=hint)
    return [_TABLES[word] for word in words]


def _content(session: Session, file: Path, chosen: list[Registry]) -> bytes:
    directory = Directory(session.data)
    if any(each.personal is not None for each in chosen):
        _refuse_without_consent(session, directory)
    if file.suffix.lower() == ".xlsx":
        return as_xlsx([(each.title, table_of(directory, each)) for each in chosen])
    if file.suffix.lower() == ".csv" and len(chosen) == 1:
        return as_csv(table_of(directory, chosen[0]))
    raise RequestInvalidError(
        f"«{file.name}»: выгрузить можно в .xlsx, а один файл данных (--what) ещё и в .csv"
    )


def _refuse_without_consent(session: Session, directory: Directory) -> None:
    """Raises WriteRefusedError when a participant has not agreed to the processing of data."""
    lacks = naming_lacks(session.data, directory.names("people"), session.today)
    if lacks:
        said = "; ".join(lack.words(directory) for lack in lacks)
        raise WriteRefusedError(
            f"в таблице были бы люди без согласия. {said}",
            hint="Кому чего не хватает: roadmap consent list --missing",
        )
