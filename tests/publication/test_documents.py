"""Which kinds of documents are public at all."""

from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.publication.documents import PUBLIC_KINDS


def test_public_kinds_exist_and_none_is_about_one_person() -> None:
    assert len(set(PUBLIC_KINDS)) == len(PUBLIC_KINDS)
    for code in PUBLIC_KINDS:
        layout = BY_CODE[code].layout
        assert layout.together or layout.subject in (Subject.NOTHING, Subject.EVENT)
        assert not layout.asks_consent
        assert not layout.is_anonymous
        assert BY_CODE[code].group in ("order", "act", "report")


def test_registries_and_letters_are_not_public() -> None:
    for code in ("report.mentors", "report.mentees", "report.matching", "act.destruction"):
        assert code in BY_CODE
        assert code not in PUBLIC_KINDS
