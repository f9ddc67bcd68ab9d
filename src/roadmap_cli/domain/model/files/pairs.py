"""Pairs and groups, their plans and their meetings."""

from collections import Counter
from datetime import date

from roadmap_cli.domain.model.files.participants import Form
from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Integer, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum


class PairStatus(TitledEnum):
    """The life of a pair."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    CLOSED = "closed"
    REPLACED = "replaced"

    @property
    def title(self) -> str:
        """The status in Russian."""
        return {
            "proposed": "предложена",
            "confirmed": "утверждена приказом",
            "active": "работает",
            "closed": "завершена",
            "replaced": "заменена",
        }[self.value]


class MeetingKind(TitledEnum):
    """The five meetings of the roadmap's stage 6."""

    FIRST = "first"
    TRIAL = "trial"
    PLANNING = "planning"
    REGULAR = "regular"
    FINAL = "final"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return {
            "first": "организационная",
            "trial": "пробная рабочая",
            "planning": "встреча-планирование",
            "regular": "регулярная",
            "final": "заключительная",
        }[self.value]


class Ground(Record):
    """Why the matching gave a mentee this mentor."""

    mentee: str = required(Reference("people", role="mentees"), "Наставляемый: код")
    points: int | None = optional(Integer(), "Баллы", default=None)
    why: str | None = optional(Text(), "За что", default=None)


class Pair(Record):
    """A mentor with one mentee or several."""

    id: str = required(Identifier(), "Код пары, по которому на неё ссылаются планы и встречи")
    mentor: str = required(Reference("people", role="mentors"), "Наставник: код из people.yaml")
    mentees: tuple[str, ...] = many(
        Reference("people", role="mentees"), "Наставляемые: коды из people.yaml", default=()
    )
    form: Form | None = optional(Choice(Form), "Форма наставничества", default=None)
    variant: str | None = optional(Text(), "Ролевая модель", default=None)
    start: date | None = optional(Day(), "Начало работы", default=None)
    end: date | None = optional(Day(), "Окончание работы", default=None)
    status: PairStatus = optional(Choice(PairStatus), "Состояние", default=PairStatus.PROPOSED)
    reason: str | None = optional(Text(), "Причина завершения или замены", default=None)
    decided_on: date | None = optional(Day(), "Дата решения о паре", default=None)
    decided_by: str | None = optional(Text(), "Кто решил", default=None)
    decided_why: str | None = optional(Text(), "Почему решено так", default=None)
    grounds: tuple[Ground, ...] = many(Nested(Ground), "Что показал подбор", default=())
    note: str | None = optional(Text(), "Примечание", default=None)

    @property
    def people(self) -> tuple[str, ...]:
        """The mentor and the mentees."""
        return (self.mentor, *self.mentees)

    @property
    def is_live(self) -> bool:
        """True for a pair that is not over."""
        return self.status not in (PairStatus.CLOSED, PairStatus.REPLACED)


class Pairs(Record):
    """`data/pairs.yaml`."""

    pairs: tuple[Pair, ...] = many(Nested(Pair), "Пары и группы", default=())

    @property
    def live(self) -> list[Pair]:
        """The pairs that are not over."""
        return [pair for pair in self.pairs if pair.is_live]

    def held(self) -> Counter[str]:
        """How many mentees each mentor has in the pairs that are not over."""
        return Counter(pair.mentor for pair in self.live for _ in pair.mentees)


class PlanStep(Record):
    """A row of an individual development plan."""

    task: str = required(Text(), "Проект, задание")
    deadline: str | None = optional(Text(), "Срок, дословно", default=None)
    expected: str | None = optional(Text(), "Планируемый результат", default=None)
    result: str | None = optional(Text(), "Фактический результат", default=None)
    mark: str | None = optional(Text(), "Оценка наставника", default=None)


class Plan(Record):
    """An individual development plan of a pair."""

    pair: str = required(Reference("pairs"), "Пара: код из pairs.yaml")
    request: str | None = optional(Text(), "Запрос, профессиональные затруднения", default=None)
    goal: str | None = optional(Text(), "Цель", default=None)
    goals: tuple[str, ...] = many(Text(), "Задачи", default=())
    steps: tuple[PlanStep, ...] = many(Nested(PlanStep), "Мероприятия плана", default=())


class Plans(Record):
    """`data/plans.yaml`."""

    plans: tuple[Plan, ...] = many(Nested(Plan), "Планы индивидуального развития", default=())


class Meeting(Record):
    """A line of the meeting journal."""

    pair: str = required(Reference("pairs"), "Пара: код из pairs.yaml")
    held_on: date = required(Day(), "Дата встречи")
    kind: MeetingKind = optional(Choice(MeetingKind), "Вид", default=MeetingKind.REGULAR)
    topic: str | None = optional(Text(), "Тема", default=None)
    result: str | None = optional(Text(), "Результат", default=None)
    next: str | None = optional(Text(), "Что к следующей встрече", default=None)


class Meetings(Record):
    """`data/meetings.yaml`."""

    meetings: tuple[Meeting, ...] = many(Nested(Meeting), "Встречи", default=())
