"""What may not go into git unencrypted: each rule at its edge, through a real index."""

import json
import shutil
from pathlib import Path

import pytest

from roadmap_cli.storage.texts.plain_text import plain_text
from roadmap_cli.text.digits import surely_telephones
from roadmap_cli.usecases.leak_rules import LEAK_RULES
from tests.conftest import Run
from tests.vaults import TODAY, git

RECORDS = "people:\n  - {id: a, surname: Аев}\n"
RING = '{"vault": "0123abcd", "keys": {".": ["AAAA"]}}'
PHONE = "+7 927 111-22-33"


def _found(run: Run, *words: str) -> dict[str, set[str]]:
    """The codes that the check of the next commit finds, by file."""
    outcome = run("check", "--staged", "--json", *words, today=TODAY)
    assert outcome.code in (0, 1), outcome.err
    found: dict[str, set[str]] = {}
    for problem in json.loads(outcome.out)["data"]["problems"]:
        found.setdefault(problem["file"], set()).add(problem["code"])
    return found


def _write(root: Path, file: str, text: str | bytes) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def _stage(root: Path, file: str, text: str | bytes) -> None:
    _write(root, file, text)
    git(root, "add", "-f", "--", file)


def test_rules_are_whole() -> None:
    codes = [rule.code for rule in LEAK_RULES]
    assert len(codes) == len(set(codes))
    tested = Path(__file__).read_text("utf-8")
    for rule in LEAK_RULES:
        assert f'"{rule.code}"' in tested
        assert rule.find.__doc__


REFUSED: list[tuple[str, str | bytes, str]] = [
    ("people.yaml.orig", "", "registry-copied"),
    ("data/people.yaml~", "", "registry-copied"),
    ("data/people.yaml.bak", "", "registry-copied"),
    ("data/people (копия).yaml", "", "registry-copied"),
    ("people-backup.yaml", "", "registry-copied"),
    ("архив/people.yaml", "", "registry-copied"),
    ("data/mentors.old", "", "registry-copied"),
    ("Копия people.yaml", "", "registry-copied"),
    ("что-то.txt", RECORDS, "registry-copied"),
    ("список.json", '[{"surname": "Аев"}]', "registry-copied"),
    ("data/.people.yaml.abcd_123.tmp", "", "unfinished-stored"),
    ("data/people.yaml.unfinished.bak", "", "unfinished-stored"),
    (".roadmap/journal.json", "{}", "unfinished-stored"),
    ("ключи.txt", f"вот: {RING}", "ring-stored"),
    ("заметка 1.md", "Звонить Новик Елене", "person-named"),
    ("заметка 2.md", "Елена Юрьевна придёт", "person-named"),
    ("заметка 3.md", "Сегодня придёт Новик с планом", "person-named"),
    ("Новик Елена.md", "", "person-named"),
    ("заметка 4.md", "паспорт 00 00 000000", "person-named"),
    ("заметка 5.md", "писать на grinko@iskra.example", "person-named"),
    ("заметка 6.md", "Директор Петрова Анна Ивановна", "staff-named"),
    ("скан.pdf", b"%PDF-1.4", "words-unread"),
    ("data/programs.yaml", "programs: []  # спросить Новик Елену\n", "person-in-data"),
    ("data/columns.yaml", f"columns: []  # {PHONE}\n", "telephone-in-data"),
]
PASSED: list[tuple[str, str | bytes]] = [
    ("peoples.yaml", ""),
    ("people.md", ""),
    ("data/people.schema.json", '{"surname": {"type": "string"}}'),
    ("шаблон.md", "surname: {{ person.surname }}"),
    ("data/.заметка.abcd.tmp", ""),
    ("состояние.json", '{"vault": "0123abcd", "keys": 5}'),
    ("заметка 7.md", "Новикова Елена и Новиков придут; код novik"),
    ("заметка 8.md", f"телефон приёмной {PHONE}"),
    ("data/school.yaml", "school: []  # код novik\n"),
    ("data/matching.yaml", "matching: []  # 31.10.2025 15:00, https://a.example/9271112233\n"),
    ("data/partners.yaml", f"partners: []  # {PHONE}\n"),
    ("data/plans.yaml", "plans: []  # Петрова Анна Ивановна\n"),
]


def test_rows_at_the_edge_of_every_rule(run: Run, vault: Path) -> None:
    rows = [(file, text) for file, text, _ in REFUSED] + PASSED
    assert len({file for file, _ in rows}) == len(rows)
    for file, text in rows:
        _write(vault, file, text)
    git(vault, "add", "-f", "--", *(file for file, _ in rows))
    assert _found(run) == {file: {code} for file, _, code in REFUSED}


def test_sealed_files_pass_and_their_copies_too(run: Run, vault: Path) -> None:
    run("person", "set", "novik", "--phone", "8 927 000-00-01", today=TODAY)
    git(vault, "add", "-A")
    assert git(vault, "diff", "--cached", "--name-only").strip() == "data/people.yaml"
    assert _found(run) == {}
    sealed = git(vault, "show", ":data/people.yaml")
    _stage(vault, "people.yaml.orig", sealed)
    assert _found(run) == {}
    _stage(vault, "people.yaml.orig", sealed + RECORDS)
    assert _found(run) == {"people.yaml.orig": {"registry-copied"}}


def test_only_what_the_commit_changes_is_looked_at(run: Run, vault: Path) -> None:
    _stage(vault, "заметка.md", "Новик Елена")
    git(vault, "commit", "-qnm", "без проверки")
    assert run("check", "--staged", today=TODAY).code == 0
    git(vault, "mv", "заметка.md", "другая.md")
    assert _found(run) == {"другая.md": {"person-named"}}
    git(vault, "rm", "-qf", "другая.md")
    assert _found(run) == {}
    (vault / "ещё.md").write_text("Новик Елена", encoding="utf-8")
    assert _found(run) == {}


def test_a_remark_alone_lets_the_commit_through(run: Run, vault: Path) -> None:
    _stage(vault, "скан.pdf", b"%PDF-1.4")
    outcome = run("check", "--staged", today=TODAY)
    assert (outcome.code, "прочитать нельзя" in outcome.out) == (0, True)


def test_the_hint_tells_the_ways_out(run: Run, vault: Path) -> None:
    _stage(vault, "мои записи.md", "первая\nдля Новик Елены")
    outcome = run("check", "--staged", today=TODAY, columns=400)
    assert "мои записи.md:2:5" in outcome.out
    assert 'git restore --staged "мои записи.md"' in outcome.out
    assert "git commit --no-verify" in outcome.out
    assert "Юрьевна" not in outcome.out


def test_without_a_vault_only_keys_and_our_own_files(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    git(school, "add", "-A")
    _stage(school, "заметка.md", "Новик Елена")
    _stage(school, "people.yaml.orig", RECORDS)
    assert _found(run) == {}
    _stage(school, "ключи.json", RING)
    _stage(school, "data/.people.yaml.abcd_123.tmp", RECORDS)
    told = {"ключи.json": {"ring-stored"}, "data/.people.yaml.abcd_123.tmp": {"unfinished-stored"}}
    assert _found(run) == told


def test_outside_of_the_workspace_only_keys(run: Run, tmp_path: Path, school: Path) -> None:
    top = tmp_path / "всё [вместе]"
    shutil.copytree(school, top / "школа")
    git(top, "init", "-q")
    assert run("vault", "init", "-w", str(top / "школа"), today=TODAY).code == 0
    git(top, "add", "-A")
    for file, text in (
        ("Новик.md", "Новик Елена"),
        ("ключи.json", RING),
        ("школа/ж.md", "Новик Е."),
    ):
        _stage(top, file, text)
    told = {"ключи.json": {"ring-stored"}, "школа/ж.md": {"person-named"}}
    assert _found(run, "-w", str(top / "школа")) == told


def test_people_who_cannot_be_read_are_told(run: Run, clone: Path) -> None:
    _stage(clone, "заметка.md", "Новик Елена")
    _stage(clone, "people.yaml.orig", RECORDS)
    outcome = run("check", "--staged", "-w", str(clone), today=TODAY)
    assert outcome.code == 1
    assert "registry-copied" in outcome.out
    assert "person-named" not in outcome.out
    assert "не искались" in outcome.err


def test_a_plain_registry_is_refused_where_its_rules_are_lost(run: Run, vault: Path) -> None:
    (vault / ".gitattributes").unlink()
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    git(vault, "add", "-A")
    assert _found(run) == {"data/people.yaml": {"registry-plain"}}
    (vault / ".roadmap-vault").unlink()
    assert _found(run) == {"data/people.yaml": {"registry-plain"}}


@pytest.mark.parametrize(
    "words", [["--staged", "--only", "id-duplicate"], ["--staged", "--pushed", "origin"]]
)
def test_options_that_exclude_each_other(run: Run, school: Path, words: list[str]) -> None:
    git(school, "init", "-q")
    assert run("check", *words).code == 2


def test_without_git_there_is_nothing_to_check(run: Run, school: Path) -> None:
    assert school.is_dir()
    assert "нет репозитория git" in run("check", "--staged").err


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8 (927) 111-22-33", 1), ("+79271112233", 1), ("8(846)2223344", 1), ("9271112233", 1),
        ("927111223", 0), ("92711122334455", 0), ("1271112233", 0), ("31.10.2025 15:00", 0),
        ("2025-09-01 2025-09-08", 0), ("https://a.example/9271112233", 0), ("id9271112233", 0),
    ],
)  # fmt: skip
def test_what_is_surely_a_telephone(text: str, found: int) -> None:
    assert len(list(surely_telephones(text))) == found


def test_an_archive_of_other_files_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "папка").mkdir()
    (tmp_path / "папка" / "Новик.txt").write_text("Новик", encoding="utf-8")
    made = shutil.make_archive(str(tmp_path / "архив"), "zip", tmp_path / "папка")
    assert plain_text(Path(made).read_bytes()) is None
