"""The editing commands: what they say, what they write, what `git diff` shows."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.outcome import changed_lines, roadmap_file


def _diff(before: bytes, workspace: Path) -> tuple[list[str], list[str]]:
    gone, come = changed_lines(before, roadmap_file(workspace).read_bytes())
    return [line.decode() for line in gone], [line.decode() for line in come]


@pytest.fixture
def before(workspace: Path) -> bytes:
    return roadmap_file(workspace).read_bytes()


def test_done_adds_two_lines_a_task(run: Run, workspace: Path, before: bytes) -> None:
    outcome = run("done", "1.2.1-1.2.3", "1.1.2")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "1.2.1  выполнено", "1.2.2  выполнено", "1.2.3  выполнено", "1.1.2  выполнено",
    ]  # fmt: skip
    pair = ["            status: done\n", "            done_on: 2023-11-15\n"]
    assert _diff(before, workspace) == ([], pair * 4)


def test_git_diff_shows_only_the_intended_lines(run: Run, workspace: Path) -> None:
    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *words],
            cwd=workspace, capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "начало")
    run("done", "1.4.2", "--on", "20.10.2023", "--evidence", "https://ct.example/news/1")
    lines = git("diff", "-U0").splitlines()[5:]
    assert lines == [
        "+            status: done",
        "+            done_on: 2023-10-20",
        "+            evidence:",
        "+              - link: https://ct.example/news/1",
    ]


def test_a_whole_activity_and_a_whole_stage(run: Run) -> None:
    assert len(run("done", "2").out.splitlines()) == 5
    assert "выполнено 5 из 45" in run("status").out
    assert len(run("done", "1.2").out.splitlines()) == 5


def test_done_twice_changes_nothing(run: Run, workspace: Path) -> None:
    run("done", "1.1.1")
    before = roadmap_file(workspace).read_bytes()
    outcome = run("done", "1.1.1", today="2023-12-01")
    assert "без изменений" in outcome.out
    assert roadmap_file(workspace).read_bytes() == before


def test_reopen_is_the_inverse_of_done(run: Run, workspace: Path, before: bytes) -> None:
    for command in ("done", "start", "cancel"):
        assert run(command, "1.1.1-1.2.5").code == 0
        assert run("reopen", "1.1.1-1.2.5").code == 0
        assert roadmap_file(workspace).read_bytes() == before


def test_start_of_a_closed_task_is_refused_with_a_way_out(run: Run) -> None:
    run("done", "1.1.1")
    outcome = run("start", "1.1")
    assert outcome.code == 2
    assert "1.1.1 (выполнено)" in outcome.err
    assert "roadmap reopen 1.1.1" in outcome.err


def test_postpone_keeps_the_first_deadline(run: Run, workspace: Path, before: bytes) -> None:
    run("postpone", "1.2.1", "до 15.11.2023", "--reason", "директор в отпуске")
    assert _diff(before, workspace) == (
        [],
        [
            "            deadline: до 15.11.2023\n",
            "            moved_from: Октябрь 2023\n",
            '            note: "Перенесено: директор в отпуске"\n',
        ],
    )
    run("postpone", "1.2.1", "декабрь 2023")
    text = roadmap_file(workspace).read_text(encoding="utf-8")
    assert "            deadline: декабрь 2023\n            moved_from: Октябрь 2023\n" in text
    assert "1.2.1" not in run("deadlines", "--overdue").out


def test_postpone_of_an_activity_stands_at_the_activity(
    run: Run, workspace: Path, before: bytes
) -> None:
    run("postpone", "3.2", "до 20.12.2023")
    assert _diff(before, workspace) == (
        ["        deadline:  # в документе пусто\n"],
        ["        deadline: до 20.12.2023  # в документе пусто\n"],
    )


def test_a_deadline_nobody_understands_is_refused(run: Run, workspace: Path, before: bytes) -> None:
    outcome = run("postpone", "1.2.1", "как получится")
    assert outcome.code == 2
    assert "не распознан" in outcome.err
    assert roadmap_file(workspace).read_bytes() == before


def test_assign_by_name_and_by_id(run: Run, workspace: Path, before: bytes) -> None:
    run("assign", "1.3", "2.1.2", "vernigorova")
    assert _diff(before, workspace) == (
        [],
        ["        responsible: vernigorova\n", "            responsible: vernigorova\n"],
    )
    assert "Вернигорова Л.А." in run("show", "1.3.2").out
    found = run("deadlines", "-r", "vernigorova", "--json").data["tasks"]
    assert [task["id"] for task in found][:3] == ["1.2.1", "1.2.2", "1.2.3"]


def test_notes_add_up_and_go_away(run: Run, workspace: Path, before: bytes) -> None:
    run("note", "1.4.1", "Протокол у секретаря")
    run("note", "1.4.1", "Явка 31: кворум есть")
    assert _diff(before, workspace)[1] == [
        "            note: |-\n",
        "              Протокол у секретаря\n",
        "              Явка 31: кворум есть\n",
    ]
    run("note", "1.4.1", "")
    assert roadmap_file(workspace).read_bytes() == before


@pytest.mark.parametrize(
    ("proof", "line"),
    [
        ("documents\\приказ.docx", "- file: documents/приказ.docx"),
        ("https://ct.example/a?b=1", "- link: https://ct.example/a?b=1"),
        ("приказ № 26/1 от 15.10.2023", "- paper: приказ № 26/1 от 15.10.2023"),
        ("planning_meetings", "- records: planning_meetings"),
        ("папка: 3", '- paper: "папка: 3"'),
    ],
)
def test_evidence_knows_what_it_is(run: Run, workspace: Path, proof: str, line: str) -> None:
    run("evidence", "1.2.1", proof)
    text = roadmap_file(workspace).read_text(encoding="utf-8")
    assert f"            evidence:\n              {line}\n" in text
    assert "без изменений" in run("evidence", "1.2.1", proof).out


def test_dry_run_shows_the_lines_and_writes_none(run: Run, workspace: Path, before: bytes) -> None:
    outcome = run("done", "1.1.2", "--dry-run")
    assert "+            status: done" in outcome.out
    assert "файлы не изменены" in outcome.out
    assert roadmap_file(workspace).read_bytes() == before
    assert not (workspace / ".roadmap").exists()
    data = run("done", "1.1.2", "--dry-run", "--json").data
    assert data == {
        "dry_run": True,
        "files": ["data/roadmap.yaml"],
        "edits": [{"id": "1.1.2", "action": "выполнено", "changed": True}],
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["done", "1.2.9"], 1, "пункта «1.2.9» в дорожной карте нет"),
        (["done", "1.2.4-1.2.1"], 2, "начало больше конца"),
        (["done", "1.2-1.2.3"], 2, "разного уровня"),
        (["done", "1.2.1", "--on", "31.02.2023"], 2, "нет в календаре"),
        (["done", "1.2.1", "--on", "16.11.2023"], 2, "ещё не наступило"),
        (["show", "71"], 1, "Возможно, вы имели в виду «7.1»?"),
        (["show", "1.2.11"], 1, "В 1.2 есть: 1.2.1, 1.2.2"),
        (["done", "1,2,1"], 2, "Пункт: 1.2.1. Этапы: 1 2 1."),
        (["done", ""], 2, "не назван ни один пункт"),
        (["done", "1.2.1", "--on", "15.10"], 2, "--on"),
        (["done", "1.2.1", "--evidence", " "], 2, "подтверждение пустое"),
        (["evidence", "1.2.1", ""], 2, "подтверждение пустое"),
        (["assign", "1.3", "Иванова", "А.П."], 1, "в кавычки"),
        (["status", "9"], 1, "этапа «9» нет"),
        (["status", "1.2"], 1, "roadmap show 1.2"),
        (["deadlines", "--within", "скоро"], 2, "не промежуток времени"),
        (["check", "--only", "deadline-mising"], 1, "«deadline-missing»"),
        (["schema", "roadmp"], 1, "«roadmap»"),
    ],
)
def test_wrong_words_change_nothing(
    run: Run, workspace: Path, before: bytes, words: list[str], code: int, said: str
) -> None:
    outcome = run(*words)
    assert outcome.code == code
    assert said in outcome.err
    assert outcome.out == ""
    assert roadmap_file(workspace).read_bytes() == before


def test_one_bad_id_among_good_ones_stops_them_all(
    run: Run, workspace: Path, before: bytes
) -> None:
    assert run("done", "1.1.1", "1.1.2", "7.7.7").code == 1
    assert roadmap_file(workspace).read_bytes() == before


def test_the_edits_survive_crlf_and_bom(run: Run, workspace: Path, before: bytes) -> None:
    path = roadmap_file(workspace)
    crlf = b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n")
    path.write_bytes(crlf)
    run("done", "1.2.1", "--evidence", "приказ № 1")
    gone, come = changed_lines(crlf, path.read_bytes())
    assert gone == []
    assert [line[-2:] for line in come] == [b"\r\n"] * 4
    run("reopen", "1.2.1")
    run("note", "7.2.4", "последняя строка")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf#")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_an_edit_that_would_break_the_file_is_not_made(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    broken = path.read_text(encoding="utf-8").replace(
        "id: 1.1.1", "id: 1.1.1\n            status: нет"
    )
    path.write_text(broken, encoding="utf-8")
    outcome = run("done", "1.1.2")
    assert outcome.code == 1
    assert "data/roadmap.yaml:20:21: ошибка" in outcome.err
    assert path.read_text(encoding="utf-8") == broken


def test_every_proof_is_kept(run: Run, workspace: Path, before: bytes) -> None:
    run("done", "1.2.1", "--evidence", "приказ № 26/1", "--evidence", "скан.pdf")
    assert _diff(before, workspace)[1][2:] == [
        "            evidence:\n",
        "              - paper: приказ № 26/1\n",
        "              - file: скан.pdf\n",
    ]


def test_a_named_day_corrects_the_one_before(run: Run, workspace: Path) -> None:
    run("done", "1.2.1", "--on", "01.10.2023")
    once = roadmap_file(workspace).read_bytes()
    assert "уже выполнено" in run("done", "1.2.1").out
    assert roadmap_file(workspace).read_bytes() == once
    run("done", "1.2.1", "--on", "02.10.2023")
    assert _diff(once, workspace) == (
        ["            done_on: 2023-10-01\n"],
        ["            done_on: 2023-10-02\n"],
    )


def test_an_activity_brings_the_tasks_that_hold_their_own(run: Run, workspace: Path) -> None:
    run("done", "1.3.4")
    outcome = run("postpone", "1.3", "до 15.12.2023")
    assert [line.split()[0] for line in outcome.out.splitlines()] == ["1.3", "1.3.2"]
    assert "(по 15.12.2023)" in outcome.out
    text = roadmap_file(workspace).read_text(encoding="utf-8")
    assert text.count("deadline: до 15.12.2023") == 2
    run("assign", "1.3.1", "Гринкевич Т.Ю.")
    run("assign", "1.3", "Мельник О.С.")
    assert roadmap_file(workspace).read_text(encoding="utf-8").count("Мельник О.С.") == 2
    assert "ответственный снят" in run("assign", "1.3", "").out
    assert "Мельник" not in roadmap_file(workspace).read_text(encoding="utf-8")


def test_a_doubt_is_seen_below_other_notes(run: Run) -> None:
    run("note", "1.4.3", "Школа далеко")
    run("note", "1.4.3", "Сомнение: какая среда?")
    assert "1.4.3: какая среда?" in run("check", "--only", "doubtful").out


def test_a_document_as_proof_is_in_the_json(run: Run) -> None:
    run("evidence", "1.2.1", "order.introduction")
    assert '"document": "order.introduction"' in run("show", "1.2.1", "--json").out


@pytest.mark.parametrize("words", [["1.2.1-3"], ["п. 1.2.1", "№1.2.2-3"], ["1.2.1,1.2.2;1.2.3"]])
def test_ids_as_they_are_jotted_down(run: Run, words: list[str]) -> None:
    said = run("done", *words).out.splitlines()
    assert [line.split()[0] for line in said] == ["1.2.1", "1.2.2", "1.2.3"]


def test_a_note_may_begin_with_a_dash(run: Run) -> None:
    assert run("note", "1.4.3", "--", "- и это").code == 0
    assert "- и это" in run("show", "1.4.3").out


def test_postponing_says_when_no_day_follows(run: Run) -> None:
    assert (
        "срок: постоянно (последний день не определён)" in run("postpone", "1.4.3", "постоянно").out
    )


def test_what_repeats_is_done_period_by_period(run: Run, workspace: Path) -> None:
    run("postpone", "1.4.3", "ежемесячно до 5 числа с октября по декабрь")
    said = run("done", "1.4.3", "--on", "2023-10-05", today="2023-10-05").out
    assert "выполнено за октябрь 2023 (срок 05.10.2023); следующий срок 05.11.2023" in said
    text = roadmap_file(workspace).read_text("utf-8")
    assert "- due: 2023-10-05\n                done_on: 2023-10-05\n" in text
    # The same day once more closes nothing else.
    assert "за октябрь 2023 уже выполнено" in run("done", "1.4.3", today="2023-10-06").out
    assert "просрочено 05.11.2023" in run("show", "1.4.3", today="2023-11-20").out
    assert "1.4.3" in run("deadlines", "--overdue", today="2023-11-20").out
    # What is late is named with the command that closes it.
    late = " ".join(run("done", "1.4.3", today="2023-12-01").out.split())
    assert "за декабрь 2023" in late
    assert "не закрыто: ноябрь 2023 — roadmap done 1.4.3 --period 05.11.2023" in late
    last = run("done", "1.4.3", "--period", "ноябрь", today="2023-12-02").out
    assert "это последний период" in last
    assert "выполнено 02.12.2023" in run("show", "1.4.3", today="2023-12-03").out
    reopened = run("reopen", "1.4.3", today="2023-12-03").out
    assert "открыт период со сроком 05.11.2023" in reopened
    assert "просрочено 05.11.2023" in run("show", "1.4.3", today="2023-12-03").out


def test_a_repeating_task_can_be_closed_as_a_whole(run: Run) -> None:
    run("postpone", "1.4.3", "ежемесячно")
    run("done", "1.4.3", "--whole", today="2023-10-05")
    assert "выполнено 05.10.2023" in run("show", "1.4.3", today="2023-12-03").out
    run("reopen", "1.4.3", today="2023-12-03")
    assert "просрочено 30.09.2023" in run("show", "1.4.3", today="2023-12-03").out


@pytest.mark.parametrize(
    ("task", "period", "said"),
    [
        ("1.4.3", "июль", "периода «июль» у пункта 1.4.3 нет"),
        ("1.4.3", "когда-нибудь", "периода «когда-нибудь» у пункта 1.4.3 нет"),
        ("1.1.1", "октябрь", "пункт 1.1.1 не повторяется, периодов у него нет"),
    ],
)
def test_a_period_must_be_one_of_the_tasks(run: Run, task: str, period: str, said: str) -> None:
    run("postpone", "1.4.3", "ежемесячно")
    outcome = run("done", task, "--period", period)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize("name", ["report.docx", "form.pdf", "act.docx"])
def test_a_file_is_no_kind_of_document(run: Run, workspace: Path, name: str) -> None:
    run("evidence", "1.1.2", name)
    assert f"- file: {name}\n" in roadmap_file(workspace).read_text(encoding="utf-8")


def test_a_note_within_a_word_is_still_a_note(run: Run, workspace: Path) -> None:
    run("note", "1.4.3", "дата встречи")
    run("note", "1.4.3", "да")
    assert "дата встречи\n              да\n" in roadmap_file(workspace).read_text("utf-8")


def test_what_was_cancelled_must_be_named_itself(run: Run, workspace: Path) -> None:
    run("cancel", "1.1.2")
    for words in (["done", "1.1"], ["start", "1.1"], ["evidence", "1.1", "приказ № 1"]):
        assert "1.1.2" not in run(*words, "--dry-run").out
    run("done", "1.1")
    text = roadmap_file(workspace).read_text(encoding="utf-8")
    assert text.count("status: cancelled") == 1
    assert "1.1.2" in run("done", "1.1.2").out
    assert "status: cancelled" not in roadmap_file(workspace).read_text(encoding="utf-8")


def test_an_activity_of_cancelled_tasks_is_refused(run: Run) -> None:
    run("cancel", "1.1")
    outcome = run("done", "1.1")
    assert outcome.code == 2
    assert "roadmap reopen 1.1" in outcome.err


@pytest.mark.parametrize(
    ("text", "days"),
    [("14d", 14), ("2w", 14), ("1m", 30), ("10", 10), ("2 недели", 14), ("1 год", 365),
     ("3 дн.", 3), ("1 мес.", 30)],
)  # fmt: skip
def test_a_distance_in_time(run: Run, text: str, days: int) -> None:
    assert run("deadlines", "--within", text).out == run("deadlines", "--within", f"{days}d").out


@pytest.mark.parametrize("text", ["5 минут", "1 мегамесяц", "дней", "-3d", "2 days ago"])
def test_no_distance_in_time(run: Run, text: str) -> None:
    outcome = run("deadlines", "--within", text)
    assert outcome.code == 2
    assert "не промежуток времени" in outcome.err
