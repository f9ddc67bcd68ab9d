"""The roadmap on months: what everybody sees is what is recorded, not what is late."""

from pathlib import Path

import pytest

from tests.conftest import Run


def _states(run: Run, workspace: Path) -> dict[str, str]:
    outcome = run("export", "site", "сайт", today="2026-05-01")
    assert outcome.code == 0, outcome.err
    text = (workspace / "сайт" / "dorozhnaia-karta.html").read_text("utf-8")
    rows = text.partition("<tbody>")[2].partition("</tbody>")[0].splitlines()
    found = {}
    for row in rows:
        if "<th" in row:
            number = row.partition('scope="row">')[2].partition(" ")[0]
            found[number] = row.rpartition("<td>")[2].partition("</td>")[0]
    return found


@pytest.mark.parametrize(
    ("commands", "activity", "stage"),
    [
        ([], "запланировано", "запланировано"),
        ([["start", "1.1.1"]], "в работе", "в работе"),
        ([["done", "1.1.1"]], "в работе", "в работе"),
        ([["done", "1.1.1", "1.1.2", "1.1.3"]], "выполнено", "в работе"),
        ([["done", "1.1.1", "1.1.2"], ["cancel", "1.1.3"]], "выполнено", "в работе"),
        ([["cancel", "1.1.1", "1.1.2", "1.1.3"]], "отменено", "запланировано"),
    ],
)
@pytest.mark.usefixtures("school")
def test_a_bar_stands_for_what_is_below_it(
    run: Run, workspace: Path, commands: list[list[str]], activity: str, stage: str
) -> None:
    for words in commands:
        assert run(*words, today="2026-05-01").code == 0
    states = _states(run, workspace)
    assert (states["1.1"], states["1"]) == (activity, stage)
    assert "просрочено" not in states.values()
