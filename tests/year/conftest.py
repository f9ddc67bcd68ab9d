"""The played year, made once and copied."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.year.school import played_year


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test keeps what the others copy."""
    return tmp_path_factory.mktemp("сыгранный год")


@pytest.fixture
def year(workspace: Path, run: Run, played: Path) -> Path:
    """A workspace at the end of an invented year."""
    if not (played / "data").exists():
        played_year(workspace, run)
        shutil.copytree(workspace / "data", played / "data")
    else:
        shutil.rmtree(workspace / "data")
        shutil.copytree(played / "data", workspace / "data")
    return workspace
