"""What was understood of a deadline, in Russian: «ежегодно, до 1 октября»."""

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Recurrence, Unit
from roadmap_cli.domain.deadlines.periods import Period
from roadmap_cli.domain.deadlines.spans import last_day
from roadmap_cli.text.dates import (
    MONTHS,
    MONTHS_GENITIVE,
    WEEKDAYS,
    WEEKDAYS_DATIVE_PLURAL,
    numeric,
    span,
)
from roadmap_cli.text.plurals import counted

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
_ONE = {
    Unit.DAY: "день",
    Unit.WEEK: "неделю",
    Unit.MONTH: "месяц",
    Unit.QUARTER: "квартал",
    Unit.TERM: "четверть",
    Unit.TRIMESTER: "триместр",
    Unit.HALF_YEAR: "полугодие",
    Unit.YEAR: "год",
}
_SEVERAL = {
    Unit.DAY: ("день", "дня", "дней"),
    Unit.WEEK: ("неделю", "недели", "недель"),
    Unit.MONTH: ("месяц", "месяца", "месяцев"),
    Unit.QUARTER: ("квартал", "квартала", "кварталов"),
    Unit.TERM: ("четверть", "четверти", "четвертей"),
    Unit.TRIMESTER: ("триместр", "триместра", "триместров"),
    Unit.HALF_YEAR: ("полугодие", "полугодия", "полугодий"),
    Unit.YEAR: ("год", "года", "лет"),
}


def in_words(deadline: Deadline) -> str:
    """The kind, the days or the repetition, and what stands beside them."""
    every = deadline.every
    days = span(deadline.start, deadline.end)
    if every is not None:
        told = [_repetition(every), days]
    elif deadline.parts:
        told = [", ".join(span(*part) for part in deadline.parts)]
    elif deadline.kind in (DeadlineKind.DEADLINE, DeadlineKind.FROM, DeadlineKind.DATE) and days:
        told = [days]
    else:
        told = [deadline.kind.title, days]
    told += [deadline.anchor or "", deadline.note or "", deadline.doubt or ""]
    return "; ".join(part for part in told if part)


def _repetition(every: Recurrence) -> str:
    least = "не реже " if every.at_least else ""
    if every.times > 1 or every.interval > 1 or every.at_least:
        # «не реже 1 раза, 2 раз», but «1 раз, 2 раза».
        often = counted(every.times, *(("раза", "раз", "раз") if least else ("раз", "раза", "раз")))
        several = counted(every.interval, *_SEVERAL[every.unit])
        length = _ONE[every.unit] if every.interval == 1 else several
        said = f"{least}{often} в {length}"
    else:
        said = _EVERY[every.unit]
    return ", ".join(part for part in (said, _days(every)) if part)


def _days(every: Recurrence) -> str:
    dates = every.dates or [(month, every.day) for month in every.months if every.day]
    if dates:
        return "до " + ", ".join(f"{day} {MONTHS_GENITIVE[month - 1]}" for month, day in dates)
    if every.months:
        return ", ".join(MONTHS[one - 1] for one in every.months)
    if every.day is not None:
        after = " следующего месяца" if every.unit is Unit.QUARTER else ""
        return f"до {every.day} числа{after}"
    named = ", ".join(WEEKDAYS_DATIVE_PLURAL[day] for day in every.weekdays)
    if every.ordinals:
        which = ", ".join("последний раз" if one == -1 else f"{one}-й" for one in every.ordinals)
        weekdays = ", ".join(WEEKDAYS[day] for day in every.weekdays)
        return f"{which} {weekdays} месяца" if named else f"недели месяца: {which}"
    return f"по {named}" if named else ""


def period_words(period: Period) -> str:
    """«октябрь 2023» for a month, the last day for any other period."""
    first, last = period.first, period.last
    whole = (first.year, first.month) == (last.year, last.month)
    if whole and last == last_day(last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"срок {numeric(period.due)}"
