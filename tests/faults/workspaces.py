"""The workspaces that faults are tried on, each made once and copied for every run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests import school_files
from tests.conftest import SCHOOL
from tests.faults.program import CommandServer, environment
from tests.faults.rows import Row

_MEMORY = Path("/dev/shm")
# The workspace and the folder of the rings stand side by side below the root of a run.
WORK, KEYS = "work", "keys"


class Bench:
    """A place for runs, if possible in memory, and a server of commands for it."""

    def __init__(self, place: Path) -> None:
        self.root = place / "run"
        self.env = environment(self.root / KEYS, place / "compiled")
        self.server = CommandServer(self.env)
        self._templates = place / "templates"

    @property
    def work(self) -> Path:
        """The workspace of the run."""
        return self.root / WORK

    def fresh(self, row: Row) -> None:
        """A workspace as the row wants it, in place of the last one."""
        ready = self._templates / f"{row.words} {row.template}".replace("/", "_")
        if not ready.exists():
            self._restore(self._template(row.template))
            for words in row.first:
                self.call(*words)
            shutil.copytree(self.root, ready, symlinks=True)
        self._restore(ready)

    def call(self, *words: str) -> None:
        """Run a command that must succeed."""
        answer = self.server.run(words, self.work)
        assert answer.code == 0, (words, answer)

    def git(self, *words: str) -> None:
        """Run git in the workspace."""
        subprocess.run(
            ["git", *words], cwd=self.work, env=self.env, check=True, capture_output=True
        )

    def _template(self, name: str) -> Path:
        made = self._templates / name
        if not made.exists():
            shutil.rmtree(self.root, ignore_errors=True)
            self.work.mkdir(parents=True)
            (self.root / KEYS).mkdir()
            _MAKERS[name](self)
            shutil.copytree(self.root, made, symlinks=True)
        return made

    def _restore(self, template: Path) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(template, self.root, symlinks=True)


@contextmanager
def bench() -> Iterator[Bench]:
    """A bench that is gone afterwards."""
    memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="roadmap-faults-", dir=memory) as place:
        made = Bench(Path(place))
        with made.server:
            yield made


def _fresh(bench: Bench) -> None:
    shutil.copytree(SCHOOL / "data", bench.work / "data")


def _school(bench: Bench) -> None:
    """With papers about two people, one that somebody has signed, and files to import."""
    _fresh(bench)
    bench.call("form", "consent-image", "shvets", "ivanova")
    bench.call("form", "plan", "shvets-1")
    bench.call("order", "introduction")
    (bench.work / "список.csv").write_text(
        "ФИО;Табельный номер\nКим О.К.;3\nШвец Илья Ильич;1\n", "utf-8"
    )
    school_files.word_roadmap(bench.work / "карта.docx")


def _single(bench: Bench) -> None:
    """Nobody has a pair yet."""
    _school(bench)
    for name in ("pairs", "plans", "meetings"):
        (bench.work / "data" / f"{name}.yaml").unlink()


def _surveyed(bench: Bench) -> None:
    """A questionnaire that one person has answered."""
    _school(bench)
    school_files.answered_survey(bench.work)
    (bench.work / "ответы.csv").write_text(
        "Отметка времени;ФИО;Довольны?\n20.05.2026 14:03:11;Новик Елена Юрьевна;9\n", "utf-8"
    )


def _proposed(bench: Bench) -> None:
    _single(bench)
    bench.call("match", "accept", "--by", "Гринько О.С.")


def _git(bench: Bench) -> None:
    _school(bench)
    bench.git("init", "-q", "-b", "main", "--template=")
    _commit(bench, "начало")


def _vault(bench: Bench) -> None:
    _git(bench)
    bench.call("vault", "init")
    _commit(bench, "хранилище")


def _newcomer(bench: Bench) -> None:
    """In the ring there is no key yet for the person that was added last."""
    _vault(bench)
    bench.call("person", "add", "--surname", "Ким", "--name", "Яна")


def _clone(bench: Bench) -> None:
    """A colleague's copy: the files are sealed; a copy of the ring lies beside the workspace."""
    _vault(bench)
    bench.call("vault", "export", "--plain", "../связка.json")
    bench.git("clone", "-q", "--template=", ".", "../копия")
    shutil.rmtree(bench.work)
    (bench.root / "копия").rename(bench.work)
    shutil.rmtree(bench.root / KEYS)
    (bench.root / KEYS).mkdir()


def _clone_with_keys(bench: Bench) -> None:
    _clone(bench)
    (ring,) = bench.root.glob("*.json")
    named = (bench.work / ".roadmap-vault").read_text("utf-8").strip()
    shutil.copy(ring, bench.root / KEYS / f"{named}.json")


def _commit(bench: Bench, message: str) -> None:
    bench.git("add", "-A")
    bench.git("commit", "-qm", message)


_MAKERS: Mapping[str, Callable[[Bench], None]] = {
    "empty": lambda _bench: None,
    "fresh": _fresh,
    "school": _school,
    "single": _single,
    "proposed": _proposed,
    "surveyed": _surveyed,
    "git": _git,
    "vault": _vault,
    "vault with a newcomer": _newcomer,
    "clone": _clone,
    "clone with keys": _clone_with_keys,
}
