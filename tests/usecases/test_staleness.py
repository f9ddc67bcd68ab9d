"""How registered documents stand: every state, and the states that come together."""

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.domain.model.files.register import RegisteredDocument, Source
from roadmap_cli.domain.papers.staleness import DocumentState, judge
from tests.conftest import Run

TODAY = "2025-12-01"
FILE = "documents/Приказ о поощрении участников.docx"


def _change_data(root: Path) -> None:
    path = root / "data" / "organization.yaml"
    path.write_text(path.read_text("utf-8").replace("«Искра»", "«Заря»"), encoding="utf-8")


def _edit(root: Path) -> None:
    (root / FILE).write_bytes((root / FILE).read_bytes() + b" ")


def _remove(root: Path) -> None:
    (root / FILE).unlink()


def _replace_by_folder(root: Path) -> None:
    (root / FILE).unlink()
    (root / FILE).mkdir()


def _forget(key: str) -> Any:
    def change(root: Path) -> None:
        path = root / "data" / "documents.yaml"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(x for x in lines if f" {key}: " not in x), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("changes", "state", "changed"),
    [
        ([], "current", []),
        ([_change_data], "stale", ["organization"]),
        ([_edit], "edited", []),
        ([_edit, _change_data], "edited", ["organization"]),
        ([_remove], "missing", []),
        ([_remove, _change_data], "missing", []),
        ([_replace_by_folder], "missing", []),
        ([_forget("made")], "untracked", []),
        ([_forget("file")], "untracked", []),
        ([_forget("made"), _remove], "untracked", []),
        ([_forget("made"), _change_data], "untracked", []),
    ],
)
def test_the_state_of_a_document(
    run: Run, school: Path, changes: list[Any], state: str, changed: list[str]
) -> None:
    (school / "data" / "documents.yaml").unlink()
    assert run("order", "rewards", today=TODAY).code == 0
    for change in changes:
        change(school)
    (told,) = run("docs", "--json", today=TODAY).data["documents"]
    assert told["state"] == state
    assert told["changed"] == changed
    assert DocumentState(state).title in " ".join(run("docs", columns=300, today=TODAY).out.split())


def test_a_registered_line_without_a_file_was_not_made_here(run: Run, school: Path) -> None:
    written = {"documents": [{"kind": "order.rewards", "number": "7"}]}
    (school / "data" / "documents.yaml").write_text(json.dumps(written), encoding="utf-8")
    (told,) = run("docs", "--json", today=TODAY).data["documents"]
    assert told["state"] == "untracked"


THEN = (("people", "1"), ("roadmap", "2"))


@pytest.mark.parametrize(
    ("mark", "now", "state", "changed"),
    [
        ("m", {"people": "1", "roadmap": "2"}, DocumentState.CURRENT, ()),
        ("m", {"people": "1", "roadmap": "2", "pairs": "3"}, DocumentState.CURRENT, ()),
        ("m", {"people": "1", "roadmap": "3"}, DocumentState.STALE, ("roadmap",)),
        ("m", {"people": "1"}, DocumentState.STALE, ("roadmap",)),
        ("m", {}, DocumentState.STALE, ("people", "roadmap")),
        ("m", None, DocumentState.CURRENT, ()),
        ("n", None, DocumentState.EDITED, ()),
        ("n", {"people": "0", "roadmap": "2"}, DocumentState.EDITED, ("people",)),
        (None, {}, DocumentState.MISSING, ()),
    ],
)
def test_fingerprints_are_compared_by_part(
    mark: str | None,
    now: dict[str, str] | None,
    state: DocumentState,
    changed: tuple[str, ...],
) -> None:
    sources = tuple(Source(part=part, fingerprint=own) for part, own in THEN)
    document = RegisteredDocument(kind="order.pairs", file="x.docx", made="m", sources=sources)
    judged = judge(document, mark, now)
    assert (judged.state, judged.changed) == (state, changed)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("name: Артём", "name: Артём", "current"),
        ("name: Артём", "name: Антон", "stale"),
        ("surname: Новик", "surname: Новикова", "current"),
    ],
)
def test_a_persons_paper_is_behind_when_that_person_changes(
    run: Run, school: Path, old: str, new: str, state: str
) -> None:
    (school / "data" / "documents.yaml").unlink()
    assert run("form", "consent-processing", "dyuma", today=TODAY).code == 0
    path = school / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    (told,) = run("docs", "--json", today=TODAY).data["documents"]
    assert told["subject"] == "dyuma"
    assert told["state"] == state
