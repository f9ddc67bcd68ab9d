"""The School of mentors at work: which lesson is meant, who came, who has finished."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.pairs.school import Attendance, attend, attendance, lesson_on
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from tests.records import AFTER, BEFORE, DAY, dataset, mentors, people


def _data(*lessons: tuple[date | None, str, str], **keys: Any) -> Dataset:
    own = tuple(
        placed(SchoolLesson(held_on=day, topic=topic, attended=tuple(came)), ("lessons", number))
        for number, (day, topic, came) in enumerate(lessons)
    )
    return dataset(people("A", "B"), mentors("a", "b"), School(lessons=own, **keys))


@pytest.mark.parametrize(
    ("day", "topic", "found"),
    [
        (BEFORE, None, "Введение"),
        (BEFORE, "введ", "Введение"),
        (BEFORE, "ЕДЕНИЕ", "Введение"),
        (BEFORE, "этика", None),
        (DAY, None, None),
        (DAY, "этика", "Этика"),
        (DAY, "а", None),
        (AFTER, None, None),
    ],
)
def test_the_lesson_of_a_day(day: date, topic: str | None, found: str | None) -> None:
    data = _data(
        (BEFORE, "Введение", ""), (DAY, "Этика", ""), (DAY, "Практика", ""), (None, "Введение", "")
    )
    if found is not None:
        assert lesson_on(data, day, topic).topic == found
        return
    with pytest.raises(RequestInvalidError) as caught:
        lesson_on(data, day, topic)
    alike = [each for each in data.school.lessons if each.held_on == day]
    count = len([each for each in alike if (topic or "") in each.topic.lower()])
    assert caught.value.message == f"занятий {day:%d.%m.%Y} в графике: {count}"
    assert caught.value.hint == (
        "Есть: 30.11.2025 «Введение», 01.12.2025 «Этика», 01.12.2025 «Практика»."
        " Если занятий в этот день несколько, укажите тему: --topic."
    )


def test_an_empty_schedule_is_told() -> None:
    with pytest.raises(RequestInvalidError) as caught:
        lesson_on(_data(), DAY, None)
    assert str(caught.value.hint).startswith("Есть: ни одного.")


def test_who_came_is_noted_once() -> None:
    directory = Directory(_data((BEFORE, "Введение", ""), (DAY, "Этика", "a")))
    one, other = attend(directory, DAY, DAY, None, ["a", "b", "b"])
    assert (one.said, one.changes) == ("A: посещение 01.12.2025", ())
    (change,) = other.changes
    assert isinstance(change, AppendItem)
    assert (change.at, change.value) == (("lessons", 1, "attended"), "b")


@pytest.mark.parametrize(("day", "refused"), [(BEFORE, False), (DAY, False), (AFTER, True)])
def test_nobody_has_been_at_the_lesson_of_tomorrow(day: date, refused: bool) -> None:
    directory = Directory(_data((day, "Этика", "")))
    if refused:
        with pytest.raises(RequestInvalidError, match="ещё не наступило"):
            attend(directory, day, DAY, None, ["a"])
    else:
        assert attend(directory, day, DAY, None, ["a"])[0].changes


@pytest.mark.parametrize(
    ("enough", "finished"), [(1, (True, True)), (2, (True, False)), (None, (False, False))]
)
def test_how_every_mentor_has_attended(enough: int | None, finished: tuple[bool, bool]) -> None:
    lessons = ((BEFORE, "1", "ab"), (DAY, "2", "ac"), (None, "3", ""))
    assert attendance(_data(*lessons, enough=enough)) == [
        Attendance("a", 2, 3, finished[0]),
        Attendance("b", 1, 3, finished[1]),
    ]
