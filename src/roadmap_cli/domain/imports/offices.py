"""Who coordinates, curates and keeps the site, as a list of people tells it."""

from collections.abc import Mapping, Sequence

from roadmap_cli.domain.imports.incoming import Incoming
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.registries.directory import Directory

_FILE = Dataset.organization.file


def office_edits(
    directory: Directory, rows: Sequence[Incoming], codes: Mapping[str, str]
) -> list[Edit]:
    """The edits of organization.yaml for the roles in a list; `codes` are people by row.

    A role that somebody holds already is not given to another: that is a decision of the
    director.
    """
    organization = directory.data.organization
    if organization is None:
        return []
    titles = {key.name: key.title.partition(":")[0].lower() for key in keys(Organization)}
    edits = []
    curators = list(organization.curators)
    for row in rows:
        code = codes.get(row.number)
        for office in row.offices if code else ():
            if office == "curators":
                if code in curators:
                    continue
                curators.append(str(code))
                value: object = tuple(curators)
            elif getattr(organization, office):
                continue
            else:
                value = code
            changes = tuple(key_changes(_FILE, organization, {office: value}))
            edits.append(Edit(str(code), f"{titles[office]}: {row.name}", changes))
    return edits
