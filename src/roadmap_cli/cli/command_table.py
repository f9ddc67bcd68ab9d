"""The table of commands: each is imported only when it is called."""

from importlib import import_module
from typing import Any, NamedTuple, cast

from typer.core import TyperCommand
from typer.main import get_command_from_info
from typer.models import CommandInfo

from roadmap_cli.cli.shared_options import (
    MakingCommand,
    PlainCommand,
    ReadingCommand,
    WritingCommand,
)

PLAN, PAPERS, PEOPLE, FILES = "План", "Документы", "Люди", "Файлы"


class Command(NamedTuple):
    """A command: its name, where its function lives, its panel in the help and its class."""

    name: str
    target: str
    panel: str
    options: type[TyperCommand] = ReadingCommand


COMMANDS: tuple[Command, ...] = (
    Command("status", "status:status", PLAN),
    Command("deadlines", "deadlines:deadlines", PLAN),
    Command("show", "show:show", PLAN),
    Command("gantt", "gantt:gantt", PLAN),
    Command("done", "edit_tasks:done", PLAN, WritingCommand),
    Command("start", "edit_tasks:start", PLAN, WritingCommand),
    Command("postpone", "edit_tasks:postpone", PLAN, WritingCommand),
    Command("cancel", "edit_tasks:cancel", PLAN, WritingCommand),
    Command("reopen", "edit_tasks:reopen", PLAN, WritingCommand),
    Command("assign", "edit_tasks:assign", PLAN, WritingCommand),
    Command("note", "edit_tasks:note", PLAN, WritingCommand),
    Command("evidence", "edit_tasks:evidence", PLAN, WritingCommand),
    Command("check", "check:check", PLAN),
    Command("order", "documents:GROUP", PAPERS),
    Command("act", "documents:GROUP", PAPERS),
    Command("letter", "documents:GROUP", PAPERS),
    Command("form", "documents:GROUP", PAPERS),
    Command("protocol", "documents:GROUP", PAPERS),
    Command("report", "documents:GROUP", PAPERS),
    Command("docs", "docs:docs", PAPERS),
    Command("template", "templates:GROUP", PAPERS),
    Command("person", "registries:PERSON", PEOPLE),
    Command("mentor", "registries:MENTOR", PEOPLE),
    Command("mentee", "registries:MENTEE", PEOPLE),
    Command("partner", "registries:PARTNER", PEOPLE),
    Command("consent", "consents:CONSENT", PEOPLE),
    Command("match", "match:MATCH", PEOPLE),
    Command("forget", "forget:forget", PEOPLE, WritingCommand),
    Command("program", "registries:PROGRAM", PEOPLE),
    Command("pair", "pairs:PAIR", PEOPLE),
    Command("plan", "plans:PLAN", PEOPLE),
    Command("school", "school:SCHOOL", PEOPLE),
    Command("meeting", "meetings:MEETING", PEOPLE),
    Command("import", "importing:importing", FILES, WritingCommand),
    Command("export", "exporting:exporting", FILES, WritingCommand),
    Command("vault", "vault:VAULT", FILES),
    Command("init", "init:init", FILES, MakingCommand),
    Command("schema", "schema:schema", FILES, WritingCommand),
    Command("docx-text", "docx_text:docx_text", FILES, PlainCommand),
)
BY_NAME = {command.name: command for command in COMMANDS}


def build(command: Command) -> Any:
    """The command ready to run: a function is wrapped, a group is taken as it is."""
    module, _, attribute = command.target.partition(":")
    target = getattr(import_module(f"roadmap_cli.cli.{module}"), attribute)
    if not callable(target):
        return target.build(command.name, command.panel)
    return build_function(target, command.name, command.panel, command.options)


def build_function(
    function: Any, name: str, panel: str | None, options: type[TyperCommand]
) -> TyperCommand:
    """A Typer command made of a plain function."""
    info = CommandInfo(
        name=name,
        callback=function,
        cls=options,
        rich_help_panel=panel,
        options_metavar="[ПАРАМЕТРЫ]",
    )
    return cast(
        TyperCommand,
        get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode="rich"),
    )
