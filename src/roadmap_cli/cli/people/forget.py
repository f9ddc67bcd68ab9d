"""`roadmap forget`: a person's data are destroyed, the record stays without a name."""

import sys
from typing import Annotated

import typer
from rich.console import RenderableType

from roadmap_cli.cli.frame.completion import complete_record
from roadmap_cli.cli.frame.context import open_session, settings
from roadmap_cli.cli.frame.output import ask, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.render.json_values import Json, as_json
from roadmap_cli.render.people.forgetting import Destroyed, forget_view
from roadmap_cli.usecases import forget as usecase
from roadmap_cli.usecases.forget import PlannedForgetting
from roadmap_cli.usecases.session import ALL_FILES


def forget(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar="ЧЕЛОВЕК",
            help="Код или имя целиком.",
            autocompletion=complete_record(Dataset.people),
        ),
    ],
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason", metavar="ТЕКСТ", help="Причина для акта (по умолчанию — по согласиям)."
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Уничтожить без вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Destroy a person's data, after showing what that means."""
    own = settings(ctx)
    chosen = person
    if own.dry_run or not yes:
        planned = usecase.plan_forgetting(open_session(ctx, *ALL_FILES), person)
        code = chosen = planned.person.id
        talking = sys.stdin.isatty() and not (own.dry_run or own.json)
        if talking:
            show(_view(planned))
        if not talking or ask(f"Уничтожить данные? Введите код {code}").strip() != code:
            return Result(
                view=None if talking else lambda _width: _view(planned),
                data=lambda: _json(planned, done=False),
                notices=("Ничего не уничтожено. Уничтожить: та же команда с --yes.",),
            )
    done = usecase.forget(own.run, chosen, reason)
    return Result(
        view=lambda _width: _view(done.planned, act=done.act),
        data=lambda: {**_json(done.planned, done=True), "act": done.act},
        notices=done.notices,
    )


def _view(planned: PlannedForgetting, act: str | None = None) -> RenderableType:
    forgetting = planned.forgetting
    return forget_view(
        Destroyed(
            planned.person.id,
            planned.code,
            [edit.said for edit in forgetting.edits],
            forgetting.files,
            planned.elsewhere.in_data.places,
            planned.elsewhere.looked,
            () if act else planned.kept,
        ),
        act=act,
    )


def _json(planned: PlannedForgetting, *, done: bool) -> Json:
    forgetting = planned.forgetting
    return {
        "person": planned.person.id,
        "code": planned.code,
        "done": done,
        "edits": [{"id": edit.item_id, "action": edit.said} for edit in forgetting.edits],
        "files": list(forgetting.files),
        "mentions": {name: as_json(looked) for name, looked in planned.elsewhere._asdict().items()},
    }
