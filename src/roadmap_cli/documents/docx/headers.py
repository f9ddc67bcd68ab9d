"""Headers and footers: a school's letterhead on the first page, page numbers on the others."""

import re
from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.docx.styles import Styles
from roadmap_cli.documents.docx.xml import bare_paragraph, element
from roadmap_cli.domain.papers.sheet import Align

_KINDS = ("header", "footer")
_DRAWN = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
# What stands beside a number is no letterhead: «стр. 2 из 5», «- 2 -».
_BESIDE_NUMBER = re.compile(r"(?i)\b(?:страница|стр|лист|page|из|of|с)\b|[\W\d_]")


class _Part(NamedTuple):
    """A header or a footer of the school's own."""

    kind: str
    relation: str
    root: Any

    @property
    def speaks(self) -> bool:
        """True when it holds a picture or words other than the number of the page."""
        if next(self.root.iter(*_DRAWN), None) is not None:
            return True
        # A paragraph in each line, so that words of two do not become one.
        lines = (
            "".join(text.text or "" for text in each.iter(qn("w:t")))
            for each in self.root.iter(qn("w:p"))
        )
        return bool(_BESIDE_NUMBER.sub("", " ".join(lines)))

    @property
    def counts(self) -> bool:
        """True when it shows the number of the page."""
        said = "".join(each.text or "" for each in self.root.iter(qn("w:instrText")))
        fields = (each.get(qn("w:instr")) or "" for each in self.root.iter(qn("w:fldSimple")))
        return any(re.search(r"\bPAGE\b", each, re.IGNORECASE) for each in (said, *fields))


def has_letterhead(document: Document) -> bool:
    """True when the header that the first page shows holds anything."""
    return any(part.kind == "header" and part.speaks for part in _first(document))


def set_headers(document: Document, styles: Styles, *, letterhead: bool) -> None:
    """Put the school's header and footer on the first page, where a `letterhead` is wanted.

    Other pages get their number only: in a header or footer of the school's own that shows it
    and, if the first page has one of its own, whatever else stands in there; else in ours.
    """
    node = _section(document)
    first = [part for part in _first(document) if letterhead and part.speaks]
    others = [
        part
        for part in _parts(document, "default")
        if part.counts and (_has_own_first(node) or not part.speaks)
    ]
    kept = {part.relation for part in (*first, *others)}
    for kind in _KINDS:
        for reference in list(node.findall(qn(f"w:{kind}Reference"))):
            node.remove(reference)
            relation = reference.get(qn("r:id"))
            if relation not in kept:
                document.part.rels.pop(relation, None)
    references = [(part.kind, "first", part.relation) for part in first]
    references += [(part.kind, "default", part.relation) for part in others]
    if not others:
        references.append(("header", "default", _numbers(document, styles)))
    for position, (kind, when, relation) in enumerate(references):
        reference = element(f"{kind}Reference", type=when)
        reference.set(qn("r:id"), relation)
        node.insert(position, reference)
    document.settings.odd_and_even_pages_header_footer = False


def _section(document: Document) -> Any:
    return document.sections[0]._sectPr


def _has_own_first(section: Any) -> bool:
    return section.find(qn("w:titlePg")) is not None and section.titlePg_val


def _first(document: Document) -> list[_Part]:
    """What the first page shows now."""
    return _parts(document, "first" if _has_own_first(_section(document)) else "default")


def _parts(document: Document, when: str) -> list[_Part]:
    return [
        _Part(kind, relation, document.part.related_parts[relation].element)
        for kind in _KINDS
        for reference in _section(document).findall(qn(f"w:{kind}Reference"))
        if reference.get(qn("w:type")) == when
        and (relation := reference.get(qn("r:id"))) in document.part.related_parts
    ]


def _numbers(document: Document, styles: Styles) -> str:
    """A header with the number of the page in the middle; returns its relation."""
    owner: Any = document.part
    part, relation = owner.add_header_part()
    root: Any = part.element
    for child in list(root):
        root.remove(child)
    node = bare_paragraph(styles.ids["page-number"], align=Align.CENTER)
    for kind in ("begin", None, "end"):
        run = element("r")
        if kind is not None:
            run.append(element("fldChar", fldCharType=kind))
        else:
            instruction = element("instrText")
            instruction.text = "PAGE"
            run.append(instruction)
        node.append(run)
    root.append(node)
    return str(relation)
