"""What quantities are counted in: the data on a day, one form of mentoring or all."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm, Side
from roadmap_cli.domain.model.files.indicators import Population, Rules
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.people.consents import sides


class Sources(NamedTuple):
    """The data, the day, and the form that counts; None for all forms."""

    data: Dataset
    day: date
    form: AnyForm | None = None

    @property
    def rules(self) -> Rules:
        """The bounds that the school has set, or the usual ones."""
        return self.data.indicators.rules or Rules()

    @property
    def population(self) -> Population:
        """The numbers that the school has given."""
        return self.data.indicators.population or Population()

    def fits(self, form: AnyForm | None) -> bool:
        """True for a record of the form that counts."""
        return self.form is None or form == self.form

    @property
    def mentors(self) -> tuple[Mentor, ...]:
        """Those who have been mentors by that day."""
        return tuple(filter(self._takes_part, self.data.mentors.mentors))

    @property
    def mentees(self) -> tuple[Mentee, ...]:
        """Those who have been mentees by that day."""
        return tuple(filter(self._takes_part, self.data.mentees.mentees))

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that were decided on, without those that another pair has replaced."""
        gone = (PairStatus.PROPOSED, PairStatus.REPLACED)
        return tuple(
            pair
            for pair in self.data.pairs.pairs
            if pair.status not in gone
            and self.fits(pair.form)
            and (pair.start is None or pair.start <= self.day)
        )

    def _takes_part(self, one: Mentor | Mentee) -> bool:
        return self.fits(one.form) and (one.joined is None or one.joined <= self.day)

    @property
    def forms(self) -> tuple[AnyForm, ...]:
        """The forms of mentoring that are used, by name."""
        everywhere = [one.form for one in self.mentors]
        everywhere += [one.form for one in self.mentees]
        everywhere += [pair.form for pair in self.pairs]
        found = {form for form in everywhere if form is not None}
        return tuple(sorted(found, key=lambda form: str(form.title)))

    def has_side(self, *, mentor: Sequence[Side] = (), mentee: Sequence[Side] = ()) -> bool:
        """True when a form is used whose mentor, and whose mentee, is one of these.

        True as well where somebody's form is not known, and where nobody takes part yet: then it
        cannot be ruled out.
        """
        people: tuple[Mentor | Mentee, ...] = (*self.mentors, *self.mentees)
        if not people or any(one.form is None for one in people):
            return True
        known = [sides(self.data, form) for form in self.forms]
        return any(
            (not mentor or one in (*mentor, None)) and (not mentee or other in (*mentee, None))
            for one, other in known
        )
