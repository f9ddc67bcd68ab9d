"""The table of rules about files on their way into git: what may not be there unencrypted."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset, registry_of
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.people.consents import is_only_staff
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Mention, Tell
from roadmap_cli.problems import Severity
from roadmap_cli.storage.disk import is_temporary
from roadmap_cli.storage.lock import PRIVATE
from roadmap_cli.storage.recovery import UNFINISHED
from roadmap_cli.storage.texts.plain_text import plain_text
from roadmap_cli.storage.vault.location import PERSONAL
from roadmap_cli.storage.vault.sealing import is_sealed_throughout
from roadmap_cli.text.digits import surely_telephones

_NAMES = frozenset({Tell.FULL, Tell.GIVEN, Tell.SURNAME})
_CONTACTS = frozenset({Tell.PHONE, Tell.EMAIL, Tell.PASSPORT, Tell.ADDRESS})
_SEALED = frozenset(registry.file for registry in PERSONAL)
# In these the telephones of the organisation itself belong.
_WITH_TELEPHONES = frozenset({Dataset.organization.file, Dataset.partners.file})
_STEMS = "|".join(re.escape(PurePosixPath(file).stem) for file in sorted(_SEALED))
_COPY = re.compile(
    rf"[.#~]?(?:(?:копия|copy(?: of)?|backup)[ _-]+)?(?:{_STEMS})(?![^\W\d_])"
    r"(?:.*\.ya?ml.*|.*(?:[._-](?:bak|backup|old|orig|rej|save|sav|copy|tmp|temp|sw[op])|~))",
    re.IGNORECASE,
)
_RECORD = re.compile(r"""(?m)(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)["']?surname["']?[ \t]*:[ \t]*"""
                     r"""(?:["'][^"'\s{]|[^\s"'{}\[#|>&*!%@`,])""")  # fmt: skip
_RING = re.compile(r'"vault"\s*:\s*"[0-9a-f]{4,64}"')
_RING_KEYS = re.compile(r'"keys"\s*:\s*\{')
_SHOWN = 3


class Known(NamedTuple):
    """Whom the rules look for: the records of the working tree, as far as they can be read here.

    With `all_take_part` nobody counts as staff, for the files that tell of it cannot be read.
    """

    data: Dataset
    today: date
    recognizer: Recognizer
    all_take_part: bool = False

    def takes_part(self, person: str) -> bool:
        """False for the staff, who are named by virtue of their office."""
        return self.all_take_part or not is_only_staff(self.data, person, self.today)


class Seen:
    """A file as git will hold it; `within` is its path in the workspace, None outside of it."""

    def __init__(self, file: str, within: str | None, raw: bytes | None) -> None:
        """`raw` is None for a file that is too large to be looked through."""
        self.within = within
        self.name = PurePosixPath(file).name
        self.path = file
        self.raw = raw or b""
        self.text = None if raw is None else plain_text(raw)
        self.registry: Registry | None = registry_of(within or "")
        self.has_lines = not self.raw.startswith(b"PK\x03\x04")

    @property
    def is_sealed(self) -> bool:
        """True when all of the file is encrypted, not its beginning alone."""
        return is_sealed_throughout(self.raw)


class Leak(NamedTuple):
    """What a rule has found, and the character of the text where it stands."""

    message: str
    at: int = 0


class LeakRule(NamedTuple):
    """A rule: its code and title, its function, what to do, how serious a breach is.

    After one that `settles` nothing more is asked about the file. Those `without_vault` hold in
    every workspace, those `everywhere` outside of it too.
    """

    code: str
    title: str
    find: Callable[[Seen, Known], Iterator[Leak]]
    advice: str
    severity: Severity = Severity.ERROR
    settles: bool = False
    without_vault: bool = False
    everywhere: bool = False


def ring_stored(seen: Seen, _known: Known) -> Iterator[Leak]:
    """Keys of a vault, whatever the file is called."""
    text = seen.text or ""
    if (named := _RING.search(text)) and _RING_KEYS.search(text):
        yield Leak("связка ключей: с ней прочтут все зашифрованные записи", named.start())


def unfinished_stored(seen: Seen, _known: Known) -> Iterator[Leak]:
    """What a run that was broken off has left."""
    within = PurePosixPath(seen.within or "")
    if is_temporary(seen.name) or seen.name.endswith(UNFINISHED) or PRIVATE in within.parts:
        yield Leak("временный файл программы: в нём могут быть персональные данные")


def registry_plain(seen: Seen, _known: Known) -> Iterator[Leak]:
    """A file of the vault that is not encrypted, or not to its end."""
    if seen.registry is not None and seen.within in _SEALED and not seen.is_sealed:
        yield Leak(f"файл «{seen.registry.title}» не зашифрован")


def registry_copied(seen: Seen, _known: Known) -> Iterator[Leak]:
    """A copy of a file of the vault, by its name or by its records."""
    if seen.registry is not None or seen.is_sealed:
        return
    record = _RECORD.search(seen.text or "")
    if record or _COPY.fullmatch(seen.name):
        said = "незашифрованная копия файла с персональными данными"
        yield Leak(said, record.start() if record else 0)


def person_named(seen: Seen, known: Known) -> Iterator[Leak]:
    """Any other file that names participants, or holds the contacts of anyone."""
    yield from _listed(
        "в файле персональные данные",
        seen,
        (
            mention
            for mention in _mentions(seen, known)
            if mention.kind in _CONTACTS or known.takes_part(mention.person)
        ),
    )


def staff_named(seen: Seen, known: Known) -> Iterator[Leak]:
    """Any other file that names those who work here and take no part."""
    yield from _listed(
        "в файле названы сотрудники",
        seen,
        (
            mention
            for mention in _mentions(seen, known)
            if mention.kind in (Tell.FULL, Tell.GIVEN) and not known.takes_part(mention.person)
        ),
    )


def words_unread(seen: Seen, _known: Known) -> Iterator[Leak]:
    """A file whose words cannot be had: a PDF, a picture, an archive."""
    if seen.registry is None and seen.text is None:
        yield Leak("текст файла прочитать нельзя, имена в нём не искались")


def person_in_data(seen: Seen, known: Known) -> Iterator[Leak]:
    """Participants in a data file that is not encrypted, its comments included."""
    if seen.registry is None or seen.within in _SEALED:
        return
    told = set()
    for mention in known.recognizer.find(seen.text or ""):
        meant = mention.kind in _NAMES | _CONTACTS and known.takes_part(mention.person)
        if meant and (mention.start, mention.words) not in told:
            told.add((mention.start, mention.words))
            yield Leak(f"«{mention.words}» в файле, который не шифруется", mention.start)


def telephone_in_data(seen: Seen, _known: Known) -> Iterator[Leak]:
    """Anybody's telephone in a data file that is not encrypted."""
    if seen.registry is None or seen.within in _SEALED | _WITH_TELEPHONES:
        return
    for start, words in surely_telephones(seen.text or ""):
        yield Leak(f"телефон «{words}» в файле, который не шифруется", start)


_KEEP_AWAY = "Держите его вне репозитория."
LEAK_RULES: tuple[LeakRule, ...] = (
    LeakRule("ring-stored", "Связка ключей хранилища", ring_stored, _KEEP_AWAY,
             settles=True, without_vault=True, everywhere=True),
    LeakRule("unfinished-stored", "Временный файл программы", unfinished_stored, _KEEP_AWAY,
             settles=True, without_vault=True),
    LeakRule("registry-plain", "Файл хранилища не зашифрован", registry_plain,
             "Выполните roadmap vault init (допишет .gitattributes, если в нём нет этого файла),"
             " roadmap vault open и git add --renormalize с именем файла.", settles=True),
    LeakRule("registry-copied", "Копия файла с персональными данными", registry_copied,
             _KEEP_AWAY, settles=True),
    LeakRule("person-named", "Файл называет участников программы", person_named,
             "Держите его вне репозитория или замените имена кодами."),
    LeakRule("staff-named", "Файл называет сотрудников, которые не участвуют", staff_named,
             "По должности их называть можно; проверьте, что больше ничего личного нет.",
             Severity.WARNING),
    LeakRule("words-unread", "Текст файла прочитать нельзя", words_unread,
             "Проверьте сами, нет ли в нём персональных данных.", Severity.WARNING),
    LeakRule("person-in-data", "Участник назван в файле, который не шифруется", person_in_data,
             "Замените имя кодом, а контакты уберите: их место в data/people.yaml."),
    LeakRule("telephone-in-data", "Телефон в файле, который не шифруется", telephone_in_data,
             "Уберите его: место телефонов в data/people.yaml."),
)  # fmt: skip


def _mentions(seen: Seen, known: Known) -> list[Mention]:
    """Who is named in a file that is no data file, in its words and then in its name."""
    if seen.registry is not None or seen.is_sealed:
        return []
    text = seen.text or ""
    found = known.recognizer.find(f"{text}\n{seen.path}")
    return [mention for mention in found if mention.kind in _NAMES | _CONTACTS]


def _listed(title: str, seen: Seen, mentions: Iterator[Mention]) -> Iterator[Leak]:
    """One finding for a file: a list of people would bury all others."""
    found = {mention.words: mention.start for mention in reversed(list(mentions))}
    words = sorted(found, key=lambda each: found[each])
    if words:
        shown = ", ".join(f"«{each}»" for each in words[:_SHOWN])
        more = f" и ещё {len(words) - _SHOWN}" if len(words) > _SHOWN else ""
        start = found[words[0]]
        inside = seen.has_lines and start < len(seen.text or "")
        yield Leak(f"{title}: {' '.join(shown.split())}{more}", start if inside else 0)
