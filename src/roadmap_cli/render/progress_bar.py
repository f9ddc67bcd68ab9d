"""A bar of a given share, drawn with whatever the terminal can show."""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style


class ProgressBar:
    """`share` (0 to 1) of `width` cells."""

    def __init__(self, share: float, width: int = 10, style: str = "green") -> None:
        self.share = share
        self.width = width
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        full, empty = ("#", "-") if options.ascii_only else ("█", "░")
        filled = int(self.share * self.width)
        if self.share > 0 and filled == 0:
            filled = 1
        yield Segment(full * filled, Style.parse(self.style))
        yield Segment(empty * (self.width - filled), Style(dim=True))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(self.width, self.width)
