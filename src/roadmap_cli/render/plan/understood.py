"""What a deadline was understood to mean, in words: «ежегодно, срок — 1 октября»."""

from collections.abc import Iterator

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Offset, Recurrence, Unit
from roadmap_cli.text.dates import MONTHS, MONTHS_GENITIVE, span
from roadmap_cli.text.plurals import counted, plural

_EVERY = {
    Unit.DAY: "ежедневно",
    Unit.WEEK: "еженедельно",
    Unit.MONTH: "ежемесячно",
    Unit.QUARTER: "ежеквартально",
    Unit.TERM: "каждую четверть",
    Unit.HALF_YEAR: "каждое полугодие",
    Unit.YEAR: "ежегодно",
}
# «в неделю», «в 2 недели», «в 5 недель».
_UNITS = {
    Unit.DAY: ("день", "дня", "дней"),
    Unit.WEEK: ("неделю", "недели", "недель"),
    Unit.MONTH: ("месяц", "месяца", "месяцев"),
    Unit.QUARTER: ("квартал", "квартала", "кварталов"),
    Unit.TERM: ("четверть", "четверти", "четвертей"),
    Unit.HALF_YEAR: ("полугодие", "полугодия", "полугодий"),
    Unit.YEAR: ("год", "года", "лет"),
}
# From Monday on: the name, «по …», the ending of an ordinal, «last».
_WEEKDAYS = (
    ("понедельник", "понедельникам", "й", "последний"),
    ("вторник", "вторникам", "й", "последний"),
    ("среда", "средам", "я", "последняя"),
    ("четверг", "четвергам", "й", "последний"),
    ("пятница", "пятницам", "я", "последняя"),
    ("суббота", "субботам", "я", "последняя"),
    ("воскресенье", "воскресеньям", "е", "последнее"),
)


def understood(deadline: Deadline) -> str:
    """What the parser made of a notation, in words."""
    days = span(deadline.start, deadline.end)
    if deadline.every is not None:
        parts = [*_repetition(deadline.every), days, deadline.anchor]
    elif deadline.offset is not None:
        parts = [_distance(deadline.offset, deadline.anchor), days]
    elif deadline.kind is DeadlineKind.LIST:
        parts = [deadline.kind.title, *(span(part.start, part.end) for part in deadline.parts)]
    else:
        number = f"{deadline.kind.title} № {deadline.number}" if deadline.number else None
        parts = [number or deadline.kind.title, days, deadline.anchor]
    return ", ".join(part for part in (*parts, deadline.note) if part)


def _repetition(every: Recurrence) -> Iterator[str]:
    forms = _UNITS[every.unit]
    often = forms[0] if every.interval == 1 else counted(every.interval, *forms)
    if every.at_least:
        yield f"не реже {counted(every.times, 'раза', 'раз', 'раз')} в {often}"
    elif (every.times, every.interval) == (1, 1):
        yield _EVERY[every.unit]
    else:
        yield f"{counted(every.times, 'раз', 'раза', 'раз')} в {often}"
    if every.ordinal is None and every.weekdays:
        yield "по " + ", ".join(_WEEKDAYS[day][1] for day in every.weekdays)
    elif every.ordinal is not None:
        for name, _, ending, last in (_WEEKDAYS[day] for day in every.weekdays):
            yield f"{last if every.ordinal == -1 else f'{every.ordinal}-{ending}'} {name}"
    if every.day is not None and every.months:
        dates = ", ".join(f"{every.day} {MONTHS_GENITIVE[month - 1]}" for month in every.months)
        yield f"срок — {dates}"
    elif every.day is not None:
        yield f"срок — {every.day}-е число"
    else:
        yield ", ".join(MONTHS[month - 1] for month in every.months)


def _distance(offset: Offset, anchor: str | None) -> str:
    number = abs(offset.amount)
    words = counted(number, *_UNITS[offset.unit])
    if offset.working_days:
        adjective = plural(number, "рабочий", "рабочих", "рабочих")
        words = words.replace(" ", f" {adjective} ", 1)
    event = anchor or "события"
    return f"{words} после {event}" if offset.amount >= 0 else f"за {words} до {event}"
