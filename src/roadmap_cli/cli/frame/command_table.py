"""The table of commands: each is imported only when it is called."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from typer.core import TyperCommand

from roadmap_cli.cli.frame.shared_options import (
    MakingCommand,
    PlainCommand,
    ReadingCommand,
    WritingCommand,
    build_function,
)
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.papers.families import FAMILIES

PLAN, PAPERS, PEOPLE, FILES = "План", "Документы", "Люди", "Файлы"


class Command(NamedTuple):
    """A command: its name, where its function lives, its panel in the help and its class.

    The target is `module:function`, `module:group`, or `module:table` of groups by name; the
    group of a registry is made of its row.
    """

    name: str
    target: str
    panel: str
    options: type[TyperCommand] = ReadingCommand


# What the group of a registry can do besides list, show, add, set and remove.
MORE: Mapping[str, str] = {
    "people": "people.cases:ROWS",
    "consents": "people.consents:ROWS",
    "pairs": "pairs.life:ROWS",
    "plans": "pairs.plans:ROWS",
}
_REGISTRY = "registry:"


def _registry_commands() -> Iterator[Command]:
    """A group of commands for each registry with records, from its row alone."""
    for registry in REGISTRIES:
        if registry.items is not None:
            yield Command(registry.items.command, f"{_REGISTRY}{registry.key}", PEOPLE)


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
    *(Command(family.name, "papers.documents:GROUPS", PAPERS) for family in FAMILIES),
    Command("docs", "papers.staleness:docs", PAPERS),
    Command("template", "papers.templates:GROUP", PAPERS),
    *_registry_commands(),
    Command("match", "matching:MATCH", PEOPLE),
    Command("forget", "people.forget:forget", PEOPLE, WritingCommand),
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
    if command.target.startswith(_REGISTRY):
        key = command.target.removeprefix(_REGISTRY)
        more = _resolved(MORE[key]) if key in MORE else {}
        group = _resolved("registries:registry_group")(key, more)
        return group.build(command.name, command.panel)
    target = _resolved(command.target)
    if isinstance(target, Mapping):
        return target[command.name].build(command.name, command.panel)
    if not callable(target):
        return target.build(command.name, command.panel)
    return build_function(target, command.name, command.panel, command.options)


def _resolved(target: str) -> Any:
    """What `module:attribute` below `cli` is."""
    module, _, attribute = target.partition(":")
    return getattr(import_module(f"roadmap_cli.cli.{module}"), attribute)
