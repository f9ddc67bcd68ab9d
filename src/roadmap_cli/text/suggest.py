"""The nearest known word to a mistyped one, the wrong keyboard layout included."""

from collections.abc import Iterable

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_OTHER_LAYOUT = str.maketrans(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely intended, or None.

    A word typed in the other keyboard layout («ыефегы» for `status`) counts as close.
    """
    from difflib import get_close_matches

    from roadmap_cli.text.alphabets import unmixed

    choices = {choice.casefold(): choice for choice in known}
    typed = unmixed(word).casefold()
    for attempt in (typed, typed.translate(_OTHER_LAYOUT)):
        if attempt in choices:
            return choices[attempt]
        if close := get_close_matches(attempt, choices, n=1, cutoff=0.7):
            return choices[close[0]]
    return None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint around `nearest`, and what is wrong with a word of two alphabets; None for neither.

    «persоn» and «person» look the same, so that the letter must be named.
    """
    from roadmap_cli.text.alphabets import mixture_told

    found = nearest(word, known)
    meant = f"Возможно, вы имели в виду «{found}»?" if found else None
    told = mixture_told(word) or (mixture_told(found) if found else None)
    return " ".join(filter(None, (meant, told))) or None
