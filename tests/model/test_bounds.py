"""The numbers that the declarations of the files hold: bounds of keys and defaults."""

import pytest

from roadmap_cli.domain.model.files.matching import Weights
from roadmap_cli.domain.model.files.organization import (
    GOST_2025_SINCE,
    STAMP_MM,
    Gost,
    Organization,
)
from roadmap_cli.domain.model.files.pairs import Ground
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.files.school import School
from roadmap_cli.domain.model.kinds import Integer, InvalidValueError
from roadmap_cli.domain.model.record import Record, keys

LARGEST = 999_999_999
BOUNDS = [
    (Mentor, "capacity", 1, LARGEST),
    (Mentor, "experience", 0, 80),
    (Mentee, "experience", 0, 80),
    (Person, "birth_year", 1900, LARGEST),
    (School, "enough", 1, LARGEST),
    (Organization, "meeting_days", 1, 366),
    (Ground, "points", 0, LARGEST),
    *((Weights, key.name, 0, LARGEST) for key in keys(Weights)),
]


@pytest.mark.parametrize(("record", "name", "least", "most"), BOUNDS)
def test_a_number_has_its_bounds(record: type[Record], name: str, least: int, most: int) -> None:
    kind = next(key.kind for key in keys(record) if key.name == name)
    assert isinstance(kind, Integer)
    assert (kind.read(str(least)), kind.read(str(most))) == (least, most)
    for wrong in (least - 1, most + 1):
        with pytest.raises(InvalidValueError):
            kind.read(str(wrong))


def test_what_a_reason_is_worth_unless_the_school_says_otherwise() -> None:
    own = Weights()
    assert {key.name: getattr(own, key.name) for key in keys(Weights)} == {
        "mentee_choice": 10, "mentor_choice": 8, "competence": 5, "interest": 2, "direction": 4,
        "experience": 2, "schedule": 2, "variant": 3,
    }  # fmt: skip


def test_what_a_school_need_not_say() -> None:
    own = Organization(short_name="Центр")
    assert (own.meeting_days, own.gost) == (14, None)
    assert Mentor(person="m").capacity is None
    assert School().enough is None


def test_the_editions_of_the_standard() -> None:
    assert (str(GOST_2025_SINCE), STAMP_MM) == ("2025-08-18", {Gost.G2016: 75, Gost.G2025: 80})
    assert [each.title for each in Gost] == ["ГОСТ Р 7.0.97-2016", "ГОСТ Р 7.0.97-2025"]
