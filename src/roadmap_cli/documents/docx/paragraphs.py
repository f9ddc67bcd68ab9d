"""Paragraphs of a document: a named style, and beside it only what differs from it."""

from collections.abc import Sequence
from typing import Any

from roadmap_cli.documents.docx.styles import LOOKS, Styles
from roadmap_cli.documents.docx.xml import bare_paragraph, element, run_elements, typeset
from roadmap_cli.domain.papers.sheet import Align, Runs

_LONG_BLANK = "_" * 15
# What stands at least between a table and the words below it, in points.
_OFF = 6


def styled(  # noqa: PLR0913 -- a paragraph has that many properties, all named
    styles: Styles,
    key: str,
    lines: Sequence[Runs],
    *,
    align: Align | None = None,
    keep_with_next: bool = False,
    set_off: bool = False,
    left_mm: float = 0.0,
    number: tuple[int, int] | None = None,
    longest: int | None = None,
) -> Any:
    """A paragraph of the style `key` of `LOOKS`; its lines are cut where the template cut them.

    One that is `set_off` has room above; `longest` is how many letters a narrow line holds.
    """
    look = LOOKS[key]
    if (align or look.align) is Align.JUSTIFY and any(_has_blank(runs) for runs in lines):
        align = Align.LEFT  # a long line to write on would stretch the words before it
    before = None
    if set_off and (look.before or 0) < _OFF:
        before = _OFF
    node = bare_paragraph(
        styles.ids[key],
        align=align,
        keep_with_next=keep_with_next and not look.keep_with_next,
        before=before,
        left_mm=left_mm,
        number=number,
    )
    for position, runs in enumerate(lines):
        if position:
            cut = element("r")
            cut.append(element("br"))
            node.append(cut)
        node.extend(run_elements(typeset(runs, longest)))
    return node


def _has_blank(runs: Runs) -> bool:
    return any(_LONG_BLANK in run.text for run in runs)
