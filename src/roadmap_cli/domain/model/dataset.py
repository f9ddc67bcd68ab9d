"""Everything a command has loaded, as one value for the rules to work on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from roadmap_cli.domain.model.files.people import People
from roadmap_cli.domain.model.files.roadmap import Roadmap
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.model.registries import BY_KEY

if TYPE_CHECKING:
    from roadmap_cli.domain.model.files.columns import ColumnRules
    from roadmap_cli.domain.model.files.consents import Consents
    from roadmap_cli.domain.model.files.matching import Matching
    from roadmap_cli.domain.model.files.organization import Organization
    from roadmap_cli.domain.model.files.pairs import Meetings, Pairs, Plans
    from roadmap_cli.domain.model.files.participants import Mentees, Mentors
    from roadmap_cli.domain.model.files.programme import Partners, School
    from roadmap_cli.domain.model.files.register import Register


class Dataset(NamedTuple):
    """The records of the workspace by registry key; absent files are absent keys.

    `unreadable` are the keys of the files that are too broken to be used, `present_files` those
    of the files named by evidence that exist on the disk, `document_texts` the words of
    registered documents by file, for the checks. `exposed_files` are those with personal data
    that git holds unencrypted in a repository that is sent somewhere.
    """

    records: Mapping[str, Record]
    present_files: frozenset[str] = frozenset()
    document_texts: Mapping[str, str] = MappingProxyType({})
    unreadable: frozenset[str] = frozenset()
    exposed_files: tuple[str, ...] = ()

    def part(self, key: str) -> Record:
        """The record of a file, or an empty one when the file does not exist.

        Raises TypeError for a file that cannot be empty (the roadmap, the organisation).
        """
        return self.records.get(key) or BY_KEY[key].record()

    @property
    def roadmap(self) -> Roadmap:
        """The plan; every workspace has one."""
        return cast(Roadmap, self.records["roadmap"])

    @property
    def organization(self) -> "Organization | None":
        """The organisation, when its file exists."""
        return cast("Organization | None", self.records.get("organization"))

    @property
    def people(self) -> People:
        """The people."""
        return cast(People, self.records.get("people") or People())

    @property
    def mentors(self) -> "Mentors":
        """The mentors."""
        return cast("Mentors", self.part("mentors"))

    @property
    def mentees(self) -> "Mentees":
        """The mentees."""
        return cast("Mentees", self.part("mentees"))

    @property
    def partners(self) -> "Partners":
        """The partners."""
        return cast("Partners", self.part("partners"))

    @property
    def consents(self) -> "Consents":
        """The consents."""
        return cast("Consents", self.part("consents"))

    @property
    def columns(self) -> "ColumnRules":
        """What columns of the school's own tables mean."""
        return cast("ColumnRules", self.part("columns"))

    @property
    def matching(self) -> "Matching":
        """What the school says of its matching."""
        return cast("Matching", self.part("matching"))

    @property
    def school(self) -> "School":
        """The School of mentors."""
        return cast("School", self.part("school"))

    @property
    def pairs(self) -> "Pairs":
        """The pairs and groups."""
        return cast("Pairs", self.part("pairs"))

    @property
    def plans(self) -> "Plans":
        """The individual development plans."""
        return cast("Plans", self.part("plans"))

    @property
    def meetings(self) -> "Meetings":
        """The meeting journal."""
        return cast("Meetings", self.part("meetings"))

    @property
    def register(self) -> "Register":
        """The register of documents."""
        return cast("Register", self.part("documents"))
