"""The net under every edit: what is written must be the old data with the change made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import bare_data
from roadmap_cli.storage.yaml.splices import Editor, Splice
from roadmap_cli.storage.yaml.splicing import apply_changes
from tests.conftest import Run
from tests.outcome import roadmap_file

FILE = "data/roadmap.yaml"
Wrong = Callable[[list[Splice]], list[Splice]]


def _plain(text: str) -> Plain:
    return bare_data(compose(text, FILE).root)


WRONG: dict[str, Wrong] = {
    "none": lambda _right: [],
    "twice": lambda right: [*right, *right],
    "another value": lambda right: [right[0]._replace(text=right[0].text.replace("done", "dono"))],
    "another key": lambda right: [right[0]._replace(text=right[0].text.replace("on:", "off:"))],
    "a line further": lambda right: [right[0]._replace(text=right[0].text + "\n        more: x")],
    "at the very beginning": lambda right: [right[0]._replace(start=0, end=0)],
    "at the end of the file": lambda right: [right[0]._replace(start=10**9, end=10**9)],
    "over the rest of the file": lambda right: [right[0]._replace(end=10**9)],
    "unreadable": lambda right: [right[0]._replace(text="\n  ] : [")],
    "only a comment": lambda right: [right[0]._replace(text="  # done")],
}


@pytest.mark.parametrize("wrong", list(WRONG))
def test_a_wrong_splice_is_caught_before_it_is_written(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """The one place where our own code is replaced: the editor's splices are made wrong."""
    right = Editor.splices

    def spoilt(editor: Editor, change: Change) -> list[Splice]:
        return WRONG[wrong](right(editor, change))

    monkeypatch.setattr(Editor, "splices", spoilt)
    path = roadmap_file(workspace)
    before = path.read_bytes()
    outcome = run("done", "1.1.1", "--on", "2023-10-01")
    assert outcome.code == 1
    assert "правка изменила бы в файле лишнее, запись отменена" in outcome.err
    assert path.read_bytes() == before
    monkeypatch.setattr(Editor, "splices", right)
    assert run("done", "1.1.1", "--on", "2023-10-01").code == 0
    assert path.read_bytes() != before


LIST = "a:\n  - x\n  - y\nb: t\n"


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        # An addition before or after a new list: the order tells which of them stands.
        ([AppendItem(FILE, ("a",), "z"), SetKey(FILE, ("a",), ["n"])], {"a": ["n"], "b": "t"}),
        ([SetKey(FILE, ("a",), ["n"]), AppendItem(FILE, ("a",), "z")], {"a": ["n", "z"], "b": "t"}),
        ([AppendItem(FILE, ("a",), "z"), RemoveKey(FILE, ("a",))], {"b": "t"}),
        ([RemoveKey(FILE, ("a",)), AppendItem(FILE, ("a",), "z")], {"b": "t", "a": ["z"]}),
        # An addition beside something taken out: positions are counted when it is their turn.
        ([AppendItem(FILE, ("a",), "z"), RemoveItem(FILE, ("a", 2))], {"a": ["x", "y"], "b": "t"}),
        ([AppendItem(FILE, ("a",), "z"), RemoveItem(FILE, ("a", 0))], {"a": ["y", "z"], "b": "t"}),
        ([RemoveItem(FILE, ("a", 0)), AppendItem(FILE, ("a",), "z")], {"a": ["y", "z"], "b": "t"}),
        ([RemoveItem(FILE, ("a", 1)), RemoveItem(FILE, ("a", 0))], {"a": [], "b": "t"}),
        ([RemoveItem(FILE, ("a", 0)), RemoveItem(FILE, ("a", 0))], {"a": [], "b": "t"}),
        # Additions keep their order among themselves.
        (
            [
                AppendItem(FILE, ("a",), "1"),
                SetKey(FILE, ("b",), "u"),
                AppendItem(FILE, ("a",), "2"),
                AppendItem(FILE, ("a",), "3"),
            ],
            {"a": ["x", "y", "1", "2", "3"], "b": "u"},
        ),
        ([], {"a": ["x", "y"], "b": "t"}),
    ],
)
def test_additions_move_to_the_end_only_where_that_means_the_same(
    changes: list[Change], after: Plain
) -> None:
    assert _plain(apply_changes(LIST, changes, "\n")) == after


THREE = "p: [{i: a, j: x}, {i: b, j: y}, {i: c, j: z}]\n"
BLOCKS = "p:\n  - {i: a, j: x}\n  - i: b\n    j: y\n  - i: c\n    j: z\n"


@pytest.mark.parametrize("text", [THREE, BLOCKS], ids=["braces", "lines"])
@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ([RemoveItem(FILE, ("p", 0)), SetKey(FILE, ("p", 1, "i"), "n")], "bn"),
        ([RemoveItem(FILE, ("p", 0)), SetKey(FILE, ("p", 0, "i"), "n")], "nc"),
        ([SetKey(FILE, ("p", 1, "i"), "n"), RemoveItem(FILE, ("p", 0))], "nc"),
        ([RemoveItem(FILE, ("p", 0)), RemoveItem(FILE, ("p", 1))], "b"),
        ([RemoveItem(FILE, ("p", 2)), RemoveItem(FILE, ("p", 0))], "b"),
        ([SetKey(FILE, ("p", 0, "i"), "n"), SetKey(FILE, ("p", 1, "i"), "m")], "nmc"),
        ([SetKey(FILE, ("p", 0, "i"), "n"), SetKey(FILE, ("p", 0, "i"), "m")], "mbc"),
        ([RemoveKey(FILE, ("p", 0, "i")), RemoveKey(FILE, ("p", 0, "j"))], "-bc"),
        ([RemoveKey(FILE, ("p", 1, "j")), RemoveKey(FILE, ("p", 1, "i"))], "a-c"),
        ([RemoveKey(FILE, ("p", 0, "i")), SetKey(FILE, ("p", 0, "i"), "n")], "nbc"),
        ([SetKey(FILE, ("p", 0, "k"), "v"), RemoveKey(FILE, ("p", 0, "j"))], "abc"),
        ([RemoveKey(FILE, ("p", 0, "j")), SetKey(FILE, ("p", 0, "k"), "v")], "abc"),
    ],
)
def test_changes_side_by_side_do_not_disturb_each_other(
    text: str, changes: list[Change], after: str
) -> None:
    data: Any = _plain(apply_changes(text, changes, "\n"))
    assert "".join(record.get("i", "-") for record in data["p"]) == after


PEOPLE = "people:\n  - id: a\n"


def test_what_was_added_can_be_changed_next() -> None:
    added = AppendItem(FILE, ("people",), {"id": "b"})
    changed = SetKey(FILE, ("people", 1, "id"), "c")
    after = apply_changes(PEOPLE, [added, changed], "\n")
    assert _plain(after) == {"people": [{"id": "a"}, {"id": "c"}]}


def test_a_new_record_forgets_what_was_added_to_the_old_one() -> None:
    added = AppendItem(FILE, ("r", "list"), "y")
    replaced = SetKey(FILE, ("r",), {"list": ["z"]})
    after = apply_changes("r:\n  list:\n    - x\n", [added, replaced], "\n")
    assert _plain(after) == {"r": {"list": ["z"]}}


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: x\n", "1\n2", "a: |-\n  1\n  2\n"),
        ("a: x\n", "1\n\n2", "a: |-\n  1\n\n  2\n"),
        ("a: x\n", "1\n  2", "a: |-\n  1\n    2\n"),
        # What a block cannot say goes on one line, in quotes.
        ("a: x\n", "1\n2\n", 'a: "1\\n2\\n"\n'),
        ("a: x\n", " 1\n2", 'a: " 1\\n2"\n'),
        ("a: x\n", "\n2", 'a: "\\n2"\n'),
        ("a: x\n", "1\n \n2", 'a: "1\\n \\n2"\n'),
        ("a: x\n", "1\n\x07", 'a: "1\\n\\x07"\n'),
        ("a: x\n", "1\n\x7f", 'a: "1\\n\\x7f"\n'),
        ("a: x\n", "1\r\n2", 'a: "1\\r\\n2"\n'),
        # A comment would become a part of the block: beside the value, and deeper below it.
        ("a: x  # к\n", "1\n2", 'a: "1\\n2"  # к\n'),
        ("a: x\n    # к\n", "1\n2", 'a: "1\\n2"\n    # к\n'),
        ("a: x\n# к\n", "1\n2", "a: |-\n  1\n  2\n# к\n"),
        # In braces there are no blocks.
        ("{a: x}\n", "1\n2", '{a: "1\\n2"}\n'),
        # A block gives way to a block, to a line, and its own kind of end is forgotten.
        ("a: |\n  x\n  y\nb: t\n", "1\n2", "a: |-\n  1\n  2\nb: t\n"),
        ("a: |+\n  x\n\nb: t\n", "1", "a: 1\n\nb: t\n"),
        ("a: >-\n  x\n  y\nb: t\n", "1", "a: 1\nb: t\n"),
        ("a: |-\n  x\n  y", "1", "a: 1"),
    ],
)
def test_a_value_of_several_lines(before: str, value: str, after: str) -> None:
    made = apply_changes(before, [SetKey(FILE, ("a",), value)], "\n")
    assert made == after
    data = _plain(made)
    assert isinstance(data, dict)
    assert data["a"] == value


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_takes_the_line_ends_of_its_file(newline: str) -> None:
    made = apply_changes(f"a: x{newline}b: t{newline}", [SetKey(FILE, ("a",), "1\n2")], newline)
    assert made == newline.join(["a: |-", "  1", "  2", "b: t", ""])


@pytest.mark.parametrize("text", ["a: [\n", "a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: *x\n"])
def test_a_file_with_faults_is_not_edited(text: str) -> None:
    with pytest.raises(WriteRefusedError, match="есть ошибки записи"):
        apply_changes(text, [SetKey(FILE, ("a",), "3")], "\n")


@pytest.mark.parametrize(
    "change",
    [
        SetKey(FILE, ("a", 2, "k"), "v"),
        SetKey(FILE, ("b", "k"), "v"),
        SetKey(FILE, ("c", "k"), "v"),
        RemoveKey(FILE, ("c", "k")),
        AppendItem(FILE, ("b", "k"), "v"),
    ],
)
def test_a_change_of_what_is_not_there_is_refused(change: Change) -> None:
    with pytest.raises(WriteRefusedError, match="в файле уже нет"):
        apply_changes(LIST, [change], "\n")


LAST_BLOCK = "people:\n  - id: a\n    note: {}\n      x"


@pytest.mark.parametrize("style", ["|", "|+", "|-", ">", ">-"])
@pytest.mark.parametrize(
    ("change", "added"),
    [
        (AppendItem(FILE, ("people",), {"id": "b"}), "  - id: b"),
        (SetKey(FILE, ("people", 0, "z"), "q"), "    z: q"),
    ],
)
def test_a_text_that_ends_with_the_file_is_written_behind(
    style: str, change: Change, added: str
) -> None:
    """Without a last line end; there is no other way out of it than to add one."""
    before = LAST_BLOCK.format(style)
    assert apply_changes(before, [change], "\n").rstrip("\n") == f"{before}\n{added}"


@pytest.mark.parametrize("text", ["a ?", "е́ ?", "? a", "a?b", "?"])
def test_a_question_mark_in_brackets_is_read_by_every_reader(text: str) -> None:
    import yaml

    change = AppendItem(FILE, ("people",), {"paper": text})
    made = apply_changes("people: [{id: a}]\n", [change], "\n")
    assert yaml.load(made, Loader=yaml.SafeLoader)["people"][1] == {"paper": text}


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("- {a: [ ],  # к ключу\n   b: x\n  }\n", RemoveKey(FILE, ("l", 0, "b"))),
        ("- {a: 1,\n   b: x,  # к ключу\n   # между\n   c: 2}\n", RemoveKey(FILE, ("l", 0, "b"))),
        ("[x,  # к ключу\n  y\n  ]\n", RemoveItem(FILE, ("l", 1))),
        ("[x,  # к ключу\n  y, z]\n", RemoveItem(FILE, ("l", 1))),
        ("[x,  # к ключу\n  y, z]\n", RemoveItem(FILE, ("l", 0))),
    ],
)
def test_a_comment_in_brackets_stays(before: str, change: Change) -> None:
    text = f"l:\n  {before}"
    made = apply_changes(text, [change], "\n")
    assert "# к ключу" in made
    assert ("# между" in made) is ("# между" in text)
