"""A limit on how long a piece of work may take, on every system."""

import _thread
import contextlib
import threading
from collections.abc import Iterator


class TooLongError(Exception):
    """The work took longer than allowed."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Break off the block after `seconds`; raises TooLongError.

    A timer interrupts the main thread as Ctrl-C would, so the block must run there; elsewhere
    it runs without a limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    expired = threading.Event()

    def interrupt() -> None:
        expired.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt as error:
        if expired.is_set():
            raise TooLongError from error
        raise
    finally:
        timer.cancel()
