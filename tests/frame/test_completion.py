"""Tab in bash, zsh, fish and PowerShell: ids with their texts, never an error message."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "roadmap"


def _complete(workspace: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM)], cwd=workspace, capture_output=True, encoding="utf-8", check=False,
        env={"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", **variables},
    )  # fmt: skip


def _offers(workspace: Path, shell: str, *words: str) -> str:
    line = " ".join(("roadmap", *words))
    variables = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words))},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "powershell": {
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        },
    }[shell]
    done = _complete(workspace, _ROADMAP_COMPLETE=f"complete_{shell}", **variables)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_ids_are_offered(workspace: Path, shell: str) -> None:
    offered = _offers(workspace, shell, "done", "1.3.")
    for task in ("1.3.1", "1.3.2", "1.3.4"):
        assert task in offered
    assert "1.3.3" not in offered
    assert "2.1.1" not in offered
    if shell != "bash":
        assert "Проведение мониторинга" in offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["done", "1.2.1-1.2."], "1.2.1-1.2.4"),
        (["sta"], "status"),
        (["status", ""], "7"),
        (["order", "intr"], "introduction"),
        (["deadlines", "--responsible", "Вер"], "Вернигорова Л.А."),
        (["check", "--only", "deadline-m"], "deadline-missing"),
        (["schema", "pe"], "people"),
        (["form", "survey", "cura"], "curator"),
        (["docs", "pr"], "print"),
    ],
)
def test_other_words_are_offered(workspace: Path, words: list[str], offered: str) -> None:
    assert offered in _offers(workspace, "bash", *words)


def test_documents_to_print_are_offered(school: Path) -> None:
    assert "order.introduction" in _offers(school, "bash", "docs", "print", "--kind", "order.i")
    register = school / "data" / "documents.yaml"
    line = "  - kind: form.plan\n    file: documents/План.docx\n"
    register.write_text(register.read_text("utf-8") + line, "utf-8")
    assert "План.docx" in _offers(school, "bash", "docs", "print", "Пл")


def test_a_broken_file_gives_no_offers_and_no_noise(workspace: Path) -> None:
    (workspace / "data" / "roadmap.yaml").write_text("{", encoding="utf-8")
    # Without offers of its own zsh falls back to file names.
    assert _offers(workspace, "zsh", "done", "1.") == "_files\n"


def test_bash_itself_completes(workspace: Path) -> None:
    script = _complete(workspace, _ROADMAP_COMPLETE="source_bash").stdout
    done = subprocess.run(
        ["bash", "-c", f"{script}\nCOMP_WORDS=(roadmap done 1.4.); COMP_CWORD=2\n"
         "_roadmap_completion roadmap\necho \"${COMPREPLY[@]}\""],
        cwd=workspace, capture_output=True, encoding="utf-8", check=True,
        env={"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.stdout.split() == ["1.4.1", "1.4.2", "1.4.3"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_itself_completes(workspace: Path) -> None:
    script = _complete(workspace, _ROADMAP_COMPLETE="source_fish").stdout
    done = subprocess.run(
        ["fish", "-c", f"{script}\ncomplete -C 'roadmap done 1.4.'"],
        cwd=workspace, capture_output=True, encoding="utf-8", check=True,
        env={"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": str(workspace)},
    )  # fmt: skip
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["1.4.1", "1.4.2", "1.4.3"]


def test_install_says_where_in_russian(workspace: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{PROGRAM}' --install-completion; true"],
        cwd=workspace, capture_output=True, encoding="utf-8", check=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COLUMNS": "200"},
    )  # fmt: skip
    assert done.stdout.startswith("Дополнение для bash записано в ")
    assert (tmp_path / ".bash_completions" / "roadmap.sh").is_file()
