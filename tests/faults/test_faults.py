"""A command that is killed or refused by the disk at any call leaves all as it was, or all done.

Every call with which a writing command touches a file fails once by SIGKILL, ENOSPC and EIO. In
the suite a sample does; all of them with ROADMAP_ALL_FAULTS=1.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pytest

from tests.faults import strace, table
from tests.faults.program import Answer
from tests.faults.rows import LEFT_OUT, READERS, ROWS, Row, every_command
from tests.faults.strace import FAULTS, NAMING, Call
from tests.faults.tree import Tree, differences, random_values, snapshot
from tests.faults.verdict import Undisturbed, Verdict, judge
from tests.faults.workspaces import Bench

EVERYTHING = bool(os.environ.get("ROADMAP_ALL_FAULTS"))
_EACH = 9
_MOST, _MOST_WITH_GIT = 12, 4
_SHOWN = 12


class Point(NamedTuple):
    """A call of the command, and the way in which it fails."""

    call: Call
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.call}"


def test_every_command_has_a_row_or_a_reason() -> None:
    in_rows = {row.command for row in ROWS.values()}
    assert every_command() == in_rows | set(LEFT_OUT) | READERS
    assert not in_rows & set(LEFT_OUT)
    assert not in_rows & READERS
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("name", ROWS)
def test_a_broken_off_command_takes_effect_wholly_or_not_at_all(
    place: Bench, name: str, record_property: Callable[[str, object], None]
) -> None:
    strace.need_strace()
    row = ROWS[name]
    trial = Trial(place, row)
    every = trial.points()
    chosen = every if EVERYTHING else list(_sample(every, row, list(ROWS).index(name)))
    counts: Counter[str] = Counter(tried=len(chosen), of=len(every))
    bad = []
    for point in chosen:
        verdict, answer, hit = trial.attempt(point)
        _count(counts, verdict, hit=hit)
        if verdict.is_bad or not hit:
            bad.append(_described(point, verdict, answer, hit=hit))
    told = ("tried", "of", "before", "after", "mixed", "stuck", "false", "left over", "untold",
            "missed")  # fmt: skip
    record_property(table.NAME, {"command": name, **{word: counts[word] for word in told}})
    assert not bad, f"{len(bad)} of {len(chosen)}:\n" + "\n".join(bad[:_SHOWN])


def _sample(every: Sequence[Point], row: Row, offset: int) -> Iterator[Point]:
    """Every few points, and of several files all calls that give or take names."""
    names = [point for point in every if point.call.name in NAMING]
    several = len({point.call.paths for point in names}) > 1
    chosen = [
        point
        for number, point in enumerate(every)
        if (number + offset) % _EACH == 0
        or (several and point in names and point.fault != ("EIO", "ENOSPC")[number // 3 % 2])
    ]
    most = _MOST_WITH_GIT if row.is_slow else _MOST
    step = max(1.0, len(chosen) / most)
    yield from (chosen[int(number * step)] for number in range(min(most, len(chosen))))


class Trial:
    """A command, its two right states, and the same command with a fault."""

    def __init__(self, place: Bench, row: Row) -> None:
        self.place, self.row = place, row
        place.fresh(row)
        self.known = random_values(place.root)
        given = place.work / row.stdin if row.stdin else None
        self.stdin = given.read_text("utf-8") if given else ""
        before = self._tree()
        place.server.run(row.words, place.work, self.stdin)
        after = self._tree()
        assert differences(before, after), "the command changes nothing"
        # Only now has Python all its bytecode, so that the calls are those of every later run.
        place.fresh(row)
        self.calls, answer = strace.record(
            place.server, row.words, place.work, place.root, self.stdin
        )
        assert answer.code == 0, answer
        assert not differences(self._tree(), after), "the command does something else each time"
        after_codes = _codes(self._then())
        after_then = self._tree()
        place.fresh(row)
        before_codes = _codes(self._then())
        self.right = Undisturbed(before, after, self._tree(), after_then, before_codes, after_codes)

    def points(self) -> list[Point]:
        """Every call with every fault."""
        return [Point(call, fault) for call in self.calls for fault in FAULTS]

    def attempt(self, point: Point) -> tuple[Verdict, Answer, bool]:
        """Break the command off at a point and judge it; also whether the fault hit the call."""
        place = self.place
        place.fresh(self.row)
        answer, hit = strace.run_with_fault(
            place.server, self.row.words, place.work, place.root, self.stdin,
            call=point.call, fault=point.fault,
        )  # fmt: skip
        disk = self._tree()
        then = self._then()
        return judge(self.right, answer, disk, then, self._tree()), answer, hit

    def _then(self) -> list[Answer]:
        return [self.place.server.run(words, self.place.work) for words in self.row.then]

    def _tree(self) -> Tree:
        return snapshot(self.place.root, self.known)


def _codes(answers: Sequence[Answer]) -> tuple[int | None, ...]:
    return tuple(answer.code for answer in answers)


def _count(counts: Counter[str], verdict: Verdict, *, hit: bool) -> None:
    counts[verdict.state] += 1
    counts["stuck"] += verdict.stuck is not None
    counts["false"] += verdict.false is not None
    counts["left over"] += bool(verdict.left_over)
    counts["untold"] += verdict.untold
    counts["missed"] += not hit


def _described(point: Point, verdict: Verdict, answer: Answer, *, hit: bool) -> str:
    wrong = [
        "mixed" if verdict.state == "mixed" else "",
        verdict.stuck or "",
        verdict.false or "",
        f"left over: {', '.join(verdict.left_over)}" if verdict.left_over else "",
        "" if hit else "the fault hit another call",
    ]
    said = " / ".join(line for line in answer.err.splitlines() if line)
    return f"{point}: {'; '.join(filter(None, wrong))}; code {answer.code}: {said}"
