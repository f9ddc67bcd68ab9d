"""`roadmap monitor`: the table, one indicator whole, the sheets that a region asks for."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Run

TODAY = "2026-05-25"
OWN = """\
rules: {satisfied_from: 8}
population: {young_teachers: 4}
indicators:
- {id: r145.5, target: 90, previous: "66,7"}
- {id: own, title: Встречи, numerator: meetings}
layouts:
- id: region
  title: "Сведения: [регион]"
  columns:
  - {title: Встреч, value: meetings}
  - {title: Удовлетворённость, value: r145.5}
  - {title: Дети, value: child_mentees}
  - {title: Ссылка, text: "=HYPERLINK(1)"}
"""


@pytest.fixture
def monitored(school: Path) -> Path:
    (school / "data" / "indicators.yaml").write_text(OWN, "utf-8")
    return school


@pytest.mark.usefixtures("monitored")
def test_the_table_tells_fact_target_and_last_year(run: Run) -> None:
    shown = run("monitor", today=TODAY, columns=120).out
    assert "не применимо" in shown
    assert "90 %" in shown
    assert "66,7 %" in shown
    assert "Цель Р-145 для региона на 2024 год, не для школы." in shown
    told = run("monitor", "--json", "--by-form", today=TODAY).data
    by_id = {one["id"]: one for one in told["indicators"]}
    assert by_id["r145.1"]["state"] == "not applicable"
    assert by_id["r145.1"]["value"] is None
    assert by_id["own"]["value"] == 2
    assert list(told["forms"]) == ["педагог – педагог"]


@pytest.mark.usefixtures("monitored")
def test_an_indicator_names_the_records_it_counts(run: Run) -> None:
    shown = run("monitor", "explain", "m.paired", today=TODAY, columns=120).out
    assert "Формула: Наставляемые, у которых есть наставник (paired_mentees)" in shown
    assert "Дюма Артём Львович" in shown
    by_title = run("monitor", "explain", "молодых специалистов", today=TODAY, columns=120)
    assert "Не учтены, данных о них не хватает" in by_title.out
    several = run("monitor", "explain", "Доля", today=TODAY)
    assert (several.code, "подходит нескольким" in several.err) == (1, True)
    nothing = run("monitor", "explain", "r145.55", today=TODAY)
    assert (nothing.code, "r145.5" in nothing.err) == (1, True)


@pytest.mark.usefixtures("monitored")
def test_quantities_are_listed_with_their_values(run: Run) -> None:
    told = run("monitor", "quantities", "--json", today=TODAY).data["quantities"]
    values = {one["name"]: one["value"] for one in told}
    assert (values["meetings"], values["young_teachers"], values["children"]) == (2, 4, None)


def test_all_indicators_as_a_workbook(run: Run, monitored: Path) -> None:
    assert run("monitor", "export", "п.xlsx", today=TODAY).code == 0
    book = load_workbook(io.BytesIO((monitored / "п.xlsx").read_bytes()))
    rows = {row[0]: row for row in book["Показатели"].values}
    assert rows["own"][2] == "2"
    assert rows["r145.1"][2] == "не применимо"
    assert rows["r145.5"][8] == "66,7"
    again = run("monitor", "export", "п.xlsx", today=TODAY)
    assert (again.code, "--force" in again.err) == (1, True)


def test_the_columns_that_a_region_asks_for_in_its_order(run: Run, monitored: Path) -> None:
    assert run("monitor", "export", "р.xlsx", "--layout", "region", today=TODAY).code == 0
    book = load_workbook(io.BytesIO((monitored / "р.xlsx").read_bytes()))
    rows = [list(row) for row in book.worksheets[0].values]
    assert rows == [
        ["Встреч", "Удовлетворённость", "Дети", "Ссылка"],
        ["2", "не из чего считать", "не применимо", "=HYPERLINK(1)"],
    ]
    assert book.worksheets[0]["D2"].data_type == "s"
    missing = run("monitor", "export", "р.csv", "--layout", "regoin", today=TODAY)
    assert (missing.code, "region" in missing.err) == (1, True)
    assert (
        run("monitor", "export", "я.csv", "--layout", "region", "--dry-run", today=TODAY).code == 0
    )
    assert not (monitored / "я.csv").exists()
