"""The words that say something: abbreviations, function words, words of no meaning here."""

import pytest

from roadmap_cli.text.keywords import GENERIC, keywords, shared_words


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["Подготовка к аттестации"], ["аттестация"]),
        (["аттестации", "Аттестация"], ["аттестация", "аттестация"]),
        (["и на но когда"], []),
        (["развитие, работа и обучение"], []),
        (["география, физика"], ["география", "физика"]),
        (["5 «А» класс 2024"], ["класс"]),
        (["математика, физика"], ["математика", "физика"]),  # not the men who study them
        ([], []),
        ([""], []),
    ],
)
def test_what_a_text_is_about(texts: list[str], shown: list[str]) -> None:
    assert [word.shown for word in keywords(texts)] == shown


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("ФГОС", "ФГОС"),
        ("ЕГЭ", "ЕГЭ"),
        ("ТРЕКЕ", "ТРЕКЕ"),  # five capitals may be an abbreviation
        ("ТРЕКЕР", "трекер"),  # six are a word that somebody shouts
        ("Трек", "трек"),
    ],
)
def test_an_abbreviation_keeps_its_capitals(word: str, shown: str) -> None:
    assert [each.shown for each in keywords([word])] == [shown]


def test_a_word_that_stands_twice_is_taken_once() -> None:
    assert len(keywords(["робототехника и робототехника"])) == 1


def test_ignored_words_go_in_any_form() -> None:
    assert [each.shown for each in keywords(["уроки физики"], ignored=["физика"])] == ["урок"]


@pytest.mark.parametrize("word", sorted(GENERIC - {"наставляемый"}))
def test_what_says_nothing_is_listed_in_its_dictionary_form(word: str) -> None:
    assert keywords([word]) == ()
    assert keywords([word.upper()]) == ()


def test_the_mentee_says_nothing_of_a_request() -> None:
    assert keywords(["помощь наставляемым"]) == ()


@pytest.mark.parametrize(
    ("asked", "offered", "shared"),
    [
        (["кружки"], ["кружок"], ["кружок"]),
        (["аттестация"], ["подготовка к аттестации"], ["аттестация"]),
        (["аттестация"], ["математика"], []),
        (["физика, химия"], ["химии и физики"], ["физика", "химия"]),
        (["ЕГЭ"], ["ЕГЭ"], ["ЕГЭ"]),
        (["физика", "физики"], ["физику"], ["физика"]),
        ([], ["физика"], []),
    ],
)
def test_words_on_both_sides(asked: list[str], offered: list[str], shared: list[str]) -> None:
    assert shared_words(keywords(asked), keywords(offered)) == shared
