"""Who has finished the School of mentors."""

import pytest

from roadmap_cli.domain.model.files.school import School, SchoolLesson


def _school(enough: int | None, *attended: str) -> School:
    lessons = tuple(SchoolLesson(topic="Тема", attended=tuple(each)) for each in attended)
    return School(lessons=lessons, enough=enough)


@pytest.mark.parametrize(
    ("enough", "attended", "finished"),
    [
        (2, ("ab", "b", ""), "b"),
        (2, ("ab", "b", "a"), "ab"),
        (2, ("ab", "ab", "a"), "ab"),
        (1, ("a", "", ""), "a"),
        (3, ("ab", "b", "b"), "b"),
        (4, ("a", "a", "a"), ""),
        (None, ("ab", "b", "b"), "b"),
        (None, ("ab", "ab", "b"), "b"),
        (None, ("a",), "a"),
        (None, ("",), ""),
        (None, (), ""),
        (1, (), ""),
        (2, ("aa", ""), ""),
    ],
)
def test_enough_lessons_finish_the_school(
    enough: int | None, attended: tuple[str, ...], finished: str
) -> None:
    assert _school(enough, *attended).finished() == frozenset(finished)


def test_a_visit_is_counted_once_a_lesson() -> None:
    assert _school(None, "aab", "a", "").visits() == {"a": 2, "b": 1}
