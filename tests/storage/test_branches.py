"""Two people work for months, each in a clone: git merges what they did, record by record."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.storage.workspace import load_workspace
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import bare_data
from roadmap_cli.usecases.vault import connect_vault, create_vault
from tests.conftest import SCHOOL, Run
from tests.vaults import NAMES, TODAY, commit, git, objects_with

# What the two did in a month: words of commands, or a file with what is replaced in it.
Work = tuple[str, ...]
MONTHS: tuple[tuple[tuple[Work, ...], tuple[Work, ...]], ...] = (
    (
        (("done", "1.1.1"), ("person", "add", "--id", "kim", "--surname", "Ким", "--name", "Ия")),
        (("done", "1.1.2"), ("person", "add", "--id", "li", "--surname", "Ли", "--name", "Ян")),
    ),
    (
        (("meeting", "add", "shvets-1", "--on", "2025-11-28", "--kind", "regular"),
         ("person", "set", "novik", "--phone", "1")),
        (("meeting", "add", "shvets-1", "--on", "2025-11-29", "--kind", "regular"),
         ("person", "set", "novik", "--email", "n@iskra.example")),
    ),
    (
        (("consent", "add", "--person", "dyuma", "--kind", "image", "--given-on", "2025-11-01"),
         ("evidence", "1.2.2", "приказ № 5")),
        (("consent", "add", "--person", "novik", "--kind", "image", "--given-on", "2025-11-02"),
         ("postpone", "1.2.2", "до 20.12.2025")),
    ),
    (
        (("mentor", "set", "shvets", "--capacity", "3"), ("assign", "1.3", "grinko")),
        (("mentor", "set", "shvets", "--time", "2 часа"), ("note", "1.3.1", "Спросить у всех")),
    ),
    (
        (("school", "attend", "2025-11-05", "shvets"), ("plan", "step", "shvets-1", "Опрос")),
        (("school", "attend", "2025-11-05", "ivanova"),
         ("plan", "result", "shvets-1", "2", "Проведено")),
    ),
    (
        (("data/pairs.yaml", "mentees: [dyuma, belov]", "mentees: [dyuma, belov, li]"),
         ("data/roadmap.yaml", "  - id: 1\n", "  # начало года\n  - id: 1\n")),
        (("pair", "set", "shvets-1", "--note", "Группа"), ("start", "1.4.1")),
    ),
    (
        (("data/roadmap.yaml", "school_year: 2025/2026", "school_year: 2025/2026  # сверено"),
         ("data/people.yaml", "  - {id: dyuma, ", "  # с октября\n  - {id: dyuma, ")),
        (("data/roadmap.yaml", "title: Дорожная", "note: Второй вариант\ntitle: Дорожная"),
         ("person", "set", "dyuma", "--phone", "2")),
    ),
    (
        (("partner", "add", "--name", "Музей"), ("consent", "remove", "dyuma-part")),
        (("partner", "add", "--name", "Театр"), ("program", "add", "--title", "Первые шаги")),
    ),
    (
        (("data/matching.yaml", "wishes:\n", "wishes:\n  - {person: belov, choices: [shvets]}\n"),
         ("reopen", "1.1.2")),
        (("data/matching.yaml", "choices: [ivanova, shvets]", "choices: [ivanova]"),
         ("done", "1.1.3", "--evidence", "папка 4")),
    ),
    (
        (("done", "2.1.1", "--on", "2025-11-10"), ("mentee", "set", "belov", "--note", "Спорт")),
        (("cancel", "2.1.2"), ("mentee", "set", "belov", "--interests", "лыжи")),
    ),
)  # fmt: skip


def _do(run: Run, root: Path, works: tuple[Work, ...]) -> None:
    for words in works:
        if words[0].startswith("data/"):
            path = root / words[0]
            before = path.read_bytes().decode()
            assert words[1] in before, words
            path.write_bytes(before.replace(words[1], words[2], 1).encode())
            continue
        outcome = run(*words, "-w", str(root), today=TODAY)
        assert outcome.code == 0, (words, outcome.err)


def _held(root: Path) -> dict[str, Any]:
    texts = {path.name: path.read_text("utf-8-sig") for path in (root / "data").glob("*.yaml")}
    return {name: bare_data(compose(text, name).root) for name, text in texts.items()}


def _comments(root: Path) -> set[str]:
    texts = [path.read_text("utf-8") for path in (root / "data").glob("*.yaml")]
    return {found for text in texts for found in re.findall(r"(?m)(?:^|\s)(#\s.*)$", text)}


def _errors(root: Path, run: Run) -> set[str]:
    found = run("check", "--json", "-w", str(root), today=TODAY).data["problems"]
    return {f"{each['code']} {each['message']}" for each in found if each["severity"] == "error"}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder with two clones of one school, and the keys where there is a vault; made once."""
    made: dict[str, Path] = {}

    def prepare(kind: str) -> Path:
        if kind not in made:
            folder = made[kind] = tmp_path_factory.mktemp(kind)
            one, two = folder / "Первый", folder / "Второй"
            shutil.copytree(SCHOOL / "data", one / "data")
            git(one, "init", "-q", "-b", "main")
            if kind == "vault":
                create_vault(one)
            commit(one, "начало")
            git(folder, "clone", "-q", str(one), str(two))
            for root in (one, two):
                # A copy of the folder has the same files, whatever their inodes.
                git(root, "config", "core.checkStat", "minimal")
                git(root, "config", "core.trustctime", "false")
            if kind == "vault":
                connect_vault(two)
        return made[kind]

    return prepare


@pytest.fixture
def colleagues(
    run: Run,
    prepared: Callable[[str], Path],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Path, Path]:
    """Two clones of one school, with a vault where the test asks for one."""
    own = tmp_path / "двое"
    kind = getattr(request, "param", "plain")
    with monkeypatch.context() as while_made:
        while_made.setenv("ROADMAP_KEYS", str(tmp_path.parent / f"ключи {kind}"))
        shutil.copytree(prepared(kind), own)
        keys = tmp_path.parent / f"ключи {kind}"
        if keys.exists():
            shutil.copytree(keys, tmp_path / "ключи")
    for root in (own / "Первый", own / "Второй"):
        assert run("status", "-w", str(root), today=TODAY).code == 0
    return own / "Первый", own / "Второй"


@pytest.mark.parametrize("colleagues", ["plain", "vault"], indirect=True)
def test_ten_months_of_two_people(run: Run, colleagues: tuple[Path, Path], tmp_path: Path) -> None:
    one, two = colleagues
    alone = tmp_path / "один за двоих"
    shutil.copytree(one / "data", alone / "data")
    for theirs, ours in MONTHS:
        _do(run, one, theirs)
        commit(one, "у них")
        _do(run, two, ours)
        commit(two, "у нас")
        known = _errors(one, run) | _errors(two, run)

        said = git(two, "pull", "--no-rebase", "--no-edit", str(one), "main")

        assert "CONFLICT" not in said
        _do(run, alone, (*ours, *theirs))
        assert _held(two) == _held(alone)
        assert _comments(two) == _comments(alone)
        assert _errors(two, run) <= known
        assert git(two, "status", "--short") == ""
        git(one, "pull", "-q", str(two), "main")
    if (one / ".roadmap-vault").exists():
        assert objects_with(two, *NAMES, "Спорт", "n@iskra.example") == []


TWICE: tuple[tuple[Work, Work, str], ...] = (
    (("person", "set", "novik", "--phone", "1"), ("person", "set", "novik", "--phone", "2"),
     "data/people.yaml. Люди: «Новик Елена Юрьевна» (novik), Телефон: у нас «2», у них «1»."),
    (("mentor", "set", "shvets", "--capacity", "3"), ("mentor", "set", "shvets", "--capacity", "4"),
     "data/mentors.yaml. Наставники: Швец Илья Ильич (shvets), Сколько наставляемых готов вести:"
     " у нас «4», у них «3»."),
    (("postpone", "1.2.2", "декабрь"), ("postpone", "1.2.2", "январь"),
     "(1.2.2), Срок: у нас «январь», у них «декабрь»."),
    (("consent", "remove", "novik-part"),
     ("consent", "set", "novik-part", "--valid-to", "2026-08-31"),
     "data/consents.yaml. Согласия: novik-part: у нас «По какой день действует: 2026-08-31»,"
     " у них удалено."),
)  # fmt: skip


@pytest.mark.parametrize("colleagues", ["plain", "vault"], indirect=True)
def test_what_both_changed_is_one_conflict_in_words(
    run: Run, colleagues: tuple[Path, Path]
) -> None:
    one, two = colleagues
    for theirs, ours, expected in TWICE:
        _do(run, one, (theirs,))
        commit(one, "у них")
        _do(run, two, (ours,))
        commit(two, "у нас")

        said = git(two, "pull", "--no-rebase", "--no-edit", str(one), "main", check=False)

        assert expected in said
        assert said.count(": у нас «") == 1
        assert "Выберите нужное между <<<<<<< и >>>>>>>" in said
        name = git(two, "ls-files", "-u").split()[-1]
        problems = run("check", "--json", "-w", str(two), today=TODAY).data["problems"]
        errors = [each for each in problems if each["severity"] == "error"]
        assert [(each["code"], each["file"]) for each in errors] == [("yaml-conflict", name)]
        _choose_ours(two / name)
        commit(two, "выбрано")
        assert git(two, "status", "--short") == ""
        git(one, "pull", "-q", str(two), "main")
        assert _held(one) == _held(two)
    if (one / ".roadmap-vault").exists():
        assert objects_with(two, *NAMES, "Новик") == []


def _choose_ours(path: Path) -> None:
    text = path.read_text("utf-8")
    chosen = re.sub(r"(?ms)^<{7} [^\n]*\n(.*?)^={7}\n.*?^>{7} [^\n]*\n", r"\1", text)
    assert chosen != text
    path.write_text(chosen, encoding="utf-8")


def _rebase(two: Path) -> None:
    git(two, "rebase", "-q", "FETCH_HEAD")


def _cherry_pick(two: Path) -> None:
    git(two, "cherry-pick", "FETCH_HEAD")


def _stash_pop(two: Path) -> None:
    git(two, "reset", "-q", "--soft", "HEAD~1")
    git(two, "stash", "-q")
    git(two, "merge", "-q", "FETCH_HEAD")
    git(two, "stash", "pop", "-q")


@pytest.mark.parametrize(
    ("colleagues", "way"),
    [("plain", _rebase), ("plain", _cherry_pick), ("vault", _stash_pop), ("vault", _rebase)],
    indirect=["colleagues"],
)
def test_other_ways_to_bring_changes_together(
    run: Run, colleagues: tuple[Path, Path], way: Callable[[Path], None]
) -> None:
    one, two = colleagues
    _do(run, one, (("person", "set", "novik", "--phone", "1"), ("done", "1.1.1")))
    commit(one, "у них")
    _do(run, two, (("person", "set", "novik", "--email", "n@x.example"), ("done", "1.1.2")))
    commit(two, "у нас")
    git(two, "fetch", "-q", str(one), "main")
    way(two)
    workspace = load_workspace(two)
    assert workspace.problems == ()
    novik = next(each for each in workspace.files["people"].record.people if each.id == "novik")
    assert (novik.phone, novik.email) == ("1", "n@x.example")
    tasks = workspace.files["roadmap"].record.stages[0].activities[0].tasks
    assert [task.status.value for task in tasks[:2]] == ["done", "done"]


@pytest.mark.parametrize("colleagues", ["vault"], indirect=True)
def test_a_conflict_is_refused_by_git_until_it_is_resolved(
    run: Run, colleagues: tuple[Path, Path]
) -> None:
    one, two = colleagues
    _do(run, one, (("person", "set", "novik", "--phone", "1"),))
    commit(one, "у них")
    _do(run, two, (("person", "set", "novik", "--phone", "2"),))
    commit(two, "у нас")
    before = (two / "data" / "people.yaml").read_bytes()
    git(two, "pull", "-q", "--no-rebase", "--no-edit", str(one), "main", check=False)
    said = git(two, "add", "data/people.yaml", check=False)
    assert "слияние веток не закончено: у нас «…phone: 2}», у них «…phone: 1}»" in said
    assert "пометки удалите" in said
    assert "phone: 1" in git(two, "diff")
    assert objects_with(two, "Новик") == []
    git(two, "merge", "--abort")
    assert (two / "data" / "people.yaml").read_bytes() == before


@pytest.mark.parametrize("colleagues", ["vault"], indirect=True)
def test_a_clone_without_the_ring_merges_whole_records(
    run: Run, colleagues: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = colleagues
    _do(run, one, (("person", "set", "novik", "--phone", "1"), ("meeting", "add", "shvets-1")))
    commit(one, "у них")
    _do(run, two, (("person", "set", "dyuma", "--phone", "2"),))
    commit(two, "у нас")
    git(tmp_path, "clone", "-q", str(two), "без ключей")
    bare = tmp_path / "без ключей"
    with monkeypatch.context() as own:
        own.setenv("ROADMAP_KEYS", str(tmp_path / "нет"))
        assert run("status", "-w", str(bare), today=TODAY).code == 0
        git(bare, "pull", "-q", "--no-rebase", "--no-edit", str(one), "main")
    git(two, "pull", "-q", str(bare), "main")
    people = (two / "data" / "people.yaml").read_text("utf-8")
    assert ("phone: 1" in people, "phone: 2" in people) == (True, True)


@pytest.mark.parametrize("colleagues", ["vault"], indirect=True)
def test_records_in_brackets_are_never_sealed_together_with_a_conflict(
    colleagues: tuple[Path, Path],
) -> None:
    one, two = colleagues
    for root, phone in ((one, "1"), (two, "2")):
        path = root / "data" / "people.yaml"
        path.write_text(f"people: [{{id: novik, surname: Новик, phone: {phone}}}]\n", "utf-8")
        commit(root, "в скобках")
    said = git(two, "pull", "--no-rebase", "--no-edit", str(one), "main", check=False)
    assert "CONFLICT" in said
    assert "обе её версии оставлены" in said
    stored = git(two, "show", ":2:data/people.yaml")
    assert [line.split()[0] for line in stored.splitlines()[1:]] == [".", "novik", "."]
    assert objects_with(two, "Новик") == []
    assert (two / "data" / "people.yaml").read_text("utf-8").count("novik") == 1


def test_every_file_is_merged_by_record(colleagues: tuple[Path, Path]) -> None:
    one, _ = colleagues
    named = [
        registry.member("кураторы").file if registry.folder else registry.file
        for registry in REGISTRIES
    ]
    told = git(one, "check-attr", "merge", "--", *named).splitlines()
    assert [line.rpartition(": ")[2] for line in told] == ["roadmap"] * len(named)
