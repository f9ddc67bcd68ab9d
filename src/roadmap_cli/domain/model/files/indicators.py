"""What a school monitors: its bounds and rules, its numbers, indicators of its own, layouts."""

from decimal import Decimal

from roadmap_cli.domain.model.kinds import Identifier, Integer, Nested, Number, Text
from roadmap_cli.domain.model.record import Record, many, optional, required

# Names of quantities have underscores, codes of indicators points.
_NAME = r"[a-z][a-z0-9_.\-]*"


class Rules(Record):
    """Bounds that local acts set differently."""

    satisfied_from: int = optional(
        Integer(), "Удовлетворён: средняя оценка в анкете по завершении не ниже", default=7
    )
    satisfied_by: str | None = optional(
        Identifier(),
        "Удовлетворён: по какому вопросу судят (код pair; по умолчанию — среднее всех оценок)",
        default=None,
    )
    mentee_age_from: int = optional(Integer(), "Наставляемые дети: возраст с", default=10)
    mentee_age_to: int = optional(Integer(), "Наставляемые дети: возраст по", default=19)
    mentor_age_from: int = optional(Integer(), "Дети-наставники: возраст с", default=15)
    mentor_age_to: int = optional(Integer(), "Дети-наставники: возраст по", default=19)
    young_years: int = optional(
        Integer(), "Молодой специалист: стаж не больше, полных лет", default=3
    )


class Population(Record):
    """How many people there are in all: what shares are taken of."""

    children: int | None = optional(
        Integer(), "Обучающихся в возрасте наставляемых детей, всего", default=None
    )
    teenagers: int | None = optional(
        Integer(), "Обучающихся в возрасте детей-наставников, всего", default=None
    )
    young_teachers: int | None = optional(
        Integer(), "Учителей – молодых специалистов, всего", default=None
    )
    enterprises: int | None = optional(
        Integer(), "Предприятий (организаций), с которыми работает школа, всего", default=None
    )


class Indicator(Record):
    """An indicator of the school's own, or other words for a built-in one with the same code."""

    id: str = required(Identifier(), "Код показателя")
    title: str | None = optional(Text(), "Название", default=None)
    numerator: str | None = optional(Identifier(_NAME), "Что считают: имя величины", default=None)
    denominator: str | None = optional(
        Identifier(_NAME),
        "Доля от чего: имя величины (по умолчанию — само число)",
        default=None,
    )
    unit: str | None = optional(Text(), "Единица: %, встреч на пару", default=None)
    target: Decimal | None = optional(Number(), "Целевое значение", default=None)
    previous: Decimal | None = optional(Number(), "Значение прошлого года", default=None)
    rule: str | None = optional(Text(), "По какому правилу считают, для отчёта", default=None)


class LayoutColumn(Record, told_apart=(("title",),)):
    """A column of a table that somebody asks for: an indicator, a quantity or a text."""

    title: str = required(Text(), "Заголовок столбца, как в запросе")
    value: str | None = optional(Identifier(_NAME), "Код показателя или имя величины", default=None)
    text: str | None = optional(Text(), "Готовый текст, если считать нечего", default=None)


class RegionLayout(Record):
    """The columns that a region asks for, in its order."""

    id: str = required(Identifier(), "Код таблицы")
    title: str | None = optional(Text(), "Название таблицы", default=None)
    columns: tuple[LayoutColumn, ...] = many(Nested(LayoutColumn), "Столбцы по порядку", default=())


class Indicators(Record):
    """`data/indicators.yaml`."""

    rules: Rules | None = optional(Nested(Rules), "Границы и правила", default=None)
    population: Population | None = optional(
        Nested(Population), "Сколько людей и организаций всего", default=None
    )
    indicators: tuple[Indicator, ...] = many(
        Nested(Indicator), "Показатели школы, цели и значения прошлого года", default=()
    )
    layouts: tuple[RegionLayout, ...] = many(
        Nested(RegionLayout), "Таблицы для отправки", default=()
    )
