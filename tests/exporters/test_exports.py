"""What `export` writes, `import` takes back without loss; formulas stay inert."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.conftest import Run
from tests.school_files import HOSTILE

TODAY = "2025-12-01"


def _cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(path)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def test_export_and_import_are_inverse(run: Run, school: Path) -> None:
    people = school / "data" / "people.yaml"
    extra = "".join(
        f"  - {{id: x{n}, surname: Х, note: {json.dumps(cell, ensure_ascii=False)}}}\n"
        for n, cell in enumerate(HOSTILE[:-1])
        if cell.strip() == cell and cell.strip("\u200b\u202e")
    )
    cases = "  - {id: y, surname: У, name_cases: {dative: Уу, genitive: Ууу}}\n"
    people.write_text(people.read_text("utf-8") + extra + cases, encoding="utf-8")
    assert run("export", "все.xlsx", today=TODAY).code == 0
    before = {
        name: _records(run, name) for name in ("person", "mentor", "mentee", "consent", "pair")
    }
    first = _cells(school / "все.xlsx")
    for name in ("people", "mentors", "mentees", "consents", "pairs", "partners", "programs"):
        (school / "data" / f"{name}.yaml").unlink()
    outcome = run("import", "все.xlsx", "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    assert {name: _records(run, name) for name in before} == before
    assert run("export", "снова.xlsx", today=TODAY).code == 0
    assert _cells(school / "снова.xlsx") == first
    assert "Нового нет" in run("import", "все.xlsx", today=TODAY).out


def test_csv_and_back(run: Run, school: Path) -> None:
    before = _records(run, "mentor")
    assert run("export", "наставники.csv", "--what", "mentors", today=TODAY).code == 0
    (school / "data" / "mentors.yaml").unlink()
    assert run("import", "наставники.csv", "--yes", today=TODAY).code == 0
    assert _records(run, "mentor") == before


def _records(run: Run, group: str) -> Any:
    return run(group, "list", "--json").data["records"]


def test_a_changed_cell_changes_one_key(run: Run, school: Path) -> None:
    run("export", "люди.csv", "--what", "people", today=TODAY)
    path = school / "люди.csv"
    path.write_bytes(path.read_bytes().replace("методист;".encode(), "завуч;".encode(), 1))
    before = (school / "data" / "people.yaml").read_text("utf-8")
    outcome = run("import", "люди.csv", "--yes", today=TODAY)
    assert "изменено: position" in outcome.out
    after = (school / "data" / "people.yaml").read_text("utf-8")
    assert after == before.replace("position: методист}", "position: завуч}", 1)


@pytest.mark.usefixtures("school")
def test_formulas_stay_inert(run: Run, workspace: Path) -> None:
    run("person", "set", "grinko", "--note", '=HYPERLINK("http://x")')
    run("export", "люди.csv", "--what", "people", today=TODAY)
    assert "'=HYPERLINK" in (workspace / "люди.csv").read_text("utf-8-sig")
    run("export", "люди.xlsx", "--what", "people", today=TODAY)
    book = load_workbook(workspace / "люди.xlsx")
    cells = [cell for row in book.worksheets[0] for cell in row if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in cells] == ["s"]
    assert cells[0].quotePrefix


def test_nobody_is_exported_without_consent(run: Run, school: Path) -> None:
    (school / "data" / "consents.yaml").unlink()
    outcome = run("export", "люди.csv", "--what", "people", today=TODAY)
    assert outcome.code == 1
    assert "Швец Илья Ильич: нет согласия на обработку" in outcome.err
    assert not (school / "люди.csv").exists()


@pytest.mark.parametrize(
    ("withdrawn", "what", "code"),
    [
        ("ivanova", "pairs", 1), ("novik", "pairs", 1), ("dyuma", "pairs", 1),
        ("ivanova", "plans", 0), ("dyuma", "plans", 1), ("belov", "plans", 1),
        ("ivanova", "mentors", 1), ("novik", "mentors", 0), ("ivanova", "mentees", 0),
        ("ivanova", "people", 1), ("novik", "consents", 1),
        ("ivanova", "programs", 0), ("ivanova", "partners", 0),
    ],
)  # fmt: skip
def test_a_table_is_refused_for_the_people_whom_it_names(
    run: Run, school: Path, withdrawn: str, what: str, code: int
) -> None:
    path = school / "data" / "consents.yaml"
    text = path.read_text("utf-8")
    given = f"id: {withdrawn}-pd, person: {withdrawn}, kind: pd_processing, given_on: 2023-09-01"
    path.write_text(text.replace(given, f"{given}, withdrawn_on: 2025-01-01"), encoding="utf-8")
    outcome = run("export", "таблица.csv", "--what", what, today=TODAY)
    assert outcome.code == code, outcome.err
    assert (school / "таблица.csv").exists() is (code == 0)


@pytest.mark.usefixtures("school")
def test_a_consent_is_called_by_person_and_kind(run: Run, workspace: Path) -> None:
    run("export", "согласия.csv", "--what", "consents", today=TODAY)
    text = (workspace / "согласия.csv").read_text("utf-8-sig")
    assert "Швец Илья Ильич, на обработку персональных данных" in text
    assert "(shvets-pd)" not in text


def test_an_export_overwrites_nothing_unasked(run: Run, school: Path) -> None:
    (school / "x.xlsx").write_bytes(b"mine")
    assert run("export", "x.xlsx", today=TODAY).code == 1
    assert (school / "x.xlsx").read_bytes() == b"mine"
    assert run("export", "x.xlsx", "--force", "--dry-run", today=TODAY).code == 0
    assert (school / "x.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "'"])
def test_every_sign_that_begins_a_formula_is_kept_inert_and_comes_back(
    run: Run, school: Path, sign: str
) -> None:
    path = school / "data" / "people.yaml"
    note = json.dumps(f"{sign}1+1")
    path.write_text(path.read_text("utf-8") + f"  - {{id: x, surname: Х, name: {note}}}\n", "utf-8")
    before = run("person", "show", "x", "--json").data["record"]["name"]
    run("export", "x.csv", "--what", "people", today=TODAY)
    if before.startswith(sign):
        assert f"'{sign}1+1" in (school / "x.csv").read_bytes().decode("utf-8-sig")
    assert "Нового нет" in run("import", "x.csv", today=TODAY).out


def test_a_column_that_was_deleted_takes_nothing_away(run: Run, school: Path) -> None:
    before = _records(run, "partner")
    run("export", "partners.csv", "--what", "partners", today=TODAY)
    path = school / "partners.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    assert "contribution" in lines[0]
    column = lines[0].split(";").index(next(c for c in lines[0].split(";") if "contribution" in c))
    path.write_text(
        "\n".join(";".join(line.split(";")[:column]) for line in lines), encoding="utf-8"
    )
    assert run("import", "partners.csv", "--yes", today=TODAY).code == 0
    assert _records(run, "partner") == before


def test_a_new_row_gets_a_code(run: Run, school: Path) -> None:
    run("export", "x.csv", "--what", "partners", today=TODAY)
    path = school / "x.csv"
    path.write_text(path.read_text("utf-8-sig") + ";Музей\n", encoding="utf-8")
    assert run("import", "x.csv", "--yes", today=TODAY).code == 0
    assert _records(run, "partner")[-1]["id"].startswith("muzei-")


@pytest.mark.parametrize("cell", ["oops", "[1]", "5", '"x"'])
def test_a_cell_of_records_that_was_spoilt_is_told(run: Run, school: Path, cell: str) -> None:
    run("export", "x.xlsx", "--what", "mentors", today=TODAY)
    book = load_workbook(school / "x.xlsx")
    sheet: Any = book.worksheets[0]
    column = next(c.column for c in sheet[1] if "(answers)" in str(c.value))
    sheet.cell(2, column).value = cell
    book.save(school / "x.xlsx")
    outcome = run("import", "x.xlsx", "--yes", today=TODAY)
    assert outcome.code == 1
    assert "База наставников, строка 2" in outcome.err
