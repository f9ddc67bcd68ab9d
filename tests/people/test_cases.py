"""Doubtful forms are told where a person is added, shown and checked, and can be confirmed."""

from pathlib import Path

import pytest

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.text.grammar import Case, Gender
from tests.conftest import Run

LION = "{id: lev, surname: Лев, name: Иван, patronymic: Ильич, position: ЗДУВР}"
PLAIN = "{id: sok, surname: Соколов, name: Иван, patronymic: Ильич, position: методист}"
REMARK = "проверьте падеж: фамилия «Лев» → кого «Льва» — по другому правилу было бы «Лева»"
POSITION = "проверьте падеж: должность «ЗДУВР» → кого «ЗДУВР» — не найдено, что склонять"


def _people(workspace: Path, *lines: str) -> Path:
    path = workspace / "data" / "people.yaml"
    path.write_text("".join(["people:\n", *(f"- {line}\n" for line in lines)]), encoding="utf-8")
    return path


def _doubts(run: Run, code: str) -> list[str]:
    return [each["key"] for each in run("person", "cases", code, "--json").data["doubts"]]


def _remarks(run: Run) -> list[str]:
    problems = run("check", "--only", "case-doubtful", "--json").data["problems"]
    return [each["message"] for each in problems]


def test_the_table_tells_what_to_check(run: Run, workspace: Path) -> None:
    _people(workspace, LION, PLAIN)
    shown = " ".join(run("person", "cases", "lev").out.split())
    assert REMARK[1:] in shown
    assert POSITION[1:] in shown
    assert "roadmap person cases lev --confirm" in shown
    assert "проверьте" not in run("person", "cases", "sok").out.lower()
    assert _doubts(run, "lev") == ["surname", "position"]
    assert _doubts(run, "sok") == []


def test_a_confirmed_form_is_the_persons_own(run: Run, workspace: Path) -> None:
    path = _people(workspace, LION, PLAIN)
    assert len(_remarks(run)) == 2
    assert run("check", "--only", "gender-unknown").code == 0
    assert run("person", "cases", "lev", "--confirm").code == 0
    assert _remarks(run) == []
    text = path.read_text("utf-8")
    assert "instrumental: Львом Иваном Ильичом" in text or "Львом Иваном Ильичом" in text
    assert PLAIN in text
    again = run("person", "cases", "lev", "--confirm")
    assert "сомнений в падежах нет" in again.out
    assert path.read_text("utf-8") == text


def test_only_what_is_doubtful_is_confirmed(run: Run, workspace: Path) -> None:
    path = _people(workspace, LION.replace("ЗДУВР", "методист"), PLAIN.replace("методист", "ЗДУВР"))
    run("person", "cases", "lev", "--confirm")
    assert "position_cases" not in path.read_text("utf-8")
    run("person", "cases", "sok", "--confirm")
    assert path.read_text("utf-8").count("name_cases") == 1
    assert path.read_text("utf-8").count("position_cases") == 1
    assert _remarks(run) == []


def test_a_trial_confirms_nothing(run: Run, workspace: Path) -> None:
    path = _people(workspace, LION)
    before = path.read_bytes()
    tried = run("person", "cases", "lev", "--confirm", "--dry-run")
    assert "+" in tried.out
    assert "Льва Ивана Ильича" in tried.out
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{id: x, surname: Лев}", "пол не указан: имя не склоняется"),
        ("{id: x, surname: Лaпин, gender: male}", "2-я буква «a» — латинская"),
        ("{id: x, surname: Лев, gender: male, name_cases: {genitive: Иванова}}",
         "падежи записаны не для «Лев»: «Иванова»"),
    ],
)  # fmt: skip
def test_what_has_no_form_cannot_be_confirmed(
    run: Run, workspace: Path, line: str, said: str
) -> None:
    path = _people(workspace, line)
    before = path.read_bytes()
    refused = run("person", "cases", "x", "--confirm")
    assert refused.code == 1
    assert said in refused.err
    assert path.read_bytes() == before


def test_a_new_person_is_told_of_at_once(run: Run, workspace: Path) -> None:
    _people(workspace, PLAIN)
    words = ("person", "add", "--surname", "Лев", "--name", "Иван", "--patronymic", "Ильич")
    assert REMARK in " ".join(run(*words, "--id", "lev").err.split())
    plain = run("person", "add", "--surname", "Белов", "--name", "Иван", "--gender", "male")
    assert "падеж" not in plain.err
    unknown = run("person", "add", "--surname", "Белов", "--name", "Юрий")
    assert "пол не указан: имя не склоняется. Укажите: roadmap person set" in unknown.err


def test_a_change_of_the_name_is_looked_at(run: Run, workspace: Path) -> None:
    _people(workspace, LION.replace(", position: ЗДУВР", ""))
    run("person", "cases", "lev", "--confirm")
    changed = run("person", "set", "lev", "--surname", "Белов").err
    assert "падежи записаны не для «Белов Иван Ильич»: «Льва Ивана Ильича»" in changed
    assert _remarks(run) == [f"Белов Иван Ильич: {changed.split(': ', 1)[1].split('. Ис')[0]}"]
    assert run("person", "set", "lev", "--surname", "Лев").err == ""


def test_a_change_of_something_else_repeats_nothing(run: Run, workspace: Path) -> None:
    _people(workspace, LION)
    assert run("person", "set", "lev", "--phone", "1").err == ""
    assert "«Репей» → кого «Репья»" in run("person", "set", "lev", "--surname", "Репей").err


def _person(**values: object) -> Person:
    return Person(**{"id": "x", "surname": "Лев", "gender": Gender.MALE, **values})  # type: ignore[arg-type]  # a table of keys


FORMS = ("Льва", "Льву", "Льва", "Львом", "Льве")
OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]
ALL = dict(zip((case.value for case in OBLIQUE), FORMS, strict=True))


@pytest.mark.parametrize("missing", [None, *ALL])
def test_only_with_all_five_forms_nothing_is_doubtful(missing: str | None) -> None:
    own = CaseForms(**{name: form for name, form in ALL.items() if name != missing})
    assert bool(_person(name_cases=own).case_remarks) is (missing is not None)


def test_a_given_form_is_not_doubtful_in_its_case() -> None:
    person = _person(name_cases=CaseForms(dative="Льву"))
    assert person.name_remark(Case.DATIVE) is None
    assert person.name_remark(Case.GENITIVE) is not None
    stale = _person(name_cases=CaseForms(dative="Белову"))
    assert stale.name_remark(Case.DATIVE) is not None


def test_initials_are_as_sure_as_the_surname() -> None:
    doubtful_name = _person(surname="Соколов", name="Ирек")
    assert doubtful_name.name_remark() is not None
    assert doubtful_name.surname_remark(Case.DATIVE) is None
    assert _person(name="Иван").surname_remark(Case.DATIVE) is not None


@pytest.mark.parametrize(
    ("text", "form", "stale"),
    [
        ("Лев", "Льва", False), ("Заяц", "Зайца", False), ("Пётр", "Петра", False),
        ("Коломиец", "Коломийца", False), ("Гринкевич Т.Ю.", "Гринкевич Тарасу Юрьевичу", False),
        ("Иванова", "Исаевой", True), ("методист", "директора", True),
        ("Ли Анна", "Ли Инны", True),
    ],
)  # fmt: skip
def test_forms_of_another_word_are_noticed(text: str, form: str, stale: bool) -> None:
    person = Person(id="x", surname="Ким", position=text, position_cases=CaseForms(genitive=form))
    assert any("не для" in doubt.said for doubt in person.position_doubts) is stale


def test_an_unknown_gender_is_a_finding_of_its_own(run: Run, workspace: Path) -> None:
    _people(workspace, "{id: x, surname: Лев}")
    assert _remarks(run) == []
    (found,) = run("check", "--only", "gender-unknown", "--json").data["problems"]
    assert found["message"] == "Лев: пол не указан: имя не склоняется"
    assert found["hint"] == "Укажите: roadmap person set x --gender female (или male)."


def test_nothing_is_said_of_the_forgotten(run: Run, workspace: Path) -> None:
    _people(workspace, "{id: x, surname: Лев, forgotten_on: 2023-01-01}")
    assert _remarks(run) == []
