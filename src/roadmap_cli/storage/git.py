"""Git as the program needs it: settings, what is stored, what is watched; always by its command."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path


class Git:
    """The repository around a folder; without one every answer is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def top(self) -> Path | None:
        """The top folder of the repository, or None."""
        told = self.output("rev-parse", "--show-toplevel").decode("utf-8", "replace").strip()
        return Path(told) if told else None

    def run(self, *words: str) -> bool:
        """Run a command; False if it fails or git is missing."""
        return self._done(*words).returncode == 0

    def output(self, *words: str) -> bytes:
        """What a command prints; nothing when it fails."""
        done = self._done(*words)
        return done.stdout if done.returncode == 0 else b""

    def stored(self, file: str, revision: str = "") -> bytes | None:
        """The content of a file (from the folder) in the index, or in a revision."""
        done = self._done("cat-file", "blob", f"{revision}:./{file}")
        return done.stdout if done.returncode == 0 else None

    @property
    def has_remote(self) -> bool:
        """True when the repository is sent somewhere."""
        return bool(self.output("remote").strip())

    def history(self, file: str) -> Iterator[tuple[str, bytes]]:
        """Every revision that changed a file, with the content it then had."""
        for revision in self.output("log", "--all", "--format=%H", "--", file).decode().split():
            content = self.stored(file, revision)
            if content is not None:
                yield revision, content

    def objects_with(self, needles: Iterable[bytes]) -> list[str]:
        """The stored objects, dangling ones included, in which one of the needles occurs."""
        wanted = [needle for needle in needles if needle]
        # A plain `%(objectname)` line, the content, a line end; the size comes with the name.
        told = self.output("cat-file", "--batch-all-objects", "--batch=%(objectname) %(objectsize)")
        found, position = [], 0
        while position < len(told):
            end = told.index(b"\n", position)
            name, size = told[position:end].decode().split()
            content = told[end + 1 : end + 1 + int(size)]
            if any(needle in content for needle in wanted):
                found.append(name)
            position = end + int(size) + 2
        return found

    def _done(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        if shutil.which("git") is None or not self.folder.is_dir():
            return subprocess.CompletedProcess(words, 127, b"", b"")
        return subprocess.run(["git", *words], cwd=self.folder, capture_output=True, check=False)
