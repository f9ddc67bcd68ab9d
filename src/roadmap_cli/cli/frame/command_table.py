"""The table of commands: each is imported only when it is called."""

from importlib import import_module
from typing import Any, NamedTuple, cast

from typer.core import TyperCommand
from typer.main import get_command_from_info
from typer.models import CommandInfo

from roadmap_cli.cli.frame.shared_options import (
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
    Command("status", "plan.status:status", PLAN),
    Command("deadlines", "plan.deadlines:deadlines", PLAN),
    Command("show", "plan.show:show", PLAN),
    Command("gantt", "plan.gantt:gantt", PLAN),
    Command("done", "plan.edits:done", PLAN, WritingCommand),
    Command("start", "plan.edits:start", PLAN, WritingCommand),
    Command("postpone", "plan.edits:postpone", PLAN, WritingCommand),
    Command("cancel", "plan.edits:cancel", PLAN, WritingCommand),
    Command("reopen", "plan.edits:reopen", PLAN, WritingCommand),
    Command("assign", "plan.edits:assign", PLAN, WritingCommand),
    Command("note", "plan.edits:note", PLAN, WritingCommand),
    Command("evidence", "plan.edits:evidence", PLAN, WritingCommand),
    Command("check", "plan.check:check", PLAN),
    Command("order", "papers.documents:GROUP", PAPERS),
    Command("act", "papers.documents:GROUP", PAPERS),
    Command("letter", "papers.documents:GROUP", PAPERS),
    Command("form", "papers.documents:GROUP", PAPERS),
    Command("protocol", "papers.documents:GROUP", PAPERS),
    Command("report", "papers.documents:GROUP", PAPERS),
    Command("docs", "papers.staleness:docs", PAPERS),
    Command("template", "papers.templates:GROUP", PAPERS),
    Command("person", "registries:PERSON", PEOPLE),
    Command("mentor", "registries:MENTOR", PEOPLE),
    Command("mentee", "registries:MENTEE", PEOPLE),
    Command("partner", "registries:PARTNER", PEOPLE),
    Command("consent", "people.consents:CONSENT", PEOPLE),
    Command("match", "matching:MATCH", PEOPLE),
    Command("forget", "people.forget:forget", PEOPLE, WritingCommand),
    Command("program", "registries:PROGRAM", PEOPLE),
    Command("pair", "pairs.life:PAIR", PEOPLE),
    Command("plan", "pairs.plans:PLAN", PEOPLE),
    Command("school", "pairs.school:SCHOOL", PEOPLE),
    Command("meeting", "pairs.meetings:MEETING", PEOPLE),
    Command("import", "files.imports:importing", FILES, WritingCommand),
    Command("export", "files.exports:exporting", FILES, WritingCommand),
    Command("vault", "files.vault:VAULT", FILES),
    Command("init", "files.init:init", FILES, MakingCommand),
    Command("schema", "files.schema:schema", FILES, WritingCommand),
    Command("docx-text", "papers.docx_text:docx_text", FILES, PlainCommand),
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
