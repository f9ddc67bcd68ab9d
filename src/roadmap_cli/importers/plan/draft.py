"""A plan being put together from a file: stages, activities and tasks in their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.text.names import comparable

_SLIP = 0.9
_VALUES = ("deadline", "responsible", "result")


@dataclass
class DraftTask:
    """A task with the values that hold for it."""

    text: str
    number: int | None = None
    deadline: str = ""
    responsible: str = ""
    result: str = ""


@dataclass
class DraftActivity:
    """An activity and its tasks; `note` keeps what no task can hold."""

    title: str
    note: str = ""
    tasks: list[DraftTask] = field(default_factory=list)

    def plain(self, number: str) -> Plain:
        """The record; what all tasks share stands at the activity."""
        shared = {name: value for name in _VALUES if (value := self._shared(name))}
        own: dict[str, Plain] = {"id": number, "title": self.title, **shared}
        if self.note:
            own["note"] = self.note
        numbers = _numbers(self.tasks)
        tasks: list[Plain] = [
            {
                "id": f"{number}.{place}",
                "text": task.text,
                **{n: v for n in _VALUES if n not in shared and (v := getattr(task, n))},
            }
            for place, task in zip(numbers, self.tasks, strict=True)
        ]
        return {**own, "tasks": tasks}

    def _shared(self, name: str) -> str:
        values = {getattr(task, name) for task in self.tasks}
        return str(values.pop()) if len(values) == 1 else ""


@dataclass
class DraftStage:
    """A stage and its activities."""

    title: str
    number: int
    activities: list[DraftActivity] = field(default_factory=list)

    def plain(self) -> Plain:
        """The record."""
        own = [
            activity.plain(f"{self.number}.{n}") for n, activity in enumerate(self.activities, 1)
        ]
        return {"id": str(self.number), "title": self.title, "activities": own}


class Draft:
    """The stages found so far, the last of them open."""

    def __init__(self) -> None:
        self.stages: list[DraftStage] = []

    @property
    def last(self) -> DraftTask | None:
        """The task found last."""
        for stage in reversed(self.stages):
            for activity in reversed(stage.activities):
                if activity.tasks:
                    return activity.tasks[-1]
        return None

    def open_stage(self, title: str, number: int | None = None) -> DraftStage:
        """The stage with this title: the open one, if it has it but for a slip, or a new one."""
        if self.stages and _is_same(self.stages[-1].title, title):
            return self.stages[-1]
        taken = {stage.number for stage in self.stages}
        following = max(taken, default=0) + 1
        told = number if number and number not in taken else following
        self.stages.append(DraftStage(title, told))
        return self.stages[-1]

    def open_activity(self, title: str, *, fresh: bool = False) -> DraftActivity:
        """The activity with this title in the open stage, or a new one."""
        own = self.stages[-1].activities
        if own and not fresh and _is_same(own[-1].title, title):
            return own[-1]
        own.append(DraftActivity(title))
        return own[-1]

    def plain(self) -> list[Plain]:
        """The records of the stages."""
        return [stage.plain() for stage in self.stages]


def _is_same(one: str, other: str) -> bool:
    """Equal but for a slip of the keyboard."""
    first, second = comparable(one), comparable(other)
    if first == second:
        return True
    digits = [sign for sign in first if sign.isdigit()], [s for s in second if s.isdigit()]
    return digits[0] == digits[1] and SequenceMatcher(None, first, second).ratio() >= _SLIP


def _numbers(tasks: Sequence[DraftTask]) -> list[int]:
    """The numbers as written; a number that is missing or taken becomes the next free one."""
    numbers: list[int] = []
    for task in tasks:
        number = task.number or max(numbers, default=0) + 1
        while number in numbers:
            number += 1
        numbers.append(number)
    return numbers
