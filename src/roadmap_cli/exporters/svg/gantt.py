"""The roadmap on a line of months as an SVG drawing."""

from datetime import date, timedelta

from roadmap_cli.domain.publication.schedule import Look, Row, Schedule
from roadmap_cli.exporters.svg.drawing import SMALL, Drawing
from roadmap_cli.exporters.svg.fills import bar, define
from roadmap_cli.text.dates import MONTHS_SHORT, numeric, span

NO_DATE = "нет даты"
_BAR, _GAP, _MARGIN = 12, 5, 4
_INDENT = 8
_LEAST = 4.0
# A slip in a year must not make a line of centuries.
_MOST_MONTHS = 120


def gantt(schedule: Schedule, name: str, width: int, *, titled: bool = False) -> Drawing:
    """Draw the schedule `width` units wide: each title above its bar, the state beside it."""
    drawing = Drawing(name, width, schedule.title, described(schedule))
    define(drawing, {row.look for row in schedule.rows})
    if titled:
        drawing.paragraph(_MARGIN, schedule.title, width - 2 * _MARGIN, font_weight="bold")
        drawing.height += _GAP
    _legend(drawing, schedule)
    axis = _Axis(schedule, width)
    axis.head(drawing)
    for row in schedule.rows:
        _row(drawing, axis, row)
    axis.foot(drawing)
    return drawing


def described(schedule: Schedule) -> str:
    """What the picture shows, in a sentence."""
    return (
        f"Этапы и мероприятия с {numeric(schedule.first)} по {numeric(schedule.last)},"
        f" состояние на {numeric(schedule.today)}."
    )


def row_days(row: Row) -> str:
    """The days of a bar in words."""
    return span(row.start, row.end) if row.start and row.end else NO_DATE


class _Axis:
    """Days across."""

    def __init__(self, schedule: Schedule, width: int) -> None:
        self.schedule = schedule
        self.width = width - 2 * _MARGIN
        self.months = list(_months(schedule))
        last = self.months[-1]
        self._end = _next_month(last)
        self._days = (self._end - schedule.first).days

    def at(self, day: date) -> float:
        """How far from the left a day begins, inside the picture."""
        days = min(max((day - self.schedule.first).days, 0), self._days)
        return _MARGIN + self.width * days / self._days

    def after(self, day: date) -> float:
        """How far from the left a day ends."""
        return self.at(day) + self.width / self._days if day < self._end else self.at(day)

    def head(self, drawing: Drawing) -> None:
        """The names of the months; on a long line only as many as have room."""
        drawing.height += 16
        every = -(-len(self.months) * 28 // self.width) or 1
        for month in self.months[::every]:
            words = MONTHS_SHORT[month.month - 1]
            drawing.words(self.at(month), words, font_size=SMALL)
        drawing.height += _GAP

    def grid(self, drawing: Drawing, top: float, bottom: float) -> None:
        """Lines between the months beside one bar, and one at the day of the picture."""
        for month in self.months:
            place = self.at(month)
            drawing.behind("line", x1=place, x2=place, y1=top, y2=bottom, stroke="#8a8a8a",
                           stroke_width=0.5, class_="thin")  # fmt: skip
        if self._shows_today:
            place = self.at(self.schedule.today)
            drawing.behind("line", x1=place, x2=place, y1=top, y2=bottom, stroke="#9c1c1c",
                           stroke_width=2, stroke_dasharray="4 2", class_="today")  # fmt: skip

    def foot(self, drawing: Drawing) -> None:
        """What the dashed line stands for."""
        today = self.schedule.today
        if self._shows_today:
            place = self.at(today)
            drawing.height += 18
            side = "end" if place > drawing.width / 2 else "start"
            drawing.words(place, f"на {numeric(today)}", font_size=SMALL, text_anchor=side)
        drawing.height += _GAP

    @property
    def _shows_today(self) -> bool:
        return self.schedule.first <= self.schedule.today < self._end


def _row(drawing: Drawing, axis: _Axis, row: Row) -> None:
    weight = "bold" if row.level == 0 else "normal"
    indent = _MARGIN + _INDENT * row.level
    drawing.height += _GAP
    # The words of the state stay together, behind the dash.
    state = row.state.replace(" ", "\u00a0")
    drawing.paragraph(
        indent, f"{row.title} —\u00a0{state}", drawing.width - indent - _MARGIN, font_weight=weight
    )
    top = drawing.height + _GAP
    if row.start is None or row.end is None:
        drawing.height = top + _BAR
        drawing.words(indent, NO_DATE, font_size=SMALL)
        return
    first = axis.at(row.start)
    length = max(axis.after(row.end) - first, _LEAST)
    axis.grid(drawing, top - _GAP / 2, top + _BAR + _GAP / 2)
    bar(drawing, row.look, first, top, length, _BAR)
    drawing.height = top + _BAR


def _legend(drawing: Drawing, schedule: Schedule) -> None:
    used = dict.fromkeys((row.state, row.look) for row in schedule.rows)
    for state, look in sorted(used, key=lambda one: list(Look).index(one[1])):
        bar(drawing, look, _MARGIN, drawing.height + _GAP, 2 * _BAR, _BAR)
        drawing.paragraph(_MARGIN + 2 * _BAR + _GAP, state, drawing.width - 3 * _BAR)
    drawing.height += _GAP


def _months(schedule: Schedule) -> list[date]:
    months = [schedule.first.replace(day=1)]
    while _next_month(months[-1]) <= schedule.last and len(months) < _MOST_MONTHS:
        months.append(_next_month(months[-1]))
    return months


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
