"""Answers that nobody may be traced by: no row is told, and the texts stand by their alphabet."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.answers import AnswerRow, Left
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.surveys import (
    Again,
    Decisions,
    Reading,
    SurveyProposal,
    content,
    unread,
    why_left,
)
from roadmap_cli.domain.model.changes import RemoveItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.responses import Responses
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.domain.surveys.recording import Filled, record_responses
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.plurals import counted

_LIKE = "похоже на записанный ответ, отличается лишь числом ответов"
_UNDECIDED = "не взято, пока не указано --again или --replace"
_Pair = tuple[AnswerRow, Filled]


class _Compared(NamedTuple):
    """Rows that say what no recorded response says; that say the same; that say more or less."""

    fresh: list[_Pair]
    equal: list[_Pair]
    similar: list[_Pair]


class AnonymousAnswers:
    """Rows that nobody may be traced by, and the recorded responses that may be the same ones.

    Nothing that would tell them apart is kept, so that only a person can say which they are.
    """

    def __init__(self, data: Dataset, code: str, reading: Reading, decisions: Decisions) -> None:
        """Raises RequestInvalidError for decisions about people, or that exclude each other."""
        if decisions.people:
            raise RequestInvalidError("анкета анонимная: чьи ответы, не указывают")
        if decisions.replace and decisions.again:
            raise RequestInvalidError("указывают одно из двух: --replace или --again")
        self.data, self.code, self.reading, self.decisions = data, code, reading, decisions
        self.recorded = data.responses.of(code)

    def proposal(self, rows: Sequence[AnswerRow], left: Sequence[Left]) -> SurveyProposal:
        """What the rows add; nothing while it is not decided what those are that there are."""
        reading = self.reading
        every = [(row, reading.filled(row)) for row in rows]
        pairs = [(row, filled) for row, filled in every if filled.replies]
        found = self._compared(pairs)
        chosen, doubts = self._chosen(pairs, found)
        for row, filled in (*found.fresh, *found.similar):
            if (row, filled) not in chosen:
                reading.leave(row, _LIKE if chosen else _UNDECIDED)
        if empty := len(every) - len(pairs):
            many = counted(empty, "строка", "строки", "строк")
            doubts.append(f"{many} без единого ответа, который можно взять")
        own = (filled for _, filled in chosen)
        taken = sorted(own, key=lambda one: sorted(one.replies.items()))
        told = [_hidden(reading.survey, one) for one in (*left, *reading.left)]
        return SurveyProposal(
            tuple(taken),
            (self._edit(taken),) if taken else (),
            len(rows),
            len(found.equal),
            tuple(sorted(told, key=lambda one: (one.where, one.why, one.text))),
            (*doubts, *unread(reading, ())),
        )

    def _chosen(self, pairs: list[_Pair], found: _Compared) -> tuple[list[_Pair], list[str]]:
        """The rows to take, and what is said of those that may be recorded already."""
        again, known = self.decisions.again, len(found.equal) + len(found.similar)
        if known == 0 or again is Again.ALL:
            return pairs, []
        if len(found.equal) == len(pairs):
            said = f"Все анкеты файла ({known}) слово в слово совпадают с записанными и не взяты."
            return [], [f"{said} Если ответили другие люди: --again {Again.ALL.value}"]
        if self.decisions.replace:
            many = counted(len(self.recorded), "ответ", "ответа", "ответов")
            return pairs, [f"Все прежние ответы на анкету ({many}) заменяются ответами файла"]
        if again is Again.NEW:
            many = counted(known, "анкета", "анкеты", "анкет")
            return found.fresh, [f"Совпадают с записанными или похожи на них, не взяты: {many}"]
        return [], [
            f"Из {len(pairs)} анкет файла слово в слово совпадают с записанными"
            f" {len(found.equal)}, отличаются лишь числом ответов {len(found.similar)}."
            " Анонимные ответы не различить, поэтому не взято ничего. Если это та же выгрузка,"
            " прочитанная полнее, заменить ею записанные ответы: --replace. Если к прежней"
            f" выгрузке добавились ответы: --again {Again.NEW.value}."
            f" Если ответили другие люди: --again {Again.ALL.value}"
        ]

    def _edit(self, taken: Sequence[Filled]) -> Edit:
        if not self.decisions.replace:
            return record_responses(self.data, self.code, taken)
        others = tuple(one for one in self.data.responses.responses if one not in self.recorded)
        records = {**self.data.records, "responses": Responses(responses=others)}
        edit = record_responses(self.data.having(records=records), self.code, taken)
        gone = [RemoveItem(Dataset.responses.file, one.at) for one in reversed(self.recorded)]
        return edit._replace(changes=(*gone, *edit.changes))

    def _compared(self, pairs: Sequence[_Pair]) -> _Compared:
        """The rows set against the recorded responses; each of those is counted once."""
        recorded = Counter(content(one) for one in self.recorded)
        found = _Compared([], [], [])
        others = []
        for row, filled in pairs:
            said = content(filled)
            if recorded[said] > 0:
                found.equal.append((row, filled))
                recorded[said] -= 1
            else:
                others.append((row, filled))
        for row, filled in others:
            replies, form = content(filled)
            like = next((one for one, count in recorded.items() if count > 0 and one[1] == form
                         and (one[0] < replies or replies < one[0])), None)  # fmt: skip
            (found.similar if like else found.fresh).append((row, filled))
            if like:
                recorded[like] -= 1
        return found


def _hidden(survey: Questionnaire, left: Left) -> LeftOut:
    """What is left out, without the row."""
    return LeftOut(left.cell.table, left.text, why_left(survey, left))
