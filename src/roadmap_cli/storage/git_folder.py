"""What can be told of the git around a workspace by reading its files, without starting git."""

import re
from pathlib import Path
from typing import NamedTuple

# The line of `.gitattributes` that has git merge the data files with our command.
MERGED = "/data/**/*.yaml merge=roadmap"
# The file that names the workspace's vault.
VAULT_MARK = ".roadmap-vault"
# One more whenever the settings in `git_setup` change, so that every copy is told anew.
SETUP = "1"


# What git runs before it commits and before it pushes.
HOOKS = ("pre-commit", "pre-push")
GUARD_TOLD = "guard = told\n"


class GitFolder(NamedTuple):
    """The repository around a workspace: its top folder, and what all its working trees share."""

    top: Path
    common: Path

    def within(self, root: Path) -> str:
        """The path of a workspace from the top folder; a point for the top folder itself."""
        return root.resolve().relative_to(self.top).as_posix()

    def attribute(self, root: Path) -> str:
        """The line by which git merges the data files of a workspace, for the top folder."""
        within = self.within(root)
        if within == ".":
            return MERGED
        pattern = re.sub(r"([*?\[\\])", r"\\\1", within)
        quoted = pattern.replace("\\", "\\\\").replace('"', '\\"')
        return f'"/{quoted}/data/**/*.yaml" merge=roadmap'


def git_folder(root: Path) -> GitFolder | None:
    """The repository around a workspace, found without running git; None when there is none."""
    resolved = root.resolve()
    for top in (resolved, *resolved.parents):
        git = top / ".git"
        if git.is_dir():
            return GitFolder(top, git)
        if git.is_file():
            own = top / _told(git).partition("gitdir:")[2].strip()
            return GitFolder(top, (own / _told(own / "commondir").strip()).resolve())
    return None


def is_known_to_git(root: Path) -> bool:
    """True when git knows our commands here, or when there is no repository.

    Every command asks: a few files are read and no program is started.
    """
    folder = git_folder(root)
    if folder is None:
        return True
    config = _told(folder.common / "config")
    ours = [line for line in config.splitlines() if " -m roadmap_cli " in line]
    programs = {line.split('\\"')[1].replace("\\\\", "\\") for line in ours if '\\"' in line}
    known = '[merge "roadmap"]' in config and f"setup = {SETUP}\n" in config
    present = all(Path(program).is_file() for program in programs)
    merged = known and present and is_merged_by_record(folder, root)
    guarded = is_guarded(folder, root) or GUARD_TOLD in config
    return merged and guarded and not is_vault_waiting(root, config)


def is_guarded(folder: GitFolder, root: Path) -> bool:
    """True when git has every commit and push of a workspace with a vault checked first."""
    if not (root / VAULT_MARK).is_file():
        return True
    return all(_runs(_told(folder.common / "hooks" / name), folder.within(root)) for name in HOOKS)


def guard_call(within: str) -> str:
    """The line of our hooks that checks a workspace, by its path from the top folder."""
    import shlex

    return f"check {shlex.quote(f'./{within}' if within != '.' else within)}"


def _runs(hook: str, within: str) -> bool:
    """True for a hook of ours that checks the workspace with a program that is still there."""
    import shlex

    lines = hook.splitlines()
    named = next((line for line in lines if line.startswith("python=")), None)
    if named is None or guard_call(within) not in lines:
        return False
    try:
        return Path(shlex.split(named.removeprefix("python="))[0]).is_file()
    except (ValueError, IndexError):
        return False


def is_vault_waiting(root: Path, config: str) -> bool:
    """True when the ring of the workspace's vault is here, but git was not told of the vault."""
    told = f"vault = {SETUP}\n" in config and " vault clean %f" in config
    if told or not (root / VAULT_MARK).exists():
        return False
    from roadmap_cli.storage.ring import is_ring_here

    return is_ring_here(_told(root / VAULT_MARK).strip())


def is_merged_by_record(folder: GitFolder, root: Path) -> bool:
    """True when the attributes of the workspace, or of this copy, name our merge."""
    if MERGED in _told(root / ".gitattributes").splitlines():
        return True
    return folder.attribute(root) in _told(folder.common / "info" / "attributes").splitlines()


def _told(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
