"""A template and its context to text: sandboxed, strict, every fault with its line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from roadmap_cli.documents.blanks import (
    Blank,
    BlankDate,
    hand_line,
    printed_date,
    printed_short_date,
)
from roadmap_cli.documents.escape import Ready, escaped, escaped_lines
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.suggest import did_you_mean


@dataclass(frozen=True)
class TemplateSource:
    """A template's text and the path to show when something is wrong with it."""

    text: str
    shown: str


@dataclass(frozen=True)
class Filled:
    """The text of a document and what was missing for it, in order of appearance."""

    text: str
    missing: tuple[str, ...]


FindTemplate = Callable[[str], TemplateSource | None]


class UnknownVariableError(UndefinedError):
    """A name that the context does not have, with what it does have."""

    def __init__(self, message: str | None = None, *, name: Any = None, owner: Any = None) -> None:
        super().__init__(message)
        self.name = str(name)
        self.owner = owner


class _Undefined(StrictUndefined):
    """Any use of an unknown name is an error that remembers the name and its owner."""

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None
    ) -> None:
        del exc
        error: Any = partial(UnknownVariableError, name=name, owner=obj)
        super().__init__(hint, obj, name, error)


def fill(name: str, context: Mapping[str, Any], find: FindTemplate) -> Filled:
    """Fill the template `name` (and what it includes, found by `find`).

    Raises TemplateInvalidError with the template's file and line.
    """
    missing: dict[str, None] = {}

    def printed(value: Any) -> str:
        if isinstance(value, Blank):
            missing.setdefault(value.label)
        if value is None:
            return ""
        return value if isinstance(value, Ready) else escaped(str(value))

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda wanted: _loaded(find(wanted))),
        undefined=_Undefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_filters(missing))
    environment.globals.update(line=hand_line, hand_date=printed_date(BlankDate("дата")))
    try:
        text = environment.get_template(name).render(context)
    except TemplateSyntaxError as error:
        shown = error.filename or error.name or name
        raise _invalid(f"ошибка в записи шаблона: {error.message}", shown, error.lineno) from error
    except UnknownVariableError as error:
        shown, line = _place(error, name)
        known = _names(error.owner) if _has_owner(error) else tuple(context)
        raise _invalid(
            f"в шаблоне неизвестное имя «{error.name}»",
            shown,
            line,
            did_you_mean(error.name, known) or f"Известны: {', '.join(sorted(known))}.",
        ) from error
    except TemplateNotFound as error:
        raise _invalid(f"шаблона «{error.name}» нет", name, 1) from error
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        RecursionError,
    ) as error:
        shown, line = _place(error, name)
        raise _invalid(f"шаблон нельзя заполнить: {error}", shown, line) from error
    return Filled(text, tuple(missing))


def _filters(missing: dict[str, None]) -> dict[str, Callable[..., Any]]:
    def noted(render: Callable[[Any], str]) -> Callable[[Any], str]:
        def apply(value: Any) -> str:
            if isinstance(value, Blank):
                missing.setdefault(value.label)
            return render(value)

        return apply

    return {
        "date": noted(printed_date),
        "short_date": noted(printed_short_date),
        "lines": escaped_lines,
        "counted": counted,
    }


def _loaded(source: TemplateSource | None) -> tuple[str, str, Callable[[], bool]] | None:
    return None if source is None else (source.text, source.shown, lambda: True)


def _has_owner(error: UnknownVariableError) -> bool:
    return _names(error.owner) != ()


def _names(owner: Any) -> tuple[str, ...]:
    if is_dataclass(owner):
        own = [each.name for each in fields(owner)]
        properties = [
            key for key, value in vars(type(owner)).items() if isinstance(value, property)
        ]
        return tuple(own + properties)
    return tuple(str(key) for key in owner) if isinstance(owner, Mapping) else ()


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
    return TemplateInvalidError("документ не сделан: ошибка в шаблоне", (problem,))
