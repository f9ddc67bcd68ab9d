"""A whole year of a sample school, and the life of its pairs step by step."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.conftest import Run

TODAY = "2025-12-01"


def _pair(run: Run, code: str) -> Any:
    return run("pair", "show", code, "--json", today=TODAY).data["record"]


@pytest.mark.usefixtures("school")
def test_steps_of_a_pairs_life(run: Run) -> None:
    assert run("pair", "start", "ivanova-1", "--on", "10.11.2025", today=TODAY).code == 0
    assert _pair(run, "ivanova-1")["status"] == "active"
    words = ["--reason", "цель достигнута", "--on", "30.11.2025"]
    outcome = run("pair", "close", "Иванова-Ли", *words, today=TODAY)
    assert outcome.code == 0, outcome.err
    pair = _pair(run, "ivanova-1")
    assert (pair["status"], pair["end"], pair["reason"]) == (
        "closed",
        "2025-11-30",
        "цель достигнута",
    )
    wrong = run("pair", "confirm", "ivanova-1", today=TODAY)
    assert wrong.code == 2
    assert "ivanova-1 (завершена)" in wrong.err


@pytest.mark.usefixtures("school")
def test_a_substitute_begins_a_pair_of_its_own(run: Run) -> None:
    run("mentor", "add", "--person", "novik", "--form", "педагог – педагог", today=TODAY)
    for kind in ("на исполнение обязанностей наставника", "на обработку персональных данных"):
        run("consent", "add", "--person", "novik", "--kind", kind, "--given-on", "2025-11-01")
    outcome = run(
        "pair", "replace", "shvets-1", "--mentor", "Новик", "--reason", "болезнь", today=TODAY
    )
    assert outcome.code == 0, outcome.err
    old = _pair(run, "shvets-1")
    assert (old["status"], old["end"], old["reason"]) == ("replaced", TODAY, "болезнь")
    (new,) = [
        each for each in run("pair", "list", "--json").data["records"] if each["mentor"] == "novik"
    ]
    assert (new["mentees"], new["status"]) == (["dyuma", "belov"], "proposed")
    assert "Вместо shvets-1: болезнь" in new["note"]
    assert "план перешёл из shvets-1, осталось пунктов: 1" in outcome.out
    plan = run("plan", "show", new["id"], "--json", today=TODAY).data["record"]
    assert [step["task"] for step in plan["steps"]] == ["Открытое занятие наставляемого"]
    assert plan["goals"] == ["Освоить приёмы организации группы", "Научиться вести журнал"]
    kept = run("plan", "show", "shvets-1", "--json", today=TODAY).data["record"]
    assert len(kept["steps"]) == 2
    same = run("pair", "replace", new["id"], "--mentor", "novik", "--reason", "х", today=TODAY)
    assert same.code == 2


@pytest.mark.usefixtures("school")
def test_a_substitute_needs_the_consents_too(run: Run) -> None:
    words = ("pair", "replace", "shvets-1", "--mentor", "sokolov", "--reason", "x")
    stranger = run(*words, today=TODAY)
    assert stranger.code == 2
    assert "Соколов Пётр Павлович: в базе наставников нет" in stranger.err
    run("mentor", "add", "--person", "sokolov", "--form", "педагог – педагог", today=TODAY)
    outcome = run(*words, today=TODAY)
    assert outcome.code == 1
    assert "нет согласия на исполнение обязанностей наставника" in outcome.err
    assert _pair(run, "shvets-1")["status"] == "active"


@pytest.mark.parametrize(
    ("text", "said"),
    [("bans:\n  - {mentee: belov, mentor: ivanova, reason: ссора}\n", "пара запрещена: ссора"),
     ("school_required: да\n", "Школа наставников не окончена")],
)  # fmt: skip
def test_the_schools_own_rules_hold_for_a_substitute(
    run: Run, school: Path, text: str, said: str
) -> None:
    (school / "data" / "matching.yaml").write_text(text, "utf-8")
    run("mentor", "set", "ivanova", "--capacity", "5", today=TODAY)
    outcome = run("pair", "replace", "shvets-1", "--mentor", "ivanova", "--reason", "x",
                  today=TODAY)  # fmt: skip
    assert outcome.code == 2
    assert said in outcome.err
    # A pair written by hand is doubted.
    run("pair", "add", "--mentor", "ivanova", "--mentees", "belov", today=TODAY)
    found = run("check", "--only", "pair-against-ruling", columns=200, today=TODAY).out
    assert f"Белов С.К. – Иванова-Ли Дарья Андреевна: {said}" in found


@pytest.mark.usefixtures("school")
def test_an_order_approves_what_is_proposed(run: Run) -> None:
    run("pair", "close", "ivanova-1", today=TODAY)
    all_at_work = run("order", "pairs", "--preview", columns=120, today=TODAY).out
    assert "Швец Илья Ильич" in all_at_work
    assert "Новик" not in all_at_work
    run("pair", "add", "--mentor", "ivanova", "--mentees", "novik", today=TODAY)
    proposed = run("order", "pairs", "--preview", columns=120, today=TODAY).out
    assert "Новик" in proposed
    assert "Швец Илья Ильич" not in proposed


@pytest.mark.usefixtures("school")
def test_a_step_taken_already_is_told_without_a_day(run: Run) -> None:
    run("pair", "close", "ivanova-1", "--on", "20.11.2025", today=TODAY)
    again = run("pair", "close", "ivanova-1", "--on", "01.11.2025", today=TODAY).out
    assert "уже завершена" in again
    assert "01.11.2025" not in again
    run("pair", "add", "--mentor", "ivanova", "--mentees", "novik", today=TODAY)
    assert "утверждена приказом\n" in run("pair", "confirm", today=TODAY).out.replace(" \n", "\n")


@pytest.mark.usefixtures("school")
def test_meetings_of_a_replaced_pair_are_counted_once(run: Run) -> None:
    run("mentor", "set", "ivanova", "--capacity", "5", today=TODAY)
    run("pair", "replace", "shvets-1", "--mentor", "ivanova", "--reason", "x", today=TODAY)
    run("pair", "start", "ivanova-1", today=TODAY)
    run("meeting", "add", "ivanova-1", today=TODAY)
    said = " ".join(run("report", "programme", "--preview", columns=160, today=TODAY).out.split())
    assert "Проведено встреч │ 3" in said
    run("report", "programme", "-o", "о.docx", today=TODAY)
    table = [line for line in run("docx-text", "о.docx").out.splitlines() if "заменили" in line]
    assert [line.split("|")[-1].strip() for line in table] == ["2"]
    said = run("report", "analytics", "--preview", columns=160, today=TODAY).out
    # Neither the replaced pair and its two meetings count, nor the one that is only proposed.
    assert "1 : 1" in next(line for line in said.splitlines() if "Встреч на пару" in line)


# --- meetings ---------------------------------------------------------------------------------


def test_who_is_late_and_why(run: Run, school: Path) -> None:
    found = {
        each["pair"]: each
        for each in run("meeting", "due", "--json", today="2025-12-05").data["due"]
    }
    assert (found["shvets-1"]["kind"], found["shvets-1"]["by"]) == ("planning", "2025-12-04")
    assert (found["ivanova-1"]["kind"], found["ivanova-1"]["late"]) == ("first", 11)
    outcome = run("meeting", "due", columns=140, today="2025-12-05")
    assert outcome.code == 1
    assert found["shvets-1"]["why"] == "последняя встреча 20.11.2025, правило — раз в 14 дн."
    assert "просрочено на 1 дн." in run("meeting", "due", columns=200, today="2025-12-05").out
    path = school / "data" / "organization.yaml"
    path.write_text(path.read_text("utf-8") + "meeting_days: 30\n", encoding="utf-8")
    assert run("meeting", "due", today="2025-12-05").code == 0


@pytest.mark.usefixtures("school")
def test_one_line_writes_the_meeting_of_many_pairs(run: Run, school: Path) -> None:
    run("pair", "start", "ivanova-1", today=TODAY)
    outcome = run("meeting", "add", "--on", "28.11.2025", "--topic", "План", today=TODAY)
    assert outcome.code == 0, outcome.err
    found = run("meeting", "list", "--json", today=TODAY).data["meetings"][-2:]
    assert {(each["pair"], each["kind"], each["topic"]) for each in found} == {
        ("shvets-1", "planning", "План"), ("ivanova-1", "first", "План"),
    }  # fmt: skip
    before = (school / "data" / "meetings.yaml").read_bytes()
    assert "уже записана" in run("meeting", "add", "--on", "28.11.2025", today=TODAY).out
    assert (school / "data" / "meetings.yaml").read_bytes() == before
    future = run("meeting", "add", "--on", "01.01.2030", today=TODAY)
    assert future.code == 2
    assert "ещё не наступило" in future.err
    assert "организационная" in run("meeting", "add", "--kind", "чаепитие", today=TODAY).err
    assert "28.11.2025" in run("meeting", "list", "Швец", today=TODAY).out


@pytest.mark.usefixtures("school")
def test_the_last_meeting_comes_with_the_end(run: Run) -> None:
    for day in ("28.11.2025", "10.12.2025"):
        run("meeting", "add", "shvets-1", "--on", day, today="2026-04-20")
    run("meeting", "add", "shvets-1", "--on", "20.04.2026", today="2026-04-20")
    found = run("meeting", "due", "--json", today="2026-04-21").data["due"]
    (due,) = [each for each in found if each["pair"] == "shvets-1"]
    assert (due["kind"], due["by"]) == ("final", "2026-04-30")
    run(
        "meeting",
        "add",
        "shvets-1",
        "--on",
        "21.04.2026",
        "--kind",
        "заключительная",
        today="2026-04-22",
    )
    after = run("meeting", "due", "--json", today="2026-04-22").data["due"]
    assert [each["pair"] for each in after] == ["ivanova-1"]


@pytest.mark.parametrize("name", ["журнал.csv", "журнал.xlsx"])
def test_a_filled_journal_comes_in_once(run: Run, school: Path, name: str) -> None:
    rows: list[list[str]] = [
        ["Журнал встреч"], [],
        ["Дата встречи", "Наставник", "Вид", "Тема", "Результат"],
        ["28.11.2025", "Швец", "встреча-планирование", "План", "Составлен"],
        ["29.11.2025", "", "", "Занятие", ""],
        ["28.11.2025", "ivanova-1", "", "Знакомство", ""],
        ["32.11.2025", "ivanova-1", "", "Ошибка в дате", ""],
        ["30.11.2025", "Никто", "", "Чужая пара", ""],
        ["01.01.2030", "ivanova-1", "", "Будущая", ""],
    ]  # fmt: skip
    if name.endswith("csv"):
        text = "\n".join(";".join(row) for row in rows)
        (school / name).write_text(text, encoding="utf-8")
    else:
        book = Workbook()
        for cells in rows:
            book.worksheets[0].append(cells)
        book.save(school / name)
    outcome = run("import", name, "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    assert "журнал встреч (6)" in outcome.out
    found = run("meeting", "list", "--json", today=TODAY).data["meetings"][-3:]
    assert {(each["pair"], each["kind"], each["topic"]) for each in found} == {
        ("shvets-1", "planning", "План"), ("shvets-1", "regular", "Занятие"),
        ("ivanova-1", "first", "Знакомство"),
    }  # fmt: skip
    for row, said in ((7, "нет в календаре"), (8, "«Никто»"), (9, "ещё не наступило")):
        assert any(
            f"строка {row} не взята:" in line and said in line for line in outcome.err.splitlines()
        )
    before = (school / "data" / "meetings.yaml").read_bytes()
    assert "Нового нет" in run("import", name, "--yes", today=TODAY).out
    assert (school / "data" / "meetings.yaml").read_bytes() == before


# --- plans and the School ---------------------------------------------------------------------


@pytest.mark.usefixtures("school")
def test_a_plan_from_a_programme_to_its_results(run: Run) -> None:
    outcome = run("plan", "make", "--program", "young", today=TODAY)
    assert outcome.code == 0, outcome.err
    plan = run("plan", "show", "ivanova-1", "--json", today=TODAY).data["record"]
    assert plan["goal"] == "помочь молодому специалисту войти в профессию"
    assert plan["request"] == "подготовка к аттестации"
    assert [step["task"] for step in plan["steps"]][-1] == "Открытое занятие"
    run("plan", "result", "ivanova-1", "1", "Изучены", "--mark", "5", today=TODAY)
    run("plan", "step", "ivanova-1", "Портфолио", "--deadline", "март", today=TODAY)
    progress = run("plan", "progress", "--json", today=TODAY).data["plans"]
    assert {each["pair"]: (each["done"], each["total"]) for each in progress} == {
        "shvets-1": (1, 2), "ivanova-1": (1, 4),
    }  # fmt: skip
    assert "пунктов 4, а не 9" in run("plan", "result", "ivanova-1", "9", "x", today=TODAY).err
    assert "план уже есть" in run("plan", "make", "ivanova-1", today=TODAY).out


def _finished(run: Run) -> list[str]:
    mentors = run("school", "finished", "--json", today=TODAY).data["mentors"]
    return [each["person"] for each in mentors if each["finished"]]


def test_the_school_of_mentors_and_its_certificate(run: Run, school: Path) -> None:
    assert _finished(run) == []
    assert run("school", "attend", "05.11.2025", "Швец", "ivanova", today=TODAY).code == 0
    assert run("school", "attend", "07.11.2025", "shvets", today=TODAY).code == 0
    assert _finished(run) == ["shvets"]
    assert "1 из 2" in run("school", "finished", today=TODAY).out
    assert "Швец Илья Ильич" in run("school", "list", columns=160, today=TODAY).out
    wrong = run("school", "attend", "06.11.2025", "shvets", today=TODAY)
    assert "Есть: 05.11.2025 «Роль наставника», 07.11.2025" in wrong.err
    for name in ("pairs", "plans", "meetings"):
        (school / "data" / f"{name}.yaml").unlink()
    (school / "data" / "matching.yaml").write_text("school_required: да\n", encoding="utf-8")
    said = run("match", "explain", "novik", "ivanova", columns=120, today=TODAY).out
    assert "Школа наставников не окончена" in said
    assert run("form", "certificate", "shvets", "-o", "с.docx", today=TODAY).code == 0
    words = run("docx-text", "с.docx").out
    assert "Швецу Илье Ильичу" in words
    assert "в объёме 6 часов" in words
    # Who has heard one lesson of two is a graduate when one is enough, of that lesson's hours.
    refused = run("form", "certificate", "ivanova", "novik", "-o", "д.docx", today=TODAY)
    assert refused.code == 2
    assert "Иванова-Ли Дарья Андреевна: Школа наставников не окончена" in refused.err
    assert "Новик Елена Юрьевна" in refused.err
    path = school / "data" / "school.yaml"
    path.write_text("enough: 1\n" + path.read_text("utf-8"), "utf-8")
    assert run("form", "certificate", "ivanova", "-o", "д.docx", today=TODAY).code == 0
    words = run("docx-text", "д.docx").out
    assert "в объёме 2 часов" in words
    assert "План развития" not in words
    outcome = run("form", "certificate", "--all", today=TODAY)
    assert outcome.code == 0, outcome.err
    assert len(list((school / "documents").glob("Сертификат*.docx"))) == 2


# --- a whole year -----------------------------------------------------------------------------


def test_a_year_played_through(run: Run, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`status` tells the truth at each step: the tasks that the records prove are named."""
    run(
        "init",
        "год",
        "--organization",
        "Центр",
        "--year",
        "2025/2026",
        "--no-git",
        today="2025-09-01",
    )
    year = school / "год"
    for name in ("people", "consents", "mentors", "mentees", "organization", "school", "programs"):
        (year / "data" / f"{name}.yaml").write_bytes(
            (school / "data" / f"{name}.yaml").read_bytes()
        )
    monkeypatch.chdir(year)

    def waiting(day: str) -> set[str]:
        return set(run("status", "--json", today=day).data["waiting"])

    def done(day: str, *ids: str) -> None:
        assert run("done", *ids, "--on", day, today=day).code == 0
        assert not waiting(day) & set(ids)
        assert not set(run("status", "--json", today=day).data["unproven"]) & set(ids)

    consents, bases = {"2.1.2", "3.1.2"}, {"2.2.1", "3.2.1"}
    assert waiting("2025-10-15") >= consents | bases
    done("2025-10-20", *consents, *bases)
    assert "5.1.4" not in waiting("2025-11-01")
    run("done", "6.1.1", "--on", "2025-11-01", today="2025-11-01")
    assert "6.1.1" in run("status", "--json", today="2025-11-01").data["unproven"]
    run("reopen", "6.1.1", today="2025-11-01")

    assert run("match", "accept", "--by", "Гринько О.С.", today="2025-11-05").code == 0
    assert run("order", "pairs", "-n", "42-ОД", "-d", "2025-11-07", today="2025-11-07").code == 0
    assert (
        run(
            "order", "register", "pairs", "-n", "42-ОД", "-d", "2025-11-07", today="2025-11-07"
        ).code
        == 0
    )
    assert run("pair", "confirm", today="2025-11-07").code == 0
    assert run("pair", "start", "--on", "10.11.2025", today="2025-11-10").code == 0
    assert "5.1.4" in waiting("2025-11-10")
    assert run("plan", "make", "--program", "young", today="2025-11-10").code == 0
    assert "5.2.2" in waiting("2025-11-10")
    done("2025-11-10", "5.1.4", "5.2.2")
    assert run("meeting", "due", today="2025-11-12").code == 0
    assert run("meeting", "due", today="2025-12-12").code == 1
    for day, task in (("2025-11-12", "6.1.1"), ("2025-11-20", "6.1.2"), ("2025-12-01", "6.1.3")):
        assert task not in waiting(day)
        assert run("meeting", "add", "--on", day, "--topic", "Работа", today=day).code == 0
        assert task in waiting(day)
        done(day, task)
    run("meeting", "add", "--on", "2026-04-28", "--kind", "заключительная", today="2026-04-28")
    assert "6.1.5" in waiting("2026-04-28")
    for pair in run("pair", "list", "--json", today="2026-04-30").data["records"]:
        assert (
            run(
                "pair", "close", pair["id"], "--reason", "программа завершена", today="2026-04-30"
            ).code
            == 0
        )
    assert run("meeting", "due", today="2026-05-01").code == 0
    for words in (["report", "programme"], ["report", "analytics"], ["form", "plan", "--all"]):
        assert run(*words, today="2026-05-01").code == 0
    shown = run("show", "6.1.1", today="2026-05-01").out
    assert "первая встреча у всех пар: 2 из 2" in " ".join(shown.split())


@pytest.mark.usefixtures("school")
def test_a_full_mentor_is_no_substitute(run: Run) -> None:
    words = ("pair", "replace", "shvets-1", "--mentor", "ivanova")
    outcome = run(*words, "--reason", "болезнь", today=TODAY)
    assert outcome.code == 2
    assert "наставляемых 1, предел — 1" in outcome.err
    assert run(*words, "--reason", " ", today=TODAY).code == 2


@pytest.mark.usefixtures("school")
def test_a_step_keeps_the_planned_day_and_none_to_come(run: Run) -> None:
    assert run("pair", "start", today=TODAY).code == 0
    assert _pair(run, "ivanova-1")["start"] == "2025-11-10"
    assert run("pair", "close", "ivanova-1", "--on", "01.01.2030", today=TODAY).code == 2
    assert run("pair", "close", "ivanova-1", today=TODAY).code == 0
    assert _pair(run, "ivanova-1")["end"] == TODAY
    assert "Менять нечего." in run("pair", "start", today=TODAY).out


@pytest.mark.usefixtures("school")
def test_only_confirmed_pairs_start_by_themselves(run: Run) -> None:
    run("pair", "set", "ivanova-1", "--status", "предложена", today=TODAY)
    run("pair", "start", today=TODAY)
    assert _pair(run, "ivanova-1")["status"] == "proposed"


@pytest.mark.usefixtures("school")
def test_a_meeting_is_noted_once_and_in_its_time(run: Run, school: Path) -> None:
    assert run("meeting", "add", "Дюма", "shvets-1", today=TODAY).code == 0
    path = school / "data" / "meetings.yaml"
    assert path.read_text("utf-8").count("2025-12-01") == 1
    late = run("meeting", "add", "shvets-1", "--on", "15.11.2025", today=TODAY)
    assert late.code == 2
    assert "--kind" in late.err
    words = ("--on", "15.11.2025", "--kind", "регулярная")
    assert run("meeting", "add", "shvets-1", *words, today=TODAY).code == 0


@pytest.mark.usefixtures("school")
def test_meetings_outside_a_pairs_time_are_doubted(run: Run, school: Path) -> None:
    path = school / "data" / "meetings.yaml"
    text = path.read_text("utf-8")
    rows = ("shvets-1, held_on: 2025-01-01", "shvets-1, held_on: 2026-01-01",
            "ivanova-1, held_on: 2025-11-15", "ivanova-1, held_on: 2025-11-15")  # fmt: skip
    path.write_text(
        text + "".join(f"  - {{pair: {row}, kind: regular}}\n" for row in rows), "utf-8"
    )
    run("pair", "close", "shvets-1", "--on", "15.11.2025", today=TODAY)
    said = run("check", "--only", "meeting-outside-pair", columns=200, today=TODAY).out
    assert "20.11.2025 — позже, чем пара закончила работу (15.11.2025)" in said
    assert "01.01.2025 — раньше, чем пара начала работу (10.11.2025)" in said
    assert "15.11.2025 — записана дважды" in said
    assert "01.01.2026 — позже" in said


@pytest.mark.usefixtures("school")
def test_meeting_days_have_a_bound(run: Run, school: Path) -> None:
    path = school / "data" / "organization.yaml"
    path.write_text(path.read_text("utf-8") + "meeting_days: 99999999\n", "utf-8")
    outcome = run("meeting", "due", today=TODAY)
    assert outcome.code == 1
    assert "не больше 366" in " ".join((outcome.out + outcome.err).split())


@pytest.mark.usefixtures("school")
def test_no_line_of_a_journal_is_lost_in_silence(run: Run, school: Path) -> None:
    (school / "журнал.csv").write_text(
        "Дата;Пара;Вид;Тема;Результат\n"
        "12.11.2025;shvets-1;;Знакомство;Определён запрос\n"
        "20.11.2025;shvets-1;;Разбор занятия;Другой итог\n"
        ";shvets-1;;Без даты;\n"
        "15.11.2025;shvets-1;;Раньше записанной;\n"
        "25.11.2025;shvets-1;первая;Вид с ошибкой;\n"
        "26.11.2025;shvets-1;;Утром;\n26.11.2025;shvets-1;;Вечером;\n",
        encoding="utf-8",
    )
    outcome = run("import", "журнал.csv", "--yes", columns=300, today=TODAY)
    said = dict(line.split(" не взята: ") for line in outcome.err.splitlines() if "взята" in line)
    assert set(said) == {f"строка {row}" for row in (3, 4, 5, 6, 8)}
    assert "иначе: результат" in said["строка 3"]
    assert said["строка 4"] == "нет даты (shvets-1; Без даты)"
    assert "позже уже записаны" in said["строка 5"]
    assert "организационная" in said["строка 6"]
    assert "иначе: тема" in said["строка 8"]
    assert (school / "data" / "meetings.yaml").read_text("utf-8").count("held_on") == 3


@pytest.mark.usefixtures("school")
def test_two_lessons_on_one_day_and_one_to_come(run: Run, school: Path) -> None:
    path = school / "data" / "school.yaml"
    path.write_text(path.read_text("utf-8").replace("2025-11-07", "2025-11-05"), "utf-8")
    both = run("school", "attend", "05.11.2025", "shvets", today=TODAY)
    assert both.code == 2
    assert "План развития" in both.err
    words = ("school", "attend", "05.11.2025", "shvets", "--topic", "план")
    assert run(*words, today="2025-11-04").code == 2
    assert run(*words, today=TODAY).code == 0
    lessons = run("school", "list", "--json", today=TODAY).data["lessons"]
    assert [each["attended"] for each in lessons] == [[], ["shvets"]]


@pytest.mark.usefixtures("school")
def test_the_day_tells_which_pair_of_a_mentee_has_met(run: Run) -> None:
    run("mentor", "set", "ivanova", "--capacity", "5", today=TODAY)
    words = ("--mentor", "ivanova", "--reason", "болезнь", "--on", "25.11.2025")
    assert run("pair", "replace", "Швец И.И.", *words, today=TODAY).code == 0
    (new,) = [
        each["id"]
        for each in run("pair", "list", "--json").data["records"]
        if each["mentees"] == ["dyuma", "belov"] and each["mentor"] == "ivanova"
    ]
    run("pair", "start", new, "--on", "25.11.2025", today=TODAY)
    for day in ("24.11.2025", "28.11.2025"):
        outcome = run("meeting", "add", "Дюма", "--on", day, today=TODAY)
        assert outcome.code == 0, outcome.err
    added = run("meeting", "list", "--json", today=TODAY).data["meetings"][-2:]
    assert [each["pair"] for each in added] == ["shvets-1", new]
    both = run("meeting", "add", "Дюма", "--on", "25.11.2025", today=TODAY)
    assert both.code == 1
    assert "подходит нескольким" in both.err
    assert run("pair", "close", "А. Дюма", today=TODAY).code == 0  # the other one is over


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("word", "code"),
    [("Швец И.И.", 0), ("И. И. Швец", 0), ("Швец И", 0), ("Иванова-Ли Д.А.", 0),
     ("Швец И.А.", 1), ("Швец А.Л.", 1), ("И.И.", 1)],
)  # fmt: skip
def test_a_pair_is_found_by_a_surname_with_initials(run: Run, word: str, code: int) -> None:
    assert run("pair", "show", word, today=TODAY).code == code


@pytest.mark.usefixtures("school")
def test_a_pair_of_no_beginning_is_told(run: Run) -> None:
    run("pair", "set", "ivanova-1", "--status", "работает", "--start", "", today=TODAY)
    outcome = run("meeting", "due", columns=200, today="2025-11-21")
    assert "Иванова-Ли Дарья Андреевна – Новик Елена Юрьевна: не указано" in outcome.out
    assert "roadmap pair set ivanova-1 --start ДАТА" in outcome.out
    assert run("meeting", "due", "--json", today="2025-11-21").data["undated"] == ["ivanova-1"]


@pytest.mark.usefixtures("school")
def test_an_end_before_the_next_meeting_is_not_told_as_one_to_come(run: Run) -> None:
    run("pair", "set", "shvets-1", "--end", "2025-11-15", today=TODAY)
    found = run("meeting", "due", "--json", today=TODAY).data["due"]
    (due,) = [each for each in found if each["pair"] == "shvets-1"]
    # The last meeting was after that end: the final one is due at once, not in the past.
    assert (due["kind"], due["by"]) == ("final", "2025-11-20")
    assert "работа завершается 15.11.2025" in due["why"]
