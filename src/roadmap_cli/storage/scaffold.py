"""A new workspace: its files are written together or not at all."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.errors import UnknownNameError, WriteRefusedError
from roadmap_cli.storage.disk import Write, explained
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import MERGED
from roadmap_cli.storage.git_setup import set_up
from roadmap_cli.storage.templates import built_in_folder
from roadmap_cli.storage.transaction import write_together, writing
from roadmap_cli.storage.yaml.splicing import apply_changes
from roadmap_cli.text.suggest import did_you_mean

_IGNORED = ".roadmap/\n"
# `git diff` shows a Word file as text, `git merge` merges data by record; how, `git_setup` says.
_ATTRIBUTES = f"*.docx diff=roadmap-docx\n{MERGED}\n"
_HIDDEN = (".gitignore", ".gitattributes")


def workspace_templates() -> tuple[str, ...]:
    """The names of the built-in templates of a workspace."""
    folder = built_in_folder() / "workspace"
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))


def new_files(template: str, changes: Sequence[Change]) -> dict[str, bytes]:
    """The data files of a template with the changes made in them, by path.

    Raises UnknownNameError for a template that does not exist.
    """
    known = workspace_templates()
    if template not in known:
        raise UnknownNameError(
            f"шаблона «{template}» нет",
            hint=did_you_mean(template, known) or f"Есть: {', '.join(known)}.",
        )
    folder = built_in_folder() / "workspace" / template
    files: dict[str, bytes] = {
        ".gitignore": _IGNORED.encode(),
        ".gitattributes": _ATTRIBUTES.encode(),
    }
    for registry in REGISTRIES:
        own = [change for change in changes if change.file == registry.file]
        path = folder / Path(registry.file).name
        # Files that the template leaves out appear with their first record.
        if path.is_file():
            text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
            files[registry.file] = apply_changes(text, own, "\n").encode()
    return files


def refuse_second(root: Path) -> None:
    """Raises WriteRefusedError when the folder holds a roadmap already."""
    if (root / Dataset.roadmap.file).exists():
        raise WriteRefusedError(
            f"в папке «{root}» уже есть дорожная карта",
            hint="Выберите другую папку: roadmap init ПАПКА",
        )


def create_workspace(root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files of a new workspace, all or none; what a person should know of it.

    Raises WriteRefusedError when a roadmap is there already or the disk does not take a file.
    """
    existed = root.exists()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with writing(root) as told:
            refuse_second(root)
            writes = [
                Write(root / name, content, None)
                for name, content in files.items()
                if not (name in _HIDDEN and (root / name).exists())
            ]
            written = write_together(root, writes)
            (root / "documents").mkdir(exist_ok=True)
    except (OSError, WriteRefusedError) as error:
        if not existed:
            shutil.rmtree(root, ignore_errors=True)
        if isinstance(error, OSError):
            raise WriteRefusedError(f"папка не создана: {explained(error)}") from error
        raise
    return (*told, *written)


def start_history(root: Path) -> str | None:
    """Run `git init` unless the folder is under git already; a Russian sentence when it fails."""
    if shutil.which("git") is None:
        return "Программа git не найдена, история изменений вестись не будет."
    git = Git(root)
    ready = git.top is not None or git.run("init", "--quiet")
    # Russian file names as they are.
    if ready and git.run("config", "core.quotepath", "off"):
        set_up(root)
        return None
    return (
        "Программа git завершилась с ошибкой, история изменений, возможно, не ведётся: git status"
    )
