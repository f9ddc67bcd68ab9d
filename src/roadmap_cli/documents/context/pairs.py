"""Pairs with their plans and meetings, in the words of templates."""

from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import Blank, or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm, Form, OwnForm
from roadmap_cli.domain.model.files.meetings import Meeting
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.plans import DevelopmentPlan


@dataclass(frozen=True)
class PairWords:
    """A pair or a group with its plan and its meetings."""

    id: str
    mentor: PersonWords
    mentees: tuple[PersonWords, ...]
    form: str
    variant: str
    start: Any
    end: Any
    status: str
    reason: str
    plan: "PlanWords"
    meetings: tuple["MeetingWords", ...]


@dataclass(frozen=True)
class StepWords:
    """A row of a plan."""

    task: str
    deadline: str
    expected: str
    result: str
    mark: str


@dataclass(frozen=True)
class PlanWords:
    """An individual development plan; `steps` has blank rows when nothing is planned yet."""

    request: str
    goal: str
    goals: tuple[str, ...]
    steps: tuple[StepWords, ...]


@dataclass(frozen=True)
class MeetingWords:
    """A line of the meeting journal."""

    date: Any
    kind: str
    topic: str
    result: str
    next: str


def form_words(form: AnyForm | None) -> str:
    """A form of mentoring in Russian, a dash for none."""
    return form.title if form else "—"


def forms_in_use(data: Dataset, _request: Request) -> tuple[str, ...]:
    """The forms that people and pairs name, in the order of Р-145, then the school's own."""
    named = {mentor.form for mentor in data.mentors.mentors}
    named |= {mentee.form for mentee in data.mentees.mentees}
    named |= {pair.form for pair in data.pairs.pairs}
    own = sorted({form.title for form in named if isinstance(form, OwnForm)})
    return (*(form.title for form in Form if form in named), *own)


def live_pairs(data: Dataset) -> list[Pair]:
    """The pairs that were not replaced by others, without those who were forgotten."""
    return [
        pair
        for pair in data.pairs.pairs
        if pair.status is not PairStatus.REPLACED and not is_forgotten(data, pair)
    ]


def is_forgotten(data: Dataset, pair: Pair) -> bool:
    """True for a pair of which nobody can be named: its mentor, or every mentee, is forgotten."""
    gone = data.people.forgotten
    return pair.mentor in gone or bool(pair.mentees and gone.issuperset(pair.mentees))


def pairs_words(data: Dataset, _request: Request) -> tuple[PairWords, ...]:
    """Every pair that was not replaced."""
    return tuple(one_pair(data, pair) for pair in live_pairs(data))


def awaiting(data: Dataset) -> list[Pair]:
    """The pairs that an order would approve: those proposed, else all that are not over."""
    live = [pair for pair in live_pairs(data) if pair.is_live]
    return [pair for pair in live if pair.status is PairStatus.PROPOSED] or live


def awaiting_words(data: Dataset, _request: Request) -> tuple[PairWords, ...]:
    """The pairs that an order approves."""
    return tuple(one_pair(data, pair) for pair in awaiting(data))


def pair_words(data: Dataset, request: Request) -> PairWords:
    """The pair that the document is about, or a blank one."""
    found = next((pair for pair in data.pairs.pairs if pair.id == request.subject), None)
    return one_pair(data, found)


def one_pair(data: Dataset, pair: Pair | None) -> PairWords:
    """A pair with its plan and meetings; None gives the blank form of it."""
    find = data.people.find
    gone = data.people.forgotten
    mentees = [mentee for mentee in pair.mentees if mentee not in gone] if pair else ()
    plan = next((one for one in data.plans.plans if pair and one.pair == pair.id), None)
    meetings = [meeting for meeting in data.meetings.meetings if pair and meeting.pair == pair.id]
    return PairWords(
        id=pair.id if pair else "",
        mentor=person_words(find(pair.mentor) if pair else None, "наставник"),
        mentees=tuple(person_words(find(mentee), "наставляемый") for mentee in mentees)
        or (person_words(None, "наставляемый"),),
        form=form_words(pair.form) if pair and pair.form else Blank("форма наставничества", 24),
        variant=(pair.variant if pair else None) or "",
        start=(pair.start if pair else None) or Blank("начало работы пары", 12),
        end=(pair.end if pair else None) or Blank("окончание работы пары", 12),
        status=pair.status.title if pair else "",
        reason=(pair.reason if pair else None) or "",
        plan=_plan_words(plan),
        meetings=tuple(
            _meeting_words(meeting) for meeting in sorted(meetings, key=lambda m: m.held_on)
        ),
    )


def _plan_words(plan: DevelopmentPlan | None) -> PlanWords:
    steps = plan.steps if plan else ()
    return PlanWords(
        request=or_blank(plan.request if plan else None, "план: запрос наставляемого", 60),
        goal=or_blank(plan.goal if plan else None, "план: цель", 60),
        goals=plan.goals if plan else (),
        steps=tuple(
            StepWords(
                step.task,
                step.deadline or "",
                step.expected or "",
                step.result or "",
                step.mark or "",
            )
            for step in steps
        )
        or (StepWords("", "", "", "", ""),) * 5,
    )


def _meeting_words(meeting: Meeting) -> MeetingWords:
    return MeetingWords(
        date=meeting.held_on,
        kind=meeting.kind.title,
        topic=meeting.topic or "",
        result=meeting.result or "",
        next=meeting.next or "",
    )
