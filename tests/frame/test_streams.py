"""No encoding of a terminal stops the program: what it prints is folded, never refused."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_cli.cli.frame.command_table import COMMANDS, build

BARE = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "COLUMNS": "70"}
POOR = {
    "cp866": {"PYTHONIOENCODING": "cp866"},
    "cp1251": {"PYTHONIOENCODING": "cp1251"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "C": {"LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
}
WRONG = ["stats", "done", "status --as-of 1", "status --within x", "show 9.9.9 --json=1", "order x"]
# Every call in one process, as `roadmap` itself makes it.
CALLS = """
import sys
from roadmap_cli.__main__ import run
for line in sys.stdin.read().splitlines():
    sys.argv = ["roadmap", *line.split()]
    code = 0
    try:
        run()
    except SystemExit as end:
        code = end.code
    print(f"{code} {line}", file=sys.stderr)
"""


def _commands() -> list[str]:
    names: list[str] = []
    for row in COMMANDS:
        made = build(row)
        names.append(row.name)
        names += [f"{row.name} {name}" for name in (made.names() if hasattr(made, "names") else ())]
    return names


def _surroundings(**own: str) -> dict[str, str]:
    foreign = ("PYTHON", "LC_", "LANG", "ROADMAP_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
    return {**kept, **BARE, **own}


def _called(workspace: Path, lines: list[str], own: dict[str, str]) -> tuple[bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], cwd=workspace, env=_surroundings(**own),
        input="\n".join(lines).encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize("own", POOR.values(), ids=POOR)
def test_every_help_and_every_usage_error_is_printed(workspace: Path, own: dict[str, str]) -> None:
    helps = [f"{name} --help" for name in ("", *_commands())]
    out, err = _called(workspace, [*helps, *WRONG], own)
    encoding = own.get("PYTHONIOENCODING", "ascii")
    codes = [line for line in err.decode(encoding).splitlines() if line[0].isdigit()]
    assert [line for line in codes if line.endswith("--help") and not line.startswith("0")] == []
    assert [line[0] for line in codes[len(helps) :]] == ["2"] * len(WRONG)
    usage = "Вызов:" if encoding.startswith("cp") else "Vyzov:"
    assert out.decode(encoding).count(usage) == len(helps)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("cp866", 'Ошибка: нет команды "stats"'),
        ("cp1251", "Ошибка: нет команды «stats»"),
        ("ascii", 'Oshibka: net komandy "stats"'),
        ("latin-1", "Oshibka: net komandy «stats»"),
        ("C", 'Oshibka: net komandy "stats"'),
    ],
)
def test_only_what_the_terminal_lacks_is_folded(workspace: Path, own: str, told: str) -> None:
    _, err = _called(workspace, ["stats"], POOR[own])
    assert told in err.decode(POOR[own].get("PYTHONIOENCODING", "ascii"))


def test_screens_of_data_are_folded_too(workspace: Path) -> None:
    out, _ = _called(workspace, ["", "gantt", "deadlines", "show 1.1.1"], POOR["cp866"])
    text = out.decode("cp866")
    assert "№" in text
    assert '"Дорожная карта"' in text
    assert "====" in text
    assert "?" not in text


def test_a_schema_stays_json(workspace: Path) -> None:
    out, _ = _called(workspace, ["schema organization"], POOR["cp866"])
    assert "«" in json.dumps(json.loads(out), ensure_ascii=False)


def test_a_file_that_the_system_cannot_name_is_told(workspace: Path) -> None:
    words = shlex.split("form journal")
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", *words], cwd=workspace,
        env=_surroundings(LC_ALL="C"), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"PYTHONUTF8=1" in done.stderr
