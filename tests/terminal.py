"""A pseudo-terminal in which a command asks and a person answers."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_LONGEST_SECONDS = 60.0
_QUIET_SECONDS = 0.4


def at_terminal(
    words: Sequence[str], answers: Sequence[str], folder: Path, today: str = "2025-12-01"
) -> tuple[int, str]:
    """Exit code and everything shown; an answer is typed whenever the program has fallen silent."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "ROADMAP_TODAY": today, "COLUMNS": "120", "TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap_cli", *words],
        cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=env,
        start_new_session=True,  # else a password would be asked for at the terminal of the tests
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    waiting = list(answers)
    deadline = time.monotonic() + _LONGEST_SECONDS
    while time.monotonic() < deadline:
        ready, _, _ = select.select([ours], [], [], _QUIET_SECONDS)
        if ready:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        elif shown.rstrip(b" ").endswith(b":") and waiting:
            os.write(ours, f"{waiting.pop(0)}\n".encode())
        elif process.poll() is not None:
            break
    process.kill()
    code = process.wait()
    os.close(ours)
    return code, shown.decode("utf-8", "replace").replace("\r\n", "\n")
