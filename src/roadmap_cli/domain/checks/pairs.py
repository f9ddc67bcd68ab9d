"""Pairs: people who cannot be a pair, dates that do not follow, too many mentees."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import one_form
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.pairs.meetings import outside
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric

_FILE = Dataset.pairs.file


def pair_impossible(data: Dataset, _today: date) -> Iterator[Finding]:
    """A mentor of oneself, one mentee twice, an end before the start."""
    names = Directory(data)
    for pair in data.pairs.pairs:
        if pair.mentor in pair.mentees:
            name = names.person(pair.mentor)
            yield Finding(
                _FILE, (*pair.at, "mentees"), f"{name}: наставник и наставляемый — один человек"
            )
        for code, count in Counter(pair.mentees).items():
            if count > 1:
                said = f"{names.name('people', code)}: повторяется в составе пары"
                yield Finding(_FILE, (*pair.at, "mentees"), said)
        if pair.start and pair.end and pair.end < pair.start:
            said = f"пара {pair.id} заканчивается {numeric(pair.end)}, раньше, чем начинается"
            yield Finding(_FILE, (*pair.at, "end"), said)


def mentee_in_two_pairs(data: Dataset, _today: date) -> Iterator[Finding]:
    """A mentee of two pairs of one form at once."""
    names = Directory(data)
    seen: dict[str, list[Pair]] = {}
    for pair in data.pairs.live:
        for position, code in enumerate(pair.mentees):
            others = seen.setdefault(code, [])
            other = next((earlier for earlier in others if one_form(earlier.form, pair.form)), None)
            others.append(pair)
            if other not in (None, pair):
                assert other is not None
                said = f"{names.name('people', code)} уже в паре {other.id}"
                yield Finding(_FILE, (*pair.at, "mentees", position), said)


def meeting_outside_pair(data: Dataset, today: date) -> Iterator[Finding]:
    """A meeting before a pair began or after it ended, on a day to come, or noted twice."""
    pairs = {pair.id: pair for pair in data.pairs.pairs}
    seen: Counter[tuple[str, date]] = Counter()
    for meeting in data.meetings.meetings:
        pair, day = pairs.get(meeting.pair), meeting.held_on
        seen[meeting.pair, day] += 1
        what = outside(pair, day) if pair else None
        if what is None and day > today:
            what = "этот день ещё не наступил"
        elif what is None and seen[meeting.pair, day] == 2:
            what = "записана дважды"
        if what is not None:
            said = f"встреча пары {meeting.pair} {numeric(day)} — {what}"
            yield Finding(Dataset.meetings.file, (*meeting.at, "held_on"), said)


def mentor_overloaded(data: Dataset, _today: date) -> Iterator[Finding]:
    """A mentor with more mentees than the mentor is ready for."""
    names, held = Directory(data), data.pairs.held()
    for mentor in data.mentors.mentors:
        if mentor.capacity is not None and held[mentor.person] > mentor.capacity:
            name = names.person(mentor.person)
            said = f"{name}: наставляемых {held[mentor.person]}, предел — {mentor.capacity}"
            yield Finding(Dataset.mentors.file, (*mentor.at, "capacity"), said)
