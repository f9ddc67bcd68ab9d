"""Addresses that a page may lead to: of the web, written in full."""

import re

_ADDRESS = re.compile(r"https?://[^\s/?#@:\\]+(?::\d{1,5})?(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def web_address(text: str | None) -> str | None:
    """The address when it is http or https with a host and without a user's name, or None."""
    plain = (text or "").strip()
    return plain if _ADDRESS.fullmatch(plain) else None
