"""Colours and signs of the screen, in one table; signs have an ASCII twin for old terminals."""

from roadmap_cli.problems import Severity

SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
SEVERITY_TITLE = {Severity.ERROR: "ошибка", Severity.WARNING: "замечание"}
ID_STYLE = "bold"
QUIET_STYLE = "dim"


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at a word with «…» when it is longer than `length`."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    cut = flat[: max(length - 1, 1)]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > length // 2 else cut).rstrip(" .,;:—–-") + "…"
