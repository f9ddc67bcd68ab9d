"""Checking a workspace: what reading found, and what the rules find in the data."""

from roadmap_cli.domain.checks.table import run_checks
from roadmap_cli.problems import Problem, in_reading_order
from roadmap_cli.storage.vault.clone import exposed
from roadmap_cli.storage.workspace import Workspace
from roadmap_cli.usecases.session import Run, load


def check_workspace(run: Run, only: frozenset[str] | None) -> tuple[Problem, ...]:
    """The problems of all files in reading order; with `only` those of the named checks."""
    workspace = load(run.root)
    found = [] if only else list(workspace.problems)
    if "roadmap" in workspace.files and not workspace.files["roadmap"].is_broken:
        data = workspace.data().having(
            document_texts=_texts(workspace), exposed_files=exposed(workspace.root)
        )
        found += workspace.place(run_checks(data, run.today, only))
    return in_reading_order(found)


def _texts(workspace: Workspace) -> dict[str, str]:
    """The words of the registered documents that are there and are Word files."""
    loaded = workspace.files.get("documents")
    if loaded is None or loaded.is_broken or not loaded.record.documents:
        return {}
    from roadmap_cli.documents.docx.text import docx_text
    from roadmap_cli.storage.disk import bytes_of

    texts = {}
    for document in loaded.record.documents:
        raw = bytes_of(workspace.root / document.file) if document.file else None
        text = docx_text(raw) if raw is not None else None
        if text is not None:
            texts[document.file] = text
    return texts
