"""What Tab offers: ids with their texts, stages, kinds; silent when the data cannot be read."""

from collections.abc import Callable

import typer

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.roadmap import Stage, Task, items
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import RoadmapError

Offer = list[tuple[str, str]]


def data_for_completion(ctx: typer.Context, *needed: str) -> Dataset | None:
    """The workspace's data; a shell that completes must never see an error message."""
    from roadmap_cli.cli.frame.context import open_session

    try:
        return open_session(ctx, *needed).data
    except (RoadmapError, OSError):
        return None


def complete_record(registry: Registry) -> Callable[[typer.Context, str], Offer]:
    """Codes and names of a registry's records."""

    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        from roadmap_cli.domain.registries.directory import Directory

        data = data_for_completion(ctx, registry.key)
        names = Directory(data).names(registry.key) if data else {}
        return [item for item in names.items() if item[0].startswith(incomplete)]

    return complete


def complete_item(ctx: typer.Context, incomplete: str) -> Offer:
    """Ids of stages, activities and tasks; after a dash the end of a range."""
    data = data_for_completion(ctx)
    if data is None:
        return []
    head, dash, typed = incomplete.rpartition("-")
    return [
        (f"{head}{dash}{item.id}", item.text if isinstance(item, Task) else item.title)
        for item in items(data.roadmap)
        if item.id.startswith(typed)
    ]


def complete_stage(ctx: typer.Context, incomplete: str) -> Offer:
    """Numbers of stages."""
    data = data_for_completion(ctx)
    found = items(data.roadmap) if data else ()
    return [
        (item.id, item.title)
        for item in found
        if isinstance(item, Stage) and item.id.startswith(incomplete)
    ]


def complete_responsible(ctx: typer.Context, incomplete: str) -> Offer:
    """The names that already stand in the roadmap, and the ids of people."""
    from roadmap_cli.domain.plan.planned import planned_tasks

    data = data_for_completion(ctx)
    if data is None:
        return []
    names = {planned.responsible or "" for planned in planned_tasks(data)}
    offers = [(name, "") for name in sorted(names) if name]
    offers += [(person.id, person.full_name) for person in data.people.people]
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def complete_check(_ctx: typer.Context, incomplete: str) -> Offer:
    """Codes of checks."""
    from roadmap_cli.domain.checks.table import CHECKS

    return [(check.code, check.title) for check in CHECKS if check.code.startswith(incomplete)]
