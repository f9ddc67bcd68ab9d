"""What is asked for when a document is made."""

from datetime import date
from typing import NamedTuple


class Destruction(NamedTuple):
    """What was verified of a destruction.

    `papers` are the documents that go, `key` says whether a key of the vault goes, `objects` how
    many objects of git were looked through (None: no git), `open_objects` in how many of them
    the data can still be read, `coded_objects` in how many only the former code.
    """

    papers: int = 0
    key: bool = False
    objects: int | None = None
    open_objects: int = 0
    coded_objects: int = 0


class Request(NamedTuple):
    """What a person says when making a document; anything left out becomes a blank.

    `subject` is the code of the person, partner, pair or questionnaire that the document is
    about, `people` are those of a document about several. `reason` and `destruction` matter only
    to an act of destruction, `today` only to what speaks of a day. `kind` is the document's code.
    """

    today: date
    number: str | None = None
    day: date | None = None
    annex: str | None = None
    subject: str | None = None
    reason: str | None = None
    destruction: Destruction | None = None
    kind: str = ""
    people: tuple[str, ...] = ()
