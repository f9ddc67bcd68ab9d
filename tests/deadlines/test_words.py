"""What a deadline was understood to mean is told in words, whatever its kind."""

import pytest

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Offset, Recurrence, Unit
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.deadlines.words import in_words
from roadmap_cli.domain.model.school_year import SchoolYear

YEAR = SchoolYear(2023)


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        ("Октябрь 2023", "месяц, 01–31.10.2023"),
        ("сентябрь, декабрь", "перечень сроков, 01–30.09.2023, 01–31.12.2023"),
        ("19 неделя", "учебная неделя № 19"),
        ("ежемесячно до 5 числа", "ежемесячно, срок — 5-е число"),
        ("ежегодно, до 1 октября", "ежегодно, срок — 1 октября"),
        ("ежегодно в сентябре", "ежегодно, сентябрь"),
        ("2 раза в год (сентябрь, май)", "2 раза в год, сентябрь, май"),
        ("не реже 2 раз в месяц", "не реже 2 раз в месяц"),
        ("не реже 1 раза в квартал", "не реже 1 раза в квартал"),
        ("раз в 2 недели", "1 раз в 2 недели"),
        ("по вторникам и четвергам", "еженедельно, по вторникам, четвергам"),
        ("первый понедельник месяца", "ежемесячно, 1-й понедельник"),
        ("последняя пятница каждого месяца", "ежемесячно, последняя пятница"),
        ("еженедельно с 1 октября по 15 мая", "еженедельно, 01.10.2023–15.05.2024"),
        ("в течение 10 дней после издания приказа", "10 дней после издания приказа"),
        ("за 3 рабочих дня до начала", "за 3 рабочих дня до начала"),
        ("в трёхдневный срок", "3 дня после события"),
        ("как получится", "не распознан"),
    ],
)
def test_a_notation_in_words(notation: str, said: str) -> None:
    assert in_words(parse_deadline(notation, YEAR)) == said


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("number", [1, 2, 5])
def test_every_unit_has_its_words(unit: Unit, number: int) -> None:
    often = Deadline("", DeadlineKind.RECURRING, every=Recurrence(unit, number, number))
    later = Deadline("", DeadlineKind.RELATIVE, offset=Offset(-number, unit, working_days=True))
    assert ("раз" in in_words(often)) is (number > 1)
    assert in_words(later).startswith(f"за {number} рабоч")
