"""What a paper says a person is: the position, or the class of a child."""

import pytest

from roadmap_cli.documents.context.people import person_words
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.domain.model.files.people import Person


@pytest.mark.parametrize(
    ("position", "group", "said", "dative"),
    [
        ("методист", None, "методист", "методисту"),
        ("методист", "9А", "методист", "методисту"),
        (None, "9А", "9А", "9А"),
        (None, "Студия «Палитра»", "Студия «Палитра»", "Студия «Палитра»"),
    ],
)
def test_a_child_has_a_class_in_place_of_a_position(
    position: str | None, group: str | None, said: str, dative: str
) -> None:
    person = Person(id="a", surname="Ли", position=position, group=group)
    words = person_words(person, "наставляемый")
    assert (words.position, words.position.dative) == (said, dative)


def test_nobody_knows_what_a_person_is() -> None:
    words = person_words(Person(id="a", surname="Ли"), "наставляемый")
    assert isinstance(words.position, Blank)
