"""Who takes part in the programme: counted by form; named are only those who may be."""

from collections.abc import Iterable, Sequence
from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm, Form, OwnForm
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.publication.discretion import Discretion
from roadmap_cli.domain.publication.page import FormCount, Participants

_NO_FORM = "форма не указана"
_TOTAL = "Всего"
_WORKING = (PairStatus.CONFIRMED, PairStatus.ACTIVE)


def participants(data: Dataset, today: date, discretion: Discretion) -> Participants:
    """Those who take part on `today`, and the pairs and groups that an order has approved."""
    gone = data.people.forgotten
    mentors = [one for one in data.mentors.mentors if _is_in(one, today, gone)]
    mentees = [one for one in data.mentees.mentees if _is_in(one, today, gone)]
    pairs = [pair for pair in data.pairs.pairs if _works(pair, today)]
    forms = _forms([*mentors, *mentees, *pairs])
    return Participants(
        tuple(
            FormCount(
                discretion.text(form.title, "формы наставничества") if form else _NO_FORM,
                _people(one for one in mentors if one.form == form),
                _people(one for one in mentees if one.form == form),
                sum(pair.form == form for pair in pairs),
            )
            for form in forms
        ),
        FormCount(_TOTAL, _people(mentors), _people(mentees), len(pairs)),
        _named(mentors, data, discretion),
        _named(mentees, data, discretion),
    )


def _is_in(one: Mentor | Mentee, today: date, gone: frozenset[str]) -> bool:
    begun = one.joined is None or one.joined <= today
    over = one.left is not None and one.left <= today
    return begun and not over and one.person not in gone


def _works(pair: Pair, today: date) -> bool:
    begun = pair.start is None or pair.start <= today
    over = pair.end is not None and pair.end < today
    return pair.status in _WORKING and begun and not over


def _people(chosen: Iterable[Mentor | Mentee]) -> int:
    return len({one.person for one in chosen})


def _forms(used: Sequence[Mentor | Mentee | Pair]) -> list[AnyForm | None]:
    """The forms in use: those of Р-145 in their order, the school's own, and none at all."""
    named = {one.form for one in used}
    own = sorted((form for form in named if isinstance(form, OwnForm)), key=lambda f: f.title)
    last: list[AnyForm | None] = [None] if None in named else []
    return [*(form for form in Form if form in named), *own, *last]


def _named(
    chosen: Sequence[Mentor | Mentee], data: Dataset, discretion: Discretion
) -> tuple[str, ...]:
    """The names of those who agreed to it, in the order of the file; no class, no contacts."""
    codes = dict.fromkeys(one.person for one in chosen)
    people = (data.people.find(code) for code in codes if discretion.naming.may_name(code))
    return tuple(person.full_name for person in people if person is not None)
