"""What a public page says, as values: no name is in them that may not be read by everybody."""

from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.papers.figures import Figure
from roadmap_cli.domain.publication.results import PublicResults
from roadmap_cli.domain.publication.schedule import Schedule


class PublicDocument(NamedTuple):
    """A registered document: title, «от 01.10.2025 № 21/1», and its file where it is copied.

    `source` is the path in the workspace, `name` what the copy is called without its ending.
    """

    title: str
    details: str
    name: str
    source: str | None = None
    file: str | None = None


class PublicTask(NamedTuple):
    """An item of the roadmap; the deadline is as written, the state in Russian."""

    id: str
    text: str
    deadline: str
    responsible: str
    state: str


class PublicActivity(NamedTuple):
    """An activity with its items."""

    id: str
    title: str
    tasks: tuple[PublicTask, ...]


class PublicStage(NamedTuple):
    """A stage: how many of its items are done, cancelled ones aside."""

    id: str
    title: str
    done: int
    total: int
    activities: tuple[PublicActivity, ...]


class FormCount(NamedTuple):
    """How many take part in a form of mentoring, and how many pairs and groups work."""

    form: str
    mentors: int
    mentees: int
    pairs: int


class PublicPartner(NamedTuple):
    """A partner: what is thanked for («помощь в проведении…»), the address of its site."""

    name: str
    contribution: str
    link: str | None


class PublicProgram(NamedTuple):
    """A programme of the bank."""

    title: str
    form: str
    goal: str
    content: tuple[str, ...]
    link: str | None


class Participants(NamedTuple):
    """Counts by form and in all (each person once), and those who may be named."""

    forms: tuple[FormCount, ...]
    total: FormCount
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]


class PublicPage(NamedTuple):
    """The whole of it; `leaders` are lines «координатор: Гринько О.С., методист»."""

    organization: str
    site: str | None
    title: str
    school_year: str
    today: date
    leaders: tuple[tuple[str, str], ...]
    documents: tuple[PublicDocument, ...]
    stages: tuple[PublicStage, ...]
    progress: Figure
    schedule: Schedule
    participants: Participants
    partners: tuple[PublicPartner, ...]
    programs: tuple[PublicProgram, ...]
    results: PublicResults
