"""Where the headings of an answer sheet stand, and which column answers which question."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.reading.grid import cell_of, clean
from roadmap_cli.importers.reading.source import Table
from roadmap_cli.importers.surveys.columns import SKIP, TIME, Meaning, meanings

_FIRST_ROWS = 10


class Column(NamedTuple):
    """A column; `meaning` is None for one that is not placed."""

    place: int
    heading: str
    address: str
    meaning: Meaning | None
    why: str = ""
    fits: tuple[str, ...] = ()
    is_told: bool = False


def heading_row(table: Table, survey: Questionnaire, chosen: Mapping[str, Meaning]) -> int | None:
    """The row of the headings, from 0: the one that fits most questions, the first of several."""
    best = (0, 0)
    for number, row in enumerate(table[:_FIRST_ROWS]):
        fitting = sum(
            address_of(clean(cell)) in chosen
            or any(one.is_question for one in meanings(clean(cell), survey))
            for cell in row
            if cell.strip()
        )
        best = max(best, (fitting, -number))
    return -best[1] if best[0] else None


def unified(table: Table, survey: Questionnaire) -> Table:
    """The table with a heading of two rows made one: options below their question."""
    for number, row in enumerate(table[:-1][:_FIRST_ROWS]):
        below = table[number + 1]
        width = max(len(row), len(below))
        upper = [cell.strip() for cell in [*row, *([""] * (width - len(row)))]]
        lower = [cell.strip() for cell in [*below, *([""] * (width - len(below)))]]
        # A merged heading stands over its first column alone; the words below tell the options.
        blanks = [n for n in range(1, width) if lower[n] and not upper[n]]
        own = [n for n in range(width) if lower[n] and upper[n] and upper[n] != lower[n]]
        if not blanks or not all(n + 1 in blanks for n in own):
            continue
        heads = list(upper)
        for n in blanks:
            heads[n] = heads[n - 1]
        # A question stands above every option; without one these are headings of their own.
        if not all(heads[n] for n in blanks) or (lower[0] and not upper[0]):
            continue
        joined = [
            f"{heads[n]} / {lower[n]}" if n in (*blanks, *own) else upper[n] for n in range(width)
        ]
        if any(one.option for heading in joined for one in meanings(clean(heading), survey)):
            return [*table[:number], [], joined, *table[number + 2 :]]
    return table


def columns_of(
    table: Table, head: int, survey: Questionnaire, chosen: Mapping[str, Meaning]
) -> Iterator[Column]:
    """The columns under the headings in the row `head`, counted from 0.

    `chosen` are the user's targets by `address_of` a heading. A heading that fits several
    questions, or a question that several headings fit, is left to the user.
    """
    width = max(map(len, table[head:]))
    row = table[head]
    texts = [cell_of(row[n]).text if n < len(row) else "" for n in range(width)]
    named = list(_named(texts))
    places = map(name_by_place, range(width))
    told = [chosen.get(address_of(name)) or chosen.get(place)
            for name, place in zip(named, places, strict=True)]  # fmt: skip
    fits = [
        meanings(text, survey) if own is None else [own]
        for text, own in zip(texts, told, strict=True)
    ]
    given = {one for one in told if one is not None}
    # A column that nobody has filled stands in the way of none.
    filled = [any(row[n].strip() for row in table[head + 1 :] if n < len(row))
              for n in range(width)]  # fmt: skip
    counts = Counter(
        own[0] for own, some in zip(fits, filled, strict=True) if some and len(own) == 1
    )
    alike = Counter(map(address_of, named))
    seen: set[Meaning] = set()
    for n in range(width):
        copied = _is_safe(named[n]) and alike[address_of(named[n])] == 1
        column = Column(n, named[n], named[n] if copied else name_by_place(n), None)
        own = fits[n]
        codes = tuple(code_of(one) for one in own)
        if len(own) != 1:
            why = "подходит нескольким вопросам" if own else "не распознан"
            yield column._replace(why=why, fits=codes)
            continue
        (one,) = own
        if told[n] is not None or one.what == SKIP:
            yield column._replace(meaning=one, is_told=told[n] is not None)
        elif one in given and filled[n]:
            why = f"отвечает на то же, что указанный столбец ({code_of(one)})"
            yield column._replace(why=why, fits=codes)
        elif filled[n] and counts[one] > 1 and not (one.what == TIME and one not in seen):
            others = [named[m] for m in range(width) if m != n and filled[m] and fits[m] == own]
            why = f"означает то же, что «{others[0]}»"
            yield column._replace(why=why, fits=codes)
        else:
            yield column._replace(meaning=one)
        seen.add(one)


def code_of(one: Meaning) -> str:
    """What `--column` calls a meaning."""
    return f"{one.what}/{one.option}" if one.option else one.what


def _named(headings: Sequence[str]) -> Iterator[str]:
    """Headings by which the columns can be told apart: the second «Комментарий» is «… (2)»."""
    seen: Counter[str] = Counter()
    for number, heading in enumerate(headings):
        name = heading or name_by_place(number)
        seen[address_of(name)] += 1
        count = seen[address_of(name)]
        yield f"{name} ({count})" if count > 1 else name


def name_by_place(place: int) -> str:
    """What a column is called that has no heading of its own."""
    return f"столбец {place + 1}"


def address_of(heading: str) -> str:
    """A heading in a form in which slips of copying do not count."""
    return normalised(cell_of(heading).text) or heading.strip()


def _is_safe(heading: str) -> bool:
    """True for a heading that can be copied into a command in quotes as it is."""
    return not set(heading) & set('"$`!\\%') and "\n" not in heading
