"""Named styles of Word: a school restyles documents by them, Word navigates by them."""

from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.docx.xml import JUSTIFICATION, element, twips
from roadmap_cli.domain.papers.sheet import ROLES, Align, Role

_FIRST_LINE_MM, _STEP_MM, _CELL_SIDE_MM = 12.5, 6.0, 1.5
_TABLE_HALF_POINTS, _SMALL_HALF_POINTS, _SLIVER_HALF_POINTS = 22, 20, 2
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Look(NamedTuple):
    """A paragraph style: its name in Word, and how its paragraphs stand when a school says
    nothing else.

    Names that Word has of its own are English whatever its language. Spacing is in points and
    None where that of the text around holds; `hyphenated` lets words be cut at line ends.
    """

    name: str
    align: Align = Align.LEFT
    bold: bool = False
    first_line: bool = False
    left_mm: float = 0.0
    before: int | None = None
    after: int | None = None
    keep_with_next: bool = False
    outline: int = 0
    half_points: int | None = None
    hyphenated: bool = False


_NAMES = {
    "text": "Body Text",
    "plain": "Текст без красной строки",
    "centered": "Текст посередине",
    "letterhead": "Бланк организации",
    "title": "Title",
    "heading": "heading 1",
    "subheading": "heading 2",
    "table-caption": "caption",
    "figure-caption": "Название рисунка",
    "requisites": "Реквизиты",
    "subject": "Заголовок к тексту",
    "decree": "Распорядительное слово",
    "stamp": "Отметка о приложении",
    "approvals": "Гриф утверждения",
    "addressee": "Адресат",
    "signature": "Signature",
    "acquainted": "Строка ознакомления",
    "acquaintance": "Лист ознакомления",
    "field": "Строка для заполнения",
    "footnote": "Примечание",
    "letter-contacts": "Сведения об организации",
    "salutation": "Salutation",
    "cover": "Титульный лист",
    "executor": "Отметка об исполнителе",
}


def _look(role: Role) -> Look:
    # Lines of cells stand close even where a school's text has space between paragraphs.
    is_spaced = role.space_before or role.space_after or role.columns
    return Look(
        _NAMES[role.name],
        # Lines of cells stand each in its own way.
        role.align if not role.columns else Align.LEFT,
        role.bold,
        role.indent,
        before=role.space_before if is_spaced else None,
        after=role.space_after if is_spaced else None,
        keep_with_next=role.keep_with_next,
        outline=role.outline,
        half_points=_SMALL_HALF_POINTS if role.small else None,
    )


_CELL = Look("Текст таблицы", before=0, after=0, half_points=_TABLE_HALF_POINTS)
_HEAD = _CELL._replace(name="Шапка таблицы", align=Align.CENTER, bold=True, keep_with_next=True)
# By the name of a role, or of what else stands in a document.
LOOKS: dict[str, Look] = {
    **{role.name: _look(role) for role in ROLES},
    "numbered": Look("List Number", Align.JUSTIFY),
    "bullet": Look("List Bullet", Align.JUSTIFY),
    "cell": _CELL,
    # A head that ends a page would be read with the rows of another.
    "head": _HEAD,
    # Where a word is longer than its column it is cut; a name that fits never is.
    "narrow-cell": _CELL._replace(name="Текст узкого столбца", hyphenated=True),
    "narrow-head": _HEAD._replace(name="Шапка узкого столбца", hyphenated=True),
    "figure": Look("Рисунок", Align.CENTER, before=6, after=0, keep_with_next=True),
    "contents-1": Look("toc 1"),
    "contents-2": Look("toc 2", left_mm=_STEP_MM),
    "page-number": Look("header", Align.CENTER),
    "sliver": Look("Между таблицами", before=0, after=0, half_points=_SLIVER_HALF_POINTS),
}  # fmt: skip
_LAID_OUT = (qn("w:pPr"), qn("w:rPr"))
_LIBREOFFICE = {
    qn("w:lineRule"): "auto", qn("w:line"): "276", qn("w:before"): "0", qn("w:after"): "140",
}  # fmt: skip
BORDERED, BORDERLESS = "Таблица с границами", "Таблица без границ"


class Styles:
    """The styles of one document by the keys of `LOOKS`; those that it lacks are added.

    A style that the document has already stays as it is, whatever its id: Word in Russian calls
    «heading 1» by the id «1». `font` is that of the text, None where the theme says.
    """

    def __init__(self, document: Document) -> None:
        self._root: Any = document.styles.element
        present = {
            (style.get(qn("w:type")), _name(style).casefold()): style.get(qn("w:styleId"))
            for style in self._root.findall(qn("w:style"))
        }
        self._taken = set(present.values())
        default = _default(self._root)
        self._default = default.get(qn("w:styleId")) if default is not None else None
        self.font = _font(default)
        self.ids: dict[str, str] = {}
        set_in = set()
        for key, look in LOOKS.items():
            found = present.get(("paragraph", look.name.casefold()))
            if found is None:
                found = self._free_id(look.name if look.name.isascii() else f"roadmap-{key}")
                self._root.append(_paragraph_style(look, found, self._default))
            elif _is_untouched(self._by_id(found)):
                old = self._by_id(found)
                self._root.replace(old, _paragraph_style(look, found, self._default))
            elif self._by_id(found).find(f"./{qn('w:pPr')}/{qn('w:ind')}") is not None:
                set_in.add(key)
            self.ids[key] = found
        # Those of the school's own that say where their paragraphs begin.
        self.set_in = frozenset(set_in)
        for name, borders in ((BORDERED, True), (BORDERLESS, False)):
            found = present.get(("table", name.casefold()))
            if found is None:
                found = self._free_id("roadmap-table" if borders else "roadmap-columns")
                self._root.append(_table_style(name, found, borders=borders))
            self.ids[name] = found

    def _by_id(self, style_id: str) -> Any:
        styles = self._root.findall(qn("w:style"))
        return next(style for style in styles if style.get(qn("w:styleId")) == style_id)

    def _free_id(self, wanted: str) -> str:
        wanted = "".join(word[:1].upper() + word[1:] for word in wanted.split())
        free, number = wanted, 1
        while free in self._taken:
            number += 1
            free = f"{wanted}{number}"
        self._taken.add(free)
        return free


def _name(style: Any) -> str:
    named = style.find(qn("w:name"))
    return str(named.get(qn("w:val"))) if named is not None else ""


def _default(root: Any) -> Any:
    """The style of paragraphs that name none; LibreOffice does not mark it."""
    styles = [
        style for style in root.findall(qn("w:style")) if style.get(qn("w:type")) == "paragraph"
    ]
    for style in styles:
        if style.get(qn("w:default")) in ("1", "true"):
            return style
    return next((style for style in styles if _name(style).casefold() == "normal"), None)


def _font(style: Any) -> str | None:
    fonts = style.find(f"./{qn('w:rPr')}/{qn('w:rFonts')}") if style is not None else None
    return fonts.get(qn("w:ascii")) if fonts is not None else None


def _is_untouched(style: Any) -> bool:
    """True for «Body Text» as LibreOffice puts it into every file, without anybody's wish."""
    said = [node for part in style if part.tag in _LAID_OUT for node in part]
    return len(said) == 1 and dict(said[0].items()) == _LIBREOFFICE


def _style(kind: str, name: str, style_id: str, based_on: str | None) -> Any:
    node = element("style", type=kind, styleId=style_id)
    if not name.isascii():
        node.set(qn("w:customStyle"), "1")
    node.append(element("name", val=name))
    if based_on is not None:
        node.append(element("basedOn", val=based_on))
    node.append(element("qFormat"))
    return node


def _paragraph_style(look: Look, style_id: str, based_on: str | None) -> Any:
    node = _style("paragraph", look.name, style_id, based_on)
    node.append(_paragraph_properties(look))
    letters = element("rPr")
    if look.bold:
        letters.extend((element("b"), element("bCs")))
    if look.half_points is not None:
        letters.append(element("sz", val=look.half_points))
        letters.append(element("szCs", val=look.half_points))
    if len(letters):
        node.append(letters)
    return node


def _paragraph_properties(look: Look) -> Any:
    properties = element("pPr")
    if look.keep_with_next:
        properties.append(element("keepNext"))
    properties.append(element("suppressAutoHyphens", val=int(not look.hyphenated)))
    if look.before is not None:
        properties.append(element("spacing", before=look.before * 20, after=(look.after or 0) * 20))
    if look.first_line:
        properties.append(element("ind", firstLine=twips(_FIRST_LINE_MM)))
    elif look.left_mm:
        properties.append(element("ind", left=twips(look.left_mm)))
    if look.align is not Align.LEFT:
        properties.append(element("jc", val=JUSTIFICATION[look.align]))
    if look.outline:
        properties.append(element("outlineLvl", val=look.outline - 1))
    return properties


def _table_style(name: str, style_id: str, *, borders: bool) -> Any:
    node = _style("table", name, style_id, None)
    properties = element("tblPr")
    if borders:
        lines = element("tblBorders")
        for edge in _EDGES:
            lines.append(element(edge, val="single", sz=4, space=0, color="auto"))
        properties.append(lines)
    beside = twips(_CELL_SIDE_MM) if borders else 0
    margins = element("tblCellMar")
    for edge, width in (("top", 0), ("left", beside), ("bottom", 0), ("right", beside)):
        margins.append(element(edge, w=width, type="dxa"))
    properties.append(margins)
    node.append(properties)
    return node
