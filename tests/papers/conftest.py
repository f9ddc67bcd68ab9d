"""What the tests of papers share."""

from pathlib import Path

import pytest

from tests.papers.whole_school import make_whole


@pytest.fixture
def whole(school: Path) -> Path:
    """The school with something to say in every paper."""
    make_whole(school)
    return school
