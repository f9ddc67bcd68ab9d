"""The journal of meetings."""

from datetime import date

from roadmap_cli.domain.model.kinds import Choice, Day, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum


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


class Meeting(Record, told_apart=(("pair", "held_on", "topic"), ("pair", "held_on"))):
    """A line of the meeting journal."""

    pair: str = required(Reference("pairs"), "Пара: код из pairs.yaml")
    held_on: date = required(Day(), "Дата встречи")
    kind: MeetingKind = optional(Choice(MeetingKind), "Вид", default=MeetingKind.REGULAR)
    topic: str | None = optional(Text(), "Тема", default=None)
    result: str | None = optional(Text(), "Результат", default=None)
    next: str | None = optional(Text(), "Задание к следующей встрече", default=None)


class Meetings(Record):
    """`data/meetings.yaml`."""

    meetings: tuple[Meeting, ...] = many(Nested(Meeting), "Встречи", default=())
