"""Kinds of names that are known to be hard, as tables: what a person should look at, and why.

Sources: Л. П. Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке» (1984);
Д. Э. Розенталь, «Справочник по правописанию и литературной правке», § 149; Грамота.ру, «Азбучные
истины: как склонять фамилии». Which form is taken is said in `names`.
"""

import re
from typing import NamedTuple

from roadmap_cli.text.grammar import Case, Gender

MALE, FEMALE = (Gender.MALE,), (Gender.FEMALE,)
BOTH = (*MALE, *FEMALE)
_V, _C = "[аеёиоуыэюя]", "[^аеёиоуыэюя]"


class Hard(NamedTuple):
    """A kind of word in small letters, the genders it concerns, the case to look at.

    A word that the dictionary lists and that both libraries decline alike is free of doubt,
    unless `always`: the dictionary makes its surnames of a pattern and knows no stress.
    """

    pattern: str
    genders: tuple[Gender, ...]
    why: str
    case: Case = Case.GENITIVE
    always: bool = False


_DROPS = "гласная последнего слога может выпадать"
_STRESS = "окончание зависит от ударения: -ом или -ем"
_STRESS_A = "окончание зависит от ударения: -ой или -ей"
_FOREIGN = "нерусская фамилия на -ин, -ын, -ов склоняется иначе: -ом, а не -ым"
_VOWEL = "на гласную обычно не склоняется"

HARD_SURNAMES = (
    Hard(r"ец$", MALE, _DROPS),
    Hard(r"[оеё]к$", MALE, _DROPS, always=True),
    Hard(r"(?:[её]л|[еоу]нь|ёр|ол)$", MALE, _DROPS),
    Hard(r"(?:(?<![иы])ч|[шжщ])$", MALE, _STRESS, Case.INSTRUMENTAL, always=True),
    Hard(r"[жшчщц]а$", BOTH, _STRESS_A, Case.INSTRUMENTAL),
    Hard(rf"^{_C}*(?:ин|ын|ов|ев)$", MALE, _FOREIGN, Case.INSTRUMENTAL),
    Hard(r"(?:(?<!ц)ын|[рвьйн]гин|т[еэ]гин)$", MALE, _FOREIGN, Case.INSTRUMENTAL),
    Hard(r"(?:[аеиоу]т|[дт])дин$", MALE, _FOREIGN, Case.INSTRUMENTAL),
    Hard(r"(?<![сц]к)[ио]й$", MALE, "может склоняться как прилагательное и как существительное"),
    Hard(r"(?:ов|ев|ёв|ин|ын|[сц]кая?)а$|ая$", MALE, "похожа на женскую, а пол указан мужской"),
    Hard(r"(?:ов|ев|ёв|ин|ын|[сц]к[ио]й)$", FEMALE, "похожа на мужскую, а пол указан женский"),
    Hard(r"(?:[еёэиыую]|(?<!к)о)$", BOTH, _VOWEL),
    Hard(rf"{_V}а$", BOTH, "на -а после гласной обычно не склоняется"),
    Hard(rf"{_V}я(?<![сц]кая)$", BOTH, "на -я после гласной склоняется по-разному"),
)
HARD_FIRST_NAMES = (
    Hard(r"(?:ец|[оеё]к|[её]л)$", MALE, _DROPS),
    Hard(r"[чшжщ]$", MALE, _STRESS, Case.INSTRUMENTAL),
    Hard(r"[жшчщц]а$", BOTH, _STRESS_A, Case.INSTRUMENTAL),
    Hard(r"[ио]й$", MALE, "может склоняться как прилагательное и как существительное"),
    Hard(r"ь$", FEMALE, "нерусское женское имя на -ь не склоняется"),
    Hard(r"ия$", BOTH, "при ударении на последнем слоге в дательном -ие, а не -ии", Case.DATIVE),
    Hard(rf"(?:[оеёэиыую]|{_V}а)$", BOTH, "на гласную обычно не склоняется"),
)

# First halves that are no surnames of their own: «Тер-Петросяна», «Бонч-Бруевичу», «де Гиша».
_FIXED_HALVES = """
абд абдель абди абду абдул абдуль абу ага ад ак аль ас аш бей бек бен бонч ван вар гасан грум да
де дель демут дер ди дос дю ель ибн кара кер кызыл ла ле лос мак мелик мир мирза нур о сан санкт
сары сен сент сквозник тер тор фон хаджи хан цу шах шейх эль эт
"""
FIXED_HALVES = frozenset(_FIXED_HALVES.split())
# Second halves that make a surname of a first name: «Гусейн-заде», «Кара-оола».
_TITLES = "ага бей бек гызы заде зада кызы оглу оглы оол паша улы уулу хан"
TITLES = frozenset(_TITLES.split())
# What a patronymic of two words ends with; it has no cases.
SON_OR_DAUGHTER = frozenset({"гызы", "кызы", "оглу", "оглы", "улы", "уулу"})
# Foreign surnames on «-ов», «-ин» that the books name: «Дарвином», «Бюловом».
_FOREIGN = "бюлов вирхов грин гутцков дарвин кронин флотов"
FOREIGN = frozenset(_FOREIGN.split())


def hard(rows: tuple[Hard, ...], word: str, gender: Gender) -> Hard | None:
    """The first kind that a word in small letters is of, or None."""
    fitting = (row for row in rows if gender in row.genders and re.search(row.pattern, word))
    return next(fitting, None)
