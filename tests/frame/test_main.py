"""How the program ends: an exit code for every way to fail, the same on both roads into it."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_cli import errors
from roadmap_cli.cli.bare import is_bare
from roadmap_cli.cli.frame.guard import guarded
from roadmap_cli.cli.frame.shared_options import READING, Option
from tests.conftest import Run
from tests.outcome import roadmap_file
from tests.terminal import at_terminal

TODAY = "2025-12-01"
COMMAND = [sys.executable, "-m", "roadmap_cli"]


def _nothing(_school: Path) -> None:
    """Everything is sound."""


def _no_workspace(school: Path) -> None:
    roadmap_file(school).unlink()


def _broken(school: Path) -> None:
    roadmap_file(school).write_text("{", encoding="utf-8")


def _folder(school: Path) -> None:
    roadmap_file(school).unlink()
    roadmap_file(school).mkdir()


def _no_consents(school: Path) -> None:
    (school / "data" / "consents.yaml").unlink()


def _bad_template(school: Path) -> None:
    path = school / "templates" / "order" / "rewards.md"
    path.parent.mkdir(parents=True)
    path.write_text("{{ нет }}", encoding="utf-8")


Prepare = Callable[[Path], None]


@pytest.mark.parametrize(
    ("prepare", "words", "code"),
    [
        (_nothing, [], 0),
        (_nothing, ["status"], 0),
        (_nothing, ["--help"], 0),
        (_nothing, ["--version"], 0),
        (_nothing, ["check", "--only", "deadline-missing"], 0),
        (_nothing, ["check"], 1),
        (_nothing, ["consent", "list", "--missing"], 0),
        (_no_consents, ["consent", "list", "--missing"], 1),
        (_nothing, ["show", "9.9.9"], 1),
        (_nothing, ["person", "show", "никто"], 1),
        (_nothing, ["import", "нет.xlsx"], 1),
        (_nothing, ["vault", "status"], 1),
        (_no_workspace, ["status"], 1),
        (_no_workspace, [], 1),
        (_broken, ["status"], 1),
        (_broken, ["done", "1.1.1"], 1),
        (_folder, ["status"], 1),
        (_bad_template, ["template", "check"], 1),
        (_bad_template, ["order", "rewards"], 1),
        (_no_consents, ["order", "pairs"], 1),
        (_nothing, ["export", "x.odt"], 2),
        (_nothing, ["order", "pairs", "-o", "x.pdf"], 2),
        (_nothing, ["stats"], 2),
        (_nothing, ["status", "--нет"], 2),
        (_nothing, ["show"], 2),
        (_nothing, ["status", "--as-of", "вчера"], 2),
        (_nothing, ["status", "--within", "скоро"], 2),
        (_nothing, ["init", "x"], 2),
    ],
)
def test_every_way_to_end_has_its_code(
    run: Run, school: Path, prepare: Prepare, words: list[str], code: int
) -> None:
    prepare(school)
    outcome = run(*words, today=TODAY)
    assert outcome.code == code, outcome.err
    assert ("Ошибка: " in outcome.err) is (code != 0 and not _is_answer(words))


def _is_answer(words: list[str]) -> bool:
    """True for a command whose exit code is its answer."""
    return words[:1] in (["check"], ["consent"]) or words[:2] == ["template", "check"]


@pytest.mark.parametrize(
    ("words", "code"), [([], 0), (["status"], 0), (["show", "9.9.9"], 1), (["stats"], 2)]
)
def test_the_process_ends_with_the_code(school: Path, words: list[str], code: int) -> None:
    done = subprocess.run([*COMMAND, *words], cwd=school, capture_output=True, check=False)
    assert done.returncode == code
    assert (done.stderr == b"") is (code == 0)


@pytest.mark.parametrize("words", [[], ["status"], ["status", "--all"]], ids=" ".join)
def test_the_process_fails_on_both_roads(tmp_path: Path, words: list[str]) -> None:
    done = subprocess.run([*COMMAND, *words], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == b""


def _raises(error: BaseException) -> Callable[[], int]:
    def act() -> int:
        raise error

    return act


def _tree(root: type[errors.RoadmapError]) -> list[type[errors.RoadmapError]]:
    below = [each for own in root.__subclasses__() for each in _tree(own)]
    return [root, *below]


@pytest.mark.parametrize("kind", _tree(errors.RoadmapError), ids=lambda kind: kind.__name__)
def test_an_expected_error_ends_with_its_own_code(
    kind: type[errors.RoadmapError], capsys: pytest.CaptureFixture[str]
) -> None:
    error: errors.RoadmapError
    if issubclass(kind, errors.DataInvalidError):
        error = kind("что-то не так", ())
    else:
        error = kind("что-то не так", hint="а вот как")
    code = guarded(_raises(error))
    assert code == (2 if issubclass(kind, errors.RequestInvalidError) else 1)
    said = capsys.readouterr()
    assert "Ошибка: что-то не так" in said.err
    assert ("а вот как" in said.err) is (error.hint is not None)
    assert said.out == ""


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "Ошибка: прервано"),
        (PermissionError(13, "English", "x"), 1, "«x» не читается и не пишется: нет прав"),
        (OSError(28, "English"), 1, "«файл» не читается и не пишется: на диске нет места"),
        (ZeroDivisionError("тайна"), 3, "внутренняя ошибка программы (ZeroDivisionError, "),
        (RecursionError("тайна"), 3, "внутренняя ошибка программы (RecursionError, "),
    ],
)
def test_an_unforeseen_error_ends_with_a_code_too(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(_raises(error)) == code
    shown = capsys.readouterr().err
    assert said in shown
    assert "English" not in shown
    assert "тайна" not in shown
    assert "Traceback" not in shown


def test_the_trace_of_our_own_fault_is_shown_to_whom_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ROADMAP_DEBUG", "1")
    assert guarded(_raises(ZeroDivisionError("тайна"))) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("code", [0, 1, 5])
def test_what_goes_well_keeps_its_code(code: int) -> None:
    assert guarded(lambda: code) == code


def test_the_end_of_input_at_a_question_is_an_interruption(tmp_path: Path) -> None:
    code, shown = at_terminal(["init", "x"], ["\x04"], tmp_path)
    assert code == 130
    assert "прервано" in shown
    assert not (tmp_path / "x").exists()


def test_ctrl_c_at_a_question_writes_nothing(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "init", "x"], cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "dumb", "COLUMNS": "120"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while not shown.rstrip().endswith(b":"):
        shown += os.read(ours, 1024)
    # A signal between the question and the waiting for an answer is only seen with the next one;
    # the terminal's own «^C» is no answer.
    for _ in range(20):
        process.send_signal(signal.SIGINT)
        while "прервано".encode() not in shown and select.select([ours], [], [], 1.0)[0]:
            shown += os.read(ours, 1024)
        if "прервано".encode() in shown:
            break
    assert "прервано".encode() in shown
    assert process.wait(timeout=60) == 130
    os.close(ours)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "variables", "bare"),
    [
        ([], {}, True),
        (["status"], {}, True),
        (["status", "--json"], {}, False),
        (["--json"], {}, False),
        (["stat"], {}, False),
        (["show"], {}, False),
        ([], {"ROADMAP_TODAY": ""}, False),
        (["status"], {"ROADMAP_TODAY": "2025-12-01"}, False),
        (["status"], {"ROADMAP_WORKSPACE": "x"}, False),
        ([], {"_ROADMAP_COMPLETE": "complete_bash"}, False),
        ([], {"ROADMAP_DEBUG": "1"}, True),
    ],
)
def test_which_calls_have_nothing_to_parse(
    monkeypatch: pytest.MonkeyPatch, words: list[str], variables: dict[str, str], bare: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_bare(words) is bare


@pytest.mark.parametrize("option", READING, ids=lambda option: option.__name__)
def test_a_variable_that_an_option_reads_goes_the_usual_way(
    monkeypatch: pytest.MonkeyPatch, option: Option
) -> None:
    variable = option().envvar
    if variable is not None:
        monkeypatch.setenv(str(variable), "x")
    assert is_bare([]) is (variable is None)
