"""Who took part and what the pairs did, counted for a report, in the words of templates."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadmap_cli.documents.context.pairs import forms_in_use, is_forgotten
from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.programme import hours_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.pairs.school import attendance
from roadmap_cli.domain.papers.figures import Figure, Series

_NO_FORM = "форма не указана"


@dataclass(frozen=True)
class FormCount:
    """A form of mentoring: who takes part in it, its `pairs` and `groups` and their states.

    Of a pair that got another mentor only `replaced` tells; it is none of the others.
    """

    form: str
    mentors: int
    mentees: int
    pairs: int
    groups: int
    proposed: int
    at_work: int
    closed: int
    replaced: int


@dataclass(frozen=True)
class PairMeetings:
    """The meetings of a pair: how many of each kind, in the order of `MeetingsCount.kinds`."""

    mentor: PersonWords
    mentees: tuple[PersonWords, ...]
    status: str
    counts: tuple[int, ...]
    total: int
    first: Any
    last: Any


@dataclass(frozen=True)
class KindCount:
    """How many meetings of a kind there were."""

    kind: str
    count: int


@dataclass(frozen=True)
class MeetingsCount:
    """The journal counted: by kind, by pair; `silent` is how many pairs have no meeting."""

    total: int
    kinds: tuple[KindCount, ...]
    pairs: tuple[PairMeetings, ...]
    silent: int


@dataclass(frozen=True)
class Visits:
    """A mentor at the School of mentors."""

    mentor: PersonWords
    visits: int
    finished: bool


@dataclass(frozen=True)
class SchoolCount:
    """The School of mentors counted; `is_noted` tells whether anybody noted who came."""

    topics: int
    hours: int | str
    lessons: int
    is_noted: bool
    finished: int
    mentors: tuple[Visits, ...]


@dataclass(frozen=True)
class ProgramWords:
    """A programme of the bank."""

    title: str
    form: str
    goal: str


@dataclass(frozen=True)
class Participation:
    """What a report counts of people, pairs and meetings."""

    forms: tuple[FormCount, ...]
    figure: Figure
    meetings: MeetingsCount
    school: SchoolCount
    programs: tuple[ProgramWords, ...]


def participation_words(data: Dataset, request: Request) -> Participation:
    """Everything that the files tell of it; what is forgotten of a person still counts."""
    titles = forms_in_use(data, request)
    known: tuple[str, ...] = (*titles, _NO_FORM)
    counts = tuple(count for count in (_form(data, title) for title in known) if _says(count))
    return Participation(
        forms=counts,
        figure=Figure(
            title="Участники по формам наставничества, человек",
            categories=tuple(count.form for count in counts),
            series=(
                Series("Наставники", tuple(count.mentors for count in counts)),
                Series("Наставляемые", tuple(count.mentees for count in counts)),
            ),
        )
        if any(count.mentors or count.mentees for count in counts)
        else Figure("Участники по формам наставничества, человек", (), ()),
        meetings=_meetings(data),
        school=_school(data),
        programs=tuple(
            ProgramWords(one.title, one.form.title if one.form else "", one.goal or "")
            for one in data.programs.programs
        ),
    )


def _called(form: AnyForm | None) -> str:
    return form.title if form else _NO_FORM


def _form(data: Dataset, title: str) -> FormCount:
    own = [pair for pair in data.pairs.pairs if _called(pair.form) == title]
    kept = [pair for pair in own if pair.status is not PairStatus.REPLACED]
    states = Counter(pair.status for pair in own)
    groups = sum(len(pair.mentees) > 1 for pair in kept)
    return FormCount(
        form=title,
        mentors=sum(_called(mentor.form) == title for mentor in data.mentors.mentors),
        mentees=sum(_called(mentee.form) == title for mentee in data.mentees.mentees),
        pairs=len(kept) - groups,
        groups=groups,
        proposed=states[PairStatus.PROPOSED],
        at_work=states[PairStatus.CONFIRMED] + states[PairStatus.ACTIVE],
        closed=states[PairStatus.CLOSED],
        replaced=states[PairStatus.REPLACED],
    )


def _says(count: FormCount) -> bool:
    return any((count.mentors, count.mentees, count.pairs, count.groups, count.replaced))


def _meetings(data: Dataset) -> MeetingsCount:
    every = data.meetings.meetings
    by_kind = Counter(meeting.kind for meeting in every)
    by_pair: dict[str, list[Meeting]] = {}
    for meeting in every:
        by_pair.setdefault(meeting.pair, []).append(meeting)
    rows = [
        _pair(data, pair, by_pair.get(pair.id, ()))
        for pair in data.pairs.pairs
        if pair.id in by_pair or pair.status in (PairStatus.CONFIRMED, PairStatus.ACTIVE)
        if not is_forgotten(data, pair)
    ]
    return MeetingsCount(
        total=len(every),
        kinds=tuple(KindCount(kind.title, by_kind[kind]) for kind in MeetingKind),
        pairs=tuple(rows),
        silent=sum(not row.total for row in rows),
    )


def _pair(data: Dataset, pair: Pair, own: Iterable[Meeting]) -> PairMeetings:
    find, gone = data.people.find, data.people.forgotten
    meetings = list(own)
    kinds = Counter(meeting.kind for meeting in meetings)
    days: list[date] = sorted(meeting.held_on for meeting in meetings)
    return PairMeetings(
        mentor=person_words(find(pair.mentor), "наставник"),
        mentees=tuple(
            person_words(find(mentee), "наставляемый")
            for mentee in pair.mentees
            if mentee not in gone
        ),
        status=pair.status.title,
        counts=tuple(kinds[kind] for kind in MeetingKind),
        total=len(meetings),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _school(data: Dataset) -> SchoolCount:
    own, find = data.school, data.people.find
    gone = data.people.forgotten
    rows = [one for one in attendance(data) if one.person not in gone]
    return SchoolCount(
        topics=len(own.topics),
        hours=hours_words(own.hours),
        lessons=len(own.lessons),
        is_noted=any(lesson.attended for lesson in own.lessons),
        finished=sum(one.finished for one in rows),
        mentors=tuple(
            Visits(person_words(find(one.person), "наставник"), one.visits, one.finished)
            for one in rows
        ),
    )
