"""The organisation and the requisites of a document, in the words of templates."""

from dataclasses import dataclass
from datetime import date

from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import Blank, date_or_blank, or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.organization import Organization


@dataclass(frozen=True)
class OrganizationWords:
    """The organisation and its people."""

    full_name: str
    short_name: str
    founder: str
    place: str
    address: str
    inn: str
    ogrn: str
    site: str
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


@dataclass(frozen=True)
class GroundWords:
    """An order on which another rests, as the register of documents has it."""

    number: str
    date: "date | Blank"


def organization_words(data: Dataset, _request: Request) -> OrganizationWords:
    """Describe the organisation; whatever is unknown becomes a blank."""
    own = data.organization or Organization(short_name="")
    find = data.people.find
    return OrganizationWords(
        full_name=own.full_name or or_blank(own.short_name, "полное название организации", 40),
        short_name=or_blank(own.short_name, "краткое название организации", 30),
        founder=own.founder or Blank("учредитель", 0),
        place=or_blank(own.place, "место издания (город)", 16),
        address=or_blank(own.address, "адрес организации", 50),
        inn=or_blank(own.inn, "ИНН организации", 14),
        ogrn=or_blank(own.ogrn, "ОГРН организации", 16),
        site=or_blank(own.site, "адрес сайта"),
        director=person_words(find(own.director), "руководитель"),
        coordinator=person_words(find(own.coordinator), "координатор"),
        site_editor=person_words(find(own.site_editor), "ответственный за сайт"),
        curators=tuple(person_words(find(curator), "куратор") for curator in own.curators),
    )


def document_words(_data: Dataset, request: Request) -> DocumentWords:
    """Number, date and annex as asked for, or blanks."""
    return DocumentWords(
        number=or_blank(request.number, "номер документа", 8),
        date=date_or_blank(request.day, "дата документа"),
        annex=or_blank(request.annex, "номер приложения", 3),
    )


def introduction_words(data: Dataset, _request: Request) -> GroundWords:
    """The last order that introduced the programme, which approves the Положение; or blanks."""
    signed = [
        (order.number, order.date)
        for order in data.register.of_kind("order.introduction")
        if order.number
    ]
    number, day = signed[-1] if signed else (None, None)
    return GroundWords(
        number=or_blank(number, "номер приказа о внедрении", 8),
        date=date_or_blank(day, "дата приказа о внедрении"),
    )
