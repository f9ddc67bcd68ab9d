"""Acts that orders cite: how they are miscited, and from when to when they hold.

Sources: the notes of the project on Р-145, ст. 351.8 ТК (381-ФЗ of 09.11.2024), ГОСТ Р 7.0.97 and
распоряжение № 1264-р. A row that a lawyer corrects is corrected here only.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


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
        r"постановлени[а-яё]+[^.;]{0,120}№\s*[РP]-145",
        "Р-145 названо постановлением",
        "Это распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145.",
    ),
    Citation(
        r"24(?:\.12\.2019|\s+декабря\s+2019)(?:\s*г\.)?\s*№\s*[РP]-145|№\s*[РP]-145\s+от\s+24\.12\.2019",
        "у Р-145 неверная дата",
        "Распоряжение № Р-145 издано 25.12.2019.",
    ),
    Citation(
        r"№\s*P-145",
        "в номере «Р-145» латинская буква P",
        "Наберите русскую Р: по латинской номер не находится поиском.",
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
    Citation(
        r"351\.8(?!\d)",
        "названа статья 351.8 ТК, на дату документа она ещё не действовала",
        "Статья 351.8 Трудового кодекса действует с 01.03.2025.",
        since=date(2025, 3, 1),
    ),
    Citation(
        r"№\s*1264-р",
        "названа Концепция № 1264-р, на дату документа она ещё не утверждена",
        "Концепция развития наставничества утверждена 21.05.2025.",
        since=date(2025, 5, 21),
    ),
)


def wrong_citations(text: str, day: date) -> Iterator[Citation]:
    """The wrong citations in a document of that day, each once."""
    for citation in CITATIONS:
        dated = citation.since is not None or citation.until is not None
        early = citation.since is not None and day < citation.since
        late = citation.until is not None and day >= citation.until
        if (early or late or not dated) and re.search(citation.pattern, text):
            yield citation
