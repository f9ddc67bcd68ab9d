"""What a questionnaire has brought, on a screen: counts, bars, means, changes."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.model.files.surveys import QuestionKind
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.change import Change
from roadmap_cli.domain.surveys.results import (
    FEWEST_ANONYMOUS,
    FormResult,
    QuestionResult,
    SurveyResult,
)
from roadmap_cli.render.json_values import Json, as_json
from roadmap_cli.render.progress_bar import progress_bar
from roadmap_cli.text.decimals import decimal
from roadmap_cli.text.plurals import counted

_BAR = 16
# A scale of more steps is told in one line.
_MOST_LINES = 5


def result_view(
    result: SurveyResult,
    directory: Directory,
    changes: Sequence[Change] = (),
    forms: Sequence[FormResult] | None = (),
) -> RenderableType:
    """The whole result; `forms` is None where a breakdown would tell whose responses are whose."""
    parts: list[RenderableType] = [*_head(result, directory)]
    for number, question in enumerate(result.questions, 1):
        if question.n or question.invalid:
            parts += [Text(), *_question(number, question, directory)]
    silent = [one.question.id for one in result.questions if not one.n and not one.invalid]
    if silent and result.n and not result.is_withheld:
        parts += [Text(), Text(f"Без ответов остались вопросы: {', '.join(silent)}.", style="dim")]
    if result.level is not None:
        parts += [Text(), Text(level_words(result), style="bold")]
    if changes:
        parts += [Text(), Text("До и после", style="bold"), *map(_change, changes)]
    if forms is None:
        parts += [Text(), Text(_NO_FORMS, style="dim")]
    for one in forms or ():
        title = one.form.title if one.form else "форма не указана"
        parts += [Text(), Text(f"{title}: {answers_words(one.result.n)}", style="bold")]
        parts += [Text(f"  {line}") for line in _means(one.result)]
    return Group(*parts)


_NO_FORMS = (
    f"По формам не показано: где-то меньше {FEWEST_ANONYMOUS} анонимных ответов,"
    " по ним было бы видно, чьи они."
)


def answers_words(n: int) -> str:
    """«5 ответов»."""
    return counted(n, "ответ", "ответа", "ответов")


def level_words(result: SurveyResult) -> str:
    """The sum of the scores and its level."""
    level = result.level
    assert level is not None
    said = f"Сумма баллов: {decimal(level.total)} из {level.most}"
    return f"{said}, уровень: {level.level or 'ниже всех описанных'} (анкет: {level.n})"


def _head(result: SurveyResult, directory: Directory) -> Iterator[RenderableType]:
    survey = result.survey
    yield Text(f"{survey.title} ({result.code})", style="bold")
    asked = f" из {result.asked}" if result.asked is not None else ""
    said = f"Отвечают {survey.respondents.title}, {survey.moment.title}. Ответов: {result.n}{asked}"
    yield Text(f"{said}{', анкета анонимная' if survey.anonymous else ''}.")
    if result.destroyed:
        yield Text(f"Из них без содержания, данные уничтожены: {result.destroyed}.")
    if result.is_withheld:
        yield Text(
            f"Меньше {FEWEST_ANONYMOUS} анонимных ответов не показывается: видно было бы, чьи они.",
            style="yellow",
        )
    if result.missing:
        names = ", ".join(map(directory.person, result.missing))
        yield Text(f"Не ответили ({len(result.missing)}): {names}")
    elif survey.anonymous and result.asked is not None:
        yield Text("Кто не ответил, в анонимной анкете не видно.", style="dim")


def _question(
    number: int, result: QuestionResult, directory: Directory
) -> Iterator[RenderableType]:
    question = result.question
    summary = ""
    if result.mean is not None and result.median is not None:
        summary = f", среднее {decimal(result.mean)}, медиана {decimal(result.median)}"
    invalid = f", не распознано: {result.invalid}" if result.invalid else ""
    yield Text(f"{number}. {question.text}", style="bold")
    yield Text(f"   {answers_words(result.n)}{summary}{invalid}", style="dim")
    if question.kind is QuestionKind.TEXT:
        for text in result.texts:
            yield Padding(Text(f"– {text}"), (0, 0, 0, 3))
        return
    if not result.n:
        return
    if question.kind is QuestionKind.SCALE and len(result.tallies) > _MOST_LINES:
        yield Padding(_scores(result), (0, 0, 0, 3))
        return
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", max_width=34)
    table.add_column()
    table.add_column(justify="right")
    for tally in result.tallies:
        people = question.kind is QuestionKind.PEOPLE
        name = directory.person(tally.reply) if people else tally.reply
        table.add_row(name, progress_bar(tally.times / result.n, _BAR), str(tally.times))
    yield Padding(table, (0, 0, 0, 3))


def _scores(result: QuestionResult) -> Text:
    """A long scale in one line: how far along it the mean is, which scores were given."""
    question = result.question
    mean = question.least if result.mean is None else result.mean
    share = (mean - question.least) / (question.most - question.least)
    given = ", ".join(f"{one.reply} – {one.times}" for one in result.tallies if one.times)
    return progress_bar(share, _BAR).append(f" {given}")


def _change(change: Change) -> RenderableType:
    sign = "+" if change.difference > 0 else ""
    line = Text(f"• {change.question.text}: ")
    line.append(f"{decimal(change.before)} → {decimal(change.after)}", style="bold")
    line.append(f" ({sign}{decimal(change.difference)}); {change.words}")
    return line


def _means(result: SurveyResult) -> Iterator[str]:
    for question in result.questions:
        if question.mean is not None:
            yield f"{question.question.text}: {decimal(question.mean)} (n = {question.n})"
    if result.level is not None:
        yield level_words(result)


def result_json(
    result: SurveyResult, changes: Sequence[Change], forms: Sequence[FormResult] | None
) -> Json:
    """The same as JSON; a breakdown that is withheld is null."""
    return {
        **_plain(result),
        "changes": [
            {
                "question": change.question.id,
                "n": change.n,
                "before": change.before,
                "after": change.after,
                "up": change.up,
                "down": change.down,
                "same": change.same,
                "by_chance": change.by_chance,
                "words": change.words,
            }
            for change in changes
        ],
        "forms": None
        if forms is None
        else [
            {"form": as_json(one.form.value if one.form else None), **_plain(one.result)}
            for one in forms
        ],
    }


def _plain(result: SurveyResult) -> Json:
    return {
        "survey": result.code,
        "title": result.survey.title,
        "anonymous": result.survey.anonymous,
        "n": result.n,
        "asked": result.asked,
        "missing": as_json(result.missing),
        "withheld": result.is_withheld,
        "destroyed": result.destroyed,
        "questions": [_question_json(question) for question in result.questions],
        "level": as_json(result.level),
    }


def _question_json(result: QuestionResult) -> dict[str, Any]:
    return {
        "id": result.question.id,
        "text": result.question.text,
        "kind": result.question.kind.value,
        "n": result.n,
        "invalid": result.invalid,
        "mean": result.mean,
        "median": result.median,
        "replies": [{"reply": tally.reply, "times": tally.times} for tally in result.tallies],
        "texts": list(result.texts),
    }
