"""Which documents a person means: by file, part of a name, person, pair, partner, kind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"
ORDER = "Приказ об утверждении наставнических пар"
CURATORS = "Приказ о назначении кураторов"
FIRST = "План индивидуального развития – shvets-1"
SECOND = "План индивидуального развития – ivanova-1"
CONSENT = "Согласие на обработку персональных данных – Новик Елена Юрьевна"
LETTER = "Благодарственное письмо – zavod"
ALL = [ORDER, FIRST, SECOND, CONSENT, LETTER]
Chosen = Callable[..., list[str]]


@pytest.fixture
def chosen(run: Run, school: Path) -> Chosen:
    """The names of the files that would be printed."""
    del school
    assert run("order", "pairs", today=TODAY).code == 0
    assert run("form", "plan", "--all", today=TODAY).code == 0
    assert run("form", "consent-processing", "novik", today=TODAY).code == 0
    assert run("letter", "thanks", "zavod", today=TODAY).code == 0

    def call(*words: str) -> list[str]:
        outcome = run("docs", "print", *words, "--dry-run", "--json", today=TODAY)
        assert outcome.code == 0, outcome.err
        return [Path(each["file"]).stem for each in outcome.data["documents"]]

    return call


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--all"], ALL),
        ([f"documents/{ORDER}.docx"], [ORDER]),
        ([f"{ORDER}.docx"], [ORDER]),
        ([ORDER], [ORDER]),
        (["утверждении наставнических"], [ORDER]),
        (["УТВЕРЖДЕНИИ"], [ORDER]),
        (["план"], [FIRST, SECOND]),
        (["план", "приказ"], [ORDER, FIRST, SECOND]),
        (["shvets-1"], [FIRST]),
        (["shvets"], [FIRST]),
        (["Швец"], [FIRST]),
        (["novik"], [SECOND, CONSENT]),
        (["Новик Елена"], [SECOND, CONSENT]),
        (["zavod"], [LETTER]),
        (["--kind", "form.plan"], [FIRST, SECOND]),
        (["--kind", "form"], [FIRST, SECOND, CONSENT]),
        (["--kind", "form.plan", "--kind", "order.pairs"], [ORDER, FIRST, SECOND]),
        (["novik", "--kind", "form.plan"], [SECOND]),
    ],
    ids=" ".join,
)
def test_what_is_meant(chosen: Chosen, words: list[str], found: list[str]) -> None:
    names = chosen(*words)
    starts = [each.split(" –")[0] for each in found]
    assert [each.split(" –")[0] for each in names] == starts
    for wanted in found:
        if wanted in (ORDER, FIRST, SECOND):
            assert wanted in names


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "не указано, какие документы печатать"),
        (["план", "--all"], 2, "вместе с --all документы не называют"),
        (["--all", "--kind", "form.plan"], 2, "вместе с --all документы не называют"),
        (["никакой"], 1, "документа «никакой» в журнале нет"),
        ([" "], 1, "документа « » в журнале нет"),
        (["план", "никакой"], 1, "документа «никакой» в журнале нет"),
        (["--kind", "order.нет"], 1, "вида «order.нет» нет"),
        (["--kind", "order.pair"], 1, "вида «order.pair» нет"),
        (["--kind", "order.rewards"], 1, "документов вида «order.rewards» в журнале нет"),
        (["--kind", "report"], 1, "документов вида «report» в журнале нет"),
        (["приказ", "--kind", "form.plan"], 1, "таких документов в журнале нет"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("chosen")
def test_what_means_nothing(run: Run, words: list[str], code: int, said: str) -> None:
    outcome = run("docs", "print", *words, "--dry-run", today=TODAY)
    assert (outcome.code, said in outcome.err) == (code, True), outcome.err


def test_a_document_without_a_file_is_found_by_its_title(run: Run, school: Path) -> None:
    del school
    outcome = run("docs", "print", "внедрении", "--dry-run", today=TODAY)
    assert outcome.code == 1
    assert "печатать нечего" in outcome.err
    assert "О внедрении целевой модели наставничества № 21/1" in outcome.err
