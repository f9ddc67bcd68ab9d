"""What stands for a character that a terminal's encoding lacks: a sign, letters, «?»."""

import unicodedata

from roadmap_cli.text.transliteration import LETTERS

_UNKNOWN = "?"
_SIGNS = {
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("‘’‚‹›′", "'"),
    **dict.fromkeys("—–‒―−‐‑─", "-"),
    "━": "=",
    "█": "#",
    "░": "-",
    "▲": "^",
    "│": "|",
    "…": "...",
    "№": "N",
    "→": "->",
    "←": "<-",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    **dict.fromkeys("•▪·", "*"),
    "✓": "+",
    "✔": "+",
    "✗": "x",
    "✘": "x",
    **dict.fromkeys("\u00ad\u200b\ufeff", ""),
}


def folded(character: str) -> str:
    """The character in ASCII: «ё» is «e», «№» is «N», a sign that nothing resembles is «?»."""
    if character in _SIGNS:
        return _SIGNS[character]
    spelled = LETTERS.get(character.lower())
    if spelled is not None:
        plain = spelled.replace("_", "")
        return plain.capitalize() if character.isupper() else plain
    if unicodedata.combining(character):
        return ""
    parts = unicodedata.normalize("NFKD", character)
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return letters if letters.isascii() else _UNKNOWN
