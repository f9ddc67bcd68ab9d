"""The School of mentors («Школа наставников»): its programme, its schedule, who came."""

from collections import Counter
from datetime import date
from decimal import Decimal

from roadmap_cli.domain.model.kinds import Day, Integer, Nested, Number, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class SchoolTopic(Record, told_apart=(("title",),)):
    """A topic of the School of mentors."""

    title: str = required(Text(), "Тема")
    hours: Decimal | None = optional(Number(), "Часов: 4 или 4,5", default=None)
    content: str | None = optional(Text(), "Содержание", default=None)


class SchoolLesson(Record, told_apart=(("held_on", "topic"), ("topic",), ("held_on",))):
    """A line of its schedule."""

    held_on: date | None = optional(Day(), "Дата занятия", default=None)
    time: str | None = optional(Text(), "Время", default=None)
    topic: str = required(Text(), "Тема")
    leader: str | None = optional(Reference("people"), "Ведущий: код из people.yaml", default=None)
    place: str | None = optional(Text(), "Место", default=None)
    attended: tuple[str, ...] = many(
        Reference("people"), "Присутствовали: коды из people.yaml", default=()
    )


class School(Record):
    """`data/school.yaml`: the School of mentors («Школа наставников»)."""

    topics: tuple[SchoolTopic, ...] = many(Nested(SchoolTopic), "Программа", default=())
    lessons: tuple[SchoolLesson, ...] = many(Nested(SchoolLesson), "График", default=())
    enough: int | None = optional(
        Integer(1), "Сколько занятий нужно посетить (по умолчанию — все)", default=None
    )

    @property
    def hours(self) -> Decimal:
        """The hours of the whole programme."""
        return sum((topic.hours or Decimal() for topic in self.topics), Decimal())

    def visits(self) -> Counter[str]:
        """How many lessons each person has attended."""
        return Counter(code for lesson in self.lessons for code in set(lesson.attended))

    def finished(self) -> frozenset[str]:
        """The codes of those who have attended enough lessons; empty while there are no lessons."""
        enough = self.enough or len(self.lessons)
        return frozenset(code for code, count in self.visits().items() if count >= enough)
