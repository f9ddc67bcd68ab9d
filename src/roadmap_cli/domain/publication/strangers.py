"""Names in a text of people whom the data do not know: nobody can tell whether they agreed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap_cli.domain.people.tells import Mention

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ](?:\.|(?![а-яё])))?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:[ое]вич|[иь]ич|[ое]вн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой|ою)?(?![а-яё])"
# What is named after somebody («имени А.С. Пушкина») speaks of no living person.
_AFTER = r"(?<!имени )(?<!им\. )(?<!им\.)(?<![\w.])"
_NAME = re.compile(
    rf"{_AFTER}(?:{_WORD}\s+{_INITIALS}|{_INITIALS}\s?{_WORD}"
    rf"|(?:{_WORD}\s+)?{_WORD}\s+{_PATRONYMIC}(?:\s+{_WORD})?)"
)


class Stranger(NamedTuple):
    """A name in a text: the place of its first character, and the words."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """The place behind the last character."""
        return self.start + len(self.words)


def strangers(text: str, known: Sequence[Mention]) -> Iterator[Stranger]:
    """The names of a text that none of the mentions explains which name somebody."""
    for found in _NAME.finditer(text):
        words = found[0].rstrip()
        stranger = Stranger(found.start(), words)
        if not any(one.start < stranger.end and stranger.start < one.end for one in known):
            yield stranger
