"""The organisation and the requisites of a document, in the words of templates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from roadmap_cli.documents.context.people import (
    Declined,
    DeclinedBlank,
    PersonWords,
    person_words,
    told_forms,
)
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import Blank, date_or_blank, or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.text.grammar import Case


@dataclass(frozen=True)
class OrganizationWords:
    """The organisation and its people; both names have cases.

    `director_ground` is what the director acts by, in the genitive: the charter, or what makes
    somebody the acting director. `mentor_payment` is how much mentors are paid, and when.
    """

    full_name: Any
    short_name: Any
    founder: str
    place: str
    address: str
    inn: str
    ogrn: str
    site: str
    phone: str
    email: str
    director_ground: str
    mentor_payment: str
    director: PersonWords
    coordinator: PersonWords
    site_editor: PersonWords
    curators: tuple[PersonWords, ...]

    @property
    def team(self) -> tuple[PersonWords, ...]:
        """List the coordinator, the curators and the site's editor once each; blanks for unfilled
        posts.
        """
        named = {
            person.name: person for person in (self.coordinator, *self.curators, self.site_editor)
        }
        return tuple(person for person in named.values() if person.name) or (self.coordinator,)


@dataclass(frozen=True)
class DocumentWords:
    """The requisites of the document itself; `annex` is the number of an annex."""

    number: str
    date: "date | Blank"
    annex: str


def organization_words(data: Dataset, _request: Request) -> OrganizationWords:
    """Describe the organisation; whatever is unknown becomes a blank."""
    own = data.organization or Organization(short_name="")
    find = data.people.find
    return OrganizationWords(
        full_name=Declined(
            own.full_name_in(Case.NOMINATIVE), told_forms(own.full_name_in, own.full_name_remark)
        )
        if own.full_name or own.short_name
        else DeclinedBlank("полное название организации", 40),
        short_name=Declined(own.short_name, told_forms(own.short_name_in, own.short_name_remark))
        if own.short_name
        else DeclinedBlank("краткое название организации", 30),
        founder=own.founder or Blank("учредитель", 0),
        place=or_blank(own.place, "место издания (город)", 16),
        address=or_blank(own.address, "адрес организации", 50),
        inn=or_blank(own.inn, "ИНН организации", 14),
        ogrn=or_blank(own.ogrn, "ОГРН организации", 16),
        site=or_blank(own.site, "адрес сайта"),
        phone=or_blank(own.phone, "телефон организации", 18),
        email=or_blank(own.email, "электронная почта организации", 18),
        director_ground=_director_ground(data, own),
        mentor_payment=or_blank(
            own.mentor_payment, "размер и условия выплаты за наставничество", 40
        ),
        director=person_words(find(own.director), "руководитель"),
        coordinator=person_words(find(own.coordinator), "координатор"),
        site_editor=person_words(find(own.site_editor), "ответственный за сайт"),
        curators=tuple(person_words(find(curator), "куратор") for curator in own.curators),
    )


def _director_ground(data: Dataset, own: Organization) -> str:
    director = data.people.find(own.director)
    if director is None or not director.is_acting:
        return "устава"
    return or_blank(own.acting_ground, "на основании чего действует и. о. руководителя", 40)


def document_words(_data: Dataset, request: Request) -> DocumentWords:
    """Number, date and annex as asked for, or blanks."""
    return DocumentWords(
        number=or_blank(request.number, "номер документа", 8),
        date=date_or_blank(request.day, "дата документа"),
        annex=or_blank(request.annex, "номер приложения", 3),
    )
