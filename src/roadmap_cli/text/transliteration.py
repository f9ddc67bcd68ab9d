"""Short readable codes in Latin letters for Russian names."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia"
LETTERS = dict(zip(_RUSSIAN, _LATIN.split(), strict=True))
_LONGEST = 20


def latin(text: str, longest: int = _LONGEST) -> str:
    """Spell a text in small Latin letters; all characters but letters and digits become dashes.

    What is longer than `longest` characters is cut.
    """
    whole = unicodedata.normalize("NFC", text).lower()
    spelled = "".join(LETTERS.get(character, character) for character in whole)
    return re.sub(r"[^a-z0-9]+", "-", spelled.replace("_", "")).strip("-")[:longest].strip("-")


def short_code(head: str, parts: Sequence[str], taken: Collection[str]) -> str:
    """Make a code for what `parts` name: «iap-3f2», with `head` in front.

    The tail is made of all the parts, so that two branches which add two people with equal
    initials give them different codes. A code that is taken gets a further letter of the tail.
    """
    whole = " ".join(part.strip() for part in parts if part).lower()
    tail = hashlib.sha256(whole.encode()).hexdigest()
    head = head or "x"
    for length in range(3, len(tail)):
        code = f"{head}-{tail[:length]}"
        if code not in taken:
            return code
    raise ValueError("every code is taken")
