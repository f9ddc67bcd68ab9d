"""What a reply means, at the ends of what its question allows."""

import pytest

from roadmap_cli.domain.model.files.surveys import Question, QuestionKind
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.surveys.replies import label, mean_score, read_reply, score, scores
from tests.surveys.samples import question, response, scale, survey

ENDS = scale(labels=("совсем нет", "очень"))
NAMED = scale(least=0, most=2, labels=("не проявляется", "частично", "в полной мере"))
YES_NO = question(QuestionKind.YES_NO)
ONE = question(QuestionKind.CHOICE, options=("часто", "1–2 раза"))
SEVERAL = question(QuestionKind.CHOICES, options=("учёба, проект", "спорт"))
TEXT = question(QuestionKind.TEXT)
PEOPLE = question(QuestionKind.PEOPLE)


@pytest.mark.parametrize(
    ("asked", "words", "reply"),
    [
        (ENDS, ["1"], ("1",)),
        (ENDS, ["10"], ("10",)),
        (ENDS, ["10.0"], ("10",)),
        (ENDS, ["10 – отлично"], ("10",)),
        (ENDS, [" 7. "], ("7",)),
        (ENDS, [], ()),
        (ENDS, ["  "], ()),
        (NAMED, ["0"], ("0",)),
        (NAMED, ["2"], ("2",)),
        (NAMED, ["Частично"], ("1",)),
        (YES_NO, ["Да."], ("да",)),
        (YES_NO, ["no"], ("нет",)),
        (ONE, ["ЧАСТО"], ("часто",)),
        (ONE, ["1-2 раза"], ("1–2 раза",)),
        (SEVERAL, ["спорт", "Учёба, проект", "спорт"], ("спорт", "учёба, проект")),
        (TEXT, ["одно", "другое"], ("одно\nдругое",)),
        (PEOPLE, ["a", "b", "a"], ("a", "b")),
    ],
)
def test_a_reply_is_kept_as_its_question_wants_it(
    asked: Question, words: list[str], reply: tuple[str, ...]
) -> None:
    assert read_reply(asked, words) == reply
    assert read_reply(asked, reply) == reply


@pytest.mark.parametrize(
    ("asked", "words", "said"),
    [
        (ENDS, ["0"], "не оценка"),
        (ENDS, ["11"], "не оценка"),
        (ENDS, ["7,5"], "не оценка"),
        (ENDS, ["очень"], "не оценка"),
        (ENDS, ["1", "2"], "нужен один"),
        (NAMED, ["3"], "не оценка"),
        (YES_NO, ["может быть"], "недопустимое"),
        (ONE, ["редко"], "варианта «редко» в вопросе нет"),
        (SEVERAL, ["спорт", "сон"], "варианта «сон»"),
    ],
)
def test_a_reply_that_is_none_is_refused(asked: Question, words: list[str], said: str) -> None:
    with pytest.raises(InvalidValueError, match=said):
        read_reply(asked, words)


def test_scores_are_of_scales_alone() -> None:
    asked = survey(scale("a"), scale("b"), question(QuestionKind.TEXT, "c"))
    given = response(1, "x", a="7", b="12", c="8")
    assert scores(asked, given) == [7]
    assert mean_score(asked, response(1, "x", a="7", b="8")) == 7.5
    assert mean_score(asked, response(1, "x", c="8")) is None
    assert score(TEXT, ("8",)) is None


def test_a_score_is_called_by_its_label_where_each_has_one() -> None:
    assert [label(NAMED, value) for value in (0, 2)] == ["не проявляется", "в полной мере"]
    assert label(ENDS, 10) == "10"
