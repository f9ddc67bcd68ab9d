"""Events of the programme: when and where they are, who answers for them, what happens."""

from datetime import date

from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum


class EventKind(TitledEnum):
    """What an event is; lessons of the School stand in school.yaml."""

    CLOSING = "closing"
    GROUP_MEETING = "group_meeting"
    COUNCIL = "council"
    ADMINISTRATIVE = "administrative"
    ROUND_TABLE = "round_table"
    OTHER = "other"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return {
            "closing": "итоговое мероприятие",
            "group_meeting": "групповая встреча",
            "council": "педагогический совет",
            "administrative": "административное совещание",
            "round_table": "круглый стол",
            "other": "другое мероприятие",
        }[self.value]


class ProgrammePoint(Record, told_apart=(("time", "content"), ("content",))):
    """A point of an event's programme."""

    time: str | None = optional(Text(), "Время: «14:00–14:10»", default=None)
    content: str = required(Text(), "Содержание")
    responsible: str | None = optional(
        Reference("people"), "Ответственный: код из people.yaml", default=None
    )


class Event(Record):
    """An event of the programme."""

    id: str = required(Identifier(), "Код мероприятия")
    kind: EventKind = required(Choice(EventKind), "Какое мероприятие")
    title: str | None = optional(Text(), "Название, если оно есть", default=None)
    held_on: date | None = optional(Day(), "Дата", default=None)
    time: str | None = optional(Text(), "Время: «14:00»", default=None)
    place: str | None = optional(Text(), "Место: «актовый зал»", default=None)
    format: str | None = optional(Text(), "Форма проведения: «очно», «круглый стол»", default=None)
    responsible: str | None = optional(
        Reference("people"), "Ответственный: код из people.yaml", default=None
    )
    secretary: str | None = optional(
        Reference("people"), "Секретарь: код из people.yaml", default=None
    )
    programme: tuple[ProgrammePoint, ...] = many(
        Nested(ProgrammePoint), "Программа по порядку", default=()
    )
    note: str | None = optional(Text(), "Примечание", default=None)


class Events(Record):
    """`data/events.yaml`."""

    events: tuple[Event, ...] = many(Nested(Event), "Мероприятия", default=())

    def of_kind(self, kind: EventKind) -> tuple[Event, ...]:
        """The events of a kind, by day; those without one come last."""
        own = (event for event in self.events if event.kind is kind)
        return tuple(sorted(own, key=lambda event: event.held_on or date.max))
