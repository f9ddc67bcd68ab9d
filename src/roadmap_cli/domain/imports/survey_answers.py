"""Answers to a questionnaire carried into the registries and the wishes of the matching."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmap_cli.domain.imports.incoming import Incoming, Values
from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.edits import Edit, appended, key_changes
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Questionnaire, Respondent, Use
from roadmap_cli.domain.model.kinds import Many, single
from roadmap_cli.domain.model.plain import plain_text
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import as_written
from roadmap_cli.domain.surveys.respondents import form_of
from roadmap_cli.text.names import comparable

_MENTORS, _MENTEES = Dataset.mentors.key, Dataset.mentees.key
_ROLES = {"наставник": _MENTORS, "наставляем": _MENTEES}
_SIDES = {Respondent.MENTOR: _MENTORS, Respondent.MENTEE: _MENTEES}


class Answered(NamedTuple):
    """What a questionnaire's answers say: rows of a list of people, wishes, and remarks."""

    rows: list[Incoming]
    wishes: list[Edit]
    remarks: list[str]


def answered(data: Dataset, code: str) -> Answered:
    """The answers to a questionnaire as rows of a list; lists are completed, not replaced."""
    survey, directory = data.surveys[code], Directory(data)
    remarks: list[str] = []
    if not any(question.use for question in survey.questions):
        remarks.append("ни один вопрос этой анкеты не связан с базами и подбором (ключ use)")
    rows: list[Incoming] = []
    wishes: list[Edit] = []
    for response in data.responses.of(code):
        if not response.replies:
            continue
        if response.person is None:
            remarks.append(f"ответ {response.id} анонимный, он никуда не взят")
            continue
        rows += _row(directory, survey, response, remarks)
        wishes += _wishes(directory, survey, response, remarks)
    return Answered(rows, wishes, remarks)


def _row(
    directory: Directory, survey: Questionnaire, response: Response, remarks: list[str]
) -> Iterator[Incoming]:
    """What a response says of taking part, as a row of a list of people."""
    data, code = directory.data, str(response.person)
    person = data.people.find(code)
    name = directory.person(code)
    if person is None:
        remarks.append(f"{name}: в data/people.yaml такого кода нет")
        return
    told = dict(_told(survey, response))
    if not told.keys() - {Use.WISHES, Use.ROLE}:
        return
    base = _base(data, survey, code, told)
    if base is None:
        remarks.append(
            f"{name}: не видно, наставник это или наставляемый, ответ не взят; добавьте человека"
            " в базу: roadmap mentor add или roadmap mentee add"
        )
        return
    known = {key.name: key for key in BY_KEY[base].item_keys}
    form = form_of(data, survey, response)
    record = next((one for one in _records(data, base) if one.person == code), None)
    part: dict[str, str | list[str]] = {}
    for use, texts in told.items():
        key = known.get(use.value)
        if key is None:
            if use not in (Use.WISHES, Use.ROLE):
                title = BY_KEY[base].title.lower()
                remarks.append(f"{name}: «{'; '.join(texts)}» не взято: {title} — без такого ключа")
        elif isinstance(key.kind, Many):
            part[use.value] = _completed(record, use, texts)
        else:
            part[use.value] = "; ".join(texts)
    if form is not None and record is None and "form" not in part:
        part["form"] = plain_text(form)
    own = {"surname": person.surname, "name": person.name, "patronymic": person.patronymic}
    values: Values = {key: value for key, value in own.items() if value}
    yield Incoming(response.id, values, {base: part}, words=name, code=code)


def _completed(record: object, use: Use, texts: tuple[str, ...]) -> list[str]:
    """What the list holds already, then what is new."""
    old = [plain_text(value) for value in getattr(record, use.value, ())]
    seen = set(map(comparable, old))
    parts = [
        part.strip(" .")
        for text in texts
        for part in re.split(r"[;\n]|,(?=\s)" if use is Use.DAYS else r"[;\n]", text)
    ]
    kind = {key.name: key for key in BY_KEY[_MENTEES].item_keys}.get(use.value)
    for part in filter(None, parts):
        written = as_written(single(kind.kind), part) if kind else part
        if comparable(written) not in seen:
            seen.add(comparable(written))
            old.append(written)
    return old


def _told(survey: Questionnaire, response: Response) -> Iterator[tuple[Use, tuple[str, ...]]]:
    for question in survey.questions:
        reply = response.reply(question.id)
        if question.use is not None and reply:
            yield question.use, reply


def _base(
    data: Dataset, survey: Questionnaire, code: str, told: Mapping[Use, tuple[str, ...]]
) -> str | None:
    """The registry that the answers belong to: of the side asked, the role wished, or the one."""
    if survey.respondents in _SIDES:
        return _SIDES[survey.respondents]
    said = comparable("; ".join(told.get(Use.ROLE, ())))
    wished = {base for word, base in _ROLES.items() if comparable(word) in said}
    if len(wished) == 1:
        return wished.pop()
    holds = [key for key in (_MENTORS, _MENTEES) if code in _codes(data, key)]
    if len(holds) == 1:
        return holds[0]
    wanted = {Use.REQUESTS: _MENTEES, Use.COMPETENCES: _MENTORS, Use.CAPACITY: _MENTORS}
    sides = {base for use, base in wanted.items() if use in told}
    return sides.pop() if len(sides) == 1 else None


def _codes(data: Dataset, key: str) -> tuple[str, ...]:
    return data.mentors.codes if key == _MENTORS else data.mentees.codes


def _records(data: Dataset, key: str) -> tuple[Mentor | Mentee, ...]:
    return data.mentors.mentors if key == _MENTORS else data.mentees.mentees


def _wishes(
    directory: Directory, survey: Questionnaire, response: Response, remarks: list[str]
) -> Iterator[Edit]:
    """Whom somebody would like, as a wish of the matching."""
    data, code = directory.data, str(response.person)
    found = dict(_told(survey, response)).get(Use.WISHES, ())
    known = {person.id for person in data.people.people}
    choices = [choice for choice in found if choice in known]
    name = directory.person(code)
    unknown = [choice for choice in found if choice not in known]
    if unknown:
        remarks.append(f"{name}: среди желаемых не найдены: {'; '.join(unknown)}")
    if not choices:
        return
    said = f"предпочтения: {name} — {', '.join(map(directory.person, choices))}"
    old = next((wish for wish in data.matching.wishes if wish.person == code), None)
    changes: tuple[Change, ...]
    if old is None:
        file = Dataset.matching.file
        changes = (appended(file, ("wishes",), {"person": code, "choices": choices}),)
    else:
        changes = tuple(key_changes(Dataset.matching.file, old, {"choices": choices}))
        before = ", ".join(map(directory.person, old.choices))
        said += f" (было: {before})" if changes else ""
    if changes:
        yield Edit(code, said, changes)
