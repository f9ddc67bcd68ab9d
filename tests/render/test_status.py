"""`status`: which columns there are at which width, and how many rows before «… и ещё»."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.render.plans import write_plan

LATE, SOON = "до 01.11.2023", "до 20.11.2023"
NARROW = ["№", "Этап", "Готово", "Проср."]
MIDDLE = ["№", "Этап", "Готово", "Просрочено", "Ближайший срок"]


@pytest.mark.parametrize(
    ("columns", "titles", "with_bar"),
    [
        (40, NARROW, False),
        (61, NARROW, False),
        (62, MIDDLE, False),
        (63, MIDDLE, False),
        (71, MIDDLE, False),
        (72, MIDDLE, True),
        (73, MIDDLE, True),
        (120, MIDDLE, True),
    ],
)
def test_a_wider_screen_has_more_columns(
    run: Run, columns: int, titles: list[str], with_bar: bool
) -> None:
    lines = run("status", columns=columns).out.splitlines()
    head = next(line for line in lines if line.startswith("№"))
    assert head.replace("Ближайший срок", "Ближайший_срок").split() == [
        title.replace(" ", "_") for title in titles
    ]
    assert any("░" in line for line in lines) is with_bar
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize(
    ("late", "rest"),
    [
        (1, None),
        (9, None),
        (10, None),
        (11, "… и ещё 1 пункт: roadmap deadlines --overdue"),
        (12, "… и ещё 2 пункта: roadmap deadlines --overdue"),
        (15, "… и ещё 5 пунктов: roadmap deadlines --overdue"),
        (21, "… и ещё 11 пунктов: roadmap deadlines --overdue"),
    ],
)
def test_ten_late_tasks_are_listed(run: Run, workspace: Path, late: int, rest: str | None) -> None:
    write_plan(workspace, [LATE] * late)
    out = run("status").out
    assert f"Просрочено: {late}" in out
    assert out.count("  Пункт ") == min(late, 10)
    assert [line for line in out.splitlines() if line.startswith("…")] == ([rest] if rest else [])


@pytest.mark.parametrize(("words", "days"), [((), 30), (("--within", "2w"), 14)])
def test_what_is_near_is_cut_with_its_horizon(
    run: Run, workspace: Path, words: tuple[str, ...], days: int
) -> None:
    write_plan(workspace, [SOON] * 11)
    out = run("status", *words).out
    assert f"… и ещё 1 пункт: roadmap deadlines --within {days}d" in out


def test_everything_is_never_cut(run: Run, workspace: Path) -> None:
    write_plan(workspace, [LATE] * 11)
    out = run("status", "--all").out
    assert out.count("Пункт ") >= 11
    assert "… и ещё" not in out


@pytest.mark.parametrize(
    ("deadline", "today", "closing"),
    [
        (LATE, "2023-11-01", "Подробно о пункте"),
        (LATE, "2023-11-02", "Подробно о пункте"),
        (LATE, "2023-10-02", "Подробно о пункте"),
        (LATE, "2023-10-01", "Ничего срочного. Ближайший срок: 01.11.2023."),
        ("", "2023-10-01", "Ничего срочного.\n"),
    ],
)
def test_the_last_line_says_what_is_urgent(
    run: Run, workspace: Path, deadline: str, today: str, closing: str
) -> None:
    write_plan(workspace, [deadline])
    # The horizon is thirty days: thirty-one days ahead the task is not near yet.
    assert closing in run("status", today=today).out


@pytest.mark.parametrize(
    ("columns", "with_who"), [(60, False), (63, False), (64, True), (65, True)]
)
def test_a_list_of_tasks_names_who_answers_where_there_is_room(
    run: Run, columns: int, with_who: bool
) -> None:
    assert ("Ответственный" in run("deadlines", columns=columns).out) is with_who
