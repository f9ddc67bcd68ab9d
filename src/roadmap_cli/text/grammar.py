"""The cases and genders of Russian grammar, and enumerations whose members have Russian names."""

from enum import Enum


class TitledEnum(Enum):
    """A closed set of words; each member's Russian name is `title`."""

    @property
    def title(self) -> str:
        """The member in Russian."""
        raise NotImplementedError

    @property
    def also(self) -> tuple[str, ...]:
        """Other names that people write for the member."""
        return ()


class Case(TitledEnum):
    """The six cases; the value is the name by which templates call them."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"

    @property
    def title(self) -> str:
        """The case in Russian, with its question."""
        return _CASE_TITLES[self]


_CASE_TITLES = {
    Case.NOMINATIVE: "именительный (кто)",
    Case.GENITIVE: "родительный (кого)",
    Case.DATIVE: "дательный (кому)",
    Case.ACCUSATIVE: "винительный (кого)",
    Case.INSTRUMENTAL: "творительный (кем)",
    Case.PREPOSITIONAL: "предложный (о ком)",
}


class Gender(TitledEnum):
    """Grammatical gender of a person."""

    FEMALE = "female"
    MALE = "male"

    @property
    def title(self) -> str:
        """The gender in Russian."""
        return {"female": "женский", "male": "мужской"}[self.value]
