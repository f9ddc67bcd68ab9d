"""Declension measured: forms that are right, wrong, and marked as doubtful, a line for each set.

    python benchmarks/declension.py [FOLDER]

FOLDER holds the files of petrovich-eval (https://github.com/petrovich/petrovich-eval, CC BY-SA
3.0), which are no part of this project; without it `../shared/data/petrovich-eval` is looked for.
Our own lists in `tests/data` are measured in any case. A set that is marked is one whose name a
person would be asked to look at.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.text.declension.forms import OBLIQUE, folded
from roadmap_cli.text.declension.names import declined
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT.parent / "shared" / "data" / "petrovich-eval"
SETS = (
    ("firstnames.tsv", 1),
    ("firstnames.misc.tsv", 1),
    ("midnames.misc.tsv", 2),
    ("surnames.misc.tsv", 0),
)
CASES = dict(zip(("рд", "дт", "вн", "тв", "пр"), OBLIQUE, strict=True))
GENDERS = {"мр": (Gender.MALE,), "жр": (Gender.FEMALE,), "мр-жр": tuple(Gender)}
VERDICTS = ("right", "right, marked", "wrong, marked", "wrong, unmarked")


class Form(NamedTuple):
    """What a set asks: the word, which part of a name it is (0 surname), and permissible forms."""

    word: str
    part: int
    gender: Gender
    case: Case
    answers: tuple[str, ...]


def published(path: Path, part: int) -> Iterator[Form]:
    """The forms of a file of petrovich-eval; the nominative is not asked."""
    for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]:
        lemma, form, grammemes = (*line.split("\t"), "", "")[:3]
        named = grammemes.split(",")
        case = next((CASES[name] for name in named if name in CASES), None)
        for gender in GENDERS.get(named[0], ()) if case else ():
            assert case is not None
            yield Form(lemma, part, gender, case, (form,))


def own_surnames(path: Path) -> Iterator[Form]:
    """The surnames of the peoples of Russia; `|` separates permissible forms."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        surname, gender, *answers = line.split("\t")[:6]
        known = Gender.MALE if gender == "m" else Gender.FEMALE
        for case, told in zip(OBLIQUE, answers, strict=False):
            yield Form(surname, 0, known, case, tuple(told.split("|")))


def verdict(form: Form) -> str:
    """How the program answers a form."""
    name = FullName(*(form.word if part == form.part else "" for part in range(3)))
    found = declined(name, form.case, form.gender)
    right = folded(found.name[form.part] or "") in map(folded, form.answers)
    return f"{'right' if right else 'wrong'}{', marked' if found.doubts else ''}"


def told(title: str, forms: Iterator[Form]) -> str:
    """A line about a set."""
    counts = Counter(verdict(form) for form in forms)
    counts["wrong, unmarked"] = counts.pop("wrong", 0)
    total = sum(counts.values())
    good = counts["right"] + counts["right, marked"]
    parts = "  ".join(f"{name} {counts[name]:6}" for name in VERDICTS)
    return f"{title:24} {total:6} forms  {good / total:8.3%} right  {parts}"


def main() -> None:
    """Print a line for each set."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PUBLISHED
    for file, part in SETS:
        if (folder / file).is_file():
            print(told(file, published(folder / file, part)))
        else:
            print(f"{file:24} not at hand in {folder}")
    print(told("peoples_surnames.tsv", own_surnames(ROOT / "tests/data/peoples_surnames.tsv")))


if __name__ == "__main__":
    main()
