"""Runs commands of the program, each in a process of its own, without starting Python anew.

It is run as a script; with the word "all" it loads the whole program first. A request is a line
of JSON on stdin: words, folder, environment, stdin, seconds, hold. The answer is a line of JSON:
code (None: killed after these seconds), out, err. A command that is held says its process id
first and goes on with the next line of stdin.
"""

import ctypes
import importlib
import json
import os
import pkgutil
import select
import signal
import sys
import tempfile
import traceback
from typing import IO, Any

_MOST_USED = (
    "filelock", "yaml", "rich.console", "rich.table", "roadmap_cli.cli.main",
    "roadmap_cli.cli.plan.edits", "roadmap_cli.cli.registries",
)  # fmt: skip
_FURTHER = ("docx", "openpyxl", "cryptography")
_SET_PTRACER, _ANYBODY = 0x59616D61, -1


def _serve() -> None:
    _load(everything="all" in sys.argv)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    for line in iter(sys.stdin.readline, ""):
        asked = json.loads(line)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            ready, readied = os.pipe()
            go, going = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(going)
                _become(asked, out, err, readied, go)
            os.close(go)
            os.close(readied)
            os.read(ready, 1)
            os.close(ready)
            if asked["hold"]:
                _say(answers, {"process": child})
                sys.stdin.readline()
            os.close(going)
            code = _code_of(child, asked["seconds"])
            _say(answers, {"code": code, "out": _text(out), "err": _text(err)})


def _load(*, everything: bool) -> None:
    """Import what commands import, so that each of them starts at once."""
    import roadmap_cli

    for name in (*_MOST_USED, *(_FURTHER if everything else ())):
        importlib.import_module(name)
    for module in pkgutil.walk_packages(roadmap_cli.__path__, "roadmap_cli."):
        if everything:
            importlib.import_module(module.name)


def _say(answers: IO[str], told: dict[str, Any]) -> None:
    answers.write(json.dumps(told) + "\n")
    answers.flush()


def _code_of(child: int, seconds: float) -> int | None:
    handle = os.pidfd_open(child)
    ready, _, _ = select.select([handle], [], [], seconds)
    os.close(handle)
    if not ready:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if ready else None


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def _become(asked: dict[str, Any], out: IO[bytes], err: IO[bytes], ready: int, go: int) -> None:
    """Be the program, once the other end of `go` is closed; never returns.

    `ready` is closed when all that is not the program's own doing is done.
    """
    code: object = 99
    try:
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        with tempfile.TemporaryFile() as given:
            given.write(asked["stdin"].encode())
            given.seek(0)
            os.dup2(given.fileno(), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- lives with the process
        sys.argv = ["roadmap", *asked["words"]]
        from roadmap_cli.__main__ import run

        # Where Linux lets only a parent trace a process, this one says that anybody may.
        ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)
        os.close(ready)
        os.read(go, 1)
        run()
        code = 0
    except SystemExit as left:
        code = left.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    _serve()
