"""Questionnaires and responses for tests that ask the domain without any files."""

from typing import Any

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.responses import Reply, Response, Responses
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Questionnaire, Respondent
from roadmap_cli.domain.model.record import Record
from tests.records import dataset


def scale(code: str = "q1", **keys: Any) -> Question:
    """A question from 1 to 10."""
    return Question(id=code, text=f"Вопрос {code}", kind=QuestionKind.SCALE, **keys)


def question(kind: QuestionKind, code: str = "q1", **keys: Any) -> Question:
    """A question of any kind."""
    return Question(id=code, text=f"Вопрос {code}", kind=kind, **keys)


def survey(*questions: Question, **keys: Any) -> Questionnaire:
    """A questionnaire for mentees."""
    known = {"title": "Анкета", "respondents": Respondent.MENTEE}
    return Questionnaire(questions=questions, **{**known, **keys})


def response(number: int, person: str | None = None, of: str = "s", **replies: Any) -> Response:
    """The n-th response; a reply is a text, or several in a tuple."""
    keys = {name: replies.pop(name) for name in ("day", "form") if name in replies}
    told = tuple(
        Reply(question=code, value=value if isinstance(value, tuple) else (str(value),))
        for code, value in replies.items()
    )
    return Response(id=f"r-{number}", survey=of, person=person, replies=told, **keys)


def responses(*each: Response) -> Responses:
    """The file of responses."""
    return Responses(responses=each)


def surveyed(surveys: dict[str, Questionnaire], *files: Record) -> Dataset:
    """A workspace with these questionnaires and files."""
    plain = dataset(*files)
    own = {f"surveys/{code}": each for code, each in surveys.items()}
    return plain.having(records={**plain.records, **own})
