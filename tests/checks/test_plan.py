"""Checks of the plan: what each finds, and the nearest thing that it leaves alone."""

from datetime import date, timedelta
from typing import Any

import pytest

from roadmap_cli.domain.checks import plan_gaps, plan_structure
from roadmap_cli.domain.checks.table import Rule
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument
from roadmap_cli.domain.model.files.roadmap import Activity, Roadmap, Stage, Task, TaskStatus
from roadmap_cli.domain.plan.status import status_report
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON
from tests.records import AFTER, BEFORE, DAY, YEAR, dataset, mentors, roadmap, task

PLANNED, GOING = TaskStatus.PLANNED, TaskStatus.IN_PROGRESS
DONE, CANCELLED = TaskStatus.DONE, TaskStatus.CANCELLED


def _said(rule: Rule, *tasks: Task, more: tuple[Any, ...] = (), **keys: Any) -> list[str]:
    return [each.message for each in rule(dataset(roadmap(*tasks, **keys), *more), DAY)]


@pytest.mark.parametrize(
    ("first", "days", "found"),
    [
        # The school year begins on 1 September and ends on 31 August; two months are let be.
        (YEAR.start, -61, False),
        (YEAR.start, -62, False),
        (YEAR.start, -63, True),
        (YEAR.end, 61, False),
        (YEAR.end, 62, False),
        (YEAR.end, 63, True),
        (YEAR.start, 0, False),
        (YEAR.end, 365, True),
        (YEAR.start, -365, True),
    ],
)
def test_a_deadline_far_outside_the_year(first: date, days: int, found: bool) -> None:
    day = first + timedelta(days=days)
    notation = f"{day:%d.%m.%Y}"
    said = [f"срок «{notation}» лежит за пределами 2025/2026 учебного года"] if found else []
    assert _said(plan_gaps.deadline_outside_year, task(deadline=notation)) == said
    assert _said(plan_gaps.deadline_outside_year, task(), deadline=notation) == said


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        ("до 30.06.2025", True),
        ("до 01.07.2025", False),
        ("с 01.11.2026", False),
        ("с 02.11.2026", True),
        ("с 01.01.2020", False),
        ("до 01.01.2030", False),
        ("июнь 2025", True),
        ("июнь–июль 2025", False),
        ("ноябрь 2026", False),
        ("постоянно", False),
    ],
)
def test_only_what_lies_outside_as_a_whole(notation: str, found: bool) -> None:
    assert bool(_said(plan_gaps.deadline_outside_year, task(deadline=notation))) is found


@pytest.mark.parametrize(
    ("own", "above", "bare"),
    [
        (("май", "май"), None, ""),
        ((None, "май"), None, "1.1.1"),
        ((None, None), None, "1.1.1, 1.1.2"),
        ((None, None), "май", ""),
        (("", "май"), None, "1.1.1"),
        ((), None, ""),
    ],
)
def test_a_task_without_deadline_or_responsible(
    own: tuple[str | None, ...], above: str | None, bare: str
) -> None:
    tasks = [task(n, deadline=each) for n, each in enumerate(own, 1)]
    said = [f"у мероприятия 1.1 нет срока (пункты: {bare})"] if bare else []
    assert _said(plan_gaps.deadline_missing, *tasks, deadline=above) == said
    tasks = [task(n, responsible=each) for n, each in enumerate(own, 1)]
    count = {"": "", "1.1.1": "1 пункт"}.get(bare, "2 пункта")
    said = [f"у мероприятия 1.1 нет ответственного ({count})"] if bare else []
    assert _said(plan_gaps.responsible_missing, *tasks, responsible=above) == said


@pytest.mark.parametrize(
    ("notation", "unreadable", "doubtful"),
    [
        ("май", False, False),
        ("по плану", False, False),
        ("когда-нибудь", True, False),
        ("май, май", False, True),
        ("май, июнь", False, False),
        ("май (май)", False, False),
        # A comment is no repetition.
        ("сентябрь (вводная), май (итоговая)", False, False),
        ("в пятницу 12 декабря 2025", False, False),
        ("в пятницу 11 декабря 2025", False, True),
        # One of two Augusts, unless the year is written.
        ("август", False, True),
        ("до 30.08", False, True),
        ("с 1 августа", False, True),
        ("август 2026", False, False),
        ("август – сентябрь", False, False),
        ("июль", False, False),
    ],
)
def test_a_deadline_that_is_not_understood_or_doubtful(
    notation: str, unreadable: bool, doubtful: bool
) -> None:
    assert bool(_said(plan_gaps.deadline_unreadable, task(deadline=notation))) is unreadable
    assert bool(_said(plan_gaps.deadline_doubtful, task(deadline=notation))) is doubtful


@pytest.mark.parametrize(
    ("status", "done_on", "found"),
    [
        (DONE, None, "done_without_date"),
        (DONE, DAY, None),
        (DONE, BEFORE, None),
        (DONE, AFTER, "done_in_future"),
        (PLANNED, None, None),
        (PLANNED, DAY, "date_without_done"),
        (GOING, DAY, "date_without_done"),
        (CANCELLED, DAY, "date_without_done"),
        (CANCELLED, None, None),
    ],
)
def test_the_day_of_completion(status: TaskStatus, done_on: date | None, found: str | None) -> None:
    own = task(status=status, done_on=done_on)
    rules = ("done_without_date", "date_without_done", "done_in_future")
    assert [name for name in rules if _said(getattr(plan_gaps, name), own)] == (
        [found] if found else []
    )


PAPER, LINK = Evidence(paper="в папке"), Evidence(link="https://a")
FILE, ORDER = Evidence(file="а.docx"), Evidence(document="order.pairs")
MENTORS = Evidence(records=RecordsKind.MENTORS)
NAMES = ("done_without_evidence", "evidence_file_missing", "evidence_document_missing",
         "evidence_waiting", "evidence_form")  # fmt: skip
SIGNED = Register(documents=(RegisteredDocument(kind="order.pairs", number="1"),))


def _data(*more: Any, files: frozenset[str] = frozenset(), **keys: Any) -> Dataset:
    return dataset(roadmap(task(**keys)), *more, present_files=files)


@pytest.mark.parametrize(
    ("status", "proof", "there", "found"),
    [
        (DONE, None, False, ["done_without_evidence"]),
        (PLANNED, None, False, []),
        (CANCELLED, None, False, []),
        (DONE, PAPER, False, []),
        (DONE, FILE, True, []),
        (DONE, FILE, False, ["evidence_file_missing"]),
        (PLANNED, FILE, False, ["evidence_file_missing"]),
        (PLANNED, FILE, True, []),
        (DONE, ORDER, True, []),
        (DONE, ORDER, False, ["evidence_document_missing"]),
        (PLANNED, ORDER, True, ["evidence_waiting"]),
        (GOING, ORDER, True, ["evidence_waiting"]),
        (PLANNED, ORDER, False, []),
        (CANCELLED, ORDER, True, []),
        (CANCELLED, ORDER, False, []),
        (DONE, MENTORS, True, []),
        (DONE, MENTORS, False, ["evidence_document_missing"]),
        (GOING, MENTORS, True, ["evidence_waiting"]),
        (DONE, Evidence(), False, ["evidence_form"]),
        (DONE, Evidence(paper="п", link="https://a"), False, ["evidence_form"]),
        (DONE, Evidence(paper="", link="https://a"), False, []),
        (DONE, LINK, False, []),
    ],
)
def test_proofs(status: TaskStatus, proof: Evidence | None, there: bool, found: list[str]) -> None:
    more = (SIGNED, mentors("m")) if there else ()
    data = _data(*more, files=frozenset({"а.docx"} if there else ()), status=status,
                 evidence=(proof,) if proof else ())  # fmt: skip
    assert [name for name in NAMES if list(getattr(plan_gaps, name)(data, DAY))] == found


@pytest.mark.parametrize(
    ("proof", "broken", "told"),
    [
        (MENTORS, set(), True), (MENTORS, {"mentors"}, False), (MENTORS, {"pairs"}, True),
        (ORDER, set(), True), (ORDER, {"documents"}, False), (ORDER, {"mentors"}, True),
        (Evidence(records=RecordsKind.FIRST), {"meetings"}, False),
        (Evidence(records=RecordsKind.FIRST), {"pairs"}, False),
        (Evidence(records=RecordsKind.FIRST), {"plans"}, True),
    ],
)  # fmt: skip
def test_nothing_is_said_of_proofs_in_a_file_that_cannot_be_read(
    proof: Evidence, broken: set[str], told: bool
) -> None:
    plan = roadmap(task(status=DONE, evidence=(proof,)))
    data = dataset(plan, unreadable=frozenset(broken))
    assert bool(list(plan_gaps.evidence_document_missing(data, DAY))) is told
    assert bool(status_report(data, DAY, DEFAULT_HORIZON).unproven) is told
    open_plan = roadmap(task(evidence=(proof,)))
    there = dataset(open_plan, SIGNED, mentors("m"), unreadable=frozenset(broken))
    met = proof.records is not RecordsKind.FIRST
    assert bool(list(plan_gaps.evidence_waiting(there, DAY))) is (told and met)
    assert bool(status_report(there, DAY, DEFAULT_HORIZON).waiting) is (told and met)


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("order.pairs", 'Впишите его: roadmap order register pairs --number "№" --date ДАТА'),
        ("act.model", 'Впишите его: roadmap act register model --number "№" --date ДАТА'),
        ("form.plan", None),
        ("letter.thanks", None),
    ],
)
def test_a_document_that_is_missed_can_be_registered(kind: str, hint: str | None) -> None:
    data = _data(status=DONE, evidence=(Evidence(document=kind),))
    (found,) = plan_gaps.evidence_document_missing(data, DAY)
    assert found.message == f"пункт 1.1.1 выполнен, но документа {kind} в журнале нет"
    assert found.hint == hint


def test_what_records_lack_is_told() -> None:
    (missed,) = plan_gaps.evidence_document_missing(_data(status=DONE, evidence=(MENTORS,)), DAY)
    assert missed.message == "пункт 1.1.1 выполнен, а база наставников — 0 из 1"
    (waits,) = plan_gaps.evidence_waiting(_data(mentors("m"), evidence=(MENTORS,)), DAY)
    assert waits.message == "база наставников есть, а пункт 1.1.1 не отмечен"
    (waits,) = plan_gaps.evidence_waiting(_data(SIGNED, evidence=(ORDER,)), DAY)
    assert waits.message == "документ order.pairs в журнале есть, а пункт 1.1.1 не отмечен"


def _plan(**ids: str) -> Dataset:
    """Stages and activities by their numbers: an activity is given with its tasks."""
    stages: dict[str, list[Activity]] = {}
    for activity, tasks in ids.items():
        number = activity.replace("_", ".").strip("a")
        own = Activity(id=number, title="М",
                       tasks=tuple(Task(id=each, text="П") for each in tasks.split()))  # fmt: skip
        stages.setdefault(number.partition(".")[0], []).append(own)
    made = tuple(Stage(id=key, title="Э", activities=tuple(each)) for key, each in stages.items())
    return dataset(Roadmap(title="П", school_year=YEAR, stages=made))


@pytest.mark.parametrize(
    ("ids", "gap"),
    [
        ({"a1_1": "1.1.1 1.1.2 1.1.3"}, []),
        ({"a1_1": "1.1.1 1.1.3"}, ["1.1.2"]),
        ({"a1_1": "1.1.2"}, ["1.1.1"]),
        ({"a1_1": "1.1.1 1.1.4"}, ["1.1.2, 1.1.3"]),
        ({"a1_1": "1.1.2 1.1.1 1.1.3"}, ["1.1.1", "1.1.2"]),
        ({"a1_1": "1.1.1 1.1.1 1.1.2"}, []),
        ({"a1_1": "1.1.1 1.1.3 1.1.5"}, ["1.1.2", "1.1.4"]),
        ({"a1_1": "1.1.5"}, ["1.1.1, 1.1.2, 1.1.3, 1.1.4"]),
        ({"a1_1": "1.1.6"}, ["1.1.1, 1.1.2, 1.1.3, 1.1.4, 1.1.5"]),
        ({"a1_1": "1.1.7"}, ["1.1.1, 1.1.2, 1.1.3, 1.1.4, 1.1.5"]),
        ({"a1_2": "1.2.1"}, ["1.1"]),
        ({"a1_1": "1.1.1", "a1_3": "1.3.1"}, ["1.2"]),
        ({"a1_1": "1.1.9 1.1.10"},
         ["1.1.1, 1.1.2, 1.1.3, 1.1.4, 1.1.5"]),
    ],
)  # fmt: skip
def test_a_skipped_number(ids: dict[str, str], gap: list[str]) -> None:
    found = [each.message for each in plan_structure.numbering_gap(_plan(**ids), DAY)]
    assert found == [f"в нумерации пропущено: {each}" for each in gap]


@pytest.mark.parametrize(
    ("ids", "twice", "misplaced"),
    [
        ({"a1_1": "1.1.1 1.1.2"}, [], []),
        ({"a1_1": "1.1.1 1.1.1"}, ["1.1.1"], []),
        ({"a1_1": "1.1.1 1.1.1 1.1.1"}, ["1.1.1", "1.1.1"], []),
        ({"a1_1": "1.1"}, ["1.1"], ["1.1"]),
        ({"a1_1": "1.2.1"}, [], ["1.2.1"]),
        ({"a1_1": "1.1.1.1"}, [], ["1.1.1.1"]),
        ({"a1_1": "5"}, [], ["5"]),
        ({"a1_1": "1.11.1"}, [], ["1.11.1"]),
    ],
)
def test_a_number_taken_twice_or_out_of_place(
    ids: dict[str, str], twice: list[str], misplaced: list[str]
) -> None:
    data = _plan(**ids)
    found = [each.message for each in plan_structure.id_duplicate(data, DAY)]
    assert found == [f"номер {each} уже занят выше" for each in twice]
    found = [each.message for each in plan_structure.id_misplaced(data, DAY)]
    assert found == [f"номер {each} стоит внутри 1.1" for each in misplaced]


def test_an_empty_stage_or_activity() -> None:
    stages = (
        Stage(id="1", title="Э"),
        Stage(id="2", title="Э", activities=(Activity(id="2.1", title="М"),)),
        Stage(id="3", title="Э", activities=(
            Activity(id="3.1", title="М", tasks=(Task(id="3.1.1", text="П"),)),)),
    )  # fmt: skip
    data = dataset(Roadmap(title="П", school_year=YEAR, stages=stages))
    assert [each.message for each in plan_structure.nothing_inside(data, DAY)] == [
        "в этапе 1 нет ни одного пункта",
        "в мероприятии 2.1 нет ни одного пункта",
    ]


@pytest.mark.parametrize(
    ("text", "quotes", "markup"),
    [
        ("просто", False, None),
        ("«а»", False, None),
        ("«а", True, None),
        ("а»", True, None),
        ("«а» «б", True, None),
        ("<b>а</b>", False, "<b>"),
        ("а</p>", False, "</p>"),
        ("5 < 6 > 4", False, None),
        ("<a href='x'>", False, "<a href='x'>"),
    ],
)
def test_leftovers_in_a_text(text: str, quotes: bool, markup: str | None) -> None:
    own = Task(id="1.1.1", text=text)
    assert bool(_said(plan_structure.quotes_unbalanced, own)) is quotes
    assert _said(plan_structure.html_leftover, own) == (
        [f"в тексте 1.1.1 осталась разметка {markup}"] if markup else []
    )
    assert bool(_said(plan_structure.quotes_unbalanced, task(), title=text)) is quotes


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (None, None),
        ("просто", None),
        ("Сомнение: кто?", "1.1.1: кто?"),
        ("а\nСомнение: кто\nи когда?", "1.1.1: кто и когда?"),
        ("Есть Сомнение: кто?", None),
        ("сомнение: кто?", None),
        ("Сомнение:", "1.1.1: "),
    ],
)
def test_a_doubt_in_a_note(note: str | None, said: str | None) -> None:
    assert _said(plan_structure.doubtful, task(note=note)) == ([said] if said is not None else [])


@pytest.mark.parametrize(
    ("responsible", "slip"),
    [
        ("Ли А.Б.", None),
        ("Ли А.Б", "Ли А.Б"),
        ("Ли А", None),
        (None, None),
    ],
)
def test_initials_without_the_last_dot(responsible: str | None, slip: str | None) -> None:
    said = [f"в инициалах «{slip}» нет последней точки"] if slip else []
    assert _said(plan_structure.initials_unfinished, task(responsible=responsible)) == said
