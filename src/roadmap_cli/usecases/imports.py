"""Importing a file: the user's answers, what the file would change, and writing it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmap_cli.domain.imports.anonymous_answers import AnonymousAnswers
from roadmap_cli.domain.imports.incoming import NEW, Question
from roadmap_cli.domain.imports.named_answers import NamedAnswers
from roadmap_cli.domain.imports.surveys import Decisions, Reading, SurveyProposal
from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended, key_changes
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.selection import survey_code
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.people.targets import find_target
from roadmap_cli.importers.reading.source import Source
from roadmap_cli.importers.recognize import Import, Wanted, recognize
from roadmap_cli.importers.surveys.table import AnswerSheets, read_answers
from roadmap_cli.usecases.edits import Edited, edit_workspace
from roadmap_cli.usecases.session import ALL_FILES, Run, Session

_COLUMNS = Dataset.columns.file


class Answers:
    """The user's answers about a file: from options, from the rules kept, and from the terminal."""

    def __init__(
        self, session: Session, columns: Mapping[str, str], people: Mapping[str, str]
    ) -> None:
        """`columns` are targets by heading, `people` codes by row. Raises UnknownNameError."""
        self.rules = {
            normalised(rule.heading): rule.target for rule in session.data.columns.columns
        }
        self.new_rules: dict[str, str] = {}
        self.people = dict(people)
        for heading, target in columns.items():
            self.remember(heading, find_target(target))
        _refuse_contradiction(self.new_rules)

    def remember(self, heading: str, target: str) -> None:
        """Keep a rule for this import and for the next ones."""
        if self.rules.get(normalised(heading)) != target:
            self.new_rules[heading] = target
        self.rules[normalised(heading)] = target

    def decide(self, question: Question) -> str | None:
        """The person chosen for this row, if the user has answered.

        Raises RequestInvalidError for an answer that fits nobody.
        """
        answer = self.people.get(question.row.number)
        if answer not in (None, "", NEW, *(code for code, _ in question.known)):
            codes = ", ".join(code for code, _ in question.known)
            raise RequestInvalidError(
                f"строка {question.row.number}: недопустимое значение «{answer}»",
                hint=f"Есть: {codes}, {NEW}.",
            )
        return answer

    def rule_edits(self, session: Session) -> list[Edit]:
        """The edits that keep the new rules for columns."""
        changes = tuple(self._rule_changes(session))
        return [Edit("столбцы", "сохранено", changes)] if changes else []

    def _rule_changes(self, session: Session) -> Iterator[Change]:
        known = {normalised(rule.heading): rule for rule in session.data.columns.columns}
        for heading, target in self.new_rules.items():
            rule = known.get(normalised(heading))
            if rule is not None:
                yield from key_changes(_COLUMNS, rule, {"target": target})
            else:
                written = {"heading": heading, "target": target}
                yield appended(_COLUMNS, ("columns",), written)


def _refuse_contradiction(rules: Mapping[str, str]) -> None:
    """Raises RequestInvalidError when one heading, in two spellings, has two targets."""
    told: dict[str, str] = {}
    for heading, target in rules.items():
        if told.setdefault(normalised(heading), target) != target:
            raise RequestInvalidError(f"столбцу «{heading}» даны два разных ключа")


class Options(NamedTuple):
    """How a file is taken in; see `Wanted`."""

    role: str | None = None
    replace: bool = False
    overwrite: bool = False
    evidence: bool = False
    roles: bool = False


def plan_import(session: Session, source: Source, answers: Answers, options: Options) -> Import:
    """What the file would change."""
    wanted = Wanted(
        options.role,
        answers.rules,
        answers.decide,
        options.replace,
        session.today,
        overwrite=options.overwrite,
        proofs=options.evidence,
        roles=options.roles,
    )
    return recognize(source, Directory(session.data), wanted)


def carry_out(
    run: Run,
    source: Source,
    answers: Answers,
    options: Options,
    remarks: tuple[str, ...],
) -> Edited:
    """Write what the file changes, and the rules for its columns."""

    def edits(session: Session) -> list[Edit]:
        found = plan_import(session, source, answers, options)
        return [*found.edits, *answers.rule_edits(session)]

    return edit_workspace(run, edits, ALL_FILES, lambda _session: remarks)


class AnswersImport(NamedTuple):
    """The answers that a file brings to a questionnaire of the school: what is read, proposed."""

    code: str
    survey: Questionnaire
    sheets: AnswerSheets
    proposal: SurveyProposal


def plan_answers(
    session: Session, source: Source, word: str, columns: Mapping[str, str], decisions: Decisions
) -> AnswersImport:
    """What the answers of a file would change; `columns` are the user's targets by heading.

    Raises UnknownNameError for the questionnaire `word`, a target or a person,
    ImportFailedError for a file without its questions, RequestInvalidError for options.
    """
    code = survey_code(session.data, word)
    survey = session.data.surveys[code]
    sheets = read_answers(source, survey, columns)
    reading = Reading(session.data, survey, session.today)
    kind = AnonymousAnswers if survey.anonymous else NamedAnswers
    answers = kind(session.data, code, reading, decisions)
    return AnswersImport(code, survey, sheets, answers.proposal(sheets.rows, sheets.left))


def record_answers(
    run: Run, source: Source, word: str, columns: Mapping[str, str], decisions: Decisions
) -> Edited:
    """Write the responses that the file brings; see `plan_answers`."""

    def edits(session: Session) -> list[Edit]:
        return [*plan_answers(session, source, word, columns, decisions).proposal.edits]

    return edit_workspace(run, edits, ALL_FILES)
