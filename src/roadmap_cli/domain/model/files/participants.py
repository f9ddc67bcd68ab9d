"""Who takes part in the programme: mentors and mentees, each a person in a form of mentoring."""

from datetime import date

from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.kinds import Choice, Day, Integer, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum


class Weekday(TitledEnum):
    """The days of the week on which people can meet."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"

    @property
    def title(self) -> str:
        """The day in Russian."""
        return _WEEKDAYS[self.value][0]

    @property
    def also(self) -> tuple[str, ...]:
        """«пн»."""
        return _WEEKDAYS[self.value][1:]


_WEEKDAYS = {
    "mon": ("понедельник", "пн"),
    "tue": ("вторник", "вт"),
    "wed": ("среда", "ср"),
    "thu": ("четверг", "чт"),
    "fri": ("пятница", "пт"),
    "sat": ("суббота", "сб"),
    "sun": ("воскресенье", "вс"),
}
_PERSON = "Человек: код из people.yaml"
_FORM = "Форма наставничества"
_VARIANT = "Ролевая модель, например: опытный педагог – молодой специалист"
_DIRECTIONS = "Направления работы: предмет, класс, дело"
_EXPERIENCE = "Стаж, полных лет"
_DAYS = "Когда удобно встречаться: дни недели"


class Answer(Record, told_apart=(("question",),)):
    """An answer to a question that has no key of its own."""

    question: str = required(Text(), "Вопрос, как в анкете")
    answer: str = required(Text(), "Ответ, дословно")


class Mentor(Record, told_apart=(("person",),)):
    """A person who is ready to be a mentor."""

    person: str = required(Reference("people"), _PERSON, survives=True)
    form: AnyForm | None = optional(FormChoice(), _FORM, default=None, survives=True)
    variant: str | None = optional(Text(), _VARIANT, default=None, survives=True)
    competences: tuple[str, ...] = many(Text(), "Основные компетенции", default=(), survives=True)
    interests: tuple[str, ...] = many(Text(), "Интересы", default=(), survives=True)
    directions: tuple[str, ...] = many(Text(), _DIRECTIONS, default=(), survives=True)
    experience: int | None = optional(Integer(0, 80), _EXPERIENCE, default=None, survives=True)
    days: tuple[Weekday, ...] = many(Choice(Weekday), _DAYS, default=(), survives=True)
    achievements: str | None = optional(Text(), "Важные для программы достижения", default=None)
    capacity: int | None = optional(
        Integer(1), "Сколько наставляемых готов вести", default=None, survives=True
    )
    time: str | None = optional(Text(), "Ресурс времени на программу", default=None, survives=True)
    joined: date | None = optional(Day(), "Дата вхождения в программу", default=None, survives=True)
    left: date | None = optional(Day(), "Дата завершения программы", default=None, survives=True)
    results: str | None = optional(Text(), "Результаты программы", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)
    answers: tuple[Answer, ...] = many(Nested(Answer), "Другие ответы анкеты", default=())


class Mentee(Record, told_apart=(("person",),)):
    """A person who wants a mentor."""

    person: str = required(Reference("people"), _PERSON, survives=True)
    form: AnyForm | None = optional(FormChoice(), _FORM, default=None, survives=True)
    variant: str | None = optional(Text(), _VARIANT, default=None, survives=True)
    requests: tuple[str, ...] = many(Text(), "Основной запрос", default=(), survives=True)
    interests: tuple[str, ...] = many(Text(), "Интересы", default=(), survives=True)
    directions: tuple[str, ...] = many(Text(), _DIRECTIONS, default=(), survives=True)
    experience: int | None = optional(Integer(0, 80), _EXPERIENCE, default=None, survives=True)
    days: tuple[Weekday, ...] = many(Choice(Weekday), _DAYS, default=(), survives=True)
    joined: date | None = optional(Day(), "Дата вхождения в программу", default=None, survives=True)
    left: date | None = optional(Day(), "Дата завершения программы", default=None, survives=True)
    results: str | None = optional(Text(), "Результаты программы", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)
    answers: tuple[Answer, ...] = many(Nested(Answer), "Другие ответы анкеты", default=())


class Mentors(Record):
    """`data/mentors.yaml`."""

    mentors: tuple[Mentor, ...] = many(Nested(Mentor), "Наставники", default=())

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the people, in the order of the file."""
        return tuple(mentor.person for mentor in self.mentors)


class Mentees(Record):
    """`data/mentees.yaml`."""

    mentees: tuple[Mentee, ...] = many(Nested(Mentee), "Наставляемые", default=())

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the people, in the order of the file."""
        return tuple(mentee.person for mentee in self.mentees)
