"""What is asked for when a document is made."""

from datetime import date
from typing import NamedTuple


class Request(NamedTuple):
    """What a person says when making a document; anything left out becomes a blank.

    `subject` is the code of the person, partner or pair that the document is about, `reason`
    matters only to an act of destruction, `today` only to reports.
    """

    today: date
    number: str | None = None
    day: date | None = None
    annex: str | None = None
    subject: str | None = None
    reason: str | None = None
