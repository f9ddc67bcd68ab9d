"""Terms and holidays have the days that the school has entered, and none before that."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.school_calendar import SchoolCalendar, Stretch, usual
from tests.conftest import Run
from tests.records import YEAR

CALENDAR = usual(2025)


def test_the_usual_days_of_a_year() -> None:
    assert [(one.name, str(one.first), str(one.last)) for one in CALENDAR.holidays] == [
        ("осенние", "2025-10-27", "2025-11-02"),
        ("зимние", "2025-12-31", "2026-01-11"),
        ("весенние", "2026-03-30", "2026-04-05"),
    ]
    assert [(one.name, str(one.first), str(one.last)) for one in CALENDAR.terms] == [
        ("I четверть", "2025-09-01", "2025-10-26"),
        ("II четверть", "2025-11-03", "2025-12-30"),
        ("III четверть", "2026-01-12", "2026-03-29"),
        ("IV четверть", "2026-04-06", "2026-05-26"),
    ]


@pytest.mark.parametrize("first", range(2020, 2035))
def test_terms_and_holidays_take_turns(first: int) -> None:
    own = usual(first)
    stretches = sorted([*own.terms, *own.holidays], key=lambda one: one.first)
    gaps = [(later.first - earlier.last).days for earlier, later in pairwise(stretches)]
    assert gaps == [1] * 6


@pytest.mark.parametrize(
    ("notation", "kind", "start", "end"),
    [
        ("IV четверть", "term", "2026-04-06", "2026-05-26"),
        ("4 четверть", "term", "2026-04-06", "2026-05-26"),
        ("I-II четверть", "term", "2025-09-01", "2025-12-30"),
        ("1,2 четверть", "term", "2025-09-01", "2025-12-30"),
        ("I, III четверть", "term", "2025-09-01", "2026-03-29"),
        ("до конца I четверти", "deadline", "", "2025-10-26"),
        ("до II четверти", "deadline", "", "2025-11-02"),
        ("не позднее II четверти", "deadline", "", "2025-12-30"),
        ("с III четверти", "from", "2026-01-12", ""),
        ("начало II четверти", "term", "2025-11-03", "2025-11-12"),
        ("конец II четверти", "term", "2025-12-21", "2025-12-30"),
        ("осенние каникулы", "range", "2025-10-27", "2025-11-02"),
        ("на зимних каникулах", "range", "2025-12-31", "2026-01-11"),
        ("в период весенних каникул", "range", "2026-03-30", "2026-04-05"),
        ("новогодние каникулы", "range", "2025-12-31", "2026-01-11"),
        ("осенние и весенние каникулы", "list", "2025-10-27", "2026-04-05"),
        ("до зимних каникул", "deadline", "", "2025-12-30"),
        ("до окончания зимних каникул", "deadline", "", "2026-01-11"),
        ("после осенних каникул", "from", "2025-11-03", ""),
        # Which holidays it does not say: before each of them.
        ("до каникул", "list", "", "2026-03-29"),
        # No such term, no such holidays.
        ("V четверть", "term", "", ""),
        ("I триместр", "term", "", ""),
        ("летние каникулы", "external", "", ""),
    ],
)
def test_a_notation_has_the_days_of_the_school(
    notation: str, kind: str, start: str, end: str
) -> None:
    read = parse_deadline(notation, YEAR, CALENDAR)
    assert (read.kind.value, str(read.start or ""), str(read.end or "")) == (kind, start, end)


def test_without_a_calendar_there_are_no_days() -> None:
    read = parse_deadline("IV четверть", YEAR)
    assert (read.kind, read.number, read.end) == (DeadlineKind.TERM, 4, None)


def test_trimesters_are_no_quarters() -> None:
    own = SchoolCalendar((Stretch("1 триместр", date(2025, 9, 1), date(2025, 11, 16)),))
    assert parse_deadline("I триместр", YEAR, own).end == date(2025, 11, 16)
    assert parse_deadline("I четверть", YEAR, own).end is None


def test_init_enters_the_usual_days_when_it_is_asked_to(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["--organization", "Школа", "--year", "2025/2026", "--no-git"]
    said = run("init", "новая", *words, "--calendar").out
    assert "сверьте их с графиком школы" in said
    run("init", "другая", *words)
    assert "terms:" not in (workspace / "другая" / "data" / "organization.yaml").read_text("utf-8")
    monkeypatch.chdir(workspace / "новая")
    assert run("check", "--only", "deadline-without-days").code == 0
    run("postpone", "1.1", "до осенних каникул", today="2025-09-10")
    assert "26.10.2025" in run("show", "1.1.1", today="2025-09-10").out
