"""`roadmap monitor`: the indicators of the programme, and the very records that they count."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.completion import Offer, data_for_completion
from roadmap_cli.cli.frame.context import open_session, run_of, settings
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.domain.monitoring.builtin import BUILT_IN
from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.quantities import QUANTITIES, Quantity
from roadmap_cli.domain.monitoring.result import IndicatorResult, State
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.render.surveys.monitoring import (
    explained_view,
    indicators_json,
    indicators_view,
)
from roadmap_cli.text.names import comparable
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.session import ALL_FILES
from roadmap_cli.usecases.surveys.indicators import export_indicators


def showing(
    ctx: typer.Context,
    by_form: Annotated[
        bool,
        typer.Option("--by-form", help="И по формам наставничества.", show_default=False),
    ] = False,
) -> Result:
    """Показатели: факт, цель, прошлый год."""
    session = open_session(ctx, *ALL_FILES)
    sources = Sources(session.data, session.today)
    found = indicators(sources)
    forms = {
        str(form.title): [
            one
            for one in indicators(sources._replace(form=form))
            if one.state is not State.NOT_APPLICABLE and one.parts[0].by_form
        ]
        for form in (sources.forms if by_form else ())
    }
    hint = Text("Кто посчитан и кто не учтён: roadmap monitor explain КОД", style="dim")
    if any(one.state is State.UNKNOWN for one in found):
        hint.append("\nСколько всего людей и организаций: population в data/indicators.yaml")
    return Result(
        view=lambda _width: Group(
            indicators_view(found),
            *(indicators_view(own, f"\n{title}") for title, own in forms.items()),
            *([Text("\nФормы у участников не указаны.")] if by_form and not forms else []),
            Text(),
            hint,
        ),
        data=lambda: {
            "indicators": indicators_json(found),
            "forms": {title: indicators_json(own) for title, own in forms.items()},
        },
        notices=session.notices,
    )


def _complete(ctx: typer.Context, incomplete: str) -> Offer:
    data = data_for_completion(ctx, "indicators")
    own = data.indicators.indicators if data else ()
    offers = [(one.id, one.title) for one in BUILT_IN]
    offers += [(one.id, one.title or "") for one in own]
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def explaining(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ПОКАЗАТЕЛЬ", help="Код или часть названия.", autocompletion=_complete
        ),
    ],
) -> Result:
    """Показатель целиком: формула, правило и сами записи, которые посчитаны."""
    session = open_session(ctx, *ALL_FILES)
    found = _find(indicators(Sources(session.data, session.today)), name)
    directory = Directory(session.data)
    return Result(
        view=lambda _width: explained_view(found, directory),
        data=lambda: {"indicators": indicators_json([found])},
        notices=session.notices,
    )


def quantities(ctx: typer.Context) -> Result:
    """Величины, из которых составляют показатели: имя, название, сколько сейчас."""
    session = open_session(ctx, *ALL_FILES)
    sources = Sources(session.data, session.today)
    measured = {one.name: one.measure(sources).value for one in QUANTITIES}
    columns = (
        Column[Quantity]("Имя", lambda one: one.name),
        Column[Quantity]("Величина", lambda one: one.title),
        Column[Quantity](
            "Сейчас", lambda one: "?" if measured[one.name] is None else f"{measured[one.name]:g}"
        ),
    )
    return list_result(
        "quantities",
        QUANTITIES,
        columns,
        to_json=lambda one: {
            "name": one.name, "title": one.title, "value": measured[one.name]
        },
        notices=session.notices,
    )  # fmt: skip


def exporting(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Куда: .xlsx или .csv.")],
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout",
            metavar="ТАБЛИЦА",
            help="Столбцы, которые просит регион: код таблицы из data/indicators.yaml.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Заменить файл, если он есть.", show_default=False)
    ] = False,
) -> Result:
    """Выгрузить показатели таблицей: все или те столбцы, что просит регион."""
    run = run_of(ctx)
    said = export_indicators(run, file, layout, force=force)
    own = settings(ctx)
    return Result(
        view=lambda _width: Text("\n".join(said)),
        data=lambda: {"file": str(file), "layout": layout, "dry_run": own.dry_run},
    )


def _find(found: tuple[IndicatorResult, ...], name: str) -> IndicatorResult:
    """The indicator with this code or this part of its title. Raises UnknownNameError."""
    by_code = [one for one in found if one.id == name]
    fitting = by_code or [one for one in found if comparable(name) in comparable(one.title)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        offers = "; ".join(f"{one.id} ({one.title})" for one in fitting)
        raise UnknownNameError(f"«{name}» подходит нескольким показателям", hint=f"Код: {offers}")
    codes = [one.id for one in found]
    hint = did_you_mean(name, codes) or f"Есть: {', '.join(codes)}."
    raise UnknownNameError(f"показателя «{name}» нет", hint=hint)


MONITOR = CommandGroup(
    {
        "show": command(showing, ReadingCommand),
        "explain": command(explaining, ReadingCommand),
        "quantities": command(quantities, ReadingCommand),
        "export": command(exporting, WritingCommand),
    },
    default="show",
)
