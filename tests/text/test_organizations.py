"""Names of organisations in the cases: real shapes of names, and what is doubtful about them."""

import pytest

from roadmap_cli.text.declension.organizations import declined_organization
from roadmap_cli.text.grammar import Case

CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
CENTRE = "«Центр творчества „Искра“» города Энска"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            f"Муниципальное бюджетное учреждение {CENTRE}",
            (
                f"Муниципального бюджетного учреждения {CENTRE}",
                f"Муниципальному бюджетному учреждению {CENTRE}",
                f"Муниципальное бюджетное учреждение {CENTRE}",
                f"Муниципальным бюджетным учреждением {CENTRE}",
                f"Муниципальном бюджетном учреждении {CENTRE}",
            ),
        ),
        (
            "Автономная некоммерческая организация «Искра»",
            (
                "Автономной некоммерческой организации «Искра»",
                "Автономной некоммерческой организации «Искра»",
                "Автономную некоммерческую организацию «Искра»",
                "Автономной некоммерческой организацией «Искра»",
                "Автономной некоммерческой организации «Искра»",
            ),
        ),
        (
            "Гимназия № 5",
            ("Гимназии № 5", "Гимназии № 5", "Гимназию № 5", "Гимназией № 5", "Гимназии № 5"),
        ),
        ("Лицей № 1", ("Лицея № 1", "Лицею № 1", "Лицей № 1", "Лицеем № 1", "Лицее № 1")),
        (
            "Учреждение Лесная средняя школа",
            (
                "Учреждения Лесной средней школы",
                "Учреждению Лесной средней школе",
                "Учреждение Лесную среднюю школу",
                "Учреждением Лесной средней школой",
                "Учреждении Лесной средней школе",
            ),
        ),
        (
            "учреждение детский сад № 18 «Дом»",
            (
                "учреждения детского сада № 18 «Дом»",
                "учреждению детскому саду № 18 «Дом»",
                "учреждение детский сад № 18 «Дом»",
                "учреждением детским садом № 18 «Дом»",
                "учреждении детском саду № 18 «Дом»",
            ),
        ),
        ("МБОУ СОШ № 12", ("МБОУ СОШ № 12",) * 5),
        ("ГБОУ Школа № 1234", ("ГБОУ Школа № 1234",) * 5),
        ("МБУ ДО «Искра»", ("МБУ ДО «Искра»",) * 5),
    ],
)
def test_a_name_has_its_cases(name: str, forms: tuple[str, ...]) -> None:
    assert tuple(declined_organization(name, case)[0] for case in CASES) == forms
    assert declined_organization(name, Case.NOMINATIVE)[0] == name


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Муниципальное учреждение Лесная средняя школа", "школа"),
        ("Муниципальное учреждение детский сад № 18", "сад"),
        ("Муниципальное учреждение – средняя школа № 2", "школа"),
        ("Муниципальное учреждение «Средняя школа № 2»", None),
        ("Городской дом детского творчества", None),
        ("Средняя школа № 3 города Ельца", None),
        ("Учреждение «Школа «Интеграл»", None),
    ],
)
def test_a_second_noun_is_for_the_charter_to_decide(name: str, noun: str | None) -> None:
    doubts = declined_organization(name, Case.GENITIVE)[1]
    assert [doubt.part for doubt in doubts] == (["название организации"] if noun else [])
    assert noun is None or f"склонять ли слово «{noun}»" in doubts[0].said


@pytest.mark.parametrize("name", ["", " ", "123", "«Искра»"])
def test_what_is_no_phrase_stays_as_it_is(name: str) -> None:
    assert declined_organization(name, Case.GENITIVE)[0] == name
