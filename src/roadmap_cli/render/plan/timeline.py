"""The screen of `roadmap gantt`: months across, the plan down."""

from datetime import date, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from roadmap_cli.domain.plan.timeline import Bar, Timeline
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.plan.styles import URGENCY_STYLE
from roadmap_cli.render.styles import shortened
from roadmap_cli.text.dates import MONTHS_SHORT, numeric

_ID_WIDTH = 6


class GanttView:
    """Draws a timeline into the width it is given: a few cells a month, at least one."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.months = _months(timeline)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        cells = self._cells_a_month(width)
        label = max(width - _ID_WIDTH - cells * len(self.months) - 2, 8)
        margin = " " * (_ID_WIDTH + label)
        yield from _line([(margin + self._head(cells), Style(bold=True))])
        for bar in self.timeline.bars:
            yield from _line(self._row(bar, label, cells))
        position = self._cell(self.timeline.today, cells)
        if 0 <= position < cells * len(self.months):
            note = f"▲ сегодня, {numeric(self.timeline.today)}"
            room = max(len(margin) + position - (len(note) if position > 24 else 0), 0)
            if position > 24:
                note = f"сегодня, {numeric(self.timeline.today)} ▲"
                room = max(len(margin) + position + 1 - len(note), 0)
            yield from _line([(" " * room + note, Style(dim=True))])
        if any(bar.closed or bar.missed for bar in self.timeline.bars):
            yield from _line([("✓ период закрыт, ! период пропущен", Style(dim=True))])

    def _cells_a_month(self, width: int) -> int:
        """Four to six where the titles keep room for words, fewer on a narrow screen."""
        roomy = (width - _ID_WIDTH - 40) // len(self.months)
        tight = (width - _ID_WIDTH - 14) // len(self.months)
        return max(min(max(roomy, 4), tight, 6), 1)

    def _head(self, cells: int) -> str:
        names = [MONTHS_SHORT[month - 1] for _, month in self.months]
        return "".join(name[: max(cells - 1, 1)].ljust(cells) for name in names)

    def _row(self, bar: Bar, label: int, cells: int) -> list[tuple[str, Style]]:
        bold = Style(bold=bar.level == 0)
        indent = " " * bar.level
        title = indent + shortened(bar.title, label - bar.level - 1)
        parts = [(bar.id.ljust(_ID_WIDTH), Style(bold=True)), (title.ljust(label), bold)]
        if bar.start is None or bar.end is None:
            return [*parts, ("нет даты", Style(dim=True))]
        first = max(self._cell(bar.start, cells), 0)
        last = min(max(self._cell(bar.end, cells), first), cells * len(self.months) - 1)
        style = Style.parse(URGENCY_STYLE[bar.urgency or Urgency.LATER])
        fill = "━" if bar.level == 0 else "█"
        length = last - first + 1
        if not (bar.closed or bar.missed):
            return [*parts, (" " * first, Style()), (fill * length, style)]
        signs = ["─"] * length
        for days, sign in ((bar.closed, "✓"), (bar.missed, "!")):
            for day in days:
                signs[min(max(self._cell(day, cells) - first, 0), length - 1)] = sign
        return [*parts, (" " * first, Style()), ("".join(signs), style)]

    def _cell(self, day: date, cells: int) -> int:
        """The cell, counted from the first month, in which a day falls."""
        first = self.timeline.first
        month = (day.year - first.year) * 12 + day.month - first.month
        return month * cells + min((day.day - 1) * cells // 31, cells - 1)


def _months(timeline: Timeline) -> list[tuple[int, int]]:
    months: list[tuple[int, int]] = []
    day = timeline.first
    while day <= timeline.last:
        months.append((day.year, day.month))
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return months


def _line(parts: list[tuple[str, Style]]) -> RenderResult:
    for text, style in parts:
        yield Segment(text, style)
    yield Segment.line()
