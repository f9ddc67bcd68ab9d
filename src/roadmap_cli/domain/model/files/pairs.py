"""Pairs and groups: who is whose mentor, from when to when."""

from collections import Counter
from datetime import date

from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
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


class Ground(Record, told_apart=(("mentee",),)):
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
    form: AnyForm | None = optional(FormChoice(), "Форма наставничества", default=None)
    variant: str | None = optional(Text(), "Ролевая модель", default=None)
    start: date | None = optional(Day(), "Начало работы", default=None)
    end: date | None = optional(Day(), "Окончание работы", default=None)
    status: PairStatus = optional(Choice(PairStatus), "Состояние", default=PairStatus.PROPOSED)
    reason: str | None = optional(Text(), "Причина завершения или замены", default=None)
    decided_on: date | None = optional(Day(), "Дата решения о паре", default=None)
    decided_by: str | None = optional(Text(), "Кто решил", default=None)
    decided_why: str | None = optional(Text(), "Причина решения", default=None)
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
