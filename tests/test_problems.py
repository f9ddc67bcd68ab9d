"""A fault as a value: its place, its weight, the order in which faults are read."""

import pytest

from roadmap_cli.problems import Place, Problem, Severity, in_reading_order


def test_a_place_counts_from_one() -> None:
    assert str(Place("data/a.yaml")) == "data/a.yaml:1:1"
    assert str(Place("data/a.yaml", 12, 3)) == "data/a.yaml:12:3"


@pytest.mark.parametrize(("severity", "stops"), [(Severity.ERROR, True), (Severity.WARNING, False)])
def test_only_an_error_makes_the_data_unusable(severity: Severity, stops: bool) -> None:
    assert Problem("code", "беда", Place("a"), severity=severity).is_error is stops


def test_a_problem_is_an_error_without_a_hint_unless_it_is_said_otherwise() -> None:
    problem = Problem("code", "беда", Place("a"))
    assert problem.is_error
    assert problem.hint is None


def test_faults_are_read_by_file_line_and_column() -> None:
    places = [
        Place("a", 1, 1), Place("a", 1, 2), Place("a", 2, 1), Place("a", 10, 1), Place("b", 1, 1),
    ]  # fmt: skip
    ordered = [Problem("code", "беда", place) for place in places]
    assert in_reading_order(ordered[::-1]) == tuple(ordered)


def test_faults_of_one_place_stand_in_the_order_of_their_codes() -> None:
    first, second = (Problem(code, "беда", Place("a")) for code in ("one", "two"))
    assert in_reading_order([second, first]) == (first, second)
    warned = first._replace(message="аа", severity=Severity.WARNING)
    assert in_reading_order([first, warned]) == (first, warned)
