"""People read from a file, set against those that there are: who is who, what is new."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple, cast

from roadmap_cli.domain.imports.incoming import (
    NEW,
    Decide,
    Incoming,
    KeptValue,
    Question,
    Values,
)
from roadmap_cli.domain.model.changes import Change, Plain
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.forms import FormChoice, OwnForm
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.kinds import Many
from roadmap_cli.domain.model.plain import plain_record, plain_text
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import differences, new_record, remarks_of, value_fault
from roadmap_cli.text.names import comparable
from roadmap_cli.text.phones import comparable_phone

_PEOPLE = Dataset.people
# Two people may share a name; these tell them apart when both are known.
_TELLING = ("born", "phone", "email")


class Proposal(NamedTuple):
    """What an import would do: edits, rows that wait for an answer, and what did not fit.

    `kept` are the values that would be overwritten, and are not; `codes` the people by row.
    """

    edits: list[Edit]
    open: list[Question]
    doubts: list[str]
    kept: list[KeptValue]
    codes: dict[str, str]


class _Someone(NamedTuple):
    """A person who is known: from the data, or from a row above."""

    code: str
    values: Values
    record: Person | None


def people_edits(
    directory: Directory, rows: Sequence[Incoming], decide: Decide, *, overwrite: bool = False
) -> Proposal:
    """The edits that bring the rows into the data.

    A value that stands is replaced only where `overwrite` says so.
    """
    return _Matching(directory, decide, overwrite).carried_out(rows)


class _Matching:
    def __init__(self, directory: Directory, decide: Decide, overwrite: bool) -> None:
        self.directory = directory
        self.decide = decide
        self.overwrite = overwrite
        self.result = Proposal([], [], [], [], {})
        self.met: set[tuple[str, str]] = set()
        self.named: Counter[tuple[str, str]] = Counter()
        self.taken: set[tuple[str, str]] = set()
        self.codes: dict[str, str] = dict(directory.names("people"))
        known = cast(tuple[Person, ...], _PEOPLE.items_of(directory.data))
        self.by_surname: defaultdict[str, list[_Someone]] = defaultdict(list)
        for person in known:
            someone = _Someone(person.id, _values(person), person)
            self.by_surname[comparable(person.surname)].append(someone)
        self.parts: dict[str, dict[str, Record]] = {}

    def carried_out(self, rows: Sequence[Incoming]) -> Proposal:
        """Match every row, then say what changes."""
        self.named = Counter(self._place(told) for told in rows)
        for told in rows:
            row = self._sound(told)
            someone = self._matched(row) if row.code is None else self._known(row)
            if someone is not None:
                self.met.add((self._sheet(row), someone.code))
                self.result.codes[row.number] = someone.code
                self._person(row, someone)
                for registry, part in row.parts.items():
                    self._part(row, BY_KEY[registry], someone, part)
        return self.result

    def _known(self, row: Incoming) -> _Someone:
        """The person whose code is known already."""
        namesakes = self.by_surname[comparable(str(row.person.get("surname") or ""))]
        return next(someone for someone in namesakes if someone.code == row.code)

    def _matched(self, row: Incoming) -> _Someone | None:
        """The person that a row is about: a known one, a new one, or None."""
        namesakes = self.by_surname[comparable(str(row.person.get("surname") or ""))]
        alike = [someone for someone in namesakes if _same_name(someone.values, row.person)]
        settled = [
            someone
            for someone in alike
            if (self._sheet(row), someone.code) not in self.met
            and not _news(someone.values, row.person)
        ]
        if settled:
            return settled[0]
        if not alike:
            return self._new(row)
        fitting = [someone for someone in alike if _fits(someone.values, row.person)]
        certain = [someone for someone in fitting if _shares(someone.values, row.person)]
        alone = self.named[self._place(row)] == 1
        if len(certain) == 1 and (alone or (self._sheet(row), certain[0].code) not in self.met):
            return certain[0]
        if len(alike) == 1 and fitting and alone:
            return fitting[0]
        question = Question(row, tuple((someone.code, _words(someone.values)) for someone in alike))
        answer = self.decide(question)
        if answer == NEW:
            return self._new(row)
        chosen = next((someone for someone in alike if someone.code == answer), None)
        if chosen is None:
            self.result.open.append(question)
        return chosen

    @staticmethod
    def _sheet(row: Incoming) -> str:
        return row.number.rpartition(":")[0]

    def _place(self, row: Incoming) -> tuple[str, str]:
        """The sheet and the name of a row: one name in two sheets is one person, in one two."""
        return self._sheet(row), comparable(row.name)

    def _new(self, row: Incoming) -> _Someone:
        code = new_code(self.directory.data, "people", row.person, self.codes)
        self.codes[code] = row.name
        someone = _Someone(code, row.person, None)
        self.by_surname[comparable(str(row.person.get("surname") or ""))].append(someone)
        given = {"id": code, **row.person}
        change = new_record(_PEOPLE, given)
        remarks = remarks_of(_PEOPLE, given)
        said = f"новый человек: {row.name}{_told(_PEOPLE, row.person)}"
        self.result.edits.append(Edit(code, said, (change,), remarks))
        return someone

    def _person(self, row: Incoming, someone: _Someone) -> None:
        if someone.record is None:
            return
        given = {
            key: value for key, value in row.person.items() if _is_news(key, someone.values, value)
        }
        if "note" in given:
            lines = [*str(someone.values.get("note") or "").splitlines()]
            lines += [line for line in str(given["note"]).splitlines() if line not in lines]
            given["note"] = "\n".join(lines)
        given = self._settled(row, _PEOPLE, someone.record, given)
        changes = differences(_PEOPLE, someone.record, given)
        self._say(row, someone, someone.record, changes, "человек")

    def _settled(
        self, row: Incoming, registry: Registry, record: Record, given: Values
    ) -> dict[str, str | list[str]]:
        """The new values without those that would replace others, unless that is wanted."""
        known = plain_record(record)
        settled = dict(given)
        for change in differences(registry, record, given):
            name = _key_of(change)
            old = known.get(name)
            if old is None or self.overwrite or name == "note" or _is_completed(name, old, given):
                continue
            told = settled.pop(name, None)
            if told is not None:
                kept = KeptValue(
                    row.number, row.name, _title(registry, name), _shown(old), _shown(told)
                )
                self.result.kept.append(kept)
        return settled

    def _part(self, row: Incoming, registry: Registry, someone: _Someone, part: Values) -> None:
        items = registry.described
        if registry.key not in self.parts:
            every = registry.items_of(self.directory.data)
            self.parts[registry.key] = {registry.identity(item): item for item in every}
        record = self.parts[registry.key].get(someone.code)
        if (registry.key, someone.code) in self.taken:
            self.result.doubts.append(
                f"строка {row.number}: {row.name} повторяется, строка не взята"
            )
            return
        self.taken.add((registry.key, someone.code))
        answers = _answers(record, row.answers)
        more: dict[str, Plain] = {"answers": answers} if answers else {}
        if record is None:
            change = new_record(registry, {"person": someone.code, **part}, **more)
            said = f"новый {items.one}: {row.name}{_told(registry, part)}"
            self.result.edits.append(Edit(someone.code, said, (change,)))
            return
        part = self._settled(row, registry, record, part)
        changes: list[Change] = differences(registry, record, part)
        if answers != _answers(record, ()):
            changes += key_changes(registry.file, record, {"answers": answers})
        self._say(row, someone, record, changes, items.one)

    def _say(
        self,
        row: Incoming,
        someone: _Someone,
        record: Record,
        changes: Sequence[Change],
        what: str,
    ) -> None:
        """«Дополнено» where nothing stood before, «изменено» with what was and what is."""
        known = plain_record(record)
        names: dict[bool, list[str]] = {False: [], True: []}
        for change in changes:
            name = _key_of(change)
            old = known.get(name)
            said = _key_title(change)
            replaces = old is not None and isinstance(old, str)
            new = f"{said.partition(' «')[0]}: было «{old}», стало «{getattr(change, 'value', '')}»"
            names[replaces].append(new if replaces else said)
        words = [
            f"{title} ({what}): {row.name}: {', '.join(dict.fromkeys(names[replaces]))}"
            for replaces, title in ((False, "дополнено"), (True, "изменено"))
            if names[replaces]
        ]
        if words:
            self.result.edits.append(Edit(someone.code, "; ".join(words), tuple(changes)))

    def _sound(self, row: Incoming) -> Incoming:
        """The row with what does not fit its key moved into the note, so that nothing is lost."""
        notes: list[str] = []
        self.result.doubts.extend(f"строка {row.number}: {said}" for said in row.doubts)
        person = self._fitting(row, _PEOPLE, row.person, notes)
        parts = {}
        for key, part in row.parts.items():
            unfit: list[str] = []
            parts[key] = self._fitting(row, BY_KEY[key], part, unfit)
            if unfit:
                old = str(parts[key].get("note") or "")
                parts[key]["note"] = "\n".join(filter(None, [old, *unfit]))
        if not row.parts:
            notes += [f"{question}: {answer}" for question, answer in row.answers]
        if notes:
            person["note"] = "\n".join(filter(None, [str(person.get("note") or ""), *notes]))
        return row._replace(person=person, parts=parts)

    def _tell_own_form(self, row: Incoming, kind: FormChoice, text: str) -> None:
        if isinstance(form := kind.read(text), OwnForm):
            self.result.doubts.append(
                f"строка {row.number}: форма «{form.title}» не из известных, записана как своя;"
                f" опишите её: forms в {Dataset.organization.file}"
            )

    def _fitting(
        self, row: Incoming, registry: Registry, told: Values, notes: list[str]
    ) -> dict[str, str | list[str]]:
        found: dict[str, str | list[str]] = {}
        for key in registry.item_keys:
            value = told.get(key.name)
            if not value:
                continue
            texts = value if isinstance(value, list) else [value]
            fault = next(filter(None, (value_fault(key, text) for text in texts)), None)
            if fault is None:
                found[key.name] = value
                if isinstance(key.kind, FormChoice):
                    self._tell_own_form(row, key.kind, texts[0])
            else:
                title = key.title.partition(":")[0].partition(",")[0]
                notes.append(f"{title}: {'; '.join(texts)}")
                self.result.doubts.append(f"строка {row.number}: {fault} Записано в примечание.")
        return found


def _values(person: Person) -> dict[str, str | list[str]]:
    values = ((key.name, getattr(person, key.name)) for key in _PEOPLE.item_keys)
    return {name: plain_text(value) for name, value in values if value is not None}


def _same_name(known: Values, told: Values) -> bool:
    """Equal surnames, and given names that are equal or shortened to their initials."""
    if comparable(str(known.get("surname") or "")) != comparable(str(told.get("surname") or "")):
        return False
    return all(
        _same_given(str(known.get(key) or ""), str(told.get(key) or ""))
        for key in ("name", "patronymic")
    )


def _same_given(one: str, other: str) -> bool:
    one, other = comparable(one), comparable(other)
    shorter = min(len(one), len(other))
    return shorter == 0 or (one == other if shorter > 1 else one[:1] == other[:1])


def _fits(known: Values, told: Values) -> bool:
    """True when the names are equal in full and nothing that tells people apart differs."""
    whole = all(
        comparable(str(known.get(key) or "")) == comparable(str(told.get(key) or ""))
        for key in ("name", "patronymic")
    )
    return whole and not any(
        known.get(key) and told.get(key) and _telling(key, known) != _telling(key, told)
        for key in _TELLING
    )


def _shares(known: Values, told: Values) -> bool:
    """True when something that tells people apart is known of both and equal."""
    return any(known.get(key) and told.get(key) for key in _TELLING)


def _telling(key: str, values: Values) -> str:
    text = str(values[key])
    if key == "phone":
        return comparable_phone(text)
    if key == "born":
        read = next(one for one in _PEOPLE.item_keys if one.name == key).kind.read
        return str(read(text))
    return text.casefold()


def _news(known: Values, told: Values) -> bool:
    return any(_is_news(key, known, value) for key, value in told.items())


def _is_news(key: str, known: Values, value: str | list[str]) -> bool:
    """True for a value that is not known yet; an initial adds nothing to the full name."""
    old = known.get(key)
    if not old:
        return True
    if key in ("name", "patronymic") and len(comparable(str(value))) == 1:
        return False
    if key == "note":
        return any(line not in str(old).splitlines() for line in str(value).splitlines())
    if key in _TELLING:
        return _telling(key, known) != _telling(key, {key: value})
    return str(old) != str(value)


def _is_completed(name: str, old: Plain, given: Values) -> bool:
    """True when the new value only completes the old one: a full name for an initial, a list."""
    new = given.get(name)
    if isinstance(old, list):
        return set(map(str, old)) <= set(new if isinstance(new, list) else [])
    initial = comparable(str(old))
    return name in ("name", "patronymic") and len(initial) == 1


def _told(registry: Registry, given: Values) -> str:
    """The values of a new record, its name aside: « — должность «завуч», класс «9А»»."""
    told = [
        f"{_title(registry, name)} «{_shown(value)}»"
        for name, value in given.items()
        if name not in ("surname", "name", "patronymic")
    ]
    return f" — {', '.join(told)}" if told else ""


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _title(registry: Registry, name: str) -> str:
    return next(key.heading.lower() for key in registry.item_keys if key.name == name)


def _words(values: Values) -> str:
    told = (values.get(key) for key in ("surname", "name", "patronymic", "position", *_TELLING))
    return " ".join(str(text) for text in told if text)


def _answers(record: Record | None, told: Sequence[tuple[str, str]]) -> list[Plain]:
    """The answers of a record, updated with the new ones."""
    known = {answer.question: answer.answer for answer in getattr(record, "answers", ())}
    known |= dict(told)
    return [{"question": question, "answer": answer} for question, answer in known.items()]


def _key_of(change: Change) -> str:
    """The name of the key that a change touches."""
    return next(step for step in reversed(change.at) if isinstance(step, str))


def _key_title(change: Change) -> str:
    name = _key_of(change)
    registry = next(one for one in BY_KEY.values() if one.file == change.file)
    key = next((one for one in registry.item_keys if one.name == name), None)
    if key is None:
        return "ответы анкеты"
    shown, value = key.heading.lower(), getattr(change, "value", None)
    is_list = isinstance(key.kind, Many)
    return f"{shown} «{value}»" if isinstance(value, str) and not is_list else shown
