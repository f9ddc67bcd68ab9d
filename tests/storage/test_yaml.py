"""Reading a file: all faults at once, each with its place; nothing guessed, nothing converted."""

from pathlib import Path

import pytest

from roadmap_cli.storage.yaml.compose import compose
from tests.conftest import Run
from tests.outcome import roadmap_file

TWELVE = """\
title: Дорожная карта
school_year: 2023/2025
stages:
  - id: 1
    title: Этап
    activities:
      - id: 1.1
        titel: Мероприятие
        title: Мероприятие
        tasks:
          - id: 1.1.1
            text: Первый
            status: dnoe
          - id: 1.1.2
            text: Второй
            done_on: 2023-02-30
          - id: 1.1.3
            text: Третий
            text: Третий снова
          - id: первый
            text: Четвёртый
          - id: 1.1.5
          - просто текст
          - id: 1.1.7
            text: [список]
          - id: 1.1.8
            text: *link
          - id: 1.1.9
            text: Тема: знакомство
          - id: 1.1.10
\t    text: Табуляция
          - id: 1.1.11
            text: Одиннадцатый
            evidence: приказ
"""
# Place and code of each planted mistake, by hand.
PLANTED = [
    (2, 14, "value-invalid"),
    (8, 9, "key-unknown"),
    (13, 21, "value-invalid"),
    (16, 22, "value-invalid"),
    (19, 13, "yaml-duplicate"),
    (20, 17, "value-invalid"),
    (22, 13, "key-missing"),
    (23, 13, "value-type"),
    (25, 19, "value-type"),
    (27, 19, "yaml-alias"),
    (29, 23, "yaml-syntax"),
    (31, 1, "yaml-tab"),
    (34, 23, "value-type"),
]


def _problems(run: Run) -> list[tuple[int, int, str]]:
    found = run("check", "--json").data["problems"]
    return [(each["line"], each["column"], each["code"]) for each in found]


def test_twelve_planted_mistakes_are_twelve(run: Run, workspace: Path) -> None:
    """Twelve errors and one remark (the unknown key); no fault hides or doubles another."""
    roadmap_file(workspace).write_text(TWELVE, encoding="utf-8")
    others = ("organization-incomplete", "not-checked")
    places = [place for place in _problems(run) if place[2] not in others]
    assert places == PLANTED
    assert sum(code != "key-unknown" for _, _, code in PLANTED) == 12


def test_every_message_is_a_russian_sentence_with_its_place(run: Run, workspace: Path) -> None:
    roadmap_file(workspace).write_text(TWELVE, encoding="utf-8")
    outcome = run("status")
    assert outcome.code == 1
    assert outcome.out == ""
    for line, column, _ in PLANTED:
        assert f"data/roadmap.yaml:{line}:{column}: " in outcome.err
    assert "Возможно, вы имели в виду «title»?" in outcome.err
    assert "Возможно, вы имели в виду «done»?" in outcome.err
    assert "даты «2023-02-30» нет в календаре" in outcome.err
    assert "данные прочитать нельзя: 12 ошибок" in outcome.err


@pytest.mark.parametrize(
    ("prefix", "newline"), [("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n")]
)
def test_bom_and_crlf_change_nothing(run: Run, workspace: Path, prefix: str, newline: str) -> None:
    path = roadmap_file(workspace)
    plain = run("check", "--json").out
    text = path.read_text(encoding="utf-8")
    path.write_bytes((prefix + text.replace("\n", newline)).encode())
    assert run("check", "--json").out == plain


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("utf-16", "UTF-16")]
)
def test_another_encoding_is_named_not_guessed(
    run: Run, workspace: Path, encoding: str, named: str
) -> None:
    path = roadmap_file(workspace)
    raw = "# план\ntitle: Дорожная карта\nschool_year: 2023/2024\n".encode(encoding)
    path.write_bytes(raw)
    outcome = run("status")
    assert outcome.code == 1
    assert f"похоже на {named}" in outcome.err
    assert path.read_bytes() == raw


def test_an_alias_bomb_is_refused(run: Run, workspace: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    roadmap_file(workspace).write_text(bomb, encoding="utf-8")
    outcome = run("check", "--json")
    assert outcome.code == 1
    assert [each["code"] for each in outcome.data["problems"]].count("yaml-alias") == 9 + 8 * 9


def test_bottomless_nesting_is_refused(run: Run, workspace: Path) -> None:
    roadmap_file(workspace).write_text("title: " + "[" * 5000, encoding="utf-8")
    outcome = run("status")
    assert outcome.code == 1
    assert "data/roadmap.yaml:1:" in outcome.err


@pytest.mark.parametrize(
    "text", ["", "# пусто\n", "просто текст\n", "- список\n", "\x00", "a: b: c"]
)
def test_a_file_that_is_no_roadmap(run: Run, workspace: Path, text: str) -> None:
    roadmap_file(workspace).write_text(text, encoding="utf-8")
    outcome = run("status")
    assert outcome.code == 1
    assert "data/roadmap.yaml:1:" in outcome.err


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title: 'Карта\nschool_year: 2023/2024\n", 1, "кавычка открыта, но не закрыта"),
        ("title: [а, б\nschool_year: 2023/2024\n", 1, "скобка открыта, но не закрыта"),
        ("title: Карта\n  school_year: 2023/2024\n", 2, "двоеточие с пробелом"),
        ("title: Карта\nschool_year 2023/2024\nstages: []\n", 2, "после ключа нет двоеточия"),
        ("title: @имя\nschool_year: 2023/2024\n", 1, "начинать нельзя"),
        ("title: Карта\nschool_year: 2023/2024\nstages:\n  - id: 1\n   title: Э\n", 5, "отступ"),
    ],
)
def test_syntax_errors_are_told_in_russian(
    run: Run, workspace: Path, text: str, line: int, said: str
) -> None:
    roadmap_file(workspace).write_text(text, encoding="utf-8")
    outcome = run("status")
    assert outcome.code == 1
    assert f"data/roadmap.yaml:{line}:" in outcome.err
    assert said in outcome.err


def test_values_that_yaml_would_twist_stay_text(run: Run, workspace: Path) -> None:
    """8:30, 010, no, 1.10 and a bare date are numbers and booleans to YAML, texts to us."""
    roadmap_file(workspace).write_text(
        "title: no\nschool_year: 2023/2024\nstages:\n"
        "- id: 010\n  title: 8:30\n  activities:\n  - id: 010.10\n    title: 2023-10-15\n",
        encoding="utf-8",
    )
    data = run("show", "010", "010.10", "--json").data
    assert [(item["id"], item["title"]) for item in data["items"]] == [
        ("010", "8:30"),
        ("010.10", "2023-10-15"),
    ]


def test_a_broken_side_file_does_not_stop_the_plan(run: Run, workspace: Path) -> None:
    (workspace / "data" / "people.yaml").write_text("people: [", encoding="utf-8")
    outcome = run("status")
    assert outcome.code == 0
    assert "просрочено 22" in outcome.out
    assert "data/people.yaml прочитать нельзя" in outcome.err
    order = run("order", "introduction", "--preview")
    assert order.code == 1
    assert "data/people.yaml:2:1: ошибка" in order.err


def test_an_unknown_key_is_a_remark_and_stays(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    before = path.read_text(encoding="utf-8").replace("school_year:", "мой_ключ: 1\nschool_year:")
    path.write_text(before, encoding="utf-8")
    assert run("done", "1.1.2").code == 0
    assert "мой_ключ: 1\n" in path.read_text(encoding="utf-8")
    assert "key-unknown" in run("check").out


def test_no_workspace_is_said_with_a_way_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "пусто"
    empty.mkdir()
    monkeypatch.chdir(empty)
    outcome = run("status")
    assert outcome.code == 1
    assert "roadmap init" in outcome.err
    named = run("status", "--workspace", str(empty))
    assert named.code == 1
    assert str(empty) in named.err


def test_the_nearest_folder_upwards_is_used(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = workspace / "documents" / "2023"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert run("status").code == 0


def test_a_missing_colon_is_one_fault_at_its_own_line(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("deadline: Октябрь 2023", "deadline Октябрь 2023", 1), "utf-8")
    line = text[: text.index("deadline: Октябрь 2023")].count("\n") + 1
    outcome = run("status")
    assert outcome.err.startswith(f"data/roadmap.yaml:{line}:9: ошибка: после ключа нет двоеточия")
    assert "данные прочитать нельзя: 1 ошибка\n" in outcome.err


def test_text_after_a_number_sign_is_not_lost_unsaid(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("педагогического совета.", "совета #1 в октябре", 1), "utf-8")
    outcome = run("check")
    assert "«#1 в октябре» не читается" in outcome.out
    assert "не закрыта" not in outcome.out


def test_a_broken_file_brings_no_faults_of_others(run: Run, workspace: Path) -> None:
    organization = workspace / "data" / "organization.yaml"
    with organization.open("a", encoding="utf-8") as file:
        file.write("\ncoordinator: vernigorova\n")
    assert "reference-unknown" not in run("check").out
    people = workspace / "data" / "people.yaml"
    people.write_bytes(people.read_bytes().replace(b"  - id:", b" - id:", 1))
    outcome = run("check")
    assert "people.yaml" in outcome.out
    assert "reference-unknown" not in outcome.out


def test_forbidden_characters_are_reported_where_they_stand(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[30] += "\x07"
    lines[40] += " \x00 и \ufeff"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = run("check", "--json").data["problems"]
    spots = [(each["line"], each["column"]) for each in found if each["code"] == "yaml-character"]
    width = len(lines[40])
    assert spots == [(31, len(lines[30])), (41, width - 4), (41, width)]


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\u2029"])
def test_line_ends_that_only_yaml_knows_move_no_place(run: Run, workspace: Path, mark: str) -> None:
    path = roadmap_file(workspace)
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines, f'чужой: "а{mark}б"', "лишний: да"]), encoding="utf-8")
    found = run("check", "--json").data["problems"]
    unknown = [each["line"] for each in found if each["code"] == "key-unknown"]
    assert unknown == [len(lines) + 1, len(lines) + 2]


def test_too_many_syntax_errors_are_said_to_be_cut_off(run: Run, workspace: Path) -> None:
    roadmap_file(workspace).write_text("a: b: c\n" * 80, encoding="utf-8")
    found = run("check", "--json").data["problems"]
    assert any("дальше файл не читается" in each["message"] for each in found)


@pytest.mark.parametrize("year", ["9999/00", "9999/10000", "1800/1801"])
def test_a_school_year_out_of_time(run: Run, workspace: Path, year: str) -> None:
    path = roadmap_file(workspace)
    path.write_text(path.read_text("utf-8").replace("2023/2024", year), encoding="utf-8")
    assert f"«{year}» — не учебный год" in run("status").err


@pytest.mark.parametrize("file", ['"a\\0b"', "data", "data/roadmap.yaml/x", "../../../etc/passwd"])
def test_a_registered_file_that_cannot_be_one(run: Run, school: Path, file: str) -> None:
    (school / "data" / "documents.yaml").write_text(
        f"documents:\n- {{kind: order.pairs, file: {file}, made: x}}\n", encoding="utf-8"
    )
    assert run("docs").code == 0
    assert run("check").code == 1
    assert run("docx-text", ".").code == 1


def test_marks_of_an_unfinished_merge_are_named(run: Run, workspace: Path) -> None:
    people = workspace / "data" / "people.yaml"
    people.write_text(
        "people:\n<<<<<<< HEAD\n- {id: a, surname: А}\n=======\n- {id: b, surname: Б}\n>>>>>>> x\n",
        encoding="utf-8",
    )
    found = run("check", "--json").data["problems"]
    assert [(each["code"], each["line"]) for each in found if "people" in each["file"]] == [
        ("not-checked", 1),
        ("yaml-conflict", 2),
    ]
    assert "слияние веток не закончено" in run("person", "list").err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- id: a\n<<<<<<< HEAD\n  phone: 1\n=======\n  phone: 2\n>>>>>>> x\n",
         [(2, "у нас «phone: 1», у них «phone: 2»")]),
        ("- id: a\n<<<<<<< A\n  phone: 1\n||||||| 0\n  phone: 0\n=======\n>>>>>>> B\n  note: x\n",
         [(2, "у нас «phone: 1», у них удалено")]),
        ("<<<<<<< A\r\n- id: a\r\n  name: x\r\n=======\r\n- id: a\r\n  name: y\r\n>>>>>>> B\r\n",
         [(1, "у нас «name: x», у них «name: y»")]),
        ("<<<<<<< A\n- {id: a, name: Я, phone: 12345678, note: x}\n=======\n"
         "- {id: a, name: Я, phone: 12345678, note: y}\n>>>>>>> B\n",
         [(1, "у нас «…note: x}», у них «…note: y}»")]),
        ("- id: a\n<<<<<<< A\n  phone: 1\n  phone: 2\n", [(2, "осталась пометка git")]),
        ("- id: a\n  phone: 2\n>>>>>>> B\n", [(3, "осталась пометка git")]),
        ("- id: a\n  note: |\n    =======\n", []),
    ],
)  # fmt: skip
def test_what_is_left_to_choose_is_told(text: str, expected: list[tuple[int, str]]) -> None:
    found = [each for each in compose(text, "f").problems if each.code != "yaml-duplicate"]
    told = [(each.place.line, each.message.partition(": ")[2]) for each in found]
    assert told == expected
    # The two sides are no mistake of the writer: nothing in them repeats.
    complete = text.count(">>>>>>>") == text.count("<<<<<<<")
    assert not complete or len(compose(text, "f").problems) == len(expected)
