"""A row of an answer sheet as a file tells it, and what its cells reply to a question."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from roadmap_cli.domain.model.files.surveys import Question, QuestionKind
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.surveys.replies import NO, YES, read_reply
from roadmap_cli.text.names import comparable

_JOINT = re.compile(r"\s*[,;|\n]\s*")
_OWN_WORDS = re.compile(r"(другое|иное|свой вариант|other)\s*[:(–—-]\s*(.+?)\)?", re.I | re.S)
# How spreadsheets and forms write a mark, beside «да» and «нет».
_MARKS = {
    **dict.fromkeys(("да", "true", "yes", "истина", "1", "+", "✓", "✔", "x", "х", "v"), True),
    **dict.fromkeys(("нет", "false", "no", "ложь", "0", "-", "–", "—"), False),
}
_BOOLEANS = {"истина": YES, "ложь": NO}
_SPARE = "на этот вопрос уже взят ответ из другого столбца"


class Named(Protocol):
    """The people who may be named in a reply."""

    def named(self, name: str) -> list[str]:
        """The codes of those whose name this is."""


class AnswerCell(NamedTuple):
    """A filled cell: its table, its place there, the heading of its column, its words."""

    table: str
    place: str
    heading: str
    text: str


class Left(NamedTuple):
    """Words of a cell that are not taken, and why, in Russian; `question` that they answer."""

    cell: AnswerCell
    text: str
    why: str
    question: str | None = None


class ReplyCell(NamedTuple):
    """A cell that answers a question; of a column for one `option` a mark."""

    question: str
    option: str | None
    cell: AnswerCell


class AnswerRow(NamedTuple):
    """A filled questionnaire in a file.

    `number` is the row, after the sheet where there are several. `who` are the cells that tell
    the person, by what they hold: name, surname, given, patronymic, email, phone.
    """

    number: str
    replies: tuple[ReplyCell, ...]
    who: Mapping[str, AnswerCell]
    time: datetime | None = None
    time_cell: AnswerCell | None = None
    form: AnswerCell | None = None

    @property
    def cells(self) -> tuple[AnswerCell, ...]:
        """Every cell that was read."""
        more = (cell for cell in (self.time_cell, self.form) if cell)
        return (*self.who.values(), *more, *(reply.cell for reply in self.replies))


class Told(NamedTuple):
    """What a cell replies, and which of its words are none of the question's replies."""

    words: tuple[str, ...]
    left: tuple[Left, ...] = ()


def reply_of(question: Question, replies: Sequence[ReplyCell], people: Named) -> Told:
    """What the cells of one row reply to a question; of two whole answers the first counts."""
    whole = [one.cell for one in replies if one.option is None]
    left = [
        Left(cell, cell.text, _SPARE, question.id)
        for cell in whole[1:]
        if comparable(cell.text) != comparable(whole[0].text)
    ]
    told = [_READ[question.kind](question, cell, people) for cell in whole[:1]]
    told += [_marked(question, one.option, one.cell) for one in replies if one.option is not None]
    words = tuple(dict.fromkeys(word for one in told for word in one.words))
    left += [one for read in told for one in read.left]
    try:
        return Told(read_reply(question, words), tuple(left))
    except InvalidValueError as error:
        why = _said(error)
        known = {one.cell for one in left}
        wrong = [Left(one.cell, one.cell.text, why, question.id) for one in replies]
        return Told((), (*left, *(one for one in wrong if one.cell not in known)))


def _marked(question: Question, option: str, cell: AnswerCell) -> Told:
    """The option when its own column is marked."""
    said = cell.text.strip().casefold()
    mark = True if comparable(said) == comparable(option) else _MARKS.get(said)
    if mark is None:
        why = f"не отметка в столбце варианта «{option}»"
        return Told((), (Left(cell, cell.text, why, question.id),))
    return Told((option,) if mark else ())


def _as_written(question: Question, cell: AnswerCell, _people: Named) -> Told:
    try:
        return Told(read_reply(question, (cell.text,)))
    except InvalidValueError as error:
        return Told((), (Left(cell, cell.text, _said(error), question.id),))


def _yes_no(question: Question, cell: AnswerCell, people: Named) -> Told:
    """An answer that a spreadsheet may have turned into its own «ИСТИНА»."""
    said = _BOOLEANS.get(cell.text.casefold())
    return Told((said,)) if said else _as_written(question, cell, people)


def _choice(question: Question, cell: AnswerCell, _people: Named) -> Told:
    found = _lookup(question)(cell.text)
    return Told((found,)) if found is not None else _other(question, cell, cell.text)


def _choices(question: Question, cell: AnswerCell, _people: Named) -> Told:
    """The options that a cell lists; an option may have commas of its own."""
    pieces = _pieces(cell.text)
    ways = _ways(question, cell.text, pieces)
    if len({frozenset(way) for way in ways}) > 1:
        why = "варианты можно прочитать по-разному"
        return Told((), (Left(cell, cell.text, why, question.id),))
    return Told(ways[0]) if ways else _greedy(question, cell, pieces)


def _people(question: Question, cell: AnswerCell, people: Named) -> Told:
    """The codes of the people whom a cell lists, in its order."""
    words: list[str] = []
    left: list[Left] = []
    for name in filter(None, re.split(r"\s*[,;\n]\s*", cell.text.strip())):
        found = people.named(name)
        if len(found) == 1:
            words += found
        else:
            why = "подходит нескольким людям" if found else "такого человека нет в базе людей"
            left.append(Left(cell, name, why, question.id))
    return Told(tuple(words), tuple(left))


_READ: Mapping[QuestionKind, Callable[[Question, AnswerCell, Named], Told]] = {
    QuestionKind.SCALE: _as_written,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _choices,
    QuestionKind.TEXT: _as_written,
    QuestionKind.PEOPLE: _people,
}


def _key(text: str) -> str:
    return re.sub(r"[^\w+]+", "", comparable(text)) or comparable(text)


def _lookup(question: Question) -> Callable[[str], str | None]:
    """Finds the option that a text is; slips of signs count only where they tell two apart."""
    exact = {comparable(option): option for option in question.options}
    alike = Counter(map(_key, question.options))
    loose = {_key(one): one for one in question.options if alike[_key(one)] == 1}
    return lambda text: exact.get(comparable(text)) or loose.get(_key(text))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the parts between commas, semicolons and line ends stand."""
    found = []
    start = 0
    for joint in (*_JOINT.finditer(text), None):
        end = joint.start() if joint else len(text)
        if text[start:end].strip():
            found.append((start, end))
        start = joint.end() if joint else end
    return found


def _ways(
    question: Question, text: str, pieces: Sequence[tuple[int, int]]
) -> list[tuple[str, ...]]:
    """How the whole text can be read as options: none, the only way, or two of several."""
    longest, found = _longest(question), _lookup(question)
    ways: dict[int, list[tuple[str, ...]]] = {len(pieces): [()]}
    for start in reversed(range(len(pieces))):
        ways[start] = [
            (option, *rest)
            for end in range(start + 1, min(start + longest, len(pieces)) + 1)
            if (option := found(text[pieces[start][0] : pieces[end - 1][1]]))
            for rest in ways[end]
        ][:2]
    return ways[0] if pieces else [()]


def _longest(question: Question) -> int:
    """Of how many pieces the longest option is made."""
    return max((len(_pieces(option)) for option in question.options), default=1)


def _greedy(question: Question, cell: AnswerCell, pieces: Sequence[tuple[int, int]]) -> Told:
    """The options in a text that has other words too; those are told as they stand together."""
    longest, found = _longest(question), _lookup(question)
    words: list[str] = []
    unknown: list[tuple[int, int]] = []
    at = 0
    adjoins = False
    while at < len(pieces):
        for end in range(min(at + longest, len(pieces)), at, -1):
            option = found(cell.text[pieces[at][0] : pieces[end - 1][1]])
            if option is not None:
                words.append(option)
                at, adjoins = end, False
                break
        else:
            first = unknown.pop()[0] if adjoins else pieces[at][0]
            unknown.append((first, pieces[at][1]))
            at, adjoins = at + 1, True
    others = [_other(question, cell, cell.text[start:end]) for start, end in unknown]
    words += [word for other in others for word in other.words]
    return Told(tuple(words), tuple(one for other in others for one in other.left))


def _other(question: Question, cell: AnswerCell, text: str) -> Told:
    """Words of one's own in place of an option: «Другое: …» is taken where it is an option."""
    own = _OWN_WORDS.fullmatch(text.strip())
    option = _lookup(question)(own[1]) if own else None
    if own and option is not None:
        why = f"взят вариант «{option}»; свои слова рядом с вариантом не хранятся"
        return Told((option,), (Left(cell, own[2].strip(), why, question.id),))
    return Told((), (Left(cell, text.strip(), "такого варианта в вопросе нет", question.id),))


def _said(error: InvalidValueError) -> str:
    return f"{error.message}. {error.hint or ''}".strip().rstrip(".")
