"""One run of a command on a workspace: its day, its files as loaded, and the lock."""

import contextlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.lock import is_interrupted
from roadmap_cli.storage.workspace import Workspace, load_workspace

# Names, and the school's calendar for the deadlines.
USEFUL = ("people", "organization")
ALL_FILES = tuple(registry.key for registry in REGISTRIES)


class Run(NamedTuple):
    """The folder of the workspace, the day to compute for, and whether nothing may be written.

    `salt` is what the codes of new people are drawn from; it is the same for a preview and for
    the write that follows in one run of the program.
    """

    root: Path
    today: date
    dry_run: bool = False
    salt: str = os.urandom(16).hex()


class Session(NamedTuple):
    """What a command works on; `told` is what happened before it, to an interrupted write."""

    run: Run
    workspace: Workspace
    data: Dataset
    told: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """The day to compute for."""
        return self.run.today

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about files that could not be used."""
        left_out = (
            f"{file} прочитать нельзя, он не учтён. Подробности: roadmap check"
            for file in self.workspace.left_out
        )
        return (*self.told, *left_out)


def settle(root: Path) -> tuple[str, ...]:
    """Bring an interrupted write to its end before reading; what a person should know of it.

    Where that cannot be done now, the files are read as they are.
    """
    if not is_interrupted(root):
        return ()
    from roadmap_cli.storage.transaction import writing

    try:
        with writing(root) as told:
            return (*told, *_staged_again(root))
    except RoadmapError as error:
        return (f"{error.message}. Показано то, что сейчас в файлах. {error.hint or ''}".strip(),)


def open_session(
    run: Run,
    *needed: str,
    useful: tuple[str, ...] = ("people", "organization"),
    told: tuple[str, ...] = (),
) -> Session:
    """Load the roadmap, the files with the keys `needed` and those that are `useful`.

    The roadmap and what is needed must be sound; something useful that is broken is left out
    and named in the notices. `told` is what `changing` has yielded. Raises DataInvalidError.
    """
    told = told or settle(run.root)
    workspace = load_workspace(run.root, ("roadmap", *useful, *needed))
    data = workspace.data(("roadmap", *needed)).having(salt=run.salt)
    if "surveys" in needed:
        from roadmap_cli.storage.surveys import BuiltInSurveys

        data = data.having(built_in_surveys=BuiltInSurveys())
    return Session(run, workspace, data, told)


def with_files(session: Session, keys: tuple[str, ...]) -> Session:
    """The session with further useful files; those that it has are not read again."""
    workspace = session.workspace
    missing = [key for key in keys if key not in workspace.files]
    files = load_workspace(workspace.root, missing).files
    if not files:
        return session
    workspace = workspace._replace(files={**workspace.files, **files})
    data = workspace.data(("roadmap",)).having(salt=session.run.salt)
    return session._replace(workspace=workspace, data=data)


@contextlib.contextmanager
def changing(run: Run) -> Iterator[tuple[str, ...]]:
    """Keep other commands out of the workspace, unless nothing will be written.

    Yields what a person should know of an interrupted write. Raises WriteRefusedError.
    """
    if run.dry_run:
        yield ()
        return
    from roadmap_cli.storage.transaction import writing

    with writing(run.root) as told:
        yield (*told, *(_staged_again(run.root) if told else ()))


def _staged_again(root: Path) -> tuple[str, ...]:
    """Have git take the files anew, where a broken-off command may have destroyed keys."""
    from roadmap_cli.storage.vault.clone import ring_here, stage_sealed

    return stage_sealed(root) if ring_here(root) is not None else ()
