"""The plan as it is worked with: each task with the deadline and the person that hold for it."""

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from roadmap_cli.domain.deadlines.deadline import Deadline
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import People
from roadmap_cli.domain.model.files.roadmap import Activity, Stage, Task, TaskStatus
from roadmap_cli.domain.model.school_calendar import SchoolCalendar
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable

if TYPE_CHECKING:
    from roadmap_cli.domain.plan.periods import PeriodState


class PlannedTask(NamedTuple):
    """A task with what it inherits; `deadline` is its own or the activity's.

    `year` and `calendar` bound whatever repeats.
    """

    stage: Stage
    activity: Activity
    task: Task
    deadline: Deadline
    responsible: str | None
    year: SchoolYear
    calendar: SchoolCalendar

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

    @property
    def periods(self) -> "tuple[PeriodState, ...]":
        """The periods of a task that repeats, closed and open."""
        if self.deadline.every is None:
            return ()
        from roadmap_cli.domain.plan.periods import period_states

        return period_states(self.task, self.deadline, self.year, self.calendar)

    @property
    def first_open(self) -> "PeriodState | None":
        """The first period that is not closed yet."""
        return next((state for state in self.periods if state.is_open), None)

    @property
    def due(self) -> date | None:
        """The day by which something is wanted: the end, or that of the first open period."""
        state = self.first_open
        return state.period.due if state is not None else self.deadline.end


def planned_of(data: Dataset, chosen: Sequence[Task]) -> list[PlannedTask]:
    """The chosen tasks, in their order. Raises KeyError for a task of another plan."""
    found = {id(planned.task): planned for planned in _planned(data, set(map(id, chosen)))}
    return [found[id(task)] for task in chosen]


def planned_tasks(data: Dataset) -> tuple[PlannedTask, ...]:
    """Every task in reading order, deadlines read in the context of the school year."""
    return tuple(_planned(data))


def _planned(data: Dataset, only: Container[int] | None = None) -> Iterator[PlannedTask]:
    roadmap, calendar = data.roadmap, data.calendar
    for stage in roadmap.stages:
        for activity in stage.activities:
            for task in activity.tasks:
                if only is not None and id(task) not in only:
                    continue
                notation = task.deadline or activity.deadline
                yield PlannedTask(
                    stage,
                    activity,
                    task,
                    parse_deadline(notation, roadmap.school_year, calendar),
                    shown_name(task.responsible or activity.responsible, data.people),
                    roadmap.school_year,
                    calendar,
                )


def shown_name(responsible: str | None, people: People) -> str | None:
    """The text as written, or the name of the person whose id it is."""
    person = people.find(responsible)
    return person.full_name if person else responsible


def open_duties(data: Dataset, code: str | None) -> list[PlannedTask]:
    """The open tasks that name a person as responsible, in the order of the plan."""
    person = data.people.find(code)
    if person is None:
        return []
    names = (person.full_name, person.with_initials(Case.NOMINATIVE), person.signature_name)
    return [
        planned
        for planned in planned_tasks(data)
        if planned.is_open and any(is_responsible(planned, name) for name in names)
    ]


def is_responsible(planned: PlannedTask, wanted: str) -> bool:
    """True when `wanted` occurs in the responsible text, dots, spaces and case aside."""
    return comparable(wanted) in comparable(planned.responsible or "")
