"""A first name or a patronymic in the cases; `names` states the rule."""

import re

from roadmap_cli.text.declension import dictionary
from roadmap_cli.text.declension.endings import FIRST_NAME, PATRONYMIC, derived
from roadmap_cli.text.declension.forms import Word, apart, joined, unchanged
from roadmap_cli.text.declension.kinds import (
    FIXED_HALVES,
    HARD_FIRST_NAMES,
    SON_OR_DAUGHTER,
    TITLES,
    hard,
)
from roadmap_cli.text.grammar import Gender

# Everybody knows the stress of these two, which the dictionary lacks.
_UNLISTED = ("амелия", "софия")
# Stressed on the last syllable: «Алие», where the dictionary has «Алии».
_STRESSED = frozenset(("алия", "альфия", "асия", "галия", "гульфия", "зульфия"))


def first_name_word(text: str, gender: Gender) -> Word:
    """The forms of a first name in small letters, and what is doubtful about them."""
    halves = re.split(r"[- ]", text)
    if len(halves) == 1 or dictionary.first_name(text, gender):
        return _single(text, gender)
    *first, last = halves
    both = gender is Gender.FEMALE and last not in TITLES
    words = [
        _single(half, gender) if both and half not in FIXED_HALVES else unchanged(half)
        for half in first
    ]
    words.append(unchanged(last) if last in SON_OR_DAUGHTER else _single(last, gender))
    return joined(text, words)._replace(why="составное имя: первая часть склоняется не всегда")


def patronymic_word(text: str, gender: Gender) -> Word:
    """The forms of a patronymic in small letters, and what is doubtful about them."""
    if re.search(r"(?:ич|[вшч]на)$", text):
        return Word(derived(PATRONYMIC, text, gender))
    if re.split(r"[- ]", text)[-1] in SON_OR_DAUGHTER:
        return unchanged(text)
    return first_name_word(text, gender)._replace(why="отчество не на -вич, -вна")


def _single(word: str, gender: Gender) -> Word:
    if not word:  # «Анна-»
        return unchanged(word)
    ends = derived(FIRST_NAME, word, gender)
    listed = dictionary.first_name(word, gender)
    row = hard(HARD_FIRST_NAMES, word, gender)
    if listed is None and word in _UNLISTED:
        return Word(ends)
    if listed is None:
        return Word(ends, row and row.why, row.case if row else Word(ends).case)
    chosen = ends if word in _STRESSED else listed
    return apart(chosen, listed if word in _STRESSED else ends) or Word(chosen)
