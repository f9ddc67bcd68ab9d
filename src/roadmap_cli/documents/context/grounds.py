"""The acts that a document rests on, by the forms that it is about and by its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.notes import Doubtful
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.papers.acts import Act, Purpose, grounds
from roadmap_cli.domain.people.consents import sides
from roadmap_cli.text.dates import dates_in


@dataclass(frozen=True)
class ActWords:
    """An act as it stands after «в соответствии с»; `brief` is without its title."""

    by: Any
    brief: Any


@dataclass(frozen=True)
class GroundsWords:
    """The acts by what they are cited for: mentoring, the programme without the labour of mentors,
    a mentor's work, its pay, rewards. The first two end with the school's own.
    """

    mentoring: tuple[ActWords, ...]
    programme: tuple[ActWords, ...]
    duty: tuple[ActWords, ...]
    payment: tuple[ActWords, ...]
    reward: tuple[ActWords, ...]


def grounds_words(data: Dataset, request: Request) -> GroundsWords:
    """The acts in force on the document's day, or today where it has none yet."""
    forms = frozenset(sides(data, form) for form in _forms(data, request))
    day = request.day or request.today
    own = data.organization.grounds if data.organization else ()
    found = {purpose: _words(grounds(purpose, forms, day)) for purpose in Purpose}
    schools = tuple(_own_words(text, day) for text in own)
    return GroundsWords(
        mentoring=(*found[Purpose.MENTORING], *schools),
        programme=(*found[Purpose.PROGRAMME], *schools),
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


def _words(acts: Iterable[Act]) -> tuple[ActWords, ...]:
    """The acts as they are cited; articles of one code are named together."""
    found: list[ActWords] = []
    articles: list[Act] = []
    for act in acts:
        if act.articles:
            articles.append(act)
        else:
            found.append(_act_words(f"{act.by} {act.rest}", act.brief, seen=act.seen))
    if articles:
        numbers = sorted({one for act in articles for one in act.articles}, key=float)
        several = "статьями" if len(numbers) > 1 else "статьёй"
        said = " и ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        by = f"{several} {said} {articles[0].rest}"
        seen = all(act.seen for act in articles)
        # After the law on education, which comes first.
        found.insert(1 if found else 0, _act_words(by, "", seen=seen))
    return tuple(found)


def _act_words(by: str, brief: str, *, seen: bool) -> ActWords:
    brief = brief or by
    if seen:
        return ActWords(by, brief)
    remark = f"Реквизиты указаны по памяти, сверьте с текстом акта: «{by}»."
    return ActWords(Doubtful(by, remark), Doubtful(brief, remark))


def _own_words(text: str, day: date) -> ActWords:
    """A ground of the school's own; one that is dated later than the document is doubtful."""
    if all(found.day <= day for found in dates_in(text)):
        return ActWords(text, text)
    remark = f"Основание позже документа: «{text}». Укажите дату документа или уберите основание."
    return ActWords(Doubtful(text, remark), Doubtful(text, remark))
