"""Forms in the cases that a school knows better than the program, and remarks on doubtful ones."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from roadmap_cli.domain.model.kinds import Text
from roadmap_cli.domain.model.record import Record, optional
from roadmap_cli.text.grammar import Case

if TYPE_CHECKING:
    from roadmap_cli.text.declension.forms import Doubt

# The part of a doubt about forms that were given for an earlier name or position.
STALE = "падежи"
# How much of a word its ending may be, with a vowel that goes: «Заяц» → «Зайца».
_LONGEST_ENDING = 4


class CaseRemark(NamedTuple):
    """Whose forms are doubtful, under which key, what is said of them and what helps."""

    who: str
    key: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.who}: {self.message}. {self.hint}"


class CaseForms(Record):
    """Forms that a person or the school knows better than the program."""

    genitive: str | None = optional(Text(), "Родительный: кого", default=None)
    dative: str | None = optional(Text(), "Дательный: кому", default=None)
    accusative: str | None = optional(Text(), "Винительный: кого", default=None)
    instrumental: str | None = optional(Text(), "Творительный: кем", default=None)
    prepositional: str | None = optional(Text(), "Предложный: о ком", default=None)

    def form(self, case: Case) -> str | None:
        """The form in a case, when it is known."""
        return getattr(self, case.value, None)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are given."""
        return tuple(form for case in Case if (form := self.form(case)))

    @property
    def is_complete(self) -> bool:
        """True when every oblique form is given, so that nothing is left to the program."""
        return all(self.form(case) for case in Case if case is not Case.NOMINATIVE)


def doubts_about(
    own: CaseForms | None, text: str, of_the_program: Callable[[], tuple["Doubt", ...]]
) -> tuple["Doubt", ...]:
    """What is doubtful about forms given by hand, else about those of the program."""
    strange = (
        next((form for form in own.forms if not _is_form_of(text, form)), None) if own else None
    )
    if strange:
        from roadmap_cli.text.declension.forms import Doubt

        return (Doubt(STALE, text, f"падежи записаны не для «{text}»: «{strange}»"),)
    return () if own and own.is_complete else of_the_program()


def is_settled(own: CaseForms | None, doubts: tuple["Doubt", ...], case: Case | None) -> bool:
    """True where nothing is doubtful, or the form in this case is given by hand for this text."""
    given = case is not None and own is not None and own.form(case) is not None
    return not doubts or (given and doubts[0].part != STALE)


def _is_form_of(text: str, form: str) -> bool:
    """False when a word begins otherwise, as after a change of the surname or of the position."""
    plain, other = (said.casefold().replace("ё", "е").split() for said in (text, form))
    return all(
        theirs.startswith(word[: max(1, len(word) - _LONGEST_ENDING)])
        for word, theirs in zip(plain, other, strict=False)
    )
