"""Addresses of the web."""

import pytest

from roadmap_cli.domain.publication.links import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://x.example", "https://x.example"),
        (" http://x.example/a ", "http://x.example/a"),
        ("HTTPS://x.example:8443/?q=1#a", "HTTPS://x.example:8443/?q=1#a"),
        ("https://школа.рф/наставничество", "https://школа.рф/наставничество"),
        ("javascript:alert(1)", None),
        ("https:x", None),
        ("https://a@b.example", None),
        ("https://x.example:port", None),
        ("https://x.example\\@y", None),
        ("https://x.example\njavascript:1", None),
        ("", None),
        (None, None),
    ],
)
def test_only_whole_addresses_of_the_web(text: str | None, address: str | None) -> None:
    assert web_address(text) == address
