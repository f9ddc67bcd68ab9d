"""Whether what proves a task is really there: a document in the register, a file on the disk."""

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.evidence import Evidence


def is_there(data: Dataset, proof: Evidence) -> bool:
    """True for a registered document, an existing file, and whatever only a person can check."""
    if proof.document:
        return any(each.number or each.date for each in data.register.of_kind(proof.document))
    return not proof.file or proof.file in data.present_files
