"""Proposing, explaining and accepting pairs, as a methodist does it at a meeting."""

from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.domain.matching.certificate import faults
from roadmap_cli.domain.matching.question import Answer, Question, Seat
from tests.conftest import Run

TODAY = "2025-12-01"


@pytest.fixture
def cohort(school: Path) -> Path:
    """The sample school before its pairs: two mentors with three places, three mentees."""
    for name in ("pairs", "plans", "meetings"):
        (school / "data" / f"{name}.yaml").unlink()
    _matching(
        school,
        "wishes:\n  - {person: novik, choices: [shvets, ivanova]}\n"
        "  - {person: dyuma, choices: [shvets]}\n  - {person: belov, choices: [shvets]}\n"
        "  - {person: shvets, choices: [novik, belov]}\n",
    )
    return school


def _matching(school: Path, text: str) -> None:
    (school / "data" / "matching.yaml").write_text(text, encoding="utf-8")


def _plan(run: Run) -> Any:
    return run("match", "propose", "--json", today=TODAY).data


def _pairs(run: Run) -> dict[str, str]:
    return {each["mentee"]: each["mentor"] for each in _plan(run)["pairs"]}


def test_the_plan_in_words(run: Run, cohort: Path) -> None:
    said = run("match", "propose", columns=120, today=TODAY).out
    assert "С наставником: 3 из 3; сумма баллов — 177" in said
    assert "выбор наставляемого: 1-е место (+50)" in said
    assert "Новик Елена Юрьевна – Швец Илья Ильич: иначе сумма баллов была бы на 5 меньше" in said
    assert "Предпочли бы друг друга" in said
    assert max(map(len, run("match", "propose", today=TODAY).out.splitlines())) <= 80
    assert list((cohort / "data").glob("pairs.yaml")) == []


@pytest.mark.usefixtures("cohort")
def test_the_certificate_can_be_checked_by_anybody(run: Run) -> None:
    plan = _plan(run)
    proof = plan["certificate"]
    points = {(each["mentee"], each["mentor"]): each["points"] for each in plan["pairs"]}
    for mentee in ("belov", "dyuma", "novik"):
        for mentor in ("ivanova", "shvets"):
            told = run("match", "explain", mentee, mentor, "--json", today=TODAY).data
            points[mentee, mentor] = sum(each["points"] for each in told["reasons"])
    seats = tuple(Seat(code, free) for code, free in sorted(proof["places"].items()))
    question = Question(("belov", "dyuma", "novik"), seats, points)
    pairs = {each["mentee"]: each["mentor"] for each in plan["pairs"]}
    assert faults(question, Answer(pairs, proof["mentee_prices"], proof["place_prices"])) == []


@pytest.mark.usefixtures("cohort")
def test_why_not(run: Run) -> None:
    said = run("match", "explain", "Новик", "Швец", columns=120, today=TODAY).out
    assert "В наилучшем плане этой пары нет: иначе сумма баллов была бы на 5 меньше" in said
    assert "Наставник по плану: Иванова-Ли Дарья Андреевна" in said
    assert said == run("match", "explain", "Швец", "Новик", columns=120, today=TODAY).out
    assert (
        "Эта пара есть в наилучшем плане"
        in run("match", "explain", "dyuma", "shvets", today=TODAY).out
    )


@pytest.mark.usefixtures("cohort")
def test_why_somebody_is_not_matched(run: Run) -> None:
    run("match", "accept", "Дюма", "--by", "педсовет", "--reason", "встреча", today=TODAY)
    said = run("match", "explain", "Дюма", "Швец", columns=120, today=TODAY).out
    assert "Они уже пара" in said
    assert "Решение 01.12.2025, педсовет: встреча." in said
    assert "Почему: выбор наставляемого: 1-е место (+50)" in said
    said = run("match", "explain", "Дюма", "Иванова-Ли", columns=120, today=TODAY).out
    assert "Дюма Артём Львович: наставник уже есть — Швец Илья Ильич (предложена)." in said
    run("mentor", "set", "ivanova", "--left", "2025-11-30", today=TODAY)
    run("mentee", "set", "novik", "--joined", "2026-01-10", today=TODAY)
    said = run("match", "explain", "Новик", "Иванова-Ли", columns=120, today=TODAY).out
    assert "Новик Елена Юрьевна: участвует с 10.01.2026." in said
    assert "Иванова-Ли Дарья Андреевна: участие прекращено 30.11.2025." in said
    told = run("match", "explain", "Новик", "Соколов", "--json", today=TODAY).data
    assert "в базе наставников нет" in told["absent"][1]


@pytest.mark.usefixtures("cohort")
def test_hard_rules_are_told(run: Run) -> None:
    run("mentor", "set", "ivanova", "--form", "ученик – ученик", today=TODAY)
    said = run("match", "explain", "novik", "ivanova", columns=120, today=TODAY).out
    assert "формы разные: педагог – педагог и ученик – ученик" in said
    run("mentor", "set", "ivanova", "--form", "педагог – педагог", today=TODAY)
    run("consent", "set", "novik-pd", "--withdrawn-on", "2025-11-01", today=TODAY)
    said = run("match", "explain", "novik", "ivanova", columns=120, today=TODAY).out
    assert "у наставляемого нет согласия на обработку персональных данных" in said
    left = _plan(run)["left_over"]
    assert [each["mentee"] for each in left] == ["novik"]
    assert set(left[0]["barred"]) == {"ivanova", "shvets"}
    said = " ".join(run("match", "propose", today=TODAY).out.split())
    both = "Швец Илья Ильич, Иванова-Ли Дарья Андреевна: у наставляемого нет согласия"
    assert f"Новик Елена Юрьевна: подходящих наставников нет. {both}" in said


def test_too_few_places_name_the_rivals(run: Run, cohort: Path) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    plan = _plan(run)
    (left,) = plan["left_over"]
    assert left["places"] == 2
    assert set(left["rivals"]) | {left["mentee"]} == {"belov", "dyuma", "novik"}
    assert "2 места; претендуют также" in " ".join(run("match", "propose", today=TODAY).out.split())
    price = run("match", "explain", left["mentee"], "shvets", "--json", today=TODAY).data["price"]
    assert price == {"matched": 0, "first": 0, "points": 27}  # Белов 82 with Швец, Дюма 55
    run("mentor", "set", "ivanova", "--left", "2025-11-01", today=TODAY)
    run("mentor", "set", "shvets", "--capacity", "3", today=TODAY)
    _matching(cohort, "pins:\n" + "".join(
        f"  - {{mentee: {each}, mentor: shvets}}\n" for each in ("belov", "dyuma", "novik")
    ))  # fmt: skip
    assert [each["settled"] for each in _plan(run)["pairs"]] == [True] * 3
    _matching(cohort, "pins:\n  - {mentee: belov, mentor: shvets}\n")
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    said = " ".join(run("match", "propose", today=TODAY).out.split())
    assert "у подходящих наставников (Швец Илья Ильич) свободных мест нет" in said


def test_pins_and_bans_hold_and_have_a_price(run: Run, cohort: Path) -> None:
    text = (cohort / "data" / "matching.yaml").read_text("utf-8")
    _matching(cohort, f"{text}pins:\n  - {{mentee: dyuma, mentor: ivanova}}\n")
    assert _pairs(run)["dyuma"] == "ivanova"
    (pin,) = _plan(run)["rulings"]
    assert pin["pinned"]
    assert pin["price"]["points"] > 0
    assert pin["price"] == _plan(run)["rulings_price"]
    bans = "bans:\n  - {mentee: belov, mentor: shvets, reason: ссора}\n"
    _matching(cohort, f"{text}{bans}")
    assert _pairs(run)["belov"] == "ivanova"
    said = run("match", "explain", "belov", "shvets", columns=120, today=TODAY).out
    assert "пара запрещена: ссора" in said
    _matching(cohort, f"{text}{bans}  - {{mentee: dyuma, mentor: ivanova}}\n")
    prices = [each["price"] for each in _plan(run)["rulings"]]
    assert prices[0]["points"] > 0
    assert prices[1] == {"matched": 0, "first": 0, "points": 0}
    said = run("match", "propose", columns=120, today=TODAY).out
    points = prices[0]["points"]
    assert (
        f"пара запрещена (ссора). Без этого условия сумма баллов была бы на {points} больше" in said
    )
    assert (
        "Дюма Артём Львович – Иванова-Ли Дарья Андреевна: пара запрещена. На сумму баллов" in said
    )
    assert "Без всех этих условий" in said


@pytest.mark.usefixtures("cohort")
def test_a_plan_is_accepted_as_pairs_and_groups(run: Run) -> None:
    words = ("--by", "Гринько О.С.", "--reason", "встреча", "--start", "08.12.2025",
             "--end", "30.04.2026")  # fmt: skip
    outcome = run("match", "accept", *words, today=TODAY)
    assert outcome.code == 0, outcome.err
    pairs = run("pair", "list", "--json", today=TODAY).data["records"]
    assert [(each["mentor"], each["mentees"], each["status"]) for each in pairs] == [
        ("ivanova", ["novik"], "proposed"), ("shvets", ["belov", "dyuma"], "proposed"),
    ]  # fmt: skip
    decided = [pairs[0][f"decided_{key}"] for key in ("on", "by", "why")]
    assert decided == ["2025-12-01", "Гринько О.С.", "встреча"]
    assert {(each["start"], each["end"]) for each in pairs} == {("2025-12-08", "2026-04-30")}
    assert [each["mentee"] for each in pairs[1]["grounds"]] == ["belov", "dyuma"]
    assert "выбор наставляемого: 1-е место (+50)" in pairs[1]["grounds"][0]["why"]
    assert "Наставляемых без наставника нет" in run("match", "propose", today=TODAY).out
    # A mentee whose pair is over is matched anew.
    run("pair", "set", pairs[0]["id"], "--status", "завершена", today=TODAY)
    assert _pairs(run) == {"novik": "ivanova"}


@pytest.mark.usefixtures("cohort")
def test_some_are_accepted_and_one_is_edited(run: Run) -> None:
    outcome = run("match", "accept", "Белов", "--pair", "dyuma=ivanova", "--by", "я", today=TODAY)
    assert outcome.code == 0, outcome.err
    pairs = run("pair", "list", "--json", today=TODAY).data["records"]
    assert [(each["mentor"], each["mentees"]) for each in pairs] == [
        ("ivanova", ["dyuma"]), ("shvets", ["belov"]),
    ]  # fmt: skip
    assert _pairs(run) == {"novik": "shvets"}


def test_rules_are_checked_again_when_accepting(run: Run, cohort: Path) -> None:
    before = sorted(path.name for path in (cohort / "data").iterdir())
    run("consent", "set", "dyuma-part", "--withdrawn-on", "2025-11-01", today=TODAY)
    forbidden = run("match", "accept", "--pair", "dyuma=ivanova", "--by", "я", today=TODAY)
    assert forbidden.code == 2
    assert "нет согласия на участие" in forbidden.err
    full = run("match", "accept", "--pair", "belov=ivanova", "--pair", "novik=ivanova",
               "--by", "я", today=TODAY)  # fmt: skip
    assert full.code == 2
    assert "Иванова-Ли Дарья Андреевна: свободных мест: 1, наставляемых указано: 2" in full.err
    assert sorted(path.name for path in (cohort / "data").iterdir()) == before


def test_nobody_to_match(run: Run) -> None:
    assert run("match", "propose").out == "Наставляемых без наставника нет.\n"
    assert run("match", "accept", "--by", "я").code == 2


@pytest.mark.usefixtures("cohort")
def test_the_plan_as_an_annex(run: Run) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    outcome = run("report", "matching", "--annex", "1", "-n", "5", "-o", "п.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    words = run("docx-text", "п.docx").out
    assert "Приложение № 1" in words
    assert "С наставником: 2 из 3" in words
    assert "Без наставника" in words
    assert "претендуют также" in words
    assert "выбор наставляемого: 1-е место (+50)" in words


def test_the_annex_after_the_decision(run: Run, cohort: Path) -> None:
    text = (cohort / "data" / "matching.yaml").read_text("utf-8")
    _matching(cohort, f"{text}bans:\n  - {{mentee: dyuma, mentor: shvets, reason: ссора}}\n")
    accept = ("match", "accept", "--by", "Гринько О.С.", "--reason", "встреча с родителями")
    assert run(*accept, "Белов", "--pair", "novik=shvets", today=TODAY).code == 0
    outcome = run("report", "matching", "-o", "п.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    words = " ".join(run("docx-text", "п.docx").out.split())
    decided, _, proposed = words.partition("Предложено")
    assert "Белов" in decided
    assert "Новик" in decided
    assert "вместо предложенного" not in decided  # the plan proposed the same
    assert "Решение: 01.12.2025, Гринько О.С.: встреча с родителями." in decided
    assert "Дюма Артём Львович" in proposed
    assert "С наставником: 1 из 1" in proposed
    assert "Дюма Артём Львович – Швец Илья Ильич: пара запрещена." in proposed
    assert "ссора" not in words
    run("match", "accept", "--by", "Гринько О.С.", today="2025-12-02")
    run("pair", "confirm", today="2025-12-02")
    run("report", "matching", "-o", "р.docx", today="2025-12-03")
    last = " ".join(run("docx-text", "р.docx").out.split())
    assert "Решение: 02.12.2025" in last
    assert "Белов" not in last
    assert "Других наставляемых без наставника нет." in last


def test_whom_a_ban_names_must_have_consented(run: Run, cohort: Path) -> None:
    run("mentor", "add", "--person", "sokolov", "--form", "педагог – педагог", today=TODAY)
    _matching(cohort, "bans:\n  - {mentee: dyuma, mentor: sokolov}\n")
    outcome = run("report", "matching", "-o", "п.docx", today=TODAY)
    assert outcome.code == 1
    assert "Соколов Пётр Павлович: нет согласия" in outcome.err


@pytest.mark.usefixtures("cohort")
def test_a_correction_alone_accepts_itself_alone(run: Run) -> None:
    words = ("match", "accept", "--by", "я")
    twice = run(*words, "--pair", "dyuma=ivanova", "--pair", "Дюма=shvets", today=TODAY)
    assert twice.code == 2
    run("mentor", "set", "shvets", "--variant", "опытный – молодой", today=TODAY)
    run("mentee", "set", "novik", "--variant", "опытный – молодой", today=TODAY)
    assert run(*words, "--pair", "novik=shvets", today=TODAY).code == 0
    (pair,) = run("pair", "list", "--json", today=TODAY).data["records"]
    assert (pair["mentees"], pair["variant"]) == (["novik"], "опытный – молодой")
    assert pair["grounds"][0]["why"].startswith("вместо предложенного подбором; ")


@pytest.mark.usefixtures("cohort")
def test_a_full_mentor_is_told_as_full(run: Run) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    run("match", "accept", "--by", "я", "--pair", "belov=shvets", today=TODAY)
    said = run("match", "explain", "Дюма", "Швец", columns=120, today=TODAY).out
    assert "Все места наставника заняты." in said


def test_a_ruling_is_part_of_the_explanation(run: Run, cohort: Path) -> None:
    run("mentor", "set", "ivanova", "--left", "2025-11-30", today=TODAY)
    _matching(cohort, "pins:\n  - {mentee: belov, mentor: shvets, reason: просили оба}\n"
              "bans:\n  - {mentee: dyuma, mentor: shvets}\n"
              "wishes:\n  - {person: novik, choices: [shvets]}\n")  # fmt: skip
    run("mentor", "set", "shvets", "--capacity", "3", today=TODAY)
    said = run("match", "explain", "Дюма", "Швец", columns=150, today=TODAY).out
    assert "Без этого условия с наставником было бы больше: ещё 1 наставляемый." in said
    said = run("match", "explain", "Белов", "Швец", columns=150, today=TODAY).out
    assert "назначено заранее (просили оба). На сумму баллов не влияет." in said


@pytest.mark.usefixtures("cohort")
def test_who_waits_longer_is_told(run: Run) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    run("mentor", "set", "ivanova", "--left", "2025-12-01", today=TODAY)
    run("pair", "add", "--mentor", "ivanova", "--mentees", "dyuma", "--status", "заменена",
        "--form", "педагог – педагог", today=TODAY)  # fmt: skip
    assert _pairs(run) == {"dyuma": "shvets"}
    said = run("match", "explain", "Новик", "Швец", columns=150, today=TODAY).out
    assert "потерявших наставника, осталось бы ждать: ещё 1 человек" in said


def test_an_old_pin_says_nothing_of_who_has_a_pair(run: Run, cohort: Path) -> None:
    run("match", "accept", "Дюма", "--by", "я", today=TODAY)
    _matching(cohort, "pins:\n" + "  - {mentee: dyuma, mentor: ivanova}\n" * 2)
    plan = _plan(run)
    assert {each["mentee"] for each in plan["pairs"]} == {"belov", "novik"}
    assert (plan["rulings"], plan["rulings_price"]) == ([], None)


@pytest.mark.usefixtures("cohort")
def test_the_annex_refuses_what_the_plan_refuses(run: Run, cohort: Path) -> None:
    _matching(cohort, "pins:\n" + "  - {mentee: belov, mentor: shvets}\n" * 2)
    outcome = run("report", "matching", "-o", "п.docx", today=TODAY)
    assert (outcome.code, (cohort / "п.docx").exists()) == (2, False)
    assert "наставник назначен заранее дважды" in outcome.err


def test_the_annex_names_nobody_without_consent(run: Run, cohort: Path) -> None:
    run("consent", "set", "novik-pd", "--withdrawn-on", "2025-11-01", today=TODAY)
    outcome = run("report", "matching", "-o", "п.docx", today=TODAY)
    assert outcome.code == 1
    assert "Новик Елена Юрьевна: нет согласия" in outcome.err
    assert not (cohort / "п.docx").exists()


@pytest.mark.usefixtures("cohort")
def test_who_has_lost_a_mentor_comes_first(run: Run) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    run("match", "accept", "Дюма", "--pair", "dyuma=ivanova", "--by", "я", today=TODAY)
    (pair,) = run("pair", "list", "--json", today=TODAY).data["records"]
    run("pair", "set", pair["id"], "--status", "заменена", "--mentor", "ivanova", today=TODAY)
    plan = _plan(run)
    assert "dyuma" in {each["mentee"] for each in plan["pairs"]}
    assert len(plan["left_over"]) == 1


@pytest.mark.usefixtures("cohort")
def test_experience_days_and_direction_count(run: Run) -> None:
    run("mentor", "set", "shvets", "--experience", "12", "--days", "вторник", "--days", "пт",
        "--directions", "робототехника", today=TODAY)  # fmt: skip
    told = ("match", "explain", "dyuma", "shvets", "--json")
    before = {each["words"]: each["points"] for each in run(*told, today=TODAY).data["reasons"]}
    run("mentee", "set", "dyuma", "--experience", "1", "--days", "пт", "--days", "сб",
        "--directions", "кружок робототехники", today=TODAY)  # fmt: skip
    after = {each["words"]: each["points"] for each in run(*told, today=TODAY).data["reasons"]}
    assert after.items() - before.items() == {
        ("общее направление: робототехника", 4),
        ("стаж 12 против 1", 2),
        ("общие удобные дни: пятница", 2),
    }


@pytest.mark.parametrize(
    ("asked", "offered", "shared"),
    [
        ("ведение документации", "ведение занятия", None),
        ("подготовка к аттестации", "аттестация педагогов", "аттестация"),
        ("проведение уроков по ФГОС", "урок; ФГОС и ИКТ", "ФГОС, урок"),
        ("программирование", "рабочая программа", None),
        ("работа с детьми ОВЗ", "Дети с ОВЗ", "ОВЗ, ребенок"),
        ("учёт успеваемости", "успеваемость, учет", "успеваемость, учет"),
        ("что делать с моими трудностями", "мои трудности", "трудность"),
        ("Python", "python", "python"),
        ("кружево", "выставка кружев", "кружево"),
        ("ведение тетради", "тетради", "тетрадь"),
        ("урок по фгос", "ФГОС", "фгос"),
        ("ПОДГОТОВКА К АТТЕСТАЦИИ", "аттестация, СОЗДАНИЕ", "аттестация"),
        ("подготовка, создание", "СОЗДАНИЕ, ПОДГОТОВКА", None),
        ("кружева и кружево", "кружево", "кружево"),
        ("шахматный кружок", "кружок по шахматам", None),
        ("!!! 5-7", "5-7", None),
    ],
)
@pytest.mark.usefixtures("cohort")
def test_requests_meet_competences_by_words(
    run: Run, cohort: Path, asked: str, offered: str, shared: str | None
) -> None:
    _matching(cohort, "ignored_words: [кружки, делать]\n")
    run("mentee", "set", "dyuma", "--requests", asked, today=TODAY)
    words = [each for part in offered.split("; ") for each in ("--competences", part)]
    run("mentor", "set", "shvets", *words, today=TODAY)
    reasons = run("match", "explain", "dyuma", "shvets", "--json", today=TODAY).data["reasons"]
    expected = [] if shared is None else [f"отвечает запросу: {shared}"]
    assert [each["words"] for each in reasons] == expected


@pytest.mark.usefixtures("cohort")
def test_days_may_be_told_in_one_word_and_are_told_once(run: Run) -> None:
    days = ("--days", "вт, чт", "--days", "вторник;пятница")
    assert run("mentee", "set", "dyuma", *days, today=TODAY).code == 0
    told = run("mentee", "show", "dyuma", "--json", today=TODAY).data["record"]["days"]
    assert told == ["tue", "thu", "fri"]
    wrong = run("mentee", "set", "dyuma", "--days", "вт, восьмой", today=TODAY)
    assert wrong.code == 2
    assert "восьмой" in wrong.err
    both = run("pair", "add", "--mentor", "shvets", "--mentees", "Дюма, Белов", today=TODAY)
    assert both.code == 0, both.err
    run("mentee", "set", "dyuma", "--requests", "план, журнал", today=TODAY)
    told = run("mentee", "show", "dyuma", "--json", today=TODAY).data["record"]["requests"]
    assert told == ["план, журнал"]


def test_the_weights_are_shown(run: Run, cohort: Path) -> None:
    text = (cohort / "data" / "matching.yaml").read_text("utf-8")
    _matching(cohort, f"{text}weights:\n  competence: 7\n  interest: 0\n")
    said = " ".join(run("match", "propose", columns=120, today=TODAY).out.split())
    assert "за каждое слово — 7" in said
    assert "Общий интерес" not in said
    assert _plan(run)["weights"]["competence"] == 7


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pins:\n  - {mentee: novik, mentor: ivanova}\n"
         "bans:\n  - {mentee: novik, mentor: ivanova, reason: конфликт}\n",
         "пара запрещена: конфликт"),
        ("pins:\n  - {mentee: novik, mentor: ivanova}\n  - {mentee: belov, mentor: ivanova}\n",
         "назначено заранее наставляемых: 2, мест: 1"),
        ("pins:\n  - {mentee: novik, mentor: ivanova}\n  - {mentee: novik, mentor: shvets}\n",
         "наставник назначен заранее дважды"),
        ("wishes:\n  - {person: novik, choices: [ivanova]}\n  - {person: novik}\n",
         "предпочтения записаны дважды"),
        ("bans:\n  - {mentee: shvets, mentor: novik}\n",
         "Швец Илья Ильич: в базе наставляемых нет; Новик Елена Юрьевна: в базе наставников нет"),
        ("bans:\n" + "  - {mentee: novik, mentor: ivanova}\n" * 2, "запрет указан дважды"),
        ("school_required: да\npins:\n  - {mentee: novik, mentor: ivanova}\n",
         "Школа наставников не окончена"),
    ],
)  # fmt: skip
def test_pins_obey_the_rules(run: Run, cohort: Path, text: str, said: str) -> None:
    _matching(cohort, text)
    outcome = run("match", "propose", today=TODAY)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())


def test_check_tells_where_a_ruling_is_wrong(run: Run, cohort: Path) -> None:
    _matching(cohort, "bans:\n  - {mentee: shvets, mentor: novik}\n"
              "wishes:\n  - {person: novik}\n  - {person: novik}\n")  # fmt: skip
    said = run("check", "--only", "ruling-doubtful", columns=200, today=TODAY).out
    assert "data/matching.yaml:2:6" in said
    assert "предпочтения записаны дважды" in said


def test_a_pin_taken_back_frees_its_place(run: Run, cohort: Path) -> None:
    run("mentor", "set", "shvets", "--capacity", "1", today=TODAY)
    _matching(cohort, "pins:\n  - {mentee: belov, mentor: shvets}\n")
    words = ("--pair", "belov=ivanova", "--pair", "novik=shvets", "--by", "я")
    outcome = run("match", "accept", *words, today=TODAY)
    assert outcome.code == 0, outcome.err


@pytest.mark.usefixtures("cohort")
def test_a_pin_moved_by_hand_takes_a_place(run: Run, cohort: Path) -> None:
    _matching(cohort, "pins:\n  - {mentee: dyuma, mentor: shvets}\n")
    words = ("--pair", "Новик=Иванова", "--pair", "Дюма=Иванова", "--by", "я")
    outcome = run("match", "accept", "Дюма", *words, today=TODAY)
    assert outcome.code == 2
    assert "Иванова-Ли Дарья Андреевна: свободных мест: 1" in outcome.err


@pytest.mark.usefixtures("cohort")
def test_nobody_decided_is_no_decision(run: Run) -> None:
    assert run("match", "accept", "--by", " ", today=TODAY).code == 2


def test_a_pair_of_no_form_is_a_pair(run: Run, cohort: Path) -> None:
    (cohort / "data" / "pairs.yaml").write_text(
        "pairs:\n  - {id: s1, mentor: shvets, mentees: [dyuma], status: active}\n", "utf-8"
    )
    assert "dyuma" not in _pairs(run)
    assert run("match", "accept", "Дюма", "Дюма", "--by", "я", today=TODAY).code == 2


@pytest.mark.usefixtures("cohort")
def test_who_joins_later_waits(run: Run) -> None:
    run("mentee", "set", "dyuma", "--joined", "01.03.2026", today=TODAY)
    assert set(_pairs(run)) == {"belov", "novik"}


def test_why_not_when_it_was_decided_beforehand(run: Run, cohort: Path) -> None:
    _matching(cohort, "pins:\n  - {mentee: dyuma, mentor: shvets}\n")
    said = run("match", "explain", "Дюма", "Иванова-Ли", columns=120, today=TODAY).out
    assert "Наставник назначен заранее" in said
    assert "Наставник по плану: Швец Илья Ильич" in said
    assert "не остаётся мест" not in said
