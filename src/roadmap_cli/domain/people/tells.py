"""What in a text tells of a person, and how surely."""

from typing import NamedTuple

from roadmap_cli.text.grammar import TitledEnum


class Tell(TitledEnum):
    """The kinds of mention; whoever asks chooses those that count.

    `SURNAME` is a bare surname that looks like a name; `WORD` one that may as well be an ordinary
    word there («белым», «Голова» at the start of a sentence); `NAMESAKE` a surname with another's
    initials or given names, or the given names beside another's surname.
    """

    FULL = "full"
    GIVEN = "given"
    SURNAME = "surname"
    WORD = "word"
    NAMESAKE = "namesake"
    PHONE = "phone"
    EMAIL = "email"
    PASSPORT = "passport"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    CODE = "code"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return _TITLES[self]


_TITLES = {
    Tell.FULL: "фамилия с именем или инициалами",
    Tell.GIVEN: "имя и отчество",
    Tell.SURNAME: "фамилия",
    Tell.WORD: "фамилия или обычное слово",
    Tell.NAMESAKE: "однофамилец или тёзка",
    Tell.PHONE: "телефон",
    Tell.EMAIL: "электронная почта",
    Tell.PASSPORT: "номер документа",
    Tell.ADDRESS: "адрес",
    Tell.BIRTHDAY: "дата рождения",
    Tell.CODE: "код",
}


class Mention(NamedTuple):
    """A person's code, what tells of the person, and the words from this character of the text."""

    person: str
    kind: Tell
    start: int
    words: str

    @property
    def end(self) -> int:
        """The place behind the last character."""
        return self.start + len(self.words)
