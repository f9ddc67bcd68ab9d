"""The closed set of quantities that indicators are made of: a new one is a function and a row."""

from collections.abc import Callable
from typing import NamedTuple

from roadmap_cli.domain.model.files.forms import Side
from roadmap_cli.domain.model.files.indicators import Indicator
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.roadmap import TaskStatus, tasks
from roadmap_cli.domain.model.files.surveys import Moment, QuestionKind, Respondent
from roadmap_cli.domain.monitoring.builtin import BUILT_IN_IDS
from roadmap_cli.domain.monitoring.counted import Counted, Ref, count_of, respondent
from roadmap_cli.domain.monitoring.satisfaction import judged
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.domain.people.consents import sides
from roadmap_cli.domain.surveys.replies import scores

_PUPILS = (Side.PUPIL, Side.STUDENT)
_POPULATIONS = {
    "children": "дети и подростки",
    "teenagers": "подростки",
    "young_teachers": "молодые специалисты",
    "enterprises": "предприятия",
}


def _always(_sources: Sources) -> bool:
    return True


class Quantity(NamedTuple):
    """A quantity: its name in formulas, its Russian title, how it is counted, where it applies.

    Those not `by_form` are of the programme as a whole; those `of_answers` count what people
    replied to questionnaires.
    """

    name: str
    title: str
    measure: Callable[[Sources], Counted]
    applies: Callable[[Sources], bool] = _always
    by_form: bool = True
    of_answers: bool = False


def _person(one: Mentor | Mentee) -> Ref:
    return Ref("people", one.person)


def _mentors(sources: Sources) -> Counted:
    return count_of(map(_person, sources.mentors))


def _mentees(sources: Sources) -> Counted:
    return count_of(map(_person, sources.mentees))


def _participants(sources: Sources) -> Counted:
    people: tuple[Mentor | Mentee, ...] = (*sources.mentors, *sources.mentees)
    return count_of(map(_person, people))


def _paired_mentees(sources: Sources) -> Counted:
    known = {one.person for one in sources.mentees}
    return count_of(
        Ref("people", code, pair.id)
        for code, pair in {c: p for p in sources.pairs for c in p.mentees}.items()
        if code in known
    )


def _of_age(sources: Sources, people: tuple[Mentor | Mentee, ...], side: int) -> Counted:
    """Children among people: those whose side of the form is a pupil's, by their age."""
    rules = sources.rules
    bounds = (
        (rules.mentor_age_from, rules.mentor_age_to),
        (rules.mentee_age_from, rules.mentee_age_to),
    )[side]
    found, doubtful = [], []
    for one in people:
        person = sources.data.people.find(one.person)
        age = person.age_on(sources.day) if person else None
        if not _may_be(sources, one, side, _PUPILS):
            continue
        if age is None:
            doubtful.append(_person(one))
        elif bounds[0] <= age <= bounds[1]:
            found.append(_person(one)._replace(words=f"{age}"))
    return count_of(found, doubtful)


def _may_be(sources: Sources, one: Mentor | Mentee, side: int, wanted: tuple[Side, ...]) -> bool:
    return sides(sources.data, one.form)[side] in (*wanted, None)


def _child_mentees(sources: Sources) -> Counted:
    return _of_age(sources, sources.mentees, 1)


def _teen_mentors(sources: Sources) -> Counted:
    return _of_age(sources, sources.mentors, 0)


def _young_mentees(sources: Sources) -> Counted:
    found, doubtful = [], []
    for one in sources.mentees:
        if not _may_be(sources, one, 1, (Side.WORKER,)):
            continue
        if one.experience is None:
            doubtful.append(_person(one))
        elif one.experience <= sources.rules.young_years:
            found.append(_person(one)._replace(words=f"{one.experience}"))
    return count_of(found, doubtful)


def _told(name: str) -> Callable[[Sources], Counted]:
    """A number that only the school knows."""

    def count(sources: Sources) -> Counted:
        value = getattr(sources.population, name)
        lacking = f"не указано, сколько всего: {_POPULATIONS[name]}"
        if sources.form is not None:
            return Counted(None, lacking="известно только для всех форм вместе")
        return Counted(value) if value is not None else Counted(None, lacking=lacking)

    return count


def _helping_enterprises(sources: Sources) -> Counted:
    """Organisations whose people are mentors: partners whose head is one, else unknown."""
    outsiders = {
        one.person for one in sources.mentors if _may_be(sources, one, 0, (Side.OUTSIDER,))
    }
    heads = {one.head: one.id for one in sources.data.partners.partners if one.head}
    found = [Ref("partners", heads[code]) for code in outsiders & heads.keys()]
    doubtful = [Ref("people", code) for code in sorted(outsiders - heads.keys())]
    return count_of(sorted(found), doubtful)


def _answered(side: Respondent) -> Callable[[Sources], Counted]:
    def count(sources: Sources) -> Counted:
        found = judged(sources.data, sources.day, sources.form, side)
        return count_of(
            (one.ref for one in found if one.satisfied is not None),
            (one.ref for one in found if one.satisfied is None),
        )

    return count


def _satisfied(side: Respondent) -> Callable[[Sources], Counted]:
    def count(sources: Sources) -> Counted:
        return count_of(
            one.ref
            for one in judged(sources.data, sources.day, sources.form, side)
            if one.satisfied
        )

    return count


def _tasks(sources: Sources) -> Counted:
    own = tasks(sources.data.roadmap)
    return count_of(
        Ref("roadmap", task.id) for task in own if task.status is not TaskStatus.CANCELLED
    )


def _done_tasks(sources: Sources) -> Counted:
    own = tasks(sources.data.roadmap)
    return count_of(
        Ref("roadmap", task.id)
        for task in own
        if task.status is TaskStatus.DONE and (task.done_on is None or task.done_on <= sources.day)
    )


def _pairs(sources: Sources) -> Counted:
    return count_of(Ref("pairs", pair.id) for pair in sources.pairs)


def _ended_pairs(sources: Sources) -> Counted:
    return count_of(
        Ref("pairs", pair.id)
        for pair in sources.pairs
        if not pair.is_live and (pair.end is None or pair.end <= sources.day)
    )


def _planned_pairs(sources: Sources) -> Counted:
    planned = {plan.pair for plan in sources.data.plans.plans}
    return count_of(Ref("pairs", pair.id) for pair in sources.pairs if pair.id in planned)


def _meetings(sources: Sources) -> Counted:
    own = {pair.id for pair in sources.pairs}
    found = tuple(
        Ref("pairs", meeting.pair, f"{meeting.held_on:%d.%m.%Y}")
        for meeting in sources.data.meetings.meetings
        if meeting.pair in own and meeting.held_on <= sources.day
    )
    return Counted(len(found), found)


def _trained_mentors(sources: Sources) -> Counted:
    finished = sources.data.school.finished()
    return count_of(_person(one) for one in sources.mentors if one.person in finished)


def _steps(*, only_done: bool) -> Callable[[Sources], Counted]:
    def count(sources: Sources) -> Counted:
        own = {pair.id for pair in sources.pairs}
        found = tuple(
            Ref("plans", plan.pair, step.task)
            for plan in sources.data.plans.plans
            if plan.pair in own
            for step in plan.steps
            if step.result or not only_done
        )
        return Counted(len(found), found)

    return count


def _curator_sums(sources: Sources) -> list[tuple[Ref, int]]:
    found = []
    for code, survey in sources.data.surveys.items():
        if survey.respondents is not Respondent.CURATOR or not survey.levels:
            continue
        scales = sum(one.kind is QuestionKind.SCALE for one in survey.questions)
        for response in sources.data.responses.of(code):
            values = scores(survey, response)
            # A response that leaves a scale out has no sum.
            if len(values) == scales and response.given_by(sources.day):
                found.append((respondent(response, code), sum(values)))
    return found


def _curator_points(sources: Sources) -> Counted:
    found = _curator_sums(sources)
    records = tuple(ref._replace(words=f"{points}") for ref, points in found)
    return Counted(sum(points for _, points in found), records)


def _curator_responses(sources: Sources) -> Counted:
    found = tuple(ref for ref, _ in _curator_sums(sources))
    return Counted(len(found), found)


def _interim_answers(sources: Sources) -> Counted:
    found = [
        respondent(response, code)
        for code, survey in sources.data.surveys.items()
        if survey.moment is Moment.INTERIM
        for response in sources.data.responses.of(code)
        if response.given_by(sources.day)
    ]
    return count_of(found)


def _pupil_mentees(sources: Sources) -> bool:
    return sources.has_side(mentee=_PUPILS)


def _pupil_mentors(sources: Sources) -> bool:
    return sources.has_side(mentor=_PUPILS)


def _worker_mentees(sources: Sources) -> bool:
    return sources.has_side(mentee=(Side.WORKER,))


def _outside_mentors(sources: Sources) -> bool:
    return sources.has_side(mentor=(Side.OUTSIDER,))


QUANTITIES: tuple[Quantity, ...] = (
    Quantity("mentors", "Наставники", _mentors),
    Quantity("mentees", "Наставляемые", _mentees),
    Quantity("participants", "Участники программы", _participants),
    Quantity("paired_mentees", "Наставляемые, у которых есть наставник", _paired_mentees),
    Quantity("child_mentees", "Дети и подростки – наставляемые", _child_mentees, _pupil_mentees),
    Quantity("children", "Дети и подростки, всего", _told("children"), _pupil_mentees),
    Quantity("teen_mentors", "Дети и подростки – наставники", _teen_mentors, _pupil_mentors),
    Quantity("teenagers", "Подростки, всего", _told("teenagers"), _pupil_mentors),
    Quantity(
        "young_mentees", "Молодые специалисты – наставляемые", _young_mentees, _worker_mentees
    ),
    Quantity(
        "young_teachers", "Молодые специалисты, всего", _told("young_teachers"), _worker_mentees
    ),
    Quantity(
        "helping_enterprises",
        "Предприятия, давшие наставников",
        _helping_enterprises,
        _outside_mentors,
    ),
    Quantity("enterprises", "Предприятия, всего", _told("enterprises"), _outside_mentors),
    Quantity(
        "satisfied_mentees",
        "Удовлетворённые наставляемые",
        _satisfied(Respondent.MENTEE),
        of_answers=True,
    ),
    Quantity(
        "answered_mentees",
        "Наставляемые, ответившие по завершении",
        _answered(Respondent.MENTEE),
        of_answers=True,
    ),
    Quantity(
        "satisfied_mentors",
        "Удовлетворённые наставники",
        _satisfied(Respondent.MENTOR),
        of_answers=True,
    ),
    Quantity(
        "answered_mentors",
        "Наставники, ответившие по завершении",
        _answered(Respondent.MENTOR),
        of_answers=True,
    ),
    Quantity("tasks", "Пункты «дорожной карты»", _tasks, by_form=False),
    Quantity("done_tasks", "Выполненные пункты", _done_tasks, by_form=False),
    Quantity("pairs", "Пары и группы, кроме предложенных и заменённых", _pairs),
    Quantity("ended_pairs", "Завершённые пары и группы", _ended_pairs),
    Quantity("planned_pairs", "Пары с планом развития", _planned_pairs),
    Quantity("meetings", "Встречи пар", _meetings),
    Quantity("trained_mentors", "Наставники, окончившие Школу", _trained_mentors),
    Quantity("steps", "Мероприятия планов развития", _steps(only_done=False)),
    Quantity("done_steps", "Мероприятия планов с результатом", _steps(only_done=True)),
    Quantity(
        "curator_points",
        "Баллы в анкетах куратора",
        _curator_points,
        by_form=False,
        of_answers=True,
    ),
    Quantity(
        "curator_responses", "Анкеты куратора", _curator_responses, by_form=False, of_answers=True
    ),
    Quantity(
        "interim_answers",
        "Ответы на промежуточную анкету",
        _interim_answers,
        by_form=False,
        of_answers=True,
    ),
)
QUANTITY = {quantity.name: quantity for quantity in QUANTITIES}


def unsound(own: Indicator) -> str | None:
    """Why an indicator of the school cannot be counted, in Russian; None for one that can."""
    for name in (own.numerator, own.denominator):
        if name is not None and name not in QUANTITY:
            return f"величины «{name}» нет"
    if own.id in QUANTITY:
        return f"код «{own.id}» уже занят величиной"
    if own.id not in BUILT_IN_IDS and own.numerator is None:
        return "не указано, что считать: numerator"
    return None
