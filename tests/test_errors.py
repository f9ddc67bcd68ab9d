"""The tree of expected exceptions: each ends the process with a code, none with a traceback."""

import pickle

import pytest

from roadmap_cli import errors
from roadmap_cli.errors import DataInvalidError, RequestInvalidError, RoadmapError
from roadmap_cli.problems import Place, Problem

EVERY = [
    each
    for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, RoadmapError)
]


def _raised(kind: type[RoadmapError]) -> RoadmapError:
    return kind("беда", ()) if issubclass(kind, DataInvalidError) else kind("беда")


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_only_a_senseless_request_ends_with_two(kind: type[RoadmapError]) -> None:
    error = _raised(kind)
    assert error.exit_code == (2 if kind is RequestInvalidError else 1)
    assert (error.message, str(error), error.hint) == ("беда", "беда", None)
    assert kind.__doc__


def test_an_error_may_tell_what_to_do() -> None:
    assert RequestInvalidError("беда", hint="Пишите иначе.").hint == "Пишите иначе."


def test_invalid_data_carry_all_their_problems() -> None:
    problem = Problem("code", "беда", Place("data/a.yaml"))
    assert DataInvalidError("беда", (problem, problem)).problems == (problem, problem)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_an_error_comes_back_whole_from_another_process(kind: type[RoadmapError]) -> None:
    error = _raised(kind)
    error.hint = "совет"
    if isinstance(error, DataInvalidError):
        error.problems = (Problem("code", "беда", Place("data/a.yaml", 7, 3), "совет"),)
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (vars(back), str(back)) == (vars(error), "беда")
