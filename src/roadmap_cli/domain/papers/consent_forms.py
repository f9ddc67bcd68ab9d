"""Which blank asks for which consent: one for an adult, one for a minor's representative."""

from datetime import date

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.document_type import DocumentType

FORMS: dict[ConsentKind, str] = {
    ConsentKind.PD_PROCESSING: "form.consent-processing",
    ConsentKind.PD_DISTRIBUTION: "form.consent-distribution",
    ConsentKind.IMAGE: "form.consent-image",
    ConsentKind.MENTOR_DUTY: "form.consent-duty",
    ConsentKind.PARTICIPATION: "form.consent-participation",
}


def form_for(
    kind: ConsentKind, person: Person | None, day: date, *, is_pupil: bool
) -> DocumentType:
    """Return the blank for a person: that of a minor until the eighteenth birthday.

    A pupil of unknown age counts as a minor.
    """
    code = FORMS[kind]
    minor = f"{code}-minor"
    unknown = person is None or (person.born is None and person.birth_year is None)
    is_minor = is_pupil if unknown else person is not None and person.is_minor(day)
    return BY_CODE[minor if is_minor and minor in BY_CODE else code]
