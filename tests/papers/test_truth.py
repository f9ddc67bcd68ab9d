"""What papers may say: of whom, of which day, and how much of them is left to write by hand."""

from pathlib import Path

import pytest

from roadmap_cli.domain.papers.register import plain_number
from tests.conftest import Run
from tests.papers.test_catalog import TODAY, only_document
from tests.word_text import structure


def _text(run: Run, root: Path, *words: str) -> str:
    outcome = run(*words, "-o", "x.docx", "--force", today=TODAY)
    assert outcome.code == 0, outcome.err
    return structure((root / "x.docx").read_bytes())


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["consent-processing", "lisin"], "несовершеннолетний, нужен бланк для законного"),
        (["consent-image-minor", "shvets"], "уже 18 лет, нужен бланк для взрослого"),
        (["consent-processing-minor", "dyuma"], "это не обучающийся, нужен бланк для взрослого"),
        (["agreement", "lisin"], "это обучающийся, а не работник"),
        (["consent-duty", "lisin"], "это обучающийся, а не работник"),
        (["certificate", "ivanova"], "Школа наставников не окончена"),
        (["agreement", "grinko"], "в базе наставников нет"),
    ],
)
def test_a_paper_that_would_be_untrue_is_refused(run: Run, words: list[str], said: str) -> None:
    outcome = run("form", *words, today=TODAY)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())


def test_all_makes_what_is_true_and_tells_the_rest(run: Run, whole: Path) -> None:
    outcome = run("form", "consent-processing", "--all", today=TODAY, columns=200)
    assert outcome.code == 0
    assert "законного представителя): Лисин Егор Петрович" in outcome.err
    names = [path.name for path in (whole / "documents").iterdir()]
    assert len(names) == 5
    assert not any("Лисин" in name for name in names)


def test_a_sign_before_the_number_is_not_doubled(run: Run, whole: Path) -> None:
    text = _text(run, whole, "order", "introduction", "-n", "№ 26/1")
    assert "№ 26/1" in text.replace("\xa0", " ")
    assert "№ №" not in text.replace("\xa0", " ")
    run("order", "register", "curators", "-n", "№27/1", today=TODAY)
    assert "number: 27/1" in (whole / "data" / "documents.yaml").read_text("utf-8")


@pytest.mark.parametrize(("day", "meetings"), [("2025-11-11", 0), ("2025-11-12", 1),
                                               ("2025-11-13", 1), ("2025-11-20", 2)])  # fmt: skip
def test_a_report_speaks_of_its_day(run: Run, whole: Path, day: str, meetings: int) -> None:
    text = _text(run, whole, "report", "programme", "-d", day).replace("\xa0", " ")
    assert f"На {int(day[-2:])} ноября 2025 г. выполнено" in text
    assert f"{int(day[-2:])} ноября 2025 г. | г. Энск" in text
    assert f"| Проведено встреч | {meetings}" in text


def test_a_report_without_a_day_is_of_today(run: Run, whole: Path) -> None:
    run("report", "programme", today="2025-11-12")
    run("report", "programme", today=TODAY)
    assert "На 1 декабря 2025 г." in structure(only_document(whole)).replace("\xa0", " ")


def test_an_event_leaves_nothing_of_it_blank(run: Run, whole: Path) -> None:
    dated = ["-n", "30", "-d", "2025-12-01"]
    outcome = run("order", "closing-event", *dated, "--json", today=TODAY)
    assert outcome.data["missing"] == []
    text = structure(only_document(whole)).replace("\xa0", " ")
    assert "Провести 20 мая 2026 г. в 14:00 итоговое мероприятие" in text
    assert "| 1 | 14:00–14:10 | Открытие | Петрова А.И." in text
    (whole / "data" / "events.yaml").unlink()
    missing = run("order", "closing-event", *dated, "--json", "--force", today=TODAY).data
    assert [each.rpartition(": ")[2] for each in missing["missing"]] == [
        "дата", "время", "место", "форма проведения",
    ]  # fmt: skip
    assert missing["by_hand"] == {"lines": 0, "cells": 8}


@pytest.mark.parametrize(
    ("today", "named", "found"),
    [("2026-05-19", "", "20 мая"), ("2026-05-20", "", "20 мая"), ("2026-05-21", "", "30 мая"),
     ("2026-05-31", "", "30 мая"), ("2026-05-31", "itog", "20 мая")],
)  # fmt: skip
def test_without_a_name_the_next_event_of_the_kind_is_meant(
    run: Run, whole: Path, today: str, named: str, found: str
) -> None:
    path = whole / "data" / "events.yaml"
    path.write_text(
        path.read_text("utf-8") + "  - {id: two, kind: closing, held_on: 2026-05-30}\n", "utf-8"
    )
    words = ["order", "closing-event", *([named] if named else []), "-o", "x.docx"]
    assert run(*words, today=today).code == 0
    assert f"Провести {found}" in structure((whole / "x.docx").read_bytes()).replace("\xa0", " ")


def test_whoever_is_named_is_rewarded_together(run: Run, whole: Path) -> None:
    run("order", "rewards", "ivanova", "lisin", today=TODAY)
    text = structure(only_document(whole)).replace("\xa0", " ")
    assert "Объявить благодарность:" in text
    assert "Ивановой-Ли Дарье Андреевне" in text
    assert "Вручить благодарственные письма:" in text
    assert "Лисину Егору Петровичу" in text
    assert "Швец" not in text
    register = (whole / "data" / "documents.yaml").read_text("utf-8")
    assert "people: [ivanova, lisin]" in register or "- ivanova" in register
    assert run("docs", "--json", today=TODAY).data["documents"][-1]["state"] == "current"


def test_who_is_bound_is_acquainted_a_parent_for_a_child(run: Run, whole: Path) -> None:
    path = whole / "data" / "pairs.yaml"
    path.write_text(
        path.read_text("utf-8")
        + "  - {id: new, mentor: shvets, mentees: [lisin], form: teacher_pupil}\n",
        "utf-8",
    )
    text = _text(run, whole, "order", "pairs").replace("\xa0", " ")
    listed = text[text.index("С приказом ознакомлены") :]
    assert "| Лисина Вера Павловна, законный представитель Лисина Егора Петровича |" in listed
    assert "| Швец Илья Ильич |" in listed
    assert "Новик" not in listed


@pytest.mark.parametrize(("day", "child"), [("2028-05-19", True), ("2028-05-20", False)])
def test_whoever_has_come_of_age_is_acquainted_in_person(
    run: Run, whole: Path, day: str, child: bool
) -> None:
    text = _text(run, whole, "order", "rewards", "lisin", "-d", day).replace("\xa0", " ")
    listed = text[text.index("С приказом ознакомлены") :]
    assert ("законный представитель Лисина Егора Петровича" in listed) is child
    assert ("| Лисин Егор Петрович |" in listed) is not child


def test_a_change_that_is_not_printed_leaves_a_paper_current(run: Run, whole: Path) -> None:
    run("report", "mentors", "-d", "2025-12-01", today=TODAY)
    run("order", "introduction", today=TODAY)

    def states() -> dict[str, str]:
        found = run("docs", "--json", today=TODAY).data["documents"]
        return {each["kind"]: each["state"] for each in found if each["file"]}

    assert set(states().values()) == {"current"}
    people = whole / "data" / "people.yaml"
    before = people.read_text("utf-8")
    people.write_text(before.replace("surname: Соколов,", "surname: Соколовский,"), "utf-8")
    assert states() == {"report.mentors": "current", "order.introduction": "stale"}
    people.write_text(before.replace('phone: "+7 900 000-00-01", ', ""), "utf-8")
    assert set(states().values()) == {"current"}
    run("template", "copy", "report", "mentors", today=TODAY)
    assert set(states().values()) == {"current"}
    own = whole / "templates" / "report" / "mentors.md"
    own.write_text(own.read_text("utf-8").replace("Координатор |", "Куратор |"), "utf-8")
    assert states() == {"report.mentors": "stale", "order.introduction": "current"}


def test_lines_that_a_template_leaves_are_counted(run: Run, whole: Path) -> None:
    def by_hand() -> dict[str, int]:
        found: dict[str, int] = run("form", "certificate", "shvets", "--json", "--force",
                                    today=TODAY).data["by_hand"]  # fmt: skip
        return found

    assert by_hand() == {"lines": 0, "cells": 0}
    own = whole / "templates" / "form" / "certificate.md"
    own.parent.mkdir(parents=True)
    own.write_text("# С\n\n{{ person.name }} ____ и {{ line(5) }}, {{ line(2) }}\n", "utf-8")
    assert by_hand() == {"lines": 2, "cells": 0}
    own.write_text(
        "# С\n\n| а | Подпись |\n|---|---|\n| {{ person.name }} |  |\n|  |  |\n", "utf-8"
    )
    assert by_hand() == {"lines": 0, "cells": 1}
    told = run("form", "certificate", "shvets", "--force", today=TODAY).err
    assert "Место для записи от руки по самому шаблону: 1 пустая ячейка." in told


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["letter", "notice", "shvets"], "незакрытых пунктов за этим человеком нет"),
        (["order", "payment", "grinko"], "нет пары, которая работает"),
        (["order", "payment", "lisin"], "это обучающийся, а не работник"),
        (["protocol", "group-meeting", "vstrecha", "-d", "2025-11-02"], "ещё не проведено"),
    ],
)
def test_a_paper_about_nothing_is_refused(run: Run, words: list[str], said: str) -> None:
    outcome = run(*words, today=TODAY)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(("day", "code"), [("2025-11-02", 2), ("2025-11-03", 0), ("2025-11-04", 0)])
def test_a_named_meeting_has_a_protocol_from_its_day_on(run: Run, day: str, code: int) -> None:
    assert run("protocol", "group-meeting", "vstrecha", "-d", day, today=TODAY).code == code


@pytest.mark.parametrize(
    ("today", "place"), [("2025-11-02", False), ("2025-11-03", True), ("2025-11-04", True)]
)
def test_a_protocol_is_of_a_meeting_that_was_held(
    run: Run, whole: Path, today: str, place: bool
) -> None:
    assert run("protocol", "group-meeting", "-o", "x.docx", today=today).code == 0
    text = structure((whole / "x.docx").read_bytes()).replace("\xa0", " ")
    assert ("Место и время: каб. 5, 15:00" in text) is place
    assert ("3 ноября 2025 г. | г. Энск" in text) is place


def _listed(run: Run, root: Path, *words: str) -> list[str]:
    text = _text(run, root, *words).replace("\xa0", " ")
    lines = text[text.index("С приказом ознакомлены") :].splitlines()[3:]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("| ")]
    return rows[: next((n for n, row in enumerate(rows) if row[0].isdigit()), len(rows))]


def test_each_order_is_shown_to_those_whom_it_binds(run: Run, whole: Path) -> None:
    office = ["Гринько Ольга Сергеевна", "Соколов Пётр Павлович", "Черных Мария Олеговна"]
    paid = ["Швец Илья Ильич", "Иванова-Ли Дарья Андреевна"]
    paired = ["Дюма Артём Львович", "Белов С.К.", "Новик Елена Юрьевна"]
    assert _listed(run, whole, "order", "payment") == [*paid, office[0]]
    assert _listed(run, whole, "order", "payment", "shvets") == [paid[0], office[0]]
    changed = _listed(run, whole, "order", "amendment", "order.pairs")
    assert set(changed) == {*office, *paid, *paired}
    assert _listed(run, whole, "order", "amendment", "order.introduction") == office
    assert _listed(run, whole, "order", "rewards", "lisin", "petrova") == [
        "Соколов Пётр Павлович",
        "Лисина Вера Павловна, законный представитель Лисина Егора Петровича",
    ]


@pytest.mark.parametrize("told", ["№ 26/1", "№26/1", "№№ 26/1", "N 26/1", "N26/1", " 26/1 "])
def test_the_sign_of_a_number_is_left_out(told: str) -> None:
    assert plain_number(told) == "26/1"
    assert plain_number("Н-5") == "Н-5"
    assert plain_number("Nord-5") == "Nord-5"
    assert plain_number(" № ") is None


@pytest.mark.parametrize(("day", "doubtful"), [("2025-09-09", True), ("2025-09-10", False)])
def test_a_ground_later_than_the_paper_is_told(
    run: Run, whole: Path, day: str, doubtful: bool
) -> None:
    path = whole / "data" / "organization.yaml"
    own = "приказом департамента от 10.09.2025 № 100-од"
    path.write_text(f"{path.read_text('utf-8')}grounds: [{own}]\n", "utf-8")
    made = run("order", "introduction", "-d", day, "-n", "5", "--json", today=TODAY).data
    assert any("Основание позже документа" in each for each in made["doubts"]) is doubtful
    assert own in structure(only_document(whole)).replace("\xa0", " ")


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    ("day", "later"), [("2025-09-30", True), ("2025-10-01", False), ("2025-10-02", False)]
)
def test_an_order_later_than_the_paper_is_told(run: Run, day: str, later: bool) -> None:
    made = run("order", "curators", "-d", day, "-n", "5", "--json", today=TODAY).data
    said = "Дата приказа о внедрении (01.10.2025) позже даты этого документа."
    assert (said in made["doubts"]) is later


def test_the_thanks_name_the_order_that_names_the_person(run: Run, whole: Path) -> None:
    run("order", "rewards", "shvets", "-n", "40", "-d", "2025-11-20", today=TODAY)
    thanks = _text(run, whole, "letter", "mentor-thanks", "shvets").replace("\xa0", " ")
    assert "Основание: приказ от 20 ноября 2025 г. № 40" in thanks
    assert "которую Вы оказали Дюма Артёму Львовичу, Белову С.К." in thanks
    assert "Основание" not in _text(run, whole, "letter", "mentor-thanks", "ivanova")


def test_a_changed_order_is_no_stamp_of_another(run: Run, whole: Path) -> None:
    run("order", "amendment", "order.pairs", "-n", "40/2", "-d", "2025-12-01", today=TODAY)
    run("order", "substitute", "ivanova-1", "-n", "41", "-d", "2025-12-01", today=TODAY)
    run("act", "regulation", "--annex", "1", "-n", "21/1", "-d", "2025-10-01", today=TODAY)
    found = run("check", "--json", today=TODAY).data["problems"]
    assert [each for each in found if each["code"] == "annex-number"] == []
    register = whole / "data" / "documents.yaml"
    text = register.read_text("utf-8").replace("number: 40/2", "number: 40/3")
    register.write_text(text.replace("number: 21/1\n    date: 2025-10-01\n    annex", "number: "
                        "22/1\n    date: 2025-10-01\n    annex"), "utf-8")  # fmt: skip
    found = run("check", "--json", today=TODAY).data["problems"]
    said = " ".join(each["message"] for each in found if each["code"] == "annex-number")
    assert "№ 40/2, а номер приказа — 40/3" in said
    assert "№ 21/1, а номер приказа — 22/1" in said
