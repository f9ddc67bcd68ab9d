"""A list of pairs: mentor, mentee, and what the pair is for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.incoming import Incoming
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.pairs import ToldPair
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.people import values
from roadmap_cli.importers.people.columns import (
    NamedColumns,
    find_named_columns,
    has_words,
    text_at,
)
from roadmap_cli.importers.people.headings import GROUP_OR_POSITION, SKIP, target_of
from roadmap_cli.text.names import comparable

_MENTOR, _MENTEE, _FORM, _NOTE, _NUMBER = "mentor", "mentee", "form", "note", "number"
_NAMED = r"^(ф и о |фио |ф и |фи |педагог |учитель )*"
_TAIL = r"( ф и о| фио| ф и| фи| класс| должность| группа)*$"
_LOOKS = (
    (_NUMBER, r"^№"),
    (_MENTEE, rf"{_NAMED}(наставляем\w+|подопечн\w+)(\s\w+)?{_TAIL}"),
    (_MENTOR, rf"{_NAMED}наставник\w*{_TAIL}"),
    (_FORM, r"^форма( наставничества)?$"),
    (_NOTE, r"предмет|направлени|^тема|^цель|^запрос"),
)
_MOST_OTHERS = 3
# What may stand beside the two names; a registry with telephones is a list of people.
_BESIDE = (None, SKIP, GROUP_OR_POSITION, "people.group", "people.position")
_MENTORS, _MENTEES = Dataset.mentors.key, Dataset.mentees.key


class PairTable(NamedTuple):
    """The people of the list, its pairs, and what is left out."""

    rows: tuple[Incoming, ...]
    pairs: tuple[ToldPair, ...]
    left: tuple[LeftOut, ...]


def read_pairs(table: Sequence[Sequence[str]], where: str) -> PairTable | None:
    """The pairs of a table; None where it does not name both sides, or is a wide registry."""
    found = find_named_columns(table, _LOOKS, (_MENTOR, _MENTEE))
    if found is None:
        return None
    known = {column for own in found.of.values() for column in own}
    others = [heading for n, heading in enumerate(found.headings) if heading and n not in known]
    if len(others) > _MOST_OTHERS or any(target_of(one) not in _BESIDE for one in others):
        return None
    return _Reader(found, where).read(table)


class _Reader:
    def __init__(self, columns: NamedColumns, where: str) -> None:
        self.columns, self.where = columns, where
        self.rows: list[Incoming] = []
        self.pairs: list[ToldPair] = []
        self.left: list[LeftOut] = []
        self._met: dict[tuple[str, str], str] = {}
        self._mentor = self._mentor_name = ""

    def read(self, table: Sequence[Sequence[str]]) -> PairTable:
        known = self.columns.read((_NOTE,))
        for position, cells in enumerate(table):
            if position > self.columns.heading:
                self._row(position + 1, cells)
            for column, cell in enumerate(cells):
                if not cell.strip() or (position >= self.columns.heading and column in known):
                    continue  # what is known is read with its row
                above = position < self.columns.heading
                heading = self.columns.headings[column : column + 1]
                why = (
                    "строка над заголовком таблицы"
                    if above
                    else (f"столбец «{''.join(heading)}»: в парах его нет")
                )
                self._leave(position + 1, column, cell, why)
        return PairTable(tuple(self.rows), tuple(self.pairs), tuple(self.left))

    def _leave(self, row: int, column: int, text: str, why: str) -> None:
        self.left.append(LeftOut(cell_place(self.where, row, column), text.strip(), why))

    def _row(self, number: int, cells: Sequence[str]) -> None:
        mentor_text = text_at(cells, self.columns.first(_MENTOR))
        mentees = text_at(cells, self.columns.first(_MENTEE))
        if not mentees or values.is_no_name(mentees):
            for column, cell in enumerate(cells):
                if cell.strip() and (column != self.columns.first(_NUMBER) or has_words(cell)):
                    self._leave(number, column, cell, "строка без наставляемого")
            return
        at = self.columns.first(_NUMBER)
        if at is not None and has_words(counted := text_at(cells, at)):
            self._leave(number, at, counted, "слова в столбце номера")
        form_text = text_at(cells, self.columns.first(_FORM))
        form = self._form(number, form_text)
        note = self._note(cells)
        if mentor_text:  # an empty cell goes on with the mentor above
            self._mentor_name = mentor_text
            self._mentor = self._somebody(f"наставники:{number}", _MENTORS, mentor_text, form)
        for place, text in enumerate(re.split(r"[\n;]", mentees)):
            row = f"наставляемые:{number}" + (f"/{place + 1}" if place else "")
            mentee = self._somebody(row, _MENTEES, text, form)
            if self._mentor:
                told = ToldPair(self._mentor, mentee, form, note, self._mentor_name, text)
                self.pairs.append(told)

    def _form(self, number: int, text: str) -> AnyForm | None:
        if not text:
            return None
        try:
            return FormChoice().read(text)
        except InvalidValueError:
            column = self.columns.first(_FORM)
            assert column is not None
            self._leave(number, column, text, "форма наставничества не распознана")
            return None

    def _note(self, cells: Sequence[str]) -> str:
        told = [
            f"{self.columns.headings[column]}: {text_at(cells, column)}"
            for column in self.columns.of.get(_NOTE, ())
            if text_at(cells, column)
        ]
        return "\n".join(told)

    def _somebody(self, row: str, role: str, text: str, form: AnyForm | None) -> str:
        """The row under which a person of the pair is looked up; one row a person and role."""
        name, _, rest = re.sub(r"\s*\(([^()]*)\)", r", \1", text).partition(",")
        key = (role, comparable(name))
        if key not in self._met:
            told = values.name_parts(name)
            if rest := rest.strip(" ,"):
                told |= {"group" if values.is_group(rest) else "position": rest}
            part = {"form": str(form.value)} if form is not None else {}
            self.rows.append(Incoming(row, told, {role: part}, words=text))
            self._met[key] = row
        return self._met[key]
