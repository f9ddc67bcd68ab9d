"""File names for every system: what is forbidden, what is reserved, how long they may be."""

import pytest

from roadmap_cli.text.file_names import file_name


@pytest.mark.parametrize(
    "sign",
    [*'<>:"/\\|?*', "\0", "\x01", "\n", "\t", "\x1b", "\x1f", "\x7f",
     "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"],
    ids=lambda sign: f"U+{ord(sign):04X}",
)  # fmt: skip
def test_a_forbidden_sign_becomes_a_dash(sign: str) -> None:
    assert file_name(f"а{sign}б") == "а-б"
    assert file_name(f"а{sign}{sign}б") == "а-б"


@pytest.mark.parametrize(
    "sign",
    [*"!#$%&'()+,-;=@[]^_`{}~«»№", "\u0080", "\u200d", "\u2065", "\u206a"],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_a_sign_that_is_allowed_stays(sign: str) -> None:
    assert file_name(f"а{sign}б") == f"а{sign}б"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Приказ № 21/1", "Приказ № 21-1"),
        ("  два   слова ", "два слова"),
        ("имя.", "имя"),
        (".имя", "имя"),
        (". . имя . .", "имя"),
        ("и.м.я", "и.м.я"),
        ("../..", "-"),
        ("", "документ"),
        (" . ", "документ"),
        ("...", "документ"),
        ("Й", "\u0419"),
        ("И\u0306", "\u0419"),
    ],
)
def test_spaces_and_dots_at_the_edges_go(text: str, name: str) -> None:
    assert file_name(text) == name


@pytest.mark.parametrize(
    ("text", "reserved"),
    [
        ("con", True), ("CON", True), ("prn", True), ("aux", True), ("nul", True),
        ("com0", True), ("com9", True), ("LPT1", True), ("con.txt", True), ("nul.a.b", True),
        ("com", False), ("com10", False), ("lpt", False), ("console", False), ("acon", False),
        ("con 1", False), ("a.con", False),
    ],
)  # fmt: skip
def test_a_reserved_word_is_no_name(text: str, reserved: bool) -> None:
    assert file_name(text) == (f"документ {text}" if reserved else text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a" * 179, "a" * 179),
        ("a" * 180, "a" * 180),
        ("a" * 181, "a" * 180),
        ("я" * 89, "я" * 89),
        ("я" * 90, "я" * 90),
        ("я" * 91, "я" * 90),
        ("a" + "я" * 90, "a" + "я" * 89),
        ("a" * 179 + " b", "a" * 179),
        ("a" * 178 + " b", "a" * 178 + " b"),
    ],
)
def test_a_name_has_at_most_180_bytes(text: str, name: str) -> None:
    assert file_name(text) == name
