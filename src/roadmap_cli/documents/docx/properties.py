"""What a Word file says of itself: title, author, language, the day it bears, our program."""

from datetime import date, datetime, time
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from roadmap_cli.text.characters import one_line

PROGRAM = "roadmap"
_LONGEST = 255
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
# The schema wants «XX.YYYY». No version of ours: a new one would change every document.
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_NAMESPACE}"><Application>{PROGRAM}</Application>'
    "<AppVersion>01.0000</AppVersion></Properties>"
).encode()
# Of a file within a document: it has no time of its own.
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{PROGRAM}</dc:creator></cp:coreProperties>"
).encode()
_TIMES = ("created", "modified", "lastPrinted")


def set_properties(document: Any, title: str, author: str, day: date | None) -> None:
    """Title, author, language and program; the times are those of `day`, or there are none."""
    _forget_strange(document.part.package)
    properties = document.core_properties
    properties.title, properties.author = one_line(title)[:_LONGEST], one_line(author)[:_LONGEST]
    properties.comments, properties.last_modified_by, properties.revision = "", "", 1
    properties.language = "ru-RU"
    node = properties._element
    for child in list(node):
        if child.tag.rpartition("}")[2] in _TIMES:
            node.remove(child)
    if day is not None:
        properties.created = properties.modified = datetime.combine(day, time())
    _name_program(document.part.package)


def _forget_strange(package: Any) -> None:
    """Of LibreOffice the properties have a relation that python-docx does not know.

    It would add a second file of the same name, which Word calls damage.
    """
    for key, relation in list(package.rels.items()):
        kind = relation.reltype
        if kind.endswith("/core-properties") and kind != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del package.rels[key]


def _name_program(package: Any) -> None:
    """Another program's name would stay from the file that this one was made of."""
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES and not relation.is_external:
            relation.target_part._blob = APPLICATION
            return
    own = Part(
        PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, APPLICATION, package
    )
    package.relate_to(own, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
