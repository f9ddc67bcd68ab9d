"""How a task stands on a day: each limit the day before, on it, the day after."""

from datetime import date, timedelta
from typing import Any

import pytest

from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.plan.planned import (
    PlannedTask,
    is_responsible,
    planned_tasks,
    shown_name,
)
from roadmap_cli.domain.plan.urgency import Urgency, soonest_first, urgency
from tests.records import dataset, people, roadmap, task

OVERDUE, SOON, RUNNING = Urgency.OVERDUE, Urgency.SOON, Urgency.RUNNING
LATER, UNDATED = Urgency.LATER, Urgency.UNDATED


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _planned(notation: str | None, **keys: Any) -> PlannedTask:
    (planned,) = planned_tasks(dataset(roadmap(task(deadline=notation, **keys))))
    return planned


@pytest.mark.parametrize(
    ("notation", "today", "stands"),
    [
        # Overdue from the day after.
        ("01.12.2025", "2025-11-30", SOON),
        ("01.12.2025", "2025-12-01", SOON),
        ("01.12.2025", "2025-12-02", OVERDUE),
        ("ноябрь 2025", "2025-11-30", SOON),
        ("ноябрь 2025", "2025-12-01", OVERDUE),
        # Thirty days ahead are near.
        ("31.12.2025", "2025-11-30", LATER),
        ("31.12.2025", "2025-12-01", SOON),
        ("31.12.2025", "2025-12-02", SOON),
        ("до 31.12.2025", "2025-11-30", LATER),
        ("до 31.12.2025", "2025-12-01", SOON),
        # A span runs from its first day on.
        ("ноябрь–декабрь 2025", "2025-10-31", LATER),
        ("ноябрь–декабрь 2025", "2025-11-01", RUNNING),
        ("ноябрь–декабрь 2025", "2025-11-02", RUNNING),
        ("ноябрь–декабрь 2025", "2025-11-30", RUNNING),
        ("ноябрь–декабрь 2025", "2025-12-01", SOON),
        ("с 01.12.2025", "2025-11-30", LATER),
        ("с 01.12.2025", "2025-12-01", RUNNING),
        ("с 01.12.2025", "2026-12-01", RUNNING),
        # What repeats stands as its first open period.
        ("каждый понедельник", "2025-08-31", LATER),
        ("каждый понедельник", "2025-09-01", SOON),
        ("каждый понедельник", "2025-09-02", OVERDUE),
        ("ежегодно, до 1 октября", "2025-08-31", LATER),
        ("ежегодно, до 1 октября", "2025-09-01", SOON),
        ("ежегодно, до 1 октября", "2025-10-01", SOON),
        ("ежегодно, до 1 октября", "2025-10-02", OVERDUE),
        ("ежегодно", "2025-12-01", RUNNING),
        ("1 раз в четверть", "2025-12-01", RUNNING),
        # No day at all.
        ("постоянно", "2025-12-01", RUNNING),
        ("по запросу", "2025-12-01", UNDATED),
        ("когда-нибудь", "2025-12-01", UNDATED),
        (None, "2025-12-01", UNDATED),
    ],
)
def test_a_task_stands_so_on_a_day(notation: str | None, today: str, stands: Urgency) -> None:
    for status in (TaskStatus.PLANNED, TaskStatus.IN_PROGRESS):
        assert urgency(_planned(notation, status=status), _day(today)) is stands


@pytest.mark.parametrize(
    ("days", "today", "stands"),
    [
        (0, "2025-11-30", LATER),
        (0, "2025-12-01", SOON),
        (0, "2025-12-02", OVERDUE),
        (7, "2025-11-23", LATER),
        (7, "2025-11-24", SOON),
    ],
)
def test_what_is_near_can_be_told(days: int, today: str, stands: Urgency) -> None:
    assert urgency(_planned("01.12.2025"), _day(today), timedelta(days=days)) is stands


@pytest.mark.parametrize(
    ("status", "stands", "is_open"),
    [
        (TaskStatus.PLANNED, OVERDUE, True),
        (TaskStatus.IN_PROGRESS, OVERDUE, True),
        (TaskStatus.DONE, Urgency.DONE, False),
        (TaskStatus.CANCELLED, Urgency.CANCELLED, False),
    ],
)
def test_a_closed_task_is_not_late(status: TaskStatus, stands: Urgency, is_open: bool) -> None:
    planned = _planned("01.12.2025", status=status)
    assert urgency(planned, _day("2026-01-01")) is stands
    assert planned.is_open is is_open


@pytest.mark.parametrize(
    ("notation", "due"),
    [
        ("01.12.2025", "2025-12-01"),
        ("каждый понедельник", "2025-09-01"),
        ("каждый вторник", "2025-09-02"),
        ("ежемесячно", "2025-09-30"),
        ("ежемесячно с октября по май", "2025-10-31"),
        ("ежедневно", None),
        ("1 раз в 2 недели", "2025-09-14"),
        ("ежегодно, до 1 октября", "2025-10-01"),
        ("1 раз в четверть", None),
        ("постоянно", None),
    ],
)
def test_the_day_by_which_something_is_wanted(notation: str, due: str | None) -> None:
    assert _planned(notation).due == (None if due is None else _day(due))


@pytest.mark.parametrize(
    ("own", "above", "holds", "inherits"),
    [
        ("01.12.2025", "01.11.2025", "2025-12-01", False),
        (None, "01.11.2025", "2025-11-01", True),
        ("01.12.2025", None, "2025-12-01", False),
        (None, None, None, False),
    ],
)
def test_a_task_without_a_deadline_has_the_activitys(
    own: str | None, above: str | None, holds: str | None, inherits: bool
) -> None:
    (planned,) = planned_tasks(dataset(roadmap(task(deadline=own), deadline=above)))
    assert planned.deadline.end == (None if holds is None else _day(holds))
    assert planned.inherits_deadline is inherits


@pytest.mark.parametrize(
    ("own", "above", "shown"),
    [
        ("ли", "Но А.", "ли"),
        (None, "Но А.", "Но А."),
        ("li", None, "Li"),
        (None, "li", "Li"),
        (None, None, None),
    ],
)
def test_a_task_without_a_responsible_has_the_activitys(
    own: str | None, above: str | None, shown: str | None
) -> None:
    plan = roadmap(task(responsible=own), responsible=above)
    (planned,) = planned_tasks(dataset(plan, people("Li")))
    assert planned.responsible == shown
    assert shown_name(own, people("Li")) == ("Li" if own == "li" else own)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("иванова", True), ("ИвановаА.П.", True), ("Иванова а п", True), ("Петрова", False)],
)
def test_a_responsible_is_found_by_a_part_of_the_name(wanted: str, found: bool) -> None:
    planned = _planned(None, responsible="Директор, Иванова А.П.")
    assert is_responsible(planned, wanted) is found
    assert not is_responsible(_planned(None), wanted)


def test_the_soonest_come_first_and_those_without_a_day_last() -> None:
    notations = ("постоянно", "03.12.2025", "01.12.2025", "по запросу", "03.12.2025")
    tasks = [task(number, deadline=each) for number, each in enumerate(notations, 1)]
    planned = planned_tasks(dataset(roadmap(*tasks)))
    order = [each.id for each in soonest_first(planned)]
    assert order == ["1.1.3", "1.1.2", "1.1.5", "1.1.1", "1.1.4"]
