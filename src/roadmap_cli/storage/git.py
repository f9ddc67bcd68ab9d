"""Git as the program needs it: settings, what is stored, what is watched; always by its command."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from roadmap_cli.errors import GitFailedError

_COMMIT = re.compile(r"\b[0-9a-f]{40,64}\b")


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

    def demand(
        self, *words: str, given: bytes = b"", variables: Mapping[str, str] = MappingProxyType({})
    ) -> str:
        """What a command prints, as text; raises GitFailedError as `answer` does."""
        return self.answer(*words, given=given, variables=variables).decode("utf-8", "replace")

    def output(self, *words: str) -> bytes:
        """What a command prints; nothing when it fails."""
        done = self._done(*words)
        return done.stdout if done.returncode == 0 else b""

    def answer(
        self, *words: str, given: bytes = b"", variables: Mapping[str, str] = MappingProxyType({})
    ) -> bytes:
        """What a command prints; raises GitFailedError with git's own words when it fails."""
        done = self._done(*words, given=given, variables=variables)
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GitFailedError(
                f"команда git {_verb(words)} завершилась с ошибкой",
                hint=said or "Проверьте: git status",
            )
        return done.stdout

    def contents(self, names: Iterable[str], most: int) -> Iterator[bytes | None]:
        """The contents of stored objects; None for one of more than `most` bytes.

        One program reads them all. Raises GitFailedError for an object that is not there.
        """
        with subprocess.Popen(
            self._command(("cat-file", "--batch")), cwd=self.folder,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            for name in names:
                process.stdin.write(f"{name}\n".encode())
                process.stdin.flush()
                told = process.stdout.readline().split()
                if len(told) != 3:
                    raise GitFailedError(f"объекта git {name} нет", hint="Проверьте: git fsck")
                size = int(told[2])
                content = process.stdout.read(min(size, most))
                for start in range(most, size, most):
                    process.stdout.read(min(most, size - start))
                process.stdout.read(1)
                yield content if size <= most else None

    def stored(self, file: str, revision: str = "") -> bytes | None:
        """The content of a file (from the folder) in the index, or in a revision."""
        done = self._done("cat-file", "blob", f"{revision}:./{file}")
        return done.stdout if done.returncode == 0 else None

    def several_stored(self, files: Iterable[str], revision: str = "") -> dict[str, bytes]:
        """The contents that there are of several files, had from one call; see `stored`."""
        names = list(files)
        asked = "".join(f"{revision}:./{file}\n" for file in names).encode()
        told = self._done("cat-file", "--batch=%(objectsize)", given=asked).stdout
        found = {}
        for file in names:
            head, _, told = told.partition(b"\n")
            if head.isdigit():
                found[file], told = told[: int(head)], told[int(head) + 1 :]
        return found

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

    def objects(self) -> Iterator[tuple[str, bytes]]:
        """The type and the content of every stored object, dangling ones included."""
        if not self._is_usable:
            return
        words = ("cat-file", "--batch-all-objects", "--batch=%(objecttype) %(objectsize)")
        # One at a time: all of them together may be larger than the memory.
        with subprocess.Popen(
            self._command(words), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None
            while line := process.stdout.readline():
                kind, size = line.decode().split()
                content = process.stdout.read(int(size) + 1)
                yield kind, content[:-1]

    @property
    def folders(self) -> tuple[Path, ...]:
        """The working folders of the repository: its own, then those of linked worktrees."""
        told = self.output("worktree", "list", "--porcelain", "-z").decode("utf-8", "replace")
        rows = (row for row in told.split("\0") if row.startswith("worktree "))
        return tuple(Path(row.removeprefix("worktree ")) for row in rows)

    def journals(self) -> Iterator[str]:
        """The texts of the files in which git notes where its branches stood: the reflog."""
        told = self.output("rev-parse", "--path-format=absolute", "--git-common-dir").decode()
        if told.strip():
            for path in Path(told.strip()).rglob("logs/**/*"):
                if path.is_file():
                    # The names of commits are digits too, of which the first is all noughts.
                    yield _COMMIT.sub("", path.read_text("utf-8", "replace"))

    @property
    def _is_usable(self) -> bool:
        return shutil.which("git") is not None and self.folder.is_dir()

    @staticmethod
    def _command(words: Iterable[str]) -> list[str]:
        """The command line of git; what a stranger's repository would have it start is off."""
        off = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
        return ["git", *off, *words]

    def merge_file(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        """What `git merge-file` makes of three files of the folder."""
        return self._done("merge-file", "-p", *words)

    def _done(
        self,
        *words: str,
        given: bytes | None = None,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> "subprocess.CompletedProcess[bytes]":
        if not self._is_usable:
            return subprocess.CompletedProcess(words, 127, b"", b"")
        return subprocess.run(
            self._command(words), cwd=self.folder, capture_output=True, check=False, input=given,
            env={**os.environ, **variables},
        )  # fmt: skip


def _verb(words: Sequence[str]) -> str:
    """The first word that is no setting: `gc` of `-c name=value gc`."""
    rest = iter(words)
    for word in rest:
        if word != "-c":
            return word
        next(rest, None)
    return ""


def merged_by_lines(
    base: bytes, ours: bytes, theirs: bytes, labels: tuple[str, str]
) -> tuple[bytes, bool]:
    """What git makes of three versions of a text, and whether they agree; ours without git."""
    with tempfile.TemporaryDirectory() as folder:
        names = ("ours", "base", "theirs")
        for name, content in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(content)
        named = ("-L", labels[0], "-L", "", "-L", labels[1])
        done = Git(Path(folder)).merge_file(*named, *names)
    # The exit code counts the conflicts; from 128 on git could not merge at all.
    return (done.stdout, done.returncode == 0) if 0 <= done.returncode < 127 else (ours, False)
