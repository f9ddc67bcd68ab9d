"""The changes that turn a record into what is told: the fewest, and always the right ones."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.domain.model.edits import appended, key_changes, refuse_future
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, PlanStep
from roadmap_cli.domain.model.plain import plain_record
from roadmap_cli.domain.model.record import key_names, placed
from roadmap_cli.errors import RequestInvalidError
from tests.records import AFTER, BEFORE, DAY

FILE = "data/pairs.yaml"
AT = ("pairs", 2)
ORDER = key_names(Pair)
MENTEES = (*AT, "mentees")


def _pair(*own: str) -> Pair:
    pair = Pair(id="a", mentor="m", mentees=own, start=DAY, status=PairStatus.ACTIVE)
    return placed(pair, AT)


def _whole(*own: str) -> SetKey:
    return SetKey(FILE, MENTEES, list(own), ORDER)


def _new(code: str) -> AppendItem:
    return AppendItem(FILE, MENTEES, code, ORDER)


def _gone(position: int) -> RemoveItem:
    return RemoveItem(FILE, (*MENTEES, position))


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        ({}, []),
        ({"start": DAY}, []),
        ({"status": PairStatus.ACTIVE}, []),
        ({"status": "active"}, []),
        ({"start": AFTER}, [SetKey(FILE, (*AT, "start"), AFTER.isoformat(), ORDER)]),
        ({"end": DAY}, [SetKey(FILE, (*AT, "end"), DAY.isoformat(), ORDER)]),
        ({"start": None}, [RemoveKey(FILE, (*AT, "start"))]),
        ({"start": ""}, [RemoveKey(FILE, (*AT, "start"))]),
        ({"end": None}, []),
        ({"end": ""}, []),
        ({"grounds": ()}, []),
        ({"mentees": ()}, [RemoveKey(FILE, MENTEES)]),
        ({"mentees": []}, [RemoveKey(FILE, MENTEES)]),
        ({"end": DAY, "start": None, "mentor": "m"},
         [SetKey(FILE, (*AT, "end"), DAY.isoformat(), ORDER), RemoveKey(FILE, (*AT, "start"))]),
    ],
)  # fmt: skip
def test_a_key_changes_when_it_is_told_otherwise(
    told: dict[str, object], changes: list[Change]
) -> None:
    assert key_changes(FILE, _pair("x", "y"), told) == changes


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("xyz", "xyz", []),
        ("xyz", "xyzu", [_new("u")]),
        ("xyz", "xyzuv", [_new("u"), _new("v")]),
        ("xyz", "yz", [_gone(0)]),
        ("xyz", "xz", [_gone(1)]),
        ("xyz", "xy", [_gone(2)]),
        ("xyz", "z", [_gone(1), _gone(0)]),
        ("xyz", "xzu", [_gone(1), _new("u")]),
        ("xyz", "xyzx", [_new("x")]),
        ("xyz", "zyx", [_whole("z", "y", "x")]),
        ("xyz", "xuyz", [_whole("x", "u", "y", "z")]),
        ("xyz", "uxyz", [_whole("u", "x", "y", "z")]),
        ("xyz", "uv", [_whole("u", "v")]),
        ("xyx", "xy", [_whole("x", "y")]),
        ("xx", "x", [_whole("x")]),
        ("xyx", "xyxu", [_whole("x", "y", "x", "u")]),
        ("", "x", [_whole("x")]),
    ],
)
def test_of_a_list_only_what_is_new_or_gone_changes(
    old: str, new: str, changes: list[Change]
) -> None:
    assert key_changes(FILE, _pair(*old), {"mentees": tuple(new)}) == changes


@given(st.text("xyzu", max_size=5), st.text("xyzu", max_size=5))
def test_the_changes_lead_to_the_new_list(old: str, new: str) -> None:
    pair = _pair(*old)
    held: dict[str, Any] = dict(plain_record(pair))
    for change in key_changes(FILE, pair, {"mentees": tuple(new)}):
        if isinstance(change, SetKey):
            held["mentees"] = change.value
        elif isinstance(change, RemoveKey):
            del held["mentees"]
        elif isinstance(change, RemoveItem):
            del held["mentees"][change.at[-1]]
        else:
            held["mentees"] = [*held["mentees"], change.value]
    assert held.get("mentees", []) == list(new)


def test_records_in_a_list_are_compared_as_the_file_holds_them() -> None:
    one, two = PlanStep(task="урок", result="да"), PlanStep(task="игра")
    plan = placed(DevelopmentPlan(pair="a", steps=(one, two)), ("plans", 0))
    assert key_changes(FILE, plan, {"steps": (one, two)}) == []
    assert key_changes(FILE, plan, {"steps": [{"task": "игра"}]}) == [
        RemoveItem(FILE, ("plans", 0, "steps", 0))
    ]


@pytest.mark.parametrize(("day", "refused"), [(BEFORE, False), (DAY, False), (AFTER, True)])
def test_what_has_not_come_cannot_be_reported(day: date, refused: bool) -> None:
    if not refused:
        refuse_future(day, DAY)
        return
    with pytest.raises(RequestInvalidError, match=r"^02\.12\.2025 ещё не наступило$"):
        refuse_future(day, DAY)


def test_an_added_record_holds_what_is_there() -> None:
    told = {"id": "a", "end": None, "note": "", "mentees": (), "start": DAY, "points": 0}
    assert appended(FILE, ("pairs",), told) == AppendItem(
        FILE, ("pairs",), {"id": "a", "start": "2025-12-01", "points": "0"}, ()
    )
