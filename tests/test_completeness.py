"""Every row of every table has what a row needs; modules and rows are discovered, not listed."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import grimp
import pytest
from jsonschema import Draft7Validator

import roadmap_cli
from roadmap_cli.cli.frame.command_table import COMMANDS, MORE, build
from roadmap_cli.domain import checks
from roadmap_cli.domain.checks.table import CHECKS
from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.model import case_forms, files
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES
from roadmap_cli.domain.model.json_schema import schema_of
from roadmap_cli.domain.model.kinds import Many, Nested, single
from roadmap_cli.domain.model.record import Record, key_names, keys
from roadmap_cli.domain.model.registry import NAME, Registry
from roadmap_cli.domain.papers.catalog import BY_CODE, DOCUMENT_TYPES
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.families import FAMILIES
from roadmap_cli.domain.papers.sheet import ROLES
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.exporters.formats import FORMATS
from tests.conftest import ROOT, Run

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src" / "roadmap_cli"
TESTS = ROOT / "tests"
CYRILLIC = re.compile("[А-Яа-яЁё]")
MOST_SIDE_BY_SIDE = 20
LONGEST_MODULE = 400
LONGEST_CHAIN = 9


def _unique(values: list[str]) -> bool:
    return len(values) == len(set(values)) > 0


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    """The modules directly inside a package."""
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def _records() -> list[type[Record]]:
    """Every record that the modules of the data files declare."""
    return [
        value
        for module in (*_modules(files), case_forms)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record)
        and value.__module__ == module.__name__
    ]  # fmt: skip


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda row: row.key)
def test_registry(registry: Registry) -> None:
    assert CYRILLIC.search(registry.title)
    assert CYRILLIC.search(registry.purpose)
    assert (ROOT / "data" / "schema" / f"{registry.key}.schema.json").is_file()
    assert f"`{registry.file}`" in REFERENCE
    Draft7Validator.check_schema(schema_of(registry))


@pytest.mark.parametrize("registry", [r for r in REGISTRIES if r.items], ids=lambda row: row.key)
def test_the_rows_of_a_registry_name_keys_that_exist(registry: Registry) -> None:
    items, known = registry.described, set(key_names(registry.item_type))
    assert items.identity in known
    assert {*items.code_from, *items.asked} <= known
    assert set(items.columns) <= {*known, NAME}
    assert items.code_from or items.identity != "id", "a new record could get no code"
    command = next(row for row in COMMANDS if row.name == items.command)
    assert {"list", "show", "add", "set", "remove"} <= set(build(command).names())


@pytest.mark.parametrize("registry", [r for r in REGISTRIES if r.personal], ids=lambda r: r.key)
def test_what_is_required_of_a_person_survives_forgetting(registry: Registry) -> None:
    """A record without a required key could not be read; a name is replaced, not kept."""
    for key in keys(registry.record):
        inner = single(key.kind)
        assert isinstance(key.kind, Many), "personal records stand in a list"
        assert isinstance(inner, Nested)
        for own in keys(inner.record):
            assert not own.required or own.survives or own.name == "surname", own.name
        assert next(own.survives for own in keys(inner.record) if own.name == registry.personal)


def test_more_commands_are_of_registries_with_commands() -> None:
    assert all(BY_KEY[key].items is not None for key in MORE)


def test_every_record_belongs_to_a_registry() -> None:
    reached: set[type[Record]] = set()
    waiting = [registry.record for registry in REGISTRIES]
    while waiting:
        record = waiting.pop()
        reached.add(record)
        inner = (single(key.kind) for key in keys(record))
        waiting += [kind.record for kind in inner if isinstance(kind, Nested)]
    assert set(_records()) == reached


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_every_key_is_described_in_russian(record: type[Record]) -> None:
    assert keys(record)
    for key in keys(record):
        assert CYRILLIC.search(key.title), key.name


def test_checks_are_complete() -> None:
    assert _unique([check.code for check in CHECKS])
    assert _unique([check.declared for check in CHECKS])
    there = {
        f"{module.__name__.rpartition('.')[2]}:{name}"
        for module in _modules(checks)
        for name, value in vars(module).items()
        if name[0] != "_" and getattr(value, "__module__", "") == module.__name__
        and callable(value) and not isinstance(value, type)
        and not module.__name__.endswith(".table")
    }  # fmt: skip
    assert there == {check.declared for check in CHECKS}
    for check in CHECKS:
        assert CYRILLIC.search(check.title)
        assert check.run.__doc__
        assert f"`{check.code}`" in REFERENCE
        assert {*check.needs, *check.finds_in} <= set(BY_KEY)


def test_checks_are_tested() -> None:
    """Each code is expected by name somewhere in the tests."""
    tested = "".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    for check in CHECKS:
        assert f'"{check.code}"' in tested, check.code


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda row: f"{row.group}-{row.kind}")
def test_document_type(run: Run, kind: DocumentType) -> None:
    assert kind.group in {family.name for family in FAMILIES}
    assert kind.rests_on is None or kind.rests_on in BY_CODE
    assert CYRILLIC.search(kind.title)
    assert CYRILLIC.search(kind.purpose)
    assert (ROOT / "templates" / kind.template).is_file()
    assert f"`roadmap {kind.group} {kind.kind}`" in REFERENCE
    assert run(kind.group, kind.kind, "--preview").code == 0


def test_an_order_rests_on_another_paper() -> None:
    orders = [kind for kind in DOCUMENT_TYPES if kind.group == "order"]
    assert [kind.code for kind in orders if kind.rests_on is None] == []


def test_every_template_has_a_row() -> None:
    known = {kind.template for kind in DOCUMENT_TYPES}
    folder = ROOT / "templates"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    there = {name for name in there if not name.startswith("parts/")}
    assert there == known


def test_export_formats_are_told(run: Run) -> None:
    assert _unique([row.ending for row in FORMATS])
    refused = run("export", "люди.odt").err
    for row in FORMATS:
        assert row.ending in run("export", "file", "--help").out
        assert row.ending in refused


def test_commands_are_complete(run: Run) -> None:
    assert _unique([command.name for command in COMMANDS])
    of_registries = {registry.items.command for registry in REGISTRIES if registry.items}
    for command in COMMANDS:
        assert f"`roadmap {command.name}" in REFERENCE, command.name
        assert f"roadmap {command.name}" in GUIDE or command.name in of_registries, command.name
        assert CYRILLIC.search(command.help)
        assert CYRILLIC.search(run(command.name, "--help").out)
        assert f" {command.name} " in run("--help").out


def test_words_for_every_kind_and_state() -> None:
    assert _unique([kind.title for kind in DeadlineKind])
    assert _unique([state.title for state in Urgency])
    assert _unique([role.name for role in ROLES])
    for role in ROLES:
        assert len(role.columns) == len(role.column_aligns)
        assert f"`{role.name}`" in REFERENCE


def _sources() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.stat().st_size)


def _only_declares(path: Path) -> bool:
    """True for a module without a function: a table, a few types, the docstring of a package."""
    tree = ast.parse(path.read_text("utf-8"))
    return not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


@pytest.mark.parametrize("path", _sources(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_the_tests_of_a_module_are_found_from_its_path(path: Path) -> None:
    """Its own test, else that of its subject: `test_NAME.py`, or a folder NAME of tests.

    NAME is the module's name, then the names of the folders around it, the nearest first.
    """
    if _only_declares(path):
        return
    names = [path.stem.strip("_"), *reversed(path.relative_to(SOURCE).parts[:-1])]
    there = {found.stem for found in TESTS.rglob("test_*.py")}
    folders = {found.name for found in TESTS.iterdir() if found.is_dir()} - {"data", "golden"}
    assert any(f"test_{name}" in there or name in folders for name in names), names


def test_a_room_has_few_doors_and_no_module_is_long() -> None:
    for folder in {path.parent for path in _sources()}:
        doors = [found for found in folder.glob("*.py") if found.name != "__init__.py"]
        assert len(doors) <= MOST_SIDE_BY_SIDE, folder
    for path in _sources():
        lines = len(path.read_text("utf-8").splitlines())
        assert lines <= LONGEST_MODULE, f"{path}: {lines}"


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "helpers", "manager", "base", "common", "misc"}
    assert not vague & {path.stem for path in _sources()}
    assert roadmap_cli.__doc__


def test_no_chain_of_imports_in_the_domain_is_long() -> None:
    """Those for types count too; a long chain means that little can be read on its own."""
    graph = grimp.build_graph("roadmap_cli", cache_dir=None)
    inside = {name for name in graph.modules if name.startswith("roadmap_cli.domain.")}
    longest: dict[str, int] = {}

    def depth(module: str) -> int:
        if module not in longest:
            below = graph.find_modules_directly_imported_by(module) & inside
            longest[module] = 1 + max(map(depth, below), default=0)
        return longest[module]

    deep = {module: depth(module) for module in inside}
    assert max(deep.values()) <= LONGEST_CHAIN, max(deep, key=lambda module: deep[module])
