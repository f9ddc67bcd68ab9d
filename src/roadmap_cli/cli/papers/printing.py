"""`roadmap docs print`: chosen documents in one PDF."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer
from rich.text import Text
from typer.core import TyperArgument, TyperCommand, TyperOption

from roadmap_cli.cli.frame.completion import Offer, data_for_completion
from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.output import watched
from roadmap_cli.cli.frame.parameters import argument, flag, option
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand, build_made
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.papers.choosing import kinds_offered, offered
from roadmap_cli.exporters.pdf import Printed
from roadmap_cli.text.plurals import counted
from roadmap_cli.usecases.papers.printing import Choice, print_documents, remarks

_HELP = "Собрать документы из журнала в один PDF: переводит их LibreOffice."


def print_command(name: str) -> TyperCommand:
    """The command that prints."""
    params: list[TyperArgument | TyperOption] = [
        argument("words", "[ДОКУМЕНТ...]", "Файл, часть его имени, человек или пара.",
                 required=False, many=True, complete=_offers(offered)),
        option("kinds", "--kind", metavar="ВИД", many=True, complete=_offers(kinds_offered),
               help_text="Только этот вид (order.pairs) или все такие (order); можно повторять."),
        flag("everything", "--all", "Все документы журнала."),
        option("output", "--output", "-o", metavar="ФАЙЛ",
               help_text="Куда записать (по умолчанию — documents/Печать.pdf)."),
        flag("force", "--force", "Заменить файл, если он есть."),
    ]  # fmt: skip
    return build_made(_print, name, _HELP, params, WritingCommand)


def _print(
    ctx: typer.Context,
    *,
    words: Sequence[str] | None,
    kinds: Sequence[str] | None,
    everything: bool,
    output: str | None,
    force: bool,
) -> Result:
    run = run_of(ctx)
    choice = Choice(tuple(words or ()), tuple(kinds or ()), everything)
    done = print_documents(run, choice, Path(output) if output else None, _watched, force=force)
    count = counted(len(done.sheaf.documents), "документ", "документа", "документов")
    verb = "Пробный запуск. Был бы записан" if run.dry_run else "Записан"
    files = [
        {"file": each.document.file, "kind": each.document.kind, "state": each.state.value}
        for each in done.sheaf.documents
    ]
    return Result(
        view=lambda _width: Text(f"{verb} файл: {done.file} ({count})"),
        data=lambda: {
            "file": str(done.file),
            "documents": files,
            "without_file": list(done.sheaf.without_file),
        },
        notices=(*done.sheaf.notices, *remarks(done.sheaf), *done.notices),
    )


def _watched(parts: Sequence[Printed]) -> Iterable[Printed]:
    return watched(parts, "Печать")


def _offers(
    rows: Callable[[Dataset], list[tuple[str, str]]],
) -> Callable[[typer.Context, str], Offer]:
    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        data = data_for_completion(ctx, "documents")
        return [row for row in rows(data) if row[0].startswith(incomplete)] if data else []

    return complete
