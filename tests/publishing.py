"""A school that has something to publish: signed documents, consents, one of them withdrawn."""

import zipfile
from pathlib import Path

from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.publication.results import IndicatorLine, PublicResults
from tests.conftest import Run

TODAY = "2025-12-01"
BEFORE = "2025-10-31"
# Who has taken the consent back, and every way in which the data call her.
WITHDRAWN = "novik"
HER_NAMES = ("Новик", "novik", "%D0%9D%D0%BE%D0%B2%D0%B8%D0%BA")
RESULTS = PublicResults(
    (
        Figure(
            "Удовлетворённость участников",
            ("Наставляемые: интерес к работе", "Наставники", "Кураторы"),
            (
                Series("До", (5.5, 6.0, None)),
                Series("После", (8.25, 9.0, 7.5)),
                Series("Цель", (8.0, 8.0, 8.0)),
            ),
            "балла",
            10.0,
            "Удовлетворённость выросла у всех, кто ответил.",
        ),
    ),
    (
        IndicatorLine("Доля довольных участников", "92 %", "80 %", "", "ответили 12"),
        IndicatorLine("Закрепились молодые специалисты", "", "", "2 из 4", ""),
    ),
    ("Ответили 12 участников из 15.",),
)


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Change a data file by hand."""
    path = root / "data" / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def give(root: Path, person: str, kind: str = "pd_distribution", extra: str = "") -> None:
    """A consent of a person, from September on."""
    path = root / "data" / "consents.yaml"
    code = f"{person}-{kind.replace('_', '-')}-site"
    line = f"  - {{id: {code}, person: {person}, kind: {kind}, given_on: 2025-09-01{extra}}}\n"
    path.write_text(path.read_text("utf-8") + line, encoding="utf-8")


def make_ready(run: Run, root: Path) -> None:
    """Documents with numbers, some progress, and two participants who may be named."""
    give(root, "ivanova")
    give(root, "dyuma")
    give(root, WITHDRAWN, extra=", withdrawn_on: 2025-11-01")
    for words in (
        ["order", "introduction"],
        ["order", "curators", "-n", "22", "-d", "2025-10-02"],
        ["act", "regulation", "-n", "22", "-d", "2025-10-02"],
        ["order", "pairs", "-n", "30", "-d", "2025-10-09"],
        ["done", "1.1.1", "1.1.2", "1.1.3", "2.1.1"],
        ["start", "1.3.1"],
        ["assign", "1.1", "sokolov"],
        ["assign", "2.1", WITHDRAWN],
        ["assign", "3.1", "Швец И.И."],
    ):
        outcome = run(*words, today=BEFORE)
        assert outcome.code == 0, outcome.err


def every_word(folder: Path) -> str:
    """All that the files of a folder hold, names of files and packed parts included."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found += [
                path.relative_to(folder).as_posix(),
                path.read_bytes().decode("utf-8", "replace"),
            ]
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    parts = [archive.read(name) for name in archive.namelist()]
                found += [part.decode("utf-8", "replace") for part in parts]
    return "\n".join(found)
