"""What a deadline was understood to mean, in words: «ежегодно, срок — 1 октября»."""

from collections.abc import Iterator

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Offset, Recurrence, Unit
from roadmap_cli.domain.deadlines.periods import Period
from roadmap_cli.domain.deadlines.spans import last_day
from roadmap_cli.text.dates import MONTHS, MONTHS_GENITIVE, WEEKDAYS, numeric, span
from roadmap_cli.text.plurals import counted, plural

_EVERY = {
    Unit.DAY: "ежедневно",
    Unit.WEEK: "еженедельно",
    Unit.MONTH: "ежемесячно",
    Unit.QUARTER: "ежеквартально",
    Unit.TERM: "каждую четверть",
    Unit.TRIMESTER: "каждый триместр",
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
    Unit.TRIMESTER: ("триместр", "триместра", "триместров"),
    Unit.HALF_YEAR: ("полугодие", "полугодия", "полугодий"),
    Unit.YEAR: ("год", "года", "лет"),
}
# From Monday on: «по …», the ending of an ordinal, «last».
_WEEKDAYS = (
    ("понедельникам", "й", "последний"),
    ("вторникам", "й", "последний"),
    ("средам", "я", "последняя"),
    ("четвергам", "й", "последний"),
    ("пятницам", "я", "последняя"),
    ("субботам", "я", "последняя"),
    ("воскресеньям", "е", "последнее"),
)


def in_words(deadline: Deadline) -> str:
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
    return ", ".join(part for part in (*parts, deadline.note, deadline.doubt) if part)


def _repetition(every: Recurrence) -> Iterator[str]:
    forms = _UNITS[every.unit]
    often = forms[0] if every.interval == 1 else counted(every.interval, *forms)
    if every.at_least:
        yield f"не реже {counted(every.times, 'раза', 'раз', 'раз')} в {often}"
    elif (every.times, every.interval) == (1, 1):
        yield _EVERY[every.unit]
    else:
        yield f"{counted(every.times, 'раз', 'раза', 'раз')} в {often}"
    if not every.ordinals and every.weekdays:
        yield "по " + ", ".join(_WEEKDAYS[day][0] for day in every.weekdays)
    for ordinal in every.ordinals:
        for day in every.weekdays:
            _, ending, last = _WEEKDAYS[day]
            yield f"{last if ordinal == -1 else f'{ordinal}-{ending}'} {WEEKDAYS[day]}"
        if not every.weekdays:
            yield "последняя неделя" if ordinal == -1 else f"{ordinal}-я неделя"
    dates = every.dates or tuple((month, every.day) for month in every.months if every.day)
    if dates:
        yield "срок — " + ", ".join(f"{day} {MONTHS_GENITIVE[month - 1]}" for month, day in dates)
    elif every.day is not None:
        following = " следующего месяца" if every.unit is Unit.QUARTER else ""
        yield f"срок — {every.day}-е число{following}"
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


def period_words(period: Period) -> str:
    """«октябрь 2023» for a month, the last day for any other period."""
    first, last = period.first, period.last
    whole = (first.year, first.month) == (last.year, last.month)
    if whole and last == last_day(last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"срок {numeric(period.due)}"
