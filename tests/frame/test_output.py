"""What reaches the terminal: no character of the data may drive it."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"
DRIVING = [*range(9), *range(11, 32), 0x7F, 0x80, 0x84, 0x85, 0x9B, 0x9F]
HARMLESS = [0x20, 0x7E, 0xA0, 0xA1, 0x430]


@pytest.mark.parametrize("code", DRIVING, ids=hex)
def test_a_control_character_of_the_data_is_not_shown(run: Run, school: Path, code: int) -> None:
    note = f'"до\\x{code:02x}после"'
    path = school / "data" / "people.yaml"
    path.write_text(
        path.read_text("utf-8") + f"  - {{id: x, surname: Х, note: {note}}}\n", encoding="utf-8"
    )
    for words in (["person", "show", "x"], ["person", "list", "--columns", "id,note"]):
        outcome = run(*words, today=TODAY, columns=200)
        assert outcome.code == 0
        assert chr(code) not in outcome.out.replace("\n", "")
        assert "до" in outcome.out
        assert "после" in outcome.out


@pytest.mark.parametrize("code", HARMLESS, ids=hex)
def test_a_character_that_drives_nothing_is_shown(run: Run, school: Path, code: int) -> None:
    path = school / "data" / "people.yaml"
    note = f'"до{chr(code)}после"'
    path.write_text(
        path.read_text("utf-8") + f"  - {{id: x, surname: Х, note: {note}}}\n", encoding="utf-8"
    )
    assert f"до{chr(code)}после" in run("person", "show", "x", today=TODAY, columns=200).out


@pytest.mark.parametrize("code", [0x1B, 0x7F, 0x9B], ids=hex)
def test_neither_is_one_in_an_error(run: Run, code: int) -> None:
    outcome = run("show", f"1{chr(code)}[31m")
    assert outcome.code != 0
    assert chr(code) not in outcome.err
    assert "\ufffd" in outcome.err


def test_one_in_json_is_escaped(run: Run, school: Path) -> None:
    assert school
    path = school / "data" / "people.yaml"
    text = path.read_text("utf-8") + '  - {id: x, surname: Х, note: "a\\x1bb"}\n'
    path.write_text(text, encoding="utf-8")
    outcome = run("person", "show", "x", "--json", today=TODAY)
    assert "\x1b" not in outcome.out
    assert outcome.data["record"]["note"] == "a\x1bb"


@pytest.mark.parametrize(
    "words", [[], ["status", "--json"], ["done", "1.1.1"], ["template", "list"]]
)
def test_a_closed_stream_is_told_and_the_command_is_done(workspace: Path, words: list[str]) -> None:
    command = shlex.join([sys.executable, "-m", "roadmap_cli", *words])
    done = subprocess.run(
        ["sh", "-c", f"{command} >&-"], cwd=workspace, capture_output=True, check=False, text=True
    )
    assert "ответ не напечатан" in done.stderr
    assert "Сама команда выполнена" in done.stderr
    assert "сбой самой программы" not in done.stderr
    assert done.returncode not in (0, 3)
    edited = "status: done" in (workspace / "data" / "roadmap.yaml").read_text("utf-8")
    assert edited is (words[:1] == ["done"])
