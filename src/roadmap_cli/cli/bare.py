"""The calls without options, answered before Typer is loaded.

`roadmap` and `roadmap status` run many times a day, and loading Typer takes longer than the
answer (benchmarks/startup.py). Any other word, or a variable that Typer would read, goes the
usual way.
"""

import os
from collections.abc import Sequence

_CALLS = ((), ("status",))
_VARIABLES = ("ROADMAP_TODAY", "ROADMAP_WORKSPACE", "_ROADMAP_COMPLETE")


def is_bare(words: Sequence[str]) -> bool:
    """True for a call that has nothing to parse."""
    return tuple(words) in _CALLS and not any(name in os.environ for name in _VARIABLES)


def run_bare() -> int:
    """Show the status; the exit code."""
    from roadmap_cli.cli.frame import output
    from roadmap_cli.cli.frame.context import Settings
    from roadmap_cli.cli.frame.guard import guarded
    from roadmap_cli.cli.plan.status_answer import status_answer

    def act() -> int:
        own = Settings()
        try:
            answer = status_answer(own.run)
        finally:
            output.tell(own)
        output.emit(answer, own, "status")
        return 0

    return guarded(act)
