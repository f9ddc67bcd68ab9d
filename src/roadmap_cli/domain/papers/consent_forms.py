"""Which blank asks for which consent: one for an adult, one for a minor's representative."""

from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.conditions import only_an_adult
from roadmap_cli.domain.papers.document_type import DocumentType

FORMS: dict[ConsentKind, str] = {
    ConsentKind.PD_PROCESSING: "form.consent-processing",
    ConsentKind.PD_DISTRIBUTION: "form.consent-distribution",
    ConsentKind.IMAGE: "form.consent-image",
    ConsentKind.MENTOR_DUTY: "form.consent-duty",
    ConsentKind.PARTICIPATION: "form.consent-participation",
}


def form_for(data: Dataset, kind: ConsentKind, code: str, day: date) -> DocumentType:
    """Return the blank for a person: that of a minor's representative where no adult signs."""
    own = FORMS[kind]
    minor = f"{own}-minor"
    is_minors = minor in BY_CODE and only_an_adult(data, code, day) is not None
    return BY_CODE[minor if is_minors else own]
