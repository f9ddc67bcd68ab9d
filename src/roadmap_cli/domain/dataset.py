"""Everything a workspace holds, as one value for the rules to work on."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from roadmap_cli.domain.organization import Organization
from roadmap_cli.domain.people import People
from roadmap_cli.domain.roadmap import Roadmap


class Dataset(NamedTuple):
    """The records of the workspace by registry key; absent files are absent keys.

    `present_files` are those of the files named by evidence that exist on the disk.
    """

    records: Mapping[str, Any]
    present_files: frozenset[str] = frozenset()

    @property
    def roadmap(self) -> Roadmap:
        """The plan; every workspace has one."""
        return cast(Roadmap, self.records["roadmap"])

    @property
    def organization(self) -> Organization | None:
        """The organisation, when its file exists."""
        return cast(Organization | None, self.records.get("organization"))

    @property
    def people(self) -> People:
        """The people; none when the file does not exist."""
        return cast(People, self.records.get("people") or People())
