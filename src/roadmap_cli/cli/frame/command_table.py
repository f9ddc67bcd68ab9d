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
    """A command: its name, where its function lives, its panel and its words in the help.

    The target is `module:function`, `module:group`, or `module:table` of groups by name; the
    group of a registry is made of its row.
    """

    name: str
    target: str
    panel: str
    help: str
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
            yield Command(
                registry.items.command, f"{_REGISTRY}{registry.key}", PEOPLE, registry.items.help
            )


COMMANDS: tuple[Command, ...] = (
    Command(
        "status",
        "plan.status:status",
        PLAN,
        "Состояние дорожной карты: этапы, просроченные пункты и пункты с ближайшим сроком.",
    ),
    Command(
        "deadlines",
        "plan.deadlines:deadlines",
        PLAN,
        "Незакрытые пункты по порядку сроков.",
    ),
    Command(
        "show",
        "plan.show:show",
        PLAN,
        "Пункт, мероприятие или этап целиком: срок, ответственный, состояние, подтверждения.",
    ),
    Command(
        "gantt",
        "plan.gantt:gantt",
        PLAN,
        "Дорожная карта на шкале месяцев.",
    ),
    Command(
        "done",
        "plan.edits:done",
        PLAN,
        "Отметить пункты выполненными.",
        WritingCommand,
    ),
    Command(
        "start",
        "plan.edits:start",
        PLAN,
        "Отметить, что пункты в работе.",
        WritingCommand,
    ),
    Command(
        "postpone",
        "plan.edits:postpone",
        PLAN,
        "Перенести срок пунктов или мероприятий; прежний срок запоминается.",
        WritingCommand,
    ),
    Command(
        "cancel",
        "plan.edits:cancel",
        PLAN,
        "Отменить пункты: они остаются в файле, но больше не считаются.",
        WritingCommand,
    ),
    Command(
        "reopen",
        "plan.edits:reopen",
        PLAN,
        "Вернуть выполненные или отменённые пункты в план.",
        WritingCommand,
    ),
    Command(
        "assign",
        "plan.edits:assign",
        PLAN,
        "Назначить ответственного за пункты или мероприятия.",
        WritingCommand,
    ),
    Command(
        "note",
        "plan.edits:note",
        PLAN,
        "Добавить примечание.",
        WritingCommand,
    ),
    Command(
        "evidence",
        "plan.edits:evidence",
        PLAN,
        "Указать, чем подтверждается выполнение.",
        WritingCommand,
    ),
    Command(
        "check",
        "plan.check:check",
        PLAN,
        "Проверить файлы: ошибки записи, пробелы и противоречия плана. Файлы не меняются.",
    ),
    *(
        Command(family.name, "papers.documents:GROUPS", PAPERS, family.purpose)
        for family in FAMILIES
    ),
    Command(
        "docs",
        "papers.staleness:DOCS",
        PAPERS,
        "Созданные документы: что соответствует данным, что устарело; собрать их в один PDF.",
    ),
    Command(
        "template",
        "papers.templates:GROUP",
        PAPERS,
        "Шаблоны документов: посмотреть, скопировать и изменить, проверить.",
    ),
    *_registry_commands(),
    Command(
        "match",
        "matching:MATCH",
        PEOPLE,
        "Подбор пар: наилучший план для всех сразу, объяснение, решение.",
    ),
    Command(
        "forget",
        "people.forget:forget",
        PEOPLE,
        "Уничтожить персональные данные человека: показать всё, что затронуто, и составить акт.",
        WritingCommand,
    ),
    Command(
        "school",
        "pairs.school:SCHOOL",
        PEOPLE,
        "Школа наставников: график, посещение, кто окончил.",
    ),
    Command(
        "meeting",
        "pairs.meetings:MEETING",
        PEOPLE,
        "Журнал встреч пар.",
    ),
    Command(
        "survey",
        "surveys.group:SURVEY",
        PEOPLE,
        "Анкеты: взять готовую, напечатать бланк, внести ответы, увидеть итоги.",
    ),
    Command(
        "monitor",
        "surveys.monitoring:MONITOR",
        PEOPLE,
        "Мониторинг: показатели программы, цели, прошлый год и кто в них посчитан.",
    ),
    Command(
        "import",
        "files.imports:importing",
        FILES,
        "Перенести дорожную карту, список людей или ответы анкеты из файла.",
        WritingCommand,
    ),
    Command(
        "export",
        "files.exports:EXPORT",
        FILES,
        "Выгрузить таблицы, рисунки (.svg) и раздел сайта; таблицы import возьмёт обратно.",
    ),
    Command(
        "vault",
        "files.vault:VAULT",
        FILES,
        "Хранилище: персональные данные в git зашифрованы, у каждого человека свой ключ.",
    ),
    Command(
        "init",
        "files.init:init",
        FILES,
        "Создать папку с новой дорожной картой по образцу Р-145: 7 этапов, 16 мероприятий.",
        MakingCommand,
    ),
    Command(
        "schema",
        "files.schema:schema",
        FILES,
        "Схемы файлов данных: по ним VS Code подсказывает ключи. Обновляет data/schema.",
        WritingCommand,
    ),
    Command(
        "merge-data",
        "files.merging:merge_data",
        FILES,
        "Объединить файл данных по записям: нужен программе git при слиянии веток.",
        PlainCommand,
    ),
    Command(
        "docx-text",
        "papers.docx_text:docx_text",
        FILES,
        "Текст файла Word: нужен программе git, чтобы показывать изменения в документах.",
        PlainCommand,
    ),
)
BY_NAME = {command.name: command for command in COMMANDS}


def build(command: Command) -> Any:
    """The command ready to run: a function is wrapped, a group is taken as it is."""
    if command.target.startswith(_REGISTRY):
        key = command.target.removeprefix(_REGISTRY)
        more = _resolved(MORE[key]) if key in MORE else {}
        group = _resolved("registries:registry_group")(key, more)
        return group.build(command.name, command.panel, command.help)
    target = _resolved(command.target)
    if isinstance(target, Mapping):
        return target[command.name].build(command.name, command.panel, command.help)
    if not callable(target):
        return target.build(command.name, command.panel, command.help)
    return build_function(target, command.name, command.options, command.panel, command.help)


def listed(command: Command) -> TyperCommand:
    """The command as the help of the program shows it, without importing it."""
    return TyperCommand(
        name=command.name, help=command.help, rich_help_panel=command.panel, params=[]
    )


def _resolved(target: str) -> Any:
    """What `module:attribute` below `cli` is."""
    module, _, attribute = target.partition(":")
    return getattr(import_module(f"roadmap_cli.cli.{module}"), attribute)
