"""Which pairs a person means: by code, by the name of one of them, by a day."""

from collections.abc import Callable, Sequence
from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.pairs.life import Step
from roadmap_cli.domain.pairs.meetings import outside
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_item

_PAIRS = Dataset.pairs


def choose_for(directory: Directory, words: Sequence[str], step: Step) -> list[Pair]:
    """Find the pairs that the words name; without words, all pairs whose next step this is."""
    if not words:
        return [pair for pair in directory.data.pairs.pairs if pair.status is step.of[-1]]
    return find_pairs(directory, words, lambda pair: pair.status in step.of)


def find_pairs(
    directory: Directory, words: Sequence[str], likely: Callable[[Pair], bool]
) -> list[Pair]:
    """Find the pairs that codes or names mean, each once; raises as `find_item` does.

    If a name matches several pairs, the single `likely` one is preferred.
    """
    codes = {pair.id for pair in directory.data.pairs.pairs if likely(pair)}
    found = {
        pair.id: pair
        for word in words
        if isinstance(pair := find_item(directory, _PAIRS, word, likely=codes), Pair)
    }
    return list(found.values())


def find_pairs_on(directory: Directory, words: Sequence[str], day: date) -> list[Pair]:
    """Find the pairs that the words mean; of several with one person, the one at work that day."""
    return find_pairs(
        directory,
        words,
        lambda pair: pair.status is not PairStatus.PROPOSED and outside(pair, day) is None,
    )
