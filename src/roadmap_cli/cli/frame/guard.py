"""Every way to fail ends here, in one exit code and words that a person can read."""

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
        from roadmap_cli.usecases.confined import kind_and_place

        output.emit_bug(*kind_and_place(error))
        return _BUG
