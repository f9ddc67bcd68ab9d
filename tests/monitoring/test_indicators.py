"""Indicators: what counts as a value, what as none, and whose word goes first."""

from decimal import Decimal
from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.indicators import Indicator, Indicators, Population
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.roadmap import Roadmap
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.domain.monitoring.builtin import BUILT_IN
from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.quantities import QUANTITY
from roadmap_cli.domain.monitoring.result import IndicatorResult, State
from roadmap_cli.domain.monitoring.sources import Sources
from tests.records import DAY, dataset, mentees, pair, pairs

TEACHERS, PUPILS = Form.TEACHER_TEACHER, Form.PUPIL_PUPIL


def _of(name: str, data: Dataset) -> IndicatorResult:
    return next(one for one in indicators(Sources(data, DAY)) if one.id == name)


def _paired(paired: int, every: int) -> Dataset:
    codes = [f"x{number}" for number in range(every)]
    own = [pair(f"p{c}", "m", c, status=PairStatus.ACTIVE) for c in codes[:paired]]
    return dataset(mentees(*codes), pairs(*own))


@pytest.mark.parametrize(
    ("paired", "every", "state", "value", "remarks"),
    [
        (0, 0, State.NOTHING, None, ["n = 0"]),
        (0, 1, State.VALUE, 0, ["n = 1"]),
        (1, 2, State.VALUE, 50, ["n = 2"]),
        (2, 3, State.VALUE, 200 / 3, []),
        (3, 3, State.VALUE, 100, []),
    ],
)
def test_a_share_says_of_how_few_it_is(
    paired: int, every: int, state: State, value: float | None, remarks: list[str]
) -> None:
    found = _of("m.paired", _paired(paired, every))
    assert (found.state, found.n) == (state, every)
    assert found.value == (None if value is None else pytest.approx(value))
    assert len(found.remarks) == len(remarks)
    assert all(said in told for said, told in zip(remarks, found.remarks, strict=True))


@pytest.mark.parametrize(
    ("form", "states"),
    [
        (TEACHERS, {"r145.1": State.NOT_APPLICABLE, "r145.2": State.NOT_APPLICABLE,
                    "r145.3": State.UNKNOWN, "r145.4": State.NOT_APPLICABLE}),
        (PUPILS, {"r145.1": State.UNKNOWN, "r145.2": State.UNKNOWN,
                  "r145.3": State.NOT_APPLICABLE, "r145.4": State.NOT_APPLICABLE}),
        (Form.EMPLOYER_STUDENT, {"r145.1": State.UNKNOWN, "r145.2": State.NOT_APPLICABLE,
                                 "r145.4": State.UNKNOWN}),
        (None, {"r145.1": State.UNKNOWN, "r145.4": State.UNKNOWN}),
    ],
)  # fmt: skip
def test_what_does_not_apply_is_not_nought(form: Form | None, states: dict[str, State]) -> None:
    data = dataset(mentees("x", form=form))
    assert {name: _of(name, data).state for name in states} == states


def test_where_nobody_takes_part_yet_nothing_is_ruled_out() -> None:
    assert {_of(f"r145.{n}", dataset()).state for n in (1, 2, 3, 4)} == {State.UNKNOWN}


def test_nought_of_people_about_whom_too_little_is_known_is_no_fact() -> None:
    population = Indicators(population=Population(young_teachers=4))
    unknown = _of("r145.3", dataset(mentees("x", form=TEACHERS), population))
    assert (unknown.state, unknown.value) == (State.UNKNOWN, None)
    assert unknown.remarks == ("не учтено из-за неполных данных: 1",)
    known = dataset(mentees("x", form=TEACHERS, experience=1), population)
    assert (_of("r145.3", known).value, _of("r145.3", known).at_least) == (25, False)


def test_a_share_above_the_whole_is_doubted() -> None:
    data = dataset(
        mentees("x", "y", form=TEACHERS, experience=1),
        Indicators(population=Population(young_teachers=1)),
    )
    assert any("больше 100 %" in told for told in _of("r145.3", data).remarks)


def _own(**keys: Any) -> Dataset:
    return dataset(mentees("x", "y"), Indicators(indicators=(Indicator(**keys),)))


def test_the_word_of_the_school_goes_first() -> None:
    found = _of("r145.5", _own(id="r145.5", target=Decimal(90), previous=Decimal("66.7")))
    assert (found.target, found.target_year, found.previous) == (Decimal(90), None, Decimal("66.7"))
    assert found.title == "Уровень удовлетворённости наставляемых"
    own = _of("own", _own(id="own", title="Своё", numerator="mentees", unit="чел."))
    assert (own.title, own.value, own.unit, own.denominator) == ("Своё", 2, "чел.", None)
    share = _of("own", _own(id="own", numerator="mentees", denominator="participants"))
    assert (share.value, share.unit) == (100, "%")


def test_an_unsound_one_is_left_to_check() -> None:
    found = indicators(Sources(_own(id="own", numerator="нет"), DAY))
    assert [one.id for one in found] == [one.id for one in BUILT_IN]


@pytest.mark.parametrize(
    ("first", "target", "year"),
    [(2018, None, None), (2019, 10, 2020), (2022, 50, 2023), (2023, 70, 2024), (2025, 70, 2024)],
)
def test_the_target_of_the_region_is_that_of_its_year(
    first: int, target: int | None, year: int | None
) -> None:
    plan = Roadmap(title="Карта", school_year=SchoolYear(first), stages=())
    found = _of("r145.1", dataset(plan))
    assert (found.target, found.target_year) == (target, year)


def test_built_in_formulas_name_quantities_and_are_told_apart() -> None:
    assert len({one.id for one in BUILT_IN}) == len(BUILT_IN)
    assert not {one.id for one in BUILT_IN} & QUANTITY.keys()
    for one in BUILT_IN:
        assert one.numerator in QUANTITY
        assert one.denominator is None or one.denominator in QUANTITY
    assert [dict(one.targets)[2024] for one in BUILT_IN if one.targets] == [70, 10, 70, 30, 85, 85]
