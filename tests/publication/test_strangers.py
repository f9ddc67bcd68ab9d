"""Names of people whom the data do not know, and words that only look like names."""

import pytest

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.mentions import Recognizer, names_somebody
from roadmap_cli.domain.people.tells import Mention
from roadmap_cli.domain.publication.documents import PUBLIC_KINDS
from roadmap_cli.domain.publication.strangers import strangers
from roadmap_cli.storage.workspace import load_workspace
from tests.conftest import GOLDEN, ROOT, SCHOOL


def _found(text: str) -> list[str]:
    known = Person(id="p", surname="Швец", name="Илья", patronymic="Ильич")
    return [one.words for one in strangers(text, _naming(Recognizer([known]), text))]


def _naming(recognizer: Recognizer, text: str) -> list[Mention]:
    return list(filter(names_somebody, recognizer.find(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("отв. Кузнецов А.А.", ["Кузнецов А.А."]),
        ("отв. Кузнецов А. А., педагог", ["Кузнецов А. А."]),
        ("Кузнецова-Ли А", []),
        ("Кузнецов А.", ["Кузнецов А."]),
        ("А.А. Кузнецов и другие", ["А.А. Кузнецов"]),
        ("А.Кузнецов", ["А.Кузнецов"]),
        ("беседа с Анной Петровной", ["Анной Петровной"]),
        ("беседа с Ивановой Анной Петровной", ["Ивановой Анной Петровной"]),
        ("Анна Петровна Иванова", ["Анна Петровна Иванова"]),
        ("Пётр Ильич", ["Пётр Ильич"]),
        ("Швец И.И.", []),
        ("Швец Илья Ильич", []),
        ("Швец А.А.", ["Швец А.А."]),
        ("школа имени А.С. Пушкина", []),
        ("школа им. А.С. Пушкина", []),
        ("г. Самара", []),
        ("Приложение А", []),
        ("Положение о наставничестве", []),
        ("приказ № Р-145 Минпросвещения России", []),
        ("Российской Федерации", []),
        ("ГОСТ Р 7.0.97", []),
        ("Москвич пришёл", []),
        ("", []),
    ],
)
def test_names_and_what_is_none(text: str, found: list[str]) -> None:
    assert _found(text) == found


def test_the_papers_of_a_school_hold_nobody_else() -> None:
    """All that may be published, as made for the sample school, whose people are known."""
    people = load_workspace(SCHOOL, ("people",)).files["people"].record.people
    known = Recognizer(people)
    for code in PUBLIC_KINDS:
        text = (GOLDEN / "papers" / f"{code}.txt").read_text("utf-8")
        assert [one.words for one in strangers(text, _naming(known, text))] == [], code


def test_the_real_roadmap_holds_only_its_two_people() -> None:
    text = (ROOT / "data" / "roadmap.yaml").read_text("utf-8")
    assert _found(text) == ["Гринкевич Т.Ю", "Вернигорова Л.А."]
