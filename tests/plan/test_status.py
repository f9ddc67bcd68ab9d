"""The report behind `roadmap status`: counts, shares, the nearest day, proofs."""

from datetime import date, timedelta

import pytest

from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument
from roadmap_cli.domain.model.files.roadmap import Activity, Roadmap, Stage, Task, TaskStatus
from roadmap_cli.domain.plan.proofs import files_of_proofs, is_there, speaks_for_itself
from roadmap_cli.domain.plan.status import StatusReport, status_report
from roadmap_cli.domain.plan.urgency import Urgency
from tests.records import DAY, YEAR, dataset, mentors, roadmap, task

DONE, CANCELLED = TaskStatus.DONE, TaskStatus.CANCELLED
MONTH = timedelta(days=30)


def _report(*tasks: Task) -> StatusReport:
    return status_report(dataset(roadmap(*tasks)), DAY, MONTH)


@pytest.mark.parametrize(
    ("statuses", "total", "done", "share"),
    [
        ((), 0, 0, 0.0),
        ((CANCELLED,), 0, 0, 0.0),
        ((DONE,), 1, 1, 1.0),
        ((DONE, CANCELLED), 1, 1, 1.0),
        ((DONE, TaskStatus.PLANNED, TaskStatus.IN_PROGRESS, DONE, CANCELLED), 4, 2, 0.5),
        ((TaskStatus.PLANNED,), 1, 0, 0.0),
    ],
)
def test_cancelled_tasks_are_not_counted(
    statuses: tuple[TaskStatus, ...], total: int, done: int, share: float
) -> None:
    tasks = [task(number, status=each) for number, each in enumerate(statuses, 1)]
    progress = _report(*tasks).progress
    assert (progress.total, progress.done, progress.share) == (total, done, share)
    assert sum(progress.by_urgency.values()) == len(statuses)


@pytest.mark.parametrize(
    ("notations", "due"),
    [
        (("30.11.2025",), None),
        (("01.12.2025",), "2025-12-01"),
        (("30.11.2025", "02.12.2025"), "2025-12-02"),
        (("05.12.2025", "02.12.2025"), "2025-12-02"),
        (("постоянно",), None),
        ((), None),
    ],
)
def test_the_nearest_day_of_a_stage_is_still_ahead(
    notations: tuple[str, ...], due: str | None
) -> None:
    tasks = [task(number, deadline=each) for number, each in enumerate(notations, 1)]
    tasks.append(task(9, deadline="01.12.2025", status=DONE))
    (stage,) = _report(*tasks).stages
    assert stage.next_due == (None if due is None else date.fromisoformat(due))


def test_tasks_of_one_sort_the_most_pressing_first() -> None:
    report = _report(
        task(1, deadline="15.12.2025"), task(2, deadline="02.12.2025"), task(3, deadline="ноябрь")
    )
    assert [each.id for each in report.having(Urgency.SOON)] == ["1.1.2", "1.1.1"]
    assert [each.id for each in report.having(Urgency.OVERDUE)] == ["1.1.3"]
    assert report.having(Urgency.LATER) == []


@pytest.mark.parametrize(
    ("stage", "ids"), [(None, ["1.1.1", "2.1.1"]), ("1", ["1.1.1"]), ("2", ["2.1.1"]), ("3", [])]
)
def test_a_report_may_be_about_one_stage(stage: str | None, ids: list[str]) -> None:
    stages = tuple(
        Stage(id=n, title="Э", activities=(
            Activity(id=f"{n}.1", title="М", tasks=(Task(id=f"{n}.1.1", text="П"),)),))
        for n in "12"
    )  # fmt: skip
    data = dataset(Roadmap(title="План", school_year=YEAR, stages=stages))
    report = status_report(data, DAY, MONTH, stage)
    assert [planned.id for planned, _ in report.tasks] == ids
    assert [each.stage.id for each in report.stages] == [each[0] for each in ids]
    assert [each.progress.total for each in report.stages] == [1] * len(ids)
    assert (report.title, report.school_year) == ("План", "2025/2026")


PAPER = Evidence(paper="в папке")
FILE = Evidence(file="а.docx")
LOST = Evidence(file="б.docx")
ORDER = Evidence(document="order.pairs")
DRAFT = Evidence(document="order.rewards")
MENTORS = Evidence(records=RecordsKind.MENTORS)
MENTEES = Evidence(records=RecordsKind.MENTEES)
LINK = Evidence(link="https://a")
DATA = dataset(
    mentors("li"),
    Register(
        documents=(
            RegisteredDocument(kind="order.rewards"),
            RegisteredDocument(kind="order.pairs"),
            RegisteredDocument(kind="order.pairs", number="5"),
            RegisteredDocument(kind="act.model", date=DAY),
        )
    ),
    present_files=frozenset({"а.docx"}),
)


@pytest.mark.parametrize(
    ("proof", "there", "speaks"),
    [
        (PAPER, True, False),
        (LINK, True, False),
        (FILE, True, False),
        (LOST, False, False),
        (ORDER, True, True),
        (Evidence(document="act.model"), True, True),
        (DRAFT, False, True),
        (Evidence(document="act.regulation"), False, True),
        (MENTORS, True, True),
        (MENTEES, False, True),
    ],
)
def test_a_proof_is_there_or_not(proof: Evidence, there: bool, speaks: bool) -> None:
    assert is_there(DATA, proof, DAY) is there
    assert speaks_for_itself(proof) is speaks


@pytest.mark.parametrize(
    ("status", "proofs", "unproven", "waiting"),
    [
        (DONE, (), False, False),
        (DONE, (PAPER, FILE, ORDER), False, False),
        (DONE, (PAPER, LOST), True, False),
        (DONE, (DRAFT,), True, False),
        (TaskStatus.PLANNED, (), False, False),
        (TaskStatus.PLANNED, (ORDER,), False, True),
        (TaskStatus.IN_PROGRESS, (MENTORS,), False, True),
        (TaskStatus.PLANNED, (DRAFT, ORDER), False, True),
        (TaskStatus.PLANNED, (DRAFT, MENTEES), False, False),
        (TaskStatus.PLANNED, (PAPER, FILE), False, False),
        (TaskStatus.PLANNED, (LOST,), False, False),
        (CANCELLED, (ORDER, LOST), False, False),
    ],
)
def test_proofs_of_done_tasks_are_missed_and_of_open_ones_noticed(
    status: TaskStatus, proofs: tuple[Evidence, ...], unproven: bool, waiting: bool
) -> None:
    plan = roadmap(task(status=status, evidence=proofs))
    data = DATA.having(records={**DATA.records, "roadmap": plan})
    report = status_report(data, DAY, MONTH)
    assert report.unproven == (("1.1.1",) if unproven else ())
    assert report.waiting == (("1.1.1",) if waiting else ())


@pytest.mark.parametrize(
    ("proofs", "wanted"),
    [
        ((), ()),
        ((PAPER, ORDER), ()),
        ((MENTORS,), ("mentors",)),
        ((PAPER, MENTEES), ("mentees",)),
        ((Evidence(records=RecordsKind.PLANS), MENTEES), ("pairs", "plans", "mentees")),
    ],
)
def test_the_files_of_records_are_wanted_when_some_task_is_proven_by_them(
    proofs: tuple[Evidence, ...], wanted: tuple[str, ...]
) -> None:
    assert files_of_proofs(roadmap(task(1), task(2, evidence=proofs))) == wanted
