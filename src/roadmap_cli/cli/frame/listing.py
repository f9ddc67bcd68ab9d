"""How every command that lists answers: rows on the screen, the same things as JSON."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rich.console import RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.result import Result
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.registries import list_view

_T = TypeVar("_T")


class Column(NamedTuple, Generic[_T]):
    """A column: its title, and how it shows one of the listed things."""

    title: str
    text: Callable[[_T], str]


def list_result(
    key: str,
    things: Sequence[_T],
    columns: Sequence[Column[_T]],
    *,
    every: bool = True,
    nothing: RenderableType | None = None,
    below: Sequence[RenderableType] = (),
    to_json: Callable[[_T], Any] = as_json,
    notices: tuple[str, ...] = (),
) -> Result:
    """The things as a table; under `key` in JSON.

    With `every` all columns are shown, else those that are filled and fit. `nothing` stands in
    place of an empty table, `below` after it.
    """
    titles = {str(number): column.title for number, column in enumerate(columns)}

    def view(width: int) -> RenderableType:
        from rich.console import Group

        rows = [
            {str(number): column.text(thing) for number, column in enumerate(columns)}
            for thing in things
        ]
        if not rows and nothing is not None:
            return Group(nothing, *below)
        table = list_view(rows, list(titles), titles, width, every=every)
        return Group(table, *below) if below else table

    return Result(
        view=view,
        data=lambda: {key: [to_json(thing) for thing in things]},
        notices=notices,
    )


def green(sentence: str) -> Text:
    """A sentence that says all is well."""
    return Text(sentence, style="green")
