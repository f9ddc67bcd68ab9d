"""The bench on which commands are broken off: one for each process that runs tests."""

from collections.abc import Iterator

import pytest

from tests.faults.workspaces import Bench, bench


@pytest.fixture(scope="session")
def place() -> Iterator[Bench]:
    """Workspaces to break, in memory where there is room."""
    with bench() as made:
        yield made
