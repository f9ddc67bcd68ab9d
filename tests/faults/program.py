"""The program as the fault tests call it: always in the same environment, in a new process."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import roadmap_cli

TODAY = "2025-12-01"
PATIENCE_SECONDS = 30.0
_SOURCE = Path(roadmap_cli.__file__).parent.parent


class Answer(NamedTuple):
    """What a command said; a code of None is a command that hung."""

    code: int | None
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both streams."""
        return f"{self.out}\n{self.err}"


def environment(keys: Path, compiled: Path) -> dict[str, str]:
    """An environment in which two runs do the same; `compiled` keeps Python's bytecode."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(compiled),
        "LANG": "C.UTF-8",
        "COLUMNS": "200",
        "PYTHONPATH": str(_SOURCE),
        "PYTHONPYCACHEPREFIX": str(compiled),
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "ROADMAP_TODAY": TODAY,
        "ROADMAP_SEED": "1",
        "ROADMAP_KEYS": str(keys),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "т" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "t@t.example" for who in ("AUTHOR", "COMMITTER")},
    }


class CommandServer:
    """A process that has the program loaded and runs its commands in copies of itself."""

    def __init__(self, env: Mapping[str, str], *, loaded: bool = True) -> None:
        """`loaded` is for many different commands; without it the server starts sooner."""
        self.env = dict(env)
        script = [str(Path(__file__).with_name("command_server.py")), *(["all"] if loaded else [])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", *script], env=self.env, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def run(
        self, words: Sequence[str], folder: Path, stdin: str = "", *, tracer: Sequence[str] = ()
    ) -> Answer:
        """Run a command in a folder; `tracer` is a command line to which a process id is added.

        The command begins when the tracer has said, on its stderr, that it is attached.
        """
        asked = {
            "words": list(words), "folder": str(folder), "environment": self.env,
            "stdin": stdin, "seconds": PATIENCE_SECONDS, "hold": bool(tracer),
        }  # fmt: skip
        self._say(json.dumps(asked))
        if not tracer:
            return Answer(**self._heard())
        whole = [*tracer, str(self._heard()["process"])]
        with subprocess.Popen(whole, stderr=subprocess.PIPE, encoding="utf-8") as tracing:
            assert tracing.stderr is not None
            said = tracing.stderr.readline()
            self._say("go")
            answer = Answer(**self._heard())
        assert "attached" in said, said
        return answer

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _heard(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def __enter__(self) -> "CommandServer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()
