"""Where a document belongs and by which standard: numbers of two years, namesakes, days."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.make import document_file, standard_of
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.organization import GOST_2025_SINCE, Gost
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.storage.workspace import load_workspace

TODAY = date(2025, 12, 1)
ORDER = "documents/Приказ об утверждении наставнических пар"


def _data(root: Path) -> Dataset:
    return load_workspace(root).data()


def _registered(root: Path, lines: Sequence[dict[str, str]]) -> Dataset:
    written = [{"kind": "order.pairs", **line} for line in lines]
    (root / "data" / "documents.yaml").write_text(
        json.dumps({"documents": written}, ensure_ascii=False), encoding="utf-8"
    )
    return _data(root)


SEVEN = f"{ORDER} № 7.docx"


@pytest.mark.parametrize(
    ("known", "number", "day", "file"),
    [
        ([], None, None, f"{ORDER}.docx"),
        ([], "7", None, SEVEN),
        ([], "7", date(2026, 1, 1), SEVEN),
        ([], "21/1", None, f"{ORDER} № 21-1.docx"),
        ([], "", None, f"{ORDER}.docx"),
        # One number in one year is one order, in another year another one.
        ([("2025-12-31", SEVEN)], "7", date(2025, 1, 1), SEVEN),
        ([("2025-12-31", SEVEN)], "7", date(2025, 12, 31), SEVEN),
        ([("2025-12-31", SEVEN)], "7", date(2026, 1, 1), f"{ORDER} № 7 от 01.01.2026.docx"),
        ([("2025-01-01", SEVEN)], "7", date(2024, 12, 31), f"{ORDER} № 7 от 31.12.2024.docx"),
        ([("2024-05-05", SEVEN), ("2025-05-05", "x.docx")], "7", date(2025, 5, 5),
         f"{ORDER} № 7 от 05.05.2025.docx"),
        # A line without a day may be this very order, and so may a wish without a day.
        ([(None, SEVEN)], "7", date(2026, 1, 1), SEVEN),
        ([("2025-12-31", SEVEN)], "7", None, SEVEN),
        # Another file is no matter.
        ([("2025-12-31", f"{ORDER} № 8.docx")], "7", date(2026, 1, 1), SEVEN),
        ([("2025-12-31", f"{ORDER}.docx")], None, date(2026, 1, 1),
         f"{ORDER} от 01.01.2026.docx"),
    ],
)  # fmt: skip
def test_orders_of_one_number_in_two_years_are_told_apart(
    school: Path,
    known: list[tuple[str | None, str]],
    number: str | None,
    day: date | None,
    file: str,
) -> None:
    lines = [{"file": name, **({"date": on} if on else {})} for on, name in known]
    data = _registered(school, lines)
    request = Request(TODAY, number, day)
    assert document_file(BY_CODE["order.pairs"], data, request) == file


@pytest.mark.parametrize(
    ("namesake", "subject", "name"),
    [
        (None, "dyuma", "Дюма Артём Львович"),
        ("surname: Дюма, name: Артём, patronymic: Львович", "dyuma", "Дюма Артём Львович dyuma"),
        ("surname: Дюма, name: Артём, patronymic: Львович", "x", "Дюма Артём Львович x"),
        ("surname: ДЮМА, name: Артем, patronymic: Львович", "dyuma", "Дюма Артём Львович dyuma"),
        ("surname: Дюма, name: Артём", "dyuma", "Дюма Артём Львович"),
        ("surname: Дюма, name: Антон, patronymic: Львович", "dyuma", "Дюма Артём Львович"),
        (None, "нет такого", "нет такого"),
        (None, None, None),
    ],
)
def test_namesakes_are_told_apart_by_their_codes(
    school: Path, namesake: str | None, subject: str | None, name: str | None
) -> None:
    path = school / "data" / "people.yaml"
    if namesake:
        path.write_text(path.read_text("utf-8") + f"  - {{id: x, {namesake}}}\n", encoding="utf-8")
    kind = BY_CODE["form.consent-processing"]
    file = document_file(kind, _data(school), Request(TODAY, subject=subject))
    assert file == f"documents/{' – '.join(filter(None, [kind.file_name, name]))}.docx"


def test_an_act_of_destruction_is_named_by_the_code(school: Path) -> None:
    kind = BY_CODE["act.destruction"]
    file = document_file(kind, _data(school), Request(TODAY, subject="dyuma"))
    assert file == f"documents/{kind.file_name} – dyuma.docx"


@pytest.mark.parametrize(
    ("chosen", "day", "today", "standard"),
    [
        (None, None, -1, Gost.G2016),
        (None, None, 0, Gost.G2025),
        (None, None, 1, Gost.G2025),
        (None, -1, 1, Gost.G2016),
        (None, 0, -1, Gost.G2025),
        (Gost.G2016, 0, 0, Gost.G2016),
        (Gost.G2025, -1, -1, Gost.G2025),
    ],
)
def test_the_standard_is_that_of_the_day_unless_it_was_chosen(
    school: Path, chosen: Gost | None, day: int | None, today: int, standard: Gost
) -> None:
    if chosen is not None:
        path = school / "data" / "organization.yaml"
        path.write_text(f"{path.read_text('utf-8')}\ngost: {chosen.value}\n", encoding="utf-8")

    def on(days: int) -> date:
        return GOST_2025_SINCE + timedelta(days=days)

    request = Request(on(today), day=on(day) if day is not None else None)
    assert standard_of(_data(school), request) is standard
