"""What Tab offers: ids with their texts, stages, kinds; silent when the data cannot be read."""

import contextlib
from collections.abc import Iterator

import typer

from roadmap_cli.domain.roadmap import Roadmap, Stage, Task, items
from roadmap_cli.errors import RoadmapError

Offer = list[tuple[str, str]]


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """A shell that completes must never see an error message."""
    with contextlib.suppress(RoadmapError, OSError):
        yield


def _roadmap(ctx: typer.Context) -> Roadmap | None:
    from roadmap_cli.cli.context import open_session

    with _quietly():
        return open_session(ctx).data.roadmap
    return None


def complete_item(ctx: typer.Context, incomplete: str) -> Offer:
    """Ids of stages, activities and tasks; after a dash the end of a range."""
    roadmap = _roadmap(ctx)
    if roadmap is None:
        return []
    head, dash, typed = incomplete.rpartition("-")
    return [
        (f"{head}{dash}{item.id}", item.text if isinstance(item, Task) else item.title)
        for item in items(roadmap)
        if item.id.startswith(typed)
    ]


def complete_stage(ctx: typer.Context, incomplete: str) -> Offer:
    """Numbers of stages."""
    roadmap = _roadmap(ctx)
    found = items(roadmap) if roadmap else ()
    return [
        (item.id, item.title)
        for item in found
        if isinstance(item, Stage) and item.id.startswith(incomplete)
    ]


def complete_responsible(ctx: typer.Context, incomplete: str) -> Offer:
    """The names that already stand in the roadmap, and the ids of people."""
    from roadmap_cli.cli.context import open_session
    from roadmap_cli.domain.plan import planned_tasks

    with _quietly():
        data = open_session(ctx).data
        names = {planned.responsible or "" for planned in planned_tasks(data.roadmap, data.people)}
        offers = [(name, "") for name in sorted(names) if name]
        offers += [(person.id, person.full_name) for person in data.people.people]
        return [offer for offer in offers if offer[0].startswith(incomplete)]
    return []


def complete_check(_ctx: typer.Context, incomplete: str) -> Offer:
    """Codes of checks."""
    from roadmap_cli.domain.checks.table import CHECKS

    return [(each.code, each.title) for each in CHECKS if each.code.startswith(incomplete)]
