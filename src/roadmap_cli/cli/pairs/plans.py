"""`roadmap plan`: individual development plans, from a programme to their results."""

from collections.abc import Sequence
from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import command
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.plans import DevelopmentPlan
from roadmap_cli.domain.model.files.programs import Program
from roadmap_cli.domain.pairs.plans import (
    PlanProgress,
    add_step,
    make_plans,
    plan_progress,
    set_result,
)
from roadmap_cli.domain.pairs.selection import find_pairs
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.usecases.session import ALL_FILES, Session

PairWord = Annotated[str, typer.Argument(metavar="ПАРА", help="Код пары или имя.")]


def make(
    ctx: typer.Context,
    pairs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ПАРА...]", help="Коды или имена (по умолчанию — все пары без плана)."
        ),
    ] = None,
    program: Annotated[
        str | None, typer.Option("--program", metavar="КОД", help="Программа из банка.")
    ] = None,
) -> Result:
    """Составить планы парам: запрос из анкет, цель и пункты из программы."""

    def edits(session: Session) -> list[Edit]:
        directory = Directory(session.data)
        planned = {plan.pair for plan in session.data.plans.plans}
        waiting = [pair for pair in session.data.pairs.live if pair.id not in planned]
        chosen = find_pairs(directory, pairs, lambda pair: pair.is_live) if pairs else waiting
        base = find_item(directory, Dataset.programs, program) if program else None
        return make_plans(session.data, chosen, base if isinstance(base, Program) else None)

    return edit_workspace(ctx, edits)


def step(
    ctx: typer.Context,
    pair: PairWord,
    task: Annotated[str, typer.Argument(metavar="ЗАДАНИЕ", help="Проект или задание.")],
    deadline: Annotated[
        str | None,
        typer.Option("--deadline", metavar="СРОК", help="Срок в любой привычной записи."),
    ] = None,
) -> Result:
    """Добавить пункт в план пары."""
    return edit_workspace(
        ctx, lambda session: [add_step(_plan(session, pair), task, deadline)], ALL_FILES
    )


def result(
    ctx: typer.Context,
    pair: PairWord,
    number: Annotated[int, typer.Argument(metavar="ПУНКТ", help="Номер пункта в плане.")],
    text: Annotated[str, typer.Argument(metavar="РЕЗУЛЬТАТ", help="Фактический результат.")],
    mark: Annotated[
        str | None, typer.Option("--mark", metavar="ОЦЕНКА", help="Оценка наставника.")
    ] = None,
) -> Result:
    """Вписать результат пункта плана."""
    told = {"result": text, "mark": mark}
    return edit_workspace(
        ctx, lambda session: [set_result(_plan(session, pair), number, told)], ALL_FILES
    )


def progress(ctx: typer.Context) -> Result:
    """Сколько пунктов планов выполнено у каждой пары."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    columns: Sequence[Column[PlanProgress]] = (
        Column("Пара", lambda progress: progress.pair),
        Column("Кто", lambda progress: directory.name("pairs", progress.pair)),
        Column(
            "Выполнено",
            lambda progress: (
                f"{progress.done} из {progress.total}" if progress.total else "плана нет"
            ),
        ),
    )
    return list_result("plans", plan_progress(session.data), columns, notices=session.notices)


def _plan(session: Session, word: str) -> DevelopmentPlan:
    found = find_item(Directory(session.data), Dataset.plans, word)
    assert isinstance(found, DevelopmentPlan)
    return found


ROWS = {
    "make": command(make, WritingCommand),
    "step": command(step, WritingCommand),
    "result": command(result, WritingCommand),
    "progress": command(progress, ReadingCommand),
}
