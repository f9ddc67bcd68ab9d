"""A plan accepted: the pairs and groups to be written, with who decided and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.matching.cohort import Cohort
from roadmap_cli.domain.matching.explanation import Proposed
from roadmap_cli.domain.matching.plan import MatchingPlan, propose_pair
from roadmap_cli.domain.matching.rules import form_of
from roadmap_cli.domain.matching.terms import pair_words
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError

_PAIRS = Dataset.pairs


def choose_pairs(
    directory: Directory, plan: MatchingPlan, mentees: Sequence[str], edited: Mapping[str, str]
) -> list[Proposed]:
    """Choose the plan's pairs for these mentees and the edited ones; all pairs when none is
    named.

    Raises RequestInvalidError listing every mentee without a pair in the plan and every edited
    pair that the hard rules forbid.
    """
    cohort = plan.cohort
    planned = {pair.mentee: pair for pair in plan.pairs}
    found = [
        planned[mentee]
        for mentee in dict.fromkeys(mentees or ([] if edited else planned))
        if mentee in planned and mentee not in edited
    ]
    faults = [
        f"{directory.name('people', mentee)}: в подборе пары нет"
        for mentee in mentees
        if mentee not in planned and mentee not in edited
    ]
    for mentee, mentor in edited.items():
        pair = (mentee, mentor)
        if pair not in cohort.reasons:
            why = cohort.forbidden.get(pair, "один из них не участвует в подборе")
            faults.append(f"{directory.together(pair)}: {why}")
            continue
        if mentee in planned and planned[mentee].mentor == mentor:
            found.append(planned[mentee])
        else:
            found.append(propose_pair(cohort, mentee, mentor, "вместо предложенного подбором"))
    faults += _overfull(directory, cohort, found)
    if faults:
        raise RequestInvalidError("; ".join(faults))
    return found


def _overfull(directory: Directory, cohort: Cohort, pairs: Sequence[Proposed]) -> list[str]:
    load: Counter[str] = Counter()
    for pair in pairs:
        pinned = cohort.settled.get(pair.mentee)
        if pinned != pair.mentor:
            load[pair.mentor] += 1
        if pinned is not None and pinned != pair.mentor:
            load[pinned] -= 1
    return [
        f"{directory.name('people', seat.mentor)}: свободных мест: {seat.places - seat.taken},"
        f" наставляемых указано: {load[seat.mentor]}"
        for seat in cohort.question.seats
        if load[seat.mentor] > seat.places - seat.taken
    ]


class Decision(NamedTuple):
    """Who decided, when and why, and the days from and to which the pairs will work."""

    by: str
    day: date
    reason: str | None = None
    start: date | None = None
    end: date | None = None


def accept_pairs(data: Dataset, pairs: Sequence[Proposed], decision: Decision) -> list[Edit]:
    """Make a pair for every mentor, a group for a mentor with several mentees of one form.

    Raises RequestInvalidError when the decision has no author.
    """
    if not decision.by.strip():
        raise RequestInvalidError("не указано, кто принял решение", hint="Добавьте: --by КТО")
    directory = Directory(data)
    groups: dict[tuple[str, object], list[Proposed]] = {}
    for pair in pairs:
        groups.setdefault((pair.mentor, form_of(data, pair.mentee)), []).append(pair)
    taken = dict(directory.names("pairs"))
    edits = []
    for (mentor, _), members in sorted(groups.items(), key=lambda group: group[0][0]):
        mentees = [member.mentee for member in members]
        form = form_of(data, mentees[0])
        code = new_code(data, "pairs", {"mentor": mentor, "mentees": mentees}, taken)
        taken[code] = code
        fresh = {
            "id": code,
            "mentor": mentor,
            "mentees": mentees,
            "form": form,
            "variant": _variant(data, mentor, mentees),
            "start": decision.start,
            "end": decision.end,
            "status": PairStatus.PROPOSED,
            "decided_on": decision.day,
            "decided_by": decision.by,
            "decided_why": decision.reason,
            "grounds": [_ground(member) for member in members],
        }
        names = directory.together((mentor, *mentees))
        said = f"{'пара' if len(mentees) == 1 else 'группа'}: {names}"
        edits.append(Edit(code, said, (appended(_PAIRS.file, ("pairs",), fresh),)))
    return edits


def _variant(data: Dataset, mentor: str, mentees: Sequence[str]) -> str | None:
    """The role model, when the mentor and all the mentees name the same."""
    named = {one.variant for one in data.mentors.mentors if one.person == mentor}
    named |= {mentee.variant for mentee in data.mentees.mentees if mentee.person in mentees}
    return named.pop() if len(named) == 1 else None


def _ground(pair: Proposed) -> dict[str, object]:
    return {"mentee": pair.mentee, "points": pair.points, "why": pair_words(pair)}
