"""How orders miscite acts: always, or before and after their time, which is in `acts`.

Sources: the notes of the project on Р-145, ст. 351.8 ТК (381-ФЗ of 09.11.2024) and ГОСТ Р 7.0.97.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.papers.acts import ACTS
from roadmap_cli.text.dates import numeric


class Citation(NamedTuple):
    """A wrong way to cite: always, or in documents dated before `since` or from `until`."""

    pattern: str
    message: str
    hint: str
    since: date | None = None
    until: date | None = None


CITATIONS: tuple[Citation, ...] = (
    Citation(
        r"(?:ст\.|стать[а-яё]+)\s*358\.1(?!\d)",
        "названа статья 358.1, такой статьи о наставничестве в ТК нет",
        "Наставничество — статья 351.8 Трудового кодекса.",
    ),
    Citation(
        r"постановлени[а-яё]+(?:(?!распоряжени|[.;]\s*[А-ЯЁ]).){0,160}?[РP]-?145(?!\d)",
        "Р-145 названо постановлением",
        "Это распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145.",
    ),
    Citation(
        r"24(?:\.12\.\s?2019|\s+декабря\s+2019)(?:\s*(?:г\.|года))?\s*(?:№\s*)?[РP]-?145"
        r"|[РP]-?145\s+от\s+24\.12\.2019",
        "у Р-145 неверная дата",
        "Распоряжение № Р-145 издано 25.12.2019.",
    ),
    Citation(
        r"№\s*P-?145",
        "в номере «Р-145» латинская буква P",
        "Наберите русскую Р: по латинской номер не находится поиском.",
    ),
    Citation(
        r"№\s*Р145(?!\d)|№\s*145-р(?!\d)",
        "номер распоряжения Р-145 записан неверно",
        "Номер распоряжения: № Р-145.",
    ),
    Citation(
        r"7\.0\.97\s*[-–—]\s*2016",
        "назван ГОСТ Р 7.0.97-2016, он утратил силу 18.08.2025",
        "С 18.08.2025 действует ГОСТ Р 7.0.97-2025.",
        until=date(2025, 8, 18),
    ),
    Citation(
        r"7\.0\.97\s*[-–—]\s*2025",
        "назван ГОСТ Р 7.0.97-2025, на дату документа он ещё не действовал",
        "До 18.08.2025 действовал ГОСТ Р 7.0.97-2016.",
        since=date(2025, 8, 18),
    ),
    *(
        Citation(
            act.pattern,
            f"{act.cited}, на дату документа такого акта ещё не было",
            f"Действует с {numeric(act.since)}.",
            since=act.since,
        )
        for act in ACTS
        if act.pattern
    ),
)


def wrong_citations(text: str, day: date) -> Iterator[Citation]:
    """The wrong citations in a document of that day, each once."""
    for citation in CITATIONS:
        dated = citation.since is not None or citation.until is not None
        early = citation.since is not None and day < citation.since
        late = citation.until is not None and day >= citation.until
        if (early or late or not dated) and re.search(citation.pattern, text, re.S):
            yield citation
