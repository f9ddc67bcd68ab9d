"""The table of pictures that can be exported as SVG: a new one is a function and a row here."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.plan.status import status_report
from roadmap_cli.domain.plan.timeline import timeline
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON
from roadmap_cli.domain.publication.progress import StageProgress, progress_figure
from roadmap_cli.exporters.svg.charts import chart
from roadmap_cli.exporters.svg.gantt import gantt
from roadmap_cli.exporters.svg.schedules import working_schedule

ENDING = ".svg"
# As wide as the text of a page or of a slide takes it.
_WIDTH = 720


class Picture(NamedTuple):
    """A picture: what it is called on the command line and in Russian, and how it is drawn."""

    name: str
    title: str
    draw: Callable[[Dataset, date], bytes]


def _gantt(data: Dataset, today: date) -> bytes:
    line = timeline(data, today, with_tasks=False, stage_id=None)
    schedule = working_schedule(line, data.roadmap.title.replace("_", " "))
    return gantt(schedule, "gantt", _WIDTH, titled=True).file()


def _progress(data: Dataset, today: date) -> bytes:
    report = status_report(data, today, DEFAULT_HORIZON)
    stages = [
        StageProgress(
            f"{found.stage.id}. {found.stage.title}", found.progress.done, found.progress.total
        )
        for found in report.stages
    ]
    return chart(progress_figure(stages), "progress", _WIDTH, titled=True).file()


PICTURES: tuple[Picture, ...] = (
    Picture("gantt", "дорожная карта на шкале месяцев", _gantt),
    Picture("progress", "выполнение по этапам", _progress),
)
