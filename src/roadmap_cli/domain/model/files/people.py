"""People: names and contacts stand in these records only."""

from datetime import date

from roadmap_cli.domain.model.kinds import Choice, Day, Identifier, Integer, Nested, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName, with_initials


class CaseForms(Record):
    """Forms that a person or the school knows better than the program."""

    genitive: str | None = optional(Text(), "Родительный: кого", default=None)
    dative: str | None = optional(Text(), "Дательный: кому", default=None)
    accusative: str | None = optional(Text(), "Винительный: кого", default=None)
    instrumental: str | None = optional(Text(), "Творительный: кем", default=None)
    prepositional: str | None = optional(Text(), "Предложный: о ком", default=None)

    def form(self, case: Case) -> str | None:
        """The form in a case, when it is known."""
        return getattr(self, case.value, None)


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

    def is_minor(self, day: date) -> bool:
        """True before the eighteenth birthday, or in the years before it; False when unknown."""
        if self.born is None:
            return self.birth_year is not None and day.year - self.birth_year < 18
        return (day.year - self.born.year, day.month, day.day) < (
            18,
            self.born.month,
            self.born.day,
        )

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
        from roadmap_cli.text.declension.names import in_case

        return _joined(in_case(self._parts, case, self.known_gender))

    def with_initials(self, case: Case) -> str:
        """«Иванова А.П.» in a case."""
        from roadmap_cli.text.declension.names import in_case

        own = self.name_cases.form(case) if self.name_cases else None
        surname = own.split()[0] if own else in_case(self._parts, case, self.known_gender).surname
        initials = "".join(f"{part[0]}." for part in self._given)
        return f"{surname} {initials}".strip()

    def position_in(self, case: Case) -> str:
        """The position in a case; a form given by hand wins."""
        from roadmap_cli.text.declension.positions import position_in_case

        own = self.position_cases.form(case) if self.position_cases else None
        return own or position_in_case(self.position or "", case)

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
