"""The rules of matching: whom the hard ones forbid, what the soft ones are worth, and why."""

import re
from collections.abc import Iterable
from datetime import date

from roadmap_cli.domain.matching.cohort import Cohort, Reason
from roadmap_cli.domain.matching.question import Candidate, Question, Seat
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm, Side, one_form
from roadmap_cli.domain.model.files.matching import Weights
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.pairs.rules import UNFINISHED
from roadmap_cli.domain.people.consents import Lack, live_consents, pair_needs, sides
from roadmap_cli.text.keywords import Keyword, keywords, shared_words

_LISTED = 5
_MOST_WORDS = 3


def cohort_of(data: Dataset, day: date) -> Cohort:
    """The mentees without a mentor and the mentors with their places on `day`.

    The pins and bans of the school are not applied yet: see `apply_rulings`.
    """
    held = data.pairs.held()
    matched = [(code, pair.form) for pair in data.pairs.live for code in pair.mentees]
    gone = data.people.forgotten
    mentors = {
        mentor.person: mentor
        for mentor in data.mentors.mentors
        if _here(mentor, day) and mentor.person not in gone
    }
    mentees = {
        mentee.person: mentee
        for mentee in data.mentees.mentees
        if _here(mentee, day) and mentee.person not in gone and not _is_matched(mentee, matched)
    }
    given = live_consents(data, day)
    worth: dict[Candidate, int] = {}
    reasons: dict[Candidate, tuple[Reason, ...]] = {}
    forbidden: dict[Candidate, str] = {}
    finished = data.school.finished()
    judge = _Judge(data)
    for mentee in mentees.values():
        for mentor in mentors.values():
            pair = (mentee.person, mentor.person)
            why = _forbidden(data, mentee, mentor, given)
            if data.matching.school_required and mentor.person not in finished:
                why = why or UNFINISHED
            if why:
                forbidden[pair] = why
                continue
            reasons[pair] = tuple(judge.reasons(mentee, mentor))
            worth[pair] = sum(reason.points for reason in reasons[pair])
    seats = tuple(
        Seat(code, max(mentor.capacity or 1, held[code]), held[code])
        for code, mentor in mentors.items()
    )
    lost = {code for pair in data.pairs.pairs if _was_lost(pair) for code in pair.mentees}
    question = Question(tuple(mentees), seats, worth, frozenset(lost & mentees.keys()))
    return Cohort(question, reasons, forbidden, {}, judge.weights, judge.wishes)


def _was_lost(pair: Pair) -> bool:
    """True for a pair that ended without its end having come: its mentees come first now."""
    return pair.status is PairStatus.REPLACED


def _here(participant: Mentor | Mentee, day: date) -> bool:
    return (participant.left is None or participant.left > day) and (
        participant.joined is None or participant.joined <= day
    )


def _is_matched(mentee: Mentee, matched: Iterable[tuple[str, AnyForm | None]]) -> bool:
    """True when a live pair of the mentee has the same form, or either form is unknown."""
    return any(code == mentee.person and one_form(form, mentee.form) for code, form in matched)


def _forbidden(data: Dataset, mentee: Mentee, mentor: Mentor, given: frozenset[Lack]) -> str | None:
    if mentee.person == mentor.person:
        return "это один человек"
    if mentee.form and mentor.form and not one_form(mentee.form, mentor.form):
        return f"формы разные: {mentee.form.title} и {mentor.form.title}"
    form = mentee.form or mentor.form
    if mentor.form is None and sides(data, form)[0] is Side.PUPIL and _is_adult(data, mentor):
        return f"форма «{form.title if form else ''}», а наставник — не ученик"
    wanted = pair_needs(data, mentor.person, (mentee.person,), form)
    missing = [lack for lack in wanted if lack not in given]
    if missing:
        whose = {mentor.person: "наставника", mentee.person: "наставляемого"}
        return "; ".join(
            f"у {whose[lack.person]} нет согласия {lack.kind.title}" for lack in missing
        )
    return None


def _is_adult(data: Dataset, mentor: Mentor) -> bool:
    """True for somebody with a position and no class: «учитель физики» is no pupil."""
    person = data.people.find(mentor.person)
    if person is None or person.group or not person.position:
        return False
    return re.search(r"учащ|учени[кц]|обучающ|\bкласс", person.position.casefold()) is None


class _Judge:
    """Gives points by the school's weights."""

    def __init__(self, data: Dataset) -> None:
        self.weights = data.matching.weights or Weights()
        self.wishes = {wish.person: wish.choices for wish in data.matching.wishes}
        self._ignored = data.matching.ignored_words
        self._known: dict[tuple[str, ...], tuple[Keyword, ...]] = {}

    def reasons(self, mentee: Mentee, mentor: Mentor) -> Iterable[Reason]:
        """The reasons for a pair, in the order of the table of weights."""
        own = self.weights
        yield from self._choice(
            mentee.person, mentor.person, own.mentee_choice, "выбор наставляемого"
        )
        yield from self._choice(mentor.person, mentee.person, own.mentor_choice, "выбор наставника")
        for asked, offered, weight, called in (
            (mentee.requests, mentor.competences, own.competence, "отвечает запросу"),
            (mentee.interests, mentor.interests, own.interest, "общие интересы"),
            (mentee.directions, mentor.directions, own.direction, "общее направление"),
        ):
            words = shared_words(self._words(asked), self._words(offered)) if weight else []
            if shared := words[:_MOST_WORDS]:
                yield Reason(weight * len(shared), f"{called}: {', '.join(shared)}")
        years = (mentor.experience, mentee.experience)
        if own.experience and years[0] is not None and years[1] is not None and years[0] > years[1]:
            yield Reason(own.experience, f"стаж {years[0]} против {years[1]}")
        days = [day.title for day in mentee.days if day in mentor.days]
        if days and own.schedule:
            yield Reason(own.schedule, f"общие удобные дни: {', '.join(days)}")
        if mentee.variant and mentee.variant == mentor.variant and own.variant:
            yield Reason(own.variant, "одна ролевая модель")

    def _words(self, texts: tuple[str, ...]) -> tuple[Keyword, ...]:
        if texts not in self._known:
            self._known[texts] = keywords(texts, self._ignored)
        return self._known[texts]

    def _choice(self, who: str, whom: str, weight: int, called: str) -> Iterable[Reason]:
        choices = self.wishes.get(who, ())
        if whom in choices[:_LISTED] and weight:
            place = choices.index(whom) + 1
            yield Reason(weight * (_LISTED + 1 - place), f"{called}: {place}-е место")


def form_of(data: Dataset, mentee: str) -> AnyForm | None:
    """The form in which a mentee takes part."""
    return next((one.form for one in data.mentees.mentees if one.person == mentee), None)
