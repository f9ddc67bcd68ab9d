"""The screen of an edit: a line an item, and in a trial run the lines of the files."""

import io

import pytest
from rich.console import Console, Group
from rich.text import Text

from roadmap_cli.domain.model.changes import SetKey
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.render.edits import edit_view

CHANGE = SetKey("f", ("a",), "b")
DIFFERENCE = "--- f\n+++ f\n@@ -1 +1 @@\n a\n-b\n+c\n"


def _lines(edits: list[Edit], difference: str, *, dry_run: bool) -> list[str]:
    stream = io.StringIO()
    console = Console(file=stream, width=80, color_system=None)
    console.print(edit_view(edits, difference, dry_run=dry_run))
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("edits", "dry_run", "lines"),
    [
        ([], False, ["Менять нечего."]),
        ([Edit("1.1", "выполнено", (CHANGE,))], False, ["1.1  выполнено"]),
        ([Edit("1.1", "выполнено", ())], False, ["1.1  выполнено — без изменений"]),
        ([], True, ["Менять нечего.", "Пробный запуск: файлы не изменены."]),
        (
            [Edit("1.1", "выполнено", (CHANGE,)), Edit("1.2", "выполнено", ())],
            True,
            [
                "1.1  выполнено",
                "1.2  выполнено — без изменений",
                "Пробный запуск: файлы не изменены.",
            ],
        ),
    ],
)
def test_what_happened_to_which_item(edits: list[Edit], dry_run: bool, lines: list[str]) -> None:
    assert _lines(edits, "", dry_run=dry_run) == lines


@pytest.mark.parametrize("dry_run", [False, True])
def test_only_a_trial_run_shows_the_lines_of_files(dry_run: bool) -> None:
    edits = [Edit("1.1", "выполнено", (CHANGE,))]
    shown = _lines(edits, DIFFERENCE, dry_run=dry_run)
    assert shown[2:] == (DIFFERENCE.splitlines() if dry_run else [])


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("--- f", "dim"), ("+++ f", "dim"), ("@@ -1 +1 @@", "dim"), ("-b", "red"), ("+c", "green"),
        ("--", "red"), ("++", "green"), ("- ---", "red"), (" a", ""), ("", ""),
    ],
)  # fmt: skip
def test_lines_that_go_and_come_have_their_colours(line: str, style: str) -> None:
    view = edit_view([Edit("1.1", "выполнено", (CHANGE,))], f"{line}\n", dry_run=True)
    assert isinstance(view, Group)
    last = view.renderables[-1]
    assert isinstance(last, Text)
    assert (last.plain, last.style) == (line, style)
