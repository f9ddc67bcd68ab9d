"""The School of mentors at work: who came to a lesson, who has finished."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, refuse_future
from roadmap_cli.domain.model.files.school import SchoolLesson
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric

_FILE = Dataset.school.file


class Attendance(NamedTuple):
    """A mentor's visits out of all lessons, and whether that is enough."""

    person: str
    visits: int
    lessons: int
    finished: bool


def lesson_on(data: Dataset, day: date, topic: str | None) -> SchoolLesson:
    """The lesson of a day; `topic` is a part of its title where a day has several.

    Raises RequestInvalidError when there is not exactly one.
    """
    own = data.school.lessons
    wanted = (topic or "").casefold()
    found = [
        lesson for lesson in own if lesson.held_on == day and wanted in lesson.topic.casefold()
    ]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(
        f"{numeric(lesson.held_on)} «{lesson.topic}»" for lesson in own if lesson.held_on
    )
    raise RequestInvalidError(
        f"занятий {numeric(day)} в графике: {len(found)}",
        hint=f"Есть: {listed or 'ни одного'}."
        " Если занятий в этот день несколько, укажите тему: --topic.",
    )


def attend(
    directory: Directory, day: date, today: date, topic: str | None, people: Sequence[str]
) -> list[Edit]:
    """Note the people, by their codes, as having been at the lesson of a day.

    Raises RequestInvalidError for a day in the future and for no such lesson.
    """
    refuse_future(day, today)
    lesson = lesson_on(directory.data, day, topic)
    order = key_names(SchoolLesson)
    at = (*lesson.at, "attended")
    return [
        Edit(
            code,
            f"{directory.name('people', code)}: посещение {numeric(day)}",
            () if code in lesson.attended else (AppendItem(_FILE, at, code, order),),
        )
        for code in dict.fromkeys(people)
    ]


def attendance(data: Dataset) -> list[Attendance]:
    """How every mentor of the registry has attended."""
    visits, finished = data.school.visits(), data.school.finished()
    lessons = len(data.school.lessons)
    return [
        Attendance(mentor.person, visits[mentor.person], lessons, mentor.person in finished)
        for mentor in data.mentors.mentors
    ]
