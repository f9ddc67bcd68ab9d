"""Names and positions, the organisation's too, whose cases a person should look at."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset

_PEOPLE, _ORGANIZATION = Dataset.people.file, Dataset.organization.file


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
    for remark in data.organization.case_remarks if data.organization else ():
        message = f"{remark.who}: {remark.message}"
        yield Finding(_ORGANIZATION, (remark.key,), message, remark.hint)
