"""Editing a file changes the named value and not one other byte."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import bare_data
from roadmap_cli.storage.yaml.splicing import apply_changes

FILE = "data/roadmap.yaml"
ORDER = ("id", "text", "deadline", "responsible", "status", "done_on", "note", "evidence")


def changed(text: str, *changes: Change, newline: str = "\n") -> str:
    return apply_changes(text, changes, newline)


def put(key: str, value: Plain, record: int = 0) -> SetKey:
    return SetKey(FILE, ("tasks", record, key), value, ORDER)


# --- a thousand random edits of random files -------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A line of a generated file and the entry (record, key) that owns it, if any."""

    text: str
    owner: tuple[int, str] | None = None


VALUES = {
    "text": ["Провести опрос", "'Тема: знакомство'", '"с «кавычками» и \\"лапками\\""',
             "Опрос  # не забыть", "|-\n{pad}первая строка\n\n{pad}третья строка",
             ">\n{pad}сложенный\n{pad}текст\n", "простой текст\n{pad}на двух строках"],
    "deadline": ["Октябрь 2023", "'до 15.10.2023'", "", "  # пусто", "~", "null"],
    "responsible": ["Гринкевич Т.Ю", '"Иванова А.А."   # куратор'],
    "status": ["planned", "'done'"],
    "done_on": ["2023-10-14", "14.10.2023"],
    "note": ["|+\n{pad}хранит пустые строки\n\n",
             "|\n{pad}Первая.\n{pad}  Вторая, с отступом.\n", "коротко", "''"],
    "evidence": ["[]", "[{file: a.docx}, {link: 'https://x.example/?a=b'}]",
                 "\n{pad}- file: documents/приказ № 1.docx\n{pad}- {paper: приказ}",
                 "\n{pad}- paper: приказ № 26/1  # в папке\n\n{pad}  # конец списка"],
    "свой_ключ": ["{a: 1, b: [x, y]}", "значение"],
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> tuple[list[Line], int]:
    """Lines of a file with a list of tasks, in one of many hands; and the number of tasks."""
    dash = draw(st.sampled_from(["", "  ", "    "]))
    gap = draw(st.sampled_from([" ", "   "]))
    pad = dash + " " + gap
    lines = [Line(text) for text in draw(st.sampled_from([[], ["# шапка", ""], ["---"]]))]
    lines.append(Line("tasks:"))
    count = draw(st.integers(1, 3))
    for record in range(count):
        names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=5))
        if draw(st.booleans()):
            inside = ", ".join(f"{name}: 'v'" for name in names if name != "evidence")
            lines.append(Line(f"{dash}-{gap}{{id: 1.1.{record}{', ' if inside else ''}{inside}}}"))
            continue
        entries = [("id", f"1.1.{record}")]
        entries += [(name, draw(st.sampled_from(VALUES[name]))) for name in names]
        for position, (name, value) in enumerate(entries):
            lead = pad if position else f"{dash}-{gap}"
            separator = "" if value.startswith("\n") or not value else " "
            written = value.replace("{pad}", pad + "  ")
            pieces = f"{lead}{name}:{separator}{written}".split("\n")
            lines += [Line(piece, (record, name)) for piece in pieces]
            if draw(st.integers(0, 4)) == 0:
                lines += [Line(draw(st.sampled_from([f"{pad}# примечание человека", ""])))]
    lines += [Line(text) for text in draw(st.sampled_from([[], [""], ["", "# конец"]]))]
    return lines, count


TEXTS = st.one_of(
    st.sampled_from([
        "done", "2023-11-15", "1.10", "yes", "null", "~", "", " ", "- x", "#1", "a: b", "a #b",
        "{x}", "[", "*a", "&a", "!t", "%d", "@x", "`x`", "'", '"', "x'y\"z", "a\nb", "a\n\n b\n",
        "\nx", "\t", "x\ty", "приказ № 26/1 от 15.10.2023", "«Ёлки»", "ends:", ": x", "? x",
        "---", "...", "\ufeffx", "a\u2028b", "x\x85y", "😀", "---\na", "\u202ertl",
    ]),
    st.text(max_size=30),
)  # fmt: skip


def _expected(plain: Plain, change: Change) -> Plain:
    assert isinstance(plain, dict)
    tasks = plain["tasks"]
    assert isinstance(tasks, list)
    if len(change.at) == 2:
        del tasks[int(change.at[1])]
        return plain
    record = tasks[int(change.at[1])]
    assert isinstance(record, dict)
    key = str(change.at[2])
    if isinstance(change, SetKey):
        record[key] = change.value
    elif isinstance(change, RemoveKey):
        record.pop(key, None)
    else:
        assert isinstance(change, AppendItem)
        old = record.get(key)
        record[key] = [*(old if isinstance(old, list) else []), change.value]
    return plain


def _kept_lines(lines: list[Line], changes: list[Change]) -> list[str]:
    """The lines that the changes have no business with."""
    owners = {(int(change.at[1]), str(change.at[2])) for change in changes}
    in_braces = tuple(f"{{id: 1.1.{record}" for record, _ in owners)
    kept = [
        line.text
        for line in lines
        if line.owner not in owners and not any(each in line.text for each in in_braces)
    ]
    # «|+» owns all the empty lines below it, those that the generator put there too, and
    # those that come below it when the entry between them goes.
    keeps_empty = any(line.text.endswith("|+") for line in lines)
    return [text for text in kept if text or not keeps_empty]


def _is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


def _present(lines: list[Line], record: int) -> list[str]:
    own = [line.owner[1] for line in lines if line.owner and line.owner[0] == record]
    return [key for key in own if key in ORDER[1:]]


@st.composite
def edits(draw: st.DrawFn, lines: list[Line], count: int) -> Change:
    """A change of a key that is there, or of one that is not."""
    record = draw(st.integers(0, count - 1))
    keys = _present(lines, record)
    again = bool(keys) and bool(draw(st.booleans()))
    at = ("tasks", record, draw(st.sampled_from(keys if again else ORDER[1:])))
    change: Change = draw(
        st.one_of(
            TEXTS.map(lambda value: SetKey(FILE, at, value, ORDER)),
            st.just(RemoveKey(FILE, at)),
            TEXTS.map(lambda value: AppendItem(FILE, (*at[:2], "evidence"), {"paper": value})),
        )
    )
    return change


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_thousand_random_edits(data: st.DataObject) -> None:
    lines, count = data.draw(files())
    newline = data.draw(st.sampled_from(["\n", "\r\n"]))
    bom = data.draw(st.booleans())
    raw = (("\ufeff" if bom else "") + newline.join(line.text for line in lines)).encode()
    text_file, problems = decode_text(raw, FILE)
    assert text_file is not None
    assert not problems
    composed = compose(text_file.text, FILE)
    assert composed.problems == []
    changes = data.draw(st.lists(edits(lines, count), min_size=1, max_size=4))
    keyed = list(changes)
    if data.draw(st.integers(0, 3)) == 0:
        changes.append(RemoveItem(FILE, ("tasks", data.draw(st.integers(0, count - 1)))))

    expected = bare_data(composed.root)
    for change in changes:
        expected = _expected(expected, change)
    text = apply_changes(text_file.text, changes, text_file.newline)
    after = text_file.encode(text)

    # 1. Read again, the data are the old ones with the changes made and nothing else.
    assert bare_data(compose(text, FILE).root) == expected
    # 2. Every line that no changed entry owns is still there, in order, byte for byte.
    if changes == keyed:
        whole = after.decode().removeprefix("\ufeff").split(newline)
        assert _is_subsequence(_kept_lines(lines, keyed), whole)
    # 3. The file keeps its BOM and its line ends.
    assert after.startswith("\ufeff".encode()) == bom
    if newline == "\n":
        assert b"\r" not in after
    else:
        assert after.count(b"\n") == after.count(b"\r\n")


# --- single cases, whole -----------------------------------------------------------------------

PLAIN = """\
tasks:
  - id: 1.1.1   # первый
    text: 'Провести: опрос'

    # не трогать
    статья: "x"
  - {id: 1.1.2, text: b}
"""


def test_a_new_key_finds_its_place() -> None:
    assert changed(PLAIN, put("status", "done"), put("done_on", "2023-11-15")) == PLAIN.replace(
        "'Провести: опрос'\n",
        "'Провести: опрос'\n    status: done\n    done_on: 2023-11-15\n",
    )


def test_a_new_key_in_braces() -> None:
    after = changed(PLAIN, put("deadline", "a, b: c", 1), put("status", "done", 1))
    assert after == PLAIN.replace("text: b}", 'text: b, deadline: "a, b: c", status: done}')


def test_a_value_keeps_its_quotes_and_its_comment() -> None:
    assert changed(PLAIN, put("text", "Д'Артаньян")) == PLAIN.replace(
        "'Провести: опрос'", "'Д''Артаньян'"
    )
    assert changed(PLAIN, put("id", "1.1.9")) == PLAIN.replace("1.1.1 ", "1.1.9 ")


def test_removing_the_key_beside_the_dash() -> None:
    after = changed(
        "- id: 1\n".join(["tasks:\n", "  text: a\n"]), RemoveKey(FILE, ("tasks", 0, "id"))
    )
    assert after == "tasks:\n- text: a\n"


def test_removing_the_last_line_without_a_line_end() -> None:
    after = changed("tasks:\n- id: 1\n  note: x", RemoveKey(FILE, ("tasks", 0, "note")))
    assert after == "tasks:\n- id: 1"


def test_an_empty_value_is_filled_beside_its_comment() -> None:
    before = "tasks:\n- id: 1\n  deadline:  # пусто\n"
    after = changed(before, put("deadline", "май"))
    assert after == "tasks:\n- id: 1\n  deadline: май  # пусто\n"


def test_a_note_of_two_lines_becomes_a_block() -> None:
    after = changed("tasks:\r\n- id: 1\r\n", put("note", "раз\nдва"), newline="\r\n")
    assert after == "tasks:\r\n- id: 1\r\n  note: |-\r\n    раз\r\n    два\r\n"


def test_a_list_grows_as_it_was_written() -> None:
    proof = AppendItem(FILE, ("tasks", 0, "evidence"), {"file": "a.docx"}, ORDER)
    block = "tasks:\n- id: 1\n  evidence:\n    - link: x  # старое\n"
    assert changed(block, proof) == block + "    - file: a.docx\n"
    flow = "tasks:\n- id: 1\n  evidence: [{link: x}]  # старое\n"
    assert changed(flow, proof) == flow.replace("x}", "x}, {file: a.docx}")
    empty = "tasks:\n- id: 1\n  evidence: []\n"
    assert changed(empty, proof) == "tasks:\n- id: 1\n  evidence:\n    - file: a.docx\n"


def test_two_changes_of_one_spot_follow_each_other() -> None:
    at = ("tasks", 0, "evidence")
    first: Plain = {"file": "a"}
    second: Plain = {"file": "b"}
    after = changed(
        "tasks:\n- id: 1\n", AppendItem(FILE, at, first, ORDER), AppendItem(FILE, at, second, ORDER)
    )
    assert after == "tasks:\n- id: 1\n  evidence:\n    - file: a\n    - file: b\n"


def test_a_record_that_is_gone_is_refused() -> None:
    with pytest.raises(WriteRefusedError):
        changed(PLAIN, put("status", "done", 7))


def test_two_keys_of_a_record_in_braces_go_together() -> None:
    before = "tasks:\n- {id: 1, status: done, done_on: 2023-10-14}\n"
    after = changed(
        before, RemoveKey(FILE, ("tasks", 0, "status")), RemoveKey(FILE, ("tasks", 0, "done_on"))
    )
    assert after == "tasks:\n- {id: 1}\n"


def test_a_key_comes_where_another_goes_with_its_comment() -> None:
    before = "tasks:\n- id: 1\n  done_on: 2023-10-14\n      # по журналу\n"
    after = changed(before, RemoveKey(FILE, ("tasks", 0, "done_on")), put("note", "Отменено"))
    assert after == "tasks:\n- id: 1\n  note: Отменено\n"


def test_many_additions_to_one_list_are_made_at_once() -> None:
    at = ("tasks",)
    added = [AppendItem(FILE, at, {"id": str(number)}) for number in range(3000)]
    after = changed("tasks:\n- id: x\n# конец\n", *added)
    assert after.count("\n- id: ") == 3001
    assert after.endswith("- id: 2999\n# конец\n")


def test_a_file_of_comments_gets_its_first_record() -> None:
    added = AppendItem(FILE, ("people",), {"id": "a"}, ())
    assert changed("# все люди", added) == "# все люди\npeople:\n  - id: a\n"
    assert changed("", added) == "people:\n  - id: a\n"


def test_an_item_below_its_dash_goes_with_it() -> None:
    before = "people:\n  -\n    id: a\n  - # второй\n    id: b\n  - id: c\n"
    assert changed(before, RemoveItem(FILE, ("people", 1))) == before.replace(
        "  - # второй\n    id: b\n", ""
    )
    assert changed(before, RemoveItem(FILE, ("people", 0))) == before.replace(
        "  -\n    id: a\n", ""
    )


def test_comments_stay_where_they_belong() -> None:
    added = AppendItem(FILE, ("people",), {"id": "b"}, ())
    assert changed("people: []   # пока никого\n", added) == (
        "people:   # пока никого\n  - id: b\n"
    )
    below = "people:\n  - id: a\n    # тел. 123\n# конец\n"
    assert changed(below, added) == below.replace("123\n", "123\n  - id: b\n")
    flow = "people: [\n {id: a}, # про a\n # перед b\n {id: b}]\n"
    assert changed(flow, RemoveItem(FILE, ("people", 0))) == (
        "people: [\n  # про a\n # перед b\n {id: b}]\n"
    )
