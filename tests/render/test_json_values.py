"""Values as JSON: what was understood of a deadline, whole, as scripts rely on it."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.problems import Place, Problem, Severity
from roadmap_cli.render.json_values import as_json, envelope, problems_json
from tests.conftest import Run
from tests.render.plans import write_plan

NO_EVERY: Mapping[str, Any] = {
    "unit": None, "interval": 1, "times": 1, "at_least": False, "day": None, "ordinals": [],
    "weekdays": [], "months": [], "dates": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("notation", "every"),
    [
        ("1 раз в квартал", {"unit": "quarter"}),
        ("2 раза в год", {"unit": "year", "times": 2}),
        ("не реже 1 раза в месяц", {"unit": "month", "at_least": True}),
        ("не реже 2 раз в полугодие", {"unit": "halfyear", "times": 2, "at_least": True}),
        ("не менее 3 раз в год", {"unit": "year", "times": 3, "at_least": True}),
        ("раз в 2 недели", {"unit": "week", "interval": 2}),
        ("раз в 2 месяца", {"unit": "month", "interval": 2}),
        ("1 раз в четверть", {"unit": "term"}),
        ("ежедневно", {"unit": "day"}),
        ("еженедельно", {"unit": "week"}),
        ("ежемесячно", {"unit": "month"}),
        ("каждый понедельник", {"unit": "week", "weekdays": [0]}),
        ("каждое воскресенье", {"unit": "week", "weekdays": [6]}),
        ("каждый вторник и четверг", {"unit": "week", "weekdays": [1, 3]}),
        ("первый вторник месяца", {"unit": "month", "ordinals": [1], "weekdays": [1]}),
        ("последняя пятница месяца", {"unit": "month", "ordinals": [-1], "weekdays": [4]}),
        ("до 15 числа каждого месяца", {"unit": "month", "day": 15}),
        ("ежегодно, в сентябре", {"unit": "year", "months": [9]}),
        ("ежегодно в октябре и апреле", {"unit": "year", "months": [10, 4]}),
    ],
)
def test_what_repeats_is_told_whole(
    run: Run, workspace: Path, notation: str, every: Mapping[str, Any]
) -> None:
    write_plan(workspace, [notation])
    deadline = run("show", "1.1.1", "--json").data["items"][0]["deadline"]
    assert deadline["text"] == notation
    assert deadline["kind"] == "recurring"
    assert deadline["every"] == {**NO_EVERY, **every}
    assert deadline["offset"] is None


@pytest.mark.parametrize(
    ("notation", "amount", "unit", "working_days", "anchor"),
    [
        ("в течение 10 рабочих дней после издания приказа", 10, "day", True, "издания приказа"),
        ("в течение 3 дней после издания приказа", 3, "day", False, "издания приказа"),
        ("за 3 дня до педсовета", -3, "day", False, "педсовета"),
        ("за 10 рабочих дней до педсовета", -10, "day", True, "педсовета"),
        ("через 2 недели после начала занятий", 2, "week", False, "начала занятий"),
        ("через 1 месяц после начала занятий", 1, "month", False, "начала занятий"),
    ],
)
def test_a_distance_from_an_event_is_told_whole(
    run: Run,
    workspace: Path,
    notation: str,
    amount: int,
    unit: str,
    working_days: bool,
    anchor: str,
) -> None:
    write_plan(workspace, [notation])
    deadline = run("show", "1.1.1", "--json").data["items"][0]["deadline"]
    assert deadline["kind"] == "relative"
    assert deadline["offset"] == {"amount": amount, "unit": unit, "working_days": working_days}
    assert deadline["anchor"] == anchor
    assert deadline["every"] is None


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("Октябрь 2023", {"kind": "month", "start": "2023-10-01", "end": "2023-10-31"}),
        ("до 15.10.2023", {"kind": "deadline", "start": None, "end": "2023-10-15"}),
        (
            "сентябрь, январь",
            {
                "kind": "list",
                "parts": [
                    {"start": "2023-09-01", "end": "2023-09-30"},
                    {"start": "2024-01-01", "end": "2024-01-31"},
                ],
            },
        ),
        ("по плану школы", {"kind": "external", "anchor": "плану школы"}),
        ("1 четверть", {"kind": "term", "number": 1}),
        ("скоро", {"kind": "text", "start": None, "end": None, "parts": []}),
        ("", {"kind": "empty"}),
    ],
)
def test_a_time_of_the_calendar_is_told_whole(
    run: Run, workspace: Path, notation: str, told: Mapping[str, Any]
) -> None:
    write_plan(workspace, [notation])
    deadline = run("show", "1.1.1", "--json").data["items"][0]["deadline"]
    assert {name: deadline[name] for name in told} == told
    assert deadline["every"] is None
    assert deadline["offset"] is None


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (1.5, 1.5),
        ("а", "а"),
        (date(2023, 10, 1), "2023-10-01"),
        (timedelta(days=-1), -1),
        (timedelta(days=30), 30),
        (timedelta(hours=23), 0),
        (Urgency.SOON, "soon"),
        (SchoolYear(2023), "2023/2024"),
        ((), []),
        (("а", None), ["а", None]),
        ({"б", "а"}, ["а", "б"]),
        (frozenset({2, 1}), [1, 2]),
        ({Urgency.SOON: (1,)}, {"soon": [1]}),
        (Place("x", 2, 3), {"file": "x", "line": 2, "column": 3}),
        (Path("a/b"), "a/b"),
    ],
)
def test_a_value_as_json(value: object, told: object) -> None:
    assert as_json(value) == told


def test_an_answer_has_its_envelope(run: Run) -> None:
    assert envelope("x", "2023-11-15", {}) == {
        "version": 3, "command": "x", "as_of": "2023-11-15", "data": {},
    }  # fmt: skip
    assert '"version": 3' in run("status", "--json").out


def test_a_problem_stands_at_its_place() -> None:
    problem = Problem("c", "m", Place("f", 2, 3), "h", Severity.WARNING)
    assert problems_json([problem]) == {
        "problems": [
            {"file": "f", "line": 2, "column": 3, "code": "c", "message": "m", "hint": "h",
             "severity": "warning"}
        ]
    }  # fmt: skip
