"""Fixtures: a copy of the real workspace, the program as a function, golden files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from roadmap_cli.cli.main import app
from tests.filled import fill_workspace
from tests.outcome import Outcome

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLDEN = Path(__file__).parent / "golden"
SCHOOL = Path(__file__).parent / "data" / "school"

Run = Callable[..., Outcome]
pytest_plugins = ["tests.vaults", "tests.faults.table"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ROADMAP_TODAY", "ROADMAP_WORKSPACE", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the real roadmap, in a folder with a Russian name and a space."""
    root = tmp_path / "Дорожная карта"
    root.mkdir()
    shutil.copytree(ROOT / "data", root / "data")
    return root


@pytest.fixture
def school(workspace: Path) -> Path:
    """The invented school with all its files, in place of the real workspace."""
    shutil.rmtree(workspace / "data")
    shutil.copytree(SCHOOL / "data", workspace / "data")
    return workspace


@pytest.fixture
def filled(workspace: Path) -> Path:
    """A workspace that fills every key of every file, in place of the real one."""
    shutil.rmtree(workspace / "data")
    fill_workspace(workspace)
    return workspace


@pytest.fixture
def run(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program in the workspace on 15 November 2023, 80 columns wide."""
    monkeypatch.chdir(workspace)

    def call(*words: str, columns: int = 80, today: str = "2023-11-15", stdin: str = "") -> Outcome:
        surroundings = {"COLUMNS": str(columns), "ROADMAP_TODAY": today, "ROADMAP_SEED": "т"}
        result = CliRunner().invoke(
            app, list(words), env=surroundings, input=stdin, prog_name="roadmap"
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/NAME`, or write it with `--update-golden`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{name} is missing: run pytest --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def shared() -> Path:
    """The sources beside the checkout; a test that needs them is skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("the sources (../shared) are not on this machine")
    return SHARED
