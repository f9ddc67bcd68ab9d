"""Counted nouns: the last digit chooses the form, the teens have one of their own."""

import pytest

from roadmap_cli.text.plurals import counted, plural

ONE, FEW, MANY = "задача", "задачи", "задач"


@pytest.mark.parametrize(
    ("count", "noun"),
    [
        (0, MANY), (1, ONE), (2, FEW), (3, FEW), (4, FEW), (5, MANY), (9, MANY),
        (10, MANY), (11, MANY), (12, MANY), (13, MANY), (14, MANY), (15, MANY), (19, MANY),
        (20, MANY), (21, ONE), (22, FEW), (24, FEW), (25, MANY),
        (100, MANY), (101, ONE), (104, FEW), (105, MANY),
        (110, MANY), (111, MANY), (112, MANY), (114, MANY), (115, MANY), (121, ONE), (122, FEW),
        (1011, MANY), (1021, ONE), (-1, ONE), (-2, FEW), (-11, MANY),
    ],
)  # fmt: skip
def test_a_noun_agrees_with_its_number(count: int, noun: str) -> None:
    assert plural(count, ONE, FEW, MANY) == noun
    assert counted(count, ONE, FEW, MANY) == f"{count} {noun}"
