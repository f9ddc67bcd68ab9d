"""One run of the program: its options, its workspace, and the only clock."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_cli.storage.git_folder import is_known_to_git
from roadmap_cli.storage.workspace import current_folder, find_workspace
from roadmap_cli.usecases import session as usecase
from roadmap_cli.usecases.session import Run, Session

if TYPE_CHECKING:
    import typer


class Settings:
    """The options that every command shares."""

    def __init__(self) -> None:
        self.as_of: date | None = None
        self._now: date | None = None
        self.workspace: Path | None = None
        self.json = False
        self.dry_run = False
        # What was done beside the command itself.
        self.told: list[str] = []

    @property
    def today(self) -> date:
        """The day to compute for: `--as-of`, or the calendar's."""
        self._now = self._now or date.today()
        return self.as_of or self._now

    def find(self) -> Path:
        """The folder of the workspace; raises WorkspaceNotFoundError."""
        return find_workspace(current_folder(), self.workspace)

    @property
    def run(self) -> Run:
        """What a use case needs to know of this run; raises WorkspaceNotFoundError.

        On the way git learns what it does not know yet of this copy.
        """
        root = self.find()
        if not self.dry_run and not is_known_to_git(root):
            from roadmap_cli.usecases.git_setup import set_up

            self.told += set_up(root)
        own = Run(root, self.today, self.dry_run)
        salt = os.environ.get("ROADMAP_SEED")
        return own._replace(salt=salt) if salt else own


def settings(ctx: typer.Context) -> Settings:
    """The options of this run."""
    return ctx.find_root().ensure_object(Settings)


def run_of(ctx: typer.Context) -> Run:
    """What a use case needs to know of this run; raises WorkspaceNotFoundError."""
    return settings(ctx).run


def open_session(
    ctx: typer.Context, *needed: str, useful: tuple[str, ...] = ("people",)
) -> Session:
    """The workspace of this run; see `usecases.session.open_session`."""
    return usecase.open_session(run_of(ctx), *needed, useful=useful)
