"""What git must know of a workspace: how its files are merged, compared, sealed, and left out.

Settings travel with no clone, so that every copy has to be told once.
"""

import os
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import Write, bytes_of, overwrite_file
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import SETUP, git_folder, is_guarded, is_merged_by_record
from roadmap_cli.storage.hooks import install

_VAULT = "roadmap-vault"
# Our own unfinished files.
_LEFT_OUT = (".*.tmp", "*.bak")
_DONE = "git в этой копии настроен: слияние веток объединяет файлы данных по записям (data/*.yaml)."


class Setting(NamedTuple):
    """A setting of git; in `value` the words `{program}` stand for the command of this program."""

    name: str
    value: str


SETTINGS = (
    Setting("merge.roadmap.name", "roadmap data"),
    Setting("merge.roadmap.driver", "{program} merge-data %O %A %B %P"),
    Setting("diff.roadmap-docx.textconv", "{program} docx-text"),
    Setting("roadmap.setup", SETUP),
)
VAULT_SETTINGS = (
    Setting(f"filter.{_VAULT}.clean", "{program} vault clean %f"),
    Setting(f"filter.{_VAULT}.smudge", "{program} vault smudge %f"),
    Setting(f"filter.{_VAULT}.required", "true"),
    # Clones from before `merge=roadmap` name this driver in their attributes.
    Setting(f"merge.{_VAULT}.name", "roadmap data"),
    Setting(f"merge.{_VAULT}.driver", "{program} merge-data %O %A %B %P"),
    Setting(f"diff.{_VAULT}.textconv", "{program} vault show"),
    # What a textconv prints would be kept in git unencrypted.
    Setting(f"diff.{_VAULT}.cachetextconv", "false"),
    # So would be what it remembers of a conflict in the working tree.
    Setting("rerere.enabled", "false"),
)


def configure(root: Path, settings: Iterable[Setting]) -> bool:
    """Tell git the settings, and what to merge and to leave out; False when it does not take them.

    Raises OSError, WriteRefusedError.
    """
    git, folder = Git(root), git_folder(root)
    # -P: else Python would import whatever modules lie in the repository.
    program = f'"{sys.executable}" -P -m roadmap_cli'
    values = [(one.name, one.value.replace("{program}", program)) for one in settings]
    if folder is None or not all(git.run("config", *value) for value in values):
        return False
    if not is_merged_by_record(folder, root):
        add_lines(folder.common / "info" / "attributes", (folder.attribute(root),))
    add_lines(folder.common / "info" / "exclude", _LEFT_OUT)
    return True


def set_up(root: Path) -> str | None:
    """Tell git of this copy what it lacks; a sentence about that, None if nothing was done.

    A copy that cannot be written to stays as it is. Only settings that are missing, or name a
    program that is no longer there, are written: a vault's only where it was connected before.
    A copy of a workspace with a vault has its commits and pushes checked, connected or not.
    """
    folder = git_folder(root)
    if folder is None or not os.access(folder.common / "config", os.W_OK):
        return None
    known = dict(_config(root))
    connected = f"filter.{_VAULT}.clean" in known
    wanted = (*SETTINGS, *(VAULT_SETTINGS if connected else ()))
    missing = [one for one in wanted if not _holds(one, known)]
    merged, guarded = is_merged_by_record(folder, root), is_guarded(folder, root)
    told: list[str] = []
    try:
        if missing or not merged:
            told += [_DONE] if configure(root, missing) else []
        if not guarded:
            told += install(root)
    except (OSError, WriteRefusedError):
        pass
    return " ".join(told) or None


def missing_settings(root: Path, wanted: Iterable[Setting]) -> list[Setting]:
    """The settings that git lacks here, or that name a program which is no longer there."""
    known = dict(_config(root))
    return [one for one in wanted if not _holds(one, known)]


def _config(root: Path) -> Iterator[tuple[str, str]]:
    listed = Git(root).output("config", "--local", "--null", "--list")
    for entry in listed.decode("utf-8", "replace").split("\0"):
        name, _, value = entry.partition("\n")
        yield name, value


def _holds(wanted: Setting, known: dict[str, str]) -> bool:
    """True when git has the setting already, for this program or another that is still there."""
    value = known.get(wanted.name)
    if value is None or "{program}" not in wanted.value:
        return value == wanted.value
    told, ending = wanted.value.split("{program}")
    if not value.startswith(told) or not value.endswith(ending):
        return False
    try:
        program = shlex.split(value)[0]
    except (ValueError, IndexError):
        return False
    return Path(program).is_file() and " -m roadmap_cli " in value


def add_lines(path: Path, lines: Iterable[str]) -> None:
    """Add the lines that a file lacks. Raises OSError, WriteRefusedError."""
    for write in lines_to_add(path, lines):
        overwrite_file(path, write.content or b"")


def lines_to_add(path: Path, lines: Iterable[str]) -> list[Write]:
    """The write that adds the lines which a file lacks; none where it has them. Raises OSError."""
    before = bytes_of(path)
    known = (before or b"").decode("utf-8", "surrogateescape")
    missing = [line for line in lines if line not in known.splitlines()]
    if not missing:
        return []
    ended = known if known.endswith("\n") or not known else f"{known}\n"
    content = ended + "\n".join(missing) + "\n"
    return [Write(path, content.encode("utf-8", "surrogateescape"), before)]
