"""People: the only records that hold names and contacts."""

from roadmap_cli.domain.kinds import Choice, Identifier, Nested, Text, TitledEnum
from roadmap_cli.domain.records import Record, many, optional, required
from roadmap_cli.text.names import comparable, with_initials


class Gender(TitledEnum):
    """Grammatical gender, for the forms of names and positions."""

    FEMALE = "female"
    MALE = "male"

    @property
    def title(self) -> str:
        """The gender in Russian."""
        return {"female": "женский", "male": "мужской"}[self.value]


class Person(Record):
    """A person; names and contacts stand in no other file."""

    id: str = required(Identifier(), "Код, по которому на человека ссылаются другие файлы")
    surname: str = required(Text(), "Фамилия")
    name: str | None = optional(Text(), "Имя полностью или инициал", default=None)
    patronymic: str | None = optional(Text(), "Отчество полностью или инициал", default=None)
    gender: Gender | None = optional(Choice(Gender), "Пол (для склонения)", default=None)
    position: str | None = optional(Text(), "Должность, как в штатном расписании", default=None)
    phone: str | None = optional(Text(), "Телефон", default=None)
    email: str | None = optional(Text(), "Электронная почта", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)

    @property
    def full_name(self) -> str:
        """«Иванова Анна Петровна», or with initials where only they are known."""
        parts = [part if len(part) > 1 else f"{part}." for part in self._given]
        joined = " ".join(parts) if any(len(part) > 2 for part in parts) else "".join(parts)
        return f"{self.surname} {joined}".strip()

    @property
    def signature_name(self) -> str:
        """«А.П. Иванова», as a signature line has it."""
        return with_initials(self.surname, self.name, self.patronymic)

    def is_called(self, text: str) -> bool:
        """True when `text` is this person's id or surname with initials or names."""
        initials = "".join(part[0] for part in self._given)
        names = (self.id, self.full_name, f"{self.surname} {initials}")
        return comparable(text) in {comparable(name) for name in names}

    @property
    def _given(self) -> list[str]:
        return [part.strip(".") for part in (self.name, self.patronymic) if part]


class People(Record):
    """`data/people.yaml`."""

    people: tuple[Person, ...] = many(Nested(Person), "Люди", default=())

    def find(self, person_id: str | None) -> Person | None:
        """The person with this id, or None."""
        return next((person for person in self.people if person.id == person_id), None)

    def called(self, text: str) -> Person | None:
        """The one person whom the text names by id or by name; None for none or several."""
        found = [person for person in self.people if person.is_called(text)]
        return found[0] if len(found) == 1 else None
