"""What stands for a character that the terminal lacks."""

import pytest

from roadmap_cli.text.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("«Центр»", '"Tsentr"'),
        ("„а“ ‘б’", "\"a\" 'b'"),
        ("1—2 – 3 − 4‑5", "1-2 - 3 - 4-5"),
        ("… № → ✓", "... N -> +"),
        ("█░━▲", "#-=^"),
        ("ЩУКА, Ёж", "ShchUKA, Ezh"),
        ("объём", "obem"),
        ("й", "i"),
        ("и\u0306", "i"),
        ("тра\u0301вма", "travma"),
        ("é½ﬁ", "e?fi"),
        ("2\u00a0м", "2 m"),
        ("日本", "??"),
        ("\udcd0", "?"),
    ],
)
def test_a_text_in_ascii(text: str, plain: str) -> None:
    assert "".join(map(folded, text)) == plain


def test_every_character_folds_to_ascii() -> None:
    assert all(folded(chr(code)).isascii() for code in range(0x11000))
