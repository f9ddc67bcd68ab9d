"""The vault: git holds nothing readable, changes are seen by person, who is forgotten is gone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.registries import BY_KEY
from roadmap_cli.storage.vault.merging import merged
from roadmap_cli.storage.vault.ring import Ring, load_ring
from roadmap_cli.storage.vault.sealing import read_lines, seal, unseal
from tests.conftest import Run
from tests.test_splices import Line, files

PEOPLE = BY_KEY["people"]
TODAY = "2025-12-01"
NAMES = ("Швец", "Илья", "Лесная", "00 00 000000")


@pytest.fixture(autouse=True)
def _keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rings in a folder of the test's own, and an author for the commits."""
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "т")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@t.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def git(root: Path, *words: str, check: bool = True) -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *words], cwd=root, capture_output=True, check=False
    )
    assert not check or done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


@pytest.fixture
def vault(run: Run, school: Path) -> Path:
    """The sample school under git, with a vault and one commit."""
    git(school, "init", "-q", "-b", "main")
    assert run("vault", "init", today=TODAY).code == 0
    _commit(school, "начало")
    return school


def _commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


def _objects_with(root: Path, *needles: str) -> list[str]:
    """Every stored object, dangling ones too, in which one of the words occurs."""
    names = git(root, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    contents = {name: git(root, "cat-file", "-p", name) for name in names}
    return [name for name, text in contents.items() if any(each in text for each in needles)]


# --- what git holds ---------------------------------------------------------------------------


def test_git_holds_nothing_readable(vault: Path) -> None:
    assert _objects_with(vault, "Петрова", "Швец", "grinko@iskra.example", "папка 3") == []
    assert git(vault, "status", "--short") == ""
    assert "surname: Швец" in (vault / "data" / "people.yaml").read_text("utf-8")


def test_a_change_touches_one_line_and_reads_as_text(run: Run, vault: Path) -> None:
    run("person", "set", "novik", "--phone", "123", today=TODAY)
    difference = git(vault, "diff")
    assert "+  - {id: novik, surname: Новик" in difference
    before = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    _commit(vault, "телефон")
    after = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    changed = [line.split()[0] for line, new in zip(before, after, strict=True) if line != new]
    assert changed == ["novik"]
    run("person", "add", "--surname", "Ким", today=TODAY)
    _commit(vault, "новый")
    added = git(vault, "show", "HEAD:data/people.yaml").splitlines()
    assert len(added) == len(after) + 1
    assert [line for line in after if line not in added] == []


def test_documents_that_git_watches_are_taken_out(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    run("order", "introduction", today=TODAY)
    _commit(school, "начало")
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
    _commit(vault, "примечание")
    assert _objects_with(vault, "астма", "подготовка к аттестации") == []


def test_documents_stay_out_of_git(run: Run, vault: Path) -> None:
    assert run("order", "pairs", today=TODAY).code == 0
    assert "documents/" not in git(vault, "status", "--short")


def test_a_file_that_cannot_be_taken_apart_is_not_stored(vault: Path) -> None:
    path = vault / "data" / "people.yaml"
    path.write_text("people:\n  - id: a\n   surname: Аев\n", encoding="utf-8")
    said = git(vault, "add", "-A", check=False)
    assert "data/people.yaml:3" in said
    assert "Исправьте: roadmap check" in said
    assert _objects_with(vault, "Аев") == []


# --- any file there and back ------------------------------------------------------------------


def _ring(tmp: Path) -> Ring:
    return Ring("00", {".": [b"0" * 64]}, tmp / "ring.json")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=files(), newline=st.sampled_from(["\n", "\r\n"]), bom=st.booleans())
def test_any_file_comes_back_byte_for_byte(
    made: tuple[list[Line], int], newline: str, bom: bool
) -> None:
    lines = [line.text.replace("tasks:", "people:") for line in made[0]]
    raw = (("\ufeff" if bom else "") + newline.join(lines)).encode()
    ring = _ring(Path())
    sealed = seal(raw, PEOPLE, ring)
    assert unseal(sealed, PEOPLE, ring) == raw
    assert seal(raw, PEOPLE, ring) == sealed
    assert len({line.label for line in read_lines(sealed)} - {"."}) == made[1]


@pytest.mark.parametrize("raw", ["", "# все люди\n", "people: []\n", "people:\n", "people: [\n]"])
def test_a_file_without_people(raw: str) -> None:
    ring = _ring(Path())
    assert unseal(seal(raw.encode(), PEOPLE, ring), PEOPLE, ring) == raw.encode()


@pytest.mark.parametrize(
    "raw",
    [
        "people:\n- {id: a, surname: А}\n- {id: b, surname: Б}\n# конец\n",
        "people: [{id: a, surname: А}, {id: b, surname: Б}]\n",
        "people:\n    - id: a\n      surname: А\n    - id: b\n      surname: Б\n",
    ],
)
def test_a_record_without_a_key_stays_closed_and_goes_back_as_it_came(raw: str) -> None:
    ring = _ring(Path())
    sealed = seal(raw.encode(), PEOPLE, ring)
    ring.destroy(["a"])
    stub = unseal(sealed, PEOPLE, ring)
    assert "surname: А" not in stub.decode()
    assert "surname: Б" in stub.decode()
    assert seal(stub, PEOPLE, ring) == sealed


# --- a colleague ------------------------------------------------------------------------------


@pytest.fixture
def clone(vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A colleague's copy, on a machine with no keys."""
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи коллеги"))
    git(tmp_path, "clone", "-q", str(vault), "копия")
    return tmp_path / "копия"


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
    assert "Кольца ключей на этом компьютере нет" in shown.out


def test_a_copied_ring_opens_the_clone(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as own:
        own.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
        assert run("vault", "export", str(tmp_path / "кольцо.json"), "-w", str(vault)).code == 0
    outcome = run("vault", "import", str(tmp_path / "кольцо.json"), "-w", str(clone))
    assert outcome.code == 0, outcome.err
    assert "Открыт data/people.yaml" in outcome.out
    assert "Швец" in run("person", "list", "-w", str(clone), today=TODAY).out
    assert git(clone, "status", "--short") == ""
    run("person", "set", "novik", "--phone", "7", "-w", str(clone), today=TODAY)
    _commit(clone, "телефон")
    assert _objects_with(clone, "Швец") == []


def test_a_ring_of_another_vault_is_refused(run: Run, clone: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"vault": "1", "keys": {".": ["%s"]}}' % ("A" * 86 + "=="))
    assert (
        "другого хранилища"
        in run("vault", "import", str(tmp_path / "x.json"), "-w", str(clone)).err
    )
    (tmp_path / "y.json").write_text("{}")
    assert (
        "не кольцо ключей" in run("vault", "import", str(tmp_path / "y.json"), "-w", str(clone)).err
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


# --- merging ----------------------------------------------------------------------------------


def test_branches_that_touch_different_people_merge(run: Run, vault: Path) -> None:
    git(vault, "checkout", "-qb", "ветка")
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    run("person", "add", "--surname", "Ли", today=TODAY)
    _commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    run("person", "set", "dyuma", "--phone", "2", today=TODAY)
    run("person", "add", "--surname", "Ким", today=TODAY)
    _commit(vault, "здесь")
    git(vault, "merge", "-q", "ветка", "-m", "слияние")
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert text.count("surname: Ли\n") == text.count("surname: Ким\n") == 1
    assert 'phone: "1"' in text
    assert 'phone: "2"' in text
    assert run("check", "--only", "code-repeated").code == 0
    assert _objects_with(vault, "Швец", "Ким") == []


def test_a_conflict_keeps_both_versions_and_stores_nothing_plain(run: Run, vault: Path) -> None:
    git(vault, "checkout", "-qb", "ветка")
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    _commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    run("person", "set", "novik", "--phone", "2", today=TODAY)
    _commit(vault, "здесь")
    said = git(vault, "merge", "ветка", check=False)
    assert "обе её версии оставлены" in said
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert 'phone: "1"' in text
    assert 'phone: "2"' in text
    assert run("check", "--only", "code-repeated").code == 1
    assert _objects_with(vault, "Швец", "Новик") == []


def _sealed(*lines: str) -> bytes:
    return ("roadmap-vault 1 00\n" + "".join(f"{line}\n" for line in lines)).encode()


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result", "sound"),
    [
        ("a:1 b:1", "a:2 b:1", "a:1 b:2", "a:2 b:2", True),
        ("a:1 b:1", "a:1", "a:1 b:1 c:1", "a:1 c:1", True),
        ("a:1 b:1", "b:1", "a:2 b:1", "a:2 b:1", False),
        ("a:1", "a:2", "a:3", "a:2 a:3", False),
        ("", "a:1", "a:1", "a:1", True),
        ("a:1", "a:1 x:1", "a:1 y:1", "a:1 y:1 x:1", True),
        ("a:1", "", "", "", True),
        ("a:1", ".:gone", "a:1 b:1", ".:gone b:1", True),
    ],
)
def test_merging_record_by_record(
    base: str, ours: str, theirs: str, result: str, sound: bool
) -> None:
    def side(told: str) -> bytes:
        return _sealed(". head", *(each.replace(":", " ") for each in told.split()))

    made, clean = merged(side(base), side(ours), side(theirs))
    lines = [f"{line.label}:{line.cipher}" for line in read_lines(made)[1:]]
    assert (sorted(lines), clean) == (sorted(result.split()), sound)


# --- forgetting -------------------------------------------------------------------------------


def test_who_is_forgotten_is_in_no_object(run: Run, vault: Path) -> None:
    run("form", "consent-image", "shvets", today=TODAY)
    run("person", "set", "shvets", "--phone", "+7 900 111-22-33", today=TODAY)
    _commit(vault, "ещё")
    preview = run("forget", "shvets", today=TODAY)
    assert preview.code == 0
    assert "data/pairs.yaml:2:" in preview.out
    assert "Согласие на использование изображения Швец" in preview.out
    assert "Ничего не уничтожено" in preview.err
    assert "Швец" in (vault / "data" / "people.yaml").read_text("utf-8")
    outcome = run("forget", "shvets", "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    _commit(vault, "уничтожено")
    git(vault, "gc", "-q", "--prune=now")
    assert _objects_with(vault, *NAMES, "111-22-33") == []
    texts = "".join(path.read_text("utf-8") for path in (vault / "data").glob("*.yaml"))
    assert not any(name in texts for name in ("Швец", "Лесная", "111-22-33"))
    (act,) = (vault / "documents").iterdir()
    words = run("docx-text", str(act)).out
    assert "код shvets" in words
    assert "фамилия, имя, отчество; должность; дата рождения; адрес; документ; телефон" in words
    assert "Швец" not in words
    assert run("check", "--only", "reference-unknown", today=TODAY).code == 0


def test_old_commits_stay_readable_for_the_rest(run: Run, vault: Path) -> None:
    run("forget", "shvets", "--yes", today=TODAY)
    _commit(vault, "уничтожено")
    git(vault, "checkout", "-q", "HEAD~1")
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert "Новик" in text
    assert "Швец" not in text
    assert "запись закрыта" in run("person", "list").out
    assert run("check", "--only", "record-locked").code == 1
    assert git(vault, "status", "--short") == ""
    found = run("check", "--json").data["problems"]
    assert "vault-locked" in {each["code"] for each in found}
    git(vault, "checkout", "-q", "main")
    assert "данные уничтожены" in run("person", "list", columns=160).out
    # What is left of the person, the consents given, can be read by whoever has the ring.
    (vault / "data" / "consents.yaml").unlink()
    git(vault, "checkout", "--", "data/consents.yaml")
    assert "id: shvets-duty" in (vault / "data" / "consents.yaml").read_text("utf-8")


def test_a_colleague_forgets_with_the_next_pull(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = os.environ["ROADMAP_KEYS"]
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    run("vault", "export", str(tmp_path / "к.json"), "-w", str(vault))
    run("forget", "shvets", "--yes", "-w", str(vault), today=TODAY)
    _commit(vault, "уничтожено")
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
    run("forget", "ivanova", "--yes", "--reason", "окончание программы", today=TODAY)
    assert run("consent", "list", "--missing", today=TODAY).code == 0
    assert run("export", "x.xlsx", today=TODAY).code == 0
    outcome = run("order", "pairs", "-o", "x.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    words = run("docx-text", "x.docx").out
    assert "уничтожены" not in words
    assert "Белов" in words
    assert "Новик" not in words
    assert run("check", "--only", "pair-without-consent", today=TODAY).code == 0
    pair = run("pair", "show", "ivanova-1", "--json").data["record"]
    assert (pair["status"], pair["end"]) == ("closed", TODAY)
    acts = [run("docx-text", str(path)).out for path in (school / "documents").glob("Акт*")]
    assert any("Причина: отзыв согласия" in act for act in acts)
    assert any("Причина: окончание программы" in act for act in acts)
    assert all("ответы на анкеты" in act for act in acts)


def test_forgetting_without_a_vault_tells_what_is_left(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    _commit(school, "начало")
    run("order", "pairs", today=TODAY)
    outcome = run("forget", "Швец Илья Ильич", "--yes", today=TODAY)
    assert outcome.code == 0
    assert "Назван(а) ещё в документе: documents/Приказ об утверждении" in outcome.err
    assert "В истории git эти данные ещё открыты" in outcome.err
    again = run("forget", "shvets", "--yes", today=TODAY)
    assert again.code == 2
    assert "уже уничтожены" in again.err


def test_a_name_in_the_plan_becomes_the_code_a_mention_is_shown(run: Run, school: Path) -> None:
    run("assign", "1.1", "Швец И.И.", today=TODAY)
    run("note", "1.2.1", "позвонить Швецу", today=TODAY)
    preview = run("forget", "shvets", today=TODAY).out
    assert "ответственный: shvets" in preview
    assert "Имя встречается в тексте, исправьте сами:\n  data/roadmap.yaml:" in preview
    run("forget", "shvets", "--yes", today=TODAY)
    assert "Швец И.И." not in (school / "data" / "roadmap.yaml").read_text("utf-8")


# --- warnings ---------------------------------------------------------------------------------


def test_plain_data_that_go_out_are_warned_about(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    _commit(school, "начало")
    assert run("check", "--only", "personal-data-exposed").code == 0
    git(school, "remote", "add", "origin", "https://git.example/x.git")
    outcome = run("check", "--only", "personal-data-exposed", columns=200)
    assert outcome.code == 1
    assert "roadmap vault init" in outcome.out
    created = run("vault", "init", columns=200)
    assert "В прежней истории данные открыты" in created.out
    assert "data/people.yaml: версий 1" in created.out
    _commit(school, "закрыто")
    assert run("check", "--only", "personal-data-exposed").code == 0


def test_a_vault_needs_git_and_is_made_once(run: Run, school: Path) -> None:
    assert "не под git" in run("vault", "init").err
    git(school, "init", "-q")
    run("vault", "init")
    assert "уже есть" in run("vault", "init").err
