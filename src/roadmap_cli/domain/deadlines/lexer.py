"""A notation cut into tokens; each has a one-letter code, so that rules are patterns of codes."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import Unit

Value = date | Unit | tuple[int, ...] | int | str | None


class Token(NamedTuple):
    """One word or sign: its code (see the tables of rules), its value and the place in the clean text."""

    code: str
    value: Value
    start: int
    end: int


_MONTH_STEMS = (
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
_WEEKDAY_STEMS = ("пон", "вто", "сре", "чет", "пят", "суб", "вос")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
          "x": 10, "xi": 11, "xii": 12}  # fmt: skip
_CYRILLIC_ROMAN = {"ш": 3, "п": 2, "1у": 4, "1v": 4}
_ORDINAL_STEMS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "посл": -1}
_NUMBER_STEMS = {
    "од": 1, "дв": 2, "три": 3, "тре": 3, "чет": 4, "пят": 5,
    "шес": 6, "сем": 7, "вос": 8, "дев": 9, "дес": 10,
}  # fmt: skip
_UNIT_STEMS = {
    "ден": Unit.DAY, "дне": Unit.DAY, "дня": Unit.DAY, "дни": Unit.DAY,
    "нед": Unit.WEEK, "мес": Unit.MONTH, "ква": Unit.QUARTER, "кв": Unit.QUARTER, "кв.": Unit.QUARTER,
    "чет": Unit.TERM, "три": Unit.TRIMESTER, "пол": Unit.HALF_YEAR, "год": Unit.YEAR, "лет": Unit.YEAR,
    "еже": Unit.DAY,
}  # fmt: skip
_EVERY = {
    "ежедневно": Unit.DAY, "ежедневный": Unit.DAY, "еженедельно": Unit.WEEK,
    "ежемесячно": Unit.MONTH, "ежеквартально": Unit.QUARTER, "ежегодно": Unit.YEAR,
}  # fmt: skip


def _calendar_day(text: str) -> date | None:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if numbers[0] > 31:
        numbers.reverse()
    day, month, year = numbers
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _day_and_month(text: str) -> tuple[int, ...] | None:
    day, month = (int(number) for number in text.split("."))
    return (day, month) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _month_and_year(text: str) -> tuple[int, ...] | None:
    month, year = (int(number) for number in re.split("[./]", text))
    if not 1 <= month <= 12 or 12 < year < 20:
        return None
    return (month, year + 2000 if year < 100 else year)


def _number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _by_stem(_NUMBER_STEMS, text)


def _ordinal(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _ORDINAL_STEMS[text[:4]]


def _by_stem(stems: dict[str, int], text: str) -> int:
    return next(value for stem, value in stems.items() if text.startswith(stem))


def _unit(text: str) -> Unit:
    return _UNIT_STEMS[text[:3]]


def _every(text: str) -> Unit:
    return next(unit for word, unit in _EVERY.items() if word[:7] == text[:7])


def _month(text: str) -> int:
    # «ма» would also begin «март», so the longer stems are tried first.
    order = sorted(range(12), key=lambda index: -len(_MONTH_STEMS[index]))
    return next(index + 1 for index in order if text.startswith(_MONTH_STEMS[index]))


def _weekday(text: str) -> int:
    return next(index for index, stem in enumerate(_WEEKDAY_STEMS) if text.startswith(stem))


def _word(text: str) -> str:
    return text


_MONTH_WORD = (
    r"(?:январ|феврал|апрел|август|сентябр|октябр|ноябр|декабр|июн|июл)[а-я]{0,2}(?![а-я])"
    r"|март[а-я]{0,2}(?![а-я])|ма[йяею]м?(?![а-я])|(?:янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек)(?![а-я])"
)
_YEAR = r"(?:19|20)\d\d(?!\d)(?:-?\s?(?:г\.?\s?г\b\.?|г(?:од[а-я]{0,2})?\b\.?)(?!\s*(?:раз|кажд)))?"
_SCHOOL_YEAR = r"уч(?:еб[а-я]+)?\b\.?\s*(?:г\.?\s?г\b|г(?:од[а-я]{0,2})?\b|лет)\.?"

_Rules = tuple[tuple[str, str, Callable[[str], Value]], ...]
_DIGIT_RULES: _Rules = (
    ("D", r"\d{4}-\d\d-\d\d(?!\d)", _calendar_day),
    (
        "D",
        r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?(?:\d{4}|\d\d)(?!\d)(?:\s?г(?:од[а-я]*)?\b\.?)?",
        _calendar_day,
    ),
    ("D", r"\d{1,2}/\d{1,2}/\d{4}(?!\d)", _calendar_day),
    ("o", r"(?:в\s)?\d{1,2}:\d\d(?!\d)(?:\s?ч(?:ас[а-я]*)?\b\.?)?", _word),
    ("Q", r"\d{1,2}[./](?:19|20)\d\d(?!\d)", _month_and_year),
    ("d", r"\d{1,2}\.(?:\d{1,2}|\s\d\d)(?![\d])(?!\.\s?\d)", _day_and_month),
    ("Q", r"\d{1,2}\.\d\d(?![\d])(?!\.\d)", _month_and_year),
    ("Y", _YEAR, _number),
    ("R", r"(?:[шп]|1[уv])(?=\s*(?:кв|полуг|четвер|тримес))", _CYRILLIC_ROMAN.__getitem__),
    ("R", r"\d{1,2}-?\s?(?:ый|ой|ого|ое|ому|ом|ую|ая|го|му|й|е|я|ю)\b", _ordinal),
    ("N", r"\d{1,3}(?!\d)(?:\s?г\b\.?(?=\s*[/-]))?", _number),
)
_LETTER_RULES: _Rules = (
    ("M", rf"(?:{_MONTH_WORD})\.?(?:\s+месяц[а-я]*\b)?", _month),
    ("o", r"(?:в\s)?\d{1,2}:\d\d(?!\d)(?:\s?ч(?:ас[а-я]*)?\b\.?)?", _word),
    ("S", _SCHOOL_YEAR, _word),
    (
        "W",
        r"(?:понедельник|вторник|сред(?=[аыеу])|четверг|пятниц|суббот|воскресень)[а-я]*\b",
        _weekday,
    ),
    (
        "R",
        r"(?:перв|втор|трет)[а-я]{1,3}\b|четверт(?:ый|ого|ом|ому|ая|ой|ую)\b|последн[а-я]{2,3}\b",
        _ordinal,
    ),
    ("R", r"(?:[шп]|1[уv])(?=\s*(?:кв|полуг|четвер|тримес))", _CYRILLIC_ROMAN.__getitem__),
    ("R", r"(?:viii|vii|vi|iv|ix|iii|ii|i|v|xii|xi|x)\b(?!\.)", _ROMAN.__getitem__),
    ("E", r"еже(?:дневно|недельно|месячно|квартально|годно)\b", _every),
    ("e", r"кажд[а-я]+\b", _word),
    ("T", r"дважды\b", lambda _: 2),
    ("T", r"трижды\b", lambda _: 3),
    ("X", r"раза?\b|р\.(?=\s?[в/])|р(?=/)", _word),
    ("H", r"полугоди[а-я]+\b|полгода\b", _unit),
    ("K", r"квартал[а-я]*\b|кв\b\.?", _unit),
    ("F", r"четверт[ьияей]{1,3}\b|триместр[а-я]*\b", _unit),
    ("n", r"недел[а-я]+\b|нед\b\.?", _unit),
    ("q", r"(?:день|дня|дней|дни)\b", _unit),
    ("m", r"месяц[а-я]*\b|мес\b\.?", _unit),
    ("y", r"(?:год|года|году|годы|лет)\b", _unit),
    ("k", r"декад[а-я]+\b", _word),
    ("h", r"половин[а-я]+\b", _word),
    ("j", r"числ[а-я]+\b", _word),
    ("a", r"начал[а-я]+\b", lambda _: "begin"),
    ("a", r"середин[а-я]+\b", lambda _: "middle"),
    ("a", r"кон(?:ец|ц[а-я]{1,2})\b", lambda _: "end"),
    ("s", r"осен(?:ь|и|ью|н[а-я]+\s+(?:период|месяц)[а-я]*)\b", lambda _: 9),
    ("s", r"зим(?:а|ы|е|у|ой|н[а-я]+\s+(?:период|месяц)[а-я]*)\b", lambda _: 12),
    ("s", r"вес(?:н[аыуе]|ной|енн[а-я]+\s+(?:период|месяц)[а-я]*)\b", lambda _: 3),
    ("s", r"лет(?:[оа]м?|н[а-я]+\s+(?:период|месяц)[а-я]*)\b", lambda _: 6),
    (
        "N",
        r"(?:одного|один|одну|два|двух|две|три|трех|четыре|четырех|пять|шесть|семь|восемь|девять|десять|пяти|шести|семи|восьми|девяти|десяти)\b",
        _number,
    ),
    (
        "b",
        r"(?:в\s)?(?:срок\s)?не\s+(?:позднее|позже),?(?:\s+чем)?(?:\s+до)?\b",
        lambda _: "through",
    ),
    ("b", r"(?:в\s)?(?:срок\s?)?:?\s?\bдо(?![а-я])|\bк(?:о)?\b", lambda _: "until"),
    ("l", r"не\s+(?:реже|менее)\b|минимум\b|как\s+минимум\b", _word),
    ("c", r"не\s+ранее(?:\s+чем)?(?:\s+со?)?\b|(?:начиная\s)?\bсо?\b", _word),
    ("f", r"\bот\b", _word),
    ("p", r"\bпо\b", _word),
    ("v", r"\bво?\b|\bна\b|\bза\b|\bчем\b", _word),
    ("t", r"течени[ие]\b|теч\b\.?|протяжении\b", _word),
    ("w", r"весь\b|вс(?:его|ей|е|ю)\b", _word),
    ("&", r"\bи\b", _word),
    ("o", r"\bг(?:ода?)?\b\.?|гг\b\.?|г\.\s?г\b\.?|включительно\b|сроки?\b|период[а-я]*\b", _word),
)


_SIGNS = {"-": "-", "/": "/", ",": ",", ";": ",", "&": "&"}
_SKIPPED = " .:_()*\t\n"


def tokens(clean: str) -> tuple[Token, ...]:
    """Cut a clean notation (see `clean.py`); an impossible date becomes an unknown word."""
    found: list[Token] = []
    position = 0
    while position < len(clean):
        sign = clean[position]
        if sign in _SKIPPED:
            position += 1
            continue
        token = _sign(sign, position) or _word_at(clean, position)
        found.append(token)
        position = token.end
    return tuple(found)


def _sign(sign: str, position: int) -> Token | None:
    code = _SIGNS.get(sign)
    return Token(code, sign, position, position + 1) if code else None


def _word_at(clean: str, position: int) -> Token:
    # Patterns are compiled as they are first tried, which spares most of them at start-up.
    for code, pattern, read in _DIGIT_RULES if clean[position].isdigit() else _LETTER_RULES:
        match = re.compile(pattern).match(clean, position)
        if match and (value := read(match[0])) is not None:
            return Token(code, value, position, match.end())
    rest = re.compile(r"[^\W\d_]+|\S").match(clean, position)
    end = rest.end() if rest else position + 1
    return Token("?", clean[position:end], position, end)


def codes(found: tuple[Token, ...]) -> str:
    """The codes of the tokens as one string, for the rules to match."""
    return "".join(token.code for token in found)
