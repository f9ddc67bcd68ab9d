"""Questionnaires taken from the built-in ones, and results written for other programs."""

from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.kinds import Identifier, InvalidValueError
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_named
from roadmap_cli.domain.surveys.change import changes, paired_surveys
from roadmap_cli.domain.surveys.results import results_by_form, survey_result
from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.exporters.surveys import result_sheets
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.surveys import built_in_surveys
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.storage.update import empty_file
from roadmap_cli.usecases.exports import export_sheets
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session

_EXAMPLE = """\
title: Новая анкета
respondents: participant
moment: once
questions:
- id: q1
  text: Насколько Вы довольны?
  kind: scale
"""


class NewSurveys(NamedTuple):
    """The files of new questionnaires, and what a person should know."""

    files: tuple[str, ...]
    notices: tuple[str, ...]


def built_in_left(session: Session) -> list[tuple[str, str]]:
    """Code and title of the built-in questionnaires that the school has not taken."""
    return [
        (code, survey.title)
        for code, survey in session.data.built_in_surveys.items()
        if code not in session.data.surveys
    ]


def new_surveys(run: Run, words: list[str], source: str | None) -> NewSurveys:
    """Copy built-in questionnaires into data/surveys, or begin one of the school's own.

    A word that is no built-in one begins a new one, with `source` a copy of that. Raises
    RequestInvalidError for a code that cannot be one, WriteRefusedError where it is taken.
    """
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        writes = [_write(session, word, source) for word in dict.fromkeys(words)]
        written = () if run.dry_run else write_together(run.root, writes)
    files = tuple(write.path.relative_to(run.root).as_posix() for write in writes)
    return NewSurveys(files, (*session.notices, *written))


def _write(session: Session, word: str, source: str | None) -> Write:
    known = built_in_surveys()
    code = word
    try:
        Identifier().read(code)
    except InvalidValueError as error:
        raise RequestInvalidError(error.message, hint=error.hint) from error
    registry = Dataset.surveys.member(code)
    path = session.run.root / registry.file
    if bytes_of(path) is not None:
        raise WriteRefusedError(
            f"анкета «{code}» уже есть: {registry.file}",
            hint=f"Правьте её или возьмите под другим кодом: roadmap survey new КОД --from {code}",
        )
    origin = source or code
    if origin in session.data.surveys:
        raw = session.workspace.files[Dataset.surveys.member(origin).key].raw
    elif source is not None or code in known:
        titles = {name: one.title for name, one in session.data.built_in_surveys.items()}
        raw = known[find_named(titles, origin, "готовых анкетах")]
    else:
        raw = empty_file(registry).split(b"\n")[0] + b"\n\n" + _EXAMPLE.encode()
    return Write(path, raw, None)


def export_results(run: Run, code: str, file: Path, *, force: bool) -> tuple[str, ...]:
    """Write the results of a questionnaire as a workbook; what a person should know.

    Raises as `export_sheets` does.
    """

    def sheets(session: Session) -> list[Sheet]:
        data = session.data
        paired = [one for one in paired_surveys(data) if code in (one.before, one.after)]
        return result_sheets(
            survey_result(data, code, session.today),
            changes(data, paired[0]) if paired else (),
            results_by_form(data, code) or (),
            Directory(data),
        )

    written = export_sheets(run, file, sheets, force=force)
    return (f"Записан файл: {file}", *written)
