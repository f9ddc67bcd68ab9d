"""Long lists cut to what a person reads: made files, imported changes, hints of problems."""

import io

import pytest
from rich.console import Console, RenderableType

from roadmap_cli.domain.model.changes import SetKey
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.problems import Place, Problem, Severity
from roadmap_cli.render.imports import import_view
from roadmap_cli.render.papers.documents import made_view
from roadmap_cli.render.problems import check_view, problem_lines


def _shown(view: RenderableType) -> list[str]:
    stream = io.StringIO()
    Console(file=stream, width=100, color_system=None).print(view)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("count", "lines", "rest"),
    [(1, 1, None), (11, 11, None), (12, 12, None), (13, 5, "… ещё 9"), (60, 5, "… ещё 56")],
)
def test_twelve_files_are_named(count: int, lines: int, rest: str | None) -> None:
    shown = _shown(made_view([(f"{n}.docx", True) for n in range(1, count + 1)], dry_run=False))
    assert len(shown) == lines
    assert shown[0] == "Создан файл: 1.docx"
    assert shown[-1] == f"Создан файл: {count}.docx"
    assert [line for line in shown if line.startswith("…")] == ([rest] if rest else [])


@pytest.mark.parametrize(
    ("written", "dry_run", "said"),
    [
        (True, False, "Создан файл"),
        (False, False, "Без изменений"),
        (True, True, "Пробный запуск. Был бы создан файл"),
    ],
)
def test_what_became_of_a_file(written: bool, dry_run: bool, said: str) -> None:
    assert _shown(made_view([("x.docx", written)], dry_run=dry_run)) == [f"{said}: x.docx"]


def _edits(count: int) -> list[Edit]:
    change = SetKey("f", ("a",), "b")
    return [Edit(f"i{n}", "новая запись: человек", (change,)) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "whole", "shown", "rest"),
    [
        (1, False, 1, None), (14, False, 14, None), (15, False, 15, None),
        (16, False, 15, "… и ещё 1"), (40, False, 15, "… и ещё 25"), (40, True, 40, None),
    ],
)  # fmt: skip
def test_fifteen_changes_are_shown_before_a_question(
    count: int, whole: bool, shown: int, rest: str | None
) -> None:
    lines = _shown(import_view("список", _edits(count), whole=whole))
    assert sum("новая запись: человек" in line for line in lines) == shown
    assert [line for line in lines if line.startswith("…")] == ([rest] if rest else [])
    assert lines[-1].endswith(f"новая запись — {count}.")


def test_an_import_of_nothing_new_says_so() -> None:
    assert _shown(import_view("список", [], whole=False))[-1] == "Нового нет, менять нечего."


def _problem(line: int, code: str = "c", severity: Severity = Severity.WARNING) -> Problem:
    return Problem(code, "что-то не так", Place("f", line), "как исправить", severity)


@pytest.mark.parametrize(
    ("problems", "hints"),
    [
        ([_problem(1)], 1),
        ([_problem(1), _problem(2)], 1),
        ([_problem(1), _problem(2, "d")], 2),
        ([_problem(1, severity=Severity.ERROR), _problem(2, severity=Severity.ERROR)], 2),
        ([_problem(1, severity=Severity.ERROR), _problem(2)], 1),
        ([_problem(1), _problem(2, severity=Severity.ERROR)], 2),
        ([_problem(1)._replace(hint=None), _problem(2)], 1),
    ],
)
def test_a_hint_stands_once_for_remarks_and_always_for_errors(
    problems: list[Problem], hints: int
) -> None:
    shown = [line for each in problem_lines(problems) for line in _shown(each)]
    assert sum("как исправить" in line for line in shown) == hints
    assert len(shown) == len(problems) + hints


@pytest.mark.parametrize(
    ("errors", "remarks", "said"),
    [
        (0, 1, "Итого: 1 замечание."),
        (1, 0, "Итого: 1 ошибка."),
        (2, 5, "Итого: 2 ошибки, 5 замечаний."),
        (11, 21, "Итого: 11 ошибок, 21 замечание."),
    ],
)
def test_errors_and_remarks_are_counted_apart(errors: int, remarks: int, said: str) -> None:
    found = [_problem(n, severity=Severity.ERROR) for n in range(errors)]
    found += [_problem(n) for n in range(remarks)]
    assert _shown(check_view(found))[-1] == said


def test_nothing_found_is_said() -> None:
    assert _shown(check_view([])) == ["Замечаний нет."]
