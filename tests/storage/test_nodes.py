"""Positions in a text: lines and their ends, pointers, places of what is not there."""

import pytest

from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.lines import after_line, item_start, line_end, line_start
from roadmap_cli.storage.yaml.nodes import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    bare_data,
    find,
    last_scalar_end,
    nearest_place,
)

TEXT = "аб\nв\r\n\nг"


@pytest.mark.parametrize(
    ("position", "start", "end", "after"),
    [
        (0, 0, 2, 3), (1, 0, 2, 3), (2, 0, 2, 3), (3, 3, 4, 6), (4, 3, 4, 6), (5, 3, 5, 6),
        (6, 6, 6, 7), (7, 7, 8, 8), (8, 7, 8, 8),
    ],
)  # fmt: skip
def test_the_line_of_a_position(position: int, start: int, end: int, after: int) -> None:
    assert line_start(TEXT, position) == start
    assert line_end(TEXT, position) == end
    assert after_line(TEXT, position) == after


@pytest.mark.parametrize(
    ("written", "null"),
    [
        ("", True), ("~", True), ("null", True), ("Null", True), ("NULL", True), ("nULL", False),
        ("''", False), ('""', False), ("'~'", False), ('"null"', False), ("nul", False),
        ("None", False), ("0", False), ("no", False),
    ],
)  # fmt: skip
def test_what_is_the_same_as_an_absent_key(written: str, null: bool) -> None:
    node = find(compose(f"a: {written}\n", "x").root, ("a",))
    assert isinstance(node, ScalarNode)
    assert node.is_null is null


DATA = "a: 1\nb:\n  - {c: 2}\n  - d: 3\n    e: [4, 5]\n"


@pytest.mark.parametrize(
    ("at", "plain", "place"),
    [
        ((), {"a": "1", "b": [{"c": "2"}, {"d": "3", "e": ["4", "5"]}]}, (1, 1)),
        (("a",), "1", (1, 1)),
        (("b",), [{"c": "2"}, {"d": "3", "e": ["4", "5"]}], (2, 1)),
        (("b", 0), {"c": "2"}, (3, 5)),
        (("b", 0, "c"), "2", (3, 6)),
        (("b", 1), {"d": "3", "e": ["4", "5"]}, (4, 5)),
        (("b", 1, "e"), ["4", "5"], (5, 5)),
        (("b", 1, "e", 1), "5", (5, 12)),
        # What is not there has the place of what is around it.
        (("b", 2), None, (2, 1)),
        (("b", 1, "e", 2), None, (5, 5)),
        (("b", 1, "f"), None, (4, 5)),
        (("f",), None, (1, 1)),
        (("a", "f"), None, (1, 1)),
        (("a", 0), None, (1, 1)),
        (("b", "c"), None, (2, 1)),
    ],
)
def test_a_pointer_finds_its_node_and_its_place(
    at: Pointer, plain: object, place: tuple[int, int]
) -> None:
    root = compose(DATA, "x").root
    node = find(root, at)
    assert (bare_data(node) if node is not None else None) == plain
    assert nearest_place(root, at) == place


def test_an_empty_file_has_a_place() -> None:
    assert nearest_place(None, ("a", 0)) == (1, 1)
    assert bare_data(None) == ""
    assert find(None, ()) is None


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("- a\n- b\n", [0, 4]),
        ("-\n  a\n-   b\n", [0, 6]),
        ("- a\n# к\n- b\n", [0, 8]),
        ("- a\n-\n\n  b\n", [0, 4]),
        ("[a, b]\n", [1, 4]),
    ],
)
def test_an_item_begins_with_the_line_of_its_dash(text: str, starts: list[int]) -> None:
    node = compose(text, "x").root
    assert isinstance(node, SequenceNode)
    assert [item_start(text, node, n) for n in range(len(node.items))] == starts


@pytest.mark.parametrize(
    ("text", "end"),
    [("a: b\n\n# к\n", 4), ("a:\n  - b\n  - c\n\n", 14), ("a: {b: c}  # к\n", 9), ("a: []\n", 5)],
)
def test_the_content_ends_with_its_last_value(text: str, end: int) -> None:
    node = compose(text, "x").root
    assert isinstance(node, MappingNode)
    assert last_scalar_end(node) == end
