"""Office files: the words of every part, of attributes, of files inside, and what has none."""

import io
import zipfile

import pytest

from roadmap_cli.storage.texts.office_text import office_text
from roadmap_cli.storage.texts.plain_text import plain_text


def _packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in {"word/document.xml": b"<w:p/>", **parts}.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "word", "seen"),
    [
        ("<w:t>Шв</w:t><w:t>ец</w:t>", "Швец", True),
        ("<w:p><w:t>Шв</w:t></w:p><w:p><w:t>ец</w:t></w:p>", "Швец", False),
        ('<w:ins w:author="Швец И.И."/>', "Швец И.И.", True),
        ("<w:ins w:author='Швец И.И.'/>", "Швец И.И.", True),
        ('<wp:docPr descr="Портрет: Швец"/>', "Швец", True),
        ('<R Target="mailto:a@b.example"/>', "a@b.example", True),
        ('<R Target="tel:+79005554433"/>', "+79005554433", True),
        ('<w:r w:rsidR="9005554433"/>', "9005554433", False),
        ('<a b="&#1064;&quot;"/>', "&#1064;\"", True),
    ],
)  # fmt: skip
def test_attributes_speak_where_people_are_meant(part: str, word: str, seen: bool) -> None:
    found = office_text(_packed(**{"word/x.xml": part.encode()}))
    assert found is not None
    assert (word in found.words) is seen
    assert found.unread == ()
    assert plain_text(_packed(**{"word/x.xml": part.encode()})) == found.words


def test_relations_are_read() -> None:
    found = office_text(_packed(**{"word/_rels/document.xml.rels": b'<R Target="mailto:a@b"/>'}))
    assert found is not None
    assert "mailto:a@b" in found.words


def test_a_file_inside_is_read_and_not_the_one_inside_that() -> None:
    inner = _packed(**{"xl/sharedStrings.xml": "<t>Швец</t>".encode()})
    found = office_text(_packed(**{"word/embeddings/1.xlsx": inner}))
    assert found is not None
    assert "Швец" in found.words
    assert found.unread == ()
    deep = office_text(_packed(**{"word/embeddings/1.xlsx": _packed(**{"a.docx": inner})}))
    assert deep is not None
    assert "Швец" not in deep.words
    assert deep.unread == ("word/embeddings/1.xlsx: a.docx",)


@pytest.mark.parametrize(
    ("name", "unread"),
    [
        ("word/media/a.png", True), ("word/vbaProject.bin", True), ("word/a.xlsx", True),
        ("docProps/thumbnail.jpeg", True), ("mimetype", False), ("word/folder/", False),
        ("[Content_Types].xml", False),
    ],
)  # fmt: skip
def test_what_has_no_words_is_named(name: str, unread: bool) -> None:
    found = office_text(_packed(**{name: b"\x89PNG"}))
    assert found is not None
    assert found.unread == ((name,) if unread else ())


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100])
def test_what_is_damaged_has_none(raw: bytes) -> None:
    assert office_text(raw) is None


def test_an_archive_of_other_files_is_no_office_file() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "Швец")
    assert office_text(stream.getvalue()) is None
