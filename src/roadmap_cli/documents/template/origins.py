"""From which line of which template each line of a filled text comes.

A template is filled once more with marks in its text; only a fault is worth that.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import nodes

from roadmap_cli.documents.template.notes import Notes
from roadmap_cli.documents.template.sandbox import Sandbox
from roadmap_cli.problems import Place

# A mark is «number of the template:line»; the characters are of a private use area.
_OPEN, _CLOSE = "\ue0f3", "\ue0f4"
_MARK = re.compile(f"{_OPEN}(\\d+):(\\d+){_CLOSE}")
# What these hold is a value first: a template may measure or compare it.
_VALUES = (nodes.AssignBlock, nodes.Macro, nodes.CallBlock, nodes.FilterBlock)


class MarkingSandbox(Sandbox):
    """Prints before every piece of a template's text where it stands."""

    def __init__(self, notes: Notes, **options: Any) -> None:
        super().__init__(notes, **options)
        self.templates: list[str] = []

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        *args: Any,
        **more: Any,
    ) -> str:
        self.templates.append(filename or name or "")
        for output in _outputs(source):
            output.nodes = list(self._marked(output.nodes, len(self.templates) - 1))
        return super()._generate(source, name, filename, *args, **more)

    def _marked(self, pieces: Sequence[nodes.Expr], number: int) -> Iterator[nodes.Expr]:
        for piece in pieces:
            if not isinstance(piece, nodes.TemplateData):
                mark = f"{_OPEN}{number}:{piece.lineno}{_CLOSE}"
                yield nodes.TemplateData(mark, lineno=piece.lineno)
                yield piece
                continue
            lines = piece.data.split("\n")
            marked = "\n".join(
                f"{_OPEN}{number}:{line}{_CLOSE}{text}"
                for line, text in enumerate(lines, piece.lineno)
            )
            yield nodes.TemplateData(marked, lineno=piece.lineno)


def origins(marked: str, templates: Sequence[str]) -> tuple[Place, ...]:
    """The place of every line of a text that was filled with marks."""
    found: list[Place] = []
    place = Place(templates[0] if templates else "")
    for line in marked.split("\n"):
        first = True
        for text, number, row in _pieces(line):
            if number is not None:
                place = Place(templates[number], row)
            elif text and first:
                found.append(place)
                first = False
        if first:
            found.append(place)
    return tuple(found)


def _pieces(line: str) -> Iterator[tuple[str, int | None, int]]:
    """The texts and the marks of a line, in their order."""
    at = 0
    for mark in _MARK.finditer(line):
        yield line[at : mark.start()], None, 0
        yield "", int(mark[1]), int(mark[2])
        at = mark.end()
    yield line[at:], None, 0


def _outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    """The printing nodes, but for those inside what is a value first."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child
        elif not isinstance(child, _VALUES):
            yield from _outputs(child)
