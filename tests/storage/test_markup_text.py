"""The words of a page: whole across inline tags, apart across blocks, attributes too."""

import pytest

from roadmap_cli.storage.texts.markup_text import is_markup, markup_words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Шв<b>ец</b> И.И.</p>", ["Швец И.И."]),
        ("<td>Швец</td><td>И.И.</td>", ["Швец", "И.И."]),
        ("<text>Швец</text><text>И.И.</text>", ["Швец", "И.И."]),
        ("<p>Д&#39;Ар &lt;b&gt;</p>", ["Д'Ар <b>"]),
        ('<a href="mailto:x@y.example" title="Швец">а</a>', ["а", "mailto:x@y.example", "Швец"]),
        ('<p class="note" id="main">а</p>', ["а"]),
        ('<p class="Швец">а</p>', ["а", "Швец"]),
        ('<p data-label="Срок">а</p>', ["а", "Срок"]),
        ("<!-- Швец --><p>а</p>", ["а", "Швец"]),
        ("<style>.a::after { content: 'Швец' }</style>", [".a::after { content: 'Швец' }"]),
        ("<svg><title>Швец</title><desc>x</desc></svg>", ["Швец", "x"]),
    ],
)
def test_every_word_is_seen(page: str, words: list[str]) -> None:
    found = [line.strip() for line in markup_words(page).splitlines()]
    assert [line for line in found if line] == words


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!doctype html><p>", True), ("<!DOCTYPE HTML>", True), ("<html>", True),
        ('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="x">', True), ("<svg>", True),
        ("<div class='rm'>", True), ("\n<html>", True), ("Швец <b>", False),
        ("<w:document>", False), ("", False), ("<svgx>", False),
    ],
)  # fmt: skip
def test_what_is_a_page(text: str, markup: bool) -> None:
    assert is_markup(text) is markup
