"""What a person sees: golden screens at several widths, Russian throughout, no colour in a pipe."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_cli.cli.frame.command_table import COMMANDS, build
from tests.conftest import Run

Golden = Callable[[str, str], None]

SCREENS = [
    ("status", ["status"]),
    ("status-stage", ["status", "3"]),
    ("deadlines", ["deadlines", "--within", "30d"]),
    ("deadlines-person", ["deadlines", "--responsible", "вернигорова"]),
    ("show-task", ["show", "1.2.1"]),
    ("show-activity", ["show", "6.2"]),
    ("show-stage", ["show", "4"]),
    ("gantt", ["gantt"]),
    ("gantt-stage", ["gantt", "5"]),
    ("check", ["check"]),
    ("order-preview", ["order", "introduction", "--preview"]),
    ("roadmap-preview", ["report", "roadmap", "--annex", "3", "--preview"]),
]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(("name", "words"), SCREENS, ids=[name for name, _ in SCREENS])
def test_screen(run: Run, golden: Golden, name: str, words: list[str], columns: int) -> None:
    outcome = run(*words, columns=columns)
    assert max(map(len, outcome.out.splitlines())) <= columns or name == "check"
    golden(f"screens/{name}-{columns}.txt", outcome.out)


@pytest.mark.parametrize("columns", [24, 40, 60])
def test_a_narrow_terminal_gets_whole_lines(run: Run, columns: int) -> None:
    for words in (["status"], ["deadlines"], ["show", "1.1.1"], ["gantt"]):
        outcome = run(*words, columns=columns)
        assert outcome.code == 0
        assert max(map(len, outcome.out.splitlines())) <= columns


def test_status_with_work_done(run: Run, golden: Golden) -> None:
    run("done", "1.1", "1.2.1-1.2.3", "--on", "20.10.2023")
    run("cancel", "1.4.3", "--reason", "не наша задача")
    run("postpone", "2.1", "до 01.12.2023")
    run("start", "4.1.1")
    golden("screens/status-worked.txt", run("status", columns=100).out)
    golden("screens/status-all.txt", run("status", "--all", columns=100).out)


def test_roadmap_alone_is_roadmap_status(run: Run) -> None:
    assert run().out == run("status").out
    assert run("--json").out == run("status", "--json").out


def test_the_day_is_an_argument(run: Run) -> None:
    assert "На 1 октября 2023 г." in run("status", "--as-of", "2023-10-01").out
    assert "На 1 октября 2023 г." in run("--as-of", "01.10.2023", "status").out
    assert "На 2 октября 2023 г." in run("status", today="2023-10-02").out


def test_a_day_due_today_is_not_late(run: Run) -> None:
    assert "просрочено" not in run("status", "--as-of", "2023-10-31").out
    assert "просрочено 22" in run("status", "--as-of", "2023-11-01").out


ENGLISH = re.compile(r"[A-Za-z]{3,}")
# Names that a person types or reads as names, not as English words.
NAMES = re.compile(
    r"roadmap|--?[a-z-]+|data/\S*|[a-z]+\.(?:yaml|docx|md|pdf)|ROADMAP_\w+|NO_COLOR|VS Code"
    r"|git(?: diff| merge)?\b"
    r"|Google|PDF|pdf|LibreOffice|svg|embed\.html|--embed|JSON|SWOT|CSV|xlsx|csv|Word|Excel|\bTab\b|\bID\b|yaml|documents|templates|r145|organization|people|schema"
)


def _english(text: str, commands: list[str]) -> list[str]:
    for name in sorted(commands, key=len, reverse=True):
        text = re.sub(rf"\b{name}\b", "", text)
    return ENGLISH.findall(NAMES.sub("", text))


def _every_command() -> list[list[str]]:
    words: list[list[str]] = [[]]
    for command in COMMANDS:
        made = build(command)
        words.append([command.name])
        words += [[command.name, name] for name in (made.names() if hasattr(made, "names") else ())]
    return words


EVERY_NAME = sorted({name for words in _every_command() for name in words})


@pytest.mark.parametrize("words", _every_command(), ids=" ".join)
def test_every_help_is_russian(run: Run, words: list[str]) -> None:
    outcome = run(*words, "--help", columns=100)
    assert outcome.code == 0
    assert _english(outcome.out, EVERY_NAME) == []
    assert "Вызов:" in outcome.out


WRONG = [
    (["stats"], "нет команды «stats»", "«status»"),
    (["ыефегы"], "нет команды «ыефегы»", "«status»"),
    (["order", "introdaction"], "нет команды «introdaction»", "«introduction»"),
    (["done"], "не указан аргумент ID", "roadmap done --help"),
    (["postpone", "1.2.1"], "нужны ID... и СРОК", "--help"),
    (["status", "--asof", "2023-11-15"], "нет параметра --asof", "«--as-of»"),
    (["status", "--as-of"], "после параметра --as-of нужно значение", "--help"),
    (["status", "--as-of", "вчера"], "«вчера» — не дата", "--help"),
    (["status", "--json=1"], "параметр --json не принимает значения", "--help"),
    (["check", "лишнее"], "лишние слова: лишнее", "--help"),
    (["status", "3", "4"], "лишние слова: 4", "--help"),
]


@pytest.mark.parametrize(("words", "said", "hint"), WRONG, ids=[" ".join(w) for w, _, _ in WRONG])
def test_usage_errors_are_russian(run: Run, words: list[str], said: str, hint: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert hint in outcome.err
    typed = [*words, *(command.name for command in COMMANDS), "introduction"]
    assert _english(outcome.err, [word.strip("-") for word in typed]) == []


def _in_a_terminal(workspace: Path, words: list[str], **surroundings: str) -> str:
    """Run in a pseudo-terminal, as a person at a screen does."""
    controller, terminal = pty.openpty()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "80", **surroundings}
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap_cli", "-w", str(workspace), *words],
        stdout=terminal, stderr=terminal, stdin=terminal, env=env,
    )  # fmt: skip
    os.close(terminal)
    chunks = []
    while True:
        try:
            chunk = os.read(controller, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    process.wait()
    os.close(controller)
    return b"".join(chunks).decode()


def test_colour_in_a_terminal_only(workspace: Path, run: Run) -> None:
    words = ["status", "--as-of", "2023-11-15"]
    assert "\x1b[" in _in_a_terminal(workspace, words)
    assert "\x1b[3" not in _in_a_terminal(workspace, words, NO_COLOR="1")
    assert "\x1b" not in run("status").out


def test_a_pipe_in_another_encoding_is_not_fatal(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", "-w", str(workspace), "status"],
        capture_output=True, check=False,
        env={
            "PATH": os.environ["PATH"], "PYTHONIOENCODING": "cp866", "ROADMAP_TODAY": "2023-11-15",
        },
    )  # fmt: skip
    assert done.returncode == 0
    text = done.stdout.decode("cp866")
    assert "просрочено 22" in text
    assert "█" not in text


def _program(workspace: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "roadmap_cli", "-w", str(workspace), *words]


def test_a_closed_pipe_is_no_error(workspace: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        _program(workspace, "status", "--all"), stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_printed_is_told_apart_from_the_work(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            _program(workspace, "done", "1.1.1", "--on", "2023-10-01"),
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Ошибка: ответ не напечатан: на диске нет места", "Сама команда выполнена.",
    ]  # fmt: skip
    assert "done_on: 2023-10-01" in (workspace / "data" / "roadmap.yaml").read_text("utf-8")


def test_json_in_a_poor_encoding_loses_nothing(workspace: Path) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "ascii", "ROADMAP_TODAY": "2023-11-15"}
    done = subprocess.run(
        _program(workspace, "show", "1.1.1", "--json"), capture_output=True, check=True, env=env
    )
    assert json.loads(done.stdout)["data"]["items"][0]["text"].startswith("Изучение")


def test_our_own_fault_shows_no_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The only replaced piece: a bug has to come from somewhere."""

    def broken(*_: object) -> None:
        raise KeyError("Гринкевич Т.Ю")

    monkeypatch.setattr("roadmap_cli.cli.plan.status_answer.status_report", broken)
    outcome = run("status")
    assert outcome.code == 3
    assert "KeyError" in outcome.err
    assert "Гринкевич" not in outcome.err
