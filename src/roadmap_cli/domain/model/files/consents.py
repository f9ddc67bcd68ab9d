"""Consents: who agreed to what, for how long, and by when the data must be destroyed."""

from datetime import date, timedelta

from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum

# 152-ФЗ, статья 21, часть 5: тридцать календарных дней с отзыва согласия.
_DAYS_TO_DESTROY = timedelta(days=30)


class ConsentKind(TitledEnum):
    """Five papers that people mix up; each is a document of its own (152-ФЗ, ст. 9 ч. 1)."""

    PD_PROCESSING = "pd_processing"
    PD_DISTRIBUTION = "pd_distribution"
    IMAGE = "image"
    MENTOR_DUTY = "mentor_duty"
    PARTICIPATION = "participation"

    @property
    def title(self) -> str:
        """What is agreed to, in Russian."""
        return {
            "pd_processing": "на обработку персональных данных",
            "pd_distribution": "на распространение персональных данных",
            "image": "на использование изображения",
            "mentor_duty": "на исполнение обязанностей наставника",
            "participation": "на участие в программе",
        }[self.value]


class Signer(TitledEnum):
    """Who signed."""

    SELF = "self"
    REPRESENTATIVE = "representative"

    @property
    def title(self) -> str:
        """The signer in Russian."""
        return {"self": "сам", "representative": "законный представитель"}[self.value]


class Consent(Record):
    """A signed consent."""

    id: str = required(Identifier(), "Код согласия", survives=True)
    person: str = required(Reference("people"), "Кто согласен: код из people.yaml", survives=True)
    kind: ConsentKind = required(Choice(ConsentKind), "На что согласие", survives=True)
    given_on: date = required(Day(), "Дата подписания", survives=True)
    valid_to: date | None = optional(Day(), "По какой день действует", default=None, survives=True)
    withdrawn_on: date | None = optional(Day(), "Когда отозвано", default=None, survives=True)
    signer: Signer = optional(Choice(Signer), "Кто подписал", default=Signer.SELF, survives=True)
    representative: str | None = optional(
        Reference("people"), "Представитель: код из people.yaml", default=None, survives=True
    )
    basis: str | None = optional(
        Text(), "Полномочия представителя: свидетельство о рождении, доверенность", default=None
    )
    paper: str | None = optional(Text(), "Где лежит бумага", default=None, survives=True)
    note: str | None = optional(Text(), "Примечание", default=None)

    @property
    def ended_on(self) -> date | None:
        """The last day on which the consent held, when there is one."""
        ends = [day for day in (self.valid_to, self.withdrawn_on) if day is not None]
        return min(ends) if ends else None

    @property
    def destroy_by(self) -> date | None:
        """The day by which what rests on the consent must be destroyed."""
        return self.ended_on + _DAYS_TO_DESTROY if self.ended_on else None

    def is_live(self, day: date) -> bool:
        """True while the consent holds on `day`; it ends with the day of its withdrawal."""
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        expired = self.valid_to is not None and self.valid_to < day
        return self.given_on <= day and not withdrawn and not expired


class Consents(Record):
    """`data/consents.yaml`."""

    consents: tuple[Consent, ...] = many(Nested(Consent), "Согласия", default=())
