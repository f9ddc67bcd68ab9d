"""What a school says of its matching: weights, wishes after the group meeting, pins and bans."""

from roadmap_cli.domain.model.kinds import Flag, Integer, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class Weights(Record):
    """How many points each reason gives; zero switches it off."""

    mentee_choice: int = optional(
        Integer(), "Выбор наставляемого: за место в первой пятёрке его списка", default=10
    )
    mentor_choice: int = optional(
        Integer(), "Выбор наставника: за место в первой пятёрке его списка", default=8
    )
    competence: int = optional(
        Integer(), "Компетенция наставника отвечает запросу, за каждое слово", default=5
    )
    interest: int = optional(Integer(), "Общий интерес, за каждый", default=2)
    direction: int = optional(
        Integer(), "Одно направление работы, за каждое общее слово", default=4
    )
    experience: int = optional(Integer(), "Наставник опытнее наставляемого", default=2)
    schedule: int = optional(Integer(), "Удобны одни и те же дни недели", default=2)
    variant: int = optional(Integer(), "Одна ролевая модель", default=3)


class Wish(Record, told_apart=(("person",),)):
    """Whom a person would like, the most wanted first."""

    person: str = required(Reference("people"), "Кто выбирал: код из people.yaml")
    choices: tuple[str, ...] = many(
        Reference("people"), "Кого, от самого желанного: коды из people.yaml", default=()
    )


class Ruling(Record, told_apart=(("mentee", "mentor"), ("mentee",))):
    """A pair that a person has decided about beforehand."""

    mentee: str = required(Reference("people", role="mentees"), "Наставляемый: код")
    mentor: str = required(Reference("people", role="mentors"), "Наставник: код")
    reason: str | None = optional(Text(), "Почему", default=None)


class Matching(Record):
    """`data/matching.yaml`."""

    school_required: bool = optional(
        Flag(), "Наставником может быть только окончивший Школу наставников", default=False
    )
    weights: Weights | None = optional(Nested(Weights), "Веса", default=None)
    ignored_words: tuple[str, ...] = many(
        Text(), "Слова, которые при сравнении запросов и компетенций не учитываются", default=()
    )
    wishes: tuple[Wish, ...] = many(
        Nested(Wish), "Предпочтения после групповой встречи", default=()
    )
    pins: tuple[Ruling, ...] = many(Nested(Ruling), "Пары, назначенные заранее", default=())
    bans: tuple[Ruling, ...] = many(Nested(Ruling), "Запрещённые пары", default=())
