"""One run of a command on a workspace: its day, its files as loaded, and the lock."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.storage.transaction import is_interrupted, writing
from roadmap_cli.storage.workspace import Workspace, load_workspace

# Names, and the school's calendar for the deadlines.
USEFUL = ("people", "organization")
ALL_FILES = tuple(registry.key for registry in REGISTRIES)


class Run(NamedTuple):
    """The folder of the workspace, the day to compute for, and whether nothing may be written."""

    root: Path
    today: date
    dry_run: bool = False


class Session(NamedTuple):
    """What a command works on."""

    run: Run
    workspace: Workspace
    data: Dataset

    @property
    def today(self) -> date:
        """The day to compute for."""
        return self.run.today

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about files that could not be used."""
        return tuple(
            f"{file} прочитать нельзя, он не учтён. Подробности: roadmap check"
            for file in self.workspace.left_out
        )


def load(root: Path, wanted: Iterable[str] | None = None) -> Workspace:
    """The files with the keys `wanted`, or all; an interrupted write is finished first."""
    if is_interrupted(root):
        with writing(root):
            pass  # entering it brings the write to its end
    return load_workspace(root, wanted)


def open_session(
    run: Run, *needed: str, useful: tuple[str, ...] = ("people", "organization")
) -> Session:
    """Load the roadmap, the files with the keys `needed` and those that are `useful`.

    The roadmap and what is needed must be sound; something useful that is broken is left out
    and named in the notices. Raises DataInvalidError.
    """
    workspace = load(run.root, ("roadmap", *useful, *needed))
    return Session(run, workspace, workspace.data(("roadmap", *needed)))


@contextlib.contextmanager
def changing(run: Run) -> Iterator[None]:
    """Keep other commands out of the workspace, unless nothing will be written."""
    with contextlib.nullcontext() if run.dry_run else writing(run.root):
        yield
