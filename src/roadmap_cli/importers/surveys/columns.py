"""Which question a column of an answer sheet answers, by its heading."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Questionnaire
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.reading.grid import cell_of
from roadmap_cli.text.suggest import did_you_mean

SKIP, TIME, FORM = "skip", "time", "form"
PERSON = ("name", "surname", "given", "patronymic", "email", "phone")
# What a user calls the columns that answer no question.
WORDS: Mapping[str, str] = {
    "имя": "name", "фио": "name", "фамилия": "surname", "отчество": "patronymic",
    "почта": "email", "телефон": "phone", "время": TIME, "форма": FORM, "пропустить": SKIP,
}  # fmt: skip
_WHOSE = r"(?:(?:ваш\w*|укажите|введите|напишите|пожалуйста) )*"
# The first pattern that a heading fits wholly says what the column holds.
_KNOWN: tuple[tuple[str, str], ...] = (
    (TIME, r"отметка времени|timestamp|время (?:создания|отправки|заполнения|ответа)(?: ответа)?"
           r"|creation time|created(?: at)?|submitted(?: at)?|submission time"
           r"|дата(?: и время)?(?: (?:создания|отправки|заполнения|ответа))?"),
    (SKIP, r"id|(?:id|номер|код) ответа|answer id|response id|№|№ п п|n|номер"
           r"|время (?:изменения|обновления)|modified(?: at)?|updated(?: at)?|score"
           r"|балл\w*|(?:общий|итоговый) балл|ip(?: адрес| address)?|user agent|статус"),
    ("name", _WHOSE + r"(?:ф и о|фио|ф и|фи|фамили\w+ им\w+(?: и? ?отчеств\w+)?|имя и? ?фамилия"
             r"|фамилия и имя|как вас зовут)(?: полностью| участника| респондента)?"),
    ("surname", _WHOSE + r"фамили[яю]"),
    ("given", _WHOSE + r"имя"),
    ("patronymic", _WHOSE + r"отчество"),
    ("email", _WHOSE + r"(?:(?:адрес )?электронн\w+ почт\w+|почта|e ?mail|email(?: address)?"
              r"|электронный адрес|username|имя пользователя)"),
    ("phone", _WHOSE + r"(?:контактный )?(?:номер )?(?:мобильн\w+ )?телефон\w*(?: для связи)?"),
    (FORM, r"форма наставничества"),
)  # fmt: skip
_NUMBER = re.compile(r"\s*(?:вопрос\s*)?(?:№\s*)?\d+(?:\.\d+)*\s*[.)\]:]\s*(?=\D)", re.I)
# «(от 1 до 10)», «(выберите не более трёх)»: how to answer, no part of the question.
_HINT = re.compile(
    r"\s*\((?=[^()]*(?:от \d|до \d|\d\s*[-–—=]|балл|выбер|выбир|отмет|можно|обязат"
    r"|не более|укаж|напиш|по желан))[^()]*\)",
    re.I,
)
_IN_GRID = re.compile(r"(.*)\[(.+)\]\s*", re.S)
_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*$")
_LEAST_OF_CUT = 20
# Words that differ by one letter may be other words when they are short («до» and «по», «10» and
# «11»), or when it is a letter more at the beginning («входа» and «выхода»).
_LEAST_OF_SLIP = 5
_MOST_SLIPS = 2


class Meaning(NamedTuple):
    """What a column holds: a question's answers, the marks of one option, or something known."""

    what: str
    option: str | None = None
    is_question: bool = True


def meanings(heading: str, survey: Questionnaire) -> list[Meaning]:
    """The questions that a heading fits best, all of them; else what is known by its words."""
    words = _folded(heading)
    if not words:
        return []
    for fit in (_equal, _in_grid, _unmistakable):
        if found := fit(heading, survey):
            return list(dict.fromkeys(found))
    known = next((what for what, look in _KNOWN if re.fullmatch(look, words)), None)
    return [Meaning(known, is_question=False)] if known else []


def is_word_for_word(heading: str, survey: Questionnaire) -> bool:
    """True for a heading that says a question as it stands, number and signs aside."""
    return bool(_equal(heading, survey))


def target(word: str, survey: Questionnaire) -> Meaning:
    """What the user says a column holds. Raises UnknownNameError for no question and no word."""
    code, _, option = word.partition("/")
    question = survey.question(word) or survey.question(code.strip())
    if question is not None:
        if not option:
            return Meaning(question.id)
        wanted = normalised(option)
        known = {normalised(one): one for one in question.options}
        if wanted in known:
            return Meaning(question.id, known[wanted])
        raise UnknownNameError(
            f"варианта «{option.strip()}» в вопросе {question.id} нет",
            hint=did_you_mean(option.strip(), question.options) or _listed(question.options),
        )
    plain = word.strip().casefold()
    if plain in WORDS or plain in WORDS.values():
        return Meaning(WORDS.get(plain, plain), is_question=False)
    codes = [one.id for one in survey.questions]
    raise UnknownNameError(
        f"вопроса «{word}» в анкете нет",
        hint=did_you_mean(word, [*codes, *WORDS]) or _listed([*codes, *WORDS]),
    )


def _listed(words: Sequence[str]) -> str:
    return f"Есть: {', '.join(words)}."


def _equal(heading: str, survey: Questionnaire) -> list[Meaning]:
    words = _folded(heading)
    return [
        meaning
        for question in survey.questions
        for text, meaning in _texts(question)
        if _folded(text) == words
    ]


def _texts(question: Question) -> list[tuple[str, Meaning]]:
    """What may stand over the columns of a question, its own or one for each option."""
    whole = [(question.text, Meaning(question.id))]
    if question.kind not in (QuestionKind.CHOICES, QuestionKind.CHOICE):
        return whole
    text = _NUMBER.sub("", question.text)
    return whole + [
        (f"{text} {option}", Meaning(question.id, option)) for option in question.options
    ]


def _in_grid(heading: str, survey: Questionnaire) -> list[Meaning]:
    """Google names the column of a row in a grid «Вопрос [строка]»."""
    grid = _IN_GRID.fullmatch(heading)
    return _equal(grid[2], survey) if grid else []


def _unmistakable(heading: str, survey: Questionnaire) -> list[Meaning]:
    """Questions that the heading cannot but mean: a hint more or less, cut off, a slip."""
    return [
        Meaning(question.id) for question in survey.questions if _is_meant(heading, question.text)
    ]


def _is_meant(heading: str, text: str) -> bool:
    own, theirs = _folded(heading), _folded(text)
    if own == _folded(_HINT.sub("", text)) or theirs == _folded(_HINT.sub("", heading)):
        return True
    if _CUT.search(heading) and len(own) >= _LEAST_OF_CUT:
        return theirs.startswith(own)
    pairs = list(zip(own.split(), theirs.split(), strict=False))
    if len(own.split()) != len(theirs.split()):
        return False
    differing = [(one, other) for one, other in pairs if one != other]
    return (
        len(differing) <= min(_MOST_SLIPS, len(pairs) // 2)
        and all(_is_slip(one, other) for one, other in differing)
    )  # fmt: skip


def _is_slip(one: str, other: str) -> bool:
    """True for long words in which one letter is wrong, missing or too many, not at the start."""
    if min(len(one), len(other)) < _LEAST_OF_SLIP or one.isdigit() or other.isdigit():
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if start < (1 if len(one) == len(other) else 2):
        return False
    tails = (one[start:], other[start:])
    return tails[0][1:] == tails[1][1:] or tails[0][1:] == tails[1] or tails[0] == tails[1][1:]


def _folded(text: str) -> str:
    """The words without number, tags, signs and letters' case."""
    plain = cell_of(text).text
    return normalised(_NUMBER.sub("", plain, count=1) or plain)
