"""The life of a pair: proposed, confirmed by order, working, closed or replaced."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended, key_changes, refuse_future
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.pairs.plans import carry_on_plan
from roadmap_cli.domain.pairs.rules import against_rulings
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric

_PAIRS = Dataset.pairs
_FILE = _PAIRS.file


class Step(NamedTuple):
    """A step in a pair's life: from which states, to which, which date it sets."""

    name: str
    of: tuple[PairStatus, ...]
    to: PairStatus
    day: str | None
    said: str


CONFIRM = Step("confirm", (PairStatus.PROPOSED,), PairStatus.CONFIRMED, None, "утверждена приказом")
START = Step(
    "start",
    (PairStatus.PROPOSED, PairStatus.CONFIRMED),
    PairStatus.ACTIVE,
    "start",
    "начала работу",
)
CLOSE = Step(
    "close",
    (PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PROPOSED),
    PairStatus.CLOSED,
    "end",
    "завершена",
)


def take_step(
    pairs: Sequence[Pair], step: Step, day: date | None, today: date, reason: str | None
) -> list[Edit]:
    """Take the pairs one step further; a pair that has taken it already stays as it is.

    Without a `day` it is the planned one if that has come, else `today`. Raises
    RequestInvalidError listing every pair that the step does not fit, and for a day in the
    future.
    """
    refuse_future(day or today, today)
    faults = [
        f"{pair.id} ({pair.status.title})"
        for pair in pairs
        if pair.status not in (*step.of, step.to)
    ]
    if faults:
        raise RequestInvalidError(f"недопустимый переход: {', '.join(faults)} → {step.said}")
    edits = []
    for pair in pairs:
        changes: list[Change] = []
        planned = getattr(pair, step.day) if step.day else None
        on = day or min(planned or today, today)
        if pair.status is not step.to:
            told: dict[str, object] = {"status": step.to, "reason": reason or pair.reason}
            if step.day is not None:
                told[step.day] = on
            changes = key_changes(_FILE, pair, told)
        when = f" {numeric(on)}" if step.day else ""
        said = f"{step.said}{when}" if changes else f"уже {step.said}"
        edits.append(Edit(pair.id, said, tuple(changes)))
    return edits


def replace_mentor(
    directory: Directory, pair: Pair, mentor: str, day: date | None, today: date, reason: str
) -> list[Edit]:
    """Give the mentees of a pair another mentor: the pair ends, a new one takes over its plan.

    Raises RequestInvalidError without a reason, for a pair that has ended, for the same mentor,
    for a person who is not a mentor, has no place left or is ruled out by a ban or the School,
    and for a day in the future.
    """
    refuse_future(day or today, today)
    day = day or today
    if not reason.strip():
        raise RequestInvalidError("не указана причина", hint="Добавьте: --reason ТЕКСТ")
    _may_take(directory, pair, mentor)
    _has_places(directory, pair, mentor)
    if not pair.is_live:
        raise RequestInvalidError(f"пара {pair.id} уже {pair.status.title}")
    if mentor == pair.mentor:
        raise RequestInvalidError("указан прежний наставник")
    told = {"status": PairStatus.REPLACED, "end": day, "reason": reason}
    given = {"mentor": mentor, "mentees": pair.mentees}
    code = new_code(directory.data, "pairs", given, directory.names("pairs"))
    fresh = {
        "id": code,
        "mentor": mentor,
        "mentees": pair.mentees,
        "form": pair.form,
        "variant": pair.variant,
        "end": pair.end,
        "start": day,
        "status": PairStatus.PROPOSED,
        "note": f"Вместо {pair.id}: {reason}",
    }
    names = directory.together((mentor, *pair.mentees))
    return [
        Edit(
            pair.id,
            f"заменена {numeric(day)}: {reason}",
            tuple(key_changes(_FILE, pair, told)),
        ),
        Edit(code, f"новая пара: {names}", (appended(_FILE, ("pairs",), fresh),)),
        *carry_on_plan(directory.data, pair.id, code),
    ]


def _may_take(directory: Directory, pair: Pair, mentor: str) -> None:
    """Raises RequestInvalidError for a substitute whom the school's own rules exclude."""
    data, name = directory.data, directory.person(mentor)
    if mentor not in data.mentors.codes:
        raise RequestInvalidError(
            f"{name}: в базе наставников нет", hint=f"Добавьте: roadmap mentor add {mentor}"
        )
    whys = {mentee: against_rulings(data, mentee, mentor) for mentee in pair.mentees}
    faults = [
        f"{directory.together((mentee, mentor))}: {why}" for mentee, why in whys.items() if why
    ]
    if faults:
        raise RequestInvalidError("; ".join(faults))


def _has_places(directory: Directory, pair: Pair, mentor: str) -> None:
    data = directory.data
    held = data.pairs.held()[mentor]
    found = next((one for one in data.mentors.mentors if one.person == mentor), None)
    if found and found.capacity is not None and held + len(pair.mentees) > found.capacity:
        name = directory.person(mentor)
        raise RequestInvalidError(f"{name}: наставляемых {held}, предел — {found.capacity}")
