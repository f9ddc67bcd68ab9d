"""The rows of a list: chosen by words and keys, ordered as a person would."""

from datetime import date

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.participants import Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.registry import NAME
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.rows import column_called, columns_of, rows_of, shown_columns
from roadmap_cli.errors import RequestInvalidError
from tests.records import dataset

MENTORS = Dataset.mentors
SURNAMES = {"a": "Ель", "b": "Ёлкин", "c": "Жук", "d": "ежова"}
DATA = Directory(
    dataset(
        People(people=tuple(Person(id=code, surname=name) for code, name in SURNAMES.items())),
        Mentors(
            mentors=(
                Mentor(person="a", capacity=10, form=Form.PUPIL_PUPIL, note="хор"),
                Mentor(person="b", capacity=2, joined=date(2025, 10, 2), competences=("Хор",)),
                Mentor(person="c", joined=date(2025, 2, 10), form=Form.TEACHER_TEACHER),
                Mentor(person="d", capacity=1, competences=("шахматы", "хор")),
            )
        ),
    )
)


def _codes(**told: object) -> str:
    rows = rows_of(DATA, MENTORS, **told)  # type: ignore[arg-type]  # a table of arguments
    return "".join(row.texts["person"] for row in rows)


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({}, "abcd"),
        ({"search": ""}, "abcd"),
        ({"search": "хор"}, "abd"),
        ({"search": "ХОР шахматы"}, "d"),
        ({"search": "елкин"}, "b"),
        ({"search": "нет такого"}, ""),
        ({"where": {"form": "pupil_pupil"}}, "a"),
        ({"where": {"form": "педагог – педагог"}}, "c"),
        ({"where": {"form": "педагог – педагог"}, "search": "хор"}, ""),
        ({"sort": "capacity"}, "dbac"),
        ({"sort": "joined"}, "cbad"),
        ({"sort": "form"}, "cabd"),
        ({"sort": "competences"}, "bdac"),
        ({"sort": "name"}, "dabc"),
        ({"sort": "имя"}, "dabc"),
    ],
)
def test_rows_are_chosen_and_ordered(told: dict[str, object], codes: str) -> None:
    assert _codes(**told) == codes


def test_a_word_that_a_key_does_not_know_is_refused() -> None:
    with pytest.raises(RequestInvalidError, match="--form: ") as caught:
        _codes(where={"form": "x"})
    assert caught.value.hint


@pytest.mark.parametrize(
    ("word", "column"), [("name", NAME), ("имя", NAME), ("person", "person"), ("left", "left")]
)
def test_a_column_is_called_by_its_key(word: str, column: str) -> None:
    assert column_called(MENTORS, word) == column


def test_a_dash_stands_for_the_underline_of_a_key() -> None:
    assert column_called(Dataset.consents, "given-on") == "given_on"
    assert column_called(Dataset.partners, "name") == "name"


def test_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(RequestInvalidError, match="столбца «capacyti» нет") as caught:
        column_called(MENTORS, "capacyti")
    assert "capacity" in str(caught.value.hint)
    with pytest.raises(RequestInvalidError) as caught:
        column_called(MENTORS, "щщщщ")
    assert str(caught.value.hint).startswith("Есть: person, name, form")


def test_what_matters_most_comes_first() -> None:
    columns = columns_of(MENTORS)
    assert columns[:3] == ("person", NAME, "form")
    assert len(columns) == len(set(columns)) == len(MENTORS.item_keys) + 1
    assert shown_columns(MENTORS, None) == MENTORS.described.columns
    assert shown_columns(MENTORS, "left, ,name") == ["left", NAME]
    assert shown_columns(Dataset.partners, None) == columns_of(Dataset.partners)
