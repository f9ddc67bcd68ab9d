"""Partners, the School of mentors and the counted results, in the words of templates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from roadmap_cli.documents.context.pairs import live_pairs
from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.request import Destruction, Request
from roadmap_cli.documents.template.blanks import or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.school import SchoolTopic
from roadmap_cli.domain.people.forgetting import held_of
from roadmap_cli.domain.plan.status import status_report
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON, Urgency
from roadmap_cli.text.decimals import decimal


@dataclass(frozen=True)
class PartnerWords:
    """A partner; `head` is the person whom a letter addresses."""

    name: str
    head: PersonWords
    contribution: str


@dataclass(frozen=True)
class TopicWords:
    """A topic of the School of mentors."""

    title: str
    hours: str
    content: str


@dataclass(frozen=True)
class LessonWords:
    """A lesson of the School of mentors."""

    date: Any
    time: str
    topic: str
    leader: PersonWords
    place: str


@dataclass(frozen=True)
class SchoolWords:
    """The School of mentors; blank rows when nothing is planned yet.

    `heard` are the topics of the lessons that the document's person attended, `heard_hours` their
    hours.
    """

    topics: tuple[TopicWords, ...]
    lessons: tuple[LessonWords, ...]
    hours: int | str
    heard: tuple[TopicWords, ...]
    heard_hours: int | str


@dataclass(frozen=True)
class StageWords:
    """A stage of the roadmap in a report; `title` begins with its number, `name` does not."""

    title: str
    name: str
    done: int
    total: int


@dataclass(frozen=True)
class ResultsWords:
    """What a report counts; `day` is the day of the count.

    Of the `meetings` `replaced_meetings` were held in pairs that got another mentor since.
    """

    day: date
    done: int
    total: int
    overdue: int
    stages: tuple[StageWords, ...]
    mentors: int
    mentees: int
    mentees_with_mentor: int
    pairs: int
    meetings: int
    replaced_meetings: int


@dataclass(frozen=True)
class DestroyedWords:
    """What is destroyed of a person, who is called by the code only; see `Destruction`."""

    code: str
    categories: tuple[str, ...]
    reason: str
    papers: int
    key: bool
    objects: int | None
    open_objects: int
    coded_objects: int


def destroyed_words(data: Dataset, request: Request) -> DestroyedWords:
    """The sorts of data that are held of the person, and why they go."""
    person = data.people.find(request.subject)
    done = request.destruction or Destruction()
    return DestroyedWords(
        code=or_blank(request.subject, "код человека", 12),
        categories=(*held_of(person), *_taken_part(data, person.id)) if person else (),
        reason=or_blank(request.reason, "причина уничтожения", 40),
        papers=done.papers,
        key=done.key,
        objects=done.objects,
        open_objects=done.open_objects,
        coded_objects=done.coded_objects,
    )


def _taken_part(data: Dataset, code: str) -> tuple[str, ...]:
    parts = {*data.mentors.codes, *data.mentees.codes}
    return ("сведения об участии в программе, ответы на анкеты",) if code in parts else ()


def subject_person(data: Dataset, request: Request) -> PersonWords:
    """The person that the document is about, or a blank one."""
    return person_words(data.people.find(request.subject), "участник")


def partner_words(data: Dataset, request: Request) -> PartnerWords:
    """The partner that the document is about, or a blank one."""
    found = next(
        (partner for partner in data.partners.partners if partner.id == request.subject), None
    )
    return PartnerWords(
        name=or_blank(found.name if found else None, "партнёр: название", 40),
        head=person_words(data.people.find(found.head) if found else None, "партнёр: руководитель"),
        contribution=or_blank(
            found.contribution if found else None, "партнёр: за что благодарим", 60
        ),
    )


def school_words(data: Dataset, request: Request) -> SchoolWords:
    """The School of mentors."""
    own = data.school
    titles = {lesson.topic for lesson in own.lessons if request.subject in lesson.attended}
    heard = [topic for topic in own.topics if topic.title in titles]
    empty = TopicWords("", "", "")
    nobody = person_words(None, "Школа наставников: ведущий занятия")
    return SchoolWords(
        topics=tuple(map(_topic_words, own.topics)) or (empty,) * 4,
        lessons=tuple(
            LessonWords(
                lesson.held_on or "",
                lesson.time or "",
                lesson.topic,
                person_words(data.people.find(lesson.leader), "ведущий занятия"),
                lesson.place or "",
            )
            for lesson in own.lessons
        )
        or (LessonWords("", "", "", nobody, ""),) * 4,
        hours=hours_words(own.hours),
        heard=tuple(map(_topic_words, heard)),
        heard_hours=hours_words(sum((topic.hours or Decimal() for topic in heard), Decimal())),
    )


def _topic_words(topic: SchoolTopic) -> TopicWords:
    hours = str(hours_words(topic.hours)) if topic.hours else ""
    return TopicWords(topic.title, hours, topic.content or "")


def hours_words(hours: Decimal) -> int | str:
    """The hours as a number, or «4,5» where they are not whole."""
    return int(hours) if hours == int(hours) else decimal(float(hours), 2)


def results_words(data: Dataset, request: Request) -> ResultsWords:
    """Counts of the programme on the day of the request."""
    report = status_report(data, request.today, DEFAULT_HORIZON)
    pairs = live_pairs(data)
    matched = {
        mentee
        for pair in pairs
        if pair.status is not PairStatus.PROPOSED
        for mentee in pair.mentees
    }
    mentees = set(data.mentees.codes)
    replaced = {pair.id for pair in data.pairs.pairs} - {pair.id for pair in pairs}
    return ResultsWords(
        day=request.today,
        done=report.progress.done,
        total=report.progress.total,
        overdue=report.progress.by_urgency[Urgency.OVERDUE],
        stages=tuple(
            StageWords(
                f"{stage.stage.id}. {stage.stage.title}",
                stage.stage.title,
                stage.progress.done,
                stage.progress.total,
            )
            for stage in report.stages
        ),
        mentors=len(data.mentors.mentors),
        mentees=len(mentees),
        mentees_with_mentor=len(mentees & matched),
        pairs=len(pairs),
        meetings=len(data.meetings.meetings),
        replaced_meetings=sum(meeting.pair in replaced for meeting in data.meetings.meetings),
    )
