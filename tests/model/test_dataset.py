"""The table of data files and what a command has loaded of them."""

import pytest

from roadmap_cli.domain.model.dataset import BY_FILE, BY_KEY, REGISTRIES, Dataset
from roadmap_cli.domain.model.files.pairs import Pairs
from roadmap_cli.domain.model.files.participants import Mentors
from tests.records import dataset, mentors, pair, pairs, people


def test_a_row_of_the_class_is_a_file_and_of_an_instance_what_it_holds() -> None:
    data = dataset(people("Ли"))
    assert Dataset.people is BY_KEY["people"]
    assert data.people.people[0].surname == "Ли"


def test_a_file_that_does_not_exist_is_empty_where_it_can_be() -> None:
    data = dataset()
    assert data.mentors == Mentors()
    assert data.pairs == Pairs()
    assert data.organization is None
    with pytest.raises(KeyError, match="roadmap"):
        Dataset({}).part("roadmap")
    with pytest.raises(KeyError, match="cats"):
        data.part("cats")


def test_the_same_data_can_be_had_with_other_values() -> None:
    data = dataset(people("Ли"), present_files=frozenset({"а.docx"}))
    other = data.having(unreadable=frozenset({"pairs"}))
    assert other.unreadable == {"pairs"}
    assert not data.unreadable
    assert other.present_files == {"а.docx"}
    assert other.records is data.records
    assert (data.document_texts, data.exposures) == ({}, ())


def test_files_are_found_by_key_and_by_path() -> None:
    assert [BY_FILE[row.file] for row in REGISTRIES] == list(REGISTRIES)
    assert Dataset.register.file == "data/documents.yaml"
    assert [row.key for row in REGISTRIES if row.required] == ["roadmap"]


def test_the_records_of_a_registry() -> None:
    data = dataset(mentors("li"), pairs(pair("a", "li", "no")))
    (mentor,) = Dataset.mentors.items_of(data)
    assert Dataset.mentors.identity(mentor) == "li"
    (own,) = Dataset.pairs.items_of(data)
    assert Dataset.pairs.identity(own) == "a"


@pytest.mark.parametrize(
    ("key", "about"),
    [("people", False), ("mentors", True), ("mentees", True), ("consents", False),
     ("pairs", False), ("documents", False), ("roadmap", False)],
)  # fmt: skip
def test_some_records_are_about_the_person_whose_code_they_have(key: str, about: bool) -> None:
    assert BY_KEY[key].is_about_people is about


def test_a_command_sets_neither_records_inside_nor_what_only_the_program_writes() -> None:
    names = {key.name for key in Dataset.people.item_keys}
    assert {"surname", "born"} <= names
    assert names.isdisjoint({"name_cases", "position_cases", "forgotten_on", "locked"})
    assert "steps" not in {key.name for key in Dataset.plans.item_keys}
    assert [key.name for key in Dataset.pairs.choice_keys] == ["form", "status"]
    # A list of words of a closed set is no single choice.
    assert [key.name for key in Dataset.mentors.choice_keys] == ["form"]
