"""A bar of a given share."""

from rich.text import Text

FULL, EMPTY = "█", "░"


def progress_bar(share: float, width: int = 10) -> Text:
    """`share` (0 to 1) of `width` cells; whatever has begun shows at least one."""
    filled = int(share * width)
    if share > 0 and filled == 0:
        filled = 1
    return Text().append(FULL * filled, style="green").append(EMPTY * (width - filled), style="dim")
