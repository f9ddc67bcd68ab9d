"""`roadmap survey`: what there is, what was answered, who has not answered."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, run_of
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.surveys.finding import Survey
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.change import changes, paired_surveys
from roadmap_cli.domain.surveys.respondents import asked, missing
from roadmap_cli.domain.surveys.results import SurveyResult, results_by_form, survey_result
from roadmap_cli.domain.surveys.selection import survey_code
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.surveys.questionnaire import questionnaire_view
from roadmap_cli.render.surveys.results import result_json, result_view
from roadmap_cli.text.dates import days_between, numeric
from roadmap_cli.usecases.session import ALL_FILES
from roadmap_cli.usecases.surveys.questionnaires import built_in_left, export_results


def listing(ctx: typer.Context) -> Result:
    """Анкеты школы: сколько ответов, скольких ждут; и готовые, которые можно взять."""
    session = open_session(ctx, *ALL_FILES)
    found = [survey_result(session.data, code, session.today) for code in session.data.surveys]
    columns = (
        Column[SurveyResult]("Код", lambda one: one.code),
        Column[SurveyResult]("Анкета", lambda one: one.survey.title),
        Column[SurveyResult]("Отвечают", lambda one: one.survey.respondents.title),
        Column[SurveyResult](
            "Ответов", lambda one: f"{one.n}{f' из {one.asked}' if one.asked is not None else ''}"
        ),
        Column[SurveyResult](
            "Ждём по", lambda one: numeric(one.survey.closes) if one.survey.closes else ""
        ),
    )
    ready = built_in_left(session)
    below = [Text(), Text("Готовые анкеты, взять: roadmap survey new КОД", style="dim")]
    below += [Text(f"  {code}  {title}", style="dim") for code, title in ready]
    result = list_result(
        "surveys",
        found,
        columns,
        every=False,
        nothing=Text("Анкет у школы пока нет."),
        below=below if ready else (),
        to_json=lambda one: {
            "code": one.code,
            "title": one.survey.title,
            "respondents": one.survey.respondents.value,
            "moment": one.survey.moment.value,
            "n": one.n,
            "asked": one.asked,
            "closes": as_json(one.survey.closes),
        },
        notices=session.notices,
    )
    usual = result.data
    return result._replace(data=lambda: {**usual(), "built_in": [code for code, _ in ready]})


def showing(
    ctx: typer.Context,
    survey: Survey,
    responses: Annotated[
        bool,
        typer.Option("--responses", help="И заполненные анкеты целиком.", show_default=False),
    ] = False,
) -> Result:
    """Вопросы анкеты и как на них отвечают."""
    session = open_session(ctx, *ALL_FILES)
    code = survey_code(session.data, survey)
    own = session.data.responses.of(code) if responses else ()
    directory = Directory(session.data)
    return Result(
        view=lambda _width: questionnaire_view(code, session.data.surveys[code], own, directory),
        data=lambda: {
            "code": code,
            "survey": as_json(session.data.surveys[code]),
            "responses": as_json(own),
        },
        notices=session.notices,
    )


def results(
    ctx: typer.Context,
    survey: Survey,
    by_form: Annotated[
        bool,
        typer.Option("--by-form", help="И по формам наставничества.", show_default=False),
    ] = False,
    file: Annotated[
        Path | None, typer.Option("--xlsx", metavar="ФАЙЛ", help="Записать таблицей Excel.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Заменить файл, если он есть.", show_default=False)
    ] = False,
) -> Result:
    """Итоги анкеты: сколько ответов, как отвечали, что изменилось, кто не ответил."""
    session = open_session(ctx, *ALL_FILES)
    data = session.data
    code = survey_code(data, survey)
    found = survey_result(data, code, session.today)
    paired = next((one for one in paired_surveys(data) if code in (one.before, one.after)), None)
    changed = changes(data, paired) if paired else ()
    forms = results_by_form(data, code) if by_form else ()
    directory = Directory(data)
    notices = session.notices
    if file is not None:
        notices = (*notices, *export_results(run_of(ctx), code, file, force=force))
    return Result(
        view=lambda _width: result_view(found, directory, changed, forms),
        data=lambda: result_json(found, changed, forms),
        notices=notices,
    )


def remind(
    ctx: typer.Context,
    survey: Annotated[
        str | None,
        typer.Argument(metavar="[АНКЕТА]", help="Код или часть названия (по умолчанию — все)."),
    ] = None,
) -> Result:
    """Кто ещё не ответил, и что им написать."""
    session = open_session(ctx, *ALL_FILES)
    data, today = session.data, session.today
    codes = [survey_code(data, survey)] if survey else list(data.surveys)
    directory = Directory(data)
    lines: list[Text] = []
    told = []
    late = False
    for code in codes:
        own = data.surveys[code]
        if own.opens is not None and own.opens > today:
            continue
        who = missing(data, code, own, today)
        everybody = asked(data, own, today)
        until = f" до {numeric(own.closes)}" if own.closes else ""
        is_late = own.closes is not None and own.closes < today
        told.append({"survey": code, "missing": as_json(who), "closes": as_json(own.closes)})
        if who is None:
            count = len(everybody) if everybody is not None else own.invited
            of = f" из {count}" if count is not None else ""
            lines.append(Text(f"{own.title}: ответов {len(data.responses.of(code))}{of};"
                              " кто не ответил, не видно."))  # fmt: skip
        if not who:
            continue
        late = late or is_late
        wait = f", ждали {days_between(own.closes, today)}" if is_late and own.closes else until
        lines.append(Text(f"{own.title}: не ответили {len(who)}{wait}", style="bold"))
        lines += [Text(f"  {directory.person(person)}") for person in who]
        lines.append(
            Text(f"  Что написать: «Просим заполнить анкету «{own.title}»{until}».", style="dim")
        )
        lines.append(Text(f"  Бланк: roadmap survey form {code}", style="dim"))
    if not lines:
        lines.append(Text("Ждать ответов не от кого.", style="green"))
    return Result(
        view=lambda _width: Group(*lines),
        data=lambda: {"reminders": told},
        notices=session.notices,
        exit_code=1 if late else 0,
    )
