"""`roadmap export site`: the section of a school's site, and what was left out of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.publication.discretion import Withheld
from roadmap_cli.exporters.site.pages import EMBED
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.site import Section, site_view
from roadmap_cli.usecases.site.export import SiteExport, export_site

_MOST_PLACES = 5


def publishing(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Куда записать страницы.")],
    embed: Annotated[
        bool,
        typer.Option(
            "--embed",
            help=f"И всё одним фрагментом ({EMBED}), чтобы вставить в готовую страницу.",
            show_default=False,
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Заменить файлы, даже если они изменены вручную.", show_default=False
        ),
    ] = False,
) -> Result:
    """Раздел сайта «Наставничество»: документы, дорожная карта, участники, партнёры.

    Названы только те, у кого есть действующее согласие на распространение данных, и сотрудники
    по должности; остальные посчитаны.
    """
    run = run_of(ctx)
    made = export_site(run, folder, embed=embed, force=force)
    said = f"Раздел сайта записан в папку {folder}"
    if run.dry_run:
        said = f"Пробный запуск. Раздел сайта был бы записан в папку {folder}"
    return Result(
        view=lambda _width: site_view(said, _sections(made), list(_steps(made, folder))),
        data=lambda: _json(made, folder),
        notices=made.notices,
    )


def _json(made: SiteExport, folder: Path) -> dict[str, Any]:
    told = as_json(made)
    del told["notices"]  # they are said beside the answer
    return {"folder": str(folder), **told}


def _sections(made: SiteExport) -> list[Section]:
    return [
        ("Файлы:", [f"{one.name} — {one.state.title}" for one in made.files]),
        ("Не названы на страницах:", list(_kept_back(made.withheld))),
        ("Документы названы, файлы не скопированы:",
         [f"{one.title}: {one.why}" for one in made.not_copied]),
        ("Ещё не подписаны (нет ни номера, ни даты), не показаны:", made.drafts),
        ("Остались от прежней выгрузки, изменены вручную:", made.kept),
        ("Чужие файлы в папке, не тронуты:", made.foreign),
    ]  # fmt: skip


def _kept_back(withheld: Sequence[Withheld]) -> Iterator[str]:
    """One line for each name with all its places."""
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in withheld:
        places[one.words, one.why].append(one.place)
    for (words, why), where in places.items():
        more = f" и ещё {len(where) - _MOST_PLACES}" if len(where) > _MOST_PLACES else ""
        yield f"{words} ({why}): {'; '.join(where[:_MOST_PLACES])}{more}"


def _steps(made: SiteExport, folder: Path) -> Iterator[str]:
    if made.withheld or made.not_copied:
        yield "согласия для тех, кого можно назвать: roadmap consent print"
    yield f"откройте {folder / 'index.html'} в браузере, затем загрузите папку на сайт организации;"
    yield "опубликовано — отметьте пункт: roadmap done НОМЕР --evidence АДРЕС_СТРАНИЦЫ"
