"""The parts of a template's context: each is built only for templates that use it."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from roadmap_cli.documents.context.acquainted import acquainted_words
from roadmap_cli.documents.context.events import event_words
from roadmap_cli.documents.context.fulfilment import fulfilment_words, stage_words
from roadmap_cli.documents.context.grounds import grounds_words
from roadmap_cli.documents.context.matching import matching_words
from roadmap_cli.documents.context.orders import changed_words, rewards_words, signed_words
from roadmap_cli.documents.context.organization import (
    document_words,
    organization_words,
)
from roadmap_cli.documents.context.pairs import (
    awaiting_words,
    forms_in_use,
    pair_words,
    pairs_words,
)
from roadmap_cli.documents.context.participants import mentees_words, mentors_words
from roadmap_cli.documents.context.participation import participation_words
from roadmap_cli.documents.context.programme import (
    destroyed_words,
    partner_words,
    results_words,
    school_words,
    subject_person,
)
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.roadmap import RoadmapWords, duties_words, roadmap_words
from roadmap_cli.documents.context.selected import (
    completed_words,
    live_words,
    own_pairs,
    paid_words,
    replaced_words,
    representatives_words,
    rewarded_words,
    role_words,
)
from roadmap_cli.documents.context.survey_results import indicators_words, surveys_words
from roadmap_cli.documents.context.surveys import survey_words
from roadmap_cli.domain.model.dataset import Dataset


class Part(NamedTuple):
    """A part of the context: the name in templates, a Russian title, and how it is built."""

    name: str
    title: str
    build: Callable[[Dataset, Request], Any]


def _roadmap(data: Dataset, _request: Request) -> RoadmapWords:
    return roadmap_words(data)


def _answers(data: Dataset, _request: Request) -> bool:
    return bool(data.responses.responses)


PARTS: tuple[Part, ...] = (
    Part("organization", "организация и её сотрудники", organization_words),
    Part("document", "реквизиты документа", document_words),
    Part("grounds", "акты, на которых стоит документ, по формам и дате", grounds_words),
    Part(
        "introduction",
        "приказ о внедрении, по журналу документов",
        signed_words("order.introduction", "приказа о внедрении"),
    ),
    Part(
        "pairs_order",
        "приказ об утверждении пар, по журналу документов",
        signed_words("order.pairs", "приказа об утверждении пар"),
    ),
    Part(
        "council",
        "протокол педагогического совета, по журналу документов",
        signed_words("protocol.council", "протокола педагогического совета"),
    ),
    Part(
        "group_meeting",
        "протокол групповой встречи, по журналу документов",
        signed_words("protocol.group-meeting", "протокола групповой встречи"),
    ),
    Part("rewards_order", "приказ, который поощряет человека, по журналу", rewards_words),
    Part("answers", "есть ли ответы на анкеты", _answers),
    Part("changed", "приказ, который меняет документ", changed_words),
    Part("acquainted", "кого знакомят с приказом", acquainted_words),
    Part("roadmap", "дорожная карта", _roadmap),
    Part("forms", "формы наставничества, которые есть в данных", forms_in_use),
    Part("mentors", "база наставников", mentors_words),
    Part("mentees", "база наставляемых", mentees_words),
    Part("pairs", "пары и группы", pairs_words),
    Part("awaiting", "пары, которые утверждает приказ", awaiting_words),
    Part("live", "пары, которые работают или утверждены", live_words),
    Part("completed", "пары, которые завершили работу", completed_words),
    Part("pair", "пара, о которой документ", pair_words),
    Part("replaced", "прежняя пара, которую она заменила", replaced_words),
    Part("own_pairs", "пары, где человек, о котором документ, – наставник", own_pairs),
    Part("rewarded", "кого поощряют", rewarded_words),
    Part("paid", "кому и за какую пару платят", paid_words),
    Part("role", "кем участвует человек, о котором документ", role_words),
    Part("representatives", "законные представители этого человека", representatives_words),
    Part("duties", "незакрытые пункты, за которые он отвечает", duties_words),
    Part("event", "мероприятие, о котором документ", event_words),
    Part("person", "человек, о котором документ", subject_person),
    Part("partner", "партнёр, которому документ", partner_words),
    Part("school", "Школа наставников", school_words),
    Part("survey", "анкета, бланк которой печатается", survey_words),
    Part("results", "итоги на день документа", results_words),
    Part("fulfilment", "выполнение дорожной карты на день документа", fulfilment_words),
    Part("stage", "этап, о котором документ, на его день", stage_words),
    Part("participation", "участники, пары, встречи и Школа в числах", participation_words),
    Part("surveys", "итоги анкет на день документа", surveys_words),
    Part("indicators", "показатели на день документа", indicators_words),
    Part("matching", "предложенные пары и объяснение", matching_words),
    Part("destroyed", "данные, которые уничтожаются", destroyed_words),
)
BY_NAME = {part.name: part for part in PARTS}
# What is asked for, not what the data hold.
_NOT_FROM_DATA = ("document", "destroyed")
# The source that is no part: the template itself.
TEMPLATE = "template"
SOURCE_TITLES = {**{part.name: part.title for part in PARTS}, TEMPLATE: "шаблон"}


def build_parts(names: Iterable[str], data: Dataset, request: Request) -> dict[str, Any]:
    """Build the parts with these names; the template itself reports unknown ones later."""
    return {name: BY_NAME[name].build(data, request) for name in names if name in BY_NAME}


def fingerprint(text: str) -> str:
    """A short mark that another text does not have."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def fingerprints(parts: dict[str, Any]) -> dict[str, str]:
    """A short fingerprint of each part that comes from data."""
    return {
        name: fingerprint(repr(value))
        for name, value in sorted(parts.items())
        if name not in _NOT_FROM_DATA
    }
