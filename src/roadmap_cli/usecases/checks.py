"""Checking a workspace: what reading found, and what the rules find in the data."""

from typing import NamedTuple

from roadmap_cli.domain.checks.table import not_run, run_checks
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.problems import Place, Problem, Severity, in_reading_order
from roadmap_cli.storage.vault.state import exposures
from roadmap_cli.storage.workspace import Workspace, load_workspace
from roadmap_cli.usecases.session import Run, settle


class Checked(NamedTuple):
    """The problems of all files in reading order, and what a person should know besides."""

    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


def check_workspace(run: Run, only: frozenset[str] | None) -> Checked:
    """Check what could be read of all files; with `only` run no more than the named checks.

    What could not be checked because a file is broken is a problem too.
    """
    told = settle(run.root)
    workspace = load_workspace(run.root)
    found = [] if only else list(workspace.problems)
    data = workspace.readable_data().having(
        document_texts=_texts(workspace), exposures=exposures(workspace.root)
    )
    if "roadmap" in data.records:
        found += workspace.place(run_checks(data, run.today, only))
        found += [] if only else _not_run(data)
    else:
        found.append(_unchecked(Dataset.roadmap, "все правила: без дорожной карты их не применить"))
    return Checked(in_reading_order(found), told)


def _not_run(data: Dataset) -> list[Problem]:
    return [
        _unchecked(BY_KEY[key], "; ".join(titles)) for key, titles in sorted(not_run(data).items())
    ]


def _unchecked(registry: Registry, what: str) -> Problem:
    return Problem(
        "not-checked",
        f"не проверено, пока в этом файле есть ошибки: {what[:1].lower()}{what[1:]}",
        Place(registry.file),
        "Исправьте их и повторите: roadmap check",
        Severity.WARNING,
    )


def _texts(workspace: Workspace) -> dict[str, str]:
    """The words of the registered documents that are there and are Word files."""
    loaded = workspace.files.get("documents")
    if loaded is None or loaded.record is None or not loaded.record.documents:
        return {}
    from roadmap_cli.documents.docx.text import docx_text
    from roadmap_cli.storage.disk import bytes_of

    texts = {}
    for document in loaded.record.documents:
        try:
            raw = bytes_of(workspace.root / document.file) if document.file else None
        except OSError:
            continue
        text = docx_text(raw) if raw is not None else None
        if text is not None:
            texts[document.file] = text
    return texts
