"""An invented school at the end of its year: two forms, pairs, meetings, questionnaires, papers."""

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT, Run

END = "2026-05-28"
_FIRST = ("Анна", "Пётр", "Мария", "Глеб", "Ольга", "Артём", "Юлия", "Денис", "Елена", "Илья")
_LAST = ("Аникина", "Бобров", "Ведерникова", "Глухов", "Дёмина", "Ершов", "Жилина", "Зотов")
_MIDDLE = ("Игоревна", "Львович", "Павловна", "Юрьевич", "Олеговна", "Ильич", "Петровна",
           "Романович")  # fmt: skip
TEACHERS, PUPILS = "teacher_teacher", "pupil_pupil"
MENTORS = {TEACHERS: 5, PUPILS: 4}
MENTEES = {TEACHERS: 9, PUPILS: 7}
SURVEYS = [
    f"{side}-{moment}-{form}"
    for side in ("mentee", "mentor")
    for moment in ("before", "after")
    for form in ("teacher", "pupil")
]
_KINDS = ("first", "trial", "planning", "regular", "regular", "final")


def played_year(root: Path, run: Run) -> None:
    """Fill a workspace with the year; the same every time."""
    dice = random.Random(5)
    data = root / "data"
    shutil.rmtree(data)
    data.mkdir()
    shutil.copy(ROOT / "templates" / "workspace" / "r145" / "roadmap.yaml", data)
    _organization(data)
    mentors, mentees = _participants(data, dice)
    _consents(data, [*mentors, *mentees])
    _pairs(data, mentors, mentees, dice)
    for words in (["survey", "new", *SURVEYS, "interim", "curator", "swot", "requests"],):
        assert run(*words, today=END).code == 0
    _responses(data, mentors, mentees, dice)
    _write(data / "indicators.yaml", {
        "population": {"children": 40, "teenagers": 20, "young_teachers": 6},
        "indicators": [
            {"id": "r145.5", "target": "80", "previous": "64,5"},
            {"id": "own.meetings", "title": "Встреч всего", "numerator": "meetings"},
        ],
    })  # fmt: skip
    plan = yaml.safe_load((data / "roadmap.yaml").read_text("utf-8"))
    ids = [task["id"] for stage in plan["stages"] for activity in stage["activities"]
           for task in activity["tasks"]]  # fmt: skip
    assert run("done", *ids[:-6], "--on", "2026-05-20", today=END).code == 0


def _write(path: Path, value: Any) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def _organization(data: Path) -> None:
    _write(data / "organization.yaml", {
        "short_name": "МБОУ «Школа № 7»",
        "full_name": "Муниципальное бюджетное общеобразовательное учреждение «Школа № 7»",
        "place": "г. Энск", "site": "https://school7.example",
        "director": "dir", "coordinator": "koord", "curators": ["kur"],
    })  # fmt: skip


def _participants(
    data: Path, dice: random.Random
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Codes and forms of the mentors and the mentees."""
    names = [(last, _FIRST[n], _MIDDLE[n % 8]) for n in range(8) for last in _LAST]
    dice.shuffle(names)
    found: Iterator[tuple[str, str, str]] = iter(names)
    people = [
        {"id": code, "surname": last, "name": first, "patronymic": middle, "position": position}
        for code, position in (
            ("dir", "директор"), ("koord", "методист"), ("kur", "педагог-психолог"),
        )
        for last, first, middle in [next(found)]
    ]  # fmt: skip
    mentors: list[tuple[str, str]] = []
    mentees: list[tuple[str, str]] = []
    rows: dict[str, list[dict[str, Any]]] = {"mentors": [], "mentees": []}
    for side, counts, codes in (("mentors", MENTORS, mentors), ("mentees", MENTEES, mentees)):
        for form, count in counts.items():
            for _ in range(count):
                last, first, middle = next(found)
                code = f"{side[:-1]}-{len(codes) + 1}"
                codes.append((code, form))
                person: dict[str, Any] = {
                    "id": code, "surname": last, "name": first, "patronymic": middle,
                }  # fmt: skip
                record: dict[str, Any] = {"person": code, "form": form, "joined": "2025-10-01"}
                if form == PUPILS:
                    year = dice.randint(2006, 2016)
                    person |= {"group": "9А", "born": f"{year}-03-04"}
                else:
                    person |= {"position": "учитель"}
                    record |= {"experience": dice.randint(0, 9)} if side == "mentees" else {}
                people.append(person)
                rows[side].append(record)
    _write(data / "people.yaml", {"people": people})
    for side, own in rows.items():
        _write(data / f"{side}.yaml", {side: own})
    return mentors, mentees


def _consents(data: Path, everybody: list[tuple[str, str]]) -> None:
    kinds = ("pd_processing", "participation", "mentor_duty")
    minors = {code for code, form in everybody if form == PUPILS}
    _write(data / "consents.yaml", {"consents": [
        {"id": f"{code}-{kind}".replace("_", "-"), "person": code, "kind": kind,
         "given_on": "2025-09-20",
         **({"signer": "representative", "representative": "koord"} if code in minors else {})}
        for code, _ in everybody for kind in kinds
    ]})  # fmt: skip


def _pairs(
    data: Path, mentors: list[tuple[str, str]], mentees: list[tuple[str, str]], dice: random.Random
) -> None:
    pairs: list[dict[str, Any]] = []
    meetings: list[dict[str, Any]] = []
    plans: list[dict[str, Any]] = []
    for form in (TEACHERS, PUPILS):
        own = [code for code, one in mentors if one == form]
        # One mentee of each form stays without a mentor.
        for number, mentee in enumerate([code for code, one in mentees if one == form][:-1]):
            code = f"pair-{len(pairs) + 1}"
            closed = dice.random() < 0.7
            pairs.append({
                "id": code, "mentor": own[number % len(own)], "mentees": [mentee], "form": form,
                "status": "closed" if closed else "active", "start": "2025-11-10",
                **({"end": "2026-05-15", "reason": "цель достигнута"} if closed else {}),
            })  # fmt: skip
            day = date(2025, 11, 12)
            for kind in _KINDS[: dice.randint(2, 6)]:
                meetings.append({"pair": code, "held_on": day.isoformat(), "kind": kind})
                day += timedelta(days=dice.randint(7, 30))
            if dice.random() < 0.8:
                steps = [
                    {"task": f"Шаг {n}", **({"result": "есть"} if dice.random() < 0.6 else {})}
                    for n in range(1, dice.randint(2, 5))
                ]
                plans.append({"pair": code, "goal": "рост", "steps": steps})
    _write(data / "pairs.yaml", {"pairs": pairs})
    _write(data / "meetings.yaml", {"meetings": meetings})
    _write(data / "plans.yaml", {"plans": plans})
    _write(data / "school.yaml", {
        "topics": [{"title": "Роль наставника", "hours": 2}, {"title": "Разговор", "hours": 2}],
        "lessons": [
            {"topic": "Роль наставника", "held_on": "2025-11-05",
             "attended": [code for code, _ in mentors]},
            {"topic": "Разговор", "held_on": "2025-11-12",
             "attended": [code for code, _ in mentors][::2]},
        ],
    })  # fmt: skip


def _responses(
    data: Path, mentors: list[tuple[str, str]], mentees: list[tuple[str, str]], dice: random.Random
) -> None:
    rows: list[dict[str, Any]] = []

    def answer(code: str, person: str | None, day: str | None, low: int, high: int) -> None:
        survey = yaml.safe_load((data / "surveys" / f"{code}.yaml").read_text("utf-8"))
        told = {"person": person, "day": day} if person else {}
        # Now and then a question is left out, but for the curators, whose scores are added up.
        given = [
            {"question": asked["id"], "value": [value]}
            for asked in survey["questions"]
            if (code == "curator" or dice.random() >= 0.1)
            and (value := _reply(asked, low, high, dice)) != ""
        ]
        rows.append({"id": f"r-{len(rows) + 1:04}", "survey": code, **told, "replies": given})

    everybody = [("mentor", *one) for one in mentors] + [("mentee", *one) for one in mentees]
    for side, person, form in everybody:
        name = "teacher" if form == TEACHERS else "pupil"
        if dice.random() < 0.9:
            answer(f"{side}-before-{name}", person, "2025-10-20", 3, 8)
        if dice.random() < 0.85:
            answer(f"{side}-after-{name}", person, "2026-05-20", 5, 10)
    for _ in range(11):
        answer("interim", None, None, 4, 10)
    for person in ("koord", "kur"):
        answer("curator", person, "2026-05-21", 1, 2)
        answer("swot", person, "2026-05-21", 1, 10)
    _write(data / "responses.yaml", {"responses": rows})


def _reply(asked: dict[str, Any], low: int, high: int, dice: random.Random) -> Any:
    """A reply to a question; nothing to one that asks for people."""
    least, most = int(asked.get("least", 1)), int(asked.get("most", 10))
    options = asked.get("options") or [""]
    return {
        "scale": dice.randint(max(least, min(low, most)), min(most, high)),
        "yes_no": dice.choice(["да", "да", "нет"]),
        "choice": dice.choice(options),
        "choices": dice.choice(options),
        "text": dice.choice(["Поддержка", "Больше времени", "Всё понравилось"]),
        "people": "",
    }[asked["kind"]]
