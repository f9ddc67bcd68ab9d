"""Named styles: a school restyles a document by them; its own win, those it lacks are added."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from roadmap_cli.documents.docx.styles import LOOKS
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import ROLES, Paper
from tests.word_text import entries, structure, styles_of

TEXT = """\
::: letterhead
Школа
:::

# ПРИКАЗ

## О чём

### Подробно

Слова.

1. Пункт

- Тире

::: stamp
Приложение
:::

| а |
|---|
| 1 |

::: signature
Директор |  | А.А. Ли
:::
"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _paper(text: str = TEXT) -> Paper:
    return Paper("x", read_markup(text, "x.md"))


def _written(reference: Any = None, text: str = TEXT) -> bytes:
    return write_docx(_paper(text), "", None if reference is None else _bytes(reference))


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _bare() -> Any:
    """A file as Word writes it: only the styles that somebody has used."""
    document: Any = Document()
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in ("Normal", "TableNormal"):
            root.remove(style)
    return document


def _add(document: Any, xml: str) -> None:
    document.styles.element.append(parse_xml(xml.replace("<w:style", f'<w:style xmlns:w="{W}"', 1)))


def test_the_styles(golden: Callable[[str, str], None]) -> None:
    golden("documents/styles.txt", styles_of(_written()))


def test_every_role_has_a_style_of_its_own() -> None:
    assert {role.name for role in ROLES} <= set(LOOKS)
    names = [look.name.casefold() for look in LOOKS.values()]
    assert len(names) == len(set(names))


def test_everything_on_a_page_has_a_style() -> None:
    document: Any = Document(io.BytesIO(_written()))
    known = {style.style_id for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        assert paragraph.style in known
    for table in document.element.body.iter(qn("w:tbl")):
        assert table.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) in known
    assert not list(document.element.body.iter(qn("w:sz")))


def test_no_paragraph_is_empty_but_between_tables() -> None:
    table = "| а |\n|---|\n| 1 |\n\n"
    document: Any = Document(
        io.BytesIO(_written(text=f"{TEXT}\n{table}{table}::: sheet\n:::\n\nслова\n\n{table}"))
    )
    empty = [each.style.name for each in document.paragraphs if not each.text]
    assert empty == ["Между таблицами"] * 5
    tags = [each.tag.rpartition("}")[2] for each in document.element.body]
    assert "tbl tbl" not in " ".join(tags)


def test_a_schools_own_style_stays_whatever_its_id() -> None:
    """Word in Russian gives «heading 1» the id «1»."""
    reference = _bare()
    _add(reference, '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
         '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>')  # fmt: skip
    raw = _written(reference)
    document: Any = Document(io.BytesIO(raw))
    (heading,) = [each for each in document.paragraphs if each.text.endswith("чём")]
    assert heading._p.style == "1"
    assert "heading 1: jc val=right" in styles_of(raw).splitlines()
    assert "heading 2: keepNext" in styles_of(raw)


def test_a_schools_own_stamp_begins_where_the_school_says() -> None:
    reference = _bare()
    style = reference.styles.add_style("Отметка о приложении", WD_STYLE_TYPE.PARAGRAPH)
    assert "[Отметка о приложении, отступ" in structure(_written(reference))
    style.paragraph_format.left_indent = Pt(100)
    assert "[Отметка о приложении]" in structure(_written(reference))


def test_a_document_of_ours_may_become_the_reference() -> None:
    """Someone changes a style in a finished document and saves it as `reference.docx`."""
    document: Any = Document(io.BytesIO(_written()))
    document.styles["Title"].font.size = Pt(20)
    raw = _written(document)
    assert "Title: " in styles_of(raw)
    assert "sz val=40" in styles_of(raw)
    assert styles_of(raw).count("\n") == styles_of(_written()).count("\n")


def test_the_id_of_another_style_is_not_taken() -> None:
    reference = _bare()
    _add(
        reference, '<w:style w:type="character" w:styleId="Title"><w:name w:val="Своё"/></w:style>'
    )
    document: Any = Document(io.BytesIO(_written(reference)))
    (title,) = [each for each in document.paragraphs if each.text == "ПРИКАЗ"]
    assert (title._p.style, title.style.name) == ("Title2", "Title")


BODY = (
    '<w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text"/>'
    '<w:pPr><w:spacing w:lineRule="auto" w:line="276" w:before="0" w:after="%s"/></w:pPr>'
    "<w:rPr></w:rPr></w:style>"
)


@pytest.mark.parametrize(("after", "said"), [("140", "jc val=both"), ("141", "after=141")])
def test_what_libre_office_puts_into_every_file_is_nobodys_wish(after: str, said: str) -> None:
    reference = _bare()
    del reference.styles.element.findall(qn("w:style"))[0].attrib[qn("w:default")]
    _add(reference, BODY % after)
    raw = _written(reference)
    (line,) = [each for each in styles_of(raw).splitlines() if each.startswith("Body Text")]
    assert said in line
    assert ("jc val=both" in line) is (after == "140")
    # LibreOffice does not mark the style of the text; what is added rests on it all the same.
    assert b'<w:name w:val="Title"/><w:basedOn w:val="Normal"/>' in entries(raw)["word/styles.xml"]


def test_lists_of_the_schools_styles_stay() -> None:
    reference: Any = Document()  # its «List Number» counts by a list of its own
    raw = _written(reference)
    numbering = Document(io.BytesIO(raw)).part.numbering_part.element
    numbers = [each.get(qn("w:numId")) for each in numbering.findall(qn("w:num"))]
    assert len(numbers) == len(set(numbers))
    own = {each.get(qn("w:numId")) for each in reference.part.numbering_part.element
           if each.tag == qn("w:num")}  # fmt: skip
    assert own < set(numbers)
    used = {each.get(qn("w:val")) for each in Document(io.BytesIO(raw)).element.body.iter(
        qn("w:numId"))}  # fmt: skip
    assert len(used) == 2
    assert not used & own
    tags = [each.tag.rpartition("}")[2] for each in numbering]
    assert tags == sorted(tags)  # definitions first, as Word wants it
    assert _written(reference) == raw


def test_lists_of_another_document_are_not_in_this_one() -> None:
    _written(text="1. а\n\nб\n\n1. в")
    numbering = parse_xml(entries(_written(text="- а"))["word/numbering.xml"])
    assert len(numbering.findall(qn("w:num"))) == 1


@pytest.mark.parametrize("switch", [None, "0", "1"])
def test_words_are_cut_in_tables_only(switch: str | None) -> None:
    reference = _bare()
    settings = reference.settings.element
    if switch is not None:
        settings.append(parse_xml(f'<w:autoHyphenation xmlns:w="{W}" w:val="{switch}"/>'))
    files = entries(_written(reference))
    (found,) = parse_xml(files["word/settings.xml"]).findall(qn("w:autoHyphenation"))
    assert found.get(qn("w:val")) == ("1" if switch == "1" else None)
    styles: Any = parse_xml(files["word/styles.xml"])
    defaults = styles.find(qn("w:docDefaults"))
    suppressed = defaults.find(f".//{qn('w:suppressAutoHyphens')}")
    # A school that cuts words everywhere goes on doing so.
    assert (suppressed is None) is (switch == "1")


def test_hyphenation_stands_where_the_schema_wants_it() -> None:
    for raw in (_written(), _written(Document())):
        tags = [
            each.tag.rpartition("}")[2] for each in parse_xml(entries(raw)["word/settings.xml"])
        ]
        place = tags.index("autoHyphenation")
        assert tags[place - 1 : place + 3] == [
            "defaultTabStop", "autoHyphenation", "doNotHyphenateCaps", "characterSpacingControl",
        ]  # fmt: skip


@pytest.mark.parametrize("reference", [None, Document()], ids=["ours", "a school's"])
def test_the_language_is_russian(reference: Any) -> None:
    root: Any = parse_xml(entries(_written(reference))["word/styles.xml"])
    (language,) = root.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "ru-RU"


def test_nothing_is_left_of_the_file_that_python_docx_begins_with() -> None:
    files = entries(_written())
    assert sorted(files) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml",
        "word/header1.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    assert b"Theme" not in files["word/styles.xml"]
    assert b"themeColor" not in files["word/styles.xml"]
