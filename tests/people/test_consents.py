"""Consents: a gate before every paper that names a participant, and before every pair."""

from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"


def _without(school: Path, *codes: str) -> None:
    path = school / "data" / "consents.yaml"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not any(f"id: {code}," in line for code in codes)]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ["order", "pairs"], ["order", "rewards"], ["form", "plan", "shvets-1"],
        ["report", "mentees"], ["form", "journal", "shvets-1"], ["protocol", "group-meeting"],
    ],
)  # fmt: skip
def test_no_paper_names_a_participant_without_consent(
    run: Run, school: Path, words: list[str]
) -> None:
    assert run(*words, "--dry-run", today=TODAY).code == 0
    _without(school, "dyuma-pd", "shvets-pd")
    outcome = run(*words, today=TODAY)
    assert outcome.code == 1
    assert "нет согласия на обработку персональных данных" in outcome.err
    assert "roadmap consent print" in outcome.err
    assert not (school / "documents").exists()


def test_the_day_of_the_paper_counts(run: Run, school: Path) -> None:
    # A paper that bears an earlier date is made today, under today's consents.
    assert run("order", "pairs", "-d", "2023-08-31", today=TODAY).code == 0
    assert run("order", "pairs", "-d", "2023-08-31", today="2023-08-31").code == 1
    assert run("order", "pairs", "-d", "2023-09-01", today="2023-09-01").code == 0
    # Those of the mentees end on 31 August.
    assert run("order", "pairs", "-d", "2026-09-01", "-n", "2", today="2026-09-01").code == 1
    path = school / "data" / "consents.yaml"
    text = path.read_text("utf-8").replace(
        "id: shvets-pd,", "id: shvets-pd, withdrawn_on: 2025-11-30,"
    )
    path.write_text(text, encoding="utf-8")
    outcome = run("order", "pairs", "-n", "3", today=TODAY)
    assert "Швец Илья Ильич: нет согласия на обработку" in outcome.err
    assert "Дюма" not in outcome.err


def test_staff_and_consent_forms_are_named_freely(run: Run, school: Path) -> None:
    (school / "data" / "consents.yaml").unlink()
    assert run("order", "introduction", today=TODAY).code == 0
    assert run("form", "consent-processing", "dyuma", today=TODAY).code == 0


def test_a_pair_needs_its_consents(run: Run, school: Path) -> None:
    _without(school, "dyuma-part", "shvets-duty")
    found = run("check", "--only", "pair-without-consent", columns=200, today=TODAY).out
    assert "пара shvets-1: Дюма Артём Львович: нет согласия на участие в программе" in found
    assert "Швец Илья Ильич: нет согласия на исполнение обязанностей наставника" in found
    assert "consent list --missing" in found


def test_who_lacks_what(run: Run, school: Path) -> None:
    assert run("consent", "list", "--missing", today=TODAY).code == 0
    _without(school, "dyuma-part", "shvets-duty")
    outcome = run("consent", "list", "--missing", "--json", today=TODAY)
    assert outcome.code == 1
    assert outcome.data["missing"] == [
        {"person": "shvets", "kind": "mentor_duty"},
        {"person": "dyuma", "kind": "participation"},
    ]
    shown = run("consent", "list", "--missing", today=TODAY).out
    assert "Дюма Артём Львович" in shown
    assert "на участие в программе" in shown


def test_forms_for_those_who_lack_them(run: Run, school: Path) -> None:
    _without(school, "dyuma-part", "shvets-duty")
    path = school / "data" / "people.yaml"
    text = path.read_text("utf-8").replace(
        "patronymic: Львович", "patronymic: Львович, born: 2010-02-03"
    )
    path.write_text(text, encoding="utf-8")
    assert run("consent", "print", today=TODAY).code == 0
    names = sorted(each.name for each in (school / "documents").iterdir())
    # The consent that the child alone has signed is none.
    assert names == [
        "Согласие на обработку данных несовершеннолетнего – Дюма Артём Львович.docx",
        "Согласие на работу по наставничеству – Швец Илья Ильич.docx",
        "Согласие на участие ребёнка в программе – Дюма Артём Львович.docx",
    ]
    assert "в данных ещё никого нет" not in run("consent", "print", "Дюма", "--force").err


def test_a_consent_is_added_with_names_and_words(run: Run, school: Path) -> None:
    _without(school, "dyuma-part")
    outcome = run("consent", "add", "--person", "Дюма", "--kind", "на участие в программе",
                  "--given-on", "01.11.2025", today=TODAY)  # fmt: skip
    assert outcome.code == 0, outcome.err
    assert run("consent", "list", "--missing", today=TODAY).code == 0
    text = (school / "data" / "consents.yaml").read_text("utf-8")
    assert "kind: participation\n    given_on: 2025-11-01" in text


@pytest.mark.usefixtures("school")
def test_data_whose_consent_has_ended_are_due_for_destruction(run: Run) -> None:
    run("consent", "set", "dyuma-pd", "--withdrawn-on", "2025-11-20", today=TODAY)
    found = run("check", "--only", "destruction-due", columns=200, today=TODAY).out
    assert "отозвано 20.11.2025, данные нужно уничтожить до 20.12.2025" in found
    assert "roadmap forget dyuma" in found
    run(
        "consent", "add", "--person", "dyuma", "--kind", "pd_processing", "--given-on", "2025-11-21"
    )
    assert run("check", "--only", "destruction-due", today=TODAY).code == 0


def test_a_consent_cannot_end_before_it_begins(run: Run, school: Path) -> None:
    before = (school / "data" / "consents.yaml").read_bytes()
    outcome = run("consent", "set", "dyuma-pd", "--valid-to", "2020-01-01", today=TODAY)
    assert outcome.code == 1
    assert "раньше, чем дано" in outcome.err
    assert (school / "data" / "consents.yaml").read_bytes() == before
    path = school / "data" / "consents.yaml"
    path.write_text(path.read_text("utf-8").replace("2026-08-31", "2020-08-31"), encoding="utf-8")
    found = run("check", "--json", today=TODAY).data["problems"]
    assert [each["code"] for each in found if "consents" in each["file"]] == [
        "consent-impossible", "destruction-due",
    ] * 3  # fmt: skip


def test_consents_that_raise_doubts(run: Run, school: Path) -> None:
    people = school / "data" / "people.yaml"
    text = people.read_text("utf-8").replace(
        "patronymic: Львович", "patronymic: Львович, birth_year: 2014"
    )
    people.write_text(text, encoding="utf-8")
    run("consent", "set", "novik-pd", "--signer", "законный представитель", today=TODAY)
    run("consent", "set", "belov-part", "--given-on", "01.01.2030", today=TODAY)
    found = run("check", "--json", today=TODAY).data["problems"]
    said = [each["message"] for each in found if each["code"] == "consent-doubtful"]
    assert any("Дюма Артём Львович: несовершеннолетний" in each for each in said)
    assert any("кто он, не указано" in each for each in said)
    assert any("ещё не наступила" in each for each in said)


def test_a_pupil_of_unknown_age_gets_the_childs_form(run: Run, school: Path) -> None:
    _without(school, "dyuma-part")
    run("mentee", "set", "dyuma", "--form", "работодатель – ученик", today=TODAY)
    run("consent", "print", today=TODAY)
    (path,) = (school / "documents").iterdir()
    assert "Согласие на участие ребёнка" in path.name


@pytest.mark.parametrize(
    ("day", "key", "missing"),
    [
        ("2025-12-01", None, False),
        ("2025-12-02", "valid_to: 2025-12-01", True),
        ("2025-12-01", "valid_to: 2025-12-01", False),
        ("2025-12-01", "withdrawn_on: 2025-12-01", True),
        ("2025-11-30", "withdrawn_on: 2025-12-01", False),
    ],
)
def test_the_last_day_of_a_consent(
    run: Run, school: Path, day: str, key: str | None, missing: bool
) -> None:
    path = school / "data" / "consents.yaml"
    text = path.read_text("utf-8")
    if key is not None:
        text = text.replace("id: dyuma-part,", f"id: dyuma-part, {key},")
    path.write_text(text, encoding="utf-8")
    assert (run("consent", "list", "--missing", today=day).code == 1) is missing


def test_who_has_left_needs_nothing(run: Run, school: Path) -> None:
    _without(school, "dyuma-part")
    run("mentee", "set", "dyuma", "--left", "2025-12-01", today=TODAY)
    assert run("consent", "list", "--missing", today="2025-12-01").code == 0
    assert run("consent", "list", "--missing", today="2025-11-30").code == 1
