"""The reasons of a plan in Russian, for the screen and for papers alike."""

from roadmap_cli.domain.directory import Directory
from roadmap_cli.domain.matching.report import LeftOver, Price, Unmet
from roadmap_cli.domain.matching.rules import Reason
from roadmap_cli.domain.matching.settings import Weights
from roadmap_cli.domain.records import keys
from roadmap_cli.text.plurals import counted


def why_words(reasons: tuple[Reason, ...]) -> str:
    """«наставляемый выбрал(а) 1-м (+50); …»."""
    return "; ".join(f"{each.words} (+{each.points})" for each in reasons) or "совпадений нет"


def weight_words(weights: Weights) -> list[str]:
    """«Общий интерес, за каждый — 2», those that are switched on."""
    return [
        f"{key.title} — {value}" for key in keys(Weights) if (value := getattr(weights, key.name))
    ]


def point_words(number: int) -> str:
    """«5 баллов»."""
    return counted(number, "балл", "балла", "баллов")


def left_words(each: LeftOver, names: Directory) -> str:
    """Why somebody is left over: nobody fits, or too many want too few places."""
    who = names.name("people", each.mentee)
    if not each.mentors:
        grounds = "; ".join(
            f"{names.name('people', code)}: {why}" for code, why in each.barred.items()
        )
        return f"{who}: подходящих наставников нет. {grounds or 'База наставников пуста'}"
    mentors = ", ".join(names.name("people", code) for code in each.mentors)
    rivals = ", ".join(names.name("people", code) for code in each.rivals)
    places = counted(each.places, "место", "места", "мест")
    others = f", их делят {rivals}" if rivals else ""
    return f"{who}: у подходящих наставников ({mentors}) {places}{others}"


def unmet_words(each: Unmet, names: Directory) -> str:
    """A first wish that is not met, and what it would cost the others."""
    pair = f"{names.name('people', each.mentee)} — {names.name('people', each.mentor)}"
    return f"{pair}: {each.why or (price_words(each.price) if each.price else '')}"


def price_words(price: Price) -> str:
    """What another decision would cost all together."""
    least = "" if price.exact else "не меньше чем "
    if price.matched > 0:
        people = counted(price.matched, "наставляемый", "наставляемых", "наставляемых")
        return f"иначе без наставника остался бы ещё {least}{people}"
    if price.points > 0:
        return f"это стоит {least}{point_words(price.points)} всем вместе"
    return "это не стоит ни одного балла: решают ровная нагрузка и очерёдность"
