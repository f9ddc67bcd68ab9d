"""Every figure of surveys, indicators and the final report, counted anew from the raw answers."""

from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.text.typography import NO_BREAK
from tests.conftest import Run
from tests.year.recount import Year
from tests.year.school import END, MENTEES, MENTORS, SURVEYS

_TITLES = {"teacher_teacher": "педагог – педагог", "pupil_pupil": "ученик – ученик"}


def comma(value: Fraction, places: int = 1) -> str:
    """A rounded number as Russian papers print it, by whole numbers alone."""
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    head, tail = divmod(whole, 10**places)
    rest = str(tail).zfill(places).rstrip("0")
    return f"{head},{rest}" if rest else str(head)


def _tables(root: Path, run: Run) -> list[list[list[str]]]:
    outcome = run("report", "final", "-o", "и.docx", "--force", today=END)
    assert outcome.code == 0, outcome.err
    return [
        [[cell.text.replace(NO_BREAK, " ").strip() for cell in row.cells] for row in table.rows]
        for table in Document(str(root / "и.docx")).tables
    ]


def _rows(tables: list[list[list[str]]], *head: str) -> list[list[list[str]]]:
    """The tables whose head begins so, without it."""
    found = [table[1:] for table in tables if tuple(table[0][: len(head)]) == head]
    assert found, head
    return found


def test_indicators(run: Run, year: Path) -> None:
    counted = Year(year).shares()
    told = {one["id"]: one for one in run("monitor", "--json", today=END).data["indicators"]}
    assert told.keys() == {*counted, "r145.4"}
    assert told["r145.4"]["state"] == "not applicable"
    for name, (numerator, denominator) in counted.items():
        one = told[name]
        factor = 100 if one["unit"] == "%" else 1
        assert one["value"] == pytest.approx(factor * numerator / denominator), name
        assert one["numerator"]["value"] == numerator, name


def test_indicators_of_the_report(run: Run, year: Path) -> None:
    counted = Year(year).shares()
    told = {one["id"]: one for one in run("monitor", "--json", today=END).data["indicators"]}
    rows = {row[0]: row for row in _rows(_tables(year, run), "Показатель", "Факт", "Посчитано",
                                         "Цель")[0]}  # fmt: skip
    for name, (numerator, denominator) in counted.items():
        is_share = told[name]["unit"] == "%"
        value = Fraction(100 if is_share else 1) * Fraction(numerator, denominator)
        fact = comma(value) + (" %" if is_share else "")
        assert rows[told[name]["title"]][1] == fact, name
    assert rows[told["r145.5"]["title"]][3:] == ["80 %", "64,5 %"]


@pytest.mark.parametrize("code", [*SURVEYS, "interim", "curator"])
def test_results_of_a_questionnaire(run: Run, year: Path, code: str) -> None:
    own = Year(year)
    told = run("survey", "results", code, "--json", today=END).data
    assert told["n"] == sum(one["survey"] == code for one in own.responses)
    for question in told["questions"]:
        if question["kind"] == "scale":
            mean, middle, n = own.mean_and_median(code, question["id"])
            assert (question["n"], question["median"]) == (n, middle)
            assert question["mean"] == pytest.approx(float(mean))
            scores = list(own.scores(code, question["id"]).values())
            assert [one["times"] for one in question["replies"]] == [
                scores.count(value) for value in _span(own, code, question["id"])
            ]


def _span(own: Year, code: str, question: str) -> range:
    asked = next(one for one in own.surveys[code]["questions"] if one["id"] == question)
    return range(int(asked.get("least", 1)), int(asked.get("most", 10)) + 1)


def test_changes_of_the_report(run: Run, year: Path) -> None:
    own = Year(year)
    expected = []
    for after in (code for code in sorted(SURVEYS) if "-after-" in code):
        texts = {one["id"]: one["text"] for one in own.surveys[after]["questions"]}
        for question, both in own.both(after.replace("after", "before"), after).items():
            if both:
                before = Fraction(sum(one for one, _ in both), len(both))
                later = Fraction(sum(one for _, one in both), len(both))
                expected.append((texts[question], comma(before), comma(later)))
    found = [
        tuple(row[:3])
        for rows in _rows(_tables(year, run), "Вопрос", "До", "После")
        for row in rows
    ]
    assert sorted(found) == sorted(expected)
    assert len(found) > 20


def test_participants_pairs_and_meetings_of_the_report(run: Run, year: Path) -> None:
    own = Year(year)
    tables = _tables(year, run)
    (people,) = _rows(tables, "Форма наставничества", "Наставников")
    assert sorted(people[:-1]) == sorted(
        [_TITLES[form], str(MENTORS[form]), str(MENTEES[form])] for form in MENTORS
    )
    (pairs,) = _rows(tables, "Форма наставничества", "Пар")
    for form, title in _TITLES.items():
        every = [one for one in own.files["pairs"]["pairs"] if one["form"] == form]
        closed = sum(one["status"] == "closed" for one in every)
        row = next(row for row in pairs if row[0] == title)
        assert row[1:] == [str(len(every)), "0", "0", str(len(every) - closed), str(closed), "0"]
    (meetings,) = _rows(tables, "Вид встречи")
    assert meetings[-1][1] == str(len(own.files["meetings"]["meetings"]))
    (by_pair,) = _rows(tables, "№", "Наставник", "Наставляемые", "Встреч")
    counts = sorted(int(row[3]) for row in by_pair)
    codes = [one["pair"] for one in own.files["meetings"]["meetings"]]
    assert counts == sorted(codes.count(one["id"]) for one in own.files["pairs"]["pairs"])
