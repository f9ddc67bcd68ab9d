"""The reasons of a plan in Russian, for the screen and for papers alike."""

from roadmap_cli.domain.matching.cohort import Reason
from roadmap_cli.domain.matching.explanation import LeftOver, Proposed, RulingPrice, Unmet
from roadmap_cli.domain.matching.prices import Price
from roadmap_cli.domain.model.files.matching import Weights
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.plurals import counted, plural


def why_words(reasons: tuple[Reason, ...]) -> str:
    """«выбор наставляемого: 1-е место (+50); …»."""
    return "; ".join(f"{reason.words} (+{reason.points})" for reason in reasons) or "совпадений нет"


def weight_words(weights: Weights) -> list[str]:
    """«Общий интерес, за каждый — 2», those that are switched on."""
    return [
        f"{key.title} — {value}" for key in keys(Weights) if (value := getattr(weights, key.name))
    ]


def point_words(number: int) -> str:
    """«5 баллов»."""
    return counted(number, "балл", "балла", "баллов")


def left_words(left: LeftOver, names: Directory) -> str:
    """Explain why a mentee is left over: no mentor is allowed, or too many want too few places."""
    who = names.person(left.mentee)
    if not left.mentors:
        alike: dict[str, list[str]] = {}
        for code, why in left.barred.items():
            alike.setdefault(why, []).append(names.person(code))
        grounds = [f"{', '.join(people)}: {why}" for why, people in alike.items()]
        return ". ".join(filter(None, (f"{who}: подходящих наставников нет", "; ".join(grounds))))
    mentors = ", ".join(names.person(code) for code in left.mentors)
    rivals = ", ".join(names.person(code) for code in left.rivals)
    if not left.places:
        return f"{who}: у подходящих наставников ({mentors}) свободных мест нет"
    claim = plural(len(left.rivals), "претендует", "претендуют", "претендуют")
    places = counted(left.places, "место", "места", "мест")
    return f"{who}: у подходящих наставников ({mentors}) {places}; {claim} также {rivals}"


def unmet_words(unmet: Unmet, names: Directory) -> str:
    """Describe an unmet first wish and what meeting it would cost the others."""
    pair = names.together((unmet.mentee, unmet.mentor))
    return f"{pair}: {unmet.why or (price_words(unmet.price) if unmet.price else '')}"


def price_words(price: Price) -> str:
    """What another decision would cost all together."""
    if price.matched > 0:
        left = plural(price.matched, "остался", "остались", "осталось")
        return f"иначе без наставника {left} бы ещё {_mentees(price.matched)}"
    if price.first > 0:
        more = counted(price.first, "человек", "человека", "человек")
        return f"иначе больше наставляемых, потерявших наставника, осталось бы ждать: ещё {more}"
    if price.points > 0:
        return f"иначе сумма баллов была бы на {price.points} меньше"
    return "на сумму баллов не влияет: учтены равная нагрузка и порядок кодов"


def ruling_words(priced: RulingPrice, names: Directory) -> str:
    """«Белов — Швец: пара запрещена (ссора). Без этого условия сумма баллов была бы …»."""
    said = "назначено заранее" if priced.ruling.pinned else "пара запрещена"
    why = f" ({priced.ruling.reason})" if priced.ruling.reason else ""
    return f"{names.together(priced.ruling.pair)}: {said}{why}. {ruling_price_words(priced.price)}"


def ruling_price_words(price: Price, without: str = "Без этого условия") -> str:
    """What a decision made beforehand, or several, costs all together."""
    if price.matched > 0:
        return f"{without} с наставником было бы больше: ещё {_mentees(price.matched)}"
    if price.first > 0:
        more = counted(price.first, "человек", "человека", "человек")
        return f"{without} наставника получили бы и потерявшие его: ещё {more}"
    if price.points > 0:
        return f"{without} сумма баллов была бы на {price.points} больше"
    return "На сумму баллов не влияет"


def pair_words(pair: Proposed) -> str:
    """Why a pair is in the plan: decided by people, or by its points."""
    return "; ".join(filter(None, (pair.said, why_words(pair.reasons))))


def decision_words(pair: Pair) -> str:
    """«01.12.2025, педсовет: групповая встреча»: when, who and why."""
    day = numeric(pair.decided_on) if pair.decided_on else None
    said = ", ".join(filter(None, (day, pair.decided_by)))
    return f"{said}: {pair.decided_why}" if pair.decided_why else said


def _mentees(number: int) -> str:
    return counted(number, "наставляемый", "наставляемых", "наставляемых")
