"""Many commands write into one workspace at once: each takes effect, or says truly that it did not.

In the suite 60 of them, with ROADMAP_ALL_FAULTS=1 a thousand; eight run at any time.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue

from tests.faults import table
from tests.faults.program import Answer, CommandServer
from tests.faults.rows import Row
from tests.faults.test_faults import EVERYTHING
from tests.faults.workspaces import Bench

_AT_ONCE = 8
_COUNT = 1000 if EVERYTHING else 60
# A command that writes a text of its own into one of four places.
_WRITERS: Sequence[Callable[[str], list[str]]] = (
    lambda text: ["note", "1.2.1", text],
    lambda text: ["evidence", "1.2.2", text],
    lambda text: ["person", "add", "--surname", text, "--name", "Анна", "--gender", "female"],
    lambda text: ["partner", "add", "--name", text],
)


def test_none_of_many_writers_is_lost_or_refused_falsely(
    place: Bench, record_property: Callable[[str, object], None]
) -> None:
    place.fresh(Row("", [], "fresh"))
    work = place.work
    free: SimpleQueue[CommandServer] = SimpleQueue()

    def write(number: int) -> Answer:
        server = free.get()
        try:
            return server.run(_WRITERS[number % len(_WRITERS)](_text(number)), work)
        finally:
            free.put(server)

    with ExitStack() as stack, ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in range(_AT_ONCE):
            free.put(stack.enter_context(CommandServer(place.env, loaded=False)))
        answers = list(pool.map(write, range(_COUNT)))
    written = "".join(path.read_text("utf-8") for path in (work / "data").glob("*.yaml"))
    there = [written.count(_text(number)) for number in range(_COUNT)]
    # Who is refused may only have waited too long for the others.
    refused = [answer for answer in answers if answer.code != 0]
    lost = sum(not found for found, answer in zip(there, answers, strict=True) if not answer.code)
    told = f"{_COUNT} writers, {_AT_ONCE} at a time: lost {lost}, refused {len(refused)}"
    record_property(table.LINE, told)
    assert [answer for answer in refused if "пишет другая команда" not in answer.err] == []
    assert there == [1 if answer.code == 0 else 0 for answer in answers]
    assert len(refused) < _COUNT // 2
    assert [path.name for path in work.rglob("*.tmp")] == []


def _text(number: int) -> str:
    """A text that is part of no other."""
    return f"Номер{number:04}ый"
