"""The life of a pair as a table: every step from every status, every day, every substitute."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.changes import AppendItem, SetKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.matching import Matching, Ruling
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.participants import Mentor, Mentors
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, DevelopmentPlans, PlanStep
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.pairs.life import CLOSE, CONFIRM, START, Step, replace_mentor, take_step
from roadmap_cli.domain.pairs.rules import against_rulings
from roadmap_cli.domain.pairs.selection import choose_for, find_pairs, find_pairs_on
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from tests.records import AFTER, BEFORE, DAY, dataset, pair, pairs, people

PROPOSED, CONFIRMED, ACTIVE = PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE
CLOSED, REPLACED = PairStatus.CLOSED, PairStatus.REPLACED
LONG_AGO = date(2025, 9, 1)


def _pair(status: PairStatus, **keys: Any) -> Pair:
    return placed(pair("a", "m", "x", status=status, **keys), ("pairs", 0))


def _set(changes: tuple[Any, ...]) -> dict[str, Any]:
    assert all(isinstance(change, SetKey) for change in changes)
    return {change.at[-1]: change.value for change in changes}


@pytest.mark.parametrize(
    ("step", "status", "told"),
    [
        (CONFIRM, PROPOSED, {"status": "confirmed"}),
        (CONFIRM, CONFIRMED, {}),
        (CONFIRM, ACTIVE, None),
        (CONFIRM, CLOSED, None),
        (CONFIRM, REPLACED, None),
        (START, PROPOSED, {"status": "active", "start": "2025-12-01"}),
        (START, CONFIRMED, {"status": "active", "start": "2025-12-01"}),
        (START, ACTIVE, {}),
        (START, CLOSED, None),
        (START, REPLACED, None),
        (CLOSE, PROPOSED, {"status": "closed", "end": "2025-12-01"}),
        (CLOSE, CONFIRMED, {"status": "closed", "end": "2025-12-01"}),
        (CLOSE, ACTIVE, {"status": "closed", "end": "2025-12-01"}),
        (CLOSE, CLOSED, {}),
        (CLOSE, REPLACED, None),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_every_step_from_every_status(
    step: Step, status: PairStatus, told: dict[str, str] | None
) -> None:
    own = _pair(status)
    if told is None:
        with pytest.raises(RequestInvalidError) as caught:
            take_step([_pair(PROPOSED), own], step, None, DAY, None)
        said = f"недопустимый переход: a ({status.title}) → {step.said}"
        assert caught.value.message == said
        return
    (edit,) = take_step([own], step, None, DAY, None)
    assert _set(edit.changes) == told
    when = " 01.12.2025" if step.day else ""
    assert edit.said == (f"{step.said}{when}" if told else f"уже {step.said}")


@pytest.mark.parametrize(
    ("planned", "named", "on"),
    [
        (None, None, DAY),
        (LONG_AGO, None, LONG_AGO),
        (BEFORE, None, BEFORE),
        (DAY, None, DAY),
        (AFTER, None, DAY),
        (LONG_AGO, BEFORE, BEFORE),
        (AFTER, BEFORE, BEFORE),
        (None, DAY, DAY),
    ],
)
def test_the_day_of_a_step_is_the_planned_one_when_it_has_come(
    planned: date | None, named: date | None, on: date
) -> None:
    (edit,) = take_step([_pair(ACTIVE, end=planned)], CLOSE, named, DAY, None)
    told = {"status": "closed"} if on == planned else {"status": "closed", "end": on.isoformat()}
    assert _set(edit.changes) == told
    assert edit.said == f"завершена {on:%d.%m.%Y}"


@pytest.mark.parametrize(
    ("old", "reason", "told"),
    [
        (None, None, {}),
        (None, "цель", {"reason": "цель"}),
        ("цель", None, {}),
        ("цель", "мор", {"reason": "мор"}),
    ],
)
def test_a_reason_stays_unless_another_is_told(
    old: str | None, reason: str | None, told: dict[str, str]
) -> None:
    (edit,) = take_step([_pair(PROPOSED, reason=old)], CONFIRM, None, DAY, reason)
    assert _set(edit.changes) == {"status": "confirmed", **told}


@pytest.mark.parametrize(("day", "refused"), [(BEFORE, False), (DAY, False), (AFTER, True)])
def test_no_step_is_taken_tomorrow(day: date, refused: bool) -> None:
    if not refused:
        assert take_step([_pair(ACTIVE)], CLOSE, day, DAY, None)
        assert _replace(_data(), day=day)
        return
    with pytest.raises(RequestInvalidError, match="ещё не наступило"):
        take_step([_pair(ACTIVE)], CLOSE, day, DAY, None)
    with pytest.raises(RequestInvalidError, match="ещё не наступило"):
        _replace(_data(), day=day)


def _data(*more: Any, own: Pair | None = None, capacity: int | None = None) -> Dataset:
    """The pair `a` of the mentor Эм with two mentees; Эн may take it over."""
    first = own or pair("a", "m", "x", "y", status=ACTIVE)
    known = people("M", "N", "X", "Y", "Z")
    both = Mentors(mentors=(Mentor(person="m"), Mentor(person="n", capacity=capacity)))
    files = {type(each): each for each in (known, both, pairs(first), *more)}
    return dataset(*files.values())


def _replace(
    data: Dataset, mentor: str = "n", day: date | None = DAY, reason: str = "мор"
) -> list[Any]:
    return replace_mentor(Directory(data), data.pairs.pairs[0], mentor, day, DAY, reason)


@pytest.mark.parametrize(
    ("keys", "carried"),
    [
        ({}, {}),
        ({"variant": "опытный – молодой"}, {"variant": "опытный – молодой"}),
        ({"form": Form.PUPIL_PUPIL}, {"form": "pupil_pupil"}),
        ({"end": AFTER}, {"end": "2025-12-02"}),
        # What was decided about the old pair says nothing of the new one.
        ({"start": LONG_AGO, "reason": "x", "decided_on": DAY, "decided_by": "x", "note": "x"}, {}),
    ],
)
def test_a_substitute_pair_carries_on(keys: dict[str, Any], carried: dict[str, str]) -> None:
    data = _data(own=pair("a", "m", "x", "y", status=ACTIVE, **keys))
    old, new = _replace(data)
    assert _set(old.changes) == {
        "status": "replaced", "end": "2025-12-01",
        **({"reason": "мор"} if keys.get("reason") != "мор" else {}),
    }  # fmt: skip
    assert old.said == "заменена 01.12.2025: мор"
    (change,) = new.changes
    assert isinstance(change, AppendItem)
    assert change.value == {
        "id": new.item_id, "mentor": "n", "mentees": ["x", "y"], "start": "2025-12-01",
        "status": "proposed", "note": "Вместо a: мор", **carried,
    }  # fmt: skip
    assert new.said == "новая пара: N – X – Y"


def test_without_a_day_a_pair_is_replaced_today() -> None:
    old, _ = _replace(_data(), day=None)
    assert _set(old.changes)["end"] == "2025-12-01"


@pytest.mark.parametrize("status", list(PairStatus))
def test_only_a_live_pair_is_replaced(status: PairStatus) -> None:
    data = _data(own=pair("a", "m", "x", status=status))
    if status in (PROPOSED, CONFIRMED, ACTIVE):
        assert len(_replace(data)) == 2
        return
    with pytest.raises(RequestInvalidError, match=f"пара a уже {status.title}"):
        _replace(data)


@pytest.mark.parametrize(
    ("mentor", "reason", "said"),
    [
        ("n", "", "не указана причина"),
        ("n", "  ", "не указана причина"),
        ("m", "мор", "указан прежний наставник"),
        ("z", "мор", "Z: в базе наставников нет"),
    ],
)
def test_a_substitute_must_be_another_mentor_for_a_reason(
    mentor: str, reason: str, said: str
) -> None:
    with pytest.raises(RequestInvalidError, match=f"^{said}$"):
        _replace(_data(), mentor, reason=reason)


@pytest.mark.parametrize(
    ("capacity", "held", "fits"),
    [
        (None, 0, True),
        (None, 9, True),
        (1, 0, False),
        (2, 0, True),
        (3, 0, True),
        (3, 1, True),
        (3, 2, False),
        (4, 2, True),
    ],
)
def test_a_substitute_needs_as_many_places_as_there_are_mentees(
    capacity: int | None, held: int, fits: bool
) -> None:
    others = [pair(f"b{number}", "n", "z") for number in range(held)]
    own = pair("a", "m", "x", "y", status=ACTIVE)
    data = _data(pairs(own, *others), capacity=capacity)
    if fits:
        assert len(_replace(data)) == 2
        return
    said = f"N: наставляемых {held}, предел — {capacity}"
    with pytest.raises(RequestInvalidError, match=said):
        _replace(data)


DONE, LEFT = PlanStep(task="урок", result="да"), PlanStep(task="игра")


@pytest.mark.parametrize(
    ("steps", "carried"),
    [((), []), ((DONE,), []), ((LEFT,), ["игра"]), ((DONE, LEFT, LEFT), ["игра", "игра"])],
)
def test_a_substitute_pair_takes_the_steps_that_are_not_done(
    steps: tuple[PlanStep, ...], carried: list[str]
) -> None:
    plans = DevelopmentPlans(
        plans=(DevelopmentPlan(pair="b"), DevelopmentPlan(pair="a", goal="Рост", steps=steps))
    )
    _, new, plan = _replace(_data(plans))
    assert plan.item_id == new.item_id
    assert plan.said == f"план перешёл из a, осталось пунктов: {len(carried)}"
    (change,) = plan.changes
    assert change.value["pair"] == new.item_id
    assert change.value["goal"] == "Рост"
    assert [step["task"] for step in change.value.get("steps", [])] == carried


BAN = Ruling(mentee="x", mentor="n", reason="ссора")
LESSON = SchoolLesson(topic="Тема", attended=("n",))


@pytest.mark.parametrize(
    ("files", "mentee", "why"),
    [
        ((), "x", None),
        ((Matching(bans=(BAN,)),), "x", "пара запрещена: ссора"),
        ((Matching(bans=(Ruling(mentee="x", mentor="n"),)),), "x", "пара запрещена"),
        ((Matching(bans=(BAN,)),), "y", None),
        ((Matching(bans=(Ruling(mentee="x", mentor="m"),)),), "x", None),
        ((Matching(school_required=True),), "x", "Школа наставников не окончена"),
        ((Matching(school_required=True), School(lessons=(LESSON,))), "x", None),
        ((Matching(school_required=True), School(lessons=(LESSON,), enough=2)), "x",
         "Школа наставников не окончена"),
        ((Matching(), School(lessons=(LESSON,), enough=2)), "x", None),
        ((Matching(school_required=True, bans=(BAN,)),), "x", "пара запрещена: ссора"),
    ],
)  # fmt: skip
def test_the_schools_own_rules(files: tuple[Any, ...], mentee: str, why: str | None) -> None:
    data = _data(*files, own=pair("a", "m", mentee, status=ACTIVE))
    assert against_rulings(data, mentee, "n") == why
    if why is None:
        assert len(_replace(data)) == 2
        return
    with pytest.raises(RequestInvalidError) as caught:
        _replace(data)
    assert caught.value.message == f"{mentee.upper()} – N: {why}"


EVERY = [pair(status.value, "m", "x", status=status) for status in PairStatus]


@pytest.mark.parametrize(
    ("step", "codes"),
    [(CONFIRM, ["proposed"]), (START, ["confirmed"]), (CLOSE, ["proposed"])],
    ids=lambda value: getattr(value, "name", None),
)
def test_without_words_a_step_is_for_those_for_whom_it_comes_next(
    step: Step, codes: list[str]
) -> None:
    directory = Directory(_data(pairs(*EVERY)))
    assert [each.id for each in choose_for(directory, [], step)] == codes


def test_somebody_in_several_pairs_means_the_likely_one() -> None:
    own = [
        pair("over", "m", "x", status=CLOSED, start=LONG_AGO, end=BEFORE),
        pair("going", "m", "x", status=ACTIVE, start=DAY),
        pair("planned", "m", "x", status=PROPOSED, start=LONG_AGO),
    ]
    directory = Directory(_data(pairs(*own)))
    assert [each.id for each in choose_for(directory, ["X"], CONFIRM)] == ["planned"]
    assert [each.id for each in find_pairs_on(directory, ["X"], BEFORE)] == ["over"]
    assert [each.id for each in find_pairs_on(directory, ["X"], DAY)] == ["going"]
    assert [each.id for each in find_pairs_on(directory, ["X", "going", "over"], DAY)] == [
        "going",
        "over",
    ]
    with pytest.raises(UnknownNameError):
        choose_for(directory, ["X"], CLOSE)
    with pytest.raises(UnknownNameError):
        find_pairs(directory, ["X"], lambda _pair: False)
