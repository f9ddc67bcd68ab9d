"""Results of a questionnaire as sheets: the counts, the means, the changes."""

from collections.abc import Sequence

from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.change import Change
from roadmap_cli.domain.surveys.results import FormResult, SurveyResult
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.text.decimals import decimal

_PLACES = 2


def result_sheets(
    result: SurveyResult,
    changes: Sequence[Change],
    forms: Sequence[FormResult],
    directory: Directory,
) -> list[Sheet]:
    """A sheet of replies, and where there are any, of changes and of the forms."""
    sheets = [Sheet("Ответы", _replies(result, directory))]
    if changes:
        sheets.append(Sheet("До и после", _changes(changes)))
    if forms:
        sheets.append(Sheet("По формам", _forms(forms)))
    return sheets


def _number(value: float | None) -> str:
    return "" if value is None else decimal(value, _PLACES)


def _replies(result: SurveyResult, directory: Directory) -> list[list[str]]:
    rows = [["Вопрос", "Ответило", "Среднее", "Медиана", "Ответ", "Сколько раз"]]
    for one in result.questions:
        head = [one.question.text, str(one.n), _number(one.mean), _number(one.median)]
        replies = [[directory.person(tally.reply), str(tally.times)] for tally in one.tallies]
        replies += [[text, "1"] for text in one.texts]
        rows += [[*head, *reply] for reply in replies or [["", ""]]]
    return rows


def _changes(changes: Sequence[Change]) -> list[list[str]]:
    rows = [["Вопрос", "Ответило оба раза", "До", "После", "Изменение", "Вывод"]]
    for one in changes:
        means = [_number(one.before), _number(one.after), _number(one.difference)]
        rows.append([one.question.text, str(one.n), *means, one.words])
    return rows


def _forms(forms: Sequence[FormResult]) -> list[list[str]]:
    rows = [["Форма", "Вопрос", "Ответило", "Среднее", "Медиана"]]
    for one in forms:
        title = str(one.form.title) if one.form else "не указана"
        for found in one.result.questions:
            if found.mean is not None:
                numbers = [str(found.n), _number(found.mean), _number(found.median)]
                rows.append([title, found.question.text, *numbers])
    return rows
