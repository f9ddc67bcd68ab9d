"""The screen of a plan as an import has understood it, item by item."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.deadlines.words import in_words
from roadmap_cli.domain.model.school_calendar import SchoolCalendar
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.render.json_values import Json
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE

_WARNING = "yellow"
_PARTS = ("activities", "tasks")


def plan_text(
    stages: Sequence[Mapping[str, Any]], year: SchoolYear, calendar: SchoolCalendar
) -> Text:
    """Stages, activities and tasks; deadlines as written and as understood."""
    text = Text()
    for stage in stages:
        text.append(f"{stage['id']}. ", ID_STYLE).append(f"{stage['title']}\n", "bold")
        for activity in stage["activities"]:
            text.append(f"  {activity['id']}  ", ID_STYLE).append(f"{activity['title']}\n")
            _values(text, activity, "       ", year, calendar)
            for task in activity["tasks"]:
                same = task["text"] == activity["title"] and len(activity["tasks"]) == 1
                if not same:
                    text.append(f"    {task['id']}  ", ID_STYLE).append(f"{task['text']}\n")
                _values(text, task, "           ", year, calendar)
    text.right_crop(1)
    return text


def plan_json(
    stages: Sequence[Mapping[str, Any]], year: SchoolYear, calendar: SchoolCalendar
) -> list[Json]:
    """The stages with what was understood of each deadline."""

    def item(told: Mapping[str, Any]) -> Json:
        found = {name: value for name, value in told.items() if isinstance(value, str)}
        if "deadline" in found:
            read = parse_deadline(found["deadline"], year, calendar)
            found["understood"] = in_words(read)
        inner = {name: [item(one) for one in told[name]] for name in _PARTS if name in told}
        return {**found, **inner}

    return [item(stage) for stage in stages]


def _values(
    text: Text,
    item: Mapping[str, Any],
    indent: str,
    year: SchoolYear,
    calendar: SchoolCalendar,
) -> None:
    deadline = item.get("deadline")
    if deadline:
        read = parse_deadline(deadline, year, calendar)
        text.append(f"{indent}срок: {deadline} ", QUIET_STYLE)
        if read.kind is DeadlineKind.TEXT:
            text.append("(не распознан)\n", _WARNING)
        else:
            text.append(f"({in_words(read)})\n", QUIET_STYLE)
    for name, title in (("responsible", "ответственный"), ("result", "результат")):
        if item.get(name):
            text.append(f"{indent}{title}: {item[name]}\n", QUIET_STYLE)
    for line in (item.get("note") or "").splitlines():
        text.append(f"{indent}{line}\n", _WARNING)
