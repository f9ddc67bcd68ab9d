"""Names of organisations in the cases: «в Муниципальном бюджетном учреждении «Искра»».

The head is declined as that of a position; what stands in quotation marks stays as it is, and a
name that begins with its abbreviation («МБОУ СОШ № 12») has one form.
"""

import re

from roadmap_cli.text.declension.forms import Doubt
from roadmap_cli.text.declension.positions import declined_position
from roadmap_cli.text.grammar import Case

_NAME = "название организации"
# «МБОУ СОШ № 12», or nothing but a name in quotation marks.
_ONE_FORM = re.compile(r"\s*(?:[А-ЯЁ]{2,}[а-яё]{0,2}(?=[\s-]|$)|[«„“\"]|$)")
_QUOTED = re.compile('[«„“"].*[»“”"]')
# A second noun behind the head: «учреждение Лесная средняя школа».
_SECOND = re.compile(
    r"\s(?:гимназия|детский сад|дворец|дом|колледж|лицей|станция|техникум|училище|центр|школа"
    r"|ясли)(?=\s|$)",
    re.IGNORECASE,
)


def declined_organization(name: str, case: Case) -> tuple[str, tuple[Doubt, ...]]:
    """The name in a case, and what is doubtful about its forms in all cases."""
    if _ONE_FORM.match(name):
        return name, ()
    form, own_doubts = declined_position(name, case)
    if case is Case.ACCUSATIVE and form == declined_position(name, Case.GENITIVE)[0]:
        form = name  # an organisation is no living being: «в бюджетное учреждение»
    doubts = tuple(doubt._replace(part=_NAME) for doubt in own_doubts)
    return form, doubts or _two_nouns(name)


def _two_nouns(name: str) -> tuple[Doubt, ...]:
    """One that only its charter decides: whether the second noun is declined as well."""
    plain = _QUOTED.sub("", name)
    genitive = declined_position(name, Case.GENITIVE)[0]
    nouns = [found[0].strip() for found in _SECOND.finditer(plain)]
    unchanged = [noun for noun in nouns if re.search(rf"\b{noun}\b", genitive)]
    if not unchanged:
        return ()
    why = f"склонять ли слово «{unchanged[0]}», решает устав"
    return (Doubt(_NAME, name, why, Case.GENITIVE, genitive),)
