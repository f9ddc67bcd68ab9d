"""The screens of matching, in words that can be read out at a meeting."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.matching.explanation import RulingPrice
from roadmap_cli.domain.matching.plan import MatchingPlan
from roadmap_cli.domain.matching.terms import (
    left_words,
    pair_words,
    point_words,
    price_words,
    ruling_price_words,
    ruling_words,
    unmet_words,
    weight_words,
    why_words,
)
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.render.json_values import Json, as_json, record_json
from roadmap_cli.render.plain_table import plain_table
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE

_NARROW = 100


def plan_view(plan: MatchingPlan, names: Directory, width: int) -> RenderableType:
    """The pairs with their reasons, then everything that the plan does not give."""
    if not plan.pairs and not plan.left_over:
        return Text("Наставляемых без наставника нет.")
    parts: list[RenderableType] = []
    if plan.pairs:
        table = plain_table()
        narrow = None if width >= _NARROW else 22
        table.add_column("Наставляемый", overflow="fold", max_width=narrow)
        table.add_column("Наставник", overflow="fold", max_width=narrow)
        table.add_column("Баллы", justify="right")
        table.add_column("Почему", overflow="fold")
        for proposed in plan.pairs:
            people = (_name(names, proposed.mentee), _name(names, proposed.mentor))
            table.add_row(*people, str(proposed.points), pair_words(proposed))
        parts.append(table)
    parts.append(Text())
    total = len(plan.pairs) + len(plan.left_over)
    said = f"С наставником: {len(plan.pairs)} из {total}; сумма баллов — {plan.points}."
    parts.append(Text(f"{said} Это наилучший план (доказательство — в --json)."))
    rulings = [ruling_words(ruling_price, names) for ruling_price in plan.ruling_prices]
    if len(rulings) > 1 and plan.rulings_price:
        rulings.append(ruling_price_words(plan.rulings_price, "Без всех этих условий"))
    sections = (
        ("Без наставника", [left_words(left, names) for left in plan.left_over]),
        ("Первое желание не исполнено", [unmet_words(wish, names) for wish in plan.unmet]),
        ("Предпочли бы друг друга", [names.together(pair) for pair in plan.blocking]),
        ("Назначено и запрещено заранее", rulings),
        ("Веса", weight_words(plan.cohort.weights)),
    )
    for title, lines in sections:
        parts += _section(title, lines)
    if plan.pairs:
        parts += [Text(), Text("Принять: roadmap match accept --by КТО", style=QUIET_STYLE)]
    return Group(*parts)


def explain_view(
    plan: MatchingPlan, pair: tuple[str, str], absent: list[str], names: Directory
) -> RenderableType:
    """Why two people are a pair, or are not."""
    cohort, (mentee, mentor) = plan.cohort, pair
    head = Text.assemble((_name(names, mentee), ID_STYLE), " и ", (_name(names, mentor), ID_STYLE))
    lines = []
    found = next((proposed for proposed in plan.pairs if proposed.mentee == mentee), None)
    if absent:
        lines += absent
    elif pair in cohort.forbidden:
        lines.append(f"Пара недопустима: {cohort.forbidden[pair]}.")
    else:
        reasons = cohort.reasons[pair]
        lines.append(
            f"{point_words(sum(reason.points for reason in reasons))}: {why_words(reasons)}."
        )
        if found is not None and found.mentor == mentor:
            lines.append("Эта пара есть в наилучшем плане.")
        elif mentee in cohort.settled:
            lines.append("Наставник назначен заранее, другие не рассматриваются.")
        elif (price := plan.prices.of(*pair)) is None:
            lines.append("Все места наставника заняты.")
        else:
            lines.append(f"В наилучшем плане этой пары нет: {price_words(price)}.")
    lines += [
        f"{ruling_words(plan.priced(ruling), names)}."
        for ruling in plan.rulings
        if ruling.pair == pair
    ]
    if found is not None and found.mentor != mentor:
        lines.append(
            f"Наставник по плану: {_name(names, found.mentor)} ({why_words(found.reasons)})."
        )
    return Group(head, *(Text(line) for line in lines))


def plan_json(plan: MatchingPlan) -> Json:
    """The plan and its certificate, for programs: prices are whole numbers in units of the cost."""
    question = plan.cohort.question
    return {
        "weights": record_json(plan.cohort.weights),
        "pairs": [{**as_json(pair), "settled": pair.said is not None} for pair in plan.pairs],
        "left_over": as_json(plan.left_over),
        "unmet": as_json(plan.unmet),
        "blocking": [{"mentee": mentee, "mentor": mentor} for mentee, mentor in plan.blocking],
        "points": plan.points,
        "rulings": [_ruling_json(priced) for priced in plan.ruling_prices],
        "rulings_price": as_json(plan.rulings_price),
        "certificate": {
            "places": {seat.mentor: seat.places - seat.taken for seat in question.seats},
            "mentee_prices": dict(plan.answer.mentee_prices),
            "place_prices": dict(plan.answer.place_prices),
        },
    }


def explain_json(plan: MatchingPlan, pair: tuple[str, str], absent: list[str]) -> Json:
    """Why two people are a pair, or are not, for programs."""
    cohort, (mentee, mentor) = plan.cohort, pair
    return {
        "mentee": mentee,
        "mentor": mentor,
        "in_plan": any((proposed.mentee, proposed.mentor) == pair for proposed in plan.pairs),
        "absent": absent,
        "forbidden": cohort.forbidden.get(pair),
        "reasons": as_json(cohort.reasons.get(pair, ())),
        "price": as_json(plan.prices.of(*pair)),
    }


def _ruling_json(priced: RulingPrice) -> Json:
    mentee, mentor = priced.ruling.pair
    rest = {"pinned": priced.ruling.pinned, "reason": priced.ruling.reason}
    return {"mentee": mentee, "mentor": mentor, **rest, "price": as_json(priced.price)}


def _section(title: str, lines: list[str]) -> Iterator[RenderableType]:
    if lines:
        yield Text()
        yield Text(title, style="bold")
        yield from (Text(f"  {line}") for line in lines)


def _name(names: Directory, code: str) -> str:
    return names.person(code)
