"""Every figure of the public page, counted anew from the raw answers; nobody's own answer shows."""

import re
from fractions import Fraction
from html import unescape
from pathlib import Path

from tests.conftest import Run
from tests.year.recount import Year
from tests.year.school import END, SURVEYS
from tests.year.test_report import comma

_FEWEST = 3


def _page(run: Run, year: Path) -> str:
    outcome = run("export", "site", "сайт", today=END)
    assert outcome.code == 0, outcome.err
    return (year / "сайт" / "rezultaty.html").read_text("utf-8")


def _cells(row: str) -> list[str]:
    found = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
    return [unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in found]


def _rows(page: str) -> list[list[str]]:
    return [_cells(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)]


def test_the_indicators_of_the_page(run: Run, year: Path) -> None:
    counted = Year(year).shares()
    rows = {row[0]: row for row in _rows(_page(run, year)) if len(row) == 5}
    told = {one["id"]: one for one in run("monitor", "--json", today=END).data["indicators"]}
    for name, (numerator, denominator) in counted.items():
        title, unit = told[name]["title"], told[name]["unit"]
        if name == "m.quality":
            assert denominator < _FEWEST
            assert rows[title][1] == "не публикуется"
            continue
        factor = 100 if unit == "%" else 1
        fact = comma(factor * Fraction(numerator, denominator)) + (" %" if unit == "%" else "")
        assert rows[title][1] == fact, name


def test_the_changes_of_the_page(run: Run, year: Path) -> None:
    own = Year(year)
    page = _page(run, year)
    tables = [row for row in _rows(page) if len(row) == 3]
    expected, hidden = [], 0
    for after in (code for code in sorted(SURVEYS) if "-after-" in code):
        texts = {one["id"]: one["text"] for one in own.surveys[after]["questions"]}
        for question, both in own.both(after.replace("after", "before"), after).items():
            if len(both) < _FEWEST:
                hidden += bool(both)
                continue
            means = [comma(Fraction(sum(side), len(both))) for side in zip(*both, strict=True)]
            expected.append([texts[question], *means])
    for row in expected:
        assert row in tables, row
    assert hidden, "the year has no small group to hide"
    shown = [row for row in tables if row[0] in {one[0] for one in expected}]
    assert len(shown) == len(expected)


def test_no_participant_is_named_without_a_consent(run: Run, year: Path) -> None:
    _page(run, year)
    people = Year(year).people
    words = "\n".join(
        path.read_text("utf-8") for path in (year / "сайт").iterdir() if path.is_file()
    )
    for code, person in people.items():
        if code not in ("dir", "koord", "kur"):
            assert f"{person['surname']} {person['name']}" not in words
            assert code not in words
