"""Consents: five papers that people mix up, each for its own purpose (152-ФЗ, ГК, ТК)."""

from datetime import date, timedelta

from roadmap_cli.domain.kinds import Choice, Day, Identifier, Nested, Text
from roadmap_cli.domain.records import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum

# 152-ФЗ, art. 21 part 5: data are destroyed within 30 days of the withdrawal.
_DESTROY_WITHIN = timedelta(days=30)


class ConsentKind(TitledEnum):
    """What a consent allows."""

    PD_PROCESSING = "pd_processing"
    PD_DISTRIBUTION = "pd_distribution"
    IMAGE = "image"
    MENTOR_DUTY = "mentor_duty"
    PARTICIPATION = "participation"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return {
            "pd_processing": "обработка персональных данных",
            "pd_distribution": "распространение персональных данных",
            "image": "использование изображения",
            "mentor_duty": "дополнительные обязанности наставника",
            "participation": "участие в программе",
        }[self.value]


class Consent(Record):
    """A signed paper and where it lies."""

    person: str = required(Identifier(), "Чьё согласие: код из people.yaml")
    kind: ConsentKind = required(Choice(ConsentKind), "Вид")
    signer: str | None = optional(
        Identifier(), "Кто подписал за него: представитель, код из people.yaml", default=None
    )
    given_on: date | None = optional(Day(), "Когда дано", default=None)
    valid_to: date | None = optional(Day(), "До какого дня действует", default=None)
    withdrawn_on: date | None = optional(Day(), "Когда отозвано", default=None)
    kept: str | None = optional(Text(), "Где лежит бумага", default=None)

    def is_live(self, day: date) -> bool:
        """True when the consent holds on `day`."""
        return (
            self.given_on is not None
            and self.given_on <= day
            and (self.valid_to is None or day <= self.valid_to)
            and (self.withdrawn_on is None or day < self.withdrawn_on)
        )

    @property
    def destroy_by(self) -> date | None:
        """The last day to destroy the data after a withdrawal."""
        return self.withdrawn_on + _DESTROY_WITHIN if self.withdrawn_on else None


class Consents(Record):
    """`data/consents.yaml`."""

    consents: tuple[Consent, ...] = many(Nested(Consent), "Согласия", default=())
