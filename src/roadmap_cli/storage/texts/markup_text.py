"""The words of a page or a drawing (HTML, SVG): what is shown, and what attributes say."""

import re
from html.parser import HTMLParser

_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<(?:html|svg|div|section)\b)", re.I)
# Between these nothing is broken: a name in them stays whole.
_INLINE = frozenset(("a", "abbr", "b", "em", "i", "small", "span", "strong"))
# Attributes that speak to people or lead somewhere; of the others only what is no plain Latin.
_SPEAKING = frozenset(("alt", "aria-label", "content", "download", "href", "src", "title"))


def is_markup(text: str) -> bool:
    """True for a text that is a page or a drawing."""
    return _MARKUP.match(text) is not None


def markup_words(text: str) -> str:
    """Every word of a page, one piece a line, with the entities as characters."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.pieces) + "\n" + "\n".join(reader.told)


class _Reader(HTMLParser):
    """Gathers the pieces; comments and styles are read as well."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.told: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own."""
        self._break(tag)
        for name, value in attrs:
            if value and (name in _SPEAKING or not value.isascii()):
                self.told.append(value)

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """What nobody sees, and everybody can read."""
        self.told.append(data)

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append("\n")
