"""Colours of the urgencies."""

from roadmap_cli.domain.plan.urgency import Urgency

URGENCY_STYLE = {
    Urgency.OVERDUE: "bold red",
    Urgency.SOON: "yellow",
    Urgency.RUNNING: "cyan",
    Urgency.LATER: "default",
    Urgency.UNDATED: "magenta",
    Urgency.DONE: "green",
    Urgency.CANCELLED: "dim",
}
