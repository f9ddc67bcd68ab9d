"""The cells of a list of people that are not taken, each with its reason."""

import re
from collections.abc import Iterator, Sequence

from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.people.headings import FULL_NAME, SKIP
from roadmap_cli.importers.people.values import is_no_name
from roadmap_cli.importers.reading.grid import clean

_NAMES = (FULL_NAME, "people.surname")


def left_of_table(
    where: str,
    table: Sequence[Sequence[str]],
    heading: int,
    headings: Sequence[str],
    columns: Sequence[str | None],
) -> Iterator[LeftOut]:
    """What stands above the heading, in rows without a name and in columns that are not read.

    A column of mere row numbers is understood, and is not told.
    """
    named = [column for column, target in enumerate(columns) if target in _NAMES]
    for position, cells in enumerate(table):
        texts = [clean(cell) for cell in cells]
        nobody = is_signature(cells, headings) or not any(
            column < len(texts) and texts[column] and not is_no_name(texts[column])
            for column in named
        )
        for column, text in enumerate(texts):
            why = _why(position - heading, column, text, nobody, headings, columns)
            if text and why:
                yield LeftOut(cell_place(where, position + 1, column), text, why)


def _why(
    below: int,
    column: int,
    text: str,
    nobody: bool,
    headings: Sequence[str],
    columns: Sequence[str | None],
) -> str | None:
    if below < 0:
        return "строка над заголовком таблицы"
    heading = headings[column] if column < len(headings) else ""
    target = columns[column] if column < len(columns) else None
    if target is None:
        return f"столбец «{heading}» не распознан" if heading else "столбец без заголовка"
    if _counts(heading) and re.fullmatch(r"[\d.\s]*", text):
        return None
    if below > 0 and nobody:
        return "строка без имени"
    return "служебный столбец" if target == SKIP and not _counts(heading) else None


def is_signature(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """True for «Куратор | Лапина М.С.» below a list: words stand where the rows are numbered."""
    return any(
        _counts(heading) and re.search(r"[^\W\d_]{3}", cell) is not None
        for heading, cell in zip(headings, cells, strict=False)
    )


def _counts(heading: str) -> bool:
    """True for the heading of a column that numbers the rows."""
    return re.match(r"\s*(?:№|n\b|no\b|п/?п)", heading.casefold()) is not None
