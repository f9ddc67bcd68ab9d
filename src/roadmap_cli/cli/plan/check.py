"""`roadmap check`."""

from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.completion import complete_check
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.checks.table import CHECKS, run_checks
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.problems import in_reading_order
from roadmap_cli.render.json_data import problems_json
from roadmap_cli.render.problems import check_view
from roadmap_cli.storage.vault.clone import exposed
from roadmap_cli.storage.workspace import Workspace
from roadmap_cli.text.suggest import did_you_mean


def check(
    ctx: typer.Context,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="КОД",
            help="Только эта проверка; можно повторять.",
            autocompletion=complete_check,
        ),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Перечислить проверки.", show_default=False)
    ] = False,
) -> Result:
    """Проверить файлы: ошибки записи, пробелы и противоречия плана. Файлы не меняются."""
    if listed:
        return _list()
    wanted = _known(only) if only else None
    own = settings(ctx)
    workspace = own.load()
    found = [] if wanted else list(workspace.problems)
    if "roadmap" in workspace.files and not workspace.files["roadmap"].is_broken:
        data = workspace.data().having(
            document_texts=_texts(workspace), exposed_files=exposed(workspace.root)
        )
        found += workspace.place(run_checks(data, own.today, wanted))
    problems = in_reading_order(found)
    return Result(
        view=lambda _width: check_view(problems),
        data=lambda: problems_json(problems),
        exit_code=1 if problems else 0,
    )


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


def _known(codes: list[str]) -> frozenset[str]:
    known = [each.code for each in CHECKS]
    for code in codes:
        if code not in known:
            raise UnknownNameError(
                f"проверки «{code}» нет",
                hint=did_you_mean(code, known) or "Все проверки: roadmap check --list",
            )
    return frozenset(codes)


def _list() -> Result:
    width = max(len(each.code) for each in CHECKS)
    lines: list[RenderableType] = [
        Text.assemble((each.code.ljust(width), "bold"), f"  {each.title}") for each in CHECKS
    ]
    data = [{"code": each.code, "title": each.title} for each in CHECKS]
    return Result(view=lambda _width: Group(*lines), data=lambda: {"checks": data})
