"""The acts that a document rests on, by the forms that it is about and by its day."""

from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.notes import Doubtful
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.papers.acts import Act, Purpose, grounds
from roadmap_cli.domain.people.consents import sides


@dataclass(frozen=True)
class ActWords:
    """An act as it stands after «в соответствии с»; `brief` is without its title."""

    by: Any
    brief: Any


@dataclass(frozen=True)
class GroundsWords:
    """The acts by what they are cited for: the programme, a mentor's work, its pay, rewards.

    Those of the programme end with the school's own.
    """

    mentoring: tuple[ActWords, ...]
    duty: tuple[ActWords, ...]
    payment: tuple[ActWords, ...]
    reward: tuple[ActWords, ...]


def grounds_words(data: Dataset, request: Request) -> GroundsWords:
    """The acts in force on the document's day, or today where it has none yet."""
    forms = frozenset(sides(data, form) for form in _forms(data, request))
    day = request.day or request.today
    own = data.organization.grounds if data.organization else ()
    found = {purpose: tuple(map(_act_words, grounds(purpose, forms, day))) for purpose in Purpose}
    return GroundsWords(
        mentoring=(*found[Purpose.MENTORING], *(ActWords(text, text) for text in own)),
        duty=found[Purpose.DUTY],
        payment=found[Purpose.PAYMENT],
        reward=found[Purpose.REWARD],
    )


def _forms(data: Dataset, request: Request) -> set[AnyForm]:
    """The forms of the pair or the person that the document is about, else all that are used."""
    named = [(mentor.person, mentor.form) for mentor in data.mentors.mentors]
    named += [(mentee.person, mentee.form) for mentee in data.mentees.mentees]
    named += [(code, pair.form) for pair in data.pairs.pairs for code in (pair.id, *pair.people)]
    own = {form for code, form in named if code == request.subject and form is not None}
    return own or {form for _, form in named if form is not None}


def _act_words(act: Act) -> ActWords:
    by = f"{act.by} {act.rest}"
    remark = f"Реквизиты указаны по памяти, сверьте с текстом акта: «{by}»."
    brief = act.brief or by
    return (
        ActWords(by, brief)
        if act.seen
        else ActWords(*(Doubtful(one, remark) for one in (by, brief)))
    )
