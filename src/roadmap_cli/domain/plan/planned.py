"""The plan as it is worked with: each task with the deadline and the person that hold for it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.files.people import People
from roadmap_cli.domain.model.files.roadmap import Activity, Roadmap, Stage, Task, TaskStatus
from roadmap_cli.text.names import comparable


class PlannedTask(NamedTuple):
    """A task with what it inherits; `deadline` is its own or the activity's.

    `year_end` is the last day of the school year, with which whatever repeats is over.
    """

    stage: Stage
    activity: Activity
    task: Task
    deadline: Deadline
    responsible: str | None
    year_end: date

    @property
    def id(self) -> str:
        """The task's number."""
        return self.task.id

    @property
    def inherits_deadline(self) -> bool:
        """True when the deadline stands at the activity only."""
        return self.task.deadline is None and self.activity.deadline is not None

    @property
    def is_open(self) -> bool:
        """True while the task is neither done nor cancelled."""
        return self.task.status in (TaskStatus.PLANNED, TaskStatus.IN_PROGRESS)

    def due(self, today: date) -> date | None:
        """The day by which something is wanted: the end, or the next occurrence."""
        if self.deadline.kind is DeadlineKind.RECURRING:
            from roadmap_cli.domain.deadlines.occurrences import next_occurrence

            following = next_occurrence(self.deadline, today)
            within = following is not None and following <= self.year_end
            return following if within else self.deadline.end
        return self.deadline.end


def planned_tasks(roadmap: Roadmap, people: People) -> tuple[PlannedTask, ...]:
    """Every task in reading order, deadlines read in the context of the school year."""
    return tuple(_planned(roadmap, people))


def _planned(roadmap: Roadmap, people: People) -> Iterator[PlannedTask]:
    for stage in roadmap.stages:
        for activity in stage.activities:
            for task in activity.tasks:
                notation = task.deadline or activity.deadline
                yield PlannedTask(
                    stage,
                    activity,
                    task,
                    parse_deadline(notation, roadmap.school_year),
                    shown_name(task.responsible or activity.responsible, people),
                    roadmap.school_year.end,
                )


def shown_name(responsible: str | None, people: People) -> str | None:
    """The text as written, or the name of the person whose id it is."""
    person = people.find(responsible)
    return person.full_name if person else responsible


def is_responsible(planned: PlannedTask, wanted: str) -> bool:
    """True when `wanted` occurs in the responsible text, dots, spaces and case aside."""
    return comparable(wanted) in comparable(planned.responsible or "")
