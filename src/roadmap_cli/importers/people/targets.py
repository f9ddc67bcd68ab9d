"""Every place that a column can be given to, with its Russian title."""

import re
from collections.abc import Callable, Sequence

from roadmap_cli.domain.model.dataset import PARTICIPANT_REGISTRIES, REGISTRIES, Dataset
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.importers.people import values
from roadmap_cli.importers.people.headings import (
    ANSWER,
    CONTACTS,
    FULL_NAME,
    GROUP_OR_POSITION,
    NOTE,
    ROLE,
    SKIP,
)
from roadmap_cli.text.suggest import did_you_mean

_SPECIAL = {
    FULL_NAME: "фамилия, имя, отчество вместе",
    CONTACTS: "контакты: телефон и почта вместе",
    GROUP_OR_POSITION: "класс у ребёнка, должность у взрослого",
    ROLE: "роль: наставник или наставляемый",
    ANSWER: "ответ анкеты, сохранить вместе с вопросом",
    NOTE: "в примечание, вместе с заголовком",
    SKIP: "не нужен",
}


def all_targets() -> dict[str, str]:
    """The names of all targets with their titles."""
    found = dict(_SPECIAL)
    for registry in REGISTRIES:
        if registry != Dataset.people and registry.key not in PARTICIPANT_REGISTRIES:
            continue
        for key in registry.item_keys:
            if key.name != registry.described.identity:
                title = key.title.partition(":")[0].lower()
                found[f"{registry.key}.{key.name}"] = f"{registry.described.one}: {title}"
    return found


def likely_targets(samples: Sequence[str]) -> list[tuple[str, str]]:
    """At most ten targets, the likeliest first: by what the values look like, then the usual."""
    known = all_targets()
    seen = [target for look, target in _LOOKS if samples and all(map(look, samples))]
    names = dict.fromkeys([*seen, *_USUAL])
    return [(name, known[name]) for name in names][:10]


_LOOKS: tuple[tuple[Callable[[str], object], str], ...] = (
    (values.is_group, "people.group"),
    (re.compile(r"[\d+][\d\s()+-]{5,}").fullmatch, "people.phone"),
    (re.compile(r"\S+@\S+").fullmatch, "people.email"),
    (re.compile(r"(?:19|20)\d\d").fullmatch, "people.birth_year"),
    (re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}").fullmatch, "people.born"),
    (re.compile(r"\d{1,2}").fullmatch, "mentors.capacity"),
)
_USUAL = (
    "people.position", "people.group", "mentees.requests", "mentors.competences", "people.note",
    NOTE, ANSWER, "people.phone", "people.address", SKIP,
)  # fmt: skip


def find_target(word: str) -> str:
    """The target that a name or a title means. Raises UnknownNameError."""
    known = all_targets()
    by_title = {title.casefold(): name for name, title in known.items()}
    target = by_title.get(word.casefold()) or word
    if target not in known:
        hint = did_you_mean(target, known) or f"Есть: {', '.join(known)}."
        raise UnknownNameError(f"ключа «{word}» нет", hint=hint)
    return target
