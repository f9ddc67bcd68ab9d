"""The text of a document (Markdown with named regions) to blocks of a sheet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from roadmap_cli.documents.template.escape import figure_of, has_figure
from roadmap_cli.domain.papers.figures import Figure
from roadmap_cli.domain.papers.sheet import (
    LIST_LEVELS,
    ROLE,
    Align,
    Block,
    BulletItem,
    Caption,
    Cell,
    Chart,
    Columns,
    Contents,
    Entry,
    NewSheet,
    NumberedItem,
    Paragraph,
    Role,
    Run,
    Runs,
    Table,
)
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.text.suggest import did_you_mean

_REGIONS = (*ROLE, "sheet", "table", "figure", "contents")
_SEPARATOR = re.compile(r"(?<!\\)\|")
_ABOVE = "^^"
_OUTSIDE = "рисунок стоит вне области «::: figure»"
_FIGURE_HINT = "Рисунок ставят так: «::: figure», строкой ниже «{{ имя }}», ещё ниже «:::»."
_REGION_END = re.compile(r"\s*:{3,}\s*")
_END_HINT = (
    "Область закрывают строкой «:::»; ту, в которой стоят другие, открывают и закрывают «::::»."
)
_WIDTHS = re.compile(r"\d{1,4}(\.\d{1,4})?(,\d{1,4}(\.\d{1,4})?)*")


def read_markup(text: str, shown: str, figures: Sequence[Figure] = ()) -> tuple[Block, ...]:
    """Read the filled text of a template; `figures` are those that its marks stand for.

    Regions are `::: name … :::`, where name is a role of `ROLE`, `sheet [landscape]` (a new
    sheet), `table widths=1,3,4 [roomy] [kept]` around a table, `figure` around a chart, or
    `contents`, where the table of contents stands. A cell `^^` continues the cell above it.
    Raises TemplateInvalidError with the line of the filled text.
    """
    reader = _Reader(shown, figures, text.split("\n"))
    reader.read(_parser().parse(text))
    contents = Contents(tuple(_entries(reader.blocks)))
    return tuple(contents if isinstance(block, Contents) else block for block in reader.blocks)


def _entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role.outline:
            said = " ".join("".join(run.text for run in runs) for runs in block.lines)
            yield Entry(block.role.outline, said)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.disable(["code", "html_block", "link", "image", "reference", "lheading"])
    return parser.use(container_plugin, "region", validate=lambda info, _markup: bool(info.strip()))


@dataclass
class _List:
    ordered: bool
    group: int
    position: int


@dataclass
class _Reader:
    shown: str
    figures: Sequence[Figure]
    source: Sequence[str]
    blocks: list[Block] = field(default_factory=list)
    _role: Role = ROLE["text"]
    _draws: bool = False
    _counts: Counter[str] = field(default_factory=Counter)
    _widths: tuple[float, ...] = ()
    _is_roomy: bool = False
    _is_kept: bool = False
    _lists: list[_List] = field(default_factory=list)
    _groups: int = 0
    _regions: list[tuple[Role, tuple[float, ...]]] = field(default_factory=list)
    _ends: set[int] = field(default_factory=set)

    def read(self, tokens: Sequence[Token]) -> None:
        """Walk the tokens of a text."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(
                    n for n in range(position, len(tokens)) if tokens[n].type == "table_close"
                )
                self.blocks.append(self._table(tokens[position:end]))
                position = end
            else:
                handler = _HANDLERS.get(token.type)
                if handler is not None:
                    handler(self, token)
            position += 1

    def open_region(self, token: Token) -> None:
        """`::: name arguments`."""
        self._refuse_unclosed(token)
        self._regions.append((self._role, self._widths))
        name, *arguments = token.info.split()
        if name not in _REGIONS:
            hint = did_you_mean(name, _REGIONS) or f"Допустимы: {', '.join(_REGIONS)}."
            raise self._invalid(token, f"неизвестная область «::: {name}»", hint)
        if name == "sheet":
            self.blocks.append(NewSheet("landscape" in arguments))
        elif name == "contents":
            self.blocks.append(Contents())
        elif name == "table":
            self._widths = self._read_widths(token, arguments)
            self._is_roomy, self._is_kept = "roomy" in arguments, "kept" in arguments
        elif name == "figure":
            self._draws = True
        else:
            self._role = ROLE[name]

    def close_region(self, _token: Token) -> None:
        """`:::`."""
        self._role, self._widths = self._regions.pop()
        self._draws = False
        self._is_roomy = self._is_kept = False

    def open_list(self, token: Token) -> None:
        """A list; one inside another counts under its point."""
        if not self._lists:
            self._groups += 1
        if len(self._lists) == LIST_LEVELS:
            said = f"список глубже {LIST_LEVELS} уровней"
            raise self._invalid(token, said, "ГОСТ Р 7.0.97 допускает не больше четырёх.")
        start = int(token.attrs.get("start", 1) or 1)
        self._lists.append(_List(token.type == "ordered_list_open", self._groups, start - 1))

    def close_list(self, _token: Token) -> None:
        """The end of a list."""
        self._lists.pop()

    def open_item(self, _token: Token) -> None:
        """A point of a list."""
        self._lists[-1].position += 1

    def heading(self, token: Token) -> None:
        """`# ПРИКАЗ` names the document, `##` a section of it."""
        self._regions.append((self._role, self._widths))
        self._role = _HEADINGS.get(token.tag, ROLE["subheading"])

    def inline(self, token: Token) -> None:
        """The words of a paragraph, a heading or a point."""
        children = token.children or []
        self._refuse_stray_end(token)
        if self._draws or has_figure(token.content):
            self._figure(token)
        elif self._role.counted:
            self._caption(_runs(children), self._role)
        elif self._role.columns:
            self._columns(token)
        elif self._lists:
            self._item(children)
        else:
            # Lines of a region («stamp») stand one below the other, as typed.
            separate = self._role is not ROLE["text"]
            lines = tuple(_lines(children, soft_breaks=separate))
            self.blocks.append(Paragraph(lines, self._role))

    def rule(self, _token: Token) -> None:
        """`---` has no place in a document: an empty line stands for it."""
        self.blocks.append(Paragraph(((),), ROLE["plain"]))

    def _refuse_unclosed(self, token: Token) -> None:
        """markdown-it ends a region that nothing ends with what is around it."""
        end = token.map[1] if token.map else 0
        line = self.source[end] if end < len(self.source) else ""
        if end in self._ends or not _REGION_END.fullmatch(line):
            name = token.info.split()[0]
            raise self._invalid(token, f"область «::: {name}» не закрыта", _END_HINT)
        self._ends.add(end)

    def _refuse_stray_end(self, token: Token) -> None:
        for line in token.content.split("\n"):
            if _REGION_END.fullmatch(line):
                raise self._invalid(token, "строка «:::» ничего не закрывает", _END_HINT)

    def _figure(self, token: Token) -> None:
        """A chart with its caption; of one without a value that is said."""
        number = figure_of(token.content) if self._draws else None
        if number is None:
            said = "в области «figure» стоит не рисунок"
            raise self._invalid(token, said if self._draws else _OUTSIDE, _FIGURE_HINT)
        figure = self.figures[number]
        if figure.is_empty:
            said = f"Рисунка «{figure.title}» нет: нет данных."
            self.blocks.append(Paragraph(((Run(said),),), ROLE["text"]))
            return
        self.blocks.append(Chart(figure))
        self._caption((Run(figure.title),), ROLE["figure-caption"])

    def _caption(self, runs: Runs, role: Role) -> None:
        self._counts[role.counted] += 1
        self.blocks.append(Caption(self._counts[role.counted], runs, role))

    def _columns(self, token: Token) -> None:
        parser = _parser()
        for line in token.content.split("\n"):
            parts = [part.strip() for part in _SEPARATOR.split(line)]
            wanted = len(self._role.columns)
            if len(parts) != wanted:
                said = f"в области «{self._role.name}» частей через «|» {len(parts)}, а не {wanted}"
                raise self._invalid(token, said)
            cells = tuple(_runs(parser.parseInline(part)[0].children or []) for part in parts)
            self.blocks.append(Columns(cells, self._role))

    def _item(self, children: Sequence[Token]) -> None:
        current = self._lists[-1]
        level = len(self._lists) - 1
        runs = _runs(children)
        if not current.ordered:
            self.blocks.append(BulletItem(runs, level))
            return
        above = [outer for outer in self._lists if outer.ordered]
        number = ".".join(str(outer.position) for outer in above) + "."
        self.blocks.append(NumberedItem(runs, len(above) - 1, current.group, number))

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[list[Cell]] = []
        aligns: list[Align] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                aligns.append(Align(style.rpartition(":")[2] or "left"))
            elif has_figure(token.content):
                raise self._invalid(token, _OUTSIDE, _FIGURE_HINT)
            elif token.type == "inline":
                rows[-1].append(_cell(token))
        if self._widths and len(self._widths) != len(aligns):
            raise self._invalid(
                tokens[0], f"столбцов {len(aligns)}, а ширин названо {len(self._widths)}"
            )
        head, *body = (tuple(row) for row in rows)
        return Table(head, tuple(body), tuple(aligns), self._widths, self._is_roomy, self._is_kept)

    def _read_widths(self, token: Token, arguments: Sequence[str]) -> tuple[float, ...]:
        for argument in arguments:
            name, _, value = argument.partition("=")
            if name == "widths":
                if not _WIDTHS.fullmatch(value) or not all(map(float, value.split(","))):
                    hint = "Доли столбцов пишут так: widths=1,3,4.5"
                    raise self._invalid(token, f"недопустимые ширины столбцов «{value}»", hint)
                return tuple(map(float, value.split(",")))
        return ()

    def _invalid(self, token: Token, message: str, hint: str | None = None) -> TemplateInvalidError:
        line = token.map[0] + 1 if token.map else 1
        problem = Problem("template", message, Place(self.shown, line), hint)
        return TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))


_HANDLERS = {
    "container_region_open": _Reader.open_region,
    "container_region_close": _Reader.close_region,
    "ordered_list_open": _Reader.open_list,
    "bullet_list_open": _Reader.open_list,
    "ordered_list_close": _Reader.close_list,
    "bullet_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_item,
    "heading_open": _Reader.heading,
    "heading_close": _Reader.close_region,
    "inline": _Reader.inline,
    "hr": _Reader.rule,
}


_HEADINGS = {"h1": ROLE["title"], "h2": ROLE["heading"]}


def _cell(token: Token) -> Cell:
    if token.content.strip() == _ABOVE:
        return Cell(continues_above=True)
    return Cell(tuple(_lines(token.children or [], soft_breaks=False)))


def _lines(children: Sequence[Token], *, soft_breaks: bool) -> Iterator[Runs]:
    """The words cut at `<br>` and hard line ends, and at soft ones where asked."""
    line: list[Token] = []
    for token in children:
        breaks = token.type == "hardbreak" or (soft_breaks and token.type == "softbreak")
        if breaks or (token.type == "html_inline" and token.content in ("<br>", "<br/>")):
            yield _runs(line)
            line = []
        else:
            line.append(token)
    yield _runs(line)


def _runs(children: Sequence[Token]) -> Runs:
    runs: list[Run] = []
    bold = italic = False
    for token in children:
        if token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            italic = token.type == "em_open"
        else:
            text = " " if token.type in ("softbreak", "hardbreak") else token.content
            if text:
                runs.append(Run(text, bold, italic))
    return tuple(runs)
