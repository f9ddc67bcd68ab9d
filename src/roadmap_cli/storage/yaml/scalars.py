"""Values written as YAML text: the plainest style that reads back as the same text."""

import re

from roadmap_cli.domain.model.changes import Plain

_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=]|-(?=[^\s\-])")
_UNSAFE = re.compile(
    r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u00ad]"
)
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?]|:")
# What another YAML reader would take for something else than a text.
_SPECIAL = re.compile(
    r"(?i:true|false|yes|no|on|off|y|n|null|~|\.nan|[-+]?\.inf)|[-+]?[\d_.]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|[\d:]+|---.*|\.\.\..*"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PRINTABLE = re.compile(r"[^\x00-\x1f\x7f-\xa0\u00ad\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def scalar(text: str, *, like: str = "", flow: bool = False) -> str:
    """Write a text on one line; `like` is the quote that the old value had, if any.

    Numbers and dates stay unquoted when the reader takes any scalar for text, as ours does:
    a date or a dotted number looks in the file as a person writes it.
    """
    if like == '"' or not _fits_single_line(text):
        return _double(text)
    if like == "'":
        return "'" + text.replace("'", "''") + "'"
    if is_plain(text, flow=flow):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text else _double(text)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """True when the text needs no quotes."""
    if text != text.strip() or not _PLAIN_START.match(text) or _UNSAFE.search(text):
        return False
    if flow and _UNSAFE_IN_FLOW.search(text):
        return False
    return not _SPECIAL.fullmatch(text) or bool(
        re.fullmatch(r"0|[1-9]\d{0,8}|\d{4}-\d\d-\d\d|\d+(\.\d+){2,}", text)
    )


def block_scalar(text: str, indent: int, newline: str) -> str | None:
    """Write a text of several lines as a literal block, or None when it cannot be one."""
    lines = text.split("\n")
    first_is_indented = lines[0][:1].isspace() or not lines[0]
    if first_is_indented or not all(_fits_single_line(line) or not line for line in lines):
        return None
    if text.endswith("\n") or any(line and not line.strip() for line in lines):
        return None
    return newline.join(["|-", *(" " * indent + line if line else "" for line in lines)])


def lines_of(value: Plain, indent: int, newline: str, *, blocks: bool = True) -> list[str]:
    """Write a value as block lines, the first without its indentation."""
    if isinstance(value, str):
        return _text_lines(value, indent, newline, blocks)
    lines: list[str] = []
    pad = " " * indent
    if isinstance(value, list):
        for item in value:
            inner = lines_of(item, indent + 2, newline, blocks=blocks)
            lines += [f"{pad}- {inner[0]}", *inner[1:]]
    else:
        for key, item in value.items():
            first, *rest = entry_lines(key, item, indent, newline, blocks=blocks)
            lines += [pad + first, *rest]
    if not lines:
        return ["[]" if isinstance(value, list) else "{}"]
    lines[0] = lines[0][indent:]
    return lines


def entry_lines(
    key: str, value: Plain, indent: int, newline: str, *, blocks: bool = True
) -> list[str]:
    """Write `key: value`; the first line has no indentation, the following ones have."""
    name = scalar(key)
    if isinstance(value, str):
        first, *rest = _text_lines(value, indent + 2, newline, blocks)
        return [f"{name}: {first}", *rest]
    inner = lines_of(value, indent + 2, newline, blocks=blocks)
    if inner in (["[]"], ["{}"]):
        return [f"{name}: {inner[0]}"]
    return [f"{name}:", " " * (indent + 2) + inner[0], *inner[1:]]


def flow_value(value: Plain) -> str:
    """Write a value inside brackets."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return "[" + ", ".join(flow_value(item) for item in value) + "]"
    pairs = (f"{scalar(key, flow=True)}: {flow_value(item)}" for key, item in value.items())
    return "{" + ", ".join(pairs) + "}"


def _text_lines(text: str, indent: int, newline: str, blocks: bool) -> list[str]:
    if blocks and "\n" in text and (block := block_scalar(text, indent, newline)):
        return block.split(newline)
    return [scalar(text)]


def _fits_single_line(text: str) -> bool:
    return all(_PRINTABLE.match(character) for character in text)


def _double(text: str) -> str:
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _PRINTABLE.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
