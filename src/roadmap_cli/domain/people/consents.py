"""Which consents a participant, a pair or a paper needs, and who lacks them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import Consent, ConsentKind, Signer
from roadmap_cli.domain.model.files.forms import AnyForm, Side, sides_of
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.registry import Names


class Lack(NamedTuple):
    """A consent that a person has not given, or that has ended."""

    person: str
    kind: ConsentKind

    def words(self, names: Names) -> str:
        """«Иванова А.П.: нет согласия на …»."""
        return f"{names.name('people', self.person)}: нет согласия {self.kind.title}"


def mentor_needs(data: Dataset, form: AnyForm | None) -> tuple[ConsentKind, ...]:
    """What a mentor signs.

    Extra duties need a worker's written consent (ТК РФ, ст. 351.8); a pupil is no worker.
    """
    mentor, _ = sides(data, form)
    duty = (ConsentKind.MENTOR_DUTY,) if mentor in (Side.WORKER, None) else ()
    return (ConsentKind.PD_PROCESSING, *duty)


def sides(data: Dataset, form: AnyForm | None) -> tuple[Side | None, Side | None]:
    """Who the mentor and the mentee of a form are."""
    return sides_of(form, data.organization.forms if data.organization else ())


def mentee_needs() -> tuple[ConsentKind, ...]:
    """What a mentee, or a minor's representative, signs."""
    return (ConsentKind.PD_PROCESSING, ConsentKind.PARTICIPATION)


def is_pupil_here(data: Dataset, person: str) -> bool:
    """True for a mentee, or a mentor among pupils, of a form in which that is a school's pupil."""
    as_mentee = [mentee.form for mentee in data.mentees.mentees if mentee.person == person]
    as_mentor = [mentor.form for mentor in data.mentors.mentors if mentor.person == person]
    return any(sides(data, form)[1] is Side.PUPIL for form in as_mentee) or any(
        sides(data, form)[0] is Side.PUPIL for form in as_mentor
    )


def pair_needs(
    data: Dataset, mentor: str, mentees: Iterable[str], form: AnyForm | None
) -> list[Lack]:
    """The consents that a pair needs."""
    wanted = [Lack(mentor, kind) for kind in mentor_needs(data, form)]
    return wanted + [Lack(code, kind) for code in mentees for kind in mentee_needs()]


def live_consents(data: Dataset, day: date) -> frozenset[Lack]:
    """Person and kind of every consent that holds on `day`.

    What a minor signed alone is no consent: the legal representative signs (152-ФЗ, ст. 9 ч. 6).
    """
    people = data.people
    live = (consent for consent in data.consents.consents if consent.is_live(day))
    return frozenset(
        Lack(consent.person, consent.kind)
        for consent in live
        if not signed_by_a_minor(consent, people.find(consent.person))
    )


def signed_by_a_minor(consent: Consent, person: Person | None) -> bool:
    """True for a consent that a person under eighteen gave without a representative."""
    alone = consent.signer is Signer.SELF
    return alone and person is not None and person.is_minor(consent.given_on)


def all_lacks(data: Dataset, day: date) -> list[Lack]:
    """The consents that the participants of the programme lack on `day`."""
    wanted = [
        Lack(mentor.person, kind)
        for mentor in data.mentors.mentors
        if mentor.left is None or mentor.left > day
        for kind in mentor_needs(data, mentor.form)
    ]
    wanted += [
        Lack(mentee.person, kind)
        for mentee in data.mentees.mentees
        if mentee.left is None or mentee.left > day
        for kind in mentee_needs()
    ]
    return not_given(data, wanted, day)


def naming_lacks(
    data: Dataset,
    people: Iterable[str],
    today: date,
    day: date | None = None,
    kinds: Iterable[ConsentKind] = (ConsentKind.PD_PROCESSING,),
) -> list[Lack]:
    """The consents that those lack whom a paper of `day` names, which is made today.

    A consent must hold today, and on a later day that the paper bears. The organisation's staff
    are named by virtue of their work (152-ФЗ, ст. 6 ч. 1 п. 5), as long as they are nothing else
    here.
    """
    wanted = [
        Lack(code, kind)
        for code in people
        for kind in kinds
        if not is_only_staff(data, code, today)
    ]
    lacking = not_given(data, wanted, today)
    if day is not None and day > today:
        lacking = [*lacking, *not_given(data, wanted, day)]
    return list(dict.fromkeys(lacking))


def is_only_staff(data: Dataset, code: str, today: date) -> bool:
    """False for whoever takes or took part, and for a pupil, whatever the office."""
    person = data.people.find(code)
    if person is None:
        return True
    taking_part = code in data.mentors.codes or code in data.mentees.codes
    paired = any(code in pair.people for pair in data.pairs.pairs)
    is_pupil = person.group is not None or person.is_minor(today)
    return not (taking_part or paired or is_pupil)


def not_given(data: Dataset, wanted: Iterable[Lack], day: date) -> list[Lack]:
    """Those of the wanted consents that are not live on `day`, each once."""
    given = live_consents(data, day)
    gone = data.people.forgotten
    return [lack for lack in dict.fromkeys(wanted) if lack not in given and lack.person not in gone]
