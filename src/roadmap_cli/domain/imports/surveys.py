"""What the two ways to import answers share: decisions, the reading of rows, what is said."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from roadmap_cli.domain.imports.answers import AnswerCell, AnswerRow, Left, reply_of
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.senders import Senders
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice, OwnForm
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.surveys.recording import Filled
from roadmap_cli.text.plurals import counted

# Instead of a person's code: the row is not to be taken.
NOBODY = "пропустить"


class Again(Enum):
    """Which anonymous responses are taken when some are equal to recorded ones."""

    ALL = "все"
    NEW = "новые"


class Decisions(NamedTuple):
    """What the user has decided.

    `people` are codes by row, or NOBODY; `replace` that a new response takes the place of the
    person's former one, or anonymous ones that of all that are recorded; `again` which anonymous
    responses are taken of a file in which some are equal to recorded ones.
    """

    today: date
    people: Mapping[str, str] = {}
    replace: bool = False
    again: Again | None = None


class OpenRow(NamedTuple):
    """A row of which a person must say whose it is: code and name of those it may be."""

    number: str
    words: str
    why: str
    known: tuple[tuple[str, str], ...]


class SurveyProposal(NamedTuple):
    """What an import of answers would do.

    `filled` are the responses that it adds, `rows` how many questionnaires the file has, `same`
    how many of them are recorded already, `doubts` sentences for a person.
    """

    filled: tuple[Filled, ...]
    edits: tuple[Edit, ...]
    rows: int
    same: int
    left: tuple[LeftOut, ...]
    doubts: tuple[str, ...]
    open: tuple[OpenRow, ...] = ()


class Reading:
    """The cells of rows read as replies; `left` are those that are none."""

    def __init__(self, data: Dataset, survey: Questionnaire, today: date) -> None:
        self.survey, self.today = survey, today
        self.people = Senders(data)
        self._left: dict[AnswerCell, tuple[Left, ...]] = {}
        own = data.organization.forms if data.organization else ()
        self._forms = {FormChoice().read(one.title) for one in own}

    def filled(self, row: AnswerRow) -> Filled:
        """The questionnaire, still without a person."""
        replies = {}
        for question in self.survey.questions:
            cells = [one for one in row.replies if one.question == question.id]
            told = reply_of(question, cells, self.people) if cells else None
            if told is not None:
                self.add(told.left)
                replies.update({question.id: told.words} if told.words else {})
        return Filled(replies, day=self._day(row), form=self._form(row.form))

    @property
    def left(self) -> tuple[Left, ...]:
        """What was read and is not taken."""
        return tuple(one for own in self._left.values() for one in own)

    def leave(self, row: AnswerRow, why: str, *, faults: bool = False) -> None:
        """No cell of the row is taken; with `faults` a cell that cannot be taken says why."""
        for cell in row.cells:
            whole = (Left(cell, cell.text, why),)
            own = [one for one in self._left.get(cell, ()) if faults and one.text == cell.text]
            self._left[cell] = tuple(own) or whole

    def add(self, left: Sequence[Left]) -> None:
        """These words are not taken."""
        for one in left:
            self._left[one.cell] = (*self._left.get(one.cell, ()), one)

    def _day(self, row: AnswerRow) -> date | None:
        day = row.time.date() if row.time else None
        if day is not None and row.time_cell is not None and day > self.today:
            self.add([Left(row.time_cell, row.time_cell.text, "эта дата ещё не наступила")])
            return None
        return day

    def _form(self, cell: AnswerCell | None) -> AnyForm | None:
        if cell is None:
            return None
        try:
            form = FormChoice().read(cell.text)
        except InvalidValueError as error:
            self.add([Left(cell, cell.text, f"форма наставничества: {error.message}")])
            return None
        if isinstance(form, OwnForm) and form not in self._forms:
            why = "такой формы наставничества нет ни в программе, ни в organization.yaml"
            self.add([Left(cell, cell.text, why)])
            return None
        return form


def content(one: Filled | Response) -> tuple[frozenset[tuple[str, tuple[str, ...]]], str]:
    """What was replied, whoever it was and whenever."""
    told = (
        [(reply.question, reply.value) for reply in one.replies]
        if isinstance(one, Response)
        else [*one.replies.items()]
    )
    return frozenset((code, tuple(words)) for code, words in told if words), str(one.form or "")


def why_left(survey: Questionnaire, left: Left) -> str:
    """Why words are not taken, with the question that they should answer."""
    question = survey.question(left.question) if left.question else None
    return f"вопрос {question.id} «{question.text}»: {left.why}" if question else left.why


def unread(reading: Reading, rows: Sequence[AnswerRow]) -> Iterator[str]:
    """The replies that are none of their question's, each with its rows where there are some."""
    places: dict[tuple[str, str, str], list[str]] = {}
    numbers = {reply.cell: row.number for row in rows for reply in row.replies}
    for one in reading.left:
        if one.question:
            key = (one.question, one.text, one.why)
            places.setdefault(key, []).append(numbers.get(one.cell, ""))
    for (code, text, why), own in sorted(places.items()):
        question = reading.survey.question(code)
        where = (
            f" ({'строки' if len(own) > 1 else 'строка'} {', '.join(own)})"
            if all(own)
            else f" ({counted(len(own), 'раз', 'раза', 'раз')})" * (len(own) > 1)
        )
        said = "" if text in why else f"«{text}» — "
        asked_text = f" «{question.text}»" if question else ""
        yield f"Не взято{where}, вопрос {code}{asked_text}: {said}{why}"
