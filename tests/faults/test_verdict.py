"""A broken-off command is judged by its files, its words and what follows; each fault is seen."""

import pytest

from tests.faults.program import Answer
from tests.faults.tree import Tree
from tests.faults.verdict import Undisturbed, judge

DONE, KILLED = Answer(0, "", ""), Answer(-9, "", "")
FAILED = Answer(1, "", "Ошибка: ничего не записано\nПрежние файлы целы.")
ADMITTED = Answer(1, "", "Файлы записаны, но диск сообщил об ошибке")
HUNG, BROKEN = Answer(None, "", ""), Answer(3, "", "")
OLD, NEW, HALF = {"a": 1, "b": 1}, {"a": 2, "b": 2}, {"a": 1, "b": 2}
LEFT = {**OLD, ".a.tmp": 2}


def _tree(files: dict[str, int], note: str = "") -> Tree:
    return {name: (0o644, f"{value}{note}".encode()) for name, value in files.items()}


RIGHT = Undisturbed(
    _tree(OLD), _tree(NEW), _tree(OLD, "n"), _tree(NEW, "n"), before_codes=(0,), after_codes=(0,)
)


@pytest.mark.parametrize(
    ("broken", "disk", "final", "then", "state", "wrong"),
    [
        (FAILED, OLD, OLD, DONE, "before", ""),
        (DONE, NEW, NEW, DONE, "after", ""),
        (KILLED, OLD, OLD, DONE, "before", ""),
        (KILLED, NEW, NEW, DONE, "after", ""),
        (KILLED, HALF, OLD, DONE, "before", ""),
        (KILLED, HALF, NEW, Answer(0, "", "Прерванная запись доведена"), "after", ""),
        (KILLED, HALF, NEW, DONE, "after", "untold"),
        (KILLED, HALF, HALF, DONE, "mixed", ""),
        (KILLED, LEFT, LEFT, DONE, "before", "left over"),
        (KILLED, LEFT, OLD, DONE, "before", ""),
        (KILLED, HALF, HALF, FAILED, "mixed", "stuck"),
        (KILLED, OLD, OLD, FAILED, "before", "stuck"),
        (KILLED, OLD, OLD, HUNG, "before", "stuck"),
        (HUNG, OLD, OLD, DONE, "before", "stuck"),
        (BROKEN, OLD, OLD, DONE, "before", "stuck"),
        (FAILED, NEW, NEW, DONE, "after", "false"),
        (FAILED, HALF, NEW, DONE, "after", "false"),
        (FAILED, HALF, HALF, DONE, "mixed", "false"),
        (ADMITTED, NEW, NEW, DONE, "after", ""),
        (DONE, OLD, OLD, DONE, "before", "false"),
    ],
)
def test_verdict(
    broken: Answer, disk: dict[str, int], final: dict[str, int], then: Answer, state: str,
    wrong: str,
) -> None:  # fmt: skip
    verdict = judge(RIGHT, broken, _tree(disk), [then], _tree(final, "n"))
    found = {
        "stuck": verdict.stuck,
        "false": verdict.false,
        "left over": verdict.left_over,
        "untold": verdict.untold,
    }
    assert (verdict.state, [word for word, there in found.items() if there]) == (
        state,
        [wrong] if wrong else [],
    )
    assert verdict.is_bad == (state == "mixed" or wrong not in ("", "untold"))
