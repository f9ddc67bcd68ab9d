"""Answers of people: whose each row is, which of several counts, what is recorded already."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.answers import AnswerRow, Left
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.surveys import (
    NOBODY,
    Decisions,
    OpenRow,
    Reading,
    SurveyProposal,
    content,
    unread,
    why_left,
)
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.people.consents import naming_lacks
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.domain.surveys.recording import Filled, record_responses
from roadmap_cli.domain.surveys.respondents import asked
from roadmap_cli.errors import RequestInvalidError


class _Entry(NamedTuple):
    row: AnswerRow
    filled: Filled


class NamedAnswers:
    """Rows of people: whose each is, which of several counts, what is recorded already."""

    def __init__(self, data: Dataset, code: str, reading: Reading, decisions: Decisions) -> None:
        """Raises RequestInvalidError for a decision that only anonymous answers need."""
        if decisions.again:
            raise RequestInvalidError(
                "--again нужен только анонимной анкете", hint="Заменить ответы людей: --replace"
            )
        self.data, self.code, self.reading, self.decisions = data, code, reading, decisions
        self.names = Directory(data)
        self.recorded: dict[str, list[Response]] = {}
        for one in data.responses.of(code):
            self.recorded.setdefault(str(one.person), []).append(one)
        self.doubts: list[str] = []
        self.open: list[OpenRow] = []
        self.same: list[str] = []
        self.other: list[str] = []
        self.replaced: list[str] = []

    def proposal(self, rows: Sequence[AnswerRow], left: Sequence[Left]) -> SurveyProposal:
        """What the rows add to the responses of these people."""
        chosen = self._decided(rows)
        entries: dict[str, list[_Entry]] = {}
        for row in rows:
            person = self._person(row, chosen)
            if person is None:
                continue
            filled = self.reading.filled(row)._replace(person=person)
            if filled.replies:
                entries.setdefault(person, []).append(_Entry(row, filled))
            else:
                why = "в строке нет ни одного ответа, который можно взять"
                self.reading.leave(row, why, faults=True)
        taken = [one for own in entries.values() if (one := self._taken(own)) is not None]
        self._tell_recorded()
        doubts = [*self.doubts, *unread(self.reading, rows), *self._outsiders(taken)]
        return SurveyProposal(
            tuple(taken),
            (record_responses(self.data, self.code, taken, replace=True),) if taken else (),
            len(rows),
            len(self.same),
            tuple(
                LeftOut(one.cell.place, one.text, why_left(self.reading.survey, one))
                for one in (*left, *self.reading.left)
            ),
            (*doubts, *self._lacks(taken)),
            tuple(self.open),
        )

    def _decided(self, rows: Sequence[AnswerRow]) -> dict[str, str]:
        """The person of each row that the user has named."""
        numbers = {row.number for row in rows}
        chosen = {}
        for number, word in self.decisions.people.items():
            if number not in numbers:
                raise RequestInvalidError(f"строки {number} с ответами в файле нет")
            skip = word.casefold() in (NOBODY, "skip")
            chosen[number] = NOBODY if skip else person_code(self.names, word)
        return chosen

    def _person(self, row: AnswerRow, chosen: Mapping[str, str]) -> str | None:
        told = chosen.get(row.number)
        if told == NOBODY:
            self.reading.leave(row, "строку указано не брать")
            return None
        if told is not None:
            return told
        found = self.reading.people.sender(row.who)
        if found.code is None:
            self._ask(row, found.why, found.known)
        return found.code

    def _ask(self, row: AnswerRow, why: str, known: Sequence[str], leave: str = "") -> None:
        words = "; ".join(cell.text for cell in row.who.values())
        people = tuple((code, self._called(code)) for code in dict.fromkeys(known))
        self.open.append(OpenRow(row.number, words, why, people))
        self.reading.leave(row, leave or why)

    def _called(self, code: str) -> str:
        person = self.data.people.find(code)
        told = (person.position, person.group, person.email, person.phone) if person else ()
        return ", ".join([self.names.person(code), *filter(None, told)])

    def _taken(self, own: Sequence[_Entry]) -> Filled | None:
        """The response of one person that is to be recorded."""
        entry = self._one_of(own) if len(own) > 1 else own[0]
        if entry is None:
            return None
        filled = entry.filled
        self._tell_unknown(entry.row, str(filled.person))
        name = self.names.person(str(filled.person))
        before = self.recorded.get(str(filled.person), [])
        if any(_is_same(one, filled) for one in before):
            self.same.append(name)
            return None
        if before and not self.decisions.replace:
            self.other.append(name)
            self.reading.leave(entry.row, "у этого человека записан другой ответ на анкету")
            return None
        if before:
            self.replaced.append(name)
        return filled

    def _tell_unknown(self, row: AnswerRow, code: str) -> None:
        """Name what a row says of its person that stands in the data otherwise or not at all."""
        unknown = self.reading.people.unknown(code, row.who)
        why = f"в базу людей не переносится: roadmap person set {code}"
        self.reading.add([Left(row.who[key], row.who[key].text, why) for key in unknown])

    def _one_of(self, own: Sequence[_Entry]) -> _Entry | None:
        """The row that counts of several of one person; None when only a person can tell."""
        name = self.names.person(str(own[0].filled.person))
        numbers = ", ".join(entry.row.number for entry in own)
        times = [entry.row.time for entry in own]
        known = [time for time in times if time is not None]
        last = max(known, default=None)
        if len({content(entry.filled) for entry in own}) == 1:
            entry = own[times.index(last)]
            self.doubts.append(f"{name}: строки {numbers} одинаковы, взята одна")
            self._leave_others(own, entry, "повторяет строку {}")
            return entry
        if len(known) < len(own) or times.count(last) > 1:
            why = f"строки {numbers} — ответы одного человека ({name}), и неизвестно, какой позже"
            for entry in own:
                self._ask(entry.row, why, (), leave="у человека несколько ответов в файле")
            return None
        entry = own[times.index(last)]
        self.doubts.append(f"{name}: из строк {numbers} взята {entry.row.number}, она последняя")
        self._leave_others(own, entry, "есть ответ этого человека позже, строка {}")
        return entry

    def _leave_others(self, own: Sequence[_Entry], taken: _Entry, why: str) -> None:
        for entry in own:
            if entry is not taken:
                self.reading.leave(entry.row, why.format(taken.row.number))

    def _tell_recorded(self) -> None:
        if self.same:
            self.doubts.append(f"Такие же ответы уже записаны: {'; '.join(self.same)}")
        if self.other:
            self.doubts.append(
                f"Записан другой ответ, новый не взят: {'; '.join(self.other)}. Заменить: --replace"
            )
        if self.replaced:
            self.doubts.append(f"Прежний ответ заменяется: {'; '.join(self.replaced)}")

    def _outsiders(self, taken: Sequence[Filled]) -> Iterator[str]:
        survey = self.reading.survey
        everybody = asked(self.data, survey, self.decisions.today)
        if everybody is None:
            return
        codes = {one.person for one in everybody}
        others = [self.names.person(str(one.person)) for one in taken if one.person not in codes]
        if others:
            yield (
                f"Анкету заполняют {survey.respondents.title}, а в этой базе нет:"
                f" {'; '.join(others)}. Ответы взяты"
            )

    def _lacks(self, taken: Sequence[Filled]) -> Iterator[str]:
        people = [str(one.person) for one in taken]
        lacks = naming_lacks(self.data, people, self.decisions.today)
        if lacks:
            said = "; ".join(lack.words(self.names) for lack in lacks)
            yield f"{said}. Бланки: roadmap consent print. Подписанное: roadmap consent add"


def _is_same(known: Response, new: Filled) -> bool:
    days = {day for day in (known.day, new.day) if day}
    return content(known) == content(new) and len(days) < 2
