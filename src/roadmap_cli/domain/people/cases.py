"""Confirming the forms that the program gave a person's name and position."""

from collections.abc import Callable

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.text.grammar import Case


def confirm_cases(person: Person) -> Edit:
    """Write what is doubtful as the person's own forms: a confirmation is an override.

    Raises WriteRefusedError where there is no form to confirm: without a gender, for a word of
    two alphabets, for forms of another name.
    """
    for doubts, remark in (
        (person.name_doubts, person.name_remark()),
        (person.position_doubts, person.position_remark()),
    ):
        if remark and any(doubt.form is None for doubt in doubts):
            raise WriteRefusedError(f"{remark.who}: {remark.message}", hint=remark.hint)
    told: dict[str, CaseForms] = {}
    if person.name_doubts:
        told["name_cases"] = _forms(person.name_in)
    if person.position_doubts:
        told["position_cases"] = _forms(person.position_in)
    said = "падежи подтверждены" if told else "сомнений в падежах нет"
    changes = key_changes(Dataset.people.file, person, told)
    return Edit(person.id, f"{person.full_name}: {said}", tuple(changes))


def _forms(form: Callable[[Case], str]) -> CaseForms:
    oblique = (case for case in Case if case is not Case.NOMINATIVE)
    return CaseForms(**{case.value: form(case) for case in oblique})
