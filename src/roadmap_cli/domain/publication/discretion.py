"""Free texts for a public page: whoever may not be named gives way to a position or a note."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.people.mentions import Recognizer, names_somebody
from roadmap_cli.domain.people.tells import Mention
from roadmap_cli.domain.publication.naming import Naming
from roadmap_cli.domain.publication.strangers import strangers
from roadmap_cli.text.characters import one_line

INSTEAD = "[имя не публикуется]"
_PARTICIPANT = "участник программы"
_WORKER = "ответственный сотрудник"
_UNKNOWN = "человека нет в data/people.yaml"


class Withheld(NamedTuple):
    """Words that were kept back: where they stand, what they are and why."""

    place: str
    words: str
    why: str


class _Span(NamedTuple):
    start: int
    end: int
    person: str | None
    why: str


class Discretion:
    """Cleans texts and remembers what it took out, each once and in the order it was met."""

    def __init__(self, data: Dataset, naming: Naming, recognizer: Recognizer) -> None:
        self._data, self._naming, self._recognizer = data, naming, recognizer
        self._withheld: dict[Withheld, None] = {}
        own = data.organization
        # A school may be called after somebody; it is called so on its signboard.
        self._own = [name for name in (own.short_name, own.full_name) if name] if own else []

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What was taken out so far."""
        return tuple(self._withheld)

    @property
    def naming(self) -> Naming:
        """Who may be named."""
        return self._naming

    def text(self, text: str | None, place: str) -> str:
        """The text with a note in place of each name that may not stand there."""
        return self._cleaned(one_line(text or ""), place, position=False)

    def responsible(self, value: str | None, place: str) -> str:
        """Who answers for something: a code or a text; instead of a name the position."""
        person = self._data.people.find(value)
        if person is None:
            return self._cleaned(one_line(value or ""), place, position=True)
        return self.person(person.id, place)

    def person(self, code: str, place: str) -> str:
        """«Иванова Анна Петровна, методист», or the position alone."""
        person = self._data.people.find(code)
        if person is None:
            return ""
        position = one_line(person.position or "")
        why = self._naming.why_not(code)
        if why is None:
            return ", ".join(filter(None, (person.full_name, position)))
        self._withheld[Withheld(place, person.full_name, why)] = None
        return self._position(code)

    def explains(self, text: str) -> tuple[Withheld, ...]:
        """What of a text may not be published, without a place; empty when all of it may."""
        return tuple(
            dict.fromkeys(
                Withheld("", text[span.start : span.end], span.why) for span in self._spans(text)
            )
        )

    def _cleaned(self, text: str, place: str, *, position: bool) -> str:
        parts, last = [], 0
        for span in _merged(self._spans(text)):
            words = text[span.start : span.end]
            self._withheld[Withheld(place, words, span.why)] = None
            instead = self._position(span.person) if position and span.person else INSTEAD
            # «Швец И.И., методист» says the position itself.
            instead = INSTEAD if instead.casefold() in text.casefold() else instead
            parts += [text[last : span.start], instead]
            last = span.end
        return "".join((*parts, text[last:]))

    def _position(self, code: str) -> str:
        person = self._data.people.find(code)
        position = one_line(person.position or "") if person else ""
        takes_part = code in self._data.mentors.codes or code in self._data.mentees.codes
        return position or (_PARTICIPANT if takes_part else _WORKER)

    def _spans(self, text: str) -> list[_Span]:
        hidden = self._without_own_names(text)
        mentions = list(filter(names_somebody, self._recognizer.find(hidden)))
        spans = [
            _Span(
                one.start, one.end, one.person, self._naming.why_not(one.person) or one.kind.title
            )
            for one in mentions
            if not self._naming.may_tell(one)
        ]
        spans += [_Span(one.start, one.end, None, _UNKNOWN) for one in strangers(hidden, mentions)]
        return sorted(spans, key=lambda span: (span.start, -span.end))

    def _why(self, mention: Mention) -> str:
        return self._naming.why_not(mention.person) or mention.kind.title

    def _without_own_names(self, text: str) -> str:
        """The text with the organisation's own names blotted out, each character where it was."""
        for name in self._own:
            text = text.replace(name, "\n" * len(name))
        return text


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    """Spans that overlap as one; it is nobody's in particular when they are of two people."""
    merged: list[_Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            person = last.person if last.person == span.person else None
            merged[-1] = _Span(last.start, max(last.end, span.end), person, last.why)
        else:
            merged.append(span)
    return merged
