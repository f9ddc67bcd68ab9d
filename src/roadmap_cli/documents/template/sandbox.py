"""The Jinja that every template runs in: sandboxed, strict about names, bounded in size."""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from roadmap_cli.documents.template.blanks import Blank, printed_date, printed_short_date
from roadmap_cli.documents.template.escape import up_first
from roadmap_cli.documents.template.messages import fault_in_russian
from roadmap_cli.documents.template.notes import Notes
from roadmap_cli.text.numbers import number_in_words
from roadmap_cli.text.plurals import counted

# What a template can raise by its own fault.
FAULTS = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
)
TOO_LARGE = "Проверьте циклы и длинные строки в шаблоне, а в шаблоне Word и рисунки."
_LARGEST = 1_000_000
# Turns of all loops of a document: two loops, one inside the other, over a thousand people each
# take a million, and two million that print something take longer than a document may.
_MOST_TURNS = 2_000_000
_TURN = "one more turn"


def told(error: BaseException) -> tuple[str, str | None]:
    """A fault in words and what to do; Python has none for a want of memory."""
    if isinstance(error, MemoryError):
        return "шаблон нельзя заполнить: не хватило памяти", TOO_LARGE
    if isinstance(error, TooManyTurnsError):
        return f"шаблон нельзя заполнить: {error}", TOO_LARGE
    return f"шаблон нельзя заполнить: {fault_in_russian(str(error))}", None


class TooManyTurnsError(SecurityError):
    """Loops that do not end, or do so much that nobody would wait for it."""


class UnknownVariableError(UndefinedError):
    """A name that the context does not have, with what it does have."""

    def __init__(self, message: str | None = None, *, name: Any = None, owner: Any = None) -> None:
        super().__init__(message)
        self.name = str(name)
        self.owner = owner


class StrictName(StrictUndefined):
    """Any use of an unknown name is an error that remembers the name and its owner."""

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None
    ) -> None:
        del exc
        error: Any = partial(UnknownVariableError, name=name, owner=obj)
        super().__init__(hint, obj, name, error)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without the ways out, and without «"x" * 10 ** 10».

    `notes` see every value that a filter prints.
    """

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, notes: Notes, **options: Any) -> None:
        super().__init__(undefined=StrictName, **options)
        self._notes = notes
        self._turns = 0
        self.filters[_TURN] = self._counter()
        self.filters.update(
            date=self._noting(printed_date),
            short_date=self._noting(printed_short_date),
            counted=counted,
            words=number_in_words,
            upfirst=self._noting(up_first),
        )
        del self.filters["center"]
        self.globals.clear()
        self.globals.update(range=safe_range)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply within bounds; raises SecurityError beyond them."""
        size = len(left) if hasattr(left, "__len__") else 1
        times = right if isinstance(right, int) else 1
        if hasattr(right, "__len__"):
            size, times = len(right), left if isinstance(left, int) else 1
        power = operator == "**" and isinstance(left, int | float) and abs(left) > 1
        if size * times > _LARGEST or (power and abs(times) > 64):
            raise SecurityError("слишком большое значение")
        return super().call_binop(context, operator, left, right)

    def begin(self) -> None:
        """Count the turns of a new document."""
        self._turns = 0

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        *args: Any,
        **more: Any,
    ) -> str:
        """Jinja's hook between reading a template and making code of it."""
        for loop in source.find_all(nodes.For):
            at = {"lineno": loop.lineno}
            turn = nodes.Filter(nodes.Const(None, **at), _TURN, [], [], None, None, **at)
            loop.body.insert(0, nodes.ExprStmt(turn, **at))
        return super()._generate(source, name, filename, *args, **more)

    def _counter(self) -> Callable[[Any, Any], None]:
        # With a context Jinja does not take it for a constant.
        @pass_context
        def turn(_context: Any, _value: Any) -> None:
            self._turns += 1
            if self._turns > _MOST_TURNS:
                said = f"больше {_MOST_TURNS // 1_000_000} млн повторений цикла"
                raise TooManyTurnsError(said)

        return turn

    def _noting(self, render: Callable[[Any], str]) -> Callable[[Any], str]:
        def apply(value: Any) -> str:
            printed = render(value) if value or isinstance(value, Blank) else ""
            self._notes.see_printed(value, printed)
            return printed

        return apply
