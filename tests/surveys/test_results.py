"""What the replies come to, and what of them stays hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.surveys import Level, QuestionKind
from roadmap_cli.domain.surveys.results import level_of, results_by_form, survey_result
from tests.records import DAY, mentees
from tests.surveys.samples import question, response, responses, scale, survey, surveyed

ONE, OTHER = Form.TEACHER_TEACHER, Form.PUPIL_PUPIL


def test_a_scale() -> None:
    given_ = responses(*(response(n, f"p{n}", q1=value) for n, value in enumerate((3, 4, 10, 99))))
    data = surveyed({"s": survey(scale())}, given_, mentees("p0", "p9"))
    found = survey_result(data, "s", DAY)
    (one,) = found.questions
    assert (found.n, found.asked, found.missing) == (4, 2, ("p9",))
    assert (one.n, one.mean, one.median, one.invalid) == (3, 17 / 3, 4, 1)
    assert [tally.times for tally in one.tallies] == [0, 0, 1, 1, 0, 0, 0, 0, 0, 1]


def test_choices_texts_and_people() -> None:
    several = question(QuestionKind.CHOICES, "a", options=("x", "y"))
    text, who = question(QuestionKind.TEXT, "b"), question(QuestionKind.PEOPLE, "c")
    yes = question(QuestionKind.YES_NO, "d")
    data = surveyed(
        {"s": survey(several, text, who, yes)},
        responses(
            response(1, "p", a=("x", "y"), b="я", c=("n", "m"), d="да"),
            response(2, "q", a=("y",), b="а", c=("m",)),
        ),
    )
    a, b, c, d = survey_result(data, "s", DAY).questions
    assert [(tally.reply, tally.times) for tally in a.tallies] == [("x", 1), ("y", 2)]
    assert b.texts == ("я", "а")
    assert [(tally.reply, tally.times) for tally in c.tallies] == [("m", 2), ("n", 1)]
    assert ([(t.reply, t.times) for t in d.tallies], d.n) == ([("да", 1), ("нет", 0)], 1)


def test_a_response_without_content_counts_as_given() -> None:
    data = surveyed({"s": survey(scale())}, responses(response(1, "x"), response(2, "y", q1=5)))
    found = survey_result(data, "s", DAY)
    assert (found.n, found.destroyed, found.questions[0].n) == (2, 1, 1)


@pytest.mark.parametrize(("n", "shown"), [(0, 0), (1, 0), (2, 0), (3, 3), (4, 4)])
def test_few_anonymous_responses_are_not_shown(n: int, shown: int) -> None:
    own = survey(scale(), question(QuestionKind.TEXT, "t"), anonymous=True)
    given_ = responses(*(response(i, q1=5, t=f"текст {9 - i}") for i in range(n)))
    found = survey_result(surveyed({"s": own}, given_), "s", DAY)
    assert (found.n, found.questions[0].n) == (n, shown)
    assert found.is_withheld is (0 < n < 3)
    assert list(found.questions[1].texts) == sorted(found.questions[1].texts)
    assert len(found.questions[1].texts) == shown


@pytest.mark.parametrize(
    ("sizes", "anonymous", "is_shown"),
    [
        ((3, 3), True, True),
        ((2, 3), True, False),
        ((5, 2), True, False),
        ((2, 1), False, True),
        ((4,), False, False),
    ],
)
def test_small_groups_of_anonymous_responses_are_not_told_apart(
    sizes: tuple[int, ...], anonymous: bool, is_shown: bool
) -> None:
    forms = [form for form, size in zip((ONE, OTHER), sizes, strict=False) for _ in range(size)]
    given_ = responses(
        *(
            response(n, None if anonymous else f"p{n}", q1=5, form=form)
            for n, form in enumerate(forms)
        )
    )
    data = surveyed({"s": survey(scale(), anonymous=anonymous)}, given_)
    found = results_by_form(data, "s")
    assert (found is not None) is is_shown
    if found is not None:
        assert sorted(one.result.n for one in found) == sorted(sizes)


LEVELS = (
    Level(least=0, title="низкий"), Level(least=9, title="средний"),
    Level(least=15, title="высокий"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("total", "level"),
    [(0, "низкий"), (8.9, "низкий"), (9, "средний"), (14.9, "средний"), (15, "высокий"),
     (18, "высокий")],
)  # fmt: skip
def test_the_level_of_a_sum(total: float, level: str) -> None:
    assert level_of(LEVELS, total) == level
    assert level_of(LEVELS[1:], 5) is None


def test_a_sum_is_of_whole_responses() -> None:
    own = survey(scale("a", least=0, most=9), scale("b", least=0, most=9), levels=LEVELS)
    given_ = responses(
        response(1, "x", a=9, b=7), response(2, "y", a=9), response(3, "z", a=4, b=4)
    )
    level = survey_result(surveyed({"s": own}, given_), "s", DAY).level
    assert level is not None
    assert (level.n, level.total, level.most, level.level) == (2, 12, 18, "средний")


@given(st.lists(st.integers(1, 10), min_size=1))
def test_the_tallies_add_up(values: list[int]) -> None:
    given_ = responses(*(response(n, f"p{n}", q1=value) for n, value in enumerate(values)))
    (one,) = survey_result(surveyed({"s": survey(scale())}, given_), "s", DAY).questions
    assert sum(tally.times for tally in one.tallies) == one.n == len(values)
    assert sum(int(t.reply) * t.times for t in one.tallies) / one.n == pytest.approx(one.mean)
