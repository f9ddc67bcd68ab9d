"""A table of signed consents set against the register: what is new."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended
from roadmap_cli.domain.model.files.consents import ConsentKind, Signer
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric

_CONSENTS = Dataset.consents


class Signed(NamedTuple):
    """A consent as a table tells it; `signer_words` are those of the table."""

    row: str
    kind: ConsentKind
    given_on: date
    signer: Signer
    signer_words: str


def consent_edits(
    directory: Directory, signed: Sequence[Signed], codes: Mapping[str, str], today: date
) -> tuple[list[Edit], list[str]]:
    """The consents that are not in the register yet, and doubts; `codes` are people by row."""
    known = directory.data.consents.consents
    live = {(one.person, one.kind) for one in known if one.is_live(today)}
    taken = {one.id: one.id for one in known}
    names = directory.names("people")
    edits: list[Edit] = []
    doubts: list[str] = []
    for one in signed:
        person = codes.get(one.row)
        if person is None or (person, one.kind) in live:
            continue
        if one.given_on > today:
            doubts.append(f"строка {one.row}: дата согласия {numeric(one.given_on)} не наступила")
            continue
        live.add((person, one.kind))
        code = new_code(
            directory.data, "consents", {"person": person, "kind": one.kind.value}, taken
        )
        taken[code] = code
        told = {
            "id": code,
            "person": person,
            "kind": one.kind,
            "given_on": one.given_on,
            "signer": one.signer if one.signer is not Signer.SELF else None,
            "note": f"Подписал: {one.signer_words}" if _names_somebody(one) else None,
        }
        said = f"согласие {one.kind.title}, {numeric(one.given_on)}: {names.get(person, person)}"
        edits.append(Edit(code, said, (appended(_CONSENTS.file, ("consents",), told),)))
    return edits, doubts


def _names_somebody(one: Signed) -> bool:
    return one.signer is not Signer.SELF and len(one.signer_words.split()) > 1
