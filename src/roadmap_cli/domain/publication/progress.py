"""How far the roadmap is, stage by stage, as a chart."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.text.plurals import plural

TITLE = "Выполнение дорожной карты по этапам"
_DONE = "Выполнено"


class StageProgress(NamedTuple):
    """A stage in words and its counts; cancelled items are not counted."""

    title: str
    done: int
    total: int

    @property
    def share(self) -> float | None:
        """Per cent of the items, a whole number; None for a stage without items."""
        return float(self.done * 100 // self.total) if self.total else None


def progress_figure(stages: Sequence[StageProgress]) -> Figure:
    """Per cent of the items done, rounded down: only a stage that is over shows a hundred."""
    done = sum(stage.done for stage in stages)
    total = sum(stage.total for stage in stages)
    counted = f"{total} {plural(total, 'пункта', 'пунктов', 'пунктов')}"
    return Figure(
        TITLE,
        tuple(_label(stage) for stage in stages),
        (Series(_DONE, tuple(stage.share for stage in stages)),),
        unit="%",
        most=100.0,
        alt=f"Выполнено {done} из {counted}.",
    )


def _label(stage: StageProgress) -> str:
    return f"{stage.title} ({stage.done}\u00a0из\u00a0{stage.total})"
