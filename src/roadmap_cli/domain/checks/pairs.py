"""Pairs: people who cannot be a pair, dates that do not follow, consents that are missing."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import Signer
from roadmap_cli.domain.model.files.forms import one_form
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.pairs.meetings import outside
from roadmap_cli.domain.people.consents import Lack, live_consents, pair_needs
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric

_FILE = Dataset.pairs.file
_CONSENTS = Dataset.consents.file


def pair_impossible(data: Dataset, _today: date) -> Iterator[Finding]:
    """A mentor of oneself, one mentee twice, an end before the start."""
    names = Directory(data)
    for pair in data.pairs.pairs:
        if pair.mentor in pair.mentees:
            name = names.name("people", pair.mentor)
            yield Finding(_FILE, (*pair.at, "mentees"), f"{name} — наставник самому себе")
        for code, count in Counter(pair.mentees).items():
            if count > 1:
                said = f"{names.name('people', code)} стоит в паре дважды"
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
            other = next((each for each in others if one_form(each.form, pair.form)), None)
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
            what = "в день, который ещё не наступил"
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
            name = names.name("people", mentor.person)
            said = f"{name}: наставляемых {held[mentor.person]}, а готов(а) вести {mentor.capacity}"
            yield Finding(Dataset.mentors.file, (*mentor.at, "capacity"), said)


def pair_without_consent(data: Dataset, today: date) -> Iterator[Finding]:
    """A pair that works or is about to, without the consents that it needs."""
    names, given, gone = Directory(data), live_consents(data, today), data.people.forgotten
    for pair in data.pairs.live:
        for lack in pair_needs(pair.mentor, pair.mentees, pair.form):
            if lack in given or lack.person in gone:
                continue
            yield Finding(
                _FILE,
                (*pair.at, "mentor" if lack.person == pair.mentor else "mentees"),
                f"пара {pair.id}: {lack.words(names)}",
                "Кому каких согласий не хватает: roadmap consent list --missing",
            )


def consent_impossible(data: Dataset, _today: date) -> Iterator[Finding]:
    """A consent that ends before it was given."""
    for consent in data.consents.consents:
        if consent.ended_on is not None and consent.ended_on < consent.given_on:
            yield Finding(
                _CONSENTS,
                (*consent.at, "given_on"),
                f"согласие {consent.id} закончилось раньше, чем дано",
            )


def consent_doubtful(data: Dataset, today: date) -> Iterator[Finding]:
    """A minor who signed alone, a representative who is not named, a date that has not come."""
    names = Directory(data)
    people = {each.id: each for each in data.people.people}
    for consent in data.consents.consents:
        person = people.get(consent.person)
        who = names.name("people", consent.person)
        if (
            person is not None
            and person.is_minor(consent.given_on)
            and consent.signer is Signer.SELF
        ):
            said = f"{who}: несовершеннолетний, согласие подписывает законный представитель"
            yield Finding(_CONSENTS, (*consent.at, "person"), said)
        if consent.signer is Signer.REPRESENTATIVE and not (
            consent.representative or consent.basis
        ):
            said = f"{who}: согласие дал представитель, а кто он, не сказано"
            hint = "Впишите representative (код) или basis (документ о полномочиях)."
            yield Finding(_CONSENTS, (*consent.at, "signer"), said, hint)
        if consent.given_on > today:
            said = f"{who}: согласие {consent.kind.title} датировано будущим днём"
            yield Finding(_CONSENTS, (*consent.at, "given_on"), said)


def destruction_due(data: Dataset, today: date) -> Iterator[Finding]:
    """Personal data whose consent has ended: they must be destroyed within thirty days."""
    names, given = Directory(data), live_consents(data, today)
    held = {each.id for each in data.people.people} - data.people.forgotten
    for consent in data.consents.consents:
        ended = consent.ended_on
        if ended is None or ended > today or consent.person not in held:
            continue
        again = Lack(consent.person, consent.kind) in given
        if not again and consent.destroy_by is not None:
            yield Finding(
                _CONSENTS,
                (*consent.at, "withdrawn_on" if consent.withdrawn_on else "valid_to"),
                f"{names.name('people', consent.person)}: согласие {consent.kind.title}"
                f" кончилось {numeric(ended)}, данные уничтожают до {numeric(consent.destroy_by)}",
                f"Если основания хранить их нет: roadmap forget {consent.person}",
            )
