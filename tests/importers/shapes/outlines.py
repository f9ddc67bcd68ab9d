"""The outline of a plan that was read, in the words of the expected ones."""

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap_cli.importers.plan.document import ReadPlan

_VALUES = (("deadline", "срок"), ("responsible", "отв"), ("result", "итог"))


def squashed(text: str) -> str:
    """The text with single plain spaces."""
    return " ".join(text.replace("\xa0", " ").split())


def plan_outline(plan: ReadPlan) -> list[str]:
    """A line for the year, the title, each stage, activity and task with what holds for it."""
    return [squashed(line) for line in _lines(plan)]


def _lines(plan: ReadPlan) -> Iterator[str]:
    if plan.school_year:
        yield f"год: {plan.school_year}"
    if plan.title:
        yield f"название: {plan.title}"
    for stage in plan.told:
        yield f"этап: {stage['title']}"
        named = not _is_one_level(stage)
        for activity in stage["activities"]:
            if named:
                yield f"мероприятие: {activity['title']}"
            for task in activity["tasks"]:
                told = ((title, task.get(key) or activity.get(key)) for key, title in _VALUES)
                values = [f"{title}: {value}" for title, value in told if value]
                yield " | ".join([f"пункт: {task['text']}", *values])


def _is_one_level(stage: Mapping[str, Any]) -> bool:
    """True where the file has no level between the stage and its tasks."""
    own = stage["activities"]
    if len(own) == 1 and own[0]["title"] == stage["title"]:
        return True
    return all([task["text"] for task in one["tasks"]] == [one["title"]] for one in own)
