"""What the data files themselves prove: consents, registries, pairs, plans, meetings."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind
from roadmap_cli.domain.model.files.meetings import MeetingKind
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.people.consents import all_lacks
from roadmap_cli.domain.surveys.respondents import asked
from roadmap_cli.text.plurals import counted


class RecordCount(NamedTuple):
    """How much of what a task wants is there."""

    there: int
    wanted: int

    @property
    def is_whole(self) -> bool:
        """True when all of it is there, and there is anything at all."""
        return 0 < self.wanted <= self.there

    @property
    def words(self) -> str:
        """«3 из 5», «5 записей»."""
        if self.wanted == 1 and self.there > 1:
            return counted(self.there, "запись", "записи", "записей")
        return f"{min(self.there, self.wanted)} из {self.wanted}" if self.wanted else "записей нет"


def count_proof(data: Dataset, proof: Evidence, day: date) -> RecordCount:
    """How much there is on `day` of what a counted proof names: records, or responses."""
    if proof.records:
        return _COUNTS[proof.records](data, day)
    return _answered(data, proof.survey or "", day)


def _answered(data: Dataset, code: str, day: date) -> RecordCount:
    """The responses to a questionnaire out of all who are asked, one where nobody can tell."""
    survey = data.surveys.get(code)
    if survey is None:
        return RecordCount(0, 0)
    given = [one for one in data.responses.of(code) if one.given_by(day)]
    everybody = asked(data, survey, day)
    if everybody is None:
        return RecordCount(len(given), survey.invited or 1)
    if survey.anonymous:
        return RecordCount(len(given), len(everybody))
    people = {one.person for one in everybody}
    return RecordCount(len(people & {one.person for one in given}), len(people))


def _pairs(data: Dataset) -> list[Pair]:
    gone = (PairStatus.PROPOSED, PairStatus.REPLACED)
    return [pair for pair in data.pairs.pairs if pair.status not in gone]


def _consents(data: Dataset, day: date) -> RecordCount:
    people = {*data.mentors.codes, *data.mentees.codes}
    lacking = {lack.person for lack in all_lacks(data, day)}
    return RecordCount(len(people - lacking), len(people))


def _meetings(kind: MeetingKind) -> Callable[[Dataset, date], RecordCount]:
    def count(data: Dataset, day: date) -> RecordCount:
        met = {
            meeting.pair
            for meeting in data.meetings.meetings
            if meeting.kind is kind and meeting.held_on <= day
        }
        pairs = _pairs(data)
        return RecordCount(sum(pair.id in met for pair in pairs), len(pairs))

    return count


def _confirmed(data: Dataset, _day: date) -> RecordCount:
    every = [pair for pair in data.pairs.pairs if pair.status is not PairStatus.REPLACED]
    return RecordCount(len(_pairs(data)), len(every))


def _planned(data: Dataset, _day: date) -> RecordCount:
    planned = {plan.pair for plan in data.plans.plans}
    pairs = _pairs(data)
    return RecordCount(sum(pair.id in planned for pair in pairs), len(pairs))


def _school(data: Dataset, _day: date) -> RecordCount:
    mentors = set(data.mentors.codes)
    return RecordCount(len(mentors & data.school.finished()), len(mentors))


_COUNTS: Mapping[RecordsKind, Callable[[Dataset, date], RecordCount]] = {
    RecordsKind.CONSENTS: _consents,
    RecordsKind.MENTORS: lambda data, _day: RecordCount(len(data.mentors.mentors), 1),
    RecordsKind.MENTEES: lambda data, _day: RecordCount(len(data.mentees.mentees), 1),
    RecordsKind.SCHOOL: _school,
    RecordsKind.PAIRS: _confirmed,
    RecordsKind.PLANS: _planned,
    RecordsKind.FIRST: _meetings(MeetingKind.FIRST),
    RecordsKind.TRIAL: _meetings(MeetingKind.TRIAL),
    RecordsKind.PLANNING: _meetings(MeetingKind.PLANNING),
    RecordsKind.REGULAR: _meetings(MeetingKind.REGULAR),
    RecordsKind.FINAL: _meetings(MeetingKind.FINAL),
}
