"""The chart of progress: rounded down, honest about empty stages."""

import pytest

from roadmap_cli.domain.publication.progress import StageProgress, progress_figure


@pytest.mark.parametrize(
    ("done", "total", "share"),
    [(0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (199, 200, 99), (0, 0, None)],
)
def test_only_what_is_over_shows_a_hundred(done: int, total: int, share: float | None) -> None:
    figure = progress_figure([StageProgress("1. Начало", done, total)])
    assert figure.series[0].values == (share,)
    assert figure.categories == (f"1. Начало ({done}\u00a0из\u00a0{total})",)


@pytest.mark.parametrize(
    ("totals", "said"),
    [((1,), "Выполнено 0 из 1 пункта."), ((3, 2), "Выполнено 0 из 5 пунктов."),
     ((21,), "Выполнено 0 из 21 пункта."), ((), "Выполнено 0 из 0 пунктов.")],
)  # fmt: skip
def test_all_stages_together_in_words(totals: tuple[int, ...], said: str) -> None:
    figure = progress_figure([StageProgress("э", 0, total) for total in totals])
    assert figure.alt == said
