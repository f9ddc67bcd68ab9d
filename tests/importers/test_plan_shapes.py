"""Forty-eight roadmaps as schools have them: each comes in whole, item by item."""

import pytest

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.plan.document import ReadPlan, read_plan
from roadmap_cli.importers.reading.source import read_source
from tests.importers.shapes import (
    sheet_plans_1,
    word_plans_1,
    word_plans_2,
    word_plans_3,
    word_plans_4,
    word_plans_5,
    word_plans_6,
    word_plans_7,
)
from tests.importers.shapes.outlines import plan_outline, squashed
from tests.importers.shapes.shape import Case

CASES = [
    case
    for module in (word_plans_1, word_plans_2, word_plans_3, word_plans_4, word_plans_5,
                   word_plans_6, word_plans_7, sheet_plans_1)
    for case in module.CASES
]  # fmt: skip
# A foreign table is left out whole; the outline names only its telling texts.
WHOLE = ("таблица не похожа на план", "другой план в том же файле")


def _read(case: Case) -> ReadPlan:
    plan = read_plan(read_source(case.file, case.build(), open_docx), SchoolYear(2025))
    assert plan is not None
    return plan


def _told(case: Case, kind: str) -> list[str]:
    lines = (squashed(line).partition(": ") for line in case.expected.splitlines())
    return [text for title, _, text in lines if title == kind]


def test_there_are_enough_of_them() -> None:
    assert len({case.name for case in CASES}) == len(CASES) == 48
    assert sum(case.file.endswith(".docx") for case in CASES) == 45


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_plan_comes_in_whole(case: Case) -> None:
    plan = _read(case)
    aside = ("не взято", "сомнение")
    wanted = [
        line
        for line in map(squashed, case.expected.splitlines())
        if line.partition(": ")[0] not in aside
    ]
    assert plan_outline(plan) == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_left_out_is_told_and_nothing_else(case: Case) -> None:
    plan = _read(case)
    told = squashed(" ¦ ".join(f"{one.where} {one.text}" for one in plan.left))
    left = _told(case, "не взято")
    assert [text for text in left if text not in told] == []
    more = [
        one
        for one in plan.left
        if not one.why.startswith(WHOLE)
        and not any(text in squashed(one.text) or squashed(one.text) in text for text in left)
    ]
    assert more == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_doubtful_is_told(case: Case) -> None:
    plan = _read(case)
    told = squashed(" ¦ ".join([*plan.doubts, *(one.text for one in plan.left)]))
    assert [text for text in _told(case, "сомнение") if text not in told] == []
