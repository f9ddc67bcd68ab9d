"""Russian personal names as people write them: «Фамилия И.О.», with every known slip."""

import re
import unicodedata
from typing import NamedTuple

_INITIALS = (
    r"(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+"
    r"(?P<first>[А-ЯЁ])(?![а-яё])\.?\s*(?:(?P<second>[А-ЯЁ])(?![а-яё]))?(?P<dot>\.?)"
)


class FullName(NamedTuple):
    """A name by its parts; a given name may be an initial («Т.»)."""

    surname: str
    name: str | None = None
    patronymic: str | None = None


def comparable(name: str) -> str:
    """A form in which «Гринкевич Т.Ю», «гринкевич т. ю.» and «Гринкевич ТЮ» are equal."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    return re.sub(r"[\s.\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", "", plain)


def initials_fit(word: str, name: str) -> bool:
    """True when «Швец И.И.» or «И. Швец» can stand for a person in «Швец Илья Ильич – Дюма …»."""
    wanted, own = _name_words(word), _name_words(name)
    pattern = [*(part for part in wanted if len(part) > 1), *(e for e in wanted if len(e) == 1)]
    if len(wanted) < 2 or len(pattern[-1]) > 1 or len(pattern[0]) == 1:
        return False
    return any(
        all(
            theirs.startswith(ours) if len(ours) == 1 else theirs == ours
            for ours, theirs in zip(pattern, own[start:], strict=False)
        )
        for start in range(len(own) - len(pattern) + 1)
    )


def _name_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)


def unfinished_initials(text: str) -> str | None:
    """The first «Фамилия И.О» that lacks its last dot, as written, or None."""
    for match in re.finditer(_INITIALS, text):
        if match["second"] and not match["dot"] and not text[match.end() :][:1].isalpha():
            return match[0]
    return None


def names_with_initials(text: str) -> list[str]:
    """Every «Фамилия И.О.» in a text, as written."""
    return [match[0] for match in re.finditer(_INITIALS, text)]


def with_initials(surname: str, name: str | None, patronymic: str | None) -> str:
    """«И.О. Фамилия», the order that a signature line uses."""
    initials = "".join(f"{part[0]}." for part in (name, patronymic) if part)
    return f"{initials} {surname}".strip()
