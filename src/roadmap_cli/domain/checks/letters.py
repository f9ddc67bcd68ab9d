"""Letters of another alphabet among those of a word: it looks right and is not the same word."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset, row_of
from roadmap_cli.domain.model.kinds import Text
from roadmap_cli.domain.model.record import values_in
from roadmap_cli.text.alphabets import mixed_words

_HINT = "Для программы это другое слово: его не найти и не сравнить. Наберите его заново."


def alphabets_mixed(data: Dataset, _today: date) -> Iterator[Finding]:
    """A word of any text value that mixes Latin and Cyrillic letters."""
    for key, record in data.records.items():
        for at, kind, value in values_in(record, record.at):
            if isinstance(kind, Text):
                for mixed in mixed_words(value):
                    yield Finding(row_of(key).file, at, mixed.said, _HINT)
