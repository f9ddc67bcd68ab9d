"""Every way to fail ends here, in one exit code and words that a person can read."""

import os
import traceback
from collections.abc import Callable

from roadmap_cli.cli.frame import output
from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import refusal, unspeakable_name

_BUG = 3
_INTERRUPTED = 130


def guarded(act: Callable[[], int]) -> int:
    """Run `act` and return its exit code; print what it raises on stderr."""
    try:
        return act()
    except RoadmapError as error:
        output.emit_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        output.emit_usage_error("", "прервано", None)
        return _INTERRUPTED
    except OSError as error:
        output.emit_error(refusal(error))
        return RoadmapError.exit_code
    except UnicodeEncodeError as error:
        # The streams take every character, so that only names of files are left.
        output.emit_error(unspeakable_name(error))
        return RoadmapError.exit_code
    except Exception as error:
        output.emit_bug(type(error).__name__, _place_of(error))
        return _BUG


def _place_of(error: BaseException) -> str:
    """The last line of our own code that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "roadmap_cli" in frame.filename] or list(frames)
    last = own[-1]
    return f"{last.filename.replace(os.sep, '/').rpartition('roadmap_cli/')[2]}:{last.lineno}"
