"""`roadmap merge-data`: three versions of a data file made one, for `git merge`."""

from pathlib import Path
from typing import Annotated

import typer

from roadmap_cli.cli.frame.result import Result
from roadmap_cli.storage.disk import bytes_of, overwrite_file
from roadmap_cli.usecases import merging as usecase


def merge_data(
    base: Annotated[Path, typer.Argument(metavar="ОСНОВА", help="Общий предок.")],
    ours: Annotated[Path, typer.Argument(metavar="НАШ", help="Наш файл; сюда же пишется итог.")],
    theirs: Annotated[Path, typer.Argument(metavar="ИХ", help="Файл из другой ветки.")],
    path: Annotated[str, typer.Argument(metavar="ПУТЬ", help="Имя файла в git.")],
) -> Result:
    """Для git merge: объединить файлы данных по записям."""
    versions = [bytes_of(side) or b"" for side in (base, ours, theirs)]
    made = usecase.merge_data(path, versions)
    overwrite_file(ours, made.raw)
    return Result(notices=made.notices, exit_code=0 if made.agrees else 1)
