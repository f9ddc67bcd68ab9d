"""What every record does: keyword arguments, defaults, equality by values, nothing changes."""

from typing import Any

import pytest

from roadmap_cli.domain.model.kinds import Integer, Many, Text, single
from roadmap_cli.domain.model.record import (
    Record,
    heading,
    key_names,
    keys,
    many,
    optional,
    placed,
    required,
)


class Cup(Record):
    name: str = required(Text(), "Имя: как на полке", survives=True)
    size: int | None = optional(Integer(), "Размер, мл", default=None)
    words: tuple[str, ...] = many(Text(), "Слова (любые)", default=())
    mark: str = optional(Text(), "Отметка", default="нет", by_program=True)


class Mug(Record):
    name: str = required(Text(), "Имя")
    size: int | None = optional(Integer(), "Размер", default=None)
    words: tuple[str, ...] = many(Text(), "Слова", default=())
    mark: str = optional(Text(), "Отметка", default="нет")


class Shelf(Record):
    cups: tuple[str, ...] = many(Text(), "Чашки", default=())


def test_a_key_left_out_has_its_default() -> None:
    cup = Cup(name="белая")
    assert (cup.name, cup.size, cup.words, cup.mark) == ("белая", None, (), "нет")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Cup needs name"),
        ({"size": 1}, "Cup needs name"),
        ({"name": "белая", "colour": 1}, "Cup has no colour"),
        ({"name": "белая", "colour": 1, "weight": 2}, "Cup has no colour, weight"),
        ({"name": "белая", "at": ()}, "Cup has no at"),
    ],
)
def test_missing_and_unknown_keys_are_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=f"^{said}$"):
        Cup(**values)


@pytest.mark.parametrize("name", ["name", "at", "colour"])
def test_nothing_of_a_record_can_be_set(name: str) -> None:
    with pytest.raises(AttributeError, match="Cup is frozen"):
        setattr(Cup(name="белая"), name, "синяя")
    with pytest.raises(AttributeError, match="Cup is frozen"):
        delattr(Cup(name="белая"), name)


@pytest.mark.parametrize(
    ("other", "equal"),
    [
        (Cup(name="белая", size=200), True),
        (placed(Cup(name="белая", size=200), ("cups", 7)), True),
        (Cup(name="белая", size=201), False),
        (Cup(name="белая"), False),
        (Cup(name="белая", size=200, words=("а",)), False),
        (Mug(name="белая", size=200), False),
        ("белая", False),
    ],
)
def test_records_are_compared_by_their_values(other: object, equal: bool) -> None:
    one = placed(Cup(name="белая", size=200), ("cups", 0))
    assert (one == other) is equal
    assert (one != other) is not equal
    assert len({one, other}) == (1 if equal else 2)


def test_equal_values_of_another_sort_have_another_hash() -> None:
    assert hash(Cup(name="белая")) != hash(Mug(name="белая"))


def test_a_record_stands_nowhere_until_the_reader_places_it() -> None:
    cup, other = Cup(name="белая"), Cup(name="белая")
    assert not cup.at
    there = placed(cup, ("cups", 3))
    assert there is cup
    assert there.at == ("cups", 3)
    assert not other.at


def test_a_record_is_shown_with_all_its_keys() -> None:
    assert repr(Cup(name="б", size=2)) == "Cup(name='б', size=2, words=(), mark='нет')"


def test_the_keys_stand_in_the_order_of_their_declaration() -> None:
    assert key_names(Cup) == ("name", "size", "words", "mark")
    assert [key.required for key in keys(Cup)] == [True, False, False, False]
    assert [key.survives for key in keys(Cup)] == [True, False, False, False]
    assert not any(key.survives or key.by_program for key in keys(Mug))
    assert [key.by_program for key in keys(Cup)] == [False, False, False, True]
    assert [isinstance(key.kind, Many) for key in keys(Cup)] == [False, False, True, False]
    assert all(isinstance(single(key.kind), Text | Integer) for key in keys(Cup))


def test_only_a_record_without_required_keys_can_be_empty() -> None:
    assert Cup.empty() is None
    assert Shelf.empty() == Shelf(cups=())


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Отметка", "Отметка"),
        ("Имя: как на полке", "Имя"),
        ("Размер, мл", "Размер"),
        ("Слова (любые)", "Слова"),
        ("Срок, дословно: «Сентябрь»", "Срок"),
        ("Дата: число, месяц", "Дата"),
    ],
)
def test_a_heading_is_what_stands_before_the_explanations(title: str, first: str) -> None:
    assert heading(title) == first


def test_a_key_has_the_heading_of_its_title() -> None:
    assert [key.heading for key in keys(Cup)] == ["Имя", "Размер", "Слова", "Отметка"]
