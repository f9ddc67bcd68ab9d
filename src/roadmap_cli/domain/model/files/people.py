"""People: names and contacts stand in these records only."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from roadmap_cli.domain.model.case_forms import (
    STALE,
    CaseForms,
    CaseRemark,
    doubts_about,
    is_settled,
)
from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Integer, Nested, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName, with_initials

if TYPE_CHECKING:
    from roadmap_cli.text.declension.forms import Doubt
    from roadmap_cli.text.declension.names import Declined


_NOMINATIVE = Case.NOMINATIVE
# Гражданский кодекс, ст. 21: full capacity comes with the eighteenth birthday.
_OF_AGE = 18
_ACTING = r"\s*(?:(?:вр\.?\s*)?и[./]\s*о\b|врио\b|врид\b|(?:временно\s+)?исполняющ)"


class Person(Record):
    """A person; names and contacts stand in no other file."""

    id: str = required(
        Identifier(), "Код, по которому на человека ссылаются другие файлы", survives=True
    )
    surname: str = required(Text(), "Фамилия")
    name: str | None = optional(Text(), "Имя, полностью или инициал", default=None)
    patronymic: str | None = optional(Text(), "Отчество, полностью или инициал", default=None)
    gender: Gender | None = optional(Choice(Gender), "Пол (для склонения)", default=None)
    position: str | None = optional(Text(), "Должность, как в штатном расписании", default=None)
    group: str | None = optional(
        Text(), "Класс, группа или объединение: 9А, «Робототехника»", default=None
    )
    name_cases: CaseForms | None = optional(
        Nested(CaseForms), "Падежи имени, если программа ошибается", default=None
    )
    position_cases: CaseForms | None = optional(
        Nested(CaseForms), "Падежи должности, если программа ошибается", default=None
    )
    born: date | None = optional(Day(), "Дата рождения", default=None)
    birth_year: int | None = optional(
        Integer(1900), "Год рождения, если дата неизвестна", default=None
    )
    address: str | None = optional(Text(), "Адрес", default=None)
    passport: str | None = optional(
        Text(), "Документ: номер, кем и когда выдан (для согласий)", default=None
    )
    phone: str | None = optional(Text(), "Телефон", default=None)
    email: str | None = optional(Text(), "Электронная почта", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)
    forgotten_on: date | None = optional(
        Day(), "Когда данные уничтожены", default=None, by_program=True
    )
    destroyed_keys: tuple[str, ...] = many(
        Text(), "Отпечатки уничтоженных ключей; не изменяйте", default=(), by_program=True
    )
    locked: str | None = optional(
        Text(),
        "Запись зашифрована, ключа к ней здесь нет; не изменяйте",
        default=None,
        by_program=True,
    )

    @property
    def full_name(self) -> str:
        """«Иванова Анна Петровна», or with initials where only they are known."""
        return self.name_in(Case.NOMINATIVE)

    def age_on(self, day: date) -> int | None:
        """How many full years the person has lived; with the year of birth alone the larger age.

        None where neither is known.
        """
        if self.born is not None:
            before = (day.month, day.day) < (self.born.month, self.born.day)
            return day.year - self.born.year - before
        return day.year - self.birth_year if self.birth_year is not None else None

    def is_minor(self, day: date) -> bool:
        """True before the eighteenth birthday, or in the years before it; False when unknown."""
        age = self.age_on(day)
        return age is not None and age < _OF_AGE

    @property
    def is_acting(self) -> bool:
        """True for «и.о. директора»: such a person acts by an order, not by the charter."""
        return self.position is not None and re.match(_ACTING, self.position, re.I) is not None

    @property
    def signature_name(self) -> str:
        """«А.П. Иванова», as a signature line has it."""
        return with_initials(self.surname, self.name, self.patronymic)

    @property
    def given_names(self) -> str | None:
        """«Анна Петровна», or None when only initials are known."""
        given = self._given
        return " ".join(given) if given and all(len(part) > 1 for part in given) else None

    @property
    def known_gender(self) -> Gender | None:
        """The gender that is given, or that the patronymic tells."""
        from roadmap_cli.text.declension.names import gender_of

        return self.gender or gender_of(self._parts)

    def name_in(self, case: Case) -> str:
        """The full name in a case; a form given by hand wins, an unknown gender changes nothing."""
        own = self.name_cases.form(case) if self.name_cases else None
        if own or case is Case.NOMINATIVE:
            return own or _joined(self._parts)
        return _joined(self._declined(case).name)

    def with_initials(self, case: Case) -> str:
        """«Иванова А.П.» in a case."""
        own = self.name_cases.form(case) if self.name_cases else None
        if own or case is Case.NOMINATIVE:
            surname = own.split()[0] if own else self.surname
        else:
            surname = self._declined(case).name.surname
        initials = "".join(f"{part[0]}." for part in self._given)
        return f"{surname} {initials}".strip()

    def position_in(self, case: Case) -> str:
        """The position in a case; a form given by hand wins."""
        own = self.position_cases.form(case) if self.position_cases else None
        if own or case is Case.NOMINATIVE:
            return own or self.position or ""
        return self._declined_position(case)[0]

    @property
    def name_doubts(self) -> tuple["Doubt", ...]:
        """Why a person should look at the cases of this name; none where all are given by hand."""
        if self.forgotten_on or self.locked is not None:
            return ()
        return doubts_about(
            self.name_cases, self.full_name, lambda: self._declined(_NOMINATIVE).doubts
        )

    @property
    def position_doubts(self) -> tuple["Doubt", ...]:
        """Why a person should look at the cases of this position, as `name_doubts`."""
        position = self.position or ""
        return doubts_about(
            self.position_cases, position, lambda: self._declined_position(_NOMINATIVE)[1]
        )

    @property
    def case_remarks(self) -> tuple[CaseRemark, ...]:
        """What a person should check in the cases of the name and of the position."""
        return tuple(filter(None, (self.name_remark(), self.position_remark())))

    def name_remark(self, case: Case | None = None) -> CaseRemark | None:
        """What to check in the cases of the name; with a case nothing if that form is given."""
        return self._remark("surname", "name_cases", self.name_doubts, case)

    def surname_remark(self, case: Case) -> CaseRemark | None:
        """The same for the surname alone, before initials."""
        own = [doubt for doubt in self.name_doubts if doubt.part == "фамилия" or doubt.form is None]
        return self._remark("surname", "name_cases", own, case)

    def position_remark(self, case: Case | None = None) -> CaseRemark | None:
        """What to check in the cases of the position, as `name_remark`."""
        return self._remark("position", "position_cases", self.position_doubts, case)

    def _remark(
        self, key: str, own_forms: str, doubts: Sequence["Doubt"], case: Case | None
    ) -> CaseRemark | None:
        own: CaseForms | None = getattr(self, own_forms)
        if is_settled(own, tuple(doubts), case):
            return None
        from roadmap_cli.text.alphabets import mixed_words
        from roadmap_cli.text.declension.names import NO_GENDER

        said = "; ".join(doubt.said for doubt in doubts)
        mixed = mixed_words(self.full_name if key == "surname" else self.position or "")
        if mixed:
            remedy = f"Исправьте в data/people.yaml: «{mixed[0].meant}»."
        elif doubts[0].part == STALE:
            remedy = f"Исправьте или уберите их в data/people.yaml, ключ {own_forms}."
        elif doubts[0].part == NO_GENDER:
            key = "gender"
            remedy = f"Укажите: roadmap person set {self.id} --gender female (или male)."
        elif doubts[0].form is None:
            remedy = f"Исправьте в data/people.yaml или впишите свои формы, ключ {own_forms}."
        else:
            said = f"проверьте падеж: {said}"
            remedy = (
                f"Верно — подтвердите: roadmap person cases {self.id} --confirm."
                f" Неверно — впишите свои формы в data/people.yaml, ключ {own_forms}."
            )
        return CaseRemark(self.full_name, key, said, remedy)

    def _declined(self, case: Case) -> "Declined":
        from roadmap_cli.text.declension.names import declined

        return declined(self._parts, case, self.gender)

    def _declined_position(self, case: Case) -> tuple[str, tuple["Doubt", ...]]:
        from roadmap_cli.text.declension.positions import declined_position

        return declined_position(self.position or "", case)

    @property
    def _given(self) -> list[str]:
        return [part.strip(".") for part in (self.name, self.patronymic) if part]

    @property
    def _parts(self) -> FullName:
        return FullName(self.surname, self.name, self.patronymic)


def _joined(name: FullName) -> str:
    """«Иванова Анна Петровна», «Иванова А.П.», «Иванова Анна П.»."""
    given = [part.strip(".") for part in (name.name, name.patronymic) if part]
    written = [part if len(part) > 1 else f"{part}." for part in given]
    space = " " if any(len(part) > 1 for part in given) else ""
    return f"{name.surname} {space.join(written)}".strip()


class People(Record):
    """`data/people.yaml`."""

    people: tuple[Person, ...] = many(Nested(Person), "Люди", default=())

    @property
    def forgotten(self) -> frozenset[str]:
        """The codes of those whose data were destroyed."""
        return frozenset(person.id for person in self.people if person.forgotten_on is not None)

    def find(self, person_id: str | None) -> Person | None:
        """The person with this id, or None."""
        return next((person for person in self.people if person.id == person_id), None)
