"""The indicators that every school has: six of Р-145, and those of the method.

The targets are those that Р-145 sets for a region, year by year to 2024 (annex, from memory but
for the 70 % of 2024); none is set for a school, nor for a later year.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from roadmap_cli.domain.model.files.indicators import Rules

PERCENT = "%"


class BuiltIn(NamedTuple):
    """An indicator: what is counted, of what, and the region's targets by year.

    `rule` says in Russian by which bounds it is counted; `source` where it comes from.
    """

    id: str
    title: str
    numerator: str
    denominator: str | None
    unit: str = PERCENT
    targets: Mapping[int, int] = MappingProxyType({})
    source: str = ""
    rule: Callable[[Rules], str] = lambda _rules: ""


_R145 = "Р-145"
_METHOD = "методика мониторинга"


def _years(*values: int) -> Mapping[int, int]:
    return MappingProxyType(dict(zip(range(2020, 2025), values, strict=True)))


def _mentee_ages(rules: Rules) -> str:
    return f"возраст {rules.mentee_age_from}–{rules.mentee_age_to} лет"


def _mentor_ages(rules: Rules) -> str:
    return f"возраст {rules.mentor_age_from}–{rules.mentor_age_to} лет"


def _young(rules: Rules) -> str:
    return f"молодой специалист – стаж до {rules.young_years} лет включительно"


def _satisfied(rules: Rules) -> str:
    if rules.satisfied_by:
        return (
            f"удовлетворён – кто на вопрос «{rules.satisfied_by}» анкеты по завершении ответил"
            f" «да» или поставил не меньше {rules.satisfied_from} из 10"
        )
    return (
        "удовлетворён – у кого средняя оценка в анкете по завершении не ниже"
        f" {rules.satisfied_from} из 10"
    )


BUILT_IN: tuple[BuiltIn, ...] = (
    BuiltIn("r145.1", "Доля детей и подростков, вошедших в программы в роли наставляемых",
            "child_mentees", "children", PERCENT, _years(10, 20, 35, 50, 70), _R145, _mentee_ages),
    BuiltIn("r145.2", "Доля детей и подростков, вошедших в программы в роли наставников",
            "teen_mentors", "teenagers", PERCENT, _years(2, 4, 6, 8, 10), _R145, _mentor_ages),
    BuiltIn("r145.3", "Доля учителей – молодых специалистов в роли наставляемых",
            "young_mentees", "young_teachers", PERCENT, _years(10, 20, 35, 50, 70), _R145, _young),
    BuiltIn("r145.4", "Доля предприятий, предоставивших своих наставников",
            "helping_enterprises", "enterprises", PERCENT, _years(2, 10, 15, 20, 30), _R145),
    BuiltIn("r145.5", "Уровень удовлетворённости наставляемых",
            "satisfied_mentees", "answered_mentees", PERCENT, _years(50, 55, 60, 70, 85), _R145,
            _satisfied),
    BuiltIn("r145.6", "Уровень удовлетворённости наставников",
            "satisfied_mentors", "answered_mentors", PERCENT, _years(50, 55, 60, 70, 85), _R145,
            _satisfied),
    BuiltIn("m.paired", "Доля наставляемых, у которых есть наставник",
            "paired_mentees", "mentees", source=_METHOD),
    BuiltIn("m.done", "Доля выполненных пунктов «дорожной карты»",
            "done_tasks", "tasks", source=_METHOD),
    BuiltIn("m.trained", "Доля наставников, окончивших Школу наставников",
            "trained_mentors", "mentors", source=_METHOD),
    BuiltIn("m.planned", "Доля пар с планом развития", "planned_pairs", "pairs", source=_METHOD),
    BuiltIn("m.steps", "Доля мероприятий планов развития с результатом",
            "done_steps", "steps", source=_METHOD),
    BuiltIn("m.meetings", "Встреч на пару", "meetings", "pairs", "встреч", source=_METHOD),
    BuiltIn("m.quality", "Качество программы по анкете куратора, сумма баллов",
            "curator_points", "curator_responses", "баллов", source=_METHOD),
)  # fmt: skip
BUILT_IN_IDS = frozenset(one.id for one in BUILT_IN)
