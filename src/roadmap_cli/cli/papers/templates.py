"""`roadmap template`: the school's own templates — list, copy, check, what they may use."""

from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, run_of, settings
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.domain.papers.catalog import BY_CODE, DOCUMENT_TYPES
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.render.json_values import problems_json
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.session import ALL_FILES
from roadmap_cli.usecases.templates import (
    copy_template,
    list_templates,
    names_used,
    template_faults,
)

_SOUND = "Шаблоны в порядке."


def _kind_of(words: list[str]) -> DocumentType:
    """The document type called «order introduction» or «order.introduction»."""
    code = ".".join(words)
    if code not in BY_CODE:
        hint = did_you_mean(code, BY_CODE) or "Все виды: roadmap template list"
        raise UnknownNameError(f"вида «{' '.join(words)}» нет", hint=hint)
    return BY_CODE[code]


def _offers(incomplete: str) -> list[tuple[str, str]]:
    return [(kind.code, kind.title) for kind in DOCUMENT_TYPES if kind.code.startswith(incomplete)]


Kind = Annotated[
    list[str],
    typer.Argument(metavar="ВИД", help="order introduction", autocompletion=_offers),
]


def listing(ctx: typer.Context) -> Result:
    """Какие шаблоны есть и какие из них свои."""
    from roadmap_cli.render.papers.templates import templates_view

    rows = [
        (f"{kind.group} {kind.kind}", kind.title, is_own)
        for kind, is_own in list_templates(settings(ctx).find())
    ]
    return Result(
        view=lambda _width: templates_view(rows),
        data=lambda: {"templates": [{"kind": k, "title": t, "own": own} for k, t, own in rows]},
    )


def copy(ctx: typer.Context, kind: Kind) -> Result:
    """Скопировать встроенный шаблон в папку templates, чтобы его изменить."""
    row, run = _kind_of(kind), run_of(ctx)
    path = copy_template(run, row)
    said = f"{'Пробный запуск. Был бы записан' if run.dry_run else 'Записан'} файл: {path}"
    return Result(view=lambda _width: Text(said), data=lambda: {"file": str(path)})


def check(ctx: typer.Context) -> Result:
    """Проверить все шаблоны: запись, имена, области, циклы в таблицах Word, пустой документ."""
    problems = template_faults(open_session(ctx, *ALL_FILES))
    failed = any(problem.is_error for problem in problems)
    said = "Документы по шаблонам создаются, замечания — ниже." if problems else _SOUND
    return Result(
        view=lambda _width: Text("" if failed else said, style="green"),
        data=lambda: problems_json(problems),
        problems=problems,
        exit_code=1 if failed else 0,
    )


def variables(ctx: typer.Context, kind: Kind) -> Result:
    """Что можно подставлять в шаблон этого вида."""
    from roadmap_cli.documents.context.variables import describe_variables

    row = _kind_of(kind)
    session = open_session(ctx, *ALL_FILES)
    used = names_used(session.workspace.root, row)
    rows = describe_variables()
    lines: list[RenderableType] = []
    for name, title, attributes in rows:
        mark = "используется" if name in used else ""
        lines.append(Text.assemble((name, "bold"), f"  {title}  ", (mark, "green")))
        lines += [Text(f"    {name}.{path}".replace(".[", "["), style="dim") for path in attributes]
    return Result(
        view=lambda _width: Group(*lines),
        data=lambda: {
            "variables": [
                {"name": name, "title": title, "used": name in used, "attributes": attributes}
                for name, title, attributes in rows
            ]
        },
    )


GROUP = CommandGroup(
    {
        "list": command(listing, ReadingCommand),
        "copy": command(copy, WritingCommand),
        "check": command(check, ReadingCommand),
        "vars": command(variables, ReadingCommand),
    },
)
