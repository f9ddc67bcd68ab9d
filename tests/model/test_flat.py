"""A record as a row of a table and back: nothing is lost on the way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.participants import Answer, Mentor, Weekday
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.flat import flat_keys, flattened, restored
from roadmap_cli.domain.model.plain import plain_record

TEXTS = [
    "просто", "а;б", "а; б", ";", ";;", "\\", "\\\\", "а\\;б", "\\;", "а\\", "а\nб", "а\\\nб",
    "«а», б", "; а",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_with_a_separator_of_its_own_comes_back(text: str) -> None:
    mentor = Mentor(person="m", competences=(text, "другая", text), note=text)
    assert restored(Mentor, flattened(mentor)) == plain_record(mentor)


@given(st.lists(st.text("а;\\ \n", min_size=1).map(str.strip).filter(bool), max_size=4))
def test_any_texts_come_back(texts: list[str]) -> None:
    mentor = Mentor(person="m", interests=tuple(texts))
    assert restored(Mentor, flattened(mentor)) == plain_record(mentor)


@pytest.mark.parametrize(
    ("texts", "cell"),
    [
        ((), ""),
        (("а",), "а"),
        (("а", "б"), "а; б"),
        (("а;б", "в\\г"), "а\\;б; в\\\\г"),
    ],
)
def test_a_list_stands_in_one_cell(texts: tuple[str, ...], cell: str) -> None:
    assert flattened(Mentor(person="m", interests=texts))["interests"] == cell


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("а;б", ["а", "б"]),
        (" а ;; б ; ", ["а", "б"]),
        ("а\\;б", ["а;б"]),
        ("а\nб", ["а\nб"]),
    ],
)
def test_a_cell_filled_by_hand_is_a_list(cell: str, texts: list[str]) -> None:
    assert restored(Mentor, {"person": "m", "interests": cell})["interests"] == texts


def test_every_sort_of_value_comes_back() -> None:
    mentor = Mentor(
        person="m",
        form=Form.PUPIL_PUPIL,
        days=(Weekday.MONDAY, Weekday.SUNDAY),
        experience=0,
        joined=date(2025, 9, 1),
        answers=(Answer(question="Как; часто?", answer="раз\\в неделю"),),
    )
    row = flattened(mentor)
    assert row["form"] == "pupil_pupil"
    assert row["days"] == "mon; sun"
    assert row["experience"] == "0"
    assert row["joined"] == "2025-09-01"
    assert row["left"] == row["capacity"] == row["competences"] == ""
    assert "Как; часто?" in row["answers"]
    assert restored(Mentor, row) == plain_record(mentor)


def test_a_record_inside_gives_a_column_for_each_of_its_keys() -> None:
    cases = CaseForms(genitive="Ли", dative="Ли")
    row = flattened(Person(id="li", surname="Ли", name_cases=cases))
    assert row["name_cases.genitive"] == "Ли"
    assert row["name_cases.accusative"] == row["position_cases.genitive"] == ""
    assert restored(Person, row) == {
        "id": "li",
        "surname": "Ли",
        "name_cases": {"genitive": "Ли", "dative": "Ли"},
    }
    titles = {key.path: key.title for key in flat_keys(Person)}
    assert titles["name_cases.genitive"] == "Падежи имени. Родительный: кого"
    assert titles["surname"] == "Фамилия"


def test_what_only_the_program_writes_is_no_column() -> None:
    paths = [key.path for key in flat_keys(Person)]
    assert {"forgotten_on", "locked"}.isdisjoint(paths)
    assert paths[:2] == ["id", "surname"]


@pytest.mark.parametrize("cell", ["{}", "[1]", "[{}, 1]", "[[]]", '"а"', "не JSON", "[", "1"])
def test_a_cell_of_records_that_is_spoilt_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        restored(Mentor, {"person": "m", "answers": cell})


def test_an_absent_value_inside_a_cell_of_records_is_left_out() -> None:
    cell = '[{"question": "а", "answer": 5, "more": null}]'
    assert restored(Mentor, {"person": "m", "answers": cell})["answers"] == [
        {"question": "а", "answer": "5"}
    ]
