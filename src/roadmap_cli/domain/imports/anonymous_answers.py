"""Answers that nobody may be traced by: no row is told, and the texts stand by their alphabet."""

from collections import Counter
from collections.abc import Sequence

from roadmap_cli.domain.imports.answers import AnswerRow, Left
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.survey_rows import (
    Again,
    Decisions,
    Reading,
    SurveyProposal,
    content,
    unread,
    why_left,
)
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.domain.surveys.recording import Filled, record_responses
from roadmap_cli.text.plurals import counted

_Pair = tuple[AnswerRow, Filled]


class AnonymousAnswers:
    """Rows that nobody may be traced by: no row is named, and texts are told in their alphabet."""

    def __init__(self, data: Dataset, code: str, reading: Reading, decisions: Decisions) -> None:
        self.data, self.code, self.reading, self.decisions = data, code, reading, decisions

    def proposal(self, rows: Sequence[AnswerRow], left: Sequence[Left]) -> SurveyProposal:
        """What the rows add; nothing while it is not decided what those are that there are."""
        reading, again = self.reading, self.decisions.again
        every = [(row, self.reading.filled(row)) for row in rows]
        pairs = [(row, filled) for row, filled in every if filled.replies]
        fresh, equal = self._compared(pairs)
        waits = bool(equal and fresh) and again is None
        for row, _ in fresh if waits else ():
            reading.leave(row, "не взято, пока не указано --again")
        chosen = pairs if again is Again.ALL else [] if waits else fresh
        taken = sorted(
            (filled for _, filled in chosen), key=lambda one: sorted(one.replies.items())
        )
        told = [_hidden(reading.survey, one) for one in (*left, *reading.left)]
        doubts = [] if again is Again.ALL else _equal_told(len(pairs), len(equal), again)
        if empty := len(every) - len(pairs):
            many = counted(empty, "строка", "строки", "строк")
            doubts.append(f"{many} без единого ответа, который можно взять")
        return SurveyProposal(
            tuple(taken),
            (record_responses(self.data, self.code, taken),) if taken else (),
            len(rows),
            len(equal),
            tuple(sorted(told, key=lambda one: (one.where, one.why, one.text))),
            (*doubts, *unread(reading, ())),
        )

    def _compared(self, pairs: Sequence[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
        """The rows that say what no recorded response says, and the others; each counts once."""
        recorded = Counter(content(one) for one in self.data.responses.of(self.code))
        fresh: list[_Pair] = []
        equal: list[_Pair] = []
        for row, filled in pairs:
            said = content(filled)
            (equal if recorded[said] > 0 else fresh).append((row, filled))
            recorded[said] -= 1
        return fresh, equal


def _equal_told(count: int, equal: int, again: Again | None) -> list[str]:
    """What is said of responses that say the same as recorded ones."""
    if not equal:
        return []
    many = counted(equal, "анкета", "анкеты", "анкет")
    if equal == count:
        said = f"Все анкеты файла ({equal}) слово в слово совпадают с записанными и не взяты."
        return [f"{said} Если ответили другие люди: --again {Again.ALL.value}"]
    if again is Again.NEW:
        return [f"Слово в слово совпадают с записанными и не взяты: {many}"]
    return [
        f"Слово в слово совпадают с записанными: {many} из {count}. Анонимные ответы не"
        " различить, поэтому не взято ничего. Если это прежний файл, к которому добавились"
        f" ответы: --again {Again.NEW.value}. Если ответили другие люди: --again {Again.ALL.value}"
    ]


def _hidden(survey: Questionnaire, left: Left) -> LeftOut:
    """What is left out, without the row."""
    return LeftOut(left.cell.table, left.text, why_left(survey, left))
