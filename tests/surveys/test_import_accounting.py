"""No cell of an answer sheet disappears: it is in the data, or told as left out."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from tests.school_files import HOSTILE
from tests.surveys.sheets import TEXTS, TODAY, as_csv, as_excel, responses, with_surveys

# What is read as something else than it is written, by what stands in the data for it.
READ_AS = {
    "20.05.2026 14:03:11": "2026-05-20", "2026/05/19 2:03 PM": "2026-05-19", "7,0": "7",
    "10 – отлично": "10", "TRUE": "да", "Швец И.И.": "Швец",
}  # fmt: skip
HEADINGS = st.lists(
    st.sampled_from([
        *TEXTS.values(), "Доверяете ли Вы школе?", "Оцените программу", "Ваши пожелания",
        "Отметка времени", "ФИО", "Ваша фамилия", "Адрес электронной почты", "Телефон", "ID",
        "Класс", "", "Форма наставничества", f"{TEXTS['useful']} / Открытый урок", "Сумма баллов",
    ]),
    min_size=1, max_size=8,
)  # fmt: skip
# `*` stands for a word that is nowhere else in the file.
CELLS = st.sampled_from([
    "", "", "*", "*", "*\n*", "*, *", "7", "11", "7,0", "10 – отлично", "да", "нет", "TRUE",
    "Открытый урок", "Беседы, консультации, *", "Другое: *", "20.05.2026 14:03:11",
    "2026/05/19 2:03 PM", "Швец Илья Ильич", "Швец И.И.", "Иванова-Ли Дарья", "Дюма *",
    "Швец Илья, *", "*@x.ru", "grinko@iskra.example", "+7 900 000-00-01", "педагог – педагог",
])  # fmt: skip
SHEETS = st.tuples(
    st.lists(CELLS, max_size=2), HEADINGS, st.lists(st.lists(CELLS, max_size=9), max_size=6)
)
Sheet = tuple[list[str], list[str], list[list[str]]]


def _filled(sheet: Sheet) -> list[list[str]]:
    """The rows of a sheet, each `*` another word."""
    above, headings, rows = sheet
    count = iter(range(10_000))
    return [
        [re.sub(r"\*", lambda _star: f"слово{next(count):04}", cell) for cell in row]
        for row in ([text] for text in above)
    ] + [
        [re.sub(r"\*", lambda _star: f"слово{next(count):04}", cell) for cell in row]
        for row in (headings, *rows)
    ]


def _folded(text: str) -> str:
    return re.sub(r"[\s,;]+", " ", text.casefold().replace("ё", "е")).strip()


def _lost(
    run: Run, school: Path, survey: str, name: str, raw: bytes, rows: list[list[str]]
) -> Iterator[str]:
    """The words of the cells that are neither in the data nor told."""
    (school / name).write_bytes(raw)
    outcome = run("survey", "import", survey, name, "--yes", "--json", today=TODAY)
    if outcome.code == 1 and not outcome.out:
        return  # nothing was recognised, and that is said
    assert outcome.code == 0, outcome.err
    data = "\n".join(path.read_text("utf-8") for path in (school / "data").glob("*.yaml"))
    known = _folded(data + json.dumps(outcome.data, ensure_ascii=False) + outcome.err)
    hidden = _hidden(rows, outcome.data["left_out"])
    for row in rows:
        for place, cell in enumerate(row):
            ways = {cell, READ_AS.get(cell, cell)}
            if place not in hidden and not any(_is_known(text, known) for text in ways):
                yield cell


def _is_known(text: str, known: str) -> bool:
    """True when a text is known as it stands, or each of its words."""
    return _folded(text) in known or all(_folded(word) in known for word in text.split())


def _hidden(rows: list[list[str]], left: list[dict[str, str]]) -> set[int]:
    """The columns of which an anonymous import says that it does not take them."""
    titles = {re.sub(r" \(\d+\)$", "", one["text"]) for one in left if "анонимная" in one["why"]}
    return {place for row in rows for place, cell in enumerate(row) if cell in titles}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SHEETS, st.booleans(), st.sampled_from(["after", "parents"]))
@example(([], ["ФИО", "ФИО", TEXTS["words"]], [["Швец Илья Ильич", "*", "*"]]), False, "after")
@example(([], ["ФИО", TEXTS["whom"]], [["Швец И.И.", "Швец Илья, *"], ["Швец И.И.", "*"]]),
         True, "after")  # fmt: skip
@example(([""], ["Доверяете ли Вы школе?", "Что было полезнее всего? / Открытый урок"], []),
         False, "after")  # fmt: skip
@example((["*"], ["ФИО", "", "Оцените программу"], [["*", "*", "7"], ["*"]]), False, "parents")
def test_no_cell_of_a_random_sheet_disappears(
    run: Run, school: Path, sheet: Sheet, excel: bool, survey: str
) -> None:
    with_surveys(school)
    rows = _filled(sheet)
    name, raw = ("x.xlsx", as_excel(rows)) if excel else ("x.csv", as_csv(rows, ";"))
    assert list(_lost(run, school, survey, name, raw, rows)) == []
    (school / "data" / "responses.yaml").unlink(missing_ok=True)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000])
def test_any_words_of_ones_own_come_in_as_they_are(run: Run, school: Path, text: str) -> None:
    with_surveys(school)
    (school / "a.csv").write_bytes(as_csv([["ФИО", TEXTS["words"]], ["Швец Илья", f"а {text}"]]))
    outcome = run("survey", "import", "after", "a.csv", "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    (only,) = responses(school)
    plain = re.sub("[\u200b\u202e]", "", text).strip()
    assert "".join(only["replies"]["words"][0].split()) == "".join(f"а {plain}".split())


def test_an_answer_of_a_megabyte(run: Run, school: Path) -> None:
    with_surveys(school)
    rows = [["ФИО", TEXTS["useful"], TEXTS["words"]], ["Швец Илья", "а, " * 100_000, "x" * 500_000]]
    (school / "a.csv").write_bytes(as_csv(rows))
    assert run("survey", "import", "after", "a.csv", "--yes", today=TODAY).code == 0
    assert len(responses(school)[0]["replies"]["words"][0]) == 500_000
