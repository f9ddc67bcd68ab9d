"""The bar of a share: what has begun shows, what is not whole is not full."""

import pytest

from roadmap_cli.render.progress_bar import EMPTY, FULL, progress_bar


@pytest.mark.parametrize(
    ("share", "filled"),
    [
        (0, 0), (0.001, 1), (0.05, 1), (0.0999, 1), (0.1, 1), (0.1999, 1), (0.2, 2), (0.3, 3),
        (0.5, 5), (0.6, 6), (0.7, 7), (0.8999, 8), (0.9, 9), (0.99, 9), (0.9999, 9), (1, 10),
    ],
)  # fmt: skip
def test_ten_cells(share: float, filled: int) -> None:
    assert progress_bar(share).plain == FULL * filled + EMPTY * (10 - filled)


@pytest.mark.parametrize(("done", "filled"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (5, 3)])
def test_a_bar_of_three_cells(done: int, filled: int) -> None:
    assert progress_bar(done / 5, 3).plain == FULL * filled + EMPTY * (3 - filled)
