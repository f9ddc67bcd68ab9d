"""How values are written: bare where any reader takes them for text, else in quotes."""

import pytest

from roadmap_cli.storage.yaml.scalars import block_scalar, is_plain, scalar


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("опрос", True), ("-опрос", True), ("- опрос", False), ("-", False), ("--", False),
        ("", False), (" а", False), ("а ", False), ("а б", True),
        ("а: б", False), ("а:б", True), ("а:", False), ("а #б", False), ("а#б", True),
        ("?а", False), (":а", False), (",а", False), ("[а", False), ("{а", False), ("#а", False),
        ("&а", False), ("*а", False), ("!а", False), ("|а", False), (">а", False), ("'а", False),
        ('"а', False), ("%а", False), ("@а", False), ("`а", False), ("=а", False), ("(а", True),
        ("true", False), ("Yes", False), ("off", False), ("n", False), ("null", False),
        ("~", False), (".nan", False), ("-.inf", False), ("truest", True), ("нет", True),
        ("0", True), ("1", True), ("01", False), ("123456789", True), ("1234567890", False),
        ("1.10", False), ("1.2.1", True), ("1.2.", False), ("+7", False), ("1e3", False),
        ("0x1f", False), ("0xfg", True), ("8:30", False), ("2023-10-01", True),
        ("2023-1-01", True), ("--- а", False), ("...", False), ("а\x7fб", False), ("а\x80б", False),
        ("а\xadб", False), ("а\u2028б", False), ("а\ufeffб", False), ("а\nб", False),
    ],
)  # fmt: skip
def test_what_needs_no_quotes(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


@pytest.mark.parametrize("sign", [*",[]{}:"])
def test_a_sign_that_means_something_in_braces_only(sign: str) -> None:
    assert is_plain(f"а{sign}б")
    assert not is_plain(f"а{sign}б", flow=True)


@pytest.mark.parametrize(
    ("text", "like", "written"),
    [
        ("опрос", "", "опрос"),
        ("опрос", "'", "'опрос'"),
        ("опрос", '"', '"опрос"'),
        ("д'Арт", "'", "'д''Арт'"),
        ("а: б", "", '"а: б"'),
        ('а: "б"', "", "'а: \"б\"'"),
        ("\"а'", "", "'\"а'''"),
        ("", "", '""'),
        ("а\tб", "", '"а\\tб"'),
        ("а\\б: ", "", '"а\\\\б: "'),
        ("а\x7fб", "", '"а\\x7fб"'),
        ("а\x9fб", "", '"а\\x9fб"'),
        ("а\xa0б", "", '"а\\xa0б"'),
        ("а\u2028б", "'", '"а\\u2028б"'),
        ("а\ufeffб", "", '"а\\ufeffб"'),
        ("а\x00б", "", '"а\\x00б"'),
    ],
)
def test_a_text_on_one_line(text: str, like: str, written: str) -> None:
    assert scalar(text, like=like) == written


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("а\nб", "|-\n  а\n  б"),
        ("а\n\nб", "|-\n  а\n\n  б"),
        ("а\n б", "|-\n  а\n   б"),
        ("а\nб\n", None),
        ("а\n", None),
        (" а\nб", None),
        ("\tа\nб", None),
        ("\nа", None),
        ("а\n \nб", None),
        ("а\n\tб", None),
        ("а\n\x7f", None),
    ],
)
def test_a_text_of_several_lines(text: str, block: str | None) -> None:
    assert block_scalar(text, 2, "\n") == block
