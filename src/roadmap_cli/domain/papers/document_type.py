"""What the catalog says of a sort of document."""

from typing import NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.files.events import EventKind
from roadmap_cli.domain.papers.layouts import Layout


class DocumentType(NamedTuple):
    """A document: its command (`roadmap GROUP KIND`) and its names.

    `file_name` is the name of the file without number and ending, `rests_on` the code of the
    document that must not be younger than this one, `made_by` the command that alone writes it,
    `event` the kind of the event that it is about.
    """

    group: str
    kind: str
    title: str
    purpose: str
    file_name: str
    layout: Layout
    rests_on: str | None = None
    made_by: str | None = None
    event: EventKind | None = None

    @property
    def consents(self) -> tuple[ConsentKind, ...]:
        """What those whom the document names must have agreed to.

        A letter to another organisation gives the data away (152-ФЗ, ст. 10.1).
        """
        outside = (ConsentKind.PD_DISTRIBUTION,) if self.layout.goes_outside else ()
        return (ConsentKind.PD_PROCESSING, *outside)

    @property
    def template(self) -> str:
        """The template's name, the same for the school's and for the built-in one."""
        return f"{self.group}/{self.kind}.md"

    @property
    def code(self) -> str:
        """How the register calls the kind."""
        return f"{self.group}.{self.kind}"
