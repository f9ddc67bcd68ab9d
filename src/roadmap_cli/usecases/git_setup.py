"""What any command finishes on its way: git's settings in this copy, and those of its vault."""

import os
from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage import git_setup
from roadmap_cli.storage.git_folder import git_folder, is_vault_waiting


def set_up(root: Path) -> Iterator[str]:
    """Tell git of this copy what it lacks; a sentence for each thing that was done or failed."""
    said = git_setup.set_up(root)
    if said is not None:
        yield said
    folder = git_folder(root)
    config = folder.common / "config" if folder is not None else None
    if config is None or not config.is_file() or not os.access(config, os.W_OK):
        return
    if is_vault_waiting(root, config.read_text("utf-8", "surrogateescape")):
        from roadmap_cli.usecases.vault import connect_vault

        try:
            done = connect_vault(root)
        except (RoadmapError, OSError) as error:
            message, hint = getattr(error, "message", error), getattr(error, "hint", None) or ""
            yield f"В этой копии хранилище не подключено: {message}. {hint}".strip()
        else:
            yield from done.told
            opened = f" Расшифрованы: {', '.join(done.opened)}." if done.opened else ""
            yield f"Хранилище в этой копии подключено.{opened}"
