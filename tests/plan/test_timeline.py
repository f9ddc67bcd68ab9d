"""The plan on a line of months: its bounds and its bars."""

from datetime import date

import pytest

from roadmap_cli.domain.model.files.roadmap import Activity, Roadmap, Stage, Task, TaskStatus
from roadmap_cli.domain.plan.timeline import Timeline, timeline
from roadmap_cli.domain.plan.urgency import Urgency
from tests.records import DAY, YEAR, dataset, roadmap, task


def _line(*notations: str, tasks: bool = True) -> Timeline:
    own = [task(number, deadline=each) for number, each in enumerate(notations, 1)]
    return timeline(dataset(roadmap(*own)), DAY, with_tasks=tasks, stage_id=None)


@pytest.mark.parametrize(
    ("notations", "first", "last"),
    [
        ((), "2025-09-01", "2026-05-31"),
        (("31.05.2026",), "2025-09-01", "2026-05-31"),
        (("01.06.2026",), "2025-09-01", "2026-06-01"),
        (("01.09.2025",), "2025-09-01", "2026-05-31"),
        (("31.08.2025",), "2025-08-01", "2026-05-31"),
        (("с 15.07.2025", "до 20.06.2026"), "2025-07-01", "2026-06-20"),
        (("постоянно",), "2025-09-01", "2026-05-31"),
    ],
)
def test_the_line_covers_the_school_year_and_every_deadline(
    notations: tuple[str, ...], first: str, last: str
) -> None:
    line = _line(*notations)
    assert (str(line.first), str(line.last)) == (first, last)


@pytest.mark.parametrize(
    ("notation", "start", "end"),
    [
        ("01.12.2025", "2025-12-01", "2025-12-01"),
        ("ноябрь–декабрь 2025", "2025-11-01", "2025-12-31"),
        ("до 05.12.2025", "2025-12-05", "2025-12-05"),
        ("с 05.12.2025", "2025-12-05", "2025-12-05"),
        ("постоянно", None, None),
    ],
)
def test_a_bar_goes_from_the_first_day_to_the_last(
    notation: str, start: str | None, end: str | None
) -> None:
    bar = _line(notation).bars[-1]
    assert (bar.id, bar.level) == ("1.1.1", 2)
    days = tuple(None if each is None else date.fromisoformat(each) for each in (start, end))
    assert (bar.start, bar.end) == days


@pytest.mark.parametrize(
    ("notations", "start", "end", "urgency"),
    [
        (("декабрь 2025", "ноябрь 2025"), "2025-11-01", "2025-12-31", Urgency.OVERDUE),
        (("05.12.2025", "март 2026"), "2025-12-05", "2026-03-31", Urgency.SOON),
        (("март 2026", "постоянно"), "2026-03-01", "2026-03-31", Urgency.RUNNING),
        (("31.12.2025",), "2025-12-31", "2025-12-31", Urgency.SOON),
        (("01.01.2026",), "2026-01-01", "2026-01-01", Urgency.LATER),
    ],
)
def test_a_summary_covers_its_tasks_and_stands_as_the_most_pressing(
    notations: tuple[str, ...], start: str, end: str, urgency: Urgency
) -> None:
    line = _line(*notations, tasks=False)
    assert [(bar.id, bar.level) for bar in line.bars] == [("1", 0), ("1.1", 1)]
    for bar in line.bars:
        assert (str(bar.start), str(bar.end), bar.urgency) == (start, end, urgency)


@pytest.mark.parametrize(
    ("stage", "with_tasks", "ids"),
    [
        (None, True, "1 1.1 1.1.1 2 2.1 2.1.1"),
        (None, False, "1 1.1 2 2.1"),
        ("2", True, "2 2.1 2.1.1"),
        ("3", True, ""),
    ],
)
def test_the_bars_of_one_stage_with_tasks_or_without(
    stage: str | None, with_tasks: bool, ids: str
) -> None:
    stages = [
        Stage(id=n, title="Э", activities=(
            Activity(id=f"{n}.1", title="М",
                     tasks=(Task(id=f"{n}.1.1", text="П", status=TaskStatus.DONE),)),
            Activity(id=f"{n}.2", title="Пустое"),
        ))
        for n in "12"
    ]  # fmt: skip
    stages.append(Stage(id="3", title="Пустой"))
    data = dataset(Roadmap(title="П", school_year=YEAR, stages=tuple(stages)))
    line = timeline(data, DAY, with_tasks=with_tasks, stage_id=stage)
    assert [bar.id for bar in line.bars] == ids.split()
    assert all(bar.urgency is Urgency.DONE for bar in line.bars)
