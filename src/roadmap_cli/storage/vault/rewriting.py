"""The history of a repository begun anew: one commit of encrypted files, and nothing before it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.vault import OldHistory
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import VAULT_MARK
from roadmap_cli.storage.vault.clone import note_connected
from roadmap_cli.storage.vault.location import PERSONAL
from roadmap_cli.storage.vault.sealing import is_sealed

MESSAGE = "Начало истории: данные зашифрованы"
# What belongs to the new beginning though git may not follow it yet.
_OWN = (VAULT_MARK, ".gitattributes", ".gitignore", *(each.file for each in REGISTRIES))
# No person: the commit is looked through for names like everything else.
_AUTHOR = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "roadmap"), ("EMAIL", "roadmap@localhost"))
}
_NOW = (
    "-c", "gc.reflogExpire=now", "-c", "gc.reflogExpireUnreachable=now", "-c", "gc.pruneExpire=now",
    "-c", "gc.cruftPacks=false",
)  # fmt: skip
# Files of git's folder that stand while something is under way, and what that is.
_UNDER_WAY = {
    "MERGE_HEAD": "слияние (git merge)",
    "CHERRY_PICK_HEAD": "перенос коммита (git cherry-pick)",
    "REVERT_HEAD": "отмена коммита (git revert)",
    "rebase-merge": "перенос ветки (git rebase)",
    "rebase-apply": "перенос ветки (git rebase или git am)",
    "BISECT_LOG": "поиск (git bisect)",
    "sequencer": "ряд коммитов (git cherry-pick или git revert)",
}
# Git's notes of what it did last: FETCH_HEAD, ORIG_HEAD, COMMIT_EDITMSG.
_NOTE = re.compile(r"[A-Z][A-Z_]+")
_OPEN_LIST = re.compile(
    rb"^(?:"
    + b"|".join(owned.key.encode() for each in PERSONAL for owned in each.owned_lists)
    + rb"):[^\S\n]*"
    rb"(?:#.*)?(?:\[\s*\{|\r?\n(?:\s*#.*\n)*\s*-\s)",
    re.MULTILINE,
)


def look(root: Path) -> OldHistory:
    """What would go. Raises VaultError where a rewriting is not possible, saying what to do."""
    git = Git(root)
    top = git.top
    if top is None or top.resolve() != root.resolve():
        raise VaultError(
            f"дорожная карта — не верхняя папка репозитория («{top or root}»)",
            hint="Историю, в которой лежит и другое, эта команда не меняет: git filter-repo.",
        )
    others = [str(each) for each in git.folders if each.resolve() != root.resolve()]
    if others:
        raise VaultError(
            f"у репозитория есть ещё рабочие папки: {', '.join(others)}",
            hint="Уберите их: git worktree remove ПАПКА; исчезнувшие — git worktree prune.",
        )
    folder = git_folder_of(git)
    under_way = [said for name, said in _UNDER_WAY.items() if (folder / name).exists()]
    if under_way or git.output("ls-files", "-u"):
        raise VaultError(
            f"не завершено: {', '.join(under_way) or 'слияние с конфликтом'}",
            hint="Завершите или отмените: git status подскажет, как.",
        )
    if (folder / "objects" / "info" / "alternates").exists():
        raise VaultError(
            "часть объектов этого репозитория лежит в другом (git clone --shared)",
            hint="Сначала возьмите их сюда: git repack -a -d, затем удалите"
            " .git/objects/info/alternates.",
        )
    branch = git.output("symbolic-ref", "-q", "HEAD").decode("utf-8", "replace").strip()
    if not branch:
        raise VaultError("выбран коммит, а не ветка", hint="Перейдите на ветку: git switch ВЕТКА")
    refs = tuple(name for name, _ in _refs(git) if name != branch)
    untracked = git.output("ls-files", "-z", "--others", "--exclude-standard")
    return OldHistory(
        branch,
        int(git.output("rev-list", "--all", "--reflog", "--count") or 0),
        sum(1 for _ in git.objects()),
        refs,
        tuple(git.output("remote").decode("utf-8", "replace").split()),
        tuple(sorted({name.split("/", 3)[3] for name in refs if _is_remote_branch(name)})),
        tuple(
            name
            for name in untracked.decode("utf-8", "replace").split("\0")
            if name and name not in _OWN
        ),
    )


def begin_anew(root: Path, branch: str) -> list[str]:
    """Make the new commit and remove all that led to the old ones; repeated, it finishes the work.

    Returns the names of files that git no longer follows. Raises GitFailedError, VaultError,
    OSError.
    """
    git = Git(root)
    left_out = _stage(git)
    tree = git.demand("write-tree").strip()
    commit = git.demand("commit-tree", tree, "-m", MESSAGE, variables=_AUTHOR).strip()
    git.demand("update-ref", "--no-deref", branch, commit)
    _remove_traces(git, branch)
    git.demand("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    shutil.rmtree(git_folder_of(git) / "logs", ignore_errors=True)
    for kept in (git_folder_of(git) / "objects" / "pack").glob("*.keep"):
        kept.unlink()
    git.demand(*_NOW, "gc", "--quiet", "--prune=now")
    note_connected(root)
    return left_out


def open_blobs(root: Path) -> int:
    """How many stored files look like a personal data file that is not encrypted."""
    return sum(
        kind == "blob" and not is_sealed(content) and bool(_OPEN_LIST.search(content))
        for kind, content in Git(root).objects()
    )


def committed_plain(root: Path) -> dict[str, bytes]:
    """The files of the last commit that are not encrypted, by name."""
    git = Git(root)
    listed = git.output("ls-tree", "-r", "-z", "--name-only", "HEAD").decode("utf-8", "replace")
    names = [name for name in listed.split("\0") if name]
    stored = git.several_stored(names, "HEAD")
    return {name: raw for name, raw in stored.items() if not is_sealed(raw)}


def git_folder_of(git: Git) -> Path:
    """The folder in which git keeps the repository. Raises GitFailedError."""
    return Path(git.demand("rev-parse", "--absolute-git-dir").strip())


def _stage(git: Git) -> list[str]:
    """Have git take every file anew through its filter; those that it must not follow go."""
    git.demand("add", "--", *(name for name in _OWN if (git.folder / name).is_file()))
    git.demand("add", "--update", "--", ".")  # what was deleted must go first
    git.demand("add", "--renormalize", "--", ".")
    listed = git.demand("ls-files", "-z", "--cached", "--ignored", "--exclude-standard")
    ignored = [name for name in listed.split("\0") if name]
    if ignored:
        given = "\0".join(ignored).encode("utf-8", "surrogateescape")
        git.demand(
            "rm", "-q", "--cached", "--pathspec-from-file=-", "--pathspec-file-nul", given=given
        )
    git.demand("update-index", "--clear-resolve-undo")
    stored = git.several_stored(each.file for each in PERSONAL)
    plain = [file for file, raw in stored.items() if not is_sealed(raw)]
    if plain:
        raise VaultError(
            f"git не зашифровал: {', '.join(plain)}",
            hint="Что мешает, покажет: roadmap vault status",
        )
    return ignored


def _remove_traces(git: Git, branch: str) -> None:
    """Delete every other name of a commit, and git's notes of what it did last."""
    for name, target in _refs(git):
        if target:
            git.demand("symbolic-ref", "--delete", name)
    gone = [name for name, target in _refs(git) if name != branch and not target]
    git.demand("update-ref", "--no-deref", "--stdin", given=_deletions(gone))
    folder = git_folder_of(git)
    for path in folder.iterdir():
        if path.is_file() and _NOTE.fullmatch(path.name) and path.name != "HEAD":
            path.unlink()
    (folder / "shallow").unlink(missing_ok=True)
    (folder / "info" / "grafts").unlink(missing_ok=True)
    shutil.rmtree(folder / "rr-cache", ignore_errors=True)


def _deletions(names: list[str]) -> bytes:
    return "".join(f"delete {name}\n" for name in names).encode("utf-8", "surrogateescape")


def _refs(git: Git) -> Iterator[tuple[str, str]]:
    """Every name of a commit, and the name that it stands for where it stands for one."""
    told = git.output("for-each-ref", "--format=%(refname) %(symref)")
    for line in told.decode("utf-8", "surrogateescape").splitlines():
        name, _, target = line.partition(" ")
        yield name, target


def _is_remote_branch(name: str) -> bool:
    return name.startswith("refs/remotes/") and name.count("/") > 2 and not name.endswith("/HEAD")
