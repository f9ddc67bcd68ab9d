"""Several PDF files to one: order, bookmarks, what cannot be joined, whose file it is."""

import io

import pytest

from roadmap_cli.errors import PrintingFailedError
from roadmap_cli.exporters.pdf import Printed, is_ours, joined

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed (pip install .[dev])")


def _pages(*widths: int) -> bytes:
    writer = pypdf.PdfWriter()
    for width in widths:
        writer.add_blank_page(width, 100)
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def test_pages_follow_in_order_with_a_bookmark_each() -> None:
    whole = joined([Printed("Приказ", _pages(10, 20)), Printed("План", _pages(30))])
    reader = pypdf.PdfReader(io.BytesIO(whole))
    assert [int(page.mediabox.width) for page in reader.pages] == [10, 20, 30]
    assert [(each.title, reader.get_destination_page_number(each)) for each in reader.outline] == [
        ("Приказ", 0),
        ("План", 2),
    ]


def test_one_stays_as_it_is() -> None:
    raw = _pages(10)
    assert joined([Printed("Приказ", raw)]).startswith(raw.rstrip(b"\n"))


@pytest.mark.parametrize("count", [1, 2])
def test_a_joined_file_is_known_until_it_is_changed(count: int) -> None:
    raw = _pages(10)
    made = joined([Printed("Приказ", raw)] * count)
    assert is_ours(made)
    assert not is_ours(made + b"\n")
    assert not is_ours(raw)


def test_a_damaged_file_is_named() -> None:
    parts = [Printed("Приказ", _pages(10)), Printed("Скан", b"%PDF-1.4 broken")]
    with pytest.raises(PrintingFailedError, match="«Скан»: PDF повреждён"):
        joined(parts)
