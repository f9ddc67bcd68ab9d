"""The plan of pairs on the screen: how wide names may be."""

from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"
LONGEST = "Иванова-Ли Дарья Андреевна"


@pytest.mark.parametrize(
    ("columns", "whole"), [(80, False), (99, False), (100, True), (101, True), (120, True)]
)
def test_names_are_whole_where_there_is_room(
    run: Run, school: Path, columns: int, whole: bool
) -> None:
    for name in ("pairs", "plans", "meetings", "matching"):
        (school / "data" / f"{name}.yaml").unlink()
    outcome = run("match", "propose", columns=columns, today=TODAY)
    assert outcome.code == 0
    table = outcome.out.partition("\n\n")[0]
    assert (LONGEST in table) is whole
    assert max(map(len, outcome.out.splitlines())) <= columns


def test_nobody_to_match_is_said(run: Run, school: Path) -> None:
    (school / "data" / "mentees.yaml").write_text("mentees: []\n", encoding="utf-8")
    for name in ("pairs", "plans", "meetings", "matching"):
        (school / "data" / f"{name}.yaml").unlink()
    assert run("match", "propose", today=TODAY).out == "Наставляемых без наставника нет.\n"
