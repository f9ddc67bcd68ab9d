"""Numbers in words, as agreements and orders repeat them: «6 (шесть)»."""

from roadmap_cli.text.grammar import Case

_NUM2WORDS_CASES = {
    Case.NOMINATIVE: "n",
    Case.GENITIVE: "g",
    Case.DATIVE: "d",
    Case.ACCUSATIVE: "a",
    Case.INSTRUMENTAL: "i",
    Case.PREPOSITIONAL: "p",
}


def number_in_words(number: int, case: str = "nominative") -> str:
    """A whole number of things in words: 21 → «двадцать один», in the genitive «двадцати одного».

    In the accusative «два» (часа, пункта), not «двух» (наставников).
    """
    from num2words import num2words

    letter = _NUM2WORDS_CASES[Case(case)]
    words = num2words(number, lang="ru", case=letter, animate=False)  # type: ignore[no-untyped-call]  # no annotations
    return str(words)
