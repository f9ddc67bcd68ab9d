"""The empty file that a document is written into: ours, or one of the school's own."""

from copy import deepcopy
from functools import lru_cache
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.documents.docx.charts import forget_charts
from roadmap_cli.documents.docx.headers import has_letterhead, set_headers
from roadmap_cli.documents.docx.numbering import Numbering
from roadmap_cli.documents.docx.styles import Styles
from roadmap_cli.documents.docx.xml import element
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem

REFERENCE = "templates/reference.docx"
FONT = "Liberation Serif"
# Word has no Liberation fonts of its own; this one has the same metrics.
_ALTERNATIVE = "Times New Roman"
_LANGUAGE = "ru-RU"
# Of the file that python-docx begins with; its other styles have fonts and colours of a theme.
_KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
_LEFTOVERS = ("/stylesWithEffects", "/customXml", "/webSettings", "/theme")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPAT = "http://schemas.microsoft.com/office/word"
_SETTINGS = f"""<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting
w:name="compatibilityMode" w:uri="{_COMPAT}" w:val="15"/><w:compatSetting
w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_COMPAT}" w:val="1"/>
</w:compat><w:themeFontLang w:val="{_LANGUAGE}"/><w:decimalSymbol w:val=","/>
<w:listSeparator w:val=";"/></w:settings>"""
# Word wants the settings in the order of its schema; these come before hyphenation.
_BEFORE_HYPHENATION = """writeProtection view zoom removePersonalInformation removeDateAndTime
doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle
proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop"""


class Blank(NamedTuple):
    """An empty document with its styles and lists; `has_letterhead` when its first page has one.

    `section` is how its first sheet is laid out.
    """

    document: DocxDocument
    styles: Styles
    numbering: Numbering
    section: Any
    has_letterhead: bool


def blank_of(reference: bytes | None, font_size: int, *, letterhead: bool) -> Blank:
    """An empty document, of the school's `reference` when there is one.

    `letterhead` is whether the document has one at all. Reading a file takes as long as writing
    on it, so a document is kept and wiped clean for the next one.
    Raises TemplateInvalidError.
    """
    blank = _kept(reference, font_size, letterhead)
    body: Any = blank.document.element.body
    for child in list(body):
        body.remove(child)
    body.append(deepcopy(blank.section))
    blank.numbering.forget()
    forget_charts(blank.document)
    return blank


@lru_cache(maxsize=8)
def _kept(reference: bytes | None, font_size: int, letterhead: bool) -> Blank:
    document = open_docx(reference) if reference else Document()
    if document is None:
        problem = Problem("template", "это не файл Word", Place(REFERENCE, 0))
        raise TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))
    if not len(document.sections):
        document.element.body.append(deepcopy(Document().element.body[-1]))
    if reference is None:
        _clear(document)
        _set_fonts(document, font_size)
    styles = Styles(document)
    _speak_russian(document)
    _hyphenate(document)
    is_headed = letterhead and has_letterhead(document)
    set_headers(document, styles, letterhead=letterhead)
    section = deepcopy(document.sections[0]._sectPr)
    return Blank(document, styles, Numbering(document), section, is_headed)


def _clear(document: DocxDocument) -> None:
    """Take out what python-docx begins with and no document of ours uses."""
    styles: Any = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)
    # What Word knows and the document does not use is not offered in the list of styles.
    latent = styles.find(qn("w:latentStyles"))
    for exception in list(latent):
        latent.remove(exception)
    latent.set(qn("w:defSemiHidden"), "1")
    latent.set(qn("w:defUnhideWhenUsed"), "1")
    settings: Any = document.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(list(parse_xml(_SETTINGS)))
    for owner in (document.part.rels, document.part.package.rels):
        for key, relation in list(owner.items()):
            if relation.reltype.endswith(_LEFTOVERS):
                del owner[key]


def _set_fonts(document: DocxDocument, font_size: int) -> None:
    """A freely licensed font for everything."""
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(font_size)
    _set_faces(normal.element.get_or_add_rPr())
    normal.element.rPr.append(element("lang", val=_LANGUAGE))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    letters, lines = _defaults(document, "rPr"), _defaults(document, "pPr")
    for child in (*letters, *lines):
        child.getparent().remove(child)
    _set_faces(letters)
    for name in ("sz", "szCs"):
        letters.append(element(name, val=2 * font_size))
    _name_alternative(document)


def _set_faces(properties: Any) -> None:
    fonts = properties.get_or_add_rFonts()
    for face in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{face}"), FONT)


def _name_alternative(document: DocxDocument) -> None:
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            entry = (
                f'<w:fonts xmlns:w="{_W}"><w:font w:name="{FONT}">'
                f'<w:altName w:val="{_ALTERNATIVE}"/>'
                '<w:charset w:val="CC"/><w:family w:val="roman"/>'
                '<w:pitch w:val="variable"/></w:font></w:fonts>'
            )
            part._blob = f'<?xml version="1.0" encoding="UTF-8"?>\n{entry}'.encode()


def _speak_russian(document: DocxDocument) -> None:
    """Russian for the spelling checker and for hyphenation."""
    defaults = _defaults(document, "rPr")
    for child in defaults.findall(qn("w:lang")):
        defaults.remove(child)
    defaults.append(element("lang", val=_LANGUAGE, eastAsia=_LANGUAGE, bidi="ar-SA"))


def _hyphenate(document: DocxDocument) -> None:
    """Words are cut in tables only: there a column may be narrower than a word.

    A school that has turned hyphenation on keeps it as it is.
    """
    settings: Any = document.settings.element
    switch = settings.find(qn("w:autoHyphenation"))
    if switch is not None and switch.get(qn("w:val")) not in ("0", "false", "off"):
        return
    for name in (
        "autoHyphenation",
        "consecutiveHyphenLimit",
        "hyphenationZone",
        "doNotHyphenateCaps",
    ):
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)
    place, before = 0, frozenset(_BEFORE_HYPHENATION.split())
    for position, child in enumerate(settings, 1):
        if child.tag.rpartition("}")[2] in before:
            place = position
    settings.insert(place, element("autoHyphenation"))
    settings.insert(place + 1, element("doNotHyphenateCaps"))
    defaults = _defaults(document, "pPr")
    if defaults.find(qn("w:suppressAutoHyphens")) is None:
        defaults.insert(0, element("suppressAutoHyphens"))


def _defaults(document: DocxDocument, tag: str) -> Any:
    """The properties that everything in the document has unless it says otherwise."""
    styles: Any = document.styles.element
    root = styles.find(qn("w:docDefaults"))
    if root is None:
        root = element("docDefaults")
        styles.insert(0, root)
    outer = root.find(qn(f"w:{tag}Default"))
    if outer is None:
        outer = element(f"{tag}Default")
        root.insert(0 if tag == "rPr" else len(root), outer)
    inner = outer.find(qn(f"w:{tag}"))
    if inner is None:
        inner = element(tag)
        outer.append(inner)
    return inner
