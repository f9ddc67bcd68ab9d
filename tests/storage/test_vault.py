"""The vault: git holds nothing readable, changes are seen by person, colleagues keep in step."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.storage.ring import load_ring
from roadmap_cli.storage.vault.sealing import seal, unseal
from tests.conftest import Run
from tests.vaults import TODAY, commit, git, objects_with, share_ring

PEOPLE = Dataset.people
EMPTY = "consents: []\n"
NO_LINE_END = "consents:\n  - {id: x, person: novik, kind: image, given_on: 2025-01-01}"


def test_git_holds_nothing_readable(vault: Path) -> None:
    assert objects_with(vault, "Петрова", "Швец", "grinko@iskra.example", "папка 3") == []
    assert git(vault, "status", "--short") == ""
    assert "surname: Швец" in (vault / "data" / "people.yaml").read_text("utf-8")


def test_a_change_touches_one_line_and_reads_as_text(run: Run, vault: Path) -> None:
    run("person", "set", "novik", "--phone", "123", today=TODAY)
    difference = git(vault, "diff")
    assert "+  - {id: novik, surname: Новик" in difference
    before = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    commit(vault, "телефон")
    after = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    changed = [line.split()[0] for line, new in zip(before, after, strict=True) if line != new]
    assert changed == ["novik"]
    run("person", "add", "--surname", "Ким", today=TODAY)
    commit(vault, "новый")
    added = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    assert len(added) == len(after) + 1
    assert [line for line in after if line not in added] == []


def test_documents_that_git_watches_are_taken_out(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    run("order", "introduction", today=TODAY)
    commit(school, "начало")
    assert "documents/Приказ" in git(school, "ls-files")
    assert "Из git убрано" in run("vault", "init", columns=200).out
    assert "documents/" not in git(school, "ls-files")
    assert len(list((school / "documents").iterdir())) == 1


def test_the_ring_is_not_copied_into_git(run: Run, vault: Path) -> None:
    outcome = run("vault", "export", "копия.json")
    assert outcome.code == 1
    assert "попал бы в git" in outcome.err
    assert not (vault / "копия.json").exists()


def test_answers_are_nobodys_to_read(run: Run, vault: Path) -> None:
    run("mentee", "set", "novik", "--note", "астма", today=TODAY)
    commit(vault, "примечание")
    assert objects_with(vault, "астма", "подготовка к аттестации") == []


def test_documents_stay_out_of_git(run: Run, vault: Path) -> None:
    assert run("order", "pairs", today=TODAY).code == 0
    assert "documents/" not in git(vault, "status", "--short")


def test_a_file_that_cannot_be_taken_apart_is_not_stored(vault: Path) -> None:
    path = vault / "data" / "people.yaml"
    path.write_text("people:\n  - id: a\n   surname: Аев\n", encoding="utf-8")
    said = git(vault, "add", "-A", check=False)
    assert "data/people.yaml:3" in said
    assert "Исправьте: roadmap check" in said
    assert objects_with(vault, "Аев") == []


def test_a_clone_without_the_ring_says_what_to_do(run: Run, clone: Path) -> None:
    for words in (["person", "list"], ["check"]):
        outcome = run(*words, "-w", str(clone), today=TODAY)
        assert outcome.code == 1
        assert "файл зашифрован" in outcome.err + outcome.out
        assert "roadmap vault import" in outcome.err + outcome.out
    assert run("status", "-w", str(clone), today=TODAY).code == 0
    assert "vault import" in run("vault", "open", "-w", str(clone)).err
    shown = run("vault", "status", "-w", str(clone), columns=200)
    assert shown.code == 1
    assert "Связки ключей на этом компьютере нет" in shown.out


def test_a_copied_ring_opens_the_clone(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as own:
        own.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
        assert run("vault", "export", str(tmp_path / "кольцо.json"), "-w", str(vault)).code == 0
    outcome = run("vault", "import", str(tmp_path / "кольцо.json"), "-w", str(clone))
    assert outcome.code == 0, outcome.err
    assert "Расшифрован data/people.yaml" in outcome.out
    assert "Швец" in run("person", "list", "-w", str(clone), today=TODAY).out
    assert git(clone, "status", "--short") == ""
    run("person", "set", "novik", "--phone", "7", "-w", str(clone), today=TODAY)
    commit(clone, "телефон")
    assert objects_with(clone, "Швец") == []


def test_a_ring_of_another_vault_is_refused(run: Run, clone: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"vault": "1", "keys": {".": ["%s"]}}' % ("A" * 86 + "=="))
    assert (
        "другого хранилища"
        in run("vault", "import", str(tmp_path / "x.json"), "-w", str(clone)).err
    )
    (tmp_path / "y.json").write_text("{}")
    assert (
        "не связка ключей" in run("vault", "import", str(tmp_path / "y.json"), "-w", str(clone)).err
    )


def test_a_damaged_record_is_named(vault: Path) -> None:
    sealed = git(vault, "show", "HEAD:data/people.yaml")
    broken = sealed.replace("\nnovik ", "\nnovik AAAA", 1).encode()
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", "vault", "smudge", "data/people.yaml"],
        input=broken, capture_output=True, cwd=vault, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "запись «novik» повреждена" in done.stderr.decode()
    opened = done.stdout.decode()
    assert "Новик" not in opened
    assert "Соколов" in opened
    ring = load_ring(broken.split()[2].decode())
    assert ring is not None
    assert seal(done.stdout, PEOPLE, ring) == broken  # nothing of it is lost


def test_a_damaged_head_leaves_the_file_closed(vault: Path) -> None:
    broken = git(vault, "show", "HEAD:data/people.yaml").replace("\n. ", "\n. AAAA", 1).encode()
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", "vault", "smudge", "data/people.yaml"],
        input=broken, capture_output=True, cwd=vault, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, broken)
    assert "общая часть повреждена" in done.stderr.decode()


def test_records_cannot_be_exchanged(vault: Path) -> None:
    lines = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    swapped = [
        line.replace("novik ", "dyuma ", 1) if line.startswith("novik ") else
        line.replace("dyuma ", "novik ", 1) if line.startswith("dyuma ") else line
        for line in lines
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", "vault", "smudge", "data/people.yaml"],
        input=("\n".join(swapped) + "\n").encode(), capture_output=True, cwd=vault, check=False,
    )  # fmt: skip
    assert "повреждена" in done.stderr.decode()


def test_branches_that_touch_different_people_merge(run: Run, vault: Path) -> None:
    git(vault, "checkout", "-qb", "ветка")
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    run("person", "add", "--surname", "Ли", today=TODAY)
    commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    run("person", "set", "dyuma", "--phone", "2", today=TODAY)
    run("person", "add", "--surname", "Ким", today=TODAY)
    commit(vault, "здесь")
    git(vault, "merge", "-q", "ветка", "-m", "слияние")
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert text.count("surname: Ли\n") == text.count("surname: Ким\n") == 1
    assert "phone: 1" in text
    assert "phone: 2" in text
    assert run("check", "--only", "code-repeated").code == 0
    assert objects_with(vault, "Швец", "Ким") == []


def test_a_conflict_keeps_both_versions_and_stores_nothing_plain(run: Run, vault: Path) -> None:
    git(vault, "checkout", "-qb", "ветка")
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    run("person", "set", "novik", "--phone", "2", today=TODAY)
    commit(vault, "здесь")
    said = git(vault, "merge", "ветка", check=False)
    assert "Люди: «Новик Елена Юрьевна» (novik), Телефон: у нас «2», у них «1»" in said
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert "phone: 1" in text
    assert "phone: 2" in text
    assert "yaml-conflict" in run("check").out
    assert objects_with(vault, "Швец", "Новик") == []


def test_nobody_makes_a_second_key_for_a_colleagues_person(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share_ring(run, vault, clone, tmp_path, "раз")
    colleague = os.environ["ROADMAP_KEYS"]
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    run("person", "add", "--id", "kim", "--surname", "Ким", "-w", str(vault), today=TODAY)
    commit(vault, "новый человек")
    monkeypatch.setenv("ROADMAP_KEYS", colleague)
    git(clone, "pull", "-q")
    assert "запись зашифрована" in run("person", "show", "kim", "-w", str(clone)).out
    consent = ["consent", "add", "--person", "kim", "--kind", "image", "--given-on", "2025-11-01"]
    assert run(*consent, "-w", str(clone), today=TODAY).code == 0
    said = git(clone, "add", "-A", check=False)
    assert "ключ к ней только у коллеги" in said
    assert (
        "зашифрована, ключа к ней здесь нет"
        in run("person", "set", "kim", "--phone", "1", "-w", str(clone)).err
    )
    share_ring(run, vault, clone, tmp_path, "два")
    git(clone, "checkout", "--", "data/people.yaml")
    commit(clone, "согласие")
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    git(vault, "pull", "-q", str(clone), "main")
    assert "Ким" in run("consent", "list", "-w", str(vault), columns=200).out


def test_many_commands_save_one_ring(vault: Path) -> None:
    ring = load_ring((vault / ".roadmap-vault").read_text().strip())
    assert ring is not None
    texts = [f"people:\n- {{id: n{n}, surname: Н{n}}}\n".encode() for n in range(6)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "roadmap_cli", "vault", "clean", "data/people.yaml"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=vault,
        )
        for _ in texts
    ]  # fmt: skip
    sealed = [process.communicate(text)[0] for process, text in zip(processes, texts, strict=True)]
    assert [process.returncode for process in processes] == [0] * 6
    again = load_ring(ring.vault)
    assert again is not None
    assert [unseal(each, PEOPLE, again) for each in sealed] == texts
    # A ring read before somebody was forgotten does not bring the key back.
    again.destroy(["n0"])
    again.save()
    ring.key_to_write("neu")
    ring.save()
    last = load_ring(ring.vault)
    assert last is not None
    assert (last.keys("n0"), len(last.keys("neu"))) == ((), 1)
    assert ring.path.stat().st_mode & 0o777 == 0o600


def test_git_runs_nothing_that_lies_in_the_repository(vault: Path) -> None:
    (vault / "typer.py").write_text("open('tricked', 'w')", encoding="utf-8")
    (vault / "data" / "people.yaml").touch()
    git(vault, "status")
    git(vault, "add", "data")
    assert not (vault / "tricked").exists()


def test_only_codes_stand_open(vault: Path) -> None:
    path = vault / "data" / "consents.yaml"
    text = path.read_text("utf-8").replace("person: shvets", "person: Кузнецова Мария", 1)
    path.write_text(text, encoding="utf-8")
    said = git(vault, "add", "-A", check=False)
    assert "«Кузнецова Мария» — не код" in said
    assert objects_with(vault, "Кузнецова") == []


@pytest.mark.parametrize("branch", [EMPTY, NO_LINE_END])
def test_a_merge_that_would_not_read_is_a_conflict(run: Run, vault: Path, branch: str) -> None:
    path = vault / "data" / "consents.yaml"
    one = "consents:\n  - {id: y, person: dyuma, kind: image, given_on: 2025-01-01}"
    path.write_text(one, encoding="utf-8")
    commit(vault, "одно")
    git(vault, "checkout", "-qb", "ветка")
    added = branch.partition("\n")[2]
    path.write_text(f"{one}\n{added}" if added else branch, encoding="utf-8")
    commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    path.write_text(
        f"{one}\n  - {{id: z, person: belov, kind: image, given_on: 2025-01-02}}", "utf-8"
    )
    commit(vault, "здесь")
    git(vault, "merge", "ветка", "-m", "слияние", check=False)
    assert run("consent", "list", "--json").code == 0
    assert "id: z" in path.read_text("utf-8")


def test_a_branch_from_before_the_vault_can_be_merged(run: Run, school: Path) -> None:
    git(school, "init", "-q", "-b", "main")
    commit(school, "начало")
    git(school, "checkout", "-qb", "ветка")
    run("person", "set", "novik", "--phone", "5", today=TODAY)
    commit(school, "до хранилища")
    git(school, "checkout", "-q", "main")
    run("vault", "init")
    commit(school, "хранилище")
    git(school, "merge", "-q", "ветка", "-m", "слияние")
    assert "phone: 5" in (school / "data" / "people.yaml").read_text("utf-8")
    assert git(school, "show", "HEAD:data/people.yaml").startswith("roadmap-vault")


@pytest.mark.usefixtures("vault")
def test_a_damaged_ring_gives_way_to_the_copy(run: Run, tmp_path: Path) -> None:
    run("vault", "export", str(tmp_path / "копия.json"))
    (ring,) = (tmp_path / "ключи").glob("*.json")
    ring.write_bytes(b"{ broken")
    assert "не связка ключей" in run("vault", "open").err
    assert run("vault", "import", str(tmp_path / "копия.json")).code == 0
    assert run("vault", "status").code == 0
