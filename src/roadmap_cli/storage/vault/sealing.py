"""A data file encrypted record by record, and back, byte for byte.

Each record is sealed under its person's key with AES-SIV (RFC 5297), which is authenticated and
deterministic: an unchanged record keeps its ciphertext, so that git compares by person.
"""

import base64
import binascii
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap_cli.domain.registries import Registry
from roadmap_cli.domain.registry_items import described
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.compose import compose
from roadmap_cli.storage.lines import after_line, item_start
from roadmap_cli.storage.nodes import MappingNode, ScalarNode, SequenceNode
from roadmap_cli.storage.splices import comments_inside, content_end
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.vault.ring import COMMON, Ring

HEADER = b"roadmap-vault 1 "
LOCKED = "locked"


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


def vault_of(raw: bytes) -> str:
    """The vault that a sealed file belongs to."""
    return raw.split(b"\n", 1)[0][len(HEADER) :].decode("ascii", "replace").strip()


def seal(raw: bytes, registry: Registry, ring: Ring) -> bytes:
    """The encrypted form of a file's bytes; a sealed file stays as it is.

    Raises VaultError when the file cannot be taken apart by person: nothing may be stored then.
    """
    if is_sealed(raw):
        return raw
    lines = [HEADER.decode() + ring.vault]
    for chunk in _chunks(raw, registry, ring):
        cipher = chunk.cipher or _encrypted(chunk, registry, ring)
        lines.append(f"{chunk.label} {cipher}")
    return ("\n".join(lines) + "\n").encode()


def unseal(raw: bytes, registry: Registry, ring: Ring) -> bytes:
    """The bytes of a file from its encrypted form; a plain file stays as it is.

    A record whose key is not in the ring becomes a stub that keeps its ciphertext.
    Raises VaultError for a line that was damaged.
    """
    if not is_sealed(raw):
        return raw
    sealed = read_lines(raw)
    texts = [_decrypted(each, registry, ring) for each in sealed]
    style = _style_of(sealed, texts)
    parts = [
        _stub(each, registry, style, last=number == len(sealed) - 1) if text is None else text
        for number, (each, text) in enumerate(zip(sealed, texts, strict=True))
    ]
    return "".join(parts).encode("utf-8")


def read_lines(raw: bytes) -> list[Sealed]:
    """The lines of a sealed file. Raises VaultError for one that is none."""
    found = []
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines()[1:], 2):
        label, _, cipher = line.partition(" ")
        if not label or not cipher:
            raise VaultError(f"зашифрованный файл повреждён: строка {number}", hint=_DAMAGED)
        found.append(Sealed(label, cipher))
    return found


_DAMAGED = "Верните её из истории: git log -p -- data, или возьмите файл у коллеги."


def _chunks(raw: bytes, registry: Registry, ring: Ring) -> Iterator[Chunk]:
    text_file, problems = decode_text(raw, registry.file)
    if text_file is None:
        raise VaultError(f"{problems[0].place}: {problems[0].message}", hint=problems[0].hint)
    text = text_file.text
    bom = "\ufeff" if text_file.bom else ""
    composed = compose(text, registry.file)
    faults = [problem for problem in composed.problems if problem.is_error]
    if faults:
        raise VaultError(f"{faults[0].place}: {faults[0].message}", hint="Исправьте: roadmap check")
    root = composed.root
    node = root.get(described_key(registry)) if isinstance(root, MappingNode) else None
    if not isinstance(node, SequenceNode) or not node.items:
        yield Chunk(COMMON, bom + text)
        return
    starts = [item_start(text, node, position) for position in range(len(node.items))]
    last = node.items[-1]
    end = last.end if node.flow else after_line(text, content_end(text, last))
    end = end if node.flow else comments_inside(text, end, node.column)
    yield Chunk(COMMON, bom + text[: starts[0]])
    for item, start, stop in zip(node.items, starts, [*starts[1:], end], strict=True):
        yield _record(item, text[start:stop], registry, ring)
    if text[end:]:
        yield Chunk(COMMON, text[end:])


def described_key(registry: Registry) -> str:
    """The key of the list that holds the records of a personal file."""
    return described(registry).key if registry.items else registry.key


def _record(item: object, text: str, registry: Registry, ring: Ring) -> Chunk:
    """A record's chunk; one that names nobody, or somebody forgotten, is nobody's."""
    told = {}
    if isinstance(item, MappingNode):
        told = {key.text: value for key, value in item.entries}
    label = told.get(str(registry.personal))
    locked = told.get(LOCKED)
    if isinstance(locked, ScalarNode) and isinstance(label, ScalarNode):
        if set(told) - {str(registry.personal), "id", "surname", LOCKED}:
            raise VaultError(
                f"запись «{label.text}» закрыта, изменить её здесь нельзя",
                hint="Возьмите ключи у коллеги: roadmap vault import",
            )
        return Chunk(label.text, text, locked.text)
    if not isinstance(label, ScalarNode) or not label.text or "forgotten_on" in told:
        return Chunk(COMMON, text)
    return Chunk(ring.label(label.text), text)


def _encrypted(chunk: Chunk, registry: Registry, ring: Ring) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    key = ring.key_to_write(chunk.label)
    # An empty stretch has nothing to hide, and the cipher takes none.
    plain = chunk.text.encode("utf-8") or b"\0"
    cipher = AESSIV(key).encrypt(plain, _context(registry, chunk.label))
    return base64.b64encode(cipher).decode()


def _decrypted(sealed: Sealed, registry: Registry, ring: Ring) -> str | None:
    """The text of a chunk, or None when its key is not in the ring."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    key = ring.key(sealed.label)
    if key is None:
        return None
    try:
        cipher = base64.b64decode(sealed.cipher, validate=True)
        plain = AESSIV(key).decrypt(cipher, _context(registry, sealed.label))
    except (InvalidTag, binascii.Error, ValueError) as error:
        whose = "общая часть" if sealed.label == COMMON else f"запись «{sealed.label}»"
        raise VaultError(
            f"{registry.file}: {whose} повреждена или зашифрована другим ключом", hint=_DAMAGED
        ) from error
    return "" if plain == b"\0" else plain.decode("utf-8")


def _context(registry: Registry, label: str) -> list[bytes]:
    """What a ciphertext is bound to, so that records cannot be exchanged for each other."""
    return [registry.key.encode(), label.encode()]


class _Style(NamedTuple):
    flow: bool
    indent: str


def _style_of(sealed: Sequence[Sealed], texts: Sequence[str | None]) -> _Style:
    """How the records of a file are written, for the stubs to fit in."""
    head = texts[0] if texts and texts[0] else ""
    records = (text for each, text in zip(sealed, texts, strict=True) if each.label != COMMON)
    known = (text for text in records if text)
    indent = next((text[: len(text) - len(text.lstrip(" "))] for text in known), "  ")
    return _Style(head.rstrip().endswith("["), indent)


def _stub(sealed: Sealed, registry: Registry, style: _Style, *, last: bool) -> str:
    """What stands for a record that cannot be opened here."""
    keys = {str(registry.personal): sealed.label}
    if registry.personal == "id":
        keys["surname"] = "(запись закрыта)"
    keys[LOCKED] = sealed.cipher
    if style.flow:
        inside = ", ".join(f'{key}: "{value}"' for key, value in keys.items())
        return f"{{{inside}}}{'' if last else ', '}"
    pad = style.indent
    first, *rest = (f'{key}: "{value}"' for key, value in keys.items())
    return f"{pad}- {first}\n" + "".join(f"{pad}  {line}\n" for line in rest)
