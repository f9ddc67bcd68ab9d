"""What a template may use: the data of the workspace in the words of a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from roadmap_cli.documents.blanks import Blank, date_or_blank, or_blank
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.organization import Organization
from roadmap_cli.domain.people import Person
from roadmap_cli.domain.plan import PlannedTask, planned_tasks


@dataclass(frozen=True)
class Request:
    """What a person says when making a document; anything left out becomes a blank."""

    number: str | None = None
    day: date | None = None
    annex: str | None = None


@dataclass(frozen=True)
class PersonWords:
    """A person in a document: full name, name for a signature, position."""

    full_name: str
    signature: str
    position: str


@dataclass(frozen=True)
class OrganizationWords:
    """The organisation in a document."""

    full_name: str
    short_name: str
    founder: str
    place: str
    site: str
    director: PersonWords
    coordinator: PersonWords
    site_editor: PersonWords
    curators: tuple[PersonWords, ...]

    @property
    def team(self) -> tuple[PersonWords, ...]:
        """Everybody named above except the director, each once; blanks when nobody is known."""
        named = dict.fromkeys((self.coordinator, *self.curators, self.site_editor))
        known = tuple(person for person in named if person.full_name)
        return known or (self.coordinator,)


@dataclass(frozen=True)
class DocumentWords:
    """The requisites of the document itself; `annex` is the number of an annex."""

    number: str
    date: "date | Blank"
    annex: str


@dataclass(frozen=True)
class Row:
    """A row of the roadmap's table: tasks with one deadline and one responsible.

    `opens_stage` and `opens_activity` tell whether the stage's and the activity's cells begin
    in this row or continue from the one above.
    """

    stage_number: str
    stage: str
    activity: str
    tasks: tuple[str, ...]
    deadline: str
    responsible: str
    opens_stage: bool
    opens_activity: bool


@dataclass(frozen=True)
class RoadmapWords:
    """The roadmap in a document."""

    title: str
    school_year: str
    rows: tuple[Row, ...]


def build_context(data: Dataset, request: Request) -> dict[str, Any]:
    """The variables of a template: `organization`, `document`, `roadmap`."""
    return {
        "organization": _organization(data),
        "document": DocumentWords(
            number=or_blank(request.number, "номер документа", 8),
            date=date_or_blank(request.day, "дата документа"),
            annex=or_blank(request.annex, "номер приложения", 3),
        ),
        "roadmap": RoadmapWords(
            title=data.roadmap.title.replace("_", " "),
            school_year=str(data.roadmap.school_year),
            rows=tuple(_rows(data)),
        ),
    }


def _organization(data: Dataset) -> OrganizationWords:
    own = data.organization or Organization(short_name="")
    find = data.people.find
    return OrganizationWords(
        full_name=own.full_name or or_blank(own.short_name, "полное название организации", 40),
        short_name=or_blank(own.short_name, "краткое название организации", 30),
        founder=own.founder or Blank("учредитель", 0),
        place=or_blank(own.place, "место издания (город)", 16),
        site=or_blank(own.site, "адрес сайта"),
        director=_person(find(own.director), "руководитель"),
        coordinator=_person(find(own.coordinator), "координатор"),
        site_editor=_person(find(own.site_editor), "ответственный за сайт"),
        curators=tuple(_person(find(curator), "куратор") for curator in own.curators),
    )


def _person(person: Person | None, role: str) -> PersonWords:
    if person is None:
        return PersonWords(
            full_name=Blank(f"{role}: фамилия, имя, отчество", 36),
            signature=Blank(f"{role}: фамилия, имя, отчество", 18),
            position=Blank(f"{role}: должность", 22),
        )
    return PersonWords(
        full_name=person.full_name,
        signature=person.signature_name,
        position=or_blank(person.position, f"{person.full_name}: должность", 22),
    )


def _rows(data: Dataset) -> Iterator[Row]:
    """Group the tasks as the source's table does: a row for what shares its cells."""

    def shared(planned: PlannedTask) -> tuple[str, str, str | None]:
        return planned.activity.id, planned.deadline.text, planned.responsible

    stage = activity = ""
    for _, group in groupby(planned_tasks(data.roadmap, data.people), shared):
        tasks = tuple(group)
        first = tasks[0]
        yield Row(
            stage_number=f"{first.stage.id}.",
            stage=first.stage.title,
            activity=first.activity.title,
            tasks=tuple(f"{each.id.rpartition('.')[2]}. {each.task.text}" for each in tasks),
            deadline=first.deadline.text,
            responsible=first.responsible or "",
            opens_stage=first.stage.id != stage,
            opens_activity=first.activity.id != activity,
        )
        stage, activity = first.stage.id, first.activity.id
