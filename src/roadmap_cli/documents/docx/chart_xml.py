"""A figure as DrawingML: horizontal bars that stay apart in black and white.

Written by hand: openpyxl, which has classes for it, writes no namespace for the id of the
workbook and leaves out whether a format is that of the cells, which Word wants to know.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from roadmap_cli.domain.papers.figures import Figure, Series, places_of

# The name of the sheet in the embedded workbook.
DATA_SHEET = "Данные"
_CATEGORIES, _VALUES = 111111111, 222222222
_INK = "262626"
# The scale is not shown, so a little of it beyond its end leaves room for the last label.
_HEADROOM = 1.1


class _Fill(NamedTuple):
    """How bars are filled: a pattern of lines, or one colour."""

    colour: str
    pattern: str | None = None


# Neighbours differ in pattern too; a fifth series begins anew.
_FILLS = (_Fill("595959"), _Fill(_INK, "wdUpDiag"), _Fill("D9D9D9"), _Fill(_INK, "pct20"))


def chart_xml(figure: Figure, font: str | None, half_points: int, workbook_id: str) -> bytes:
    """The chart part of a figure; `workbook_id` is the relation to its workbook.

    `font` of None is that of the document's theme. The values stand in the part as well, so
    that nobody has to open the workbook to show them.
    """
    space = _node(
        "c:chartSpace",
        None,
        _node("c:date1904", 0),
        _node("c:lang", "ru-RU"),
        _node("c:roundedCorners", 0),
        _chart(figure),
        _node("c:spPr", None, _node("a:noFill"), _node("a:ln", None, _node("a:noFill"))),
        _letters(font, half_points),
        _workbook(workbook_id),
    )
    written: bytes = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def column_of(number: int) -> str:
    """The letter of the column that the series `number` (from 0) has; A holds the categories."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(number + 2)


def _node(tag: str, val: object = None, *children: Any, **attributes: object) -> Any:
    """An element; `val` is the attribute that most of DrawingML's have."""
    made = OxmlElement(tag)
    if val is not None:
        made.set("val", str(val))
    for name, value in attributes.items():
        made.set(name, str(value))
    made.extend(children)
    return made


def _workbook(relation: str) -> Any:
    made = _node("c:externalData", None, _node("c:autoUpdate", 0))
    made.set(qn("r:id"), relation)
    return made


def _letters(font: str | None, half_points: int) -> Any:
    properties = _node("a:defRPr", sz=half_points * 50)
    properties.append(_node("a:solidFill", None, _node("a:srgbClr", "000000")))
    if font is not None:
        # By the description Word finds a like font where this one is not installed.
        face = {"typeface": font, "panose": "02020603050405020304", "pitchFamily": "18"}
        properties.append(_node("a:latin", **face))
        properties.append(_node("a:cs", **face))
    paragraph = _node("a:p", None, _node("a:pPr", None, properties), _node("a:endParaRPr"))
    paragraph[-1].set("lang", "ru-RU")
    return _node("c:txPr", None, _node("a:bodyPr"), _node("a:lstStyle"), paragraph)


def _chart(figure: Figure) -> Any:
    bars = _node(
        "c:barChart", None, _node("c:barDir", "bar"), _node("c:grouping", "clustered"),
        _node("c:varyColors", 0),
    )  # fmt: skip
    bars.extend(_series(figure, number) for number in range(len(figure.series)))
    bars.extend((_node("c:gapWidth", 60), _node("c:overlap", 0)))
    bars.extend((_node("c:axId", _CATEGORIES), _node("c:axId", _VALUES)))
    area = _node("c:plotArea", None, _node("c:layout"), bars, _categories(), _scale(figure))
    chart = _node("c:chart", None, _node("c:autoTitleDeleted", 1), area)
    if len(figure.series) > 1:
        legend = (_node("c:legendPos", "b"), _node("c:overlay", 0))
        chart.append(_node("c:legend", None, *legend))
    chart.extend((_node("c:plotVisOnly", 1), _node("c:dispBlanksAs", "gap")))
    return chart


def _series(figure: Figure, number: int) -> Any:
    series, column = figure.series[number], column_of(number)
    last = len(figure.categories) + 1
    return _node(
        "c:ser",
        None,
        _node("c:idx", number),
        _node("c:order", number),
        _node("c:tx", None, _texts(f"${column}$1", (series.name,))),
        _fill(_FILLS[number % len(_FILLS)]),
        _node("c:invertIfNegative", 0),
        _labels(figure),
        _node("c:cat", None, _texts(f"$A$2:$A${last}", figure.categories)),
        _node("c:val", None, _numbers(f"${column}$2:${column}${last}", series, _format(figure))),
    )


def _fill(fill: _Fill) -> Any:
    ink = _node("a:srgbClr", fill.colour)
    if fill.pattern is None:
        inside = _node("a:solidFill", None, ink)
    else:
        inside = _node(
            "a:pattFill", None, _node("a:fgClr", None, ink),
            _node("a:bgClr", None, _node("a:srgbClr", "FFFFFF")), prst=fill.pattern,
        )  # fmt: skip
    edge = _node("a:ln", None, _node("a:solidFill", None, _node("a:srgbClr", _INK)), w=6350)
    return _node("c:spPr", None, inside, edge)


def _labels(figure: Figure) -> Any:
    told = _node("c:dLbls", None, _node("c:numFmt", formatCode=_format(figure), sourceLinked=0))
    told.append(_node("c:dLblPos", "outEnd"))
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        told.append(_node(f"c:show{what}", int(what == "Val")))
    return told


def _format(figure: Figure) -> str:
    digits = "0.0" if places_of(figure) else "0"
    unit = figure.unit.replace('"', "")
    return f'{digits}" {unit}"' if unit else digits


def _texts(cells: str, texts: Iterable[str]) -> Any:
    cache = _cache("c:strCache", None, list(texts))
    return _node("c:strRef", None, _formula(cells), cache)


def _numbers(cells: str, series: Series, shape: str) -> Any:
    values = [None if value is None else f"{value:.15g}" for value in series.values]
    return _node("c:numRef", None, _formula(cells), _cache("c:numCache", shape, values))


def _formula(cells: str) -> Any:
    made = _node("c:f")
    made.text = f"'{DATA_SHEET}'!{cells}"
    return made


def _cache(tag: str, shape: str | None, texts: list[str | None] | list[str]) -> Any:
    cache = _node(tag)
    if shape is not None:
        code = _node("c:formatCode")
        code.text = shape
        cache.append(code)
    cache.append(_node("c:ptCount", len(texts)))
    for number, text in enumerate(texts):
        if text is not None:
            point, value = _node("c:pt", idx=number), _node("c:v")
            value.text = text
            point.append(value)
            cache.append(point)
    return cache


def _categories() -> Any:
    """The names of the bars, the first above; every one is written."""
    return _node(
        "c:catAx", None, _node("c:axId", _CATEGORIES),
        _node("c:scaling", None, _node("c:orientation", "maxMin")),
        _node("c:delete", 0), _node("c:axPos", "l"),
        _node("c:numFmt", formatCode="General", sourceLinked=0),
        _node("c:majorTickMark", "none"), _node("c:minorTickMark", "none"),
        _node("c:tickLblPos", "low"),
        _node("c:spPr", None, _node("a:ln", None,
              _node("a:solidFill", None, _node("a:srgbClr", _INK)), w=6350)),
        _node("c:crossAx", _VALUES), _node("c:crosses", "autoZero"), _node("c:auto", 0),
        _node("c:lblAlgn", "ctr"), _node("c:lblOffset", 100), _node("c:tickLblSkip", 1),
        _node("c:noMultiLvlLbl", 1),
    )  # fmt: skip


def _scale(figure: Figure) -> Any:
    """The scale is not shown: each bar tells its value."""
    values = [value for series in figure.series for value in series.values if value is not None]
    scaling = _node("c:scaling", None, _node("c:orientation", "minMax"))
    if figure.most is not None:
        scaling.append(_node("c:max", f"{figure.most * _HEADROOM:.15g}"))
    if min(values, default=0) >= 0:
        scaling.append(_node("c:min", 0))
    return _node(
        "c:valAx", None, _node("c:axId", _VALUES), scaling, _node("c:delete", 1),
        _node("c:axPos", "b"), _node("c:numFmt", formatCode=_format(figure), sourceLinked=0),
        _node("c:majorTickMark", "none"), _node("c:minorTickMark", "none"),
        _node("c:tickLblPos", "nextTo"), _node("c:crossAx", _CATEGORIES),
        _node("c:crosses", "max"), _node("c:crossBetween", "between"),
    )  # fmt: skip
