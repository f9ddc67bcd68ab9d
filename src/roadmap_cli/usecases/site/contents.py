"""All that the public page says, drawn from the data of one day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.plan.timeline import timeline
from roadmap_cli.domain.publication.discretion import Discretion
from roadmap_cli.domain.publication.documents import public_register
from roadmap_cli.domain.publication.links import web_address
from roadmap_cli.domain.publication.page import (
    PublicPage,
    PublicPartner,
    PublicProgram,
    PublicStage,
)
from roadmap_cli.domain.publication.participants import participants
from roadmap_cli.domain.publication.plan import place_of, public_stages
from roadmap_cli.domain.publication.progress import StageProgress, progress_figure
from roadmap_cli.domain.publication.results import IndicatorLine, PublicResults
from roadmap_cli.exporters.svg.schedules import public_schedule
from roadmap_cli.text.characters import one_line

SCHEDULE_TITLE = "Дорожная карта на шкале месяцев"
_NOTHING = PublicResults()


class Contents(NamedTuple):
    """The page, and the kinds of documents that are left out because nothing is signed yet."""

    page: PublicPage
    drafts: tuple[str, ...]


def contents(
    data: Dataset, today: date, discretion: Discretion, results: PublicResults = _NOTHING
) -> Contents:
    """The page of `today`; `discretion` has taken out whoever may not be named.

    `results` come from the surveys and indicators; without them that part is absent.
    """
    own = data.organization
    stages = public_stages(data, today, discretion)
    line = timeline(data, today, with_tasks=False, stage_id=None)
    schedule = public_schedule(
        line,
        SCHEDULE_TITLE,
        data.roadmap,
        lambda title, number: discretion.text(title, place_of(number)),
    )
    register = public_register(data, today, discretion)
    page = PublicPage(
        organization=one_line(own.full_name or own.short_name) if own else "",
        site=web_address(own.site) if own else None,
        title=discretion.text(data.roadmap.title.replace("_", " "), "дорожная карта, заголовок"),
        school_year=str(data.roadmap.school_year),
        today=today,
        leaders=tuple(_leaders(data, discretion)),
        documents=register.documents,
        stages=stages,
        progress=progress_figure([_progress(stage) for stage in stages]),
        schedule=schedule,
        participants=participants(data, today, discretion),
        partners=tuple(_partners(data, discretion)),
        programs=tuple(_programs(data, discretion)),
        results=_results(results, discretion),
    )
    return Contents(page, register.drafts)


def _progress(stage: PublicStage) -> StageProgress:
    return StageProgress(f"{stage.id}. {stage.title}", stage.done, stage.total)


def _leaders(data: Dataset, discretion: Discretion) -> Iterator[tuple[str, str]]:
    own = data.organization
    if own is None:
        return
    offices = [
        ("Руководитель организации", own.director),
        ("Координатор программы", own.coordinator),
        *(("Куратор", code) for code in own.curators),
    ]
    for office, code in offices:
        said = discretion.person(code, office.lower()) if code else ""
        if said:
            yield office, said


def _partners(data: Dataset, discretion: Discretion) -> Iterator[PublicPartner]:
    for partner in data.partners.partners:
        place = f"партнёр {partner.id}"
        yield PublicPartner(
            discretion.text(partner.name, place),
            discretion.text(partner.contribution, place),
            _link(partner.site, place, discretion),
        )


def _programs(data: Dataset, discretion: Discretion) -> Iterator[PublicProgram]:
    for program in data.programs.programs:
        place = f"программа {program.id}"
        yield PublicProgram(
            discretion.text(program.title, place),
            discretion.text(program.form.title, place) if program.form else "",
            discretion.text(program.goal, place),
            tuple(discretion.text(item, place) for item in program.content),
            _link(program.file, place, discretion),
        )


def _link(address: str | None, place: str, discretion: Discretion) -> str | None:
    """An address of the web that names nobody, or None."""
    found = web_address(address)
    return found if found and discretion.text(found, place) == found else None


def _results(results: PublicResults, discretion: Discretion) -> PublicResults:
    """The same with cleaned texts, whoever has made them."""

    def cleaned(text: str) -> str:
        return discretion.text(text, "результаты")

    return PublicResults(
        tuple(
            Figure(
                cleaned(figure.title),
                tuple(map(cleaned, figure.categories)),
                tuple(Series(cleaned(one.name), one.values) for one in figure.series),
                cleaned(figure.unit),
                figure.most,
                cleaned(figure.alt),
            )
            for figure in results.figures
        ),
        tuple(IndicatorLine(*map(cleaned, line)) for line in results.indicators),
        tuple(map(cleaned, results.notes)),
    )
