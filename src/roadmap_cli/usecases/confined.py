"""Work on what others have written runs in a child process with a deadline and a memory bound."""

from __future__ import annotations

import contextlib
import math
import os
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

from roadmap_cli.errors import RoadmapError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_T = TypeVar("_T")
_P = ParamSpec("_P")
# A fork shares the data and costs milliseconds; elsewhere system libraries do not survive one.
_METHOD = "fork" if sys.platform.startswith("linux") else "spawn"
# On top of what the program has. A workbook of 20,000 rows of 30 cells takes 180 MB; with 300 the
# program and its child, 60 to 90 MB each without it, stay under 500 MB together.
_MEMORY = 300_000_000
# In bytes, for one value: a document of a form with photographs fits in.
_LARGEST_ANSWER = 60_000_000

_TOO_LONG = "работа заняла больше {seconds:.0f} с"
_TOO_MUCH = "не хватило памяти"
_DIED = "работа прервана системой"


class StoppedError(Exception):
    """The work did not end within its bounds; the text says in Russian which one it met."""


class ChildFaultError(Exception):
    """A fault of our own inside the child: `name` of the exception, `place` in our code."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(name, place)
        self.name = name
        self.place = place


class _Answer(NamedTuple):
    """What the child sends: a value, an exception to raise, or the end (neither)."""

    value: Any = None
    error: Exception | None = None
    last: bool = False


@contextlib.contextmanager
def confined(
    seconds: float, work: Callable[_P, Iterator[_T]], *args: _P.args, **kwargs: _P.kwargs
) -> Iterator[Iterator[_T]]:
    """The values of `work(*args)`, each made in a child process within `seconds`.

    The deadline holds on every system, whatever the child does: this process kills it. The
    memory bound is the kernel's and holds on Linux; on macOS and Windows only the counters of
    the readers and of the template sandbox stand in its place. It is a bound on time and
    memory, no jail: the child may do what the user may. Outside Linux work, arguments and
    values must survive pickling; on Linux the values only.

    The child starts at once, so that whatever starts threads may follow. A RoadmapError of the
    work is raised here as itself. Raises StoppedError at a bound, ChildFaultError for a fault.
    """
    import multiprocessing

    context: Any = multiprocessing.get_context(_METHOD)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, seconds, work, args, kwargs))
    with warnings.catch_warnings():
        # From 3.12 on Python warns of a fork beside threads; the child touches none of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()
    sender.close()
    try:
        yield _values(receiver, seconds)
    finally:
        child.kill()
        child.join()
        receiver.close()


def kind_and_place(error: BaseException) -> tuple[str, str]:
    """The name of a fault and the last line of our own code that it went through."""
    if isinstance(error, ChildFaultError):
        return error.name, error.place
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "roadmap_cli" in frame.filename] or list(frames)
    last = own[-1]
    file = last.filename.replace(os.sep, "/").rpartition("roadmap_cli/")[2]
    return type(error).__name__, f"{file}:{last.lineno}"


def _values(receiver: Connection, seconds: float) -> Iterator[Any]:
    import pickle

    while True:
        if not receiver.poll(seconds):
            raise StoppedError(_TOO_LONG.format(seconds=seconds))
        try:
            raw = receiver.recv_bytes()
        except EOFError:
            raise StoppedError(_DIED) from None
        answer: _Answer = pickle.loads(raw)
        del raw
        if answer.error is not None:
            raise answer.error
        if answer.last:
            return
        yield answer.value


def _child(
    sender: Connection,
    seconds: float,
    work: Callable[..., Iterator[Any]],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> None:
    """Answer, and end without a word, whatever happens, Ctrl-C included: the parent speaks."""
    import gc

    try:
        gc.disable()  # the child is gone before its garbage matters
        _drop_inherited(sender)
        _bound_memory()
        _send_all(sender, seconds, work(*args, **kwargs))
    finally:
        os._exit(0)


def _send_all(sender: Connection, seconds: float, values: Iterator[Any]) -> None:
    last = False
    while not last:
        _bound_cpu(seconds)
        try:
            answer = next((_Answer(value) for value in values), _Answer(last=True))
            raw = _packed(answer)
        except MemoryError:
            answer = _Answer(error=StoppedError(_TOO_MUCH))
            raw = _packed(answer)
        except RoadmapError as error:
            answer = _Answer(error=error)
            raw = _packed(answer)
        except Exception as error:
            fault = ChildFaultError(*kind_and_place(error))
            fault.add_note("".join(traceback.format_exception(error)))
            answer = _Answer(error=fault)
            raw = _packed(answer)
        last = answer.last or answer.error is not None
        sender.send_bytes(raw)


def _packed(answer: _Answer) -> bytes:
    """The bytes to send; raises MemoryError for more than may be sent."""
    import pickle

    raw = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    if len(raw) > _LARGEST_ANSWER:
        raise MemoryError
    return raw


def _drop_inherited(sender: Connection) -> None:
    """Close what a fork inherits: a lock of the workspace must end with its owner."""
    if _METHOD == "fork":
        kept = sender.fileno()
        os.closerange(3, kept)
        os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def _bound_memory() -> None:
    """Let the process have `_MEMORY` more than it has."""
    if sys.platform.startswith("linux"):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[5])
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = pages * resource.getpagesize() + _MEMORY
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _bound_cpu(seconds: float) -> None:
    """Let a child whose parent was killed end by itself."""
    if sys.platform.startswith("linux"):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = math.ceil(time.process_time() + seconds) + 1
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
