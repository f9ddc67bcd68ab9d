"""The screens of an import of answers: who answered, what is left out, what a person must say."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.imports.left_out import grouped
from roadmap_cli.domain.imports.surveys import NOBODY, OpenRow, SurveyProposal
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.recording import Filled
from roadmap_cli.render.imports import left_out_view
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.styles import QUIET_STYLE
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.plurals import counted

_FIRST = 15


def answers_words(code: str, survey: Questionnaire, rows: int) -> str:
    """«ответы на анкету «…» (код): 25 анкет»."""
    many = counted(rows, "заполненная анкета", "заполненные анкеты", "заполненных анкет")
    return f"ответы на анкету «{survey.title}» ({code}), {many}"


def answers_view(
    what: str, survey: Questionnaire, found: SurveyProposal, names: Directory, *, whole: bool
) -> RenderableType:
    """What was recognised, whose answers would be added, and what of the file is not taken."""
    parts: list[RenderableType] = [Text(f"Распознано: {what}.")]
    if not found.filled:
        parts.append(Text("Нового нет, менять нечего."))
    elif survey.anonymous:
        parts.append(Text("Анкета анонимная: кто и когда ответил, не записывается."))
    else:
        parts.append(_people(found.filled, len(survey.questions), names, whole=whole))
    if found.filled:
        many = counted(len(found.filled), "ответ", "ответа", "ответов")
        parts.append(Text(f"Будет записано: {many} из {found.rows}.", style=QUIET_STYLE))
    if found.left:
        parts += [Text(), left_out_view(grouped(found.left), whole=whole)]
    return Group(*parts)


def _people(
    filled: Sequence[Filled], questions: int, names: Directory, *, whole: bool
) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    shown = filled if whole else filled[:_FIRST]
    for one in shown:
        day = numeric(one.day) if one.day else "без даты"
        count = f"ответов на вопросы: {len(one.replies)} из {questions}"
        table.add_row(Text(names.person(str(one.person))), Text(day), Text(count, QUIET_STYLE))
    rest = len(filled) - len(shown)
    return Group(table, *([Text(f"… и ещё {rest}", style=QUIET_STYLE)] if rest else []))


def open_row_words(row: OpenRow) -> str:
    """A row of which a person must say whose it is, with the option that says it."""
    said = f"Строка {row.number} не взята: {row.why}."
    if row.known:
        known = "; ".join(f"{code} ({words})" for code, words in row.known)
        said += f" Возможно: {known}."
    said += f" Указать человека: --person {row.number}=КОД"
    said += f", не брать строку: --person {row.number}={NOBODY}"
    return f"{said}. Новый человек: roadmap person add" if row.words else said


def answers_json(code: str, found: SurveyProposal) -> dict[str, Any]:
    """What an import of answers has understood, left out, and asks."""
    return {
        "survey": code,
        "rows": found.rows,
        "same": found.same,
        "responses": [
            {
                "person": one.person,
                "day": as_json(one.day),
                "form": as_json(one.form),
                "replies": {question: list(words) for question, words in one.replies.items()},
            }
            for one in found.filled
        ],
        "left_out": as_json(found.left),
        "doubts": list(found.doubts),
        "questions": [
            {
                "row": row.number,
                "words": row.words,
                "why": row.why,
                "known": [{"id": code, "words": words} for code, words in row.known],
            }
            for row in found.open
        ],
    }
