"""Who may be named where everybody can read it, and why others may not."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.consents import Lack, is_only_staff, live_consents
from roadmap_cli.domain.people.tells import Mention, Tell

_PUBLIC = ConsentKind.PD_DISTRIBUTION
# Without the processing there is nothing to distribute: who takes that back takes back both.
_KINDS = (_PUBLIC, ConsentKind.PD_PROCESSING)
_WITHDRAWN = "согласие отозвано"
_NOT_GIVEN = f"нет согласия {_PUBLIC.title}"
_NO_OFFICE = f"не указана должность и {_NOT_GIVEN}"
# A consent to be named opens no telephone; where somebody lives is nobody's business at all.
_CONTACTS = frozenset((Tell.PHONE, Tell.EMAIL))
_NEVER = frozenset((Tell.PASSPORT, Tell.ADDRESS))


class Naming:
    """Who may be named on a public page of the day `today`.

    A participant only with a live consent to the distribution of the data (152-ФЗ, ст. 10.1).
    Staff by virtue of the office, as a school must show who works there (273-ФЗ, ст. 29 ч. 2):
    somebody with an office of the programme or a position, who takes no part, leads no partner
    and represents no child. Whoever has withdrawn such a consent is not named in either way.
    """

    def __init__(self, data: Dataset, today: date) -> None:
        self._data, self._today = data, today
        self._live = live_consents(data, today)
        self._withdrawn = frozenset(_withdrawals(data, today)) - self._live
        self._offices = frozenset(offices(data))
        self._outsiders = frozenset(_outsiders(data))

    def may_name(self, code: str) -> bool:
        """True for a person whose name may be read by everybody."""
        return self.why_not(code) is None

    def may_tell(self, mention: Mention) -> bool:
        """True for words that may stand on a public page."""
        if mention.kind in _NEVER:
            return False
        if mention.kind in _CONTACTS:
            return self.may_name(mention.person) and self._is_staff(mention.person)
        return self.may_name(mention.person)

    def why_not(self, code: str) -> str | None:
        """Why the person may not be named, in Russian; None for one who may."""
        if any(Lack(code, kind) in self._withdrawn for kind in _KINDS):
            return _WITHDRAWN
        if Lack(code, _PUBLIC) in self._live or self._is_staff(code):
            return None
        return _NOT_GIVEN if self._is_known_outside(code) else _NO_OFFICE

    def _is_staff(self, code: str) -> bool:
        person = self._data.people.find(code)
        works = code in self._offices or (person is not None and bool(person.position))
        return works and not self._is_known_outside(code)

    def _is_known_outside(self, code: str) -> bool:
        return code in self._outsiders or not is_only_staff(self._data, code, self._today)


def offices(data: Dataset) -> Iterator[str]:
    """The codes of those who lead the programme, as the organisation's file names them."""
    own = data.organization
    if own is not None:
        yield from filter(None, (own.director, own.coordinator, *own.curators, own.site_editor))


def locked(data: Dataset) -> list[Person]:
    """The people whose records cannot be read here: nobody could find them in a text."""
    return [person for person in data.people.people if person.locked is not None]


def _withdrawals(data: Dataset, today: date) -> Iterator[Lack]:
    for consent in data.consents.consents:
        if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
            yield Lack(consent.person, consent.kind)


def _outsiders(data: Dataset) -> Iterator[str]:
    """Those in the data who do not work here: heads of partners, parents."""
    for partner in data.partners.partners:
        if partner.head:
            yield partner.head
    for consent in data.consents.consents:
        if consent.representative:
            yield consent.representative
