"""What became of a command that was broken off: its state, what it said, what it has left lying."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tests.faults.program import Answer
from tests.faults.tree import Tree, left_over, state_of

# Words of a command that has failed and yet says that its changes are written.
ADMITS = re.compile(
    r"команда выполнена|ключ уничтожен|(?<!не )(?<!ничего не )записан\w*,? но|"
    r"(?:завершит|закончит|доведёт|будет завершен|будет доведен|будет закончен)", re.I,
)  # fmt: skip
# Words of a later command that has finished an interrupted one.
FINISHED = re.compile(r"прерван|незаверш|незаконч|не завершил|доведен|дописан|довершен", re.I)
# Words of a command that has failed and says that nothing has changed.
UNTOUCHED = re.compile(r"ничего не записано|файлы? целы?\b|не записан", re.I)
_KILLED, _BUG = -9, 3


class Undisturbed(NamedTuple):
    """The two states that are right, and what follows each: its codes, and the state then."""

    before: Tree
    after: Tree
    before_then: Tree
    after_then: Tree
    before_codes: tuple[int | None, ...]
    after_codes: tuple[int | None, ...]


class Verdict(NamedTuple):
    """`state` is before, after or mixed; the others say what is wrong, or None.

    `untold` is no fault that is counted: a killed command was finished without a word.
    """

    state: str
    stuck: str | None
    false: str | None
    left_over: tuple[str, ...]
    untold: bool

    @property
    def is_bad(self) -> bool:
        """True for what may never be."""
        return self.state == "mixed" or bool(self.stuck or self.false or self.left_over)


def judge(
    right: Undisturbed, broken: Answer, disk: Tree, then: Sequence[Answer], final: Tree
) -> Verdict:
    """Judge a broken-off command by the files right after it and after the next commands."""
    at_once = _one(state_of(disk, right.before, right.after))
    states = state_of(final, right.before_then, right.after_then)
    # Where both ways lead to one state (`init` again), the disk tells which one was taken.
    state = _one(states) if len(states) == 1 else (at_once if states else "mixed")
    if len(states) == 2 and state == "mixed":
        state = "after"
    told = any(FINISHED.search(answer.said) for answer in then)
    return Verdict(
        state,
        _stuck(right, states, broken, then),
        _false(broken, at_once, state),
        tuple(left_over(final, right.before_then, right.after_then)),
        untold=broken.code == _KILLED and at_once != state and state == "after" and not told,
    )


def _one(states: set[str]) -> str:
    return next(iter(states)) if len(states) == 1 else "mixed"


def _stuck(
    right: Undisturbed, states: set[str], broken: Answer, then: Sequence[Answer]
) -> str | None:
    if broken.code is None or any(answer.code is None for answer in then):
        return "hung"
    if _BUG in (broken.code, *(answer.code for answer in then)):
        return "exit code 3"
    codes = tuple(answer.code for answer in then)
    usual = {"before": right.before_codes, "after": right.after_codes}
    if codes in ([usual[state] for state in states] or usual.values()):
        return None
    wanted = [usual[state] for state in states] or list(usual.values())
    refused = next((a.err for a in then if a.code not in (0, None)), "")
    return f"then exit codes {codes}, not {wanted}: {refused.strip()}"


def _false(broken: Answer, at_once: str, state: str) -> str | None:
    """What is untrue in the message of a command that was not killed."""
    if broken.code == _KILLED:
        return None
    if broken.code == 0:
        return "said to succeed" if state == "before" else None
    if "after" in (at_once, state) and not ADMITS.search(broken.said):
        return "said to fail, took effect"
    if state == "mixed" and UNTOUCHED.search(broken.said):
        return "said that nothing has changed"
    return None
