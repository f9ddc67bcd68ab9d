"""What a reply means: its words read as the question wants them."""

import re
from collections.abc import Callable, Mapping, Sequence

from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Questionnaire
from roadmap_cli.domain.model.kinds import Flag, Integer, InvalidValueError
from roadmap_cli.text.names import comparable

YES, NO = "да", "нет"


def read_reply(question: Question, words: Sequence[str]) -> tuple[str, ...]:
    """The reply as a response keeps it; empty for a question that was left out.

    A score may be given by its label, a choice in any case of its letters. Raises
    InvalidValueError.
    """
    given = tuple(word.strip() for word in words if word.strip())
    return _READ[question.kind](question, given) if given else ()


def score(question: Question, words: Sequence[str]) -> int | None:
    """The score of a scale; None for another question, no reply or one that is none."""
    if question.kind is not QuestionKind.SCALE or not words:
        return None
    try:
        return int(_scale(question, words)[0])
    except InvalidValueError:
        return None


def scores(questionnaire: Questionnaire, response: Response) -> list[int]:
    """The scores that a response gives on all its scales."""
    found = (score(question, response.reply(question.id)) for question in questionnaire.questions)
    return [value for value in found if value is not None]


def mean_score(questionnaire: Questionnaire, response: Response) -> float | None:
    """The mean of all scores of a response; None where it has none."""
    found = scores(questionnaire, response)
    return sum(found) / len(found) if found else None


def label(question: Question, value: int) -> str:
    """What the questionnaire calls a score, or its number where it has no name."""
    span = question.most - question.least + 1
    if len(question.labels) == span:
        return question.labels[value - question.least]
    return str(value)


def _one(words: Sequence[str]) -> str:
    if len(words) > 1:
        raise InvalidValueError("ответов несколько, а нужен один")
    return words[0]


def _scale(question: Question, words: Sequence[str]) -> tuple[str, ...]:
    said = _one(words)
    named = {
        _folded(label(question, value)): value for value in range(question.least, question.most + 1)
    }
    if _folded(said) in named:
        return (str(named[_folded(said)]),)
    whole = said.removesuffix(".0").removesuffix(",0")
    head = whole.split(maxsplit=1)[0].rstrip(".–-—:") if whole else whole
    try:
        return (str(Integer(question.least, question.most).read(head)),)
    except InvalidValueError:
        raise InvalidValueError(
            f"«{said}» — не оценка", f"Нужно число от {question.least} до {question.most}."
        ) from None


def _yes_no(_question: Question, words: Sequence[str]) -> tuple[str, ...]:
    return (YES if Flag().read(_one(words).rstrip(".!")) else NO,)


def _option(question: Question, said: str) -> str:
    found = {_folded(option): option for option in question.options}.get(_folded(said))
    if found is None:
        offered = "; ".join(question.options)
        raise InvalidValueError(f"варианта «{said}» в вопросе нет", f"Есть: {offered}.")
    return found


def _folded(text: str) -> str:
    """One spelling for all dashes; forms services and keyboards mix them."""
    return comparable(re.sub(r"\s*[-–—−]\s*", "-", text))


def _choice(question: Question, words: Sequence[str]) -> tuple[str, ...]:
    return (_option(question, _one(words)),)


def _choices(question: Question, words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_option(question, said) for said in words))


def _text(_question: Question, words: Sequence[str]) -> tuple[str, ...]:
    return ("\n".join(words),)


def _people(_question: Question, words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


_READ: Mapping[QuestionKind, Callable[[Question, Sequence[str]], tuple[str, ...]]] = {
    QuestionKind.SCALE: _scale,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _choices,
    QuestionKind.TEXT: _text,
    QuestionKind.PEOPLE: _people,
}
