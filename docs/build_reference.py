"""Write `docs/reference.md` from the code: `python docs/build_reference.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from roadmap_cli.cli.frame.command_table import COMMANDS, build
from roadmap_cli.cli.frame.russian_help import OPTION_HELP
from roadmap_cli.cli.main import app
from roadmap_cli.domain.checks.table import CHECKS
from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.kinds import Choice, Kind, Many, Nested
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.sheet import ROLES
from roadmap_cli.problems import Severity
from roadmap_cli.text.dates import span
from roadmap_cli.usecases.leak_rules import LEAK_RULES

TARGET = Path(__file__).with_name("reference.md")
NOTATIONS = (
    "15.10.2023", "15 октября", "Октябрь 2023", "Сентябрь/октябрь 2023", "20 декабря – 14 января",
    "Ноябрь 2023 – Апрель 2024г.", "сентябрь, декабрь, май", "до 15.09.2023",
    "в срок не позднее 1 октября", "до конца учебного года", "с 1 июня", "I квартал 2024 г.",
    "II полугодие", "2023/2024 уч.г.", "в течение учебного года", "на 2021–2024 гг.", "2023 год",
    "конец мая 2024", "19 неделя", "1 четверть", "ежемесячно до 5 числа", "1 раз в квартал",
    "каждый понедельник", "2 раза в год (сентябрь, май)", "постоянно", "по мере необходимости",
    "в течение 10 дней после издания приказа", "по отдельному графику", "", "как получится",
)  # fmt: skip


def reference() -> str:
    """The whole page."""
    parts = [
        "# Справочник",
        "Эта страница составлена из кода программы (`python docs/build_reference.py`).",
        *_commands(),
        *_files(),
        *_notations(),
        *_checks(),
        *_documents(),
        *_exit_codes(),
    ]
    return "\n\n".join(parts) + "\n"


def _commands() -> Iterator[str]:
    yield "## Команды"
    root = typer.main.get_command(app)
    yield "Общие параметры можно писать и до имени команды, и после."
    yield _params(root)
    for command in COMMANDS:
        made: Any = build(command)
        if hasattr(made, "names"):
            for name in made.names():
                yield from _command(f"roadmap {command.name} {name}", made.make(name))
        else:
            yield from _command(f"roadmap {command.name}", made)


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = " ".join(
        param.human_readable_name for param in command.params if param.param_type_name == "argument"
    )
    yield f"### `{' '.join((name, arguments)).strip()}`"
    yield command.help.strip()
    yield _params(command)


def _params(command: Any) -> str:
    rows = []
    for param in command.params:
        names = ", ".join(f"`{name}`" for name in param.opts)
        if param.param_type_name == "argument":
            names = f"`{param.human_readable_name}`"
        rows.append((names, OPTION_HELP.get(param.opts[0]) or param.help or ""))
    return _table(("Параметр", "Что значит"), rows)


def _files() -> Iterator[str]:
    yield "## Файлы"
    for registry in REGISTRIES:
        yield f"### `{registry.file}`"
        yield f"{registry.title}. {registry.purpose}"
        yield from _record(registry.record, set())


def _record(record: type[Record], told: set[type]) -> Iterator[str]:
    told.add(record)
    rows = [
        (f"`{key.name}`", _kind(key.kind), "да" if key.required else "", key.title)
        for key in keys(record)
    ]
    yield _table(("Ключ", "Значение", "Обязателен", "Что это"), rows)
    for key in keys(record):
        inner = key.kind.item if isinstance(key.kind, Many) else key.kind
        if isinstance(inner, Nested) and inner.record not in told:
            yield f"Запись в `{key.name}`:"
            yield from _record(inner.record, told)


def _kind(kind: Kind) -> str:
    if isinstance(kind, Many):
        return f"список: {_kind(kind.item)}"
    if isinstance(kind, Choice):
        return ", ".join(f"`{option.value}` ({option.title})" for option in kind.options)
    return kind.title


def _notations() -> Iterator[str]:
    yield "## Сроки"
    yield (
        "Срок хранится так, как написан. Так он распознаётся в плане на 2023/2024 учебный год;"
        " месяц без года получает его от учебного года. Что не распознано, остаётся текстом."
    )
    rows = []
    for notation in NOTATIONS:
        read = parse_deadline(notation, SchoolYear(2023))
        rows.append((notation or "(пусто)", read.kind.title, span(read.start, read.end)))
    shown = {parse_deadline(notation, SchoolYear(2023)).kind for notation in NOTATIONS}
    left_out = {kind.value for kind in DeadlineKind} - {kind.value for kind in shown}
    assert left_out <= {"schoolyears"}, left_out
    yield _table(("Запись", "Распознано как", "Дни"), rows)


def _checks() -> Iterator[str]:
    yield "## Проверки"
    yield "Их выполняет `roadmap check`; одну — `roadmap check --only КОД`."
    weights = {Severity.ERROR: "ошибка", Severity.WARNING: "замечание"}
    rows = [(f"`{check.code}`", check.title, weights[check.severity]) for check in CHECKS]
    yield _table(("Код", "Что найдено", "Вес"), rows)
    yield (
        "То, что уходит в git, проверяет `roadmap check --staged`; в копии с хранилищем git"
        " вызывает его перед каждым коммитом, а перед отправкой проверяет коммиты. Без хранилища"
        " применяются правила, отмеченные звёздочкой."
    )
    rows = [
        (f"`{rule.code}`{'*' if rule.without_vault else ''}", rule.title, weights[rule.severity])
        for rule in LEAK_RULES
    ]
    yield _table(("Код", "Что найдено", "Вес"), rows)


def _documents() -> Iterator[str]:
    yield "## Документы"
    rows = [
        (f"`roadmap {each.group} {each.kind}`", each.title, f"`templates/{each.template}`")
        for each in DOCUMENT_TYPES
    ]
    yield _table(("Команда", "Документ", "Шаблон"), rows)
    yield (
        "Шаблон — текст Markdown с подстановками Jinja. Файл с тем же именем в папке `templates`"
        " вашей дорожной карты заменяет встроенный. Области шаблона `::: имя … :::`:"
    )
    rows = [(f"`{role.name}`", role.title) for role in ROLES]
    rows += [
        ("`sheet`", "новый лист; `sheet landscape` — альбомный"),
        ("`contents`", "оглавление: заголовки `##` и `###`"),
        ("`figure`", "рисунок: внутри одна подстановка, например `{{ fulfilment.figure }}`"),
        ("`table widths=1,3`", "ширины столбцов таблицы внутри; ячейка `^^` продолжает верхнюю"),
        ("`table roomy`", "поля над и под словами каждой ячейки: таблицу заполняют от руки"),
        ("`table kept`", "первые и последние строки таблицы не остаются на странице поодиночке"),
    ]
    yield _table(("Область", "Что в ней"), rows)


def _exit_codes() -> Iterator[str]:
    yield "## Коды завершения"
    yield _table(
        ("Код", "Когда"),
        [
            ("0", "всё хорошо"),
            ("1", "ожидаемая ошибка или найдены замечания"),
            ("2", "команда написана неверно"),
            ("3", "внутренняя ошибка программы"),
            ("130", "прервано (Ctrl-C)"),
        ],
    )


def _table(head: tuple[str, ...], rows: list[Any]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines
    )


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
