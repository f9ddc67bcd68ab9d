"""One run of the program: its options, its workspace, and the only clock."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.storage.transaction import is_interrupted, writing
from roadmap_cli.storage.workspace import (
    Workspace,
    current_folder,
    find_workspace,
    load_workspace,
)


class Settings:
    """The options that every command shares."""

    def __init__(self) -> None:
        self.as_of: date | None = None
        self._now: date | None = None
        self.workspace: Path | None = None
        self.json = False
        self.dry_run = False
        # What a command of a registry was told of a record, by key.
        self.values: dict[str, str | tuple[str, ...]] = {}

    @property
    def texts(self) -> dict[str, str]:
        """The values that are one text."""
        return {name: each for name, each in self.values.items() if isinstance(each, str)}

    @property
    def today(self) -> date:
        """The day to compute for: `--as-of`, or the calendar's."""
        self._now = self._now or date.today()
        return self.as_of or self._now

    def load(self, wanted: Iterable[str] | None = None) -> Workspace:
        """The files with the keys `wanted`, or all; a write that was broken off is finished first.

        Raises WorkspaceNotFoundError.
        """
        root = self.find()
        if is_interrupted(root):
            with writing(root):
                pass  # entering it brings the write to its end
        return load_workspace(root, wanted)

    def find(self) -> Path:
        """The folder of the workspace; raises WorkspaceNotFoundError."""
        return find_workspace(current_folder(), self.workspace)


def settings(ctx: typer.Context) -> Settings:
    """The options of this run."""
    return ctx.find_root().ensure_object(Settings)


@contextlib.contextmanager
def changing(own: Settings) -> Iterator[None]:
    """Keep other commands out of the workspace, unless nothing will be written."""
    with contextlib.nullcontext() if own.dry_run else writing(own.find()):
        yield


class Session(NamedTuple):
    """What a reading command works on."""

    settings: Settings
    workspace: Workspace
    data: Dataset

    @property
    def today(self) -> date:
        """The day to compute for."""
        return self.settings.today

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about files that could not be used."""
        return tuple(
            f"{file} прочитать нельзя, он не учтён. Подробности: roadmap check"
            for file in self.workspace.left_out
        )


def open_session(
    ctx: typer.Context, *needed: str, useful: tuple[str, ...] = ("people",)
) -> Session:
    """Load the roadmap, the files with the keys `needed` and those that are `useful`.

    The roadmap and what is needed must be sound; something useful that is broken is left out
    and named in the notices.

    Raises WorkspaceNotFoundError or DataInvalidError.
    """
    own = settings(ctx)
    workspace = own.load(("roadmap", *useful, *needed))
    return Session(own, workspace, workspace.data(("roadmap", *needed)))
