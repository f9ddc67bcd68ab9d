"""Personal names in the cases, through pytrovich with its known errors put right."""

import re
from functools import cache
from typing import TYPE_CHECKING

from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName

if TYPE_CHECKING:
    from pytrovich.maker import PetrovichDeclinationMaker


# Masculine surnames whose vowel goes («Швеца», but «Соловья»): pytrovich declines them by the
# general rule. Genitive stem; the endings are those of «коваль» or of «отец».
_SOFT_STEMS = {"соловей": "соловь", "муравей": "муравь"}
_HARD_STEMS = {
    "баранец": "баранц", "горобец": "горобц", "жилец": "жильц", "кравец": "кравц",
    "кузнец": "кузнец", "мудрец": "мудрец", "чернец": "чернец", "швец": "швец",
}  # fmt: skip
_SOFT_ENDINGS = ("я", "ю", "я", "ем", "е")
_HARD_ENDINGS = ("а", "у", "а", "ом", "е")
_OBLIQUE = tuple(case for case in Case if case is not Case.NOMINATIVE)


def gender_of(name: FullName) -> Gender | None:
    """The gender that the patronymic tells, or None when it tells nothing."""
    patronymic = (name.patronymic or "").lower()
    if re.search(r"(?:вна|чна|кызы|гызы)$", patronymic):
        return Gender.FEMALE
    if re.search(r"(?:ич|оглы|улы)$", patronymic):
        return Gender.MALE
    return None


def in_case(name: FullName, case: Case, gender: Gender | None) -> FullName:
    """The name in a case.

    Without a gender nothing is declined, because «Гринкевич» stays as it is for a woman and
    changes for a man. Initials never change. «ИВАНОВ» keeps its capitals.
    """
    gender = gender or gender_of(name)
    if case is Case.NOMINATIVE or gender is None:
        return name
    return FullName(
        _surname(name.surname, case, gender),
        _part("FIRSTNAME", name.name, case, gender),
        _part("MIDDLENAME", name.patronymic, case, gender),
    )


def _surname(surname: str, case: Case, gender: Gender) -> str:
    """Each part of a double surname; a part such as «де» stays."""
    return "-".join(_surname_part(part, case, gender) for part in surname.split("-"))


def _surname_part(part: str, case: Case, gender: Gender) -> str:
    folded = part.lower()
    if gender is Gender.MALE:
        for stems, endings in ((_SOFT_STEMS, _SOFT_ENDINGS), (_HARD_STEMS, _HARD_ENDINGS)):
            if folded in stems:
                return _like(part, stems[folded] + endings[_OBLIQUE.index(case)])
    return _part("LASTNAME", part, case, gender) or part


def _part(kind: str, part: str | None, case: Case, gender: Gender) -> str | None:
    if not part or len(part.strip(".")) < 2 or not re.fullmatch(r"[А-Яа-яЁё'’ -]+", part):
        return part
    from pytrovich.enums import Case as PetrovichCase
    from pytrovich.enums import Gender as PetrovichGender
    from pytrovich.enums import NamePart

    declined = _maker().make(
        NamePart[kind],
        PetrovichGender[gender.name],
        PetrovichCase[case.name],
        part.capitalize() if part.isupper() else part,
    )
    return _like(part, declined)


def _like(original: str, declined: str) -> str:
    """Keep the capitals of the original."""
    if original.isupper():
        return declined.upper()
    return declined[:1].upper() + declined[1:] if original[:1].isupper() else declined


@cache
def _maker() -> "PetrovichDeclinationMaker":
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()
