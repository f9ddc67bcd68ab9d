"""About whom a document may be made: the reasons why one would be untrue, in Russian."""

from collections.abc import Callable, Mapping
from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Side
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.pairs.rules import UNFINISHED
from roadmap_cli.domain.people.consents import is_pupil_here, sides
from roadmap_cli.domain.plan.planned import open_duties

# Data, code of the subject and the day of the document to the reason against it, or None.
Condition = Callable[[Dataset, str, date], str | None]
# Consents with one blank for an adult and one for a minor's representative.
_MEETINGS = ("administrative", "council", "round-table", "group-meeting")
AT_WORK = (PairStatus.CONFIRMED, PairStatus.ACTIVE)
_TWO_BLANKS = ("processing", "distribution", "image", "participation")


def only_an_adult(data: Dataset, code: str, day: date) -> str | None:
    """A minor's representative signs another blank (152-ФЗ, ст. 9 ч. 6)."""
    if _age_unknown(data, code) and _learns(data, code):
        return (
            "возраст неизвестен, а это обучающийся; внесите дату рождения"
            f" (roadmap person set {code} --born ДАТА) или возьмите бланк для представителя"
        )
    minor = "несовершеннолетний, нужен бланк для законного представителя"
    return minor if _is_minor(data, code, day) else None


def only_a_minor(data: Dataset, code: str, day: date) -> str | None:
    """An adult signs for themselves; a learner of unknown age may be a minor."""
    if _age_unknown(data, code):
        return None if _learns(data, code) else "это не обучающийся, нужен бланк для взрослого"
    return None if _is_minor(data, code, day) else "уже 18 лет, нужен бланк для взрослого"


def only_a_worker(data: Dataset, code: str, day: date) -> str | None:
    """Extra work is agreed with a worker of the organisation (ТК РФ, ст. 351.8 and 60.2)."""
    if _is_minor(data, code, day) or _learns(data, code):
        return "это обучающийся, а не работник"
    forms = [mentor.form for mentor in data.mentors.mentors if mentor.person == code]
    known = [side for form in forms if (side := sides(data, form)[0]) is not None]
    if known and Side.WORKER not in known:
        return f"наставник здесь – {known[0].title}, а не работник организации"
    return None


def only_a_working_mentor(data: Dataset, code: str, day: date) -> str | None:
    """Mentoring is agreed with a worker who is a mentor."""
    return only_a_worker(data, code, day) or only_a_mentor(data, code, day)


def only_a_paid_mentor(data: Dataset, code: str, day: date) -> str | None:
    """A worker is paid for a pair at work."""
    works = any(pair.mentor == code and pair.status in AT_WORK for pair in data.pairs.pairs)
    return only_a_worker(data, code, day) or (None if works else "нет пары, которая работает")


def only_the_responsible(data: Dataset, code: str, _day: date) -> str | None:
    """A notice names tasks that are open."""
    return None if open_duties(data, code) else "незакрытых пунктов за этим человеком нет"


def only_held(data: Dataset, code: str, day: date) -> str | None:
    """A protocol tells of what has been."""
    event = next((one for one in data.events.events if one.id == code), None)
    ahead = event is not None and event.held_on is not None and event.held_on > day
    return "мероприятие ещё не проведено" if ahead else None


def only_a_graduate(data: Dataset, code: str, _day: date) -> str | None:
    """A certificate tells what attendance shows."""
    if code in data.school.finished():
        return None
    if not any(lesson.attended for lesson in data.school.lessons):
        return "посещение занятий не отмечено: roadmap school attend"
    return UNFINISHED


def only_a_mentor(data: Dataset, code: str, _day: date) -> str | None:
    """Thanks for mentoring go to a mentor."""
    return None if code in data.mentors.codes else "в базе наставников нет"


def only_a_learner(data: Dataset, code: str, _day: date) -> str | None:
    """Parents are thanked for a child who learns here."""
    return None if _learns(data, code) else "это не обучающийся"


def only_a_substitute(data: Dataset, code: str, _day: date) -> str | None:
    """A pair that took another one's place."""
    return None if predecessor(data, code) else "эта пара никого не заменила: roadmap pair replace"


# By the document's code; a document that is not here may be about anybody.
CONDITIONS: Mapping[str, Condition] = {
    "order.substitute": only_a_substitute,
    "order.payment": only_a_paid_mentor,
    "letter.notice": only_the_responsible,
    **{f"protocol.{kind}": only_held for kind in _MEETINGS},
    "letter.mentor-thanks": only_a_mentor,
    "letter.parent-thanks": only_a_learner,
    **{f"form.consent-{kind}": only_an_adult for kind in _TWO_BLANKS},
    **{f"form.consent-{kind}-minor": only_a_minor for kind in _TWO_BLANKS},
    "form.consent-duty": only_a_working_mentor,
    "form.agreement": only_a_working_mentor,
    "form.certificate": only_a_graduate,
}


def refused(document: str, data: Dataset, code: str, day: date) -> str | None:
    """Why a document of that kind about a subject would be untrue on a day, in Russian; or None."""
    condition = CONDITIONS.get(document)
    return condition(data, code, day) if condition else None


def predecessor(data: Dataset, code: str | None) -> Pair | None:
    """The pair whose place another one took: the last with these mentees that was replaced."""
    pair = _pair(data, code)
    if pair is None or pair.status is PairStatus.REPLACED:
        return None
    before = [
        one
        for one in data.pairs.pairs
        if one.status is PairStatus.REPLACED
        and set(one.mentees) & set(pair.mentees)
        and (one.end is None or pair.start is None or one.end <= pair.start)
    ]
    return max(before, key=lambda one: one.end or date.min, default=None)


def _pair(data: Dataset, code: str | None) -> Pair | None:
    return next((pair for pair in data.pairs.pairs if pair.id == code), None)


def _age_unknown(data: Dataset, code: str) -> bool:
    person = data.people.find(code)
    return person is None or (person.born is None and person.birth_year is None)


def _is_minor(data: Dataset, code: str, day: date) -> bool:
    person = data.people.find(code)
    return person is not None and person.is_minor(day)


def _learns(data: Dataset, code: str) -> bool:
    person = data.people.find(code)
    return is_pupil_here(data, code) or (person is not None and person.group is not None)
