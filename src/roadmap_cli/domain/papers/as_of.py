"""What the data held on an earlier day: a report of that day tells of nothing that came later."""

from datetime import date
from typing import TypeVar

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.meetings import Meetings
from roadmap_cli.domain.model.files.pairs import Pairs
from roadmap_cli.domain.model.files.participants import Mentees, Mentors
from roadmap_cli.domain.model.files.school import SchoolLesson
from roadmap_cli.domain.model.record import Record, keys

_R = TypeVar("_R", bound=Record)


def as_of(data: Dataset, day: date) -> Dataset:
    """The dataset without meetings, attendance, participants and pairs that came after the day.

    What has no day stays. The state of a pair, which has no history here, is that of now.
    """
    records: dict[str, Record] = {
        Dataset.meetings.key: Meetings(
            meetings=tuple(one for one in data.meetings.meetings if one.held_on <= day)
        ),
        Dataset.mentors.key: Mentors(
            mentors=tuple(one for one in data.mentors.mentors if _by(one.joined, day))
        ),
        Dataset.mentees.key: Mentees(
            mentees=tuple(one for one in data.mentees.mentees if _by(one.joined, day))
        ),
        Dataset.pairs.key: Pairs(
            pairs=tuple(one for one in data.pairs.pairs if _by(one.start, day))
        ),
        Dataset.school.key: _changed(
            data.school, lessons=tuple(_lesson(one, day) for one in data.school.lessons)
        ),
    }
    known = {key: records.get(key, record) for key, record in data.records.items()}
    return data.having(records=known)


def _by(when: date | None, day: date) -> bool:
    return when is None or when <= day


def _lesson(lesson: SchoolLesson, day: date) -> SchoolLesson:
    return lesson if _by(lesson.held_on, day) else _changed(lesson, attended=())


def _changed(record: _R, **values: object) -> _R:
    """A copy of a record with some values replaced."""
    own = {key.name: getattr(record, key.name) for key in keys(type(record))}
    return type(record)(**{**own, **values})
