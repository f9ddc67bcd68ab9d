"""Notations that name no calendar time: permanent, as needed, by another paper, from an event."""

import re
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Offset, Unit
from roadmap_cli.domain.deadlines.lexer import tokens

_COUNT = r"(?:(?P<count>\d+|[а-я]+)(?:-?(?:х|ти|и|го))?\s+)?"
_UNIT = r"(?P<work>рабоч[а-я]+\s+|календарн[а-я]+\s+)?(?P<unit>дн[а-я]+|ден[а-я]+|сут[а-я]+|недел[а-я]+|месяц[а-я]*)"
_SINCE = r"(?:с\s+момента|со?\s+дня|с\s+даты|от|после|со?|до)"
_HOLIDAYS = r"(?:(?:осенн|зимн|новогодн|весенн|летн)[а-я]*\s+)?каникул[а-я]*"

_PHRASES: tuple[tuple[DeadlineKind, str], ...] = (
    (DeadlineKind.EMPTY, r"-?"),
    (
        DeadlineKind.AS_NEEDED,
        r"по\s+мере\s+.+|при\s+(?:необходимости|потребности|[а-я]+(?:ении|ании|ичии|лении))\b.*"
        r"|в\s+случае\s+.+|по\s+(?:необходимости|запрос[а-я]*|требовани[а-я]+|потребности|обращени[а-я]+)\b.*",
    ),
    (
        DeadlineKind.EXTERNAL,
        r"(?:ежегодно\s+)?(?:по|согласно|в\s+соответствии\s+с(?:о)?)\s+(?P<anchor>(?:[а-я]+\s+){0,3}?"
        r"(?:график|план|расписани|согласовани|положени|приказ|циклограмм|календар|распоряжени)[а-я-]*\b.*)"
        r"|в\s+(?:сроки|дни),?\s+(?P<anchor2>установленн.+|определенн.+)"
        rf"|(?:(?:в|на)\s+)?(?:период\s+|дни\s+|во\s+время\s+)?(?P<anchor3>{_HOLIDAYS}.*)",
    ),
    (
        DeadlineKind.RELATIVE,
        rf"(?:до|к)\s+(?P<anchor>(?:(?:начал|конц|окончани|завершени)[а-я]*\s+)?{_HOLIDAYS})",
    ),
    (
        DeadlineKind.RELATIVE,
        rf"(?P<sign>в\s+течени[ие]|не\s+позднее(?:\s+чем)?(?:\s+через|\s+за)?|через|за)\s+{_COUNT}{_UNIT}"
        rf"(?:\s+(?P<side>{_SINCE})\s+(?P<anchor>.+))?",
    ),
    (
        DeadlineKind.RELATIVE,
        rf"(?:в\s+)?(?P<count>[а-я]+|\d+)(?:-?(?:х|ти|и))?[\s-]*(?P<unit>дн)евный\s+срок(?:\s+(?P<side>{_SINCE})\s+(?P<anchor>.+))?",
    ),
    (
        DeadlineKind.RELATIVE,
        r"до\s+(?P<anchor>(?:[а-я]+(?:ого|его|ой|ей)\s+)?[а-я]+(?:ния|тия|ции|ства|дачи|ема)\b.*)",
    ),
    (
        DeadlineKind.RELATIVE,
        r"(?:сразу\s+)?(?:после|перед|накануне|по\s+(?:окончании|завершении|итогам|результатам|факту)"
        r"|в\s+день|со\s+дня|с\s+момента|до\s+(?:начала|окончания|завершения)(?!\s+(?:20|уч|[а-я]+(?:бря|аря|аля|рта|реля|мая|юня|юля|уста)\b)))"
        r"\s+(?P<anchor>.+)",
    ),
    (
        DeadlineKind.PERMANENT,
        r"постоянно\b.*|на\s+постоянной\s+основе|кругл(?:ый\s+год|огодично)|систематически\b.*|регулярно\b.*|непрерывно\b.*|бессрочно|периодически\b.*"
        r"|(?:в\s+течени[ие]|на\s+протяжении)\s+(?:всего\s+)?(?:срока|периода|времени|действия)\b.*"
        r"|(?:на\s+)?(?:весь|всю|все)\s+(?:период|срок|время)\b.*|(?:в|на)\s+период\s+(?:реализации|действия)\b.*|(?:в\s+)?(?:течени[ие]|процессе|ходе|рамках)\s+реализации\b.*",
    ),
    (
        DeadlineKind.RELATIVE,
        r"(?:во\s+время|в\s+(?:ходе|дни|период|процессе))\s+(?P<anchor>.+)",
    ),
)


class Phrase(NamedTuple):
    """The kind of a phrase and what it leans on."""

    kind: DeadlineKind
    anchor: str | None = None
    offset: Offset | None = None


def read_phrase(text: str) -> Phrase | None:
    """The phrase that a clean notation is, or None."""
    for kind, pattern in _PHRASES:
        match = re.compile(pattern).fullmatch(text)
        if match:
            groups = match.groupdict()
            anchor = next(
                (value for name, value in groups.items() if name.startswith("anchor") and value),
                None,
            )
            return Phrase(kind, anchor, _offset(groups))
    return None


def _offset(groups: dict[str, str | None]) -> Offset | None:
    unit = groups.get("unit")
    if unit is None:
        return None
    count = _count(groups.get("count"))
    if count is None:
        return None
    # «за 3 дня» without an event is before it too: the event is known to whoever wrote it.
    sign, side = groups.get("sign") or "", groups.get("side")
    before = side == "до" or (side is None and sign.endswith("за"))
    return Offset(
        -count if before else count,
        Unit.MONTH if unit.startswith("мес") else Unit.WEEK if unit.startswith("нед") else Unit.DAY,
        (groups.get("work") or "").startswith("раб"),
    )


def _count(text: str | None) -> int | None:
    if text is None:
        return 1
    values = [token.value for token in tokens(text) if token.code in "NR"]
    return values[0] if values and isinstance(values[0], int) else None
