"""A data file encrypted record by record, and back, byte for byte.

Each record is sealed under its person's key with AES-SIV (RFC 5297), which is authenticated and
deterministic: an unchanged record keeps its ciphertext, so that git compares by person.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.kinds import Identifier
from roadmap_cli.domain.model.registry import OwnedList, Registry
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.ring import COMMON, Ring
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.lines import after_line, item_start
from roadmap_cli.storage.yaml.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode
from roadmap_cli.storage.yaml.splices import comments_inside, content_end

HEADER = b"roadmap-vault 1 "
LOCKED = "locked"
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_LINES = re.compile(rb"[^\n]+\n(?:[\w.~/-]+ [A-Za-z0-9+/]+=*\r?\n)*")


class Sealed(NamedTuple):
    """A line of a sealed file: whose chunk it is, and its ciphertext in base64."""

    label: str
    cipher: str


class Chunk(NamedTuple):
    """A stretch of a file and the label of the key that it is sealed under.

    `cipher` is set for a record that could not be opened here: it goes back as it came.
    """

    label: str
    text: str
    cipher: str | None = None


def is_sealed(raw: bytes) -> bool:
    """True for the encrypted form of a file."""
    return raw.startswith(HEADER)


def is_sealed_throughout(raw: bytes) -> bool:
    """True when all of a file is encrypted, not its beginning alone."""
    return is_sealed(raw) and _LINES.fullmatch(raw) is not None


def vault_of(raw: bytes) -> str:
    """The vault that a sealed file belongs to."""
    return raw.split(b"\n", 1)[0][len(HEADER) :].decode("ascii", "replace").strip()


class People(NamedTuple):
    """Who has records, by label: `known` have a key of their own, those `locked` have it elsewhere.

    What remains of the `anonymous`, whose data were destroyed, is shared content.
    """

    known: frozenset[str]
    locked: frozenset[str] = frozenset()
    anonymous: frozenset[str] = frozenset()


def seal(raw: bytes, registry: Registry, ring: Ring, people: People | None = None) -> bytes:
    """Return the encrypted form of a file's bytes; a sealed file stays as it is.

    `people` are those of the workspace; without them every code counts as a person's. Raises
    VaultError when the file cannot be split by person, or when only a colleague has the key of a
    record: then nothing may be stored.
    """
    if is_sealed(raw):
        return raw
    return seal_chunks(_chunks(raw, registry, ring, people), registry, ring)


def seal_chunks(chunks: Iterable[Chunk], registry: Registry, ring: Ring) -> bytes:
    """Return the encrypted form of a file that was cut into chunks already."""
    lines = [HEADER.decode() + ring.vault]
    for chunk in chunks:
        cipher = chunk.cipher or _encrypted(chunk, registry, ring)
        lines.append(f"{chunk.label} {cipher}")
    return ("\n".join(lines) + "\n").encode()


def unseal(raw: bytes, registry: Registry, ring: Ring, troubles: list[str] | None = None) -> bytes:
    """Return the bytes of a file from its encrypted form; a plain file stays as it is.

    A record whose key is missing, or that was damaged, becomes a stub that keeps its ciphertext;
    damaged ones are added to `troubles`. Raises VaultError when the shared content cannot be
    decrypted.
    """
    if not is_sealed(raw):
        return raw
    sealed = read_lines(raw)
    texts = [_decrypted(line, registry, ring, troubles) for line in sealed]
    style = _style_of(texts)
    return "".join(stubbed(sealed, texts, registry, style)).encode("utf-8")


def stubbed(
    sealed: Sequence[Sealed], texts: Sequence[str | None], registry: Registry, style: "Style"
) -> Iterator[str]:
    """The texts, with stubs for those that could not be opened."""
    following = [*texts[1:], ""]
    lists = {owned.key: owned for owned in registry.owned_lists}
    owned = registry.owned_lists[0]
    for line, text, after in zip(sealed, texts, following, strict=True):
        more = after is None or after.lstrip().startswith("{")
        if line.label == COMMON and text is not None:
            begun = [key for key in _KEY.findall(text) if key in lists]
            owned = lists[begun[-1]] if begun else owned
        yield _stub(line, owned, style, comma=more) if text is None else text


def read_lines(raw: bytes) -> list[Sealed]:
    """Read the lines of a sealed file; raises VaultError for an invalid one."""
    found = []
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines()[1:], 2):
        label, _, cipher = line.partition(" ")
        if not label or not cipher:
            raise VaultError(f"зашифрованный файл повреждён: строка {number}", hint=_DAMAGED)
        found.append(Sealed(label, cipher))
    return found


_DAMAGED = "Верните её из истории: git log -p -- data, или возьмите файл у коллеги."


def _chunks(raw: bytes, registry: Registry, ring: Ring, people: People | None) -> Iterator[Chunk]:
    text_file, problems = decode_text(raw, registry.file)
    if text_file is None:
        raise VaultError(f"{problems[0].place}: {problems[0].message}", hint=problems[0].hint)
    text = text_file.text
    bom = "\ufeff" if text_file.bom else ""
    composed = compose(text, registry.file)
    faults = [problem for problem in composed.problems if problem.is_error]
    if faults:
        first = faults[0]
        hint = first.hint if first.code == "yaml-conflict" else "Исправьте: roadmap check"
        raise VaultError(f"{first.place}: {first.message}", hint=hint)
    root = composed.root
    position = 0
    for item, start, stop, owned in sorted(_records_in(text, root, registry), key=lambda e: e[1]):
        if text[position:start] or not position:
            yield Chunk(COMMON, (bom if not position else "") + text[position:start])
        yield _record(item, text[start:stop], _Place(registry, owned), ring, people)
        position = stop
    if text[position:] or not position:
        yield Chunk(COMMON, (bom if not position else "") + text[position:])


class _Place(NamedTuple):
    """The file and the list that a record stands in."""

    registry: Registry
    owned: OwnedList


def _records_in(
    text: str, root: AnyNode | None, registry: Registry
) -> Iterator[tuple[AnyNode, int, int, OwnedList]]:
    """Every record that has an owner, and where its text begins and ends."""
    for owned in registry.owned_lists:
        node = root.get(owned.key) if isinstance(root, MappingNode) else None
        if not isinstance(node, SequenceNode) or not node.items:
            continue
        starts = [item_start(text, node, number) for number in range(len(node.items))]
        last = node.items[-1]
        end = last.end if node.flow else after_line(text, content_end(text, last))
        end = end if node.flow else comments_inside(text, end, node.column)
        for item, start, stop in zip(node.items, starts, [*starts[1:], end], strict=True):
            yield item, start, stop, owned


def _record(item: object, text: str, place: _Place, ring: Ring, people: People | None) -> Chunk:
    """A record's chunk. Records without an owner, or of a forgotten one, use the common key."""
    told = {}
    if isinstance(item, MappingNode):
        told = {key.text: value for key, value in item.entries}
    registry, owned = place
    owner = told.get(owned.owner)
    locked = told.get(LOCKED)
    code = owner.text if isinstance(owner, ScalarNode) else ""
    if isinstance(locked, ScalarNode):
        return _returned(code, locked.text, set(told), text, owned)
    if not code or "forgotten_on" in told:
        return Chunk(COMMON, text)
    refuse_name(code, registry)
    return Chunk(label_to_write(code, place.registry, owned, ring, people), text)


def label_to_write(
    code: str, registry: Registry, owned: OwnedList, ring: Ring, people: People | None
) -> str:
    """The label under which a record of this owner is sealed now.

    Raises VaultError for an owner whose data were destroyed, or whose key only a colleague has.
    """
    label = owned.label(code)
    if people is not None and label in people.anonymous:
        return COMMON
    if owned.owners == "people" and ring.has_forgotten([label]):
        raise VaultError(
            f"{registry.file}: данные «{code}» уничтожены, под этим кодом их не записать",
            hint="Уберите запись или дайте ей другой код; так бывает после слияния с коллегой.",
        )
    if people is not None and registry.key != owned.owners and label not in people.known:
        return COMMON
    label = ring.current(label)
    if people is not None and owned.label(code) in people.locked and not ring.keys(label):
        raise VaultError(
            f"{registry.file}: запись о «{code}», а ключ к ней только у коллеги",
            hint="Возьмите его связку ключей: roadmap vault import ФАЙЛ",
        )
    return label


def owner_of(label: str) -> str:
    """The code of the owner whom a label stands for."""
    return label.rpartition("/")[2].partition("~")[0]


def refuse_name(code: str, registry: Registry) -> None:
    """Raises VaultError for a label that is no code: it would be readable in git."""
    if not re.fullmatch(Identifier().pattern, code):
        raise VaultError(
            f"{registry.file}: «{code}» — не код", hint="Так имя попало бы в git: roadmap check"
        )


def _returned(code: str, locked: str, keys: set[str], text: str, owned: OwnedList) -> Chunk:
    """The stub of a record that stays closed here: its ciphertext goes back as it came."""
    label, _, cipher = locked.partition(" ")
    allowed = {owned.owner, "id", "surname", LOCKED}
    if owner_of(label) != code or not cipher or keys - allowed or "#" in text.replace(locked, ""):
        raise VaultError(
            f"запись «{code}» зашифрована, изменить её здесь нельзя",
            hint="Верните её как была. Ключи есть у коллеги: roadmap vault import ФАЙЛ",
        )
    return Chunk(label, text, cipher)


def _encrypted(chunk: Chunk, registry: Registry, ring: Ring) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    key = ring.key_to_write(chunk.label)
    # An empty stretch has nothing to hide, and the cipher takes none.
    plain = chunk.text.encode("utf-8") or b"\0"
    cipher = AESSIV(key).encrypt(plain, _context(registry, chunk.label))
    return base64.b64encode(cipher).decode()


def _decrypted(
    sealed: Sealed, registry: Registry, ring: Ring, troubles: list[str] | None
) -> str | None:
    """The text of a chunk, or None when no key here opens it."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    for key in ring.keys(sealed.label):
        try:
            cipher = base64.b64decode(sealed.cipher, validate=True)
            plain = AESSIV(key).decrypt(cipher, _context(registry, sealed.label))
        except (InvalidTag, binascii.Error, ValueError):
            continue
        return "" if plain == b"\0" else plain.decode("utf-8")
    if sealed.label == COMMON:
        said = f"{registry.file}: общая часть повреждена или зашифрована другим ключом"
        raise VaultError(said, hint=_DAMAGED)
    if ring.keys(sealed.label) and troubles is not None:
        said = f"{registry.file}: запись «{sealed.label}» повреждена или зашифрована другим ключом"
        troubles.append(f"{said}. {_DAMAGED}")
    return None


def _context(registry: Registry, label: str) -> list[bytes]:
    """What a ciphertext is bound to, so that records cannot be exchanged for each other."""
    return [registry.key.encode(), label.encode()]


class Style(NamedTuple):
    """How the records of a file are written, for the stubs to fit in."""

    flow: bool
    indent: str


def _style_of(texts: Sequence[str | None]) -> Style:
    head = texts[0] if texts and texts[0] else ""
    dashes = (re.match(r"( *)-\s", text) for text in texts[1:] if text)
    indent = next((found[1] for found in dashes if found), "  ")
    return Style(head.rstrip().endswith("["), indent)


def _stub(sealed: Sealed, owned: OwnedList, style: Style, *, comma: bool) -> str:
    """What stands for a record that cannot be opened here."""
    keys = {owned.owner: owner_of(sealed.label)}
    if (owned.owners, owned.owner) == ("people", "id"):
        keys["surname"] = "(запись зашифрована)"
    keys[LOCKED] = f"{sealed.label} {sealed.cipher}"
    if style.flow:
        inside = ", ".join(f'{key}: "{value}"' for key, value in keys.items())
        return f"{{{inside}}}{', ' if comma else ''}"
    pad = style.indent
    first, *rest = (f'{key}: "{value}"' for key, value in keys.items())
    return f"{pad}- {first}\n" + "".join(f"{pad}  {line}\n" for line in rest)
