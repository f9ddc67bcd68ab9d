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
_QUOTES = re.compile('[«„“"]')
# A second noun behind the head, with its attributes: «учреждение Лесная средняя школа».
_SECOND = re.compile(
    r"(?<=\s)(?:[а-яё-]+(?:ая|яя|ый|ий|ой|ое|ее)\s+)*"
    r"(?P<noun>гимназия|сад|дворец|дом|колледж|лицей|станция|техникум|училище|центр|школа|ясли)"
    r"(?=[\s-]|$)",
    re.IGNORECASE,
)


def declined_organization(name: str, case: Case) -> tuple[str, tuple[Doubt, ...]]:
    """The name in a case, and what is doubtful about its forms in all cases.

    A second noun is declined with the head, as most schools do, but only the charter knows.
    """
    if _ONE_FORM.match(name):
        return name, ()
    quote = _QUOTES.search(name)
    plain = name[: quote.start()] if quote else name
    genitive = declined_position(plain, Case.GENITIVE)[0]
    second = next(
        (one for one in _SECOND.finditer(plain) if re.search(rf"\b{one['noun']}\b", genitive)), None
    )
    if second is None:
        form, own_doubts = _declined(name, case)
        return form, tuple(doubt._replace(part=_NAME) for doubt in own_doubts)
    start = second.start()
    form = _declined(name[:start], case)[0] + _declined(name[start:], case)[0]
    sample = _declined(name[:start], Case.GENITIVE)[0] + _declined(name[start:], Case.GENITIVE)[0]
    why = f"склонять ли слово «{second['noun']}», решает устав"
    return form, (Doubt(_NAME, name, why, Case.GENITIVE, sample),)


def _declined(part: str, case: Case) -> tuple[str, tuple[Doubt, ...]]:
    form, doubts = declined_position(part, case)
    if case is Case.ACCUSATIVE and form == declined_position(part, Case.GENITIVE)[0]:
        form = part  # an organisation is no living being: «в бюджетное учреждение»
    # What stands behind «в»: «в детском саду», not «саде».
    return form.replace("детском саде", "детском саду"), doubts
