"""Forms by the rules of endings: what pytrovich makes of any word, known or not."""

import re
from functools import cache
from typing import TYPE_CHECKING

from roadmap_cli.text.declension.forms import OBLIQUE, Forms
from roadmap_cli.text.grammar import Gender

if TYPE_CHECKING:
    from pytrovich.maker import PetrovichDeclinationMaker

FIRST_NAME, PATRONYMIC, SURNAME = "FIRSTNAME", "MIDDLENAME", "LASTNAME"


def derived(part: str, word: str, gender: Gender) -> Forms:
    """The forms of a word in small letters as a name's `part`."""
    from pytrovich.enums import Case as PetrovichCase
    from pytrovich.enums import Gender as PetrovichGender
    from pytrovich.enums import NamePart

    made = (
        _maker().make(NamePart[part], PetrovichGender[gender.name], PetrovichCase[case.name], word)
        for case in OBLIQUE
    )
    return tuple(_spelled(form.lower(), word) for form in made)


def _spelled(form: str, word: str) -> str:
    """«Ажы» → «Ажи»: no «ы» after these letters; «Ференцом» → «Ференцем», but «Кравцом»."""
    form = re.sub(r"(?<=[гкхжшчщ])ы(?=м?$)", "и", form)
    return re.sub(r"ом$", "ем", form) if word.endswith("ц") and not word.endswith("ец") else form


@cache
def _maker() -> "PetrovichDeclinationMaker":
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()
