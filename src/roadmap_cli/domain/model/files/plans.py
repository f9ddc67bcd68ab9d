"""Individual development plans of the pairs."""

from roadmap_cli.domain.model.kinds import Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class PlanStep(Record, told_apart=(("task",),)):
    """A row of an individual development plan."""

    task: str = required(Text(), "Проект, задание")
    deadline: str | None = optional(Text(), "Срок, дословно", default=None)
    expected: str | None = optional(Text(), "Планируемый результат", default=None)
    result: str | None = optional(Text(), "Фактический результат", default=None)
    mark: str | None = optional(Text(), "Оценка наставника", default=None)


class DevelopmentPlan(Record, told_apart=(("pair",),)):
    """An individual development plan of a pair."""

    pair: str = required(Reference("pairs"), "Пара: код из pairs.yaml")
    request: str | None = optional(Text(), "Запрос, профессиональные затруднения", default=None)
    goal: str | None = optional(Text(), "Цель", default=None)
    goals: tuple[str, ...] = many(Text(), "Задачи", default=())
    steps: tuple[PlanStep, ...] = many(Nested(PlanStep), "Мероприятия плана", default=())


class DevelopmentPlans(Record):
    """`data/plans.yaml`."""

    plans: tuple[DevelopmentPlan, ...] = many(
        Nested(DevelopmentPlan), "Планы индивидуального развития", default=()
    )
