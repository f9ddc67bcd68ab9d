"""`roadmap survey add`: a filled questionnaire put in, question by question or in one line."""

import re
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.output import ask, say
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import day_told
from roadmap_cli.cli.surveys.finding import Survey
from roadmap_cli.domain.model.edits import Edit, refuse_future
from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Questionnaire
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.domain.surveys.recording import Filled, record_responses, remove_response
from roadmap_cli.domain.surveys.replies import read_reply
from roadmap_cli.domain.surveys.selection import survey_code
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.render.surveys.questionnaire import how_answered
from roadmap_cli.usecases.session import ALL_FILES, Session

_SEVERAL = (QuestionKind.CHOICES, QuestionKind.PEOPLE)
Replies = dict[str, tuple[str, ...]]


def add(
    ctx: typer.Context,
    survey: Survey,
    replies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ВОПРОС=ОТВЕТ...]",
            help="Ответы по кодам вопросов (по умолчанию — вопросы задаются по одному).",
        ),
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="ЧЕЛОВЕК", help="Кто ответил: код или имя.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="ДАТА", help="Когда заполнена (сегодня).")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--form", metavar="ФОРМА", help="О какой форме наставничества ответ."),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Заменить прежний ответ человека.", show_default=False),
    ] = False,
) -> Result:
    """Внести заполненную анкету, например вернувшуюся на бумаге."""
    session = open_session(ctx, *ALL_FILES)
    code = survey_code(session.data, survey)
    own = session.data.surveys[code]
    day = day_told(on, "--on") or session.today
    refuse_future(day, session.today)
    directory = Directory(session.data)
    talking = sys.stdin.isatty() and not replies
    who = _who(directory, own, person, talking=talking)
    told = _asked(directory, own) if talking else _given(directory, own, replies or [])
    if not told:
        raise RequestInvalidError(
            "ответов нет, записывать нечего",
            hint=f"Пример: roadmap survey add {code} {_example(own)}",
        )

    def edits(now: Session) -> list[Edit]:
        filled = Filled(told, who, day, _form(form))
        return [record_responses(now.data, code, [filled], replace=replace)]

    return edit_workspace(ctx, edits, remarks=lambda _now: _remarks(own, told, on, code))


def remove(
    ctx: typer.Context,
    response: Annotated[str, typer.Argument(metavar="ОТВЕТ", help="Код заполненной анкеты: r-…")],
) -> Result:
    """Удалить заполненную анкету, внесённую по ошибке."""
    return edit_workspace(ctx, lambda session: [remove_response(session.data, response)])


def _remarks(
    survey: Questionnaire, told: Mapping[str, object], on: str | None, code: str
) -> tuple[str, ...]:
    left = [question.id for question in survey.questions if question.id not in told]
    said = [f"Без ответа остались вопросы: {', '.join(left)}."] if left else []
    if survey.anonymous and on:
        said.append("Анкета анонимная: день не записан.")
    return (*said, f"Итоги: roadmap survey results {code}")


def _who(
    directory: Directory, survey: Questionnaire, word: str | None, *, talking: bool
) -> str | None:
    if survey.anonymous:
        if word:
            raise RequestInvalidError("анкета анонимная, кто ответил, не записывается")
        return None
    while not word and talking:
        word = ask("Кто ответил (код или имя)", default="").strip()
        try:
            return person_code(directory, word) if word else None
        except UnknownNameError as error:
            say(f"{error.message}. {error.hint or ''}", error=True)
            word = None
    return person_code(directory, word) if word else None


def _form(word: str | None) -> AnyForm | None:
    if word is None:
        return None
    try:
        return FormChoice().read(word)
    except InvalidValueError as error:
        raise RequestInvalidError(error.message, hint=error.hint) from error


def _given(directory: Directory, survey: Questionnaire, words: list[str]) -> Replies:
    """The replies of the command line. Raises RequestInvalidError listing every invalid one."""
    found: Replies = {}
    faults = []
    for word in words:
        code, sign, text = word.partition("=")
        question = survey.question(code.strip())
        if not sign or question is None:
            faults.append(f"«{word}»: нужно ВОПРОС=ОТВЕТ, вопросы: {_codes(survey)}")
            continue
        try:
            found[question.id] = _read(directory, question, text)
        except (InvalidValueError, UnknownNameError) as error:
            faults.append(f"{question.id}: {error.message}. {error.hint or ''}".strip())
    if faults:
        raise RequestInvalidError("; ".join(faults))
    return {code: reply for code, reply in found.items() if reply}


def _asked(directory: Directory, survey: Questionnaire) -> Replies:
    """Ask every question at the terminal; an empty answer leaves it out."""
    found: Replies = {}
    say(f"{survey.title}. Пустой ответ — пропустить, Ctrl-C — ничего не записать.")
    for number, question in enumerate(survey.questions, 1):
        title = f"{number}/{len(survey.questions)} {question.text} [{how_answered(question)}]"
        while True:
            text = ask(title, default="").strip()
            try:
                reply = _read(directory, question, text)
            except (InvalidValueError, UnknownNameError) as error:
                say(f"{error.message}. {error.hint or ''}", error=True)
                continue
            if reply:
                found[question.id] = reply
            break
    return found


def _read(directory: Directory, question: Question, text: str) -> tuple[str, ...]:
    words = _parts(question, text)
    if question.kind is QuestionKind.PEOPLE:
        words = [person_code(directory, word.strip()) for word in words if word.strip()]
    elif question.options:
        words = [_by_number(question, word.strip()) for word in words]
    return read_reply(question, words)


def _parts(question: Question, text: str) -> list[str]:
    """Several replies in one line: with semicolons, or with commas that stand in no option."""
    if question.kind not in _SEVERAL or text.strip() in question.options:
        return [text]
    commas = "," in text and not any("," in option for option in question.options)
    return re.split("[;,]" if commas else ";", text)


def _by_number(question: Question, word: str) -> str:
    """The option with this number, unless the word is an option itself."""
    if word in question.options or not word.isdecimal():
        return word
    number = int(word)
    return question.options[number - 1] if 1 <= number <= len(question.options) else word


def _codes(survey: Questionnaire) -> str:
    return ", ".join(question.id for question in survey.questions)


def _example(survey: Questionnaire) -> str:
    first = survey.questions[0].id if survey.questions else "q1"
    who = "" if survey.anonymous else "--person КОД "
    return f"{who}{first}=ОТВЕТ"
