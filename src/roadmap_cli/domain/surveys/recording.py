"""A filled questionnaire put into the data, so that an anonymous one cannot be traced."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Change, RemoveItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.responses import Reply, Response
from roadmap_cli.domain.model.plain import plain_record
from roadmap_cli.domain.registries.codes import random_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.plurals import counted

_FILE, _LIST = Dataset.responses.file, ("responses",)


class Filled(NamedTuple):
    """A questionnaire as somebody filled it; `replies` are by the code of the question."""

    replies: Mapping[str, tuple[str, ...]]
    person: str | None = None
    day: date | None = None
    form: AnyForm | None = None


def record_responses(
    data: Dataset, code: str, filled: Sequence[Filled], *, replace: bool = False
) -> Edit:
    """Add responses to a questionnaire of the school; those of a person replace the former ones.

    Anonymous ones are kept without day and person, in the order of their random codes. Raises
    RequestInvalidError where a person is missing, or has answered and may not be replaced.
    """
    survey = data.surveys[code]
    new = [one._replace(person=None, day=None) if survey.anonymous else one for one in filled]
    old = data.responses.of(code)
    if not survey.anonymous:
        old = _answered_before(data, old, new, replace=replace)
    responses = _coded(data, code, new)
    gone: Sequence[Response] = old
    if survey.anonymous:
        # Whoever reads the file, or its history, learns nothing from the place of a response.
        responses = sorted([*old, *responses], key=lambda response: response.id)
    changes: list[Change] = [RemoveItem(_FILE, one.at) for one in reversed(gone)]
    changes += [appended(_FILE, _LIST, dict(plain_record(response))) for response in responses]
    return Edit(code, _said(data, new), tuple(changes))


def remove_response(data: Dataset, code: str) -> Edit:
    """Take one response out. Raises RequestInvalidError for a code that no response has."""
    found = next((one for one in data.responses.responses if one.id == code), None)
    if found is None:
        raise RequestInvalidError(
            f"заполненной анкеты «{code}» нет", hint="Коды: roadmap survey show АНКЕТА --responses"
        )
    return Edit(found.survey, f"ответ {code} удалён", (RemoveItem(_FILE, found.at),))


def _answered_before(
    data: Dataset, old: Sequence[Response], new: Sequence[Filled], *, replace: bool
) -> tuple[Response, ...]:
    """The former responses of the people who answer now."""
    people = [one.person for one in new]
    if None in people:
        raise RequestInvalidError(
            "анкета не анонимная, а кто ответил, не указано", hint="Добавьте: --person ЧЕЛОВЕК"
        )
    names = Directory(data)
    twice = {str(person) for person in people if people.count(person) > 1}
    if twice:
        told = "; ".join(sorted(map(names.person, twice)))
        raise RequestInvalidError(f"несколько ответов одного человека: {told}")
    before = tuple(one for one in old if one.person in people)
    if before and not replace:
        told = "; ".join(names.person(str(one.person)) for one in before)
        raise RequestInvalidError(
            f"ответ на эту анкету уже записан: {told}", hint="Заменить его: --replace"
        )
    return before


def _coded(data: Dataset, code: str, new: Sequence[Filled]) -> list[Response]:
    taken = {response.id for response in data.responses.responses}
    found = []
    for number, one in enumerate(new):
        own = random_code(data, f"{code} {number} {len(taken)}", taken, "r")
        taken.add(own)
        replies = tuple(
            Reply(question=question, value=value)
            for question, value in one.replies.items()
            if value
        )
        found.append(
            Response(
                id=own, survey=code, person=one.person, day=one.day, form=one.form, replies=replies
            )
        )
    return found


def _said(data: Dataset, new: Sequence[Filled]) -> str:
    count = counted(len(new), "ответ", "ответа", "ответов")
    known = [one.person for one in new if one.person]
    if len(known) == 1:
        return f"записан ответ: {Directory(data).person(known[0])}"
    return f"записано: {count}"
