"""A template and its context to text: sandboxed, strict, every fault with its line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError, meta, nodes

from roadmap_cli.documents.template.blanks import (
    BlankDate,
    hand_line,
    marked_line,
    printed_date,
    stretches,
)
from roadmap_cli.documents.template.escape import Ready, escaped, escaped_lines, figure_mark
from roadmap_cli.documents.template.messages import syntax_in_russian
from roadmap_cli.documents.template.notes import Notes
from roadmap_cli.documents.template.origins import MarkingSandbox, origins
from roadmap_cli.documents.template.sandbox import (
    FAULTS,
    Sandbox,
    UnknownVariableError,
    told,
)
from roadmap_cli.documents.template.tags import fault_line
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
_Kind = TypeVar("_Kind", bound=Sandbox)
_DOUBLE_DOT = re.compile(r"(?<=[А-ЯЁа-яё])\.\.(?!\.)")
REFUSED = "документ не создан: ошибка в шаблоне"
_NO_TEMPLATE = "шаблона «{}» нет"
FindTemplate = Callable[[str], TemplateSource | None]


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
        self._find = find
        self._environment = self._made(Sandbox)

    def _made(self, kind: type[_Kind]) -> _Kind:
        find = self._find
        made = kind(
            self._notes,
            loader=FunctionLoader(lambda wanted: _loaded(find(wanted))),
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        made.filters["lines"] = escaped_lines
        made.globals.update(
            line=hand_line, blank=marked_line, hand_date=printed_date(BlankDate("дата"))
        )
        return made

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
        for others, line, required in _references(tree):
            there = [other for other in others if other in seen or self._find(other) is not None]
            if required and not there:
                raise _invalid(_NO_TEMPLATE.format(others[0]), filename or template, line)
            for other in there[:1]:
                if other not in seen:
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
        text = self._rendered(self._environment, template, context)
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

    def empty(self, template: str) -> TemplateInvalidError:
        """The fault of a template that gives no words."""
        source = self._find(template)
        shown = source.shown.replace("\\", "/") if source else template
        return TemplateInvalidError(REFUSED, (no_words(shown, 1),))

    def _rendered(self, sandbox: Sandbox, template: str, context: Mapping[str, Any]) -> str:
        self._notes.clear()
        self._figures.clear()
        sandbox.begin()
        return self._guarded(template, lambda: sandbox.get_template(template).render(context))

    def at_home(
        self, error: TemplateInvalidError, template: str, context: Mapping[str, Any]
    ) -> TemplateInvalidError:
        """The fault that was found in a filled text, at the line of the template it comes from."""
        sandbox = self._made(MarkingSandbox)
        marked = self._rendered(sandbox, template, context)
        places = origins(marked, [shown.replace("\\", "/") for shown in sandbox.templates])
        problems = (
            problem._replace(place=places[min(problem.place.line, len(places)) - 1])
            for problem in error.problems
        )
        return TemplateInvalidError(error.message, tuple(problems))

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
            said = f"ошибка в записи шаблона: {syntax_in_russian(str(error.message))}"
            line = fault_line(self._environment, error.source or "", error)
            raise _invalid(said, shown, line) from error
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
            shown, line = _place(error, name)
            raise _invalid(_NO_TEMPLATE.format(error.name), shown, line) from error
        except FAULTS as error:
            shown, line = _place(error, name)
            said, hint = told(error)
            raise _invalid(said, shown, line, hint) from error


def _loaded(source: TemplateSource | None) -> tuple[str, str, Callable[[], bool]] | None:
    return None if source is None else (source.text, source.shown, lambda: True)


def _references(tree: nodes.Template) -> Iterator[tuple[list[str], int, bool]]:
    """What a template includes: names of which the first that exists is taken, line, whether one
    of them must exist; none of those that only the data name.
    """
    for kind in (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include):
        for node in tree.find_all(kind):
            try:
                named = node.template.as_const()  # type: ignore[attr-defined]  # all four have it
            except nodes.Impossible:
                continue
            names = [named] if isinstance(named, str) else list(named)
            if names:
                yield names, node.lineno, not getattr(node, "ignore_missing", False)


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


def template_line(error: BaseException) -> int | None:
    """The innermost line of a template that an error went through, or None."""
    return _place(error, "")[1] or None


def _place(error: BaseException, fallback: str) -> tuple[str, int]:
    """The innermost template line that the error went through; Jinja keeps them in the trace."""
    shown, line = fallback, 0
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "__jinja_template__" in trace.tb_frame.f_globals or code.co_name.startswith("top-level"):
            shown, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return shown, line


def has_words(text: str) -> bool:
    """True for a text with a letter, a digit or a line to write on; regions are none of them."""
    lines = (line for line in text.split("\n") if not line.lstrip().startswith(":::"))
    return any(re.search(r"\w", line) for line in lines)


def no_words(shown: str, line: int) -> Problem:
    """The fault of a template that gives an empty document."""
    return Problem(
        "template",
        "в документе не осталось ни одного слова",
        Place(shown, line),
        "Шаблон пуст, или всё в нём стоит в циклах и условиях, для которых ещё нет данных.",
    )


def _invalid(message: str, shown: str, line: int, hint: str | None = None) -> TemplateInvalidError:
    problem = Problem("template", message, Place(shown.replace("\\", "/"), line), hint)
    return TemplateInvalidError(REFUSED, (problem,))
