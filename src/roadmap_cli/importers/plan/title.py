"""The title of a plan and its school year, out of the lines above the table."""

import re
from collections.abc import Iterable, Sequence

from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.plan.sections import is_heading_like
from roadmap_cli.importers.reading.grid import Paragraph

_YEARS = re.compile(r"(?<!\d)20\d\d\s*[-/–—]\s*(?:20)?\d\d(?!\d)")
_STRONG = re.compile(r"дорожн\w*\s+карт|\bплан\b|план-график|карта", re.IGNORECASE)
_WEAK = re.compile(r"программ|наставнич", re.IGNORECASE)
_LONGEST = 40  # words


def year_in(texts: Iterable[str]) -> SchoolYear | None:
    """The first school year that is named."""
    for text in texts:
        for match in _YEARS.finditer(text):
            try:
                return SchoolYear.read(match[0])
            except ValueError:
                continue
    return None


def title_of(paragraphs: Sequence[Paragraph]) -> tuple[str | None, Sequence[Paragraph]]:
    """The title, which may go over several lines, and the paragraphs that it is made of."""
    for look in (_STRONG, _WEAK):
        for position, paragraph in enumerate(paragraphs):
            if look.search(paragraph.text) and not paragraph.level:
                used = [paragraph]
                for following in paragraphs[position + 1 :]:
                    if not _goes_on(used, following):
                        break
                    used.append(following)
                return " ".join(one.text for one in used), used
    return None, ()


def _goes_on(used: Sequence[Paragraph], following: Paragraph) -> bool:
    first, text = used[0], following.text
    if sum(len(one.text.split()) for one in (*used, following)) > _LONGEST:
        return False
    if (following.bold, following.heading) != (
        first.bold,
        first.heading,
    ) or following.level is not None:
        return False
    begun = text[:1].islower() or text[:1] in "(«"
    return (
        begun
        or _YEARS.search(text) is not None
        or (first.bold and not is_heading_like(text) and not text.endswith(":"))
    )
