"""What a command loads, what it does without, and when it keeps others out."""

from datetime import date
from pathlib import Path

import pytest

from roadmap_cli.errors import DataInvalidError, WorkspaceNotFoundError
from roadmap_cli.storage.workspace import find_workspace, load_workspace
from roadmap_cli.usecases.session import ALL_FILES, Run, changing, open_session

DAY = date(2025, 12, 1)


def _break(root: Path, key: str) -> None:
    (root / "data" / f"{key}.yaml").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("broken", "needed", "useful", "left_out"),
    [
        ("people", (), ("people",), True),
        ("people", (), (), False),
        ("people", ("mentors",), ("people",), True),
        ("people", ("people",), ("people",), None),
        ("people", ALL_FILES, (), None),
        ("mentors", (), ("people",), False),
        ("roadmap", (), (), None),
    ],
)
def test_what_is_needed_must_be_sound_and_what_is_useful_may_be_left_out(
    school: Path,
    broken: str,
    needed: tuple[str, ...],
    useful: tuple[str, ...],
    left_out: bool | None,
) -> None:
    _break(school, broken)
    if left_out is None:
        with pytest.raises(DataInvalidError) as refused:
            open_session(Run(school, DAY), *needed, useful=useful)
        assert {problem.place.file for problem in refused.value.problems} == {f"data/{broken}.yaml"}
        return
    session = open_session(Run(school, DAY), *needed, useful=useful)
    assert session.today == DAY
    assert [broken in notice for notice in session.notices] == [True] * left_out


@pytest.mark.parametrize(
    ("wanted", "loaded"),
    [
        (("roadmap",), {"roadmap"}),
        (("roadmap", "people"), {"roadmap", "people"}),
        ((), set()),
        (("нет такого",), set()),
    ],
)
def test_only_what_is_wanted_is_loaded(
    school: Path, wanted: tuple[str, ...], loaded: set[str]
) -> None:
    assert set(load_workspace(school, wanted).files) == loaded


def test_without_a_wish_everything_there_is_loaded(school: Path) -> None:
    (school / "data" / "mentors.yaml").unlink()
    (school / "data" / "surveys").mkdir()
    (school / "data" / "surveys" / "curator.yaml").write_text("title: А\n", "utf-8")
    there = {key for key in ALL_FILES if (school / "data" / f"{key}.yaml").exists()}
    assert "mentors" not in there
    assert set(load_workspace(school).files) == {*there, "surveys/curator"}


@pytest.mark.parametrize(("dry_run", "locked"), [(False, True), (True, False)])
def test_a_trial_run_keeps_nobody_out(school: Path, dry_run: bool, locked: bool) -> None:
    with changing(Run(school, DAY, dry_run)):
        assert (school / ".roadmap" / "lock").exists() is locked
    if locked:
        assert (school / ".roadmap" / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize(("deeper", "found"), [("", True), ("data", True), ("a/b/c", True)])
def test_the_workspace_is_found_upwards(school: Path, deeper: str, found: bool) -> None:
    start = school / deeper
    start.mkdir(parents=True, exist_ok=True)
    assert (find_workspace(start) == school) is found


def test_a_named_folder_must_be_one_itself(school: Path) -> None:
    assert find_workspace(Path("/"), school) == school
    with pytest.raises(WorkspaceNotFoundError, match="нет дорожной карты"):
        find_workspace(school, school / "data")
    with pytest.raises(WorkspaceNotFoundError, match="здесь и в папках выше"):
        find_workspace(school.parent)
