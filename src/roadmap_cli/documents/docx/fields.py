"""What Word counts on its own: numbers of captions and the table of contents."""

from collections.abc import Sequence
from typing import Any

from roadmap_cli.documents.docx.paragraphs import styled
from roadmap_cli.documents.docx.styles import Styles
from roadmap_cli.documents.docx.xml import bare_paragraph, element, run_elements, typeset
from roadmap_cli.domain.papers.sheet import Caption, Contents, Entry, Run
from roadmap_cli.text.typography import NO_BREAK

# Headings by their styles and by the outline level of a paragraph, as links.
_CONTENTS = 'TOC \\o "1-2" \\h \\z \\u'


def caption_paragraph(
    styles: Styles, caption: Caption, *, keep_with_next: bool, set_off: bool
) -> Any:
    """«Таблица 1 – …» with a number that Word counts when a caption is added by hand."""
    role = caption.role
    lead = Run(f"{caption.lead.rstrip()}{NO_BREAK}")
    node = styled(styles, role.name, ((lead,),), keep_with_next=keep_with_next, set_off=set_off)
    counter = element("fldSimple", instr=f" SEQ {role.counted} \\* ARABIC ")
    counter.extend(run_elements((Run(str(caption.number)),)))
    node.append(counter)
    node.extend(run_elements(typeset((Run(f"{NO_BREAK}– "), *caption.runs))))
    return node


def anchor(number: int) -> str:
    """The bookmark of the heading `number`, from 1."""
    return f"_Toc{number:08}"


def mark_heading(node: Any, number: int) -> None:
    """Put the bookmark that the table of contents leads to around a heading."""
    start = element("bookmarkStart", id=number, name=anchor(number))
    properties = node.find(element("pPr").tag)
    node.insert(0 if properties is None else 1, start)
    node.append(element("bookmarkEnd", id=number))


def contents_element(styles: Styles, contents: Contents, *, line_mm: float) -> Any:
    """The table of contents: a field of Word with the headings in it already.

    The pages are only known to who lays the document out, so their numbers are fields that ask
    for an update.
    """
    block = element("sdt")
    properties, gallery = element("sdtPr"), element("docPartObj")
    gallery.append(element("docPartGallery", val="Table of Contents"))
    gallery.append(element("docPartUnique"))
    properties.append(gallery)
    content = element("sdtContent")
    lines = [
        _line(styles, entry, anchor(number), line_mm)
        for number, entry in enumerate(contents.entries, 1)
    ]
    opening, closing = _opening(_CONTENTS), element("r")
    closing.append(element("fldChar", fldCharType="end"))
    if lines:
        _after_properties(lines[0], opening)
        lines[-1].append(closing)
    else:
        lines = [bare_paragraph(styles.ids["contents-1"])]
        lines[0].extend((*opening, closing))
    content.extend(lines)
    block.extend((properties, content))
    return block


def _line(styles: Styles, entry: Entry, target: str, line_mm: float) -> Any:
    node = bare_paragraph(styles.ids[f"contents-{entry.level}"], tab_mm=line_mm)
    link = element("hyperlink", anchor=target, history=1)
    link.extend(run_elements(typeset((Run(entry.text),))))
    tab = element("r")
    tab.append(element("tab"))
    link.append(tab)
    link.extend(_opening(f"PAGEREF {target} \\h"))
    end = element("r")
    end.append(element("fldChar", fldCharType="end"))
    link.append(end)
    node.append(link)
    return node


def _opening(instruction: str) -> list[Any]:
    """A field that asks for an update, up to its result."""
    begin, middle, separator = element("r"), element("r"), element("r")
    begin.append(element("fldChar", fldCharType="begin", dirty="true"))
    text = element("instrText")
    text.text = f" {instruction} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    middle.append(text)
    separator.append(element("fldChar", fldCharType="separate"))
    return [begin, middle, separator]


def _after_properties(node: Any, runs: Sequence[Any]) -> None:
    for position, run in enumerate(runs, 1):
        node.insert(position, run)
