"""The organisation and its people: what documents will miss, and references that lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.findings import Finding
from roadmap_cli.domain.organization import Organization
from roadmap_cli.domain.records import keys
from roadmap_cli.domain.references import links
from roadmap_cli.domain.registries import BY_KEY, REGISTRIES
from roadmap_cli.domain.registry_actions import identity, items_of
from roadmap_cli.domain.roadmap import items
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable, names_with_initials
from roadmap_cli.text.suggest import did_you_mean

_ORGANIZATION = BY_KEY["organization"].file
_PEOPLE = BY_KEY["people"].file
_ROADMAP = BY_KEY["roadmap"].file
_CODE = re.compile(r"[a-z][a-z0-9_-]*")
_NEEDED = ("full_name", "place", "director", "coordinator")


def organization_incomplete(data: Dataset, _today: date) -> Iterator[Finding]:
    """What every document needs and will print as a blank line."""
    organization = data.organization
    if organization is None:
        yield Finding(
            _ORGANIZATION, (), "сведений об организации нет: в документах будут пустые строки"
        )
        return
    for key in keys(Organization):
        if key.name in _NEEDED and not getattr(organization, key.name):
            yield Finding(
                _ORGANIZATION,
                (),
                f"не заполнено «{key.name}»: {key.title.partition(':')[0].lower()}",
                "В документах на этом месте будет пустая строка.",
            )


def reference_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A code that leads to no record."""
    known: dict[str, list[str]] = {}
    for link in links(data):
        target = BY_KEY[link.target]
        if link.target not in known:
            known[link.target] = [identity(target, item) for item in items_of(data, target)]
        if link.code not in known[link.target]:
            yield Finding(
                link.source.file,
                link.at,
                f"записи с кодом «{link.code}» нет в {target.file}",
                did_you_mean(link.code, known[link.target]),
            )


def code_repeated(data: Dataset, _today: date) -> Iterator[Finding]:
    """One code for two records of a registry, as after a merge of two branches."""
    for registry in REGISTRIES:
        if registry.items is None or registry.key not in data.records:
            continue
        seen: set[str] = set()
        for item in items_of(data, registry):
            code = identity(registry, item)
            if code in seen:
                at = (*item.at, registry.items.identity)
                yield Finding(registry.file, at, f"код «{code}» уже занят выше")
            seen.add(code)


def responsible_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A code of nobody, or a name that differs from a known person's by a slip of the hand."""
    everybody = data.people.people
    names = [person.with_initials(Case.NOMINATIVE) for person in everybody]
    known = {comparable(name) for name in names}
    for item in items(data.roadmap):
        said = getattr(item, "responsible", None) or ""
        at = (*item.at, "responsible")
        if _CODE.fullmatch(said) and data.people.find(said) is None:
            meant = did_you_mean(said, [person.id for person in everybody]) or ""
            yield Finding(_ROADMAP, at, f"кода «{said}» нет в {_PEOPLE}. {meant}".rstrip(". "))
        for name in names_with_initials(said):
            close = None if comparable(name) in known else did_you_mean(name, names)
            if close:
                yield Finding(_ROADMAP, at, f"«{name}» нет в {_PEOPLE}. {close}")


def namesakes(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two records with one name: namesakes, or one person entered twice."""
    counts = Counter(comparable(person.full_name) for person in data.people.people)
    for person in data.people.people:
        if counts[comparable(person.full_name)] > 1:
            yield Finding(
                _PEOPLE,
                (*person.at, "surname"),
                f"«{person.full_name}» записан(а) больше одного раза",
                "Если это тёзки, всё в порядке; если один человек — оставьте одну запись.",
            )
