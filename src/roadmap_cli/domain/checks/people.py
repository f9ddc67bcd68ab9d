"""The organisation and its people: what documents will miss, and references that lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES, Dataset
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.files.roadmap import items
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.people.consents import sides
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.references import links
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable, names_with_initials
from roadmap_cli.text.suggest import did_you_mean, nearest

_ORGANIZATION = Dataset.organization.file
_PEOPLE = Dataset.people.file
_ROADMAP = Dataset.roadmap.file
_CODE = re.compile(r"(?=.*[a-z])[a-z0-9][a-z0-9.\-]*")
_SHORT_INSTEAD = "В документах вместо него будет краткое название."
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
                _SHORT_INSTEAD
                if key.name == "full_name"
                else "В документах на этом месте будет пустая строка.",
            )


def reference_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A code that leads to no record."""
    directory = Directory(data)
    for link in links(data, directory):
        known = directory.names(link.target)
        dropped = data.dropped_codes.get(link.target, frozenset())
        if link.target in data.unreadable and not dropped:
            continue
        if not link.role and link.code not in known and link.code not in dropped:
            yield Finding(
                link.source.file,
                link.at,
                f"записи с кодом «{link.code}» нет в {BY_KEY[link.target].file}",
                did_you_mean(link.code, known),
            )


def role_missing(data: Dataset, _today: date) -> Iterator[Finding]:
    """A pair with a person who is missing from the registry of mentors or of mentees."""
    directory = Directory(data)
    for link in links(data, directory):
        if link.role and link.target not in data.unreadable:
            name = directory.person(link.code)
            if link.code not in directory.names(link.target) and name != link.code:
                target = BY_KEY[link.target]
                yield Finding(
                    link.source.file,
                    link.at,
                    f"{name}: в паре есть, а в {target.file} нет",
                    f"Добавьте: roadmap {target.described.command} add --person {link.code}",
                )


def code_repeated(data: Dataset, _today: date) -> Iterator[Finding]:
    """One code for two records of a registry, as after a merge of two branches."""
    for registry in REGISTRIES:
        if registry.items is None or registry.key not in data.records:
            continue
        seen: set[str] = set()
        for item in registry.items_of(data):
            code = registry.identity(item)
            if code in seen:
                at = (*item.at, registry.items.identity)
                yield Finding(registry.file, at, f"код «{code}» уже занят выше")
            seen.add(code)


def responsible_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """An unknown code, or a name that looks like a misspelling of a known person's."""
    everybody = data.people.people
    names = [person.with_initials(Case.NOMINATIVE) for person in everybody]
    for item in items(data.roadmap):
        said = getattr(item, "responsible", None) or ""
        at = (*item.at, "responsible")
        if _CODE.fullmatch(said) and data.people.find(said) is None:
            code = did_you_mean(said, [person.id for person in everybody]) or ""
            yield Finding(_ROADMAP, at, f"кода «{said}» нет в {_PEOPLE}. {code}".rstrip(". "))
        for name in names_with_initials(said):
            meant = _slip(name, names)
            if meant:
                yield Finding(_ROADMAP, at, f"«{name}» нет в {_PEOPLE}. {meant}")


def _slip(name: str, names: Sequence[str]) -> str | None:
    """The known name that this one misspells; another person's initials are no slip."""
    surname, _, initials = name.partition(" ")
    if any(comparable(known) == comparable(name) for known in names):
        return None
    alike = [
        known for known in names if comparable(known.partition(" ")[2]) == comparable(initials)
    ]
    close = nearest(surname, [one.partition(" ")[0] for one in alike])
    found = next((one for one in alike if one.partition(" ")[0] == close), None)
    return f"Возможно, вы имели в виду «{found}»?" if found else None


def personal_data_exposed(data: Dataset, _today: date) -> Iterator[Finding]:
    """Personal data that lie in git unencrypted, or will with the next commit."""
    for fault in data.exposures:
        yield Finding(fault.file or _PEOPLE, (), fault.said, fault.mend)


def record_locked(data: Dataset, _today: date) -> Iterator[Finding]:
    """A person whose record is encrypted and whose key is not here."""
    for person in data.people.people:
        if person.locked is not None:
            yield Finding(
                _PEOPLE,
                (*person.at, "locked"),
                f"запись «{person.id}» зашифрована, ключа к ней здесь нет",
                "Возьмите связку ключей у коллеги: roadmap vault import ФАЙЛ",
            )


def form_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A form of mentoring of which nobody has said who its sides are."""
    for registry in (Dataset.mentors, Dataset.mentees, Dataset.pairs):
        for item in registry.items_of(data):
            form = getattr(item, "form", None)
            if form is not None and sides(data, form) == (None, None):
                yield Finding(
                    registry.file,
                    (*item.at, "form"),
                    f"форма «{form.title}» не описана",
                    f"Опишите её: forms в {_ORGANIZATION} — title, mentor, mentee.",
                )


def namesakes(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two records with one name: namesakes, or one person entered twice."""
    counts = Counter(comparable(person.full_name) for person in data.people.people)
    for person in data.people.people:
        if counts[comparable(person.full_name)] > 1:
            yield Finding(
                _PEOPLE,
                (*person.at, "surname"),
                f"запись «{person.full_name}» повторяется",
                "Если это тёзки, всё в порядке; если один человек — оставьте одну запись.",
            )
