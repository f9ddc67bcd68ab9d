"""Words of two alphabets: what is found, which letter is named, and what is sound."""

import pytest

from roadmap_cli.text.alphabets import mixed_words, mixture_told, unmixed, with_cyrillic_twins


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Лaпин", "в слове «Лaпин» 2-я буква «a» — латинская", "Лапин"),
        ("Лaпинa", "в слове «Лaпинa» 2-я буква «a», 6-я буква «a» — латинские", "Лапина"),
        ("Cидорова", "в слове «Cидорова» 1-я буква «C» — латинская", "Сидорова"),
        ("persоn", "в слове «persоn» 5-я буква «о» — русская", "person"),
        ("gеv-544", "в слове «gеv» 2-я буква «е» — русская", "gev-544"),
        ("Ли-Лaпин", "в слове «Лaпин» 2-я буква «a» — латинская", "Ли-Лапин"),
        ("9А, Aнна", "в слове «Aнна» 1-я буква «A» — латинская", "9А, Анна"),
        ("IТ", "в слове «IТ» 2-я буква «Т» — русская", "IT"),
        ("Иа", None, "Иа"),
        ("Хa", "в слове «Хa» 2-я буква «a» — латинская", "Ха"),
        ("К0лесников", "в слове «К0лесников» 2-й знак «0» — цифра", "Колесников"),
        ("Ко3лов", "в слове «Ко3лов» 3-й знак «3» — цифра", "Козлов"),
        ("a@b.ru Лaпин", "в слове «Лaпин» 2-я буква «a» — латинская", "a@b.ru Лапин"),
        ("Zoomе", "в слове «Zoomе» 5-я буква «е» — русская", "Zoome"),
    ],
)
def test_a_mixed_word(text: str, said: str | None, meant: str) -> None:
    assert [mixed.said for mixed in mixed_words(text)] == ([said] if said else [])
    assert unmixed(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", "Лапина", "person", "9А", "9A", "11Б класс", "IT-куратор", "e-mail", "Word-документ",
        "3D-моделирование", "PDFка", "XXIв", "VIа", "м2", "5класс", "А3", "30лет", "Әлфия Гөлнар",
        "лaпин@школа.рф", "https://шкoла.рф", "www.шкoла.рф", "documents/Лaпин.docx", "Лaпин.pdf",
        "C:\\Шкoла", "МБОУ «СОШ № 5» (IT)",
    ],
)  # fmt: skip
def test_a_sound_text(text: str) -> None:
    assert mixed_words(text) == []
    assert unmixed(text) == text


def test_each_word_is_told_once() -> None:
    assert mixture_told("Aнна и Aнна, Лaпин") == (
        "В слове «Aнна» 1-я буква «A» — латинская; в слове «Лaпин» 2-я буква «a» — латинская."
    )
    assert mixture_told("Анна") is None


def test_three_letters_are_named_and_the_rest_counted() -> None:
    (mixed,) = mixed_words("аaаaаaаaажж")
    assert mixed.said == (
        "в слове «аaаaаaаaажж» 2-я буква «a», 4-я буква «a», 6-я буква «a» и ещё 1 — латинские"
    )


@pytest.mark.parametrize(
    ("word", "cyrillic"),
    [("Kузнeцoвa", "Кузнецова"), ("BOPOHOB", "ВОРОНОВ"), ("К0валь", "Коваль"), ("Ivan", "Ivаn")],
)
def test_letters_that_look_cyrillic(word: str, cyrillic: str) -> None:
    assert with_cyrillic_twins(word) == cyrillic
