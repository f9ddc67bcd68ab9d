"""File names that every system takes, made of any text."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")
_MOST_BYTES = 180


def file_name(text: str) -> str:
    """A name without ending: no separators, no reserved words, at most 180 bytes of UTF-8."""
    name = unicodedata.normalize("NFC", text)
    name = " ".join(_FORBIDDEN.sub("-", name).split()).strip(" .")
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1].rstrip()
    if not name or _RESERVED.fullmatch(name.partition(".")[0]):
        name = f"документ {name}".strip()
    return name
