"""A questionnaire in the words of templates: its questions with room to answer by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import (
    Moment,
    Question,
    QuestionKind,
    Questionnaire,
    Respondent,
    Use,
)
from roadmap_cli.domain.surveys.known import find_survey
from roadmap_cli.domain.surveys.replies import NO, YES

# A row of more numbers does not fit on a line: the score is written instead.
_MOST_TO_CIRCLE = 15
# Lines for an answer in words: a number or the like, a text, a text where nothing else is asked.
_SHORT_LINES, _TEXT_LINES, _LONG_LINES = 1, 2, 3
_BLANK_QUESTIONS = 6
# Boxes with more letters stand one below the other.
_ONE_LINE = 75
# The matching counts five wishes (domain/matching/rules.py).
_WISHES = 5
# What a number or a few words answer.
_SHORT = (Use.EXPERIENCE, Use.CAPACITY, Use.TIME, Use.VARIANT)
_NONE = Questionnaire(title="", respondents=Respondent.ANYONE)


@dataclass(frozen=True)
class QuestionWords:
    """A question and the room to answer it; a kind of question fills what it needs of this.

    `scores` are numbers to circle, between what the `lowest` and the `highest` mean; `options`
    are boxes to tick, of which `several` may be; `lines` are to be written on, `numbered` ones
    in their order. `note` says how a score is written that is not circled.
    """

    text: str
    scores: tuple[str, ...] = ()
    lowest: str = ""
    highest: str = ""
    options: tuple[str, ...] = ()
    several: bool = False
    lines: int = 0
    numbered: bool = False
    note: str = ""

    @property
    def in_one_line(self) -> bool:
        """True when all options fit beside each other."""
        return sum(map(len, self.options)) + 5 * len(self.options) <= _ONE_LINE


@dataclass(frozen=True)
class LevelWords:
    """A level and the sums of scores that reach it: «15–18»."""

    scores: str
    title: str


@dataclass(frozen=True)
class SurveyWords:
    """A questionnaire; `about` is the moment and the forms that its title does not tell.

    `most` is the largest sum of all scores.
    """

    title: str
    about: tuple[str, ...]
    anonymous: bool
    intro: str
    source: str
    questions: tuple[QuestionWords, ...]
    levels: tuple[LevelWords, ...]
    most: int

    @property
    def circled(self) -> bool:
        """True when there is a number to circle."""
        return any(question.scores for question in self.questions)

    @property
    def ticked(self) -> bool:
        """True when there is a box to tick."""
        return any(question.options for question in self.questions)


def survey_words(data: Dataset, request: Request) -> SurveyWords:
    """The questionnaire that the document is about, or lines to write one on."""
    found = find_survey(data, request.subject) or _NONE
    questions = tuple(ROOM[question.kind](question) for question in found.questions)
    if all(question.kind is QuestionKind.TEXT for question in found.questions):
        questions = tuple(replace(question, lines=_LONG_LINES) for question in questions)
    return SurveyWords(
        title=or_blank(found.title, "название и вопросы анкеты", 40),
        about=_about(found),
        anonymous=found.anonymous,
        intro=found.intro or "",
        source=found.source or "",
        questions=questions or (QuestionWords("", lines=_TEXT_LINES),) * _BLANK_QUESTIONS,
        levels=_levels(found),
        most=sum(question.most for question in _scales(found)),
    )


def _about(survey: Questionnaire) -> tuple[str, ...]:
    title = survey.title.casefold()
    forms = [form.title for form in survey.forms]
    told = [] if survey.moment is Moment.ONCE else [survey.moment.title]
    if any(form not in title for form in forms):
        called = "Форма" if len(forms) == 1 else "Формы"
        told.append(f"{called} наставничества: {', '.join(forms)}")
    return tuple(line for line in told if line not in title)


def _scales(survey: Questionnaire) -> list[Question]:
    return [one for one in survey.questions if one.kind is QuestionKind.SCALE]


def _levels(survey: Questionnaire) -> tuple[LevelWords, ...]:
    """The levels from the highest, each with the sums up to the next one."""
    found = []
    above = sum(question.most for question in _scales(survey))
    for level in sorted(survey.levels, key=lambda one: one.least, reverse=True):
        span = f"{level.least}–{above}" if level.least < above else str(level.least)
        found.append(LevelWords(span, level.title))
        above = level.least - 1
    return tuple(found)


def _scale(question: Question) -> QuestionWords:
    least, most, labels = question.least, question.most, question.labels
    span = most - least + 1
    lowest, highest = (labels[0], labels[-1]) if len(labels) > 1 else ("".join(labels), "")
    if not 0 < span <= _MOST_TO_CIRCLE:
        ends = ((least, lowest), (most, highest))
        told = "".join(f"; {value} – {name}" for value, name in ends if name)
        return QuestionWords(
            question.text, lines=_SHORT_LINES, note=f"число от {least} до {most}{told}"
        )
    values = tuple(map(str, range(least, most + 1)))
    if len(labels) == span:
        named = zip(values, labels, strict=True)
        return QuestionWords(question.text, tuple(f"{value} – {name}" for value, name in named))
    return QuestionWords(question.text, values, lowest, highest)


def _yes_no(question: Question) -> QuestionWords:
    return QuestionWords(question.text, options=(YES, NO))


def _choice(question: Question) -> QuestionWords:
    if not question.options:
        return _text(question)
    several = question.kind is QuestionKind.CHOICES
    return QuestionWords(question.text, options=question.options, several=several)


def _text(question: Question) -> QuestionWords:
    return QuestionWords(
        question.text, lines=_SHORT_LINES if question.use in _SHORT else _TEXT_LINES
    )


def _people(question: Question) -> QuestionWords:
    return QuestionWords(question.text, lines=_WISHES, numbered=True)


ROOM: Mapping[QuestionKind, Callable[[Question], QuestionWords]] = {
    QuestionKind.SCALE: _scale,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _choice,
    QuestionKind.TEXT: _text,
    QuestionKind.PEOPLE: _people,
}
