"""`docs print`: what goes into the PDF, what is said, what is refused before anything is made."""

import importlib.util
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

TODAY = "2025-12-01"
ORDER = "Приказ об утверждении наставнических пар"
needs_pypdf = pytest.mark.skipif(
    importlib.util.find_spec("pypdf") is None, reason="pypdf is not installed (pip install .[dev])"
)
needs_libreoffice = pytest.mark.skipif(
    shutil.which("libreoffice") is None, reason="LibreOffice is not installed"
)
posix = pytest.mark.skipif(os.name == "nt", reason="a program here is a script with its first line")


def _pdf() -> bytes:
    """A page of PDF."""
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    )
    made, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    tail = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 4\n0000000000 65535 f \n" + table + tail


# What stands for LibreOffice: notes how it is called, then does as its first word says.
_OFFICE = """#!{python}
import pathlib, sys, time
words = sys.argv[1:]
folder = pathlib.Path(words[words.index("--outdir") + 1])
mode = oct(folder.stat().st_mode & 0o777)
with open({log!r}, "a") as log:
    log.write("\\t".join([mode, str(folder), *words]) + "\\n")
manner = {manner!r}
if manner == "hangs":
    time.sleep(60)
if manner == "prints":
    (folder / "document.pdf").write_bytes({pdf!r})
if manner == "prints nonsense":
    (folder / "document.pdf").write_bytes(b"nonsense")
sys.exit(0 if manner == "prints" else 1)
"""
Office = Callable[[str], Path]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Puts a program in LibreOffice's place; gives the file with its calls."""
    folder, log = tmp_path / "программы", tmp_path / "вызовы.txt"
    folder.mkdir()

    def put(manner: str) -> Path:
        text = _OFFICE.format(python=sys.executable, log=str(log), manner=manner, pdf=_pdf())
        (folder / "soffice").write_text(text, "utf-8")
        (folder / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        return log

    return put


def _calls(log: Path) -> list[list[str]]:
    return [line.split("\t") for line in log.read_text().splitlines()] if log.exists() else []


@pytest.fixture
def made(run: Run, school: Path) -> Path:
    """A school with an order and two plans."""
    assert run("order", "pairs", today=TODAY).code == 0
    assert run("form", "plan", "--all", today=TODAY).code == 0
    return school


@needs_libreoffice
@needs_pypdf
def test_libreoffice_prints_them_in_the_order_of_the_register(run: Run, made: Path) -> None:
    from pypdf import PdfReader

    outcome = run("docs", "print", "план", "приказ", "-o", "все.pdf", today=TODAY)
    assert outcome.code == 0, outcome.err
    assert "Записан файл: все.pdf (3 документа)" in outcome.out
    reader = PdfReader(io.BytesIO((made / "все.pdf").read_bytes()))
    texts = [page.extract_text() for page in reader.pages]
    assert "ПРИКАЗЫВАЮ" in texts[0]
    assert "ПЛАН" in texts[-1].upper() or "ПЛАН" in texts[-2].upper()
    titles = [str(each.title) for each in reader.outline if not isinstance(each, list)]
    assert [title.split(" –")[0] for title in titles] == [
        ORDER,
        *["План индивидуального развития"] * 2,
    ]


@posix
def test_one_document_needs_no_other_library(run: Run, made: Path, office: Office) -> None:
    log = office("prints")
    outcome = run("docs", "print", "приказ", today=TODAY)
    assert outcome.code == 0, outcome.err
    printed = (made / "documents" / "Печать.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert outcome.err == ""
    ((mode, folder, *words),) = _calls(log)
    assert mode == "0o700"
    assert f"-env:UserInstallation={Path(folder).as_uri()}/profile" in words
    assert "--headless" in words
    assert "Приказ" not in " ".join(words)
    assert not Path(folder).exists()


@posix
@needs_pypdf
def test_several_are_joined(run: Run, made: Path, office: Office) -> None:
    from pypdf import PdfReader

    log = office("prints")
    outcome = run("docs", "print", "--all", "--json", today=TODAY)
    assert outcome.code == 0, outcome.err
    assert len(outcome.data["documents"]) == len(_calls(log)) == 3
    assert outcome.data["without_file"] == ["О внедрении целевой модели наставничества № 21/1"]
    assert "потому что файла у них нет: «О внедрении целевой модели" in outcome.err
    printed = (made / "documents" / "Печать.pdf").read_bytes()
    assert len(PdfReader(io.BytesIO(printed)).pages) == 3


@posix
@pytest.mark.skipif(importlib.util.find_spec("pypdf") is not None, reason="pypdf is installed")
def test_without_the_library_several_are_refused(run: Run, made: Path, office: Office) -> None:
    log = office("prints")
    outcome = run("docs", "print", "--all", today=TODAY)
    assert outcome.code == 1
    assert "roadmap-cli[print]" in outcome.err
    assert _calls(log) == []
    assert not (made / "documents" / "Печать.pdf").exists()


@posix
def test_what_has_changed_is_printed_and_told(run: Run, made: Path, office: Office) -> None:
    office("prints")
    people = made / "data" / "people.yaml"
    people.write_text(people.read_text("utf-8").replace("surname: Гринько", "surname: Гринёва"))
    outcome = run("docs", "print", "приказ", today=TODAY)
    assert outcome.code == 0
    assert f"документы напечатаны прежними: «{ORDER}»." in outcome.err
    path = made / "documents" / f"{ORDER}.docx"
    path.write_bytes(path.read_bytes() + b"\0")
    outcome = run("docs", "print", "приказ", today=TODAY)
    assert outcome.code == 0
    assert f"напечатаны с этими правками: «{ORDER}»." in outcome.err
    assert "прежними" not in outcome.err


@posix
def test_a_missing_file_is_named_before_anything_is_converted(
    run: Run, made: Path, office: Office
) -> None:
    log = office("prints")
    (made / "documents" / f"{ORDER}.docx").unlink()
    for words in (["--all"], ["приказ"]):
        outcome = run("docs", "print", *words, today=TODAY)
        assert outcome.code == 1
        assert f"нет файла: «documents/{ORDER}.docx»" in outcome.err
    assert _calls(log) == []


@posix
@pytest.mark.parametrize("manner", ["refuses", "prints nonsense"])
def test_what_libreoffice_does_not_open_is_named(
    run: Run, made: Path, office: Office, manner: str
) -> None:
    log = office(manner)
    outcome = run("docs", "print", "приказ", today=TODAY)
    assert outcome.code == 1
    assert f"«{ORDER}»: LibreOffice не открыл файл; PDF не записан" in outcome.err
    assert "защищён паролем" in outcome.err
    assert not (made / "documents" / "Печать.pdf").exists()
    assert not Path(_calls(log)[0][1]).exists()


@posix
def test_a_strangers_file_is_not_replaced(run: Run, made: Path, office: Office) -> None:
    log = office("prints")
    words = ["docs", "print", "приказ", "-o", "мой.pdf"]
    (made / "мой.pdf").write_bytes(b"%PDF of mine")
    for dry in ([], ["--dry-run"]):
        outcome = run(*words, *dry, today=TODAY)
        assert outcome.code == 1
        assert "создан он не этой командой" in outcome.err
        assert "--force" in outcome.err
    assert _calls(log) == []
    assert (made / "мой.pdf").read_bytes() == b"%PDF of mine"
    assert run(*words, "--force", today=TODAY).code == 0
    printed = (made / "мой.pdf").read_bytes()
    assert printed.startswith(b"%PDF-1.4")
    assert run(*words, today=TODAY).code == 0  # its own it may replace
    (made / "мой.pdf").write_bytes(printed + b"\n%%EOF")
    assert run(*words, today=TODAY).code == 1  # until somebody has changed it


@posix
def test_a_trial_converts_and_writes_nothing(run: Run, made: Path, office: Office) -> None:
    log = office("prints")
    outcome = run("docs", "print", "--all", "--dry-run", today=TODAY)
    assert outcome.code == 0
    assert "Пробный запуск. Был бы записан файл: " in outcome.out
    assert "(3 документа)" in outcome.out
    assert _calls(log) == []
    assert not list(made.rglob("*.pdf"))


def test_a_scan_needs_no_libreoffice(run: Run, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(made))
    (made / "documents" / f"{ORDER}.docx").write_bytes(_pdf())
    assert run("docs", "print", "приказ", today=TODAY).code == 0


def test_without_libreoffice_the_way_is_told(
    run: Run, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(made))
    outcome = run("docs", "print", "приказ", today=TODAY)
    assert outcome.code == 1
    assert "LibreOffice не найден" in outcome.err
    assert "Установите LibreOffice" in outcome.err
    assert "«Сохранить как» → PDF" in outcome.err
    assert not (made / "documents" / "Печать.pdf").exists()


@posix
def test_nothing_is_left_after_ctrl_c(made: Path, office: Office, tmp_path: Path) -> None:
    log = office("hangs")
    temporary = tmp_path / "временное"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap_cli", "docs", "print", "приказ"],
        cwd=made, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT / "src"),
             "ROADMAP_TODAY": TODAY},
    )  # fmt: skip
    for _ in range(200):
        if _calls(log):
            break
        time.sleep(0.05)
    (folder,) = temporary.iterdir()
    assert (folder / "document.docx").exists()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert list(temporary.iterdir()) == []
    assert not (made / "documents" / "Печать.pdf").exists()
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert str(folder) not in listed.stdout


def test_in_a_vault_the_copy_stays_private(run: Run, vault: Path, office: Office) -> None:
    if os.name == "nt":
        pytest.skip("a program here is a script with its first line")
    log = office("prints")
    assert run("order", "pairs", today=TODAY).code == 0
    assert run("docs", "print", "приказ", today=TODAY).code == 0
    assert _calls(log)[0][0] == "0o700"
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=vault, capture_output=True, text=True, check=True
    ).stdout
    assert "pdf" not in status  # the folder of documents stays out of git


@posix
@pytest.mark.parametrize(("count", "bar"), [(4, False), (5, True)])
@needs_pypdf
def test_many_documents_have_a_progress_bar(
    run: Run, school: Path, office: Office, count: int, bar: bool
) -> None:
    import pty

    office("prints")
    people = ["shvets", "novik", "dyuma", "ivanova", "grinko"][:count]
    assert run("form", "consent-processing", *people, today=TODAY).code == 0
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap_cli", "docs", "print", "--kind", "form"],
        cwd=school, stdin=terminal, stdout=terminal, stderr=terminal,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "ROADMAP_TODAY": TODAY,
             "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), *sys.path))},
    )  # fmt: skip
    os.close(terminal)
    shown = b""
    while True:
        try:
            chunk = os.read(controller, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(controller)
    assert process.wait() == 0, shown.decode()
    assert ("Печать " in shown.decode() and "%" in shown.decode()) is bar
