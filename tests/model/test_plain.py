"""Values as a file holds them."""

import pytest

from roadmap_cli.domain.model.files.consents import Signer
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, PlanStep
from roadmap_cli.domain.model.plain import as_plain, is_absent, plain_record, plain_text, present
from roadmap_cli.domain.model.school_year import SchoolYear
from tests.records import DAY


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("а", "а"),
        (0, "0"),
        (7, "7"),
        (True, "да"),
        (False, "нет"),
        (DAY, "2025-12-01"),
        (Signer.SELF, "self"),
        (SchoolYear(2025), "2025/2026"),
    ],
)
def test_a_single_value_is_a_text(value: object, text: str) -> None:
    assert plain_text(value) == text
    assert as_plain(value) == text


@pytest.mark.parametrize("value", [None, "", (), []])
def test_what_is_left_out_of_a_file_is_absent(value: object) -> None:
    assert is_absent(value)
    assert present({"key": value}) == {}


@pytest.mark.parametrize("value", [0, False, " ", (None,), [""]])
def test_what_a_file_holds_is_there(value: object) -> None:
    assert not is_absent(value)


def test_records_and_lists_are_taken_apart() -> None:
    step = PlanStep(task="урок", mark="5")
    plan = DevelopmentPlan(pair="a", goals=("одна", "две"), steps=(step,))
    whole = {"pair": "a", "goals": ["одна", "две"], "steps": [{"task": "урок", "mark": "5"}]}
    assert plain_record(plan) == whole
    assert as_plain(plan) == whole
    assert as_plain([step, {"day": DAY, "flag": (True,)}]) == [
        {"task": "урок", "mark": "5"},
        {"day": "2025-12-01", "flag": ["да"]},
    ]
