"""Lists of records: which columns fit, which give way, how long values are cut."""

import io

import pytest
from rich.console import Console, RenderableType

from roadmap_cli.render.registries import card_view, list_view


def _shown(view: RenderableType, width: int) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None).print(view)
    return stream.getvalue()


def _columns(sizes: list[int], width: int, *, every: bool = False) -> list[str]:
    """The titles of the columns that are shown of records with values of these lengths."""
    names = [f"c{number}" for number in range(len(sizes))]
    row = {name: "x" * size for name, size in zip(names, sizes, strict=True)}
    out = _shown(list_view([row], names, {name: name for name in names}, width, every=every), width)
    return out.splitlines()[0].split()


@pytest.mark.parametrize(
    ("sizes", "width", "shown"),
    [
        ([10, 10], 22, ["c0"]),
        ([10, 10], 23, ["c0", "c1"]),
        ([10, 10], 24, ["c0", "c1"]),
        ([10, 10, 4], 22, ["c0", "c2"]),  # one that does not fit makes room for the next
        ([50], 20, ["c0"]),
        ([10, 0, 10], 23, ["c0", "c2"]),  # what nobody has filled takes no room
        ([28, 28], 58, ["c0", "c1"]),
        ([28, 28], 59, ["c0", "c1"]),
        ([16, 16], 34, ["c0"]),
        ([16, 16], 35, ["c0", "c1"]),
        ([30, 30], 34, ["c0"]),
        ([30, 30], 35, ["c0", "c1"]),
        ([2, 2, 2, 2, 2, 2], 26, ["c0", "c1", "c2", "c3", "c4"]),
        ([2, 2, 2, 2, 2, 2], 27, ["c0", "c1", "c2", "c3", "c4", "c5"]),
    ],
)
def test_as_many_columns_as_fit(sizes: list[int], width: int, shown: list[str]) -> None:
    assert _columns(sizes, width) == shown


def test_what_was_asked_for_is_shown_whole() -> None:
    assert _columns([10, 0, 10], 12, every=True)[0].startswith("c")
    row = {"a": "один два три четыре пять", "b": ""}
    out = _shown(list_view([row], ["a", "b"], {"a": "А", "b": "Б"}, 20, every=True), 20)
    assert "Б" in out
    assert "…" not in out
    assert " ".join(out.replace("А", "").split()).count("пять") == 1


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 запись"), (2, "2 записи"), (5, "5 записей"), (11, "11 записей")]
)
def test_records_are_counted(count: int, said: str) -> None:
    out = _shown(list_view([{"a": "x"}] * count, ["a"], {"a": "А"}, 40, every=False), 40)
    assert f"Всего: {said}\n" in out


def test_no_records_are_said() -> None:
    assert _shown(list_view([], ["a"], {"a": "А"}, 40, every=False), 40) == "Записей нет.\n"


@pytest.mark.parametrize(("length", "cut"), [(9, False), (39, False), (40, False), (41, True)])
def test_a_value_is_cut_after_two_lines(length: int, cut: bool) -> None:
    row = {"a": "x" * length}
    assert ("…" in _shown(list_view([row], ["a"], {"a": "А"}, 20, every=False), 20)) is cut


def test_a_card_has_the_filled_keys_only() -> None:
    out = _shown(card_view([("Имя", "Анна"), ("Почта", "")], []), 40)
    assert out.split() == ["Имя", "Анна"]
    assert "Ссылаются" in _shown(card_view([], ["data/x.yaml:1:2"]), 40)
