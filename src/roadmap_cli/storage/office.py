"""LibreOffice as the program needs it: Word files to PDF, in a private folder that goes."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from roadmap_cli.errors import PrintingFailedError

Convert = Callable[[bytes], bytes]

_PROGRAMS = ("soffice", "libreoffice")
# Where installers put it without naming it in PATH.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# For one document; the first one also waits for LibreOffice to make its profile.
_SECONDS = 120.0
_ABSENT = (
    "Установите LibreOffice (libreoffice.org; в Linux — пакет libreoffice-writer) и повторите."
    " Без него: откройте документ в Word и выберите «Сохранить как» → PDF."
)


def find_office() -> str:
    """The program to call. Raises PrintingFailedError when LibreOffice is not installed."""
    found = (shutil.which(name) for name in (*_PROGRAMS, *_PLACES))
    program = next((each for each in found if each), None)
    if program is None:
        raise PrintingFailedError(
            "LibreOffice не найден, а в PDF документы переводит он", hint=_ABSENT
        )
    return program


@contextlib.contextmanager
def office(seconds: float = _SECONDS) -> Iterator[Convert]:
    """A function from a Word file to its PDF, which raises PrintingFailedError.

    LibreOffice gets a profile of its own, so that it neither meets the windows that a person has
    open nor changes their settings. The folder is readable for its owner only; documents are
    removed from it after each one, also when the person breaks off.
    """
    program = find_office()
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        yield lambda raw: _converted(program, Path(folder), raw, seconds)


def _converted(program: str, folder: Path, raw: bytes, seconds: float) -> bytes:
    # The names of people stand in the names of files, and anybody may list running programs.
    source, result = folder / "document.docx", folder / "document.pdf"
    words = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--convert-to", "pdf", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        source.write_bytes(raw)
        _run(words, seconds)
        made = result.read_bytes() if result.is_file() else b""
    finally:
        source.unlink(missing_ok=True)
        result.unlink(missing_ok=True)
    if not made.startswith(b"%PDF"):
        raise PrintingFailedError(
            "LibreOffice не открыл файл",
            hint="Откройте его в Word: он может быть повреждён или защищён паролем.",
        )
    return made


def _run(words: list[str], seconds: float) -> None:
    try:
        # In a session of its own: all its processes end together, whatever it starts.
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise PrintingFailedError("LibreOffice не запускается", hint=_ABSENT) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise PrintingFailedError(
            f"LibreOffice не справился за {seconds:.0f} с",
            hint="Откройте файл в Word: он может быть повреждён или слишком велик.",
        ) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program that still runs, with all that it has started."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
