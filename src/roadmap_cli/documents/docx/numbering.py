"""Numbered and bulleted lists that Word itself counts, so that a point added by hand fits in."""

from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from roadmap_cli.documents.docx.xml import element, twips
from roadmap_cli.domain.papers.sheet import LIST_LEVELS

_DASHES = -1


class Numbering:
    """The lists of one document; `list_id` starts a new count for each group.

    Lists of a school's own file stay, since its styles may count by them.
    """

    def __init__(self, document: Document) -> None:
        self._root: Any = _part_of(document).element
        if document.styles.element.find(f".//{qn('w:numPr')}") is None:
            for child in list(self._root):
                self._root.remove(child)
        first = 1 + max(map(int, self._root.xpath("./w:abstractNum/@w:abstractNumId")), default=0)
        self._decimal, self._dash = first, first + 1
        # Definitions come before the lists that use them.
        place = len(self._root.xpath("./w:numPicBullet | ./w:abstractNum"))
        self._root.insert(place, _definition(self._decimal, decimal=True))
        self._root.insert(place + 1, _definition(self._dash, decimal=False))
        self._last = max(map(int, self._root.xpath("./w:num/@w:numId")), default=0)
        self._made: list[Any] = []
        self._ids: dict[int, int] = {}

    def forget(self) -> None:
        """Begin a new document."""
        for node in self._made:
            self._root.remove(node)
        self._made, self._ids = [], {}

    def list_id(self, group: int) -> int:
        """The id of the numbered list `group`."""
        return self._id(group, self._decimal)

    def bullets(self) -> int:
        """The id of the list of dashes."""
        return self._id(_DASHES, self._dash)

    def _id(self, group: int, definition: int) -> int:
        if group not in self._ids:
            self._ids[group] = self._instance(definition)
        return self._ids[group]

    def _instance(self, definition: int) -> int:
        number = self._last + len(self._made) + 1
        node = element("num", numId=number)
        node.append(element("abstractNumId", val=definition))
        for level in range(LIST_LEVELS):
            override = element("lvlOverride", ilvl=level)
            override.append(element("startOverride", val=1))
            node.append(override)
        place = len(self._root.xpath("./w:numPicBullet | ./w:abstractNum | ./w:num"))
        self._root.insert(place, node)
        self._made.append(node)
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
