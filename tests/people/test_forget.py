"""Who is forgotten is gone: from files, papers, every stored object; the rest go on as before."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.vaults import NAMES, TODAY, commit, git, objects_with
from tests.word_text import structure


def _code(text: str) -> str:
    """The random code that a forgotten person has got."""
    return text.partition("код заменён на случайный: ")[2].split()[0]


def test_who_is_forgotten_is_in_no_object(
    run: Run, vault: Path, golden: Callable[[str, str], None]
) -> None:
    run("form", "consent-image", "shvets", today=TODAY)
    run("person", "set", "shvets", "--phone", "+7 900 111-22-33", today=TODAY)
    commit(vault, "ещё")
    preview = run("forget", "shvets", today=TODAY)
    assert preview.code == 0
    assert "data/pairs.yaml:2:" in preview.out
    assert "Согласие на использование изображения – Швец" in preview.out
    assert "Ничего не уничтожено" in preview.err
    assert "Швец" in (vault / "data" / "people.yaml").read_text("utf-8")
    outcome = run("forget", "shvets", "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    commit(vault, "уничтожено")
    git(vault, "gc", "-q", "--prune=now")
    assert objects_with(vault, *NAMES, "111-22-33") == []
    texts = "".join(path.read_text("utf-8") for path in (vault / "data").glob("*.yaml"))
    assert not any(name in texts for name in ("Швец", "Лесная", "111-22-33", "shvets"))
    (act,) = (vault / "documents").iterdir()
    golden("papers/act.destruction.txt", structure(act.read_bytes()))
    words = run("docx-text", str(act)).out
    assert f"код {_code(outcome.out)}" in words
    assert "ключ, которым были зашифрованы прежние версии записей, уничтожен" in words
    assert "незашифрованных сведений об этом лице в них не найдено" in words
    assert "фамилия, имя, отчество; должность; дата рождения; адрес; документ; телефон" in words
    assert "Швец" not in words
    assert run("check", "--only", "reference-unknown", today=TODAY).code == 0


def test_old_commits_stay_readable_for_the_rest(run: Run, vault: Path) -> None:
    code = _code(run("forget", "shvets", "--yes", today=TODAY).out)
    commit(vault, "уничтожено")
    git(vault, "checkout", "-q", "HEAD~1")
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert "Новик" in text
    assert "Швец" not in text
    assert "запись зашифрована" in run("person", "list").out
    assert run("check", "--only", "record-locked").code == 1
    assert git(vault, "status", "--short") == ""
    found = run("check", "--json").data["problems"]
    assert "vault-locked" in {each["code"] for each in found}
    git(vault, "checkout", "-q", "main")
    assert "данные уничтожены" in run("person", "list", columns=160).out
    # What is left of the person, the consents given, can be read by whoever has the ring.
    (vault / "data" / "consents.yaml").unlink()
    git(vault, "checkout", "--", "data/consents.yaml")
    assert f"id: {code}-duty" in (vault / "data" / "consents.yaml").read_text("utf-8")


def test_a_colleague_forgets_with_the_next_pull(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = os.environ["ROADMAP_KEYS"]
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    run("vault", "export", str(tmp_path / "к.json"), "-w", str(vault))
    run("forget", "shvets", "--yes", "-w", str(vault), today=TODAY)
    commit(vault, "уничтожено")
    monkeypatch.setenv("ROADMAP_KEYS", colleague)
    run("vault", "import", str(tmp_path / "к.json"), "-w", str(clone))
    (ring,) = Path(colleague).glob("*.json")
    assert "shvets" in json.loads(ring.read_text())["keys"]
    git(clone, "pull", "-q")
    assert "shvets" not in json.loads(ring.read_text())["keys"]
    # An old copy of the ring does not bring the key back.
    run("vault", "import", str(tmp_path / "к.json"), "-w", str(clone))
    assert "shvets" not in json.loads(ring.read_text())["keys"]


def test_life_goes_on_after_somebody_was_forgotten(run: Run, school: Path) -> None:
    run("consent", "set", "dyuma-pd", "--withdrawn-on", "2025-11-20", today=TODAY)
    assert run("order", "pairs", today=TODAY).code == 1
    run("forget", "dyuma", "--yes", today=TODAY)
    order = ("forget", "ivanova", "--yes", "--reason", "окончание программы")
    code = _code(run(*order, today=TODAY).out)
    assert run("consent", "list", "--missing", today=TODAY).code == 0
    assert run("export", "x.xlsx", today=TODAY).code == 0
    outcome = run("order", "pairs", "-o", "x.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    words = run("docx-text", "x.docx").out
    assert "уничтожены" not in words
    assert "Белов" in words
    assert "Новик" not in words
    assert run("check", "--only", "pair-without-consent", today=TODAY).code == 0
    pair = run("pair", "show", f"{code}-1", "--json").data["record"]
    assert (pair["status"], pair["end"]) == ("closed", TODAY)
    acts = [run("docx-text", str(path)).out for path in (school / "documents").glob("Акт*")]
    assert any("Причина: отзыв согласия" in act for act in acts)
    assert any("Причина: окончание программы" in act for act in acts)
    assert all("ответы на анкеты" in act for act in acts)


def test_forgetting_without_a_vault_tells_what_is_left(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    commit(school, "начало")
    run("order", "pairs", today=TODAY)
    outcome = run("forget", "Швец Илья Ильич", "--yes", today=TODAY)
    assert outcome.code == 0
    assert "Упоминается также в файле: documents/Приказ об утверждении" in outcome.err
    assert "В истории git эти данные ещё не зашифрованы" in outcome.err
    (act,) = (school / "documents").glob("Акт*")
    words = run("docx-text", str(act)).out
    assert "ключ" not in words
    assert "Не уничтожено: в истории версий" in words
    before = act.read_bytes()
    again = run("forget", _code(outcome.out), "--yes", today=TODAY)
    assert again.code == 2
    assert "уже уничтожены" in again.err
    assert act.read_bytes() == before


def test_a_name_in_the_plan_becomes_the_code_a_mention_is_shown(run: Run, school: Path) -> None:
    run("assign", "1.1", "Швец И.И.", today=TODAY)
    run("note", "1.2.1", "позвонить Швецу", today=TODAY)
    preview = run("forget", "shvets", today=TODAY).out
    assert f"ответственный: {_code(preview)}" in preview
    assert "Встречается в тексте, исправьте сами:\n  data/roadmap.yaml:" in preview
    run("forget", "shvets", "--yes", today=TODAY)
    assert "Швец И.И." not in (school / "data" / "roadmap.yaml").read_text("utf-8")


# --- warnings ---------------------------------------------------------------------------------


def test_plain_data_that_go_out_are_warned_about(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    commit(school, "начало")
    assert run("check", "--only", "personal-data-exposed").code == 0
    git(school, "remote", "add", "origin", "https://git.example/x.git")
    outcome = run("check", "--only", "personal-data-exposed", columns=200)
    assert outcome.code == 1
    assert "roadmap vault init" in outcome.out
    created = run("vault", "init", columns=200)
    assert "В прежней истории данные не зашифрованы" in created.out
    assert "data/people.yaml: версий 1" in created.out
    commit(school, "закрыто")
    assert run("check", "--only", "personal-data-exposed").code == 0


def test_a_vault_needs_git_and_is_made_once(run: Run, school: Path) -> None:
    assert "нет репозитория git" in run("vault", "init").err
    git(school, "init", "-q")
    run("vault", "init")
    assert "уже есть, оно подключено" in run("vault", "init").out


def test_who_is_forgotten_cannot_be_filled_again(run: Run, school: Path) -> None:
    code = _code(run("forget", "shvets", "--yes", today=TODAY).out)
    before = (school / "data" / "people.yaml").read_bytes()
    assert "новые сюда не вписываются" in run("person", "set", code, "--phone", "1").err
    assert (school / "data" / "people.yaml").read_bytes() == before
    assert run("person", "add", "--surname", "Х", "--forgotten-on", "2025-01-01").code == 2


@pytest.mark.usefixtures("school")
def test_what_others_records_say_of_the_person_is_shown(run: Run) -> None:
    run("mentee", "set", "novik", "--note", "ушла от Швеца", today=TODAY)
    shown = run("forget", "shvets", today=TODAY).out
    assert "data/mentees.yaml:3:" in shown


def test_answers_go_with_the_person(run: Run, school: Path) -> None:
    path = school / "data" / "mentees.yaml"
    text = path.read_text("utf-8").replace(
        "person: dyuma,", "person: dyuma, answers: [{question: Здоровье, answer: астма}],"
    )
    path.write_text(text, encoding="utf-8")
    run("forget", "dyuma", "--yes", today=TODAY)
    assert "астма" not in path.read_text("utf-8")
    assert "left: 2025-12-01" in path.read_text("utf-8")
