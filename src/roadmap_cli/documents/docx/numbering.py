"""Numbered and bulleted lists that Word itself counts, so that a point added by hand fits in."""

from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.numbering import NumberingPart

from roadmap_cli.documents.docx.xml import element, twips
from roadmap_cli.domain.papers.sheet import LIST_LEVELS

_DECIMAL, _DASH = 1, 2
_DASHES = -1


class Numbering:
    """The lists of one document; `list_id` starts a new count for each group."""

    def __init__(self, document: Document) -> None:
        self._root: Any = _part_of(document).element
        for child in list(self._root):
            self._root.remove(child)
        self._root.append(_definition(_DECIMAL, decimal=True))
        self._root.append(_definition(_DASH, decimal=False))
        self._ids: dict[int, int] = {}

    def list_id(self, group: int) -> int:
        """The id of the numbered list `group`."""
        return self._made(group, _DECIMAL)

    def bullets(self) -> int:
        """The id of the list of dashes."""
        return self._made(_DASHES, _DASH)

    def _made(self, group: int, definition: int) -> int:
        if group not in self._ids:
            self._ids[group] = self._instance(definition)
        return self._ids[group]

    def _instance(self, definition: int) -> int:
        number = len(self._root.findall(element("num").tag)) + 1
        node = element("num", numId=number)
        node.append(element("abstractNumId", val=definition))
        for level in range(LIST_LEVELS):
            override = element("lvlOverride", ilvl=level)
            override.append(element("startOverride", val=1))
            node.append(override)
        self._root.append(node)
        return number


def _part_of(document: Document) -> Any:
    """The numbering of a document; one that has no lists yet lacks the part itself."""
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        template = docx.Document().part.numbering_part
        own = NumberingPart.load(
            template.partname, template.content_type, template.blob, document.part.package
        )
        document.part.relate_to(own, RELATIONSHIP_TYPE.NUMBERING)
        return own


def _definition(number: int, *, decimal: bool) -> Any:
    node = element("abstractNum", abstractNumId=number)
    node.append(element("multiLevelType", val="multilevel"))
    for level in range(LIST_LEVELS):
        text = "".join(f"%{depth}." for depth in range(1, level + 2)) if decimal else "–"
        one = element("lvl", ilvl=level)
        one.append(element("start", val=1))
        one.append(element("numFmt", val="decimal" if decimal else "bullet"))
        one.append(element("suff", val="space"))
        one.append(element("lvlText", val=text))
        one.append(element("lvlJc", val="left"))
        properties = element("pPr")
        properties.append(element("ind", left=0, firstLine=twips(12.5)))
        one.append(properties)
        node.append(one)
    return node
