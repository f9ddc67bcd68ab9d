"""Reports: what they count, what they say of empty data, tables, figures and contents in Word."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.context.fulfilment import fulfilment_words, stage_words
from roadmap_cli.documents.context.participation import participation_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind, Meetings
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.roadmap import ClosedPeriod, TaskStatus
from roadmap_cli.domain.model.files.school import School, SchoolLesson, SchoolTopic
from roadmap_cli.domain.papers.figures import Series
from tests.conftest import Run
from tests.records import AFTER, BEFORE, DAY, dataset, mentees, mentors, pair, pairs, people, task
from tests.records import roadmap as plan
from tests.word_text import structure

TODAY = "2025-12-01"


def _made(run: Run, root: Path, *words: str) -> str:
    outcome = run("report", *words, "-o", "x.docx", "--force", today=TODAY)
    assert outcome.code == 0, outcome.err
    return structure((root / "x.docx").read_bytes())


def test_each_share_names_what_it_is_taken_of(run: Run, school: Path) -> None:
    """The note has the figures of `roadmap monitor`, and no others."""
    text = _made(run, school, "analytics")
    for one in run("monitor", "--json", today=TODAY).data["indicators"]:
        assert one["title"] in text
        if one["value"] is None:
            assert one["state"] in ("not applicable", "unknown", "nothing to count")
    assert "Доля наставляемых, у которых есть наставник | 100 % | 3 из 3 |" in text
    assert "Доля выполненных пунктов «дорожной карты» | 0 % | 0 из 46 |" in text
    assert "Встреч на пару | 1 | 2 : 2 |" in text
    assert "в роли наставников | не применимо |" in text


@pytest.mark.usefixtures("school")
def test_the_contents_name_every_heading_and_lead_to_it(run: Run, workspace: Path) -> None:
    outcome = run("report", "final", "-o", "x.docx", today=TODAY)
    assert "В оглавлении пока нет номеров страниц" in outcome.err
    body: Any = Document(str(workspace / "x.docx")).element.body
    (block,) = body.iter(qn("w:sdt"))
    links = list(block.iter(qn("w:hyperlink")))
    listed = ["".join(text.text for text in link.iter(qn("w:t"))) for link in links]
    headings = [each for each in body.iter(qn("w:p")) if each.style.startswith("Heading")]
    said = ["".join(text.text for text in each.iter(qn("w:t"))) for each in headings]
    assert listed == said
    assert len(said) == 11 + 7
    marks = [each.find(qn("w:bookmarkStart")).get(qn("w:name")) for each in headings]
    assert [link.get(qn("w:anchor")) for link in links] == marks
    assert len(set(marks)) == len(marks)
    assert [each.style for each in headings].count("Heading1") == 11
    # Word asks to update the field; it begins and ends once, a number of a page in every line.
    kinds = [each.get(qn("w:fldCharType")) for each in block.iter(qn("w:fldChar"))]
    assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [19, 19, 19]
    begun = [each for each in block.iter(qn("w:fldChar")) if each.get(qn("w:dirty")) == "true"]
    assert len(begun) == 19
    assert 'TOC \\o "1-2" \\h \\z \\u' in block.find(f".//{qn('w:instrText')}").text


@pytest.mark.usefixtures("school")
def test_tables_and_figures_are_counted_by_word(run: Run, workspace: Path) -> None:
    run("report", "final", "-o", "x.docx", today=TODAY)
    body: Any = Document(str(workspace / "x.docx")).element.body
    counters = list(body.iter(qn("w:fldSimple")))
    for label, least in (("Таблица", 14), ("Рисунок", 2)):
        own = [each for each in counters if f"SEQ {label} " in each.get(qn("w:instr"))]
        numbers = [each.find(f".//{qn('w:t')}").text for each in own]
        assert numbers == [str(n) for n in range(1, len(own) + 1)]
        assert len(own) >= least
    assert len(list(body.iter(qn("c:chart")))) == 3


def test_nothing_is_made_up_for_an_empty_school(run: Run, workspace: Path) -> None:
    text = _made(run, workspace, "final")
    for said in (
        "Банк программ не заполнен.",
        "Участников в базах нет.",
        "Пар и групп нет.",
        "Встреч не записано.",
        "Программы и занятий Школы наставников не записано.",
        "Ответов на анкеты не записано.",
        "| n = 0 |",
    ):
        assert said in text, said


def test_what_is_written_by_hand_is_told(run: Run, school: Path) -> None:
    outcome = run("report", "final", "-o", "x.docx", today=TODAY)
    for label in ("SWOT: угрозы", "выводы", "планы на следующий учебный год"):
        assert f"– {label}" in outcome.err
    assert (school / "x.docx").exists()


def test_a_report_of_one_stage(run: Run, school: Path) -> None:
    text = _made(run, school, "stage", "2")
    assert "о выполнении этапа 2 «Формирование базы наставляемых»" in text
    assert "выполнено пунктов: 0 из 5. Просрочено: 5." in text
    assert "| 2.2.1 |" in text
    assert "| 1.1.1 |" not in text
    by_name = _made(run, school, "stage", "завершение")
    assert "этапа 7" in by_name
    refused = run("report", "stage", "9", today=TODAY)
    assert refused.code == 1
    assert "записи «9» в data/roadmap.yaml нет" in refused.err
    assert run("report", "stage", "--all", today=TODAY).code == 0
    assert len(list((school / "documents").glob("Отчёт о выполнении этапа – *.docx"))) == 7
    # The register refers to the stage, and that is in order.
    assert "documents.yaml" not in run("check", today=TODAY).out


def test_a_blank_report_of_a_stage(run: Run, school: Path) -> None:
    text = _made(run, school, "stage")
    assert "этапа ____ «____" in text
    assert "выполнено пунктов" not in text


REQUEST = Request(DAY)


def test_tasks_are_told_with_state_and_proof() -> None:
    data = dataset(
        plan(
            task(1, status=TaskStatus.DONE, done_on=BEFORE,
                 evidence=(Evidence(document="order.pairs"),)),
            task(2, deadline="30.11.2025"),
            task(3, deadline="01.12.2025"),
            task(4, status=TaskStatus.CANCELLED, note="карантин"),
            task(5, status=TaskStatus.IN_PROGRESS, evidence=(Evidence(paper="папка 3"),)),
            task(6, deadline="ежемесячно до 5 числа",
                 periods=(ClosedPeriod(due=BEFORE.replace(month=9, day=5), done_on=BEFORE),)),
        )
    )  # fmt: skip
    told = fulfilment_words(data, REQUEST)
    assert (told.total, told.done, told.overdue, told.ahead, told.cancelled) == (5, 1, 2, 2, 1)
    (stage,) = told.stages
    assert (stage.total, stage.done, stage.overdue, stage.ahead, stage.cancelled) == (5, 1, 2, 2, 1)
    states = [each.state for each in stage.tasks]
    assert states[:5] == [
        "выполнено 30.11.2025",
        "просрочено на 1 дн.",
        "запланировано",
        "отменено",
        "в работе",
    ]
    assert states[5].startswith("просрочено на ")
    assert "; периодов закрыто: 1 из " in states[5]
    assert stage.tasks[0].proofs == ("Приказ об утверждении наставнических пар: в журнале нет",)
    assert stage.tasks[4].proofs == ("папка 3",)
    assert stage.tasks[3].note == "карантин"
    assert told.unproven == ("1.1.1",)
    assert told.figure.categories == ("Этап 1",)
    assert told.figure.series == (Series("Выполнено", (1,)), Series("Не выполнено", (4,)))
    assert stage_words(data, REQUEST._replace(subject="1")) == stage


def test_a_stage_without_tasks_is_no_bar() -> None:
    told = fulfilment_words(dataset(plan(task(1, status=TaskStatus.CANCELLED))), REQUEST)
    assert told.figure.is_empty
    assert fulfilment_words(dataset(), REQUEST).stages == ()


def test_people_and_pairs_are_counted_by_form() -> None:
    form = Form.TEACHER_TEACHER
    data = dataset(
        people("A", "B", "C", "D", "E"),
        mentors("a", "b", form=form),
        mentees("c", "d", "e"),
        pairs(
            pair("one", "a", "c", form=form),
            pair("two", "a", "c", "d", form=form, status=PairStatus.ACTIVE),
            pair("three", "b", "d", form=form, status=PairStatus.CONFIRMED),
            pair("four", "b", "e", form=form, status=PairStatus.REPLACED),
            pair("five", "b", "e", status=PairStatus.CLOSED),
        ),
    )
    own, unknown = participation_words(data, REQUEST).forms
    assert own.form == "педагог – педагог"
    assert (own.mentors, own.mentees, own.pairs, own.groups) == (2, 0, 2, 1)
    assert (own.proposed, own.at_work, own.closed, own.replaced) == (1, 2, 0, 1)
    assert unknown.form == "форма не указана"
    assert (unknown.mentors, unknown.mentees, unknown.pairs, unknown.closed) == (0, 3, 1, 1)
    figure = participation_words(data, REQUEST).figure
    assert figure.categories == ("педагог – педагог", "форма не указана")
    assert [series.values for series in figure.series] == [(2, 0), (0, 3)]


def test_meetings_are_counted_by_kind_and_pair() -> None:
    data = dataset(
        people("A", "B", "C"),
        pairs(
            pair("one", "a", "c", status=PairStatus.CLOSED),
            pair("two", "b", "c", status=PairStatus.ACTIVE),
            pair("three", "b", "c"),
            pair("four", "a", "b", status=PairStatus.CLOSED),
        ),
        Meetings(
            meetings=(
                Meeting(pair="one", held_on=AFTER, kind=MeetingKind.REGULAR),
                Meeting(pair="one", held_on=BEFORE, kind=MeetingKind.FIRST),
                Meeting(pair="one", held_on=DAY, kind=MeetingKind.REGULAR),
            )
        ),
    )
    counted = participation_words(data, REQUEST).meetings
    assert counted.total == 3
    assert [(row.kind, row.count) for row in counted.kinds if row.count] == [
        ("организационная", 1), ("регулярная", 2),
    ]  # fmt: skip
    assert len(counted.kinds) == len(MeetingKind)
    first, second = counted.pairs
    assert (first.counts, first.total) == ((1, 0, 0, 2, 0), 3)
    assert (first.first, first.last) == (BEFORE, AFTER)
    # A pair at work without a meeting is named; one that never worked is not.
    assert (str(second.mentor.name), second.total, second.first) == ("B", 0, "")
    assert counted.silent == 1


@pytest.mark.parametrize(
    ("attended", "is_noted", "finished"), [((), False, 0), (("a",), True, 1), (("z",), True, 0)]
)
def test_the_school_of_mentors_is_counted(
    attended: tuple[str, ...], is_noted: bool, finished: int
) -> None:
    school = School(
        topics=(SchoolTopic(title="Т", hours=Decimal(2)), SchoolTopic(title="У")),
        lessons=(SchoolLesson(topic="Т", attended=attended),),
    )
    told = participation_words(dataset(people("A"), mentors("a"), school), REQUEST).school
    assert (told.topics, told.hours, told.lessons) == (2, 2, 1)
    assert (told.is_noted, told.finished) == (is_noted, finished)
    assert [row.finished for row in told.mentors] == [bool(finished)]


def test_a_figure_in_the_preview(run: Run, school: Path) -> None:
    assert school
    out = run("report", "final", "--preview", today=TODAY, columns=90).out
    assert "Наставляемые ██████████████████████████████ 3" in out
    assert "Рисунок 1 – Участники по формам наставничества, человек" in out
    assert "3.1. Этап 1." in out


def test_a_chart_names_no_person(run: Run, school: Path) -> None:
    run("report", "final", "-o", "x.docx", today=TODAY)
    document: Any = Document(io.BytesIO((school / "x.docx").read_bytes()))
    told = " ".join(each.get("descr") for each in document.element.body.iter(qn("wp:docPr")))
    assert "Швец" not in told


def test_whoever_is_forgotten_is_counted_and_not_named() -> None:
    known = people("A", "B", "C", "D").people
    gone = Person(id="z", surname="Участник 1", forgotten_on=DAY)
    data = dataset(
        People(people=(*known, gone)),
        mentors("a", "z", form=Form.TEACHER_TEACHER),
        pairs(
            pair("one", "a", "b", "z", status=PairStatus.ACTIVE),
            pair("two", "a", "z", status=PairStatus.ACTIVE),
            pair("three", "z", "b", status=PairStatus.ACTIVE),
        ),
        Meetings(meetings=(Meeting(pair="two", held_on=DAY), Meeting(pair="one", held_on=DAY))),
        School(lessons=(SchoolLesson(topic="Т", attended=("z",)),)),
    )
    told = participation_words(data, REQUEST)
    assert told.forms[0].mentors == 2
    assert told.meetings.total == 2
    (row,) = told.meetings.pairs
    assert [str(person.name) for person in row.mentees] == ["B"]
    assert [str(one.mentor.name) for one in told.school.mentors] == ["A"]


def test_a_form_of_replaced_pairs_alone_is_told() -> None:
    form = Form.PUPIL_PUPIL
    data = dataset(pairs(pair("one", "a", "b", form=form, status=PairStatus.REPLACED)))
    told = participation_words(data, REQUEST)
    assert [(row.form, row.replaced) for row in told.forms] == [(form.title, 1)]
    assert told.figure.is_empty


def test_a_report_does_not_age_by_itself(run: Run, school: Path) -> None:
    assert school
    run("report", "final", today=TODAY)
    run("report", "stage", "1", today=TODAY)
    documents = run("docs", "--json", today="2026-05-01").data["documents"]
    assert [each["state"] for each in documents if each["file"]] == ["current", "current"]
