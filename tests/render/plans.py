"""Small plans for screens: as many tasks as a test needs, with the deadlines that it needs."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.outcome import roadmap_file


def write_plan(workspace: Path, deadlines: Sequence[str], year: str = "2023/2024") -> None:
    """A plan of one stage with a task for each deadline, in place of the real one."""
    tasks = "".join(
        f"          - {{id: 1.1.{number}, text: Пункт {number}, deadline: {_quoted(deadline)}}}\n"
        for number, deadline in enumerate(deadlines, 1)
    )
    roadmap_file(workspace).write_text(
        f"title: План\nschool_year: {year}\nstages:\n  - id: 1\n    title: Этап\n"
        f"    activities:\n      - id: 1.1\n        title: Мероприятие\n        tasks:\n{tasks}",
        encoding="utf-8",
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
