"""Names with initials: what is unfinished, what is equal, who may be meant."""

import pytest

from roadmap_cli.text.names import (
    comparable,
    initials_fit,
    names_with_initials,
    unfinished_initials,
    with_initials,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Гринкевич Т.Ю", "Гринкевич Т.Ю"),
        ("Гринкевич Т.Ю.", None),
        ("Гринкевич Т.Ю..", None),
        ("Гринкевич Т.Ю, методист", "Гринкевич Т.Ю"),
        ("Гринкевич Т.Ю методист", "Гринкевич Т.Ю"),
        ("Гринкевич Т.Ю-методист", "Гринкевич Т.Ю"),
        ("Гринкевич Т.Ю1", "Гринкевич Т.Ю"),
        ("Гринкевич Т.ЮА", None),
        ("Гринкевич Т.Юx", None),
        ("Гринкевич Т.Юрьевна", None),
        ("Гринкевич Татьяна Ю", None),
        ("Гринкевич ТЮ", "Гринкевич ТЮ"),
        ("Гринкевич Т. Ю", "Гринкевич Т. Ю"),
        ("Гринкевич Т. Ю.", None),
        ("Гринкевич Т.", None),
        ("Гринкевич Т", None),
        ("гринкевич Т.Ю", None),
        ("Петрова-Ли А.Б", "Петрова-Ли А.Б"),
        ("Иванов И.И., Петров П.П", "Петров П.П"),
        ("Иванов И.И, Петров П.П", "Иванов И.И"),
        ("", None),
    ],
)
def test_initials_without_their_last_dot_are_found(text: str, found: str | None) -> None:
    assert unfinished_initials(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Иванов Иван", []),
        ("Иванов И.", ["Иванов И."]),
        ("Иванов И.И. и Петрова-Ли А.Б", ["Иванов И.И.", "Петрова-Ли А.Б"]),
        ("директор Ёлкина Ё.Ё.", ["Ёлкина Ё.Ё."]),
    ],
)
def test_every_name_with_initials_is_found(text: str, found: list[str]) -> None:
    assert names_with_initials(text) == found


@pytest.mark.parametrize(
    "spelled",
    [
        "Артёмов А.Ю.", "Артёмов А.Ю", "артемов а. ю.", "АРТЕМОВ АЮ", "Артёмов\u00a0А.\u200bЮ.",
        "Арт\u00adёмов А.Ю.", "\ufeffАртёмов А.Ю.", "Артёмов\tА.\u2060Ю.", "\u202aАртёмов А.Ю.",
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_equal(spelled: str) -> None:
    assert comparable(spelled) == "артемоваю"


def test_a_hyphen_tells_two_names_apart() -> None:
    assert comparable("Иванова-Ли Д.") != comparable("Иванова Ли Д.")


@pytest.mark.parametrize(
    ("surname", "name", "patronymic", "said"),
    [
        ("Швец", "Илья", "Ильич", "И.И. Швец"),
        ("Швец", "Илья", None, "И. Швец"),
        ("Швец", None, "Ильич", "И. Швец"),
        ("Швец", None, None, "Швец"),
        ("Швец", "", "", "Швец"),
        ("Белов", "С.", "К.", "С.К. Белов"),
    ],
)
def test_a_signature_begins_with_the_initials(
    surname: str, name: str | None, patronymic: str | None, said: str
) -> None:
    assert with_initials(surname, name, patronymic) == said


@pytest.mark.parametrize(
    ("word", "name", "fits"),
    [
        ("Швец И.И.", "Швец Илья Ильич", True),
        ("Швец И.", "Швец Илья Ильич", True),
        ("И. Швец", "Швец Илья Ильич", True),
        ("И.И. Швец", "Швец Илья Ильич", True),
        ("швец и и", "Швец Илья Ильич", True),
        ("Дюма А.", "Швец Илья Ильич – Дюма Артём Львович", True),
        ("Дюма Л.", "Швец Илья Ильич – Дюма Артём Львович", False),
        ("Ильич Д.", "Швец Илья Ильич – Дюма Артём Львович", True),
        ("Швец О.", "Швец Илья Ильич", False),
        ("Швец И.О.", "Швец Илья Ильич", False),
        ("Швец И.И.И.", "Швец Илья Ильич", False),
        ("Швецов И.", "Швец Илья Ильич", False),
        ("Шве И.", "Швец Илья Ильич", False),
        ("Швец", "Швец Илья Ильич", False),
        ("И.И.", "Швец Илья Ильич", False),
        ("Швец Илья", "Швец Илья Ильич", False),
        ("Швец Илья И.", "Швец Илья Ильич", True),
        ("", "Швец Илья Ильич", False),
        ("Иванова-Ли Д.", "Иванова-Ли Дарья", True),
        ("Ли Д.", "Иванова-Ли Дарья", False),
        ("Семёнов П.", "Семенов Пётр", True),
    ],
)
def test_whom_a_surname_with_initials_may_mean(word: str, name: str, fits: bool) -> None:
    assert initials_fit(word, name) is fits
