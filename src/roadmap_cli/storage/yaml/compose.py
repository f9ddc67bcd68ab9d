"""YAML events to nodes, with every fault that the text itself has: syntax, duplicates, aliases."""

import re
from typing import Any

import yaml

from roadmap_cli.problems import Place, Problem, Severity
from roadmap_cli.storage.yaml.nodes import ALIAS, AnyNode, MappingNode, ScalarNode, SequenceNode

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
_CUT_OFF = r"[ ]+(#[^\s#].*)"
_MOST_SYNTAX_ERRORS = 50
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
_LINE_ENDS_OF_YAML = frozenset("\x85\u2028\u2029")


class Composed:
    """The nodes of a text and its faults.

    `repaired_lines` are lines (from 0) that were left out to read on after a syntax error;
    when there are any, the nodes serve only to find further faults.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.root: AnyNode | None = None
        self.problems = problems
        self.repaired_lines: set[int] = set()


def compose(text: str, file: str) -> Composed:
    """Read a text; after a syntax error the offending line is skipped and reading goes on."""
    controls, readable = _without_controls(text, file)
    unmerged, readable = _without_conflicts(readable, file)
    tabs, readable = _without_tabs(readable, file)
    result = Composed(controls + unmerged + tabs)
    result.repaired_lines.update(problem.place.line - 1 for problem in unmerged)
    result.repaired_lines.update(problem.place.line - 1 for problem in tabs)
    for _ in range(_MOST_SYNTAX_ERRORS):
        builder = _Builder(file)
        try:
            result.root = builder.build(readable)
        except yaml.MarkedYAMLError as error:
            bad = _record_syntax_error(error, result, builder)
        else:
            result.problems += builder.problems
            return result
        readable, skipped = _without_line(readable, bad, result.repaired_lines)
        if skipped is None:
            return result
        result.repaired_lines.add(skipped)
    last = Place(file, max(problem.place.line for problem in result.problems))
    result.problems.append(
        Problem("yaml-syntax", "ошибок слишком много, дальше файл не читается", last)
    )
    return result


def _record_syntax_error(error: yaml.MarkedYAMLError, result: Composed, builder: "_Builder") -> int:
    """Note the error where a person would look for it; returns the line to skip."""
    told = error.context or ""
    opened = any(begun in told for begun in ("quoted scalar", "flow", "simple key"))
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = builder.spot(mark) if mark else (0, 0)
    from roadmap_cli.storage.yaml.syntax_errors import explain

    message, hint = explain(error)
    problem = Problem("yaml-syntax", message, Place(builder.file, line + 1, column + 1), hint)
    if all(known.place.line != problem.place.line for known in result.problems):
        result.problems.append(problem)
    return line


def _without_conflicts(text: str, file: str) -> tuple[list[Problem], str]:
    """Report what git has left to choose, and read on with our side."""
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return [], text
    from roadmap_cli.storage.yaml.conflicts import without_conflicts

    return without_conflicts(text, file)


def _without_tabs(text: str, file: str) -> tuple[list[Problem], str]:
    """Report tabs in indentation, all of them, and read on as if they were spaces."""
    if "\t" not in text:
        return [], text
    problems = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        indent = re.match(r"[ ]*\t[ \t]*(?=\S)", line)
        if indent:
            column = indent[0].index("\t") + 1
            problems.append(
                Problem(
                    "yaml-tab",
                    "отступ сделан табуляцией",
                    Place(file, number + 1, column),
                    "В YAML отступы — только пробелы: замените табуляцию двумя пробелами.",
                )
            )
            lines[number] = indent[0].replace("\t", "  ") + line[indent.end() :]
    return problems, "\n".join(lines)


def _without_controls(text: str, file: str) -> tuple[list[Problem], str]:
    """Report the characters that YAML forbids, all of them, and read on as if they were spaces."""
    if text.replace("\n", "").isprintable():
        return [], text
    problems = []
    for match in re.finditer(_FORBIDDEN, text):
        line, column = _line_of(text, match.start())
        problems.append(
            Problem(
                "yaml-character",
                f"недопустимый символ (код {ord(match[0]):#04x})",
                Place(file, line + 1, column + 1),
                "Удалите его: он не виден, но мешает читать файл.",
            )
        )
        if len(problems) == _MOST_SYNTAX_ERRORS:
            break
    return problems, re.sub(_FORBIDDEN, " ", text) if problems else text


def _line_of(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    return text.count("\n", 0, start), position - start


def _without_line(text: str, line: int, skipped: set[int]) -> tuple[str, int | None]:
    """Blank a line that cannot be read, or the nearest earlier one not blanked yet."""
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    while line in skipped and line > 0 and not lines[line].strip():
        line -= 1
    if not lines[line].strip():
        return text, None
    lines[line] = ""
    return "\n".join(lines), line


class _Builder:
    """One pass over the events of a text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._open: list[SequenceNode | MappingNode] = []
        self._keys: list[ScalarNode | None] = []
        self._seen: list[set[str]] = []
        self._root: AnyNode | None = None
        self._documents = 0
        self._text = ""
        self._odd = False
        self._comments = False

    def build(self, text: str) -> AnyNode | None:
        """The root node; raises yaml.YAMLError for a text that is not YAML."""
        self._text = text
        self._comments = " #" in text
        self._odd = not _LINE_ENDS_OF_YAML.isdisjoint(text)
        for event in yaml.parse(text, Loader=_LOADER):
            handler = _HANDLERS.get(type(event))
            if handler is not None:
                handler(self, event)
        return self._root

    def spot(self, mark: Any) -> tuple[int, int]:
        """Line and column from 0. YAML counts some characters as line ends that editors do not."""
        return _line_of(self._text, mark.index) if self._odd else (mark.line, mark.column)

    def on_document(self, event: Any) -> None:
        """A file holds one document."""
        self._documents += 1
        if self._documents == 2:
            self._report(
                "yaml-documents",
                event,
                "в файле несколько документов (строка «---»)",
                "Оставьте один.",
            )

    def on_scalar(self, event: Any) -> None:
        """A key or a value."""
        self._refuse_extras(event)
        mark, style = event.start_mark, event.style or ""
        style = "" if style == ":" else style
        if self._comments and not style:
            self._doubt_comment(event)
        line, column = self.spot(mark) if self._odd else (mark.line, mark.column)
        self._add(ScalarNode(mark.index, event.end_mark.index, line, column, event.value, style))

    def _doubt_comment(self, event: Any) -> None:
        """«Подготовка #1 системных»: YAML reads on only as far as the «#»."""
        cut_off = re.compile(_CUT_OFF).match(self._text, event.end_mark.index)
        if cut_off:
            line, column = self.spot(event.end_mark)
            self.problems.append(
                Problem(
                    "yaml-comment",
                    f"«{cut_off[1].strip()}» не читается: «#» после пробела начинает комментарий",
                    Place(self.file, line + 1, column + 1),
                    "Часть текста — возьмите значение в кавычки, комментарий — «# » с пробелом.",
                    Severity.WARNING,
                )
            )

    def on_alias(self, event: Any) -> None:
        """A reference to another value: refused, so that no text can grow without bound."""
        self._report(
            "yaml-alias",
            event,
            f"ссылка *{event.anchor} не поддерживается",
            "Повторите значение целиком.",
        )
        mark = event.start_mark
        self._add(ScalarNode(mark.index, event.end_mark.index, *self.spot(mark), style=ALIAS))

    def on_sequence(self, event: Any) -> None:
        """The beginning of a list."""
        self._start(SequenceNode, event)

    def on_mapping(self, event: Any) -> None:
        """The beginning of a record."""
        self._start(MappingNode, event)

    def on_end(self, event: Any) -> None:
        """The end of a list or of a record."""
        self._open.pop().end = event.end_mark.index
        self._keys.pop()
        self._seen.pop()

    def _start(self, node_type: type[SequenceNode] | type[MappingNode], event: Any) -> None:
        self._refuse_extras(event)
        mark = event.start_mark
        node = node_type(
            mark.index, event.end_mark.index, *self.spot(mark), flow=bool(event.flow_style)
        )
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        self._seen.append(set())
        if len(self._open) > _DEEPEST:
            raise yaml.MarkedYAMLError(
                problem="too deep", problem_mark=mark, context=None, context_mark=None
            )

    def _add(self, node: AnyNode) -> None:
        if not self._open:
            self._root = self._root or node
            return
        parent = self._open[-1]
        if isinstance(parent, SequenceNode):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
            return
        self._keys[-1] = None
        seen = self._seen[-1]
        if key.text not in seen:
            seen.add(key.text)
            parent.entries.append((key, node))
        else:
            place = Place(self.file, key.line + 1, key.column + 1)
            self.problems.append(
                Problem(
                    "yaml-duplicate",
                    f"ключ «{key.text}» повторяется",
                    place,
                    "Оставьте одно из значений.",
                )
            )

    def _as_key(self, node: AnyNode) -> ScalarNode:
        if isinstance(node, ScalarNode):
            return node
        place = Place(self.file, node.line + 1, node.column + 1)
        self.problems.append(Problem("yaml-key", "ключом может быть только слово", place))
        return ScalarNode(node.start, node.end, node.line, node.column, f"?{node.start}")

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._report(
                "yaml-alias",
                event,
                f"якорь &{event.anchor} не поддерживается",
                "Уберите «&…» или возьмите значение в кавычки.",
            )
        if event.tag and event.tag != "!":
            self._report(
                "yaml-tag",
                event,
                f"тег {event.tag} не поддерживается",
                "Уберите «!…» или возьмите значение в кавычки.",
            )

    def _report(self, code: str, event: Any, message: str, hint: str | None) -> None:
        line, column = self.spot(event.start_mark)
        self.problems.append(Problem(code, message, Place(self.file, line + 1, column + 1), hint))


_HANDLERS: dict[type, Any] = {
    yaml.DocumentStartEvent: _Builder.on_document,
    yaml.ScalarEvent: _Builder.on_scalar,
    yaml.AliasEvent: _Builder.on_alias,
    yaml.SequenceStartEvent: _Builder.on_sequence,
    yaml.MappingStartEvent: _Builder.on_mapping,
    yaml.SequenceEndEvent: _Builder.on_end,
    yaml.MappingEndEvent: _Builder.on_end,
}
