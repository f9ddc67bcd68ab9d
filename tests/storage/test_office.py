"""LibreOffice as a program: its time, its end, its folder."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from roadmap_cli.errors import PrintingFailedError
from roadmap_cli.storage import office as module
from roadmap_cli.storage.office import find_office, office

posix = pytest.mark.skipif(os.name == "nt", reason="a program here is a script with its first line")


def _program(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


@posix
def test_what_takes_too_long_is_ended_with_all_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, "soffice", "sleep 61.7 &\nsleep 61.7")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    started = time.monotonic()
    with office(seconds=1) as convert, pytest.raises(PrintingFailedError) as refused:
        convert(b"PK")
    assert time.monotonic() - started < 20
    assert refused.value.message == "LibreOffice не справился за 1 с"
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert "sleep 61.7" not in listed.stdout


@posix
def test_an_earlier_result_is_not_taken_for_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first call prints, the second does nothing and says that all is well."""
    once = tmp_path / "once"
    _program(
        tmp_path, "soffice",
        f'[ -e {once} ] && exit 0\ntouch {once}\nfor last; do :; done\n'
        'printf "%%PDF-1.4" > "${last%.docx}.pdf"',
    )  # fmt: skip
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with office() as convert:
        assert convert(b"PK") == b"%PDF-1.4"
        with pytest.raises(PrintingFailedError, match="не открыл файл"):
            convert(b"PK")


@posix
@pytest.mark.parametrize("names", [["soffice"], ["libreoffice"], ["libreoffice", "soffice"]])
def test_it_is_found_by_either_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    paths = [_program(tmp_path, name, "true") for name in names]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == str(paths[-1])


@posix
def test_it_is_found_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = _program(tmp_path, "elsewhere", "true")
    monkeypatch.setenv("PATH", str(tmp_path / "нет"))
    monkeypatch.setattr(module, "_PLACES", (str(tmp_path / "no"), str(place)))
    assert find_office() == str(place)


@posix
def test_a_program_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, "soffice", "true").write_text("#!/no/such/shell\n", "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    with office() as convert, pytest.raises(PrintingFailedError, match="не запускается"):
        convert(b"PK")
