"""The register's numbers: which comes next, and how a document is told."""

from datetime import date

import pytest

from roadmap_cli.domain.model.files.register import (
    Register,
    RegisteredDocument,
    document_words,
    next_number,
)

KIND = "order.pairs"


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        ([], None),
        (["б/н"], None),
        (["1"], "2"),
        (["9"], "10"),
        (["26/1"], "27/1"),
        (["42-ОД"], "43-ОД"),
        (["ОД-42"], "ОД-43"),
        (["099"], "100"),
        (["009"], "010"),
        (["999"], "1000"),
        (["99-ОД/2"], "100-ОД/2"),
        (["№ 7 а"], "№ 8 а"),
        (["5", "3"], "4"),
        (["5", "б/н"], "6"),
        (["5", "б/н", ""], "6"),
    ],
)
def test_the_next_number_goes_on_from_the_last(numbers: list[str], following: str | None) -> None:
    assert next_number(numbers) == following


def _document(**keys: object) -> RegisteredDocument:
    values = {"kind": KIND, **keys}
    return RegisteredDocument(**values)  # type: ignore[arg-type]  # a table of keys


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ([], "order.pairs: в журнале нет"),
        ([_document()], "order.pairs: в журнале нет"),
        ([_document(kind="order.rewards", number="1")], "order.pairs: в журнале нет"),
        ([_document(number="5")], "order.pairs: № 5"),
        ([_document(date=date(2025, 10, 1))], "order.pairs: от 01.10.2025"),
        ([_document(number="5", date=date(2025, 10, 1))], "order.pairs: № 5 от 01.10.2025"),
        ([_document(number="5"), _document(number="7"), _document()], "order.pairs: № 7"),
    ],
)
def test_a_kind_is_told_by_its_last_signed_document(
    documents: list[RegisteredDocument], said: str
) -> None:
    assert document_words(Register(documents=tuple(documents)), KIND) == said


def test_the_documents_of_a_kind_stand_in_the_order_of_the_register() -> None:
    one, two, other = _document(number="2"), _document(number="1"), _document(kind="act.model")
    assert Register(documents=(one, other, two)).of_kind(KIND) == (one, two)
