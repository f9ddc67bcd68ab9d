"""The roadmap («дорожная карта»): stages, their activities and the numbered tasks."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Nested, Text, TextOrCode
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.domain.model.school_year import SchoolYear, Years
from roadmap_cli.text.grammar import TitledEnum


class TaskStatus(TitledEnum):
    """The recorded status of a task; whether it is late is computed, never stored."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def title(self) -> str:
        """The status in Russian."""
        return _STATUS_TITLES[self]


_STATUS_TITLES = {
    TaskStatus.PLANNED: "запланировано",
    TaskStatus.IN_PROGRESS: "в работе",
    TaskStatus.DONE: "выполнено",
    TaskStatus.CANCELLED: "отменено",
}

_ID = Identifier(r"\d+(\.\d+)*")
_DEADLINE = "Срок, дословно: «Сентябрь/октябрь 2023», «до 15.09.2023», «ежемесячно до 5 числа»"
_RESPONSIBLE = "Ответственный, дословно, или код человека из people.yaml"


class ClosedPeriod(Record, told_apart=(("due",),)):
    """One time that a repeating task was done."""

    due: date = required(Day(), "Срок периода: по какой день")
    done_on: date = required(Day(), "Когда выполнено")


class Task(Record):
    """A numbered item of «Содержание деятельности»."""

    id: str = required(_ID, "Номер пункта: этап.мероприятие.пункт")
    text: str = required(Text(), "Содержание, дословно")
    deadline: str | None = optional(
        Text(), f"{_DEADLINE} (по умолчанию — срок мероприятия)", default=None
    )
    responsible: str | None = optional(
        TextOrCode("people"), f"{_RESPONSIBLE} (по умолчанию — как у мероприятия)", default=None
    )
    status: TaskStatus = optional(Choice(TaskStatus), "Состояние", default=TaskStatus.PLANNED)
    done_on: date | None = optional(Day(), "Когда выполнено", default=None)
    moved_from: str | None = optional(
        Text(), "Первоначальный срок, если он перенесён", default=None
    )
    periods: tuple[ClosedPeriod, ...] = many(
        Nested(ClosedPeriod), "Закрытые периоды повторяющегося пункта", default=()
    )
    result: str | None = optional(Text(), "Ожидаемый результат, дословно", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)
    evidence: tuple[Evidence, ...] = many(
        Nested(Evidence), "Чем подтверждается выполнение", default=()
    )

    @property
    def is_planned(self) -> bool:
        """True while nothing is recorded of it."""
        return self.status is TaskStatus.PLANNED


class Activity(Record):
    """A «мероприятие»: a row of the table, with the deadline of its tasks."""

    id: str = required(_ID, "Номер мероприятия: этап.мероприятие")
    title: str = required(Text(), "Название мероприятия, дословно")
    deadline: str | None = optional(Text(), _DEADLINE, default=None)
    responsible: str | None = optional(TextOrCode("people"), _RESPONSIBLE, default=None)
    moved_from: str | None = optional(
        Text(), "Первоначальный срок, если он перенесён", default=None
    )
    result: str | None = optional(
        Text(), "Ожидаемый результат всего мероприятия, дословно", default=None
    )
    note: str | None = optional(Text(), "Примечание", default=None)
    tasks: tuple[Task, ...] = many(Nested(Task), "Пункты", default=())


class Stage(Record):
    """A stage («этап») of the programme."""

    id: str = required(_ID, "Номер этапа")
    title: str = required(Text(), "Название этапа, дословно")
    note: str | None = optional(Text(), "Примечание", default=None)
    activities: tuple[Activity, ...] = many(Nested(Activity), "Мероприятия", default=())


class Roadmap(Record):
    """The whole plan of one school year."""

    title: str = required(Text(), "Заголовок дорожной карты, дословно")
    school_year: SchoolYear = required(Years(), "Учебный год: 2023/2024")
    note: str | None = optional(Text(), "Примечание", default=None)
    stages: tuple[Stage, ...] = many(Nested(Stage), "Этапы", default=())


Item = Stage | Activity | Task


def items(roadmap: Roadmap) -> Iterator[Item]:
    """Every stage, activity and task in reading order."""
    for stage in roadmap.stages:
        yield stage
        for activity in stage.activities:
            yield activity
            yield from activity.tasks


def tasks(roadmap: Roadmap) -> Iterator[Task]:
    """Every task in reading order."""
    return (item for item in items(roadmap) if isinstance(item, Task))
