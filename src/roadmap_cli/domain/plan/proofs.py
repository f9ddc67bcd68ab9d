"""Whether what proves a task is really there: a document, a file on the disk, records."""

from collections.abc import Mapping
from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.files.roadmap import Roadmap, Task, tasks


def is_there(data: Dataset, proof: Evidence, day: date) -> bool:
    """True for a registered document, an existing file, records that are whole on `day`, and
    whatever only a person can check."""
    if proof.survey and proof.survey not in data.surveys:
        return False
    if proof.counted:
        from roadmap_cli.domain.plan.record_counts import count_proof

        return count_proof(data, proof, day).is_whole
    if proof.document:
        return any(
            document.number or document.date for document in data.register.of_kind(proof.document)
        )
    return not proof.file or proof.file in data.present_files


def can_tell(data: Dataset, proof: Evidence) -> bool:
    """False while a data file that the proof rests on cannot be read."""
    return data.unreadable.isdisjoint(proof.files)


def speaks_for_itself(proof: Evidence) -> bool:
    """True for a proof whose presence alone says that the task is done."""
    return bool(proof.document or proof.counted)


def own_proofs(data: Dataset, task: Task) -> tuple[Evidence, ...]:
    """The proofs of a task that speak for themselves, as far as their files can be read."""
    return tuple(
        proof for proof in task.evidence if speaks_for_itself(proof) and can_tell(data, proof)
    )


def files_of_proofs(roadmap: Roadmap) -> tuple[str, ...]:
    """The keys of the files in which the records and responses stand that prove some task."""
    proofs = (proof for task in tasks(roadmap) for proof in task.evidence if proof.counted)
    return tuple(dict.fromkeys(file for proof in proofs for file in proof.files))


def proof_words(
    data: Dataset, proof: Evidence, day: date, titles: Mapping[str, str] | None = None
) -> str:
    """A proof in one line: a document with what the register says, a file with its absence.

    `titles` are the names of kinds of documents by their codes; the code stands for the others.
    """
    if not can_tell(data, proof):
        return f"{proof.shown}: не видно, файл не читается"
    if proof.document:
        from roadmap_cli.domain.model.files.register import document_words

        return document_words(data.register, proof.document, (titles or {}).get(proof.document))
    if proof.counted:
        from roadmap_cli.domain.plan.record_counts import count_proof

        survey = data.surveys.get(proof.survey or "")
        shown = f"ответы на анкету «{survey.title}»" if survey else proof.shown
        return f"{shown}: {count_proof(data, proof, day).words}"
    if not is_there(data, proof, day):
        return f"{proof.file} (файла нет)"
    return proof.shown
