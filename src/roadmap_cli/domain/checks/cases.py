"""Names and positions whose cases a person should look at before a document prints them."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset

_PEOPLE = Dataset.people.file


def gender_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A name that is not declined, because nothing tells the gender."""
    for person in data.people.people:
        for remark in person.case_remarks:
            if remark.key == "gender":
                message = f"{remark.who}: {remark.message}"
                yield Finding(_PEOPLE, (*person.at, "surname"), message, remark.hint)


def case_doubtful(data: Dataset, _today: date) -> Iterator[Finding]:
    """A name or a position that may be declined wrongly, or is not declined at all."""
    for person in data.people.people:
        for remark in person.case_remarks:
            if remark.key != "gender":
                message = f"{remark.who}: {remark.message}"
                yield Finding(_PEOPLE, (*person.at, remark.key), message, remark.hint)
