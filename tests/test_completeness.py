"""Every row of every table has what a row needs; a new row without it fails here."""

import re

import pytest
from jsonschema import Draft7Validator

from roadmap_cli.cli.frame.command_table import COMMANDS
from roadmap_cli.domain.checks import pairs, papers, people, plan_gaps, plan_structure
from roadmap_cli.domain.checks.table import CHECKS
from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.json_schema import schema_of
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES, DocumentType
from roadmap_cli.domain.papers.families import FAMILIES
from roadmap_cli.domain.papers.sheet import ROLES
from roadmap_cli.domain.plan.urgency import Urgency
from tests.conftest import ROOT, SCHOOL, Run

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
CYRILLIC = re.compile("[А-Яа-яЁё]")


def _unique(values: list[str]) -> bool:
    return len(values) == len(set(values)) > 0


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda row: row.key)
def test_registry(registry: Registry) -> None:
    assert CYRILLIC.search(registry.title)
    assert CYRILLIC.search(registry.purpose)
    assert (SCHOOL / registry.file).is_file(), "the sample school has no such file"
    assert (ROOT / "data" / "schema" / f"{registry.key}.schema.json").is_file()
    assert f"`{registry.file}`" in REFERENCE
    Draft7Validator.check_schema(schema_of(registry))


def _records() -> list[type[Record]]:
    found: list[type[Record]] = []
    waiting = [Record]
    while waiting:
        for child in waiting.pop().__subclasses__():
            found.append(child)
            waiting.append(child)
    return found


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_every_key_is_described_in_russian(record: type[Record]) -> None:
    assert keys(record)
    for key in keys(record):
        assert CYRILLIC.search(key.title), key.name


def test_checks_are_complete() -> None:
    assert _unique([check.code for check in CHECKS])
    functions = {check.run for check in CHECKS}
    for module in (pairs, papers, people, plan_gaps, plan_structure):
        for name, value in vars(module).items():
            if callable(value) and value.__module__ == module.__name__ and name[0] != "_":
                assert value in functions, f"{name} is in no row of the table"
    for check in CHECKS:
        assert CYRILLIC.search(check.title)
        assert check.run.__doc__
        assert f"`{check.code}`" in REFERENCE


def test_checks_are_tested() -> None:
    """Each code is expected by name somewhere in the tests of checks."""
    tested = "".join(
        (ROOT / "tests" / name).read_text(encoding="utf-8")
        for name in (
            "test_checks.py",
            "test_register.py",
            "test_consents.py",
            "test_registry_commands.py",
            "test_vault.py",
            "test_forget.py",
            "test_pair_life.py",
            "test_match_commands.py",
        )
    )
    for check in CHECKS:
        assert f'"{check.code}"' in tested, check.code


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda row: f"{row.group}-{row.kind}")
def test_document_type(run: Run, kind: DocumentType) -> None:
    assert kind.group in {group.name for group in FAMILIES}
    assert CYRILLIC.search(kind.title)
    assert CYRILLIC.search(kind.purpose)
    assert (ROOT / "templates" / kind.template).is_file()
    assert f"`roadmap {kind.group} {kind.kind}`" in REFERENCE
    assert run(kind.group, kind.kind, "--preview").code == 0


def test_every_template_has_a_row() -> None:
    known = {kind.template for kind in DOCUMENT_TYPES}
    folder = ROOT / "templates"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    there = {name for name in there if not name.startswith("parts/")}
    assert there == known


def test_commands_are_complete(run: Run) -> None:
    assert _unique([command.name for command in COMMANDS])
    for command in COMMANDS:
        assert f"`roadmap {command.name}" in REFERENCE, command.name
        assert f"roadmap {command.name}" in GUIDE, f"{command.name} is not in the guide"
        assert CYRILLIC.search(run(command.name, "--help").out)


def test_words_for_every_kind_and_state() -> None:
    assert _unique([kind.title for kind in DeadlineKind])
    assert _unique([state.title for state in Urgency])
    assert _unique([role.name for role in ROLES])
    for role in ROLES:
        assert len(role.columns) == len(role.column_aligns)
        assert f"`{role.name}`" in REFERENCE
