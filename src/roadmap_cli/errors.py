"""The one tree of expected exceptions: a request that cannot be served, with a Russian message."""

import copyreg
from typing import Any

from roadmap_cli.problems import Problem


class RoadmapError(Exception):
    """Root of the tree; `exit_code` is what the process ends with."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is: the usual way would call a constructor that may want more."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]  # typeshed lacks it


class RequestInvalidError(RoadmapError):
    """The words of the command do not make sense together."""

    exit_code = 2


class WorkspaceNotFoundError(RoadmapError):
    """No folder with `data/roadmap.yaml` here or above."""


class UnknownNameError(RoadmapError):
    """An id, a kind or a key that does not exist."""


class DataInvalidError(RoadmapError):
    """The files hold errors, so nothing can be computed or written; all of them are listed."""

    def __init__(self, message: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(message)
        self.problems = problems


class WriteRefusedError(RoadmapError):
    """A write that would lose something, or that the disk did not take."""


class ImportFailedError(RoadmapError):
    """A file that holds nothing which could be imported."""


class VaultError(RoadmapError):
    """Keys that are missing or damaged, or a file that cannot be sealed or opened."""


class GitFailedError(RoadmapError):
    """A question about the repository that git did not answer."""


class PrintingFailedError(RoadmapError):
    """Documents that could not be made into one PDF."""


class OutputFailedError(RoadmapError):
    """The answer did not reach its reader: a full disk behind `>`, a terminal that has gone."""


class TemplateInvalidError(DataInvalidError):
    """A document template that cannot be filled."""
