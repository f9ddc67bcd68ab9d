"""People and organisations in the words of a document: names and positions in every case."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.template.blanks import Blank, or_blank
from roadmap_cli.documents.template.notes import Doubtful
from roadmap_cli.domain.model.case_forms import CaseRemark
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.text.grammar import Case, Gender


class Declined(str):
    """A text in the nominative whose other cases are its attributes: `{{ name.dative }}`.

    A form that is doubtful knows it, so that whoever makes the document is told.
    """

    __slots__ = ("_form",)
    _form: Callable[[Case], str]

    def __new__(cls, nominative: str, form: Callable[[Case], str]) -> "Declined":
        """`form` gives the text in a case."""
        made = super().__new__(cls, nominative)
        made._form = form
        return made

    @property
    def genitive(self) -> str:
        """Кого: «Ивановой Анны Петровны»."""
        return self._form(Case.GENITIVE)

    @property
    def dative(self) -> str:
        """Кому: «Ивановой Анне Петровне»."""
        return self._form(Case.DATIVE)

    @property
    def accusative(self) -> str:
        """Кого: «Иванову Анну Петровну»."""
        return self._form(Case.ACCUSATIVE)

    @property
    def instrumental(self) -> str:
        """Кем: «Ивановой Анной Петровной»."""
        return self._form(Case.INSTRUMENTAL)

    @property
    def prepositional(self) -> str:
        """О ком: «Ивановой Анне Петровне»."""
        return self._form(Case.PREPOSITIONAL)


class DeclinedBlank(Blank):
    """A blank is the same in every case."""

    __slots__ = ()

    @property
    def genitive(self) -> "DeclinedBlank":
        """The blank."""
        return self

    dative = accusative = instrumental = prepositional = genitive


@dataclass(frozen=True)
class PersonWords:
    """A person in a document.

    `name` and `position` (or the class of a child) have cases; `initials` is «Иванова А.П.»,
    `signature` «А.П. Иванова», `address_by` «Анна Петровна» (how a letter calls a person),
    `dear` «Уважаемая».
    """

    name: Any
    position: Any
    initials: Any
    signature: str
    address_by: str
    dear: str
    born: Any
    address: str
    passport: str
    phone: str
    email: str
    gender: str


def person_words(person: Person | None, role: str) -> PersonWords:
    """Describe a person, or blanks that are named after the role when nobody has it."""
    if person is None:
        return PersonWords(
            name=DeclinedBlank(f"{role}: фамилия, имя, отчество", 36),
            position=DeclinedBlank(f"{role}: должность", 22),
            initials=DeclinedBlank(f"{role}: фамилия, имя, отчество", 22),
            signature=Blank(f"{role}: фамилия, имя, отчество", 18),
            address_by=Blank(f"{role}: имя, отчество", 24),
            dear=_DEAR[None],
            born=Blank(f"{role}: дата рождения", 16),
            address=Blank(f"{role}: адрес", 50),
            passport=Blank(f"{role}: документ, удостоверяющий личность", 42),
            phone=Blank(f"{role}: телефон", 18),
            email=Blank(f"{role}: электронная почта", 18),
            gender="",
        )
    who = person.full_name
    return PersonWords(
        name=Declined(who, told_forms(person.name_in, person.name_remark)),
        position=_position(person),
        initials=Declined(
            person.with_initials(Case.NOMINATIVE),
            told_forms(person.with_initials, person.surname_remark),
        ),
        signature=person.signature_name,
        address_by=or_blank(person.given_names, f"{who}: имя, отчество", 24),
        dear=_DEAR[person.known_gender],
        born=person.born or Blank(f"{who}: дата рождения", 16),
        address=or_blank(person.address, f"{who}: адрес", 50),
        passport=or_blank(person.passport, f"{who}: документ, удостоверяющий личность", 42),
        phone=or_blank(person.phone, f"{who}: телефон", 18),
        email=or_blank(person.email, f"{who}: электронная почта", 18),
        gender=person.known_gender.value if person.known_gender else "",
    )


_DEAR: dict[Gender | None, str] = {
    Gender.MALE: "Уважаемый",
    Gender.FEMALE: "Уважаемая",
    # The ending is written in by hand.
    None: "Уважаем____",
}


def _position(person: Person) -> Any:
    """The position; of a child, who has none, the class or the group, the same in every case."""
    if not person.position and person.group:
        group = person.group
        return Declined(group, lambda _case: group)
    if not person.position:
        return DeclinedBlank(f"{person.full_name}: должность", 22)
    form = told_forms(person.position_in, person.position_remark)
    return Declined(person.position, form)


def told_forms(
    form: Callable[[Case], str], remark: Callable[[Case], CaseRemark | None]
) -> Callable[[Case], str]:
    """The forms, those that are doubtful with their remark."""

    def told(case: Case) -> str:
        found = remark(case)
        return Doubtful(form(case), str(found)) if found else form(case)

    return told
