"""Which line of the register is the same document: by file, else by number and year."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.changes import AppendItem, RemoveItem, SetKey
from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument, Source
from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.papers.register import (
    Entry,
    known_line,
    line_without_file,
    register_changes,
)
from roadmap_cli.domain.papers.staleness import DocumentState, judge
from roadmap_cli.domain.plan.completing import complete_proven, proven_tasks
from tests.records import dataset, roadmap, task

KIND = "order.pairs"
OCTOBER, JANUARY = date(2025, 10, 1), date(2026, 1, 1)
DECEMBER = date(2025, 12, 31)
Lines = tuple[dict[str, Any], ...]
Find = Callable[[Register, Entry], RegisteredDocument | None]


def _register(*lines: dict[str, Any]) -> Register:
    return Register(
        documents=tuple(
            placed(RegisteredDocument(**{"kind": KIND, **each}), ("documents", number))
            for number, each in enumerate(lines)
        )
    )


def _entry(**told: Any) -> Entry:
    return Entry(**{"kind": KIND, "title": "Приказ", **told})


def _line(register: Register, entry: Entry) -> int | None:
    """The line that the entry changes; None when it adds one."""
    changes = register_changes(register, entry)
    (spot,) = {change.at[1] if change.at[1:] else None for change in changes}
    assert spot is None or isinstance(spot, int)
    assert isinstance(changes[0], AppendItem) is (spot is None)
    return spot


@pytest.mark.parametrize(
    ("lines", "told", "line"),
    [
        # The same file is the same document, whatever else is told.
        (({"file": "а"}, {"file": "б"}), {"file": "б"}, 1),
        (({"file": "а", "number": "1"},), {"file": "а", "number": "2"}, 0),
        (({"file": "а", "kind": "act.model"},), {"file": "а"}, 0),
        (({"file": "а"},), {"file": "б"}, None),
        # A made document takes the newest line about it that has no file yet.
        (({}, {}), {"file": "а"}, 1),
        (({"number": "1"},), {"file": "а"}, 0),
        (({"number": "1"},), {"file": "а", "number": "1"}, 0),
        (({"number": "1"},), {"file": "а", "number": "2"}, None),
        (({},), {"file": "а", "number": "2"}, 0),
        (({"subject": "li"},), {"file": "а"}, None),
        (({"subject": "li"},), {"file": "а", "subject": "li"}, 0),
        (({"subject": "li"},), {"file": "а", "subject": "no"}, None),
        (({"date": OCTOBER},), {"file": "а", "day": DECEMBER}, 0),
        (({"date": OCTOBER},), {"file": "а", "day": JANUARY}, None),
        (({"date": OCTOBER},), {"file": "а"}, 0),
        (({},), {"file": "а", "day": JANUARY}, 0),
        (({"kind": "act.model"},), {"file": "а"}, None),
        # Without a file the number tells, anew each year.
        (({"number": "1"}, {"number": "2"}), {"number": "2"}, 1),
        (({"number": "1"}, {"number": "1"}), {"number": "1"}, 0),
        (({"number": "1", "date": OCTOBER},), {"number": "1", "day": DECEMBER}, 0),
        (({"number": "1", "date": OCTOBER},), {"number": "1", "day": JANUARY}, None),
        (({"number": "1"},), {"number": "1", "day": JANUARY}, 0),
        (({"number": "1", "date": OCTOBER},), {"number": "1"}, 0),
        (({"number": "1"},), {"number": "2"}, None),
        (({"number": "1", "kind": "act.model"},), {"number": "1"}, None),
        # Else the newest without a number.
        (({"file": "а"}, {"file": "б"}, {"number": "1"}), {"number": "2"}, 1),
        (({"number": "1"}, {"file": "а"}), {"number": "1"}, 0),
        ((), {"number": "1"}, None),
    ],
)
def test_which_line_is_the_same_document(
    lines: Lines, told: dict[str, Any], line: int | None
) -> None:
    assert _line(_register(*lines), _entry(**told)) == line


def test_a_new_line_holds_what_is_told() -> None:
    (change,) = register_changes(_register(), _entry(number="1", day=OCTOBER, sources={"a": "b"}))
    assert isinstance(change, AppendItem)
    assert (change.file, change.at) == ("data/documents.yaml", ("documents",))
    assert change.value == {
        "kind": KIND, "number": "1", "date": "2025-10-01", "title": "Приказ",
        "sources": [{"part": "a", "fingerprint": "b"}],
    }  # fmt: skip


def test_a_known_line_keeps_what_is_not_told() -> None:
    register = _register({"file": "а", "number": "1", "title": "Приказ", "made": "x",
                          "sources": (Source(part="a", fingerprint="1"),
                                      Source(part="b", fingerprint="2"))})  # fmt: skip
    changes = register_changes(register, _entry(file="а", made="y", sources={"a": "1", "c": "3"}))
    assert [(type(each), each.at[2:], getattr(each, "value", None)) for each in changes] == [
        (SetKey, ("made",), "y"),
        (RemoveItem, ("sources", 1), None),
        (AppendItem, ("sources",), {"part": "c", "fingerprint": "3"}),
    ]
    assert register_changes(register, _entry(file="а")) == ()


@pytest.mark.parametrize(
    ("find", "lines", "told", "line"),
    [
        (line_without_file, ({}, {}, {"file": "а"}), {"file": "а"}, 1),
        (line_without_file, ({"file": "а"},), {"file": "а"}, None),
        (known_line, ({}, {}, {"file": "а"}), {"file": "а"}, 2),
        (known_line, ({"file": "а", "kind": "act.model"},), {"file": "а"}, 0),
        (known_line, ({"file": "б"}, {"number": "1"}), {"file": "а"}, 1),
        (known_line, ({"file": "б"},), {"file": "а"}, None),
    ],
)
def test_whose_number_and_date_a_document_takes(
    find: Find, lines: Lines, told: dict[str, Any], line: int | None
) -> None:
    register = _register(*lines)
    found = find(register, _entry(**told))
    assert found is (None if line is None else register.documents[line])


PROOF = Evidence(document=KIND)


def test_a_document_completes_the_open_tasks_that_it_proves() -> None:
    statuses = list(TaskStatus)
    tasks = [task(n, status=each, evidence=(Evidence(paper="п"), PROOF))
             for n, each in enumerate(statuses, 1)]  # fmt: skip
    plan = roadmap(*tasks, task(8, evidence=(Evidence(document="act.model"),)), task(9))
    assert [each.id for each in proven_tasks(plan, KIND)] == ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]
    edits = complete_proven(dataset(plan), KIND, OCTOBER)
    assert [each.item_id for each in edits] == ["1.1.1", "1.1.2"]
    for edit in edits:
        told = {change.at[-1]: getattr(change, "value", None) for change in edit.changes}
        assert told == {"status": "done", "done_on": "2025-10-01"}


SOURCES = (Source(part="a", fingerprint="1"), Source(part="b", fingerprint="2"))
SAME = {"a": "1", "b": "2", "c": "9"}


@pytest.mark.parametrize(
    ("keys", "mark", "now", "state", "changed"),
    [
        ({"file": None}, "x", SAME, DocumentState.UNTRACKED, ()),
        ({"made": None}, "x", SAME, DocumentState.UNTRACKED, ()),
        ({}, None, SAME, DocumentState.MISSING, ()),
        ({}, "x", SAME, DocumentState.CURRENT, ()),
        ({}, "x", {"a": "1", "b": "3"}, DocumentState.STALE, ("b",)),
        ({}, "x", {"a": "1"}, DocumentState.STALE, ("b",)),
        ({}, "x", {}, DocumentState.STALE, ("a", "b")),
        ({}, "x", None, DocumentState.CURRENT, ()),
        ({}, "y", SAME, DocumentState.EDITED, ()),
        ({}, "y", {"a": "0", "b": "2"}, DocumentState.EDITED, ("a",)),
        ({}, "y", None, DocumentState.EDITED, ()),
        ({"sources": ()}, "x", SAME, DocumentState.CURRENT, ()),
    ],
)
def test_how_a_document_stands(
    keys: dict[str, Any],
    mark: str | None,
    now: dict[str, str] | None,
    state: DocumentState,
    changed: tuple[str, ...],
) -> None:
    values = {"kind": KIND, "file": "а", "made": "x", "sources": SOURCES, **keys}
    judged = judge(RegisteredDocument(**values), mark, now)
    assert (judged.state, judged.changed) == (state, changed)
