"""A questionnaire as a blank: what room each question gets, what is told above and below."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.surveys import ROOM, SurveyWords, survey_words
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.model.files.forms import Form, OwnForm
from roadmap_cli.domain.model.files.surveys import (
    Level,
    Moment,
    Question,
    QuestionKind,
    Questionnaire,
    Respondent,
    Use,
)
from roadmap_cli.domain.papers.sheet import Paper
from roadmap_cli.storage.surveys import BuiltInSurveys
from tests.records import DAY, dataset


def _words(*questions: Question, **keys: Any) -> SurveyWords:
    told: dict[str, Any] = {"title": "О школе", "respondents": Respondent.ANYONE, **keys}
    survey = Questionnaire(questions=questions, **told)
    return survey_words(dataset(built_in_surveys={"x": survey}), Request(DAY, subject="x"))


def _room(kind: QuestionKind, **keys: Any) -> tuple[Any, ...]:
    """What a question gets: scores, their ends, boxes, lines; beside it stands one of another
    kind."""
    other = Question(id="other", text="Да?", kind=QuestionKind.YES_NO)
    room = _words(Question(id="q", text="В?", kind=kind, **keys), other).questions[0]
    assert room.text == "В?"
    ends = (room.lowest, room.highest)
    return room.scores, ends, room.options, room.several, room.lines, room.numbered, room.note


def _numbers(least: int, most: int) -> tuple[str, ...]:
    return tuple(map(str, range(least, most + 1)))


def test_every_kind_of_question_gets_room() -> None:
    assert set(ROOM) == set(QuestionKind)


@pytest.mark.parametrize(
    ("kind", "keys", "room"),
    [
        (QuestionKind.YES_NO, {}, ((), ("", ""), ("да", "нет"), False, 0, False, "")),
        (QuestionKind.TEXT, {}, ((), ("", ""), (), False, 2, False, "")),
        (QuestionKind.TEXT, {"use": Use.INTERESTS}, ((), ("", ""), (), False, 2, False, "")),
        (QuestionKind.TEXT, {"use": Use.CAPACITY}, ((), ("", ""), (), False, 1, False, "")),
        (QuestionKind.PEOPLE, {}, ((), ("", ""), (), False, 5, True, "")),
        (QuestionKind.CHOICE, {"options": ("а", "б")},
         ((), ("", ""), ("а", "б"), False, 0, False, "")),
        (QuestionKind.CHOICES, {"options": ("а", "б")},
         ((), ("", ""), ("а", "б"), True, 0, False, "")),
        (QuestionKind.CHOICE, {}, ((), ("", ""), (), False, 2, False, "")),
        (QuestionKind.SCALE, {}, (_numbers(1, 10), ("", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"labels": ("плохо", "хорошо")},
         (_numbers(1, 10), ("плохо", "хорошо"), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"labels": ("плохо",)},
         (_numbers(1, 10), ("плохо", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"least": 0, "most": 2, "labels": ("нет", "да", "очень")},
         (("0 – нет", "1 – да", "2 – очень"), ("", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"least": 0, "most": 1, "labels": ("нет", "да")},
         (("0 – нет", "1 – да"), ("", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"least": 3, "most": 3},
         (("3",), ("", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"most": 15}, (_numbers(1, 15), ("", ""), (), False, 0, False, "")),
        (QuestionKind.SCALE, {"most": 16},
         ((), ("", ""), (), False, 1, False, "число от 1 до 16")),
        (QuestionKind.SCALE, {"least": 0, "most": 10**30, "labels": ("мало", "много")},
         ((), ("", ""), (), False, 1, False,
          f"число от 0 до {10**30}; 0 – мало; {10**30} – много")),
        (QuestionKind.SCALE, {"most": 0}, ((), ("", ""), (), False, 1, False, "число от 1 до 0")),
    ],
)  # fmt: skip
def test_the_room_of_a_question(
    kind: QuestionKind, keys: dict[str, Any], room: tuple[Any, ...]
) -> None:
    assert _room(kind, **keys) == room


def test_where_only_texts_are_asked_they_get_more_room() -> None:
    text = Question(id="q", text="Что?", kind=QuestionKind.TEXT)
    assert [room.lines for room in _words(text, text).questions] == [3, 3]


@pytest.mark.parametrize(
    ("options", "beside"),
    [(("да", "нет"), True), (("а" * 65, ""), True), (("а" * 66, ""), False)],
)
def test_options_that_fit_stand_beside_each_other(options: tuple[str, ...], beside: bool) -> None:
    question = Question(id="q", text="В?", kind=QuestionKind.CHOICE, options=options)
    assert _words(question).questions[0].in_one_line is beside


@pytest.mark.parametrize(
    ("keys", "about"),
    [
        ({}, ()),
        ({"moment": Moment.INTERIM}, ("во время работы",)),
        ({"moment": Moment.AFTER, "title": "Анкета По завершении работы"}, ()),
        ({"forms": (Form.PUPIL_PUPIL,)}, ("Форма наставничества: ученик – ученик",)),
        ({"forms": (OwnForm("волонтёр – ученик"),), "moment": Moment.BEFORE},
         ("до начала работы", "Форма наставничества: волонтёр – ученик")),
        ({"forms": (Form.PUPIL_PUPIL,), "title": "Анкета («ученик – ученик»)"}, ()),
        ({"forms": (Form.PUPIL_PUPIL, Form.STUDENT_STUDENT), "title": "Анкета ученик – ученик"},
         ("Формы наставничества: ученик – ученик, студент – студент",)),
    ],
)  # fmt: skip
def test_the_head_tells_what_the_title_does_not(
    keys: dict[str, Any], about: tuple[str, ...]
) -> None:
    assert _words(**keys).about == about


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ((), []),
        (((0, "мало"), (9, "средне"), (15, "много")),
         [("15–20", "много"), ("9–14", "средне"), ("0–8", "мало")]),
        (((20, "всё"), (5, "часть")), [("20", "всё"), ("5–19", "часть")]),
    ],
)  # fmt: skip
def test_the_key_of_the_levels(
    levels: tuple[tuple[int, str], ...], told: list[tuple[str, str]]
) -> None:
    scale = Question(id="q", text="Оценка", kind=QuestionKind.SCALE)
    known = tuple(Level(least=least, title=title) for least, title in levels)
    words = _words(scale, scale, Question(id="a", text="Б", kind=QuestionKind.TEXT), levels=known)
    assert words.most == 20
    assert [(level.scores, level.title) for level in words.levels] == told


def test_what_is_to_be_marked_is_told() -> None:
    def told(*kinds: QuestionKind) -> tuple[bool, bool]:
        words = _words(*(Question(id="q", text="В", kind=kind, options=("а", "б"))
                         for kind in kinds))  # fmt: skip
        return words.circled, words.ticked

    assert told(QuestionKind.TEXT) == (False, False)
    assert told(QuestionKind.SCALE, QuestionKind.TEXT) == (True, False)
    assert told(QuestionKind.TEXT, QuestionKind.YES_NO) == (False, True)
    assert told(QuestionKind.CHOICES, QuestionKind.SCALE) == (True, True)


@pytest.mark.parametrize("subject", [None, "нет"])
def test_without_a_questionnaire_there_are_lines(subject: str | None) -> None:
    data = dataset(built_in_surveys=BuiltInSurveys())
    words = survey_words(data, Request(DAY, subject=subject))
    assert not words.title
    assert {(room.text, room.lines) for room in words.questions} == {("", 2)}


def _margins(text: str) -> list[dict[str, str]]:
    raw = write_docx(Paper("x", read_markup(text, "x.md")), "")
    document = Document(io.BytesIO(raw))
    return [
        {side.tag.rpartition("}")[2]: str(side.get(qn("w:w"))) for side in each}
        for each in document.element.body.iter(qn("w:tblCellMar"))
    ]


def test_only_a_roomy_table_has_room_to_write() -> None:
    table = "| а | б |\n|---|---|\n| 1 | 2 |\n"
    roomy = {"top": "57", "bottom": "113"}
    text = f"::: table roomy widths=1,2\n{table}:::\n\n{table}\n::: table\n{table}:::\n"
    # In the order that the schema of Word demands; what is beside the words is in the style.
    assert [list(each.items()) for each in _margins(text)] == [list(roomy.items())]
