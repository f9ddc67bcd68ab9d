"""The program run as a process of its own, with the peak memory of it and its children."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

LARGEST_MB = 500
_HANGS = 120.0


class Attacked(NamedTuple):
    """How the program ended, and how much memory all its processes had at the most."""

    code: int
    err: str
    peak_mb: float


def attack(workspace: Path, *words: str, ignoring_interrupts: bool = False) -> Attacked:
    """Run the program in the workspace and watch its memory (Linux only)."""
    program = [sys.executable, "-m", "roadmap_cli", *words]
    if ignoring_interrupts:
        program = ["/bin/sh", "-c", 'trap "" INT; exec "$@"', "sh", *program]
    source = str(Path(__file__).resolve().parent.parent / "src")
    surroundings = {**os.environ, "PYTHONPATH": source, "ROADMAP_TODAY": "2025-12-01"}
    process = subprocess.Popen(
        program, cwd=workspace, env=surroundings, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    peaks: dict[int, float] = {}
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
    watcher.start()
    try:
        _, err = process.communicate(timeout=_HANGS)
    finally:
        ended.set()
        watcher.join()
        process.kill()
    return Attacked(process.returncode, err, sum(peaks.values()))


def _watch(pid: int, peaks: dict[int, float], ended: threading.Event) -> None:
    """Note the highest memory of each process; their sum is no less than that of the tree."""
    while not ended.wait(0.02):
        for one in _family(pid):
            peaks[one] = max(peaks.get(one, 0.0), _high_water_mb(one))


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(int(child)))]


def _high_water_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
