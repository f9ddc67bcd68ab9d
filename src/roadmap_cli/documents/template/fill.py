"""A template and its context to text: sandboxed, strict, every fault with its line."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError, meta

from roadmap_cli.documents.template.blanks import (
    BlankDate,
    hand_line,
    marked_line,
    printed_date,
    stretches,
)
from roadmap_cli.documents.template.escape import Ready, escaped, escaped_lines, figure_mark
from roadmap_cli.documents.template.notes import Notes
from roadmap_cli.documents.template.sandbox import (
    FAULTS,
    Sandbox,
    UnknownVariableError,
    told,
)
from roadmap_cli.domain.papers.figures import Figure, cleaned
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.text.characters import without_controls
from roadmap_cli.text.suggest import did_you_mean


@dataclass(frozen=True)
class TemplateSource:
    """A template's text and the path to show when something is wrong with it."""

    text: str
    shown: str


@dataclass(frozen=True)
class Filled:
    """The text of a document, what was missing for it, and which forms are doubtful.

    `figures` are the charts that the text names by `figure_mark`, in the order of their printing.
    `hand_lines` counts the lines to write on that nothing in the data stands for.
    """

    text: str
    missing: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    hand_lines: int = 0


_T = TypeVar("_T")
_DOUBLE_DOT = re.compile(r"(?<=[А-ЯЁа-яё])\.\.(?!\.)")
FindTemplate = Callable[[str], TemplateSource | None]


_SYNTAX = (
    (r"No filter named '(.+)'\.?", r"нет фильтра «\1»"),
    (r"No test named '(.+)'\.?", r"нет проверки «\1»"),
    (r"Encountered unknown tag '(.+?)'\..*", r"неизвестный тег «\1»"),
    (
        r"Unexpected end of template\..*innermost block that needs to be closed is '(.+?)'.*",
        r"блок «\1» не закрыт",
    ),
    (r"unexpected '(.+)'", r"лишний знак «\1»"),
    (r"expected token '(.+)', got '(.+)'", r"ожидалось «\1», а стоит «\2»"),
)


def in_russian(error: TemplateSyntaxError) -> str:
    """What Jinja says about a template, in Russian where it is a common slip."""
    said = str(error.message)
    for pattern, russian in _SYNTAX:
        match = re.fullmatch(pattern, said, re.S)
        if match:
            return match.expand(russian)
    return said


class Filler:
    """Fills templates found by `find`; compiled templates are kept for the next document."""

    def __init__(self, find: FindTemplate, known: Iterable[str]) -> None:
        """`known` are the names that a context may have, for suggestions."""
        self._known = tuple(known)
        self._names_of: dict[str, frozenset[str]] = {}
        self._read: dict[str, frozenset[str]] = {}
        self._texts: dict[str, str] = {}
        self._notes = Notes()
        self._figures: list[Figure] = []
        self._environment = Sandbox(
            self._notes,
            loader=FunctionLoader(lambda wanted: _loaded(find(wanted))),
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters["lines"] = escaped_lines
        self._environment.globals.update(
            line=hand_line, blank=marked_line, hand_date=printed_date(BlankDate("дата"))
        )

    def names(self, template: str) -> frozenset[str]:
        """The variables that a template and what it includes ask for.

        Raises TemplateInvalidError for a template that cannot be read.
        """
        if template not in self._names_of:
            seen: set[str] = set()
            self._names_of[template] = self._guarded(template, lambda: self._names(template, seen))
            self._read[template] = frozenset(seen)
        return self._names_of[template]

    def _names(self, template: str, seen: set[str]) -> frozenset[str]:
        seen.add(template)
        loader = self._environment.loader
        assert loader is not None
        text, filename, _ = loader.get_source(self._environment, template)
        self._texts[template] = text
        tree = self._environment.parse(text, template, filename)
        try:
            found = set(meta.find_undeclared_variables(tree)) - set(self._environment.globals)
        except TemplateSyntaxError as error:
            error.filename = filename  # an unknown filter is found without its file
            raise
        for other in meta.find_referenced_templates(tree):
            if other is not None and other not in seen:
                found |= self._names(other, seen)
        return frozenset(found)

    def text_of(self, template: str) -> str:
        """A template's own text and that of what it includes. Raises TemplateInvalidError."""
        self.names(template)
        return "\n".join(self._texts[name] for name in sorted(self._read[template]))

    def fill(self, template: str, context: Mapping[str, Any]) -> Filled:
        """The text of a document.

        Raises TemplateInvalidError with the template's file and line.
        """
        self._notes.clear()
        self._figures.clear()
        text = self._guarded(
            template, lambda: self._environment.get_template(template).render(context)
        )
        # «Гринько О.С.» or «высшая кат.» at the end of a sentence needs no second dot.
        text = _DOUBLE_DOT.sub(".", text)
        notes = self._notes
        return Filled(
            without_controls(text),
            notes.missing,
            notes.doubts,
            tuple(self._figures),
            max(stretches(text) - notes.told_lines, 0),
        )

    def _printed(self, value: Any) -> str:
        self._notes.see_printed(value, str(value))
        if value is None:
            return ""
        if isinstance(value, Figure):
            self._figures.append(cleaned(value))
            return figure_mark(len(self._figures) - 1)
        return value if isinstance(value, Ready) else escaped(str(value))

    def _guarded(self, name: str, act: Callable[[], _T]) -> _T:
        try:
            return act()
        except TemplateSyntaxError as error:
            shown = error.filename or error.name or name
            raise _invalid(
                f"ошибка в записи шаблона: {in_russian(error)}", shown, error.lineno
            ) from error
        except UnknownVariableError as error:
            shown, line = _place(error, name)
            known = names_of(error.owner) or self._known
            raise _invalid(
                f"в шаблоне неизвестное имя «{error.name}»",
                shown,
                line,
                did_you_mean(error.name, known) or f"Известны: {', '.join(sorted(known))}.",
            ) from error
        except TemplateNotFound as error:
            raise _invalid(f"шаблона «{error.name}» нет", name, 1) from error
        except FAULTS as error:
            shown, line = _place(error, name)
            said, hint = told(error)
            raise _invalid(said, shown, line, hint) from error


def _loaded(source: TemplateSource | None) -> tuple[str, str, Callable[[], bool]] | None:
    return None if source is None else (source.text, source.shown, lambda: True)


def names_of(owner: Any) -> tuple[str, ...]:
    """The names that an object offers to a template; none for an object unknown to us."""
    if is_dataclass(owner):
        own = [field.name for field in fields(owner)]
        return (*own, *_properties(type(owner)))
    if isinstance(owner, Mapping):
        return tuple(str(key) for key in owner)
    return _properties(type(owner)) if isinstance(owner, str) else ()


def _properties(owner: type) -> tuple[str, ...]:
    return tuple(key for key, value in vars(owner).items() if isinstance(value, property))


def _place(error: BaseException, fallback: str) -> tuple[str, int]:
    """The innermost template line that the error went through; Jinja keeps them in the trace."""
    shown, line = fallback, 1
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "__jinja_template__" in trace.tb_frame.f_globals or code.co_name.startswith("top-level"):
            shown, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return shown, line


def _invalid(message: str, shown: str, line: int, hint: str | None = None) -> TemplateInvalidError:
    problem = Problem("template", message, Place(shown.replace("\\", "/"), line), hint)
    return TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))
