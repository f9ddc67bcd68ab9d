"""The tags of a Word form where they stand: loops that would wreck a table, tags that leave gaps.

docxtpl drops the whole row around `{%tr … %}` and the whole paragraph around `{%p … %}`; a plain
`{% … %}` leaves both, and what stands between two of them is repeated as it is, cells included.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn

_TAG = re.compile(r"\{%[-+]?(tr|tc|p|r)?\s*(\w+)((?:(?!%\}).)*)%\}")
_OPENS = frozenset(("for", "if"))
_BETWEEN = frozenset(("else", "elif"))
ROW_LOOP = (
    "Чтобы повторялась строка, поставьте «{%tr for … %}» в отдельную строку таблицы над ней,"
    " а «{%tr endfor %}» — в отдельную строку под ней: эти две строки в документ не попадут."
)
_PARAGRAPH = "Пишите «{%p … %}»: такой абзац в документ не попадёт."


class Remark(NamedTuple):
    """What is wrong with a form: the paragraph (from 1), the words, what to write instead."""

    paragraph: int
    message: str
    hint: str
    is_error: bool = True


class _Spot(NamedTuple):
    """A paragraph of a form: its text, and the row and the cell it stands in."""

    number: int
    text: str
    row: Any = None
    cell: Any = None


class _Tag(NamedTuple):
    shown: str
    prefix: str
    word: str
    spot: _Spot


def paragraphs(template: Any) -> list[Any]:
    """The paragraphs of docxtpl's template: of the body, then of headers and footers, as XML."""
    uris = (template.HEADER_URI, template.FOOTER_URI)
    edges = [parse_xml(part.blob) for uri in uris for _, part in template.get_headers_footers(uri)]
    return [
        paragraph
        for root in (template.docx.element.body, *edges)
        for paragraph in root.iter(qn("w:p"))
    ]


def text_of(element: Any) -> str:
    """The words of an element, tags included."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def remarks(found: Sequence[Any]) -> tuple[Remark, ...]:
    """What is wrong with the tags of a form, by its paragraphs."""
    spots = [
        _Spot(number, text_of(each), _around(each, "w:tr"), _around(each, "w:tc"))
        for number, each in enumerate(found, 1)
    ]
    tags = [tag for spot in spots for tag in _tags(spot)]
    told = [*_misplaced(tags), *_pairs(tags)]
    return tuple(sorted(dict.fromkeys(told), key=lambda one: one.paragraph))


def as_jinja(found: Iterable[Any]) -> str:
    """The tags as a plain template with a line for every paragraph."""
    return "\n".join(_plain(text_of(each)) for each in found)


def uneven(body: Any) -> tuple[int, ...]:
    """The tables whose rows are not equally wide, by number from 1; docxtpl widens the grid."""
    return tuple(
        number
        for number, table in enumerate(body.iter(qn("w:tbl")), 1)
        if len({_width(row) for row in table.iterchildren(qn("w:tr"))}) > 1
    )


def _width(row: Any) -> int:
    """How many columns a row takes, with those that it leaves out at its ends."""
    spans = [*_values(row, "w:trPr", "w:gridBefore"), *_values(row, "w:trPr", "w:gridAfter")]
    for cell in row.iterchildren(qn("w:tc")):
        spans += _values(cell, "w:tcPr", "w:gridSpan") or [1]
    return sum(spans)


def _values(element: Any, holder: str, name: str) -> list[int]:
    """A number among the properties of a row or a cell, if it is there."""
    found = element.find(f"{qn(holder)}/{qn(name)}")
    return [] if found is None else [int(found.get(qn("w:val"), 1))]


def _around(element: Any, name: str) -> Any:
    return next(element.iterancestors(qn(name)), None)


def _plain(text: str) -> str:
    """A paragraph without what only docxtpl understands."""
    text = re.sub(r"\{%\s*(vm|hm)\s*%\}", "", text)
    text = re.sub(r"\{%\s*(?:colspan|cellbg)\s+(.*?)%\}", r"{{ \1 }}", text)
    text = re.sub(r"(\{[{%#][-+]?)(?:tr|tc|p|r)(?=\s)", r"\1", text)
    straight = str.maketrans("“”‘’", "\"\"''")
    return re.sub(r"\{[{%].*?[}%]\}", lambda tag: tag[0].translate(straight), text)


def _tags(spot: _Spot) -> Iterator[_Tag]:
    for found in _TAG.finditer(spot.text):
        yield _Tag(found[0], found[1] or "", found[2], spot)


def _misplaced(tags: Sequence[_Tag]) -> Iterator[Remark]:
    """Row and paragraph tags that do not stand alone in what goes with them."""
    for tag in tags:
        number, text, row, _cell = tag.spot
        if tag.prefix in ("tr", "tc") and row is None:
            yield Remark(number, f"«{tag.shown}» стоит вне таблицы", _PARAGRAPH)
        elif tag.prefix == "tr" and text_of(row).strip() != tag.shown:
            said = f"строка таблицы с «{tag.shown}» исчезает целиком, а в ней есть ещё текст"
            yield Remark(number, said, ROW_LOOP)
        elif tag.prefix == "p" and text.strip() != tag.shown:
            said = f"абзац с «{tag.shown}» исчезает целиком, а в нём есть ещё текст"
            yield Remark(number, said, "Поставьте этот тег в отдельный абзац.")


def _pairs(tags: Sequence[_Tag]) -> Iterator[Remark]:
    """Blocks whose ends do not stand where they should; unclosed ones are told by Jinja."""
    opened: list[list[_Tag]] = []
    for tag in tags:
        if tag.word in _OPENS:
            opened.append([tag])
        elif tag.word in _BETWEEN and opened:
            opened[-1].append(tag)
        elif opened and tag.word == f"end{opened[-1][0].word}":
            block = [*opened.pop(), tag]
            if not any(each.prefix for each in block):
                yield from _plain_block(block)


def _plain_block(block: Sequence[_Tag]) -> Iterator[Remark]:
    first, last = block[0], block[-1]
    if len({id(tag.spot.cell) for tag in block}) > 1:
        if all(_is_alone_in_row(tag) for tag in block):
            for tag in block:
                said = f"«{tag.shown}» стоит один в строке таблицы: останется пустая строка"
                yield _gap(tag, said, f"Пишите «{_with_prefix(tag, 'tr')}»: такой строки не будет.")
        else:
            where = "в другой ячейке" if last.spot.cell is not None else "вне таблицы"
            verb = "открыт в одной ячейке" if first.spot.cell is not None else "открыт вне таблицы"
            said = f"«{first.shown}» {verb}, а закрыт {where}: строки таблицы разойдутся"
            yield Remark(first.spot.number, said, ROW_LOOP)
        return
    for tag in block:
        if tag.spot.text.strip() == tag.shown:
            said = f"«{tag.shown}» стоит один в абзаце: останется пустой абзац"
            hint = f"Пишите «{_with_prefix(tag, 'p')}»: такой абзац в документ не попадёт."
            yield _gap(tag, said, hint)


def _gap(tag: _Tag, said: str, hint: str) -> Remark:
    return Remark(tag.spot.number, said, hint, is_error=False)


def _with_prefix(tag: _Tag, prefix: str) -> str:
    return re.sub(r"^\{%[-+]?\s*", f"{{%{prefix} ", tag.shown)


def _is_alone_in_row(tag: _Tag) -> bool:
    return tag.spot.row is not None and text_of(tag.spot.row).strip() == tag.shown
