"""`roadmap person`, `mentor`, `mentee`, `partner`, `pair`: one set of commands for all."""

import json
import re
from pathlib import Path

import pytest

from roadmap_cli.text.drawn_codes import is_random
from tests.conftest import Run
from tests.terminal import at_terminal


def _read(root: Path, name: str) -> str:
    return (root / "data" / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    "group", ["person", "mentor", "mentee", "partner", "consent", "program", "pair"]
)
def test_every_registry_can_be_listed(run: Run, group: str) -> None:
    outcome = run(group, "list")
    assert outcome.code == 0
    assert "Всего: " in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80


@pytest.mark.parametrize("group", ["mentor", "mentee", "partner", "consent", "program", "pair"])
def test_an_empty_registry_is_not_a_fault(run: Run, group: str) -> None:
    outcome = run(group, "list")
    assert (outcome.code, outcome.out, outcome.err) == (0, "Записей нет.\n", "")


@pytest.mark.usefixtures("school")
def test_list_searches_and_sorts(run: Run) -> None:
    answer = json.loads(run("person", "list", "--search", "сергеевна", "--json").out)
    assert [each["id"] for each in answer["data"]["records"]] == ["grinko"]
    answer = json.loads(run("person", "list", "--sort", "surname", "--json").out)
    names = [each["surname"] for each in answer["data"]["records"]]
    assert names == sorted(names)
    assert "surname" in run("person", "list", "--sort", "фамилия").err
    assert (
        run("mentor", "list", "--search", "илья швец", "--json").data["records"][0]["capacity"] == 2
    )


@pytest.mark.usefixtures("school")
def test_a_code_of_a_person_is_shown_with_the_name(run: Run) -> None:
    assert "shvets    Швец Илья Ильич" in run("mentor", "list").out


@pytest.mark.usefixtures("school")
def test_show_tells_who_refers_to_a_record(run: Run) -> None:
    by_name = run("person", "show", "Дюма").out
    assert by_name == run("person", "show", "dyuma").out
    assert "data/pairs.yaml:2:" in by_name
    assert "data/mentees.yaml:2:" in by_name


def test_added_people_get_codes_that_two_branches_do_not_share(run: Run, workspace: Path) -> None:
    run("person", "add", "--surname", "Щукина", "--name", "Юлия")
    run("person", "add", "--surname", "Щукина", "--name", "Яна")
    codes = re.findall(r"id: (p-\S+)", _read(workspace, "people"))
    assert len(set(codes)) == 2
    assert all(is_random(code) for code in codes)
    assert _read(workspace, "people").endswith("surname: Щукина\n    name: Яна\n")


def test_the_first_record_makes_the_file(run: Run, workspace: Path) -> None:
    outcome = run("mentor", "add", "--person", "vernigorova", "--form", "teacher_teacher")
    assert outcome.code == 0
    assert "mentors:\n  - person: vernigorova\n    form: teacher_teacher\n" in _read(
        workspace, "mentors"
    )
    assert "Вернигорова Л.А." in run("mentor", "list").out


def test_set_changes_one_line_and_empty_takes_away(run: Run, workspace: Path) -> None:
    before = _read(workspace, "people")
    run("person", "set", "grinkevich", "--position", "методист")
    assert _read(workspace, "people") == before.replace(
        "patronymic: Ю.\n", "patronymic: Ю.\n    position: методист\n"
    )
    run("person", "set", "grinkevich", "--position", "")
    assert _read(workspace, "people") == before


def test_removing_waits_for_the_references(run: Run, school: Path) -> None:
    before = _read(school, "people")
    outcome = run("person", "remove", "orlova")
    assert outcome.code != 0
    assert "data/partners.yaml" in outcome.err
    assert _read(school, "people") == before
    assert run("partner", "remove", "zavod").code == 0
    assert run("person", "remove", "orlova").code == 0
    lines = before.splitlines(keepends=True)
    assert _read(school, "people") == "".join(line for line in lines if "id: orlova" not in line)
    assert _read(school, "partners").strip().endswith("partners: []")
    assert "ошибка" not in run("check").out


def test_comments_of_others_stay(run: Run, workspace: Path) -> None:
    people = workspace / "data" / "people.yaml"
    text = (
        "people:\n"
        "  # первый\n  - id: a\n    surname: Аев\n    # об Аеве\n"
        "  # второй\n  - id: b\n    surname: Беев # б\n    # о Бееве\n"
        "\n  # третий\n  - id: c\n    surname: Веев\n"
    )
    people.write_text(text, encoding="utf-8")
    assert run("person", "remove", "b").code == 0
    assert _read(workspace, "people") == text.replace(
        "  - id: b\n    surname: Беев # б\n    # о Бееве\n", ""
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["person", "add", "--name", "Анна"], "--surname: нужно значение"),
        (["person", "add", "--id", "grinko", "--surname", "Гринько"], "уже есть"),
        (["mentor", "add", "--person", "grinka", "--form", "x"], "«grinko»"),
        (
            ["mentor", "add", "--person", "grinka", "--form", "x"],
            "--form: недопустимое значение «x»",
        ),
        (["person", "set", "grinka", "--name", "А."], "«grinko»"),
        (["person", "show", "а"], "подходит нескольким"),
        (["person", "set", "Гринько", "--name", "А."], "записи «Гринько»"),
        (["person", "remove", "shvets"], "data/consents.yaml, data/matching.yaml, data/pairs.yaml"),
        (["mentor", "remove", "shvets"], "data/pairs.yaml"),
        (["person", "add", "--surname", "  "], "--surname: нужно значение"),
        (["person", "set", "grinko", "--surname", " "], "--surname: нужно значение"),
        (["pair", "add", "--mentor", "shvets", "--mentees", "shvets"], "один человек"),
        (["pair", "set", "shvets-1", "--end", "01.01.2020"], "раньше, чем начинается"),
        (
            ["pair", "add", "--mentor", "novik", "--mentees", "dyuma"],
            "на исполнение обязанностей наставника",
        ),
    ],
)
def test_refusals_name_everything_and_write_nothing(
    run: Run, school: Path, words: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in school.rglob("*.yaml")}
    outcome = run(*words)
    assert outcome.code != 0
    assert said in outcome.err
    assert {path: path.read_bytes() for path in school.rglob("*.yaml")} == before


def test_dry_run_shows_and_writes_nothing(run: Run, workspace: Path) -> None:
    before = _read(workspace, "people")
    outcome = run("person", "add", "--surname", "Ким", "--dry-run")
    assert "+    surname: Ким" in outcome.out
    assert _read(workspace, "people") == before


def test_check_finds_lost_and_repeated_codes(run: Run, school: Path) -> None:
    pairs = school / "data" / "pairs.yaml"
    pairs.write_text(pairs.read_text("utf-8").replace("[dyuma, belov]", "[duma, belov]"), "utf-8")
    mentors = school / "data" / "mentors.yaml"
    mentors.write_text(
        mentors.read_text("utf-8").replace("person: ivanova", "person: shvets"), "utf-8"
    )
    said = run("check").out
    assert "data/pairs.yaml:2:" in said
    assert "[reference-unknown]" in said
    assert "dyuma" in said
    assert "[code-repeated]" in said


def test_check_finds_a_misspelt_responsible(run: Run) -> None:
    run("assign", "2.1", "Вернигорова Л.А.; Гринкевич Т.Ю.; Иванова А.П., директор")
    assert run("check", "--only", "responsible-unknown").code == 0
    run("assign", "2.1", "Вернегорова Л.А., методист")
    run("assign", "2.2", "grinkevch")
    said = run("check", "--only", "responsible-unknown", columns=160).out
    assert "«Вернегорова Л.А.» нет" in said
    assert "«Вернигорова Л.А.»" in said
    assert "«grinkevich»" in said


@pytest.mark.parametrize(
    ("code", "left"),
    [
        ("a", "[{id: b, surname: Беев}, {id: c, surname: Веев}]"),
        ("b", "[{id: a, surname: Аев}, {id: c, surname: Веев}]"),
        ("c", "[{id: a, surname: Аев}, {id: b, surname: Беев}]"),
    ],
)
def test_removing_from_a_list_in_brackets(run: Run, workspace: Path, code: str, left: str) -> None:
    every = "[{id: a, surname: Аев}, {id: b, surname: Беев}, {id: c, surname: Веев}]"
    (workspace / "data" / "people.yaml").write_text(f"people: {every}  # все\n", encoding="utf-8")
    assert run("person", "remove", code).code == 0
    assert _read(workspace, "people") == f"people: {left}  # все\n"


def test_an_activity_shows_the_name_behind_a_code(run: Run) -> None:
    run("assign", "2.1", "vernigorova")
    shown = run("show", "2.1").out
    assert "Вернигорова Л.А." in shown
    assert "vernigorova" not in shown


@pytest.mark.parametrize("below", ["", "# конец\n", "other: 1\n"])
def test_the_only_record_may_end_in_a_block_of_text(run: Run, workspace: Path, below: str) -> None:
    text = "people:\n  - id: a\n    surname: Аев\n    note: |\n      Две\n      строки\n"
    (workspace / "data" / "people.yaml").write_text(text + below, encoding="utf-8")
    assert run("person", "remove", "a").code == 0
    assert _read(workspace, "people") == f"people: []\n{below}"


def test_names_serve_in_place_of_codes(run: Run, school: Path) -> None:
    assert "«Швец" not in run("pair", "show", "швец").err
    assert run("pair", "show", "Швец").code == 0
    outcome = run("mentor", "add", "--person", "Соколов", "--form", "Педагог - педагог")
    assert outcome.code == 0, outcome.err
    assert "добавлена запись (наставник): Соколов Пётр Павлович" in outcome.out
    assert "  - person: sokolov\n    form: teacher_teacher\n" in _read(school, "mentors")
    assert run("person", "show", "Петр Соколов").out == run("person", "show", "sokolov").out


def test_a_whole_name_is_enough_to_remove_a_part_is_not(run: Run, school: Path) -> None:
    run("person", "add", "--surname", "Ким")
    run("person", "add", "--surname", "Кимов")
    before = _read(school, "people")
    assert run("person", "remove", "Ки").code == 1
    assert _read(school, "people") == before
    assert run("person", "remove", "Ким").code == 0
    assert "Кимов" in _read(school, "people")


def test_everything_that_names_a_person_holds_the_record(run: Run, workspace: Path) -> None:
    run("person", "add", "--id", "kozlov", "--surname", "Козлов")
    run("assign", "1.3", "kozlov")
    assert "data/roadmap.yaml" in run("person", "remove", "kozlov").err
    run("assign", "1.3", "")
    (workspace / "data" / "documents.yaml").write_text(
        "documents:\n  - {kind: form.consent-processing, subject: kozlov}\n", encoding="utf-8"
    )
    assert "data/documents.yaml" in run("person", "remove", "kozlov").err
    assert "data/documents.yaml:2:" in run("person", "show", "kozlov").out


def test_a_code_that_stands_twice_is_not_guessed_at(run: Run, workspace: Path) -> None:
    people = workspace / "data" / "people.yaml"
    people.write_text("people:\n- {id: a, surname: Аев}\n- {id: a, surname: Беев}\n", "utf-8")
    outcome = run("person", "set", "a", "--phone", "1")
    assert outcome.code == 2
    assert "повторяется" in outcome.err


def test_a_broken_file_neither_hides_nor_invents_lost_references(run: Run, school: Path) -> None:
    path = school / "data" / "mentees.yaml"
    path.write_text(path.read_text("utf-8").replace("dyuma", "nobody"), encoding="utf-8")
    (school / "data" / "pairs.yaml").write_text("pairs: [", encoding="utf-8")
    found = run("check", "--only", "reference-unknown", "--json").data["problems"]
    assert [each["file"] for each in found] == ["data/mentees.yaml"]


def test_a_pair_outside_the_registries_is_remarked(run: Run, school: Path) -> None:
    path = school / "data" / "mentors.yaml"
    path.write_text(path.read_text("utf-8").replace("person: ivanova", "person: novik"), "utf-8")
    said = run("check", "--only", "role-missing", columns=200).out
    assert "Иванова-Ли Дарья Андреевна: в паре есть, а в data/mentors.yaml нет" in said


def test_loads_and_doubles_of_pairs_are_remarked(run: Run, school: Path) -> None:
    path = school / "data" / "pairs.yaml"
    path.write_text(path.read_text("utf-8").replace("[novik]", "[novik, dyuma]"), "utf-8")
    assert run("check", "--only", "mentee-in-two-pairs").code == 1
    assert "наставляемых 2, предел — 1" in run("check", "--only", "mentor-overloaded").out
    impossible = path.read_text("utf-8").replace("[novik, dyuma]", "[novik, novik]")
    path.write_text(impossible, encoding="utf-8")
    said = run("check", "--only", "pair-impossible", columns=200).out
    assert "повторяется в составе пары" in said


@pytest.mark.usefixtures("school")
def test_list_filters_by_words_and_orders_by_size(run: Run) -> None:
    records = run("pair", "list", "--status", "работает", "--json").data["records"]
    assert [each["id"] for each in records] == ["shvets-1"]
    records = run("mentor", "list", "--sort", "capacity", "--json").data["records"]
    assert [each["capacity"] for each in records] == [1, 2]
    shown = run("pair", "list").out
    assert "работает" in shown
    assert "10.11.2025" in run("pair", "list", "--columns", "id,start").out
    assert "«prone»" in run("person", "list", "--columns", "prone").err


@pytest.mark.usefixtures("school")
def test_namesakes_carry_their_codes(run: Run) -> None:
    run("person", "add", "--id", "twin", "--surname", "Швец", "--name", "Илья",
        "--patronymic", "Ильич")  # fmt: skip
    assert "Швец Илья Ильич (shvets)" in run("mentor", "list", columns=120).out
    hint = run("person", "show", "Швец").err
    assert "shvets (Швец Илья Ильич (shvets))" in hint or "twin" in hint


def test_controls_of_a_name_do_not_reach_the_terminal(run: Run, workspace: Path) -> None:
    people = workspace / "data" / "people.yaml"
    people.write_text('people:\n- {id: a, surname: "\\e[31mАев\\e]0;x\\a"}\n', encoding="utf-8")
    for words in (["person", "list"], ["person", "show", "a"]):
        assert "\x1b" not in run(*words).out


def test_a_decomposed_letter_is_a_letter(run: Run, workspace: Path) -> None:
    run("partner", "add", "--name", "За\u0438\u0306цев")
    assert "id: zaitsev-" in _read(workspace, "partners")


def test_one_more_mentee_leaves_the_others_their_comments(run: Run, school: Path) -> None:
    path = school / "data" / "pairs.yaml"
    text = (
        "pairs:\n  - id: p\n    mentor: shvets\n    mentees:\n      - dyuma  # староста\n"
        "      # перевод\n      - belov\n"
    )
    path.write_text(text, encoding="utf-8")
    run("pair", "set", "p", "--mentees", "dyuma", "--mentees", "novik")
    after = path.read_text("utf-8")
    assert after.startswith(text.partition("      # перевод")[0])
    assert "# перевод" in after
    assert run("pair", "show", "p", "--json").data["record"]["mentees"] == ["dyuma", "novik"]


def test_add_asks_at_a_terminal_until_the_answer_fits(school: Path) -> None:
    answers = ["Никто", "Соколов", "дружба", "педагог - педагог", "одно; другое", "много", "2"]
    code, shown = at_terminal(["mentor", "add"], answers, school)
    assert code == 0, shown
    assert "записи «Никто» в data/people.yaml нет" in shown
    assert "teacher_teacher (педагог – педагог)" in " ".join(shown.split())
    assert "Нужно целое число" in shown
    assert _read(school, "mentors").endswith(
        "  - person: sokolov\n    form: teacher_teacher\n    competences:\n      - одно\n"
        "      - другое\n    capacity: 2\n"
    )
