"""A table of consents: who signed what, on which day."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.imports.incoming import Incoming
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.signed import Signed
from roadmap_cli.domain.model.files.consents import ConsentKind, Signer
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.people import values
from roadmap_cli.importers.people.columns import (
    NamedColumns,
    find_named_columns,
    has_words,
    text_at,
)

_NAME, _DAY, _SIGNER, _ANY = "name", "day", "signer", "any"
_KINDS: tuple[tuple[str, str], ...] = (
    (ConsentKind.PD_DISTRIBUTION.value, r"распростран"),
    (ConsentKind.PD_PROCESSING.value, r"обработк|персональн|\bпд\b"),
    (ConsentKind.IMAGE.value, r"изображен|фото|видео"),
    (ConsentKind.MENTOR_DUTY.value, r"обязанност"),
    (ConsentKind.PARTICIPATION.value, r"участи"),
)
_LOOKS = (
    (_SIGNER, r"подписал|кто дал|подписант"),
    (_DAY, r"^дата( согласия| подписания)?$|когда (дано|подписано)"),
    (_NAME, r"^(ф и о|фио|ф и|фи)\b|фамилия имя"),
    *_KINDS,
    (_ANY, r"согласи"),
)
_YES = r"(?:да|есть|получено|подписано|\+|✓|✔|v|имеется)\.?"
_NO = r"(?:нет|отказ\w*|не\s.+|[-–—]+)\.?"


class ConsentTable(NamedTuple):
    """The people of the table, what they signed, and what is left out."""

    rows: tuple[Incoming, ...]
    signed: tuple[Signed, ...]
    left: tuple[LeftOut, ...]
    doubts: tuple[str, ...]


def read_consents(table: Sequence[Sequence[str]], where: str) -> ConsentTable | None:
    """The consents of a table; None where no column speaks of one."""
    found = find_named_columns(table, _LOOKS, (_NAME,))
    kinds = [kind for kind, _ in _KINDS if found and kind in found.of]
    if found is None or not (kinds or _ANY in found.of):
        return None
    if not kinds and _DAY not in found.of:
        return None  # a questionnaire that asks for consent among other things
    if len(found.headings) > len([n for own in found.of.values() for n in own]) + 2:
        return None
    return _Reader(found, where).read(table)


class _Reader:
    def __init__(self, columns: NamedColumns, where: str) -> None:
        self.columns, self.where = columns, where
        self.rows: list[Incoming] = []
        self.signed: list[Signed] = []
        self.left: list[LeftOut] = []
        self.doubts: list[str] = []

    def read(self, table: Sequence[Sequence[str]]) -> ConsentTable:
        known = self.columns.read((_ANY, *dict(_KINDS)))
        if _ANY in self.columns.of:
            heading = self.columns.headings[self.columns.of[_ANY][0]]
            self.doubts.append(f"«{heading}» понято как согласие на обработку персональных данных")
        for position, cells in enumerate(table):
            below = position > self.columns.heading
            name = text_at(cells, self.columns.first(_NAME))
            if below and name and not values.is_no_name(name):
                self._row(position + 1, cells, name)
            for column, cell in enumerate(cells):
                heading = self._heading(column)
                numbered = re.match(r"\s*(?:№|п/?п)", heading.casefold()) is not None
                numbered = numbered and (cell == heading or not has_words(cell))
                if not cell.strip() or numbered or (below and name and column in known):
                    continue
                if position != self.columns.heading or column not in known:
                    why = "строка без имени" if below else "строка над заголовком таблицы"
                    self._leave(position + 1, column, cell, why if column in known or not below
                                else f"столбец «{heading}» не распознан")  # fmt: skip
        return ConsentTable(
            tuple(self.rows), tuple(self.signed), tuple(self.left), tuple(self.doubts)
        )

    def _heading(self, column: int) -> str:
        return self.columns.headings[column] if column < len(self.columns.headings) else ""

    def _leave(self, row: int, column: int, text: str, why: str) -> None:
        self.left.append(LeftOut(cell_place(self.where, row, column), text.strip(), why))

    def _row(self, number: int, cells: Sequence[str], name: str) -> None:
        given = len(self.signed)
        common = _day(text_at(cells, self.columns.first(_DAY)))
        words = text_at(cells, self.columns.first(_SIGNER))
        for kind, own in self.columns.of.items():
            for column in own if kind in (*dict(_KINDS), _ANY) else ():
                self._answer(number, column, kind, text_at(cells, column), common, words)
        if len(self.signed) > given:
            self.rows.append(
                Incoming(
                    str(number), values.name_parts(name), {}, words="; ".join(filter(None, cells))
                )
            )
        else:
            self._leave(number, self.columns.of[_NAME][0], name, "согласия в строке нет")

    def _answer(
        self, number: int, column: int, kind: str, text: str, common: date | None, words: str
    ) -> None:
        folded = text.casefold()
        day = _day(text) or common
        if not text:
            return
        if re.fullmatch(_NO, folded):
            self._leave(number, column, text, f"«{self._heading(column)}»: согласия нет")
        elif day is None or not (re.fullmatch(_YES, folded) or _day(text)):
            why = (
                "согласие без даты" if re.fullmatch(_YES, folded) else "не понято, есть ли согласие"
            )
            self._leave(number, column, text, f"«{self._heading(column)}»: {why}")
        else:
            meant = ConsentKind.PD_PROCESSING if kind == _ANY else ConsentKind(kind)
            own = words.casefold().startswith("сам") or not words
            signer = Signer.SELF if own else Signer.REPRESENTATIVE
            self.signed.append(Signed(str(number), meant, day, signer, words))


def _day(text: str) -> date | None:
    told = values.day(text)
    for look, order in ((r"(\d{4})-(\d{2})-(\d{2})", (1, 2, 3)),
                        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", (3, 2, 1))):  # fmt: skip
        if match := re.fullmatch(look, told):
            try:
                return date(*(int(match[group]) for group in order))
            except ValueError:
                return None
    return None
