"""Reading ten thousand mentors with places and checks, against PyYAML's own C loader.

Prints times, peak memory and their ratios; ends with 1 when ours is not faster and smaller.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable

import yaml

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.storage.workspace import load_file

MENTORS = 10_000
LINE = (
    "- person: person-{n}\n"
    "  form: teacher_teacher\n"
    "  competences: [ведение занятия, работа с родителями, портфолио]\n"
    "  capacity: 2\n"
    "  joined: 2025-10-10\n"
    "  time: 2 часа в неделю  # по договорённости\n"
)


def measured(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds and peak megabytes, each from a run of its own."""
    start = time.perf_counter()
    act()
    seconds = time.perf_counter() - start
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak / 1e6


def main() -> int:
    """Measure and print."""
    raw = ("mentors:\n" + "".join(LINE.format(n=n) for n in range(MENTORS))).encode()
    registry = Dataset.mentors
    loaded = load_file(registry, raw)
    assert not loaded.problems
    assert len(loaded.record.mentors) == MENTORS
    ours = measured(lambda: load_file(registry, raw))
    theirs = measured(lambda: yaml.load(raw, Loader=yaml.CSafeLoader))
    print(f"{MENTORS} mentors, {len(raw) / 1e6:.1f} MB of YAML")
    print(f"roadmap, with places and checks  {ours[0]:6.2f} s {ours[1]:7.0f} MB")
    print(f"PyYAML CSafeLoader, values only  {theirs[0]:6.2f} s {theirs[1]:7.0f} MB")
    print(
        f"ratio                            {ours[0] / theirs[0]:6.2f}   {ours[1] / theirs[1]:7.2f}"
    )
    return 0 if ours[0] < theirs[0] else 1


if __name__ == "__main__":
    sys.exit(main())
