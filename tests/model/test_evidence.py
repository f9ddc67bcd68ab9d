"""What a proof given as plain text is: a document, a file, a link, records, a paper."""

import pytest

from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind, evidence_key
from roadmap_cli.domain.papers.families import FAMILIES, DocumentFamily


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("order.introduction", "document"),
        ("act.model", "document"),
        ("form.consent-image", "document"),
        ("report.roadmap", "document"),
        ("order.docx", "file"),
        ("order.PDF", "file"),
        ("order.x", "paper"),
        ("order.xy", "document"),
        ("order.Pairs", "paper"),
        ("order.pairs2", "paper"),
        ("order.", "paper"),
        ("orders.pairs", "paper"),
        ("my-order.pairs", "paper"),
        ("http://school.example", "link"),
        ("https://school.example/a.pdf", "link"),
        ("ftp://school.example", "file"),
        ("приказ.docx", "file"),
        ("Приказ.ZIP", "file"),
        ("папка/приказ", "file"),
        ("папка\\приказ", "file"),
        ("приказ.docx\nв папке", "paper"),
        ("приказ № 5.docx", "paper"),
        ("Приказ № 26/1 от 01.10.2025", "paper"),
        ("протокол в папке 3", "paper"),
        ("consents", "records"),
        ("first_meetings", "records"),
        ("Consents", "paper"),
    ],
)
def test_the_text_of_a_proof_tells_its_key(text: str, key: str) -> None:
    assert evidence_key(text) == key


@pytest.mark.parametrize(
    ("proof", "shown"),
    [
        (Evidence(document="act.model"), "act.model"),
        (Evidence(file="a.docx"), "a.docx"),
        (Evidence(link="https://a"), "https://a"),
        (Evidence(paper="в папке"), "в папке"),
        (Evidence(records=RecordsKind.PAIRS), "пары утверждены"),
        (Evidence(), ""),
    ],
)
def test_a_proof_is_shown_in_one_line(proof: Evidence, shown: str) -> None:
    assert proof.shown == shown


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_family_of_documents_can_be_a_proof(family: DocumentFamily) -> None:
    assert evidence_key(f"{family.name}.pairs") == "document"
