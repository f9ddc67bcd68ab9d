"""How every command that makes documents answers: the files, or the documents on the screen."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.output import watched
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.storage.workspace import current_folder
from roadmap_cli.text.plurals import counted
from roadmap_cli.usecases.document_files import NewDocument
from roadmap_cli.usecases.documents import Job, MakeJobs, MakingOptions, deliver


def delivered(ctx: typer.Context, make_jobs: MakeJobs, options: MakingOptions) -> Result:
    """Make documents and tell what was made; see `usecases.documents.deliver`."""
    from roadmap_cli.render.papers.documents import made_view

    run = run_of(ctx)
    delivery = deliver(run, make_jobs, options, _watched)
    notices = (
        *delivery.notices,
        *_missing_notice(delivery.missing),
        *_by_hand(*delivery.to_write),
        *delivery.doubts,
    )
    files = [
        {"file": str(file.path), "written": file.written and not run.dry_run}
        for file in delivery.saved
    ]
    shown = [(_shown(file.path), file.written) for file in delivery.saved]
    return Result(
        view=lambda width: (
            _preview(delivery.documents, width)
            if options.preview
            else made_view(shown, dry_run=run.dry_run)
        ),
        data=lambda: {
            "documents": files,
            "missing": list(delivery.missing),
            "by_hand": dict(zip(("lines", "cells"), delivery.to_write, strict=True)),
            "doubts": list(delivery.doubts),
        },
        notices=notices,
    )


def _watched(jobs: Sequence[Job]) -> Iterable[Job]:
    return watched(jobs, "Документы")


def _preview(documents: Sequence[NewDocument], width: int) -> RenderableType:
    from roadmap_cli.documents.docx.text import docx_text
    from roadmap_cli.render.papers.sheet import paper_view

    return Group(
        *(
            paper_view(document.document.paper, width)
            if document.document.paper
            else Text(docx_text(document.document.content) or "")
            for document in documents
        )
    )


def _shown(path: Path) -> str:
    """The path from where the person stands, when that is shorter."""
    here = current_folder()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _by_hand(lines: int, cells: int) -> tuple[str, ...]:
    told = [
        counted(lines, "строка", "строки", "строк") if lines else "",
        counted(cells, "пустая ячейка", "пустые ячейки", "пустых ячеек") if cells else "",
    ]
    said = " и ".join(filter(None, told))
    return (f"Место для записи от руки по самому шаблону: {said}.",) if said else ()


def _missing_notice(missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    return (
        f"Оставлены пустые строки ({counted(len(missing), 'место', 'места', 'мест')}),"
        " впишите от руки или заполните данные:",
        *(f"  – {label}" for label in missing),
    )
