"""What is about to be committed or pushed, looked through for personal data."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.errors import VaultError
from roadmap_cli.problems import Place, Problem, Severity, in_reading_order
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import VAULT_MARK, GitFolder, git_folder
from roadmap_cli.storage.outgoing import Outgoing, is_unborn, pushed, staged
from roadmap_cli.storage.texts.office_text import LARGEST
from roadmap_cli.storage.vault.location import vault_id
from roadmap_cli.storage.workspace import load_workspace
from roadmap_cli.text.plurals import counted
from roadmap_cli.usecases.leak_rules import LEAK_RULES, Known, Leak, LeakRule, Seen

# Who is known, and who of them takes part.
_PEOPLE = "people"
_TAKING_PART = ("mentors", "mentees", "pairs")


class Looked(NamedTuple):
    """How many files were looked at, what was found, and what could not be looked for."""

    files: int
    problems: tuple[Problem, ...]
    notices: tuple[str, ...] = ()


class _Way(NamedTuple):
    """How a file is kept from going out, and how it goes out all the same."""

    back: str
    anyway: str


_COMMIT = _Way(
    'Убрать из коммита: git restore --staged "{file}".', "Записать как есть: git commit --no-verify"
)
_FIRST_COMMIT = _COMMIT._replace(back='Убрать из коммита: git rm --cached "{file}".')
_PUSH = _Way(
    "Исправьте сам коммит: последний — git commit --amend, прежние — git rebase -i.",
    "Отправить как есть: git push --no-verify",
)


def check_staged(root: Path, today: date) -> Looked:
    """Look through what the next commit adds or changes. Raises GitFailedError, VaultError."""
    folder, git = _repository(root)
    way = _FIRST_COMMIT if is_unborn(git) else _COMMIT
    return _looked(root, today, folder, git, staged(git), way)


def check_pushed(root: Path, today: date, remote: str, refs: Sequence[str]) -> Looked:
    """Look through the commits that git is about to send. Raises GitFailedError, VaultError.

    `refs` are the lines that git gives its pre-push hook.
    """
    folder, git = _repository(root)
    return _looked(root, today, folder, git, pushed(git, remote, refs), _PUSH)


def _repository(root: Path) -> tuple[GitFolder, Git]:
    folder = git_folder(root)
    if folder is None:
        raise VaultError("в папке нет репозитория git, проверять нечего", hint="Сначала: git init")
    # From the top folder, for that is where the paths in a hook's environment start.
    return folder, Git(folder.top)


def _looked(
    root: Path, today: date, folder: GitFolder, git: Git, files: Sequence[Outgoing], way: _Way
) -> Looked:
    if not files:
        return Looked(0, ())
    prefix = folder.within(root)
    prefix = "" if prefix == "." else f"{prefix}/"
    sealed = _has_vault(root, git, prefix)
    known, notices = _known(root, today) if sealed else (_nobody(root, today), ())
    rules = [rule for rule in LEAK_RULES if sealed or rule.without_vault]
    problems = []
    contents = git.contents((each.blob for each in files), LARGEST)
    for each, raw in zip(files, contents, strict=True):
        inside = each.file.startswith(prefix)
        seen = Seen(each.file, each.file.removeprefix(prefix) if inside else None, raw)
        own = [rule for rule in rules if inside or rule.everywhere]
        problems += _found(each, seen, known, own, way)
    return Looked(len(files), in_reading_order(problems), notices)


def _has_vault(root: Path, git: Git, prefix: str) -> bool:
    """True too where the sign of the vault was lost since the last commit."""
    return vault_id(root) is not None or git.run("cat-file", "-e", f"HEAD:{prefix}{VAULT_MARK}")


def _known(root: Path, today: date) -> tuple[Known, tuple[str, ...]]:
    """Whom the rules know, and a notice about those whom they cannot."""
    workspace = load_workspace(root, (_PEOPLE, *_TAKING_PART))
    data = workspace.readable_data()
    unread = {key for key, loaded in workspace.files.items() if loaded.record is None}
    notices = []
    if _PEOPLE in unread:
        notices.append(
            "Имена и телефоны людей не искались: data/people.yaml здесь прочитать нельзя."
        )
    locked = sum(person.locked is not None for person in data.people.people)
    if locked:
        said = counted(locked, "человека", "человек", "человек")
        notices.append(f"Имена и телефоны {said} не искались: их записи здесь зашифрованы.")
    all_take_part = any(
        key in workspace.files and workspace.files[key].is_broken for key in _TAKING_PART
    )
    known = Known(data, today, Recognizer(data.people.people), all_take_part)
    return known, tuple(notices)


def _nobody(root: Path, today: date) -> Known:
    return Known(load_workspace(root, ()).readable_data(), today, Recognizer(()))


def _found(
    each: Outgoing, seen: Seen, known: Known, rules: Iterable[LeakRule], way: _Way
) -> list[Problem]:
    problems: list[Problem] = []
    for rule in rules:
        own = [_problem(each, seen, rule, leak, way) for leak in rule.find(seen, known)]
        problems += own
        if own and rule.settles:
            break
    return problems


def _problem(each: Outgoing, seen: Seen, rule: LeakRule, leak: Leak, way: _Way) -> Problem:
    before = (seen.text or "")[: leak.at]
    place = Place(each.file, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    message = f"{leak.message} (коммит {each.commit[:8]})" if each.commit else leak.message
    if rule.severity is Severity.WARNING:
        return Problem(rule.code, message, place, rule.advice, rule.severity)
    hint = f"{rule.advice} {way.back.format(file=each.file)} {way.anyway}"
    return Problem(rule.code, message, place, hint)
