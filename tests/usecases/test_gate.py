"""The gate reads the words that were rendered: who is named in them must have agreed."""

from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"


def _replace(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def withdrawn(school: Path) -> Path:
    """The sample school, in which a mentee has taken the consent back."""
    _replace(school, "consents", "id: dyuma-pd,", "id: dyuma-pd, withdrawn_on: 2025-11-20,")
    return school


@pytest.mark.usefixtures("withdrawn")
@pytest.mark.parametrize(
    "words",
    [
        ("order", "pairs"),
        ("order", "pairs", "--preview"),
        # The date on the paper takes nothing back: it is made after the withdrawal.
        ("order", "pairs", "-n", "1", "-d", "2025-10-01"),
        ("report", "mentors"),
        ("report", "mentees"),
        ("report", "programme"),
        ("form", "plan", "shvets-1"),
        ("form", "journal", "shvets-1"),
        ("export", "x.xlsx"),
        ("export", "x.xlsx", "--what", "people"),
        ("export", "x.xlsx", "--what", "pairs"),
        ("export", "x.csv", "--what", "mentees"),
    ],
)
def test_who_took_the_consent_back_is_named_nowhere(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words, today=TODAY)
    assert outcome.code == 1
    assert "Дюма Артём Львович: нет согласия на обработку" in outcome.err
    assert outcome.out == ""
    assert "roadmap consent add" in outcome.err


@pytest.mark.usefixtures("withdrawn")
@pytest.mark.parametrize(
    "words", [("order", "introduction"), ("form", "consent-processing", "dyuma"),
              ("report", "roadmap"), ("export", "x.csv", "--what", "partners")]
)  # fmt: skip
def test_what_does_not_name_the_person_is_made(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words, today=TODAY).code == 0


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("отметить Дюма А.Л.", 1),
        ("тел. 8 (900) 555-44-33", 1),
        ("отметить Дюма Б.В.", 0),
        ("отметить всех", 0),
    ],
)
def test_a_name_in_words_counts_too(run: Run, withdrawn: Path, note: str, code: int) -> None:
    _replace(withdrawn, "people", "id: dyuma,", "id: dyuma, phone: +7 900 555-44-33,")
    run("note", "1.1.1", note, today=TODAY)
    template = withdrawn / "templates" / "report" / "roadmap.md"
    template.parent.mkdir(parents=True)
    template.write_text(f"# Дорожная карта\n\n{note}\n", encoding="utf-8")
    assert run("report", "roadmap", today=TODAY).code == code


@pytest.mark.parametrize(
    ("given", "day", "today", "code"),
    [
        ("2025-12-01", "2025-12-01", "2025-12-01", 0),
        ("2025-12-02", "2025-12-01", "2025-12-01", 1),
        # A consent that is not given yet does not help, whatever date the paper bears.
        ("2025-12-02", "2025-12-03", "2025-12-01", 1),
        ("2025-09-01, valid_to: 2025-12-31", "2025-12-31", "2025-12-01", 0),
        ("2025-09-01, valid_to: 2025-12-31", "2026-01-01", "2025-12-01", 1),
        ("2025-09-01, valid_to: 2025-12-31", "2025-12-01", "2026-01-01", 1),
    ],
)
def test_the_consent_lives_today_and_on_a_later_day_of_the_paper(
    run: Run, school: Path, given: str, day: str, today: str, code: int
) -> None:
    own = "id: dyuma-pd, person: dyuma, kind: pd_processing, given_on: "
    _replace(school, "consents", f"{own}2023-09-01, valid_to: 2026-08-31", f"{own}{given}")
    assert run("order", "pairs", "-n", "1", "-d", day, today=today).code == code


def test_who_was_struck_off_the_list_but_has_a_pair_is_no_staff(run: Run, withdrawn: Path) -> None:
    path = withdrawn / "data" / "mentees.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "dyuma" not in line), encoding="utf-8")
    outcome = run("order", "pairs", today=TODAY)
    assert outcome.code == 1
    assert "Дюма" in outcome.err


@pytest.mark.parametrize(
    ("born", "signer", "code"),
    [
        ("2005-09-01", "self", 0),
        ("2005-09-02", "self", 1),
        ("2012-01-01", "self", 1),
        ("2012-01-01", "representative", 0),
    ],
)
def test_a_child_alone_signs_nothing(
    run: Run, school: Path, born: str, signer: str, code: int
) -> None:
    _replace(school, "people", "id: dyuma,", f"id: dyuma, born: {born},")
    _replace(school, "consents", "id: dyuma-pd,", f"id: dyuma-pd, signer: {signer},")
    assert run("order", "pairs", "-n", "1", today=TODAY).code == code


@pytest.mark.parametrize(
    ("extra", "code"), [("", 0), (", group: 9А", 1), (", born: 2012-01-01", 1)]
)
def test_a_pupil_is_no_staff_whatever_the_office(
    run: Run, school: Path, extra: str, code: int
) -> None:
    path = school / "data" / "people.yaml"
    pupil = f"  - {{id: lis, surname: Лис, name: Яна, patronymic: Юрьевна{extra}}}\n"
    path.write_text(path.read_text("utf-8") + pupil, encoding="utf-8")
    run("assign", "1.1.1", "lis", today=TODAY)
    assert run("report", "roadmap", today=TODAY).code == code


def test_what_goes_outside_needs_the_consent_to_distribution(run: Run, school: Path) -> None:
    assert run("export", "x.csv", "--what", "mentees", today=TODAY).code == 0
    outcome = run("export", "y.csv", "--what", "mentees", "--outside", today=TODAY)
    assert outcome.code == 1
    assert "нет согласия на распространение" in outcome.err
    text = (school / "data" / "consents.yaml").read_text("utf-8")
    more = text.replace("consents:\n", "").replace("-pd,", "-out,")
    more = more.replace("pd_processing", "pd_distribution")
    lines = [line for line in more.splitlines(keepends=True) if "-out," in line]
    (school / "data" / "consents.yaml").write_text(text + "".join(lines), encoding="utf-8")
    assert run("export", "y.csv", "--what", "mentees", "--outside", today=TODAY).code == 0


@pytest.mark.parametrize(("named", "code"), [("", 0), (" и Дюме Артёму Львовичу", 1)])
def test_a_letter_that_names_a_participant_goes_outside(
    run: Run, school: Path, named: str, code: int
) -> None:
    template = school / "templates" / "letter" / "thanks.md"
    template.parent.mkdir(parents=True)
    template.write_text(f"# Письмо\n\nСпасибо партнёру{named}.\n", encoding="utf-8")
    outcome = run("letter", "thanks", "zavod", today=TODAY)
    assert outcome.code == code
    assert ("на распространение" in outcome.err) is bool(code)
