"""SVG drawings: well formed whatever the data, honest about what is missing, same bytes."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.publication.schedule import Look, Row, Schedule
from roadmap_cli.exporters.svg.charts import chart, spoken
from roadmap_cli.exporters.svg.drawing import number, wrapped
from roadmap_cli.exporters.svg.fills import FILLS
from roadmap_cli.exporters.svg.gantt import gantt

SVG = "{http://www.w3.org/2000/svg}"


def _figure(*values: float | None, most: float | None = None, unit: str = "%") -> Figure:
    names = tuple(f"к{at}" for at in range(len(values)))
    return Figure("Название", names, (Series("ряд", values),), unit, most)


def _root(figure: Figure, width: int = 340) -> ElementTree.Element:
    return ElementTree.fromstring(chart(figure, "x", width).inline())


def _bars(root: ElementTree.Element) -> list[float]:
    return [float(one.attrib["width"]) for one in root.findall(f"{SVG}rect")]


def _texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.findall(f"{SVG}text")]


def test_a_bar_is_as_long_as_its_value_is_large() -> None:
    whole = 340 - 84 - 8
    assert _bars(_root(_figure(100.0, 50.0, most=100.0))) == [whole, whole / 2]
    assert _bars(_root(_figure(4.0, 2.0))) == [whole, whole / 2]
    assert _bars(_root(_figure(150.0, most=100.0))) == [whole]


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), float("-inf")])
def test_where_there_is_no_value_it_is_said(value: float | None) -> None:
    root = _root(_figure(value, 1.0))
    assert "нет данных" in _texts(root)
    assert len(_bars(root)) == 1


@pytest.mark.parametrize("value", [0.0, -5.0])
def test_nothing_and_less_have_no_bar(value: float) -> None:
    root = _root(_figure(value))
    assert _bars(root) == []
    assert spoken(value, "%") in _texts(root)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(4.5, "балла", "4,5 балла"), (45.0, "%", "45 %"), (8.25, "", "8,3"), (0.05, "", "0,1"),
     (-1.5, "", "−1,5"), (100.0, "%", "100 %"), (1000000.0, "", "1000000"),
     (None, "%", "нет данных"), (0.001, "", "0")],
)  # fmt: skip
def test_values_in_words(value: float | None, unit: str, said: str) -> None:
    assert spoken(value, unit) == said


def test_a_drawing_says_what_it_is() -> None:
    root = _root(_figure(1.0)._replace(alt="Словами"))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "x-title x-desc"
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("Название", "Словами")
    assert _root(_figure(1.0)).findtext(f"{SVG}desc") == "к0: ряд 1 %"


def test_short_series_and_many_of_them_are_drawn() -> None:
    series = tuple(Series(f"р{at}", (1.0,)) for at in range(7))
    root = _root(Figure("Н", ("а", "б"), series))
    fills = {one.attrib["fill"] for one in root.findall(f"{SVG}rect")}
    assert fills == {f"url(#x-{look.value})" for look in Look}
    assert _texts(root).count("нет данных") == 1
    assert _root(Figure("Н", (), ())).attrib["viewBox"] == "0 0 340 0"


@pytest.mark.parametrize(
    "words", ["<script>\"&'", "\x00\x1b\ufffe", "]]>", "😀", "слово" * 40, "а " * 200, ""]
)
def test_any_words_make_a_sound_file(words: str) -> None:
    figure = Figure(words, (words,), (Series(words, (1.0,)), Series("", (2.0,))), words, 2.0, words)
    raw = chart(figure, "x", 340, titled=True).file()
    root = ElementTree.fromstring(raw)
    assert root.find(f".//{SVG}script") is None
    assert raw == chart(figure, "x", 340, titled=True).file()
    assert b"style=" not in raw


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("раз два", 100, ["раз два"]),
        ("раз два три", 60, ["раз два", "три"]),
        ("раз\u00a0два три", 60, ["раз\u00a0два", "три"]),
        ("словослово", 40, ["слово", "слово"]),
        ("а словословоб", 40, ["а", "слово", "слово", "б"]),
        ("", 100, []),
        ("абв", 0, ["абв"]),
    ],
)
def test_words_are_laid_on_lines(words: str, room: float, lines: list[str]) -> None:
    assert wrapped(words, room) == lines


@pytest.mark.parametrize(("value", "text"), [(1, "1"), (1.04, "1"), (1.06, "1.1"), (-0.5, "-0.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_every_look_has_a_fill_of_its_own() -> None:
    assert set(FILLS) == set(Look)


def _schedule(*rows: Row, first: date = date(2025, 9, 1), last: date = date(2026, 5, 31),
              today: date = date(2025, 12, 1)) -> Schedule:  # fmt: skip
    return Schedule("План", first, last, today, rows)


def _row(start: date | None, end: date | None, look: Look = Look.FULL) -> Row:
    return Row("1.1 Дело", 1, start, end, "в работе", look)


def _lines(schedule: Schedule, width: int = 340) -> ElementTree.Element:
    return ElementTree.fromstring(gantt(schedule, "x", width).inline())


def test_a_bar_lies_on_its_days() -> None:
    root = _lines(_schedule(_row(date(2025, 9, 1), date(2026, 5, 31))))
    legend, bar = root.findall(f"{SVG}rect")
    assert (float(bar.attrib["x"]), float(bar.attrib["width"])) == (4, 332)
    assert legend.attrib["fill"] == bar.attrib["fill"] == "url(#x-full)"
    one = _lines(_schedule(_row(date(2025, 10, 1), date(2025, 10, 1)))).findall(f"{SVG}rect")[1]
    assert float(one.attrib["width"]) == 4
    assert float(one.attrib["x"]) == pytest.approx(4 + 332 * 30 / 273, abs=0.1)


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2025, 8, 31), False), (date(2025, 9, 1), True), (date(2026, 5, 31), True),
     (date(2026, 6, 1), False)],
)  # fmt: skip
def test_the_day_is_marked_when_it_is_there(today: date, shown: bool) -> None:
    root = _lines(_schedule(_row(date(2025, 9, 1), date(2025, 9, 30)), today=today))
    marked = [one for one in root.iter(f"{SVG}line") if one.attrib["class"] == "today"]
    assert bool(marked) is shown
    assert any(text.startswith("на ") for text in _texts(root)) is shown


def test_no_date_is_said() -> None:
    root = _lines(_schedule(_row(None, None)))
    assert "нет даты" in _texts(root)
    assert len(root.findall(f"{SVG}rect")) == 1


def test_the_state_stands_beside_the_title_and_in_the_legend() -> None:
    rows = (
        _row(None, None, Look.EMPTY)._replace(state="запланировано"),
        _row(None, None, Look.FULL)._replace(state="выполнено"),
    )
    texts = _texts(_lines(_schedule(*rows), 700))
    assert texts[:2] == ["выполнено", "запланировано"]
    assert "1.1 Дело —\u00a0запланировано" in texts


@pytest.mark.parametrize("last", [date(2026, 5, 31), date(2099, 1, 1), date(9999, 12, 31)])
def test_a_slip_in_a_year_makes_no_line_of_centuries(last: date) -> None:
    root = _lines(_schedule(_row(date(2025, 9, 1), last), last=last))
    months = [text for text in _texts(root) if re.fullmatch("[а-я]{3}", text)]
    assert 1 <= len(months) <= 12
    assert float(root.findall(f"{SVG}rect")[1].attrib["width"]) <= 332
