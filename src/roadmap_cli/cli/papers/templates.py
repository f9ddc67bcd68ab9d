"""`roadmap template`: the school's own templates — list, copy, check, what they may use."""

from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, open_session, settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import GroupRow, plain
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.domain.papers.catalog import BY_CODE, DOCUMENT_TYPES, DocumentType
from roadmap_cli.errors import RequestInvalidError, TemplateInvalidError, UnknownNameError
from roadmap_cli.problems import Problem
from roadmap_cli.storage.disk import bytes_of, replace_file
from roadmap_cli.storage.templates import find_template, find_word_template
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.documents import ALL_FILES, templates_of

_BUILT_IN = "встроенный "


def _kind_of(words: list[str]) -> DocumentType:
    """The document type called «order introduction» or «order.introduction»."""
    code = ".".join(words)
    if code not in BY_CODE:
        hint = did_you_mean(code, BY_CODE) or "Все виды: roadmap template list"
        raise UnknownNameError(f"вида «{' '.join(words)}» нет", hint=hint)
    return BY_CODE[code]


def _offers(incomplete: str) -> list[tuple[str, str]]:
    return [(each.code, each.title) for each in DOCUMENT_TYPES if each.code.startswith(incomplete)]


Kind = Annotated[
    list[str],
    typer.Argument(metavar="ВИД", help="order introduction", autocompletion=_offers),
]


def listing(ctx: typer.Context) -> Result:
    """Какие шаблоны есть и какие из них свои."""
    from roadmap_cli.render.papers.templates import templates_view

    root = settings(ctx).find()
    rows = []
    for kind in DOCUMENT_TYPES:
        found = find_template(root, kind.template)
        word = find_word_template(root, f"{kind.group}/{kind.kind}.docx")
        own = word is not None or not (found and found[1].startswith(_BUILT_IN))
        rows.append((f"{kind.group} {kind.kind}", kind.title, own))
    return Result(
        view=lambda _width: templates_view(rows),
        data=lambda: {"templates": [{"kind": k, "title": t, "own": own} for k, t, own in rows]},
    )


def copy(ctx: typer.Context, kind: Kind) -> Result:
    """Скопировать встроенный шаблон в папку templates, чтобы его изменить."""
    row = _kind_of(kind)
    own = settings(ctx)
    root = own.find()
    found = find_template(None, row.template)
    assert found is not None
    path = root / "templates" / row.template
    if bytes_of(path) is not None:
        raise RequestInvalidError(
            f"свой шаблон уже есть: {path}", hint="Удалите его, чтобы начать со встроенного."
        )
    if not own.dry_run:
        replace_file(path, found[0].encode(), None)
    said = f"{'Был бы записан' if own.dry_run else 'Записано'}: {path}"
    return Result(view=lambda _width: Text(said), data=lambda: {"file": str(path)})


def check(ctx: typer.Context) -> Result:
    """Проверить все шаблоны: запись, неизвестные имена, области."""
    session = open_session(ctx, *ALL_FILES)
    templates = templates_of(session.workspace.root)
    problems = [problem for kind in DOCUMENT_TYPES for problem in _faults(session, kind, templates)]
    unique = tuple(dict.fromkeys(problems))
    said = "Шаблоны в порядке." if not unique else ""
    return Result(
        view=lambda _width: Text(said, style="green"),
        data=lambda: _problem_data(unique),
        problems=unique,
        exit_code=1 if unique else 0,
    )


def _problem_data(problems: tuple[Problem, ...]) -> dict[str, Any]:
    from roadmap_cli.render.json_data import problems_json

    return problems_json(problems)


def _faults(session: Session, kind: DocumentType, templates: Any) -> tuple[Problem, ...]:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import make_document

    try:
        make_document(kind, session.data, Request(session.today), templates, "")
    except TemplateInvalidError as error:
        return error.problems
    return ()


def variables(ctx: typer.Context, kind: Kind) -> Result:
    """Что можно подставлять в шаблон этого вида."""
    from roadmap_cli.documents.context.variables import described

    row = _kind_of(kind)
    session = open_session(ctx, *ALL_FILES)
    used = templates_of(session.workspace.root).filler.names(row.template)
    rows = described()
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


GROUP = GroupRow(
    "Шаблоны документов: посмотреть, скопировать и изменить, проверить.",
    {
        "list": plain(listing, ReadingCommand),
        "copy": plain(copy, WritingCommand),
        "check": plain(check, ReadingCommand),
        "vars": plain(variables, ReadingCommand),
    },
)
