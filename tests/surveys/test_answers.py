"""A cell of an answer sheet read as a reply to its question."""

import pytest

from roadmap_cli.domain.imports.answers import AnswerCell, ReplyCell, reply_of
from roadmap_cli.domain.imports.senders import Senders
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind

PEOPLE = People(
    people=(
        Person(id="p-1", surname="Швец", name="Илья", patronymic="Ильич"),
        Person(id="p-2", surname="Дюма", name="Артём"),
        Person(id="p-3", surname="Дюма", name="Артём"),
    )
)
ABC = ("а", "а, б", "б", "в; г", "Другое")
NO = "такого варианта в вопросе нет"


def _read(
    kind: QuestionKind, *texts: str, options: tuple[str, ...] = (), marks: bool = False
) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The reply and what is left of these cells; with `marks` each stands under its option."""
    question = Question(id="q", text="?", kind=kind, options=options)
    cells = [AnswerCell("т", f"т{n}", "?", text) for n, text in enumerate(texts)]
    under = options if marks else (None,) * len(texts)
    replies = [
        ReplyCell("q", option, cell)
        for option, cell in zip(under, cells, strict=False)
        if cell.text
    ]
    told = reply_of(question, replies, Senders(Dataset({"people": PEOPLE})))
    return told.words, [(one.text, one.why) for one in told.left]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("а", ("а",), []),
        ("А.", ("а",), []),
        ("в; г", ("в; г",), []),
        ("в, г", ("в; г",), []),
        ("б; в; г", ("б", "в; г"), []),
        ("б,в; г,", ("б", "в; г"), []),
        ("б\nв; г", ("б", "в; г"), []),
        ("б; б", ("б",), []),
        ("а, б", (), [("а, б", "варианты можно прочитать по-разному")]),
        ("в", (), [("в", NO)]),
        ("б, чай, кофе, в; г, сок", ("б", "в; г"), [("чай, кофе", NO), ("сок", NO)]),
        ("Другое", ("Другое",), []),
        ("б, Другое: чай, кофе", ("б", "Другое"),
         [("чай, кофе", "взят вариант «Другое»; свои слова рядом с вариантом не хранятся")]),
        ("другое – чай", ("Другое",),
         [("чай", "взят вариант «Другое»; свои слова рядом с вариантом не хранятся")]),
        (",", (), []),
    ],
)  # fmt: skip
def test_options_of_a_list(text: str, words: tuple[str, ...], left: list[tuple[str, str]]) -> None:
    assert _read(QuestionKind.CHOICES, text, options=ABC) == (words, left)


def test_other_words_without_such_an_option() -> None:
    read = _read(QuestionKind.CHOICES, "Другое: чай", options=("а", "б"))
    assert read == ((), [("Другое: чай", NO)])


@pytest.mark.parametrize(
    ("options", "text", "words"),
    [
        (("10–20 лет", "1020 лет"), "1020 лет", ("1020 лет",)),
        (("10–20 лет", "1020 лет"), "10–20 лет", ("10–20 лет",)),
        (("10–20 лет", "старше"), "10-20 лет", ("10–20 лет",)),
        (("C", "C++"), "C++", ("C++",)),
        (("«Точка роста»", "Кванториум"), "\"точка роста\"", ("«Точка роста»",)),
        (("да", "нет"), "ДА!", ("да",)),
        (("всё", "ничего"), "все", ("всё",)),
    ],
)  # fmt: skip
def test_slips_of_signs_in_an_option(
    options: tuple[str, ...], text: str, words: tuple[str, ...]
) -> None:
    assert _read(QuestionKind.CHOICE, text, options=options) == (words, [])


@pytest.mark.parametrize(
    ("texts", "words", "left"),
    [
        (("TRUE", "", "1", "FALSE"), ("а", "б"), []),
        (("ИСТИНА", "ложь", "✓", "нет"), ("а", "б"), []),
        (("а", "0", "", "-"), ("а",), []),
        (("", "", "может", ""), (), [("может", "не отметка в столбце варианта «б»")]),
        (("нет", "нет", "нет", "нет"), (), []),
    ],
)
def test_marks_under_options(
    texts: tuple[str, ...], words: tuple[str, ...], left: list[tuple[str, str]]
) -> None:
    assert _read(QuestionKind.CHOICES, *texts, options=ABC[:4], marks=True) == (words, left)


def test_two_marks_of_one_choice_are_no_reply() -> None:
    words, left = _read(QuestionKind.CHOICE, "да", "да", options=("а", "б"), marks=True)
    assert (words, [text for text, _ in left]) == ((), ["да", "да"])
    assert "ответов несколько" in left[0][1]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (QuestionKind.SCALE, "10 – отлично", ("10",)),
        (QuestionKind.SCALE, "7,0", ("7",)),
        (QuestionKind.SCALE, "0", ()),
        (QuestionKind.SCALE, "1", ("1",)),
        (QuestionKind.SCALE, "11", ()),
        (QuestionKind.YES_NO, "ИСТИНА", ("да",)),
        (QuestionKind.YES_NO, "Ложь", ("нет",)),
        (QuestionKind.YES_NO, "True", ("да",)),
        (QuestionKind.YES_NO, "Да.", ("да",)),
        (QuestionKind.YES_NO, "1", ()),
        (QuestionKind.TEXT, "истина", ("истина",)),
        (QuestionKind.TEXT, "ИСТИНА", ("ИСТИНА",)),
        (QuestionKind.PEOPLE, "Швец И.И.; p-2", ("p-1", "p-2")),
        (QuestionKind.PEOPLE, "p-2, Швец Илья, p-2", ("p-2", "p-1")),
        (QuestionKind.PEOPLE, "Дюма Артём", ()),
        (QuestionKind.PEOPLE, "Швец", ()),
        (QuestionKind.PEOPLE, "Илья", ()),
    ],
)
def test_the_reply_of_a_cell(kind: QuestionKind, text: str, words: tuple[str, ...]) -> None:
    read, left = _read(kind, text)
    assert read == words
    assert [told for told, _ in left] == ([] if words else [text])


def test_of_two_answers_the_first_counts_and_the_other_is_told() -> None:
    spare = "на этот вопрос уже взят ответ из другого столбца"
    assert _read(QuestionKind.TEXT, "а", "б", "А") == (("а",), [("б", spare)])
    words, left = _read(QuestionKind.SCALE, "11", "7")
    assert (words, [text for text, _ in left]) == ((), ["7", "11"])
