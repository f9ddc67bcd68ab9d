"""Who is asked to answer a questionnaire, and in which form of mentoring somebody answers it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Moment, Questionnaire, Respondent


class Asked(NamedTuple):
    """Somebody who is asked, and in which form of mentoring."""

    person: str
    form: AnyForm | None


def asked(data: Dataset, survey: Questionnaire, day: date) -> tuple[Asked, ...] | None:
    """Who is asked, each person once; None where the registries do not tell.

    Who had left before the work was over is not asked at its end, nor who has left meanwhile
    during it.
    """
    found = _ASKED[survey.respondents](data)
    if found is None:
        return None
    forgotten = data.people.forgotten
    own: dict[str, Asked] = {}
    for one, left in found:
        fits = not survey.forms or one.form is None or one.form in survey.forms
        if fits and one.person not in forgotten and not _is_gone(survey, left, day):
            own.setdefault(one.person, one)
    return tuple(own.values())


def missing(data: Dataset, code: str, survey: Questionnaire, day: date) -> tuple[str, ...] | None:
    """The codes of those who were asked and have not answered; None where nobody can tell."""
    everybody = asked(data, survey, day)
    if everybody is None or survey.anonymous:
        return None
    answered = {response.person for response in data.responses.of(code)}
    return tuple(one.person for one in everybody if one.person not in answered)


def form_of(data: Dataset, survey: Questionnaire, response: Response) -> AnyForm | None:
    """The form of mentoring that a response is about: its own, else that of the person.

    None for somebody in several forms, and for one who is in no registry.
    """
    if response.form is not None or response.person is None:
        return response.form
    if len(survey.forms) == 1:
        return survey.forms[0]
    found = _ASKED[survey.respondents](data) or _participants(data)
    forms = {one.form for one, _ in found if one.person == response.person}
    return forms.pop() if len(forms) == 1 else None


_Known = tuple[Asked, date | None]


def _is_gone(survey: Questionnaire, left: date | None, day: date) -> bool:
    """True for somebody who has left before the questions were put."""
    if left is None:
        return False
    put = survey.opens or (day if survey.moment is Moment.INTERIM else None)
    return put is not None and left < put


def _of(items: Iterable[Mentor | Mentee]) -> list[_Known]:
    return [(Asked(item.person, item.form), item.left) for item in items]


def _participants(data: Dataset) -> list[_Known]:
    return _of(data.mentors.mentors) + _of(data.mentees.mentees)


def _curators(data: Dataset) -> list[_Known] | None:
    own = data.organization
    if own is None:
        return None
    people = [code for code in (own.coordinator, *own.curators) if code]
    return [(Asked(code, None), None) for code in people] or None


def _nobody_knows(_data: Dataset) -> list[_Known] | None:
    return None


_ASKED: Mapping[Respondent, Callable[[Dataset], list[_Known] | None]] = {
    Respondent.MENTOR: lambda data: _of(data.mentors.mentors),
    Respondent.MENTEE: lambda data: _of(data.mentees.mentees),
    Respondent.PARTICIPANT: _participants,
    Respondent.CURATOR: _curators,
    Respondent.ANYONE: _nobody_knows,
}
