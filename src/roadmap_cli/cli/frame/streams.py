"""The two streams of the program: no text that it prints is refused by their encoding."""

import codecs
import sys

HANDLER = "roadmap-fold"


def _fold(error: UnicodeError) -> tuple[str, int]:
    """The error handler of an encoder (`codecs.register_error`)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    # Most terminals lack nothing.
    from roadmap_cli.text.folding import folded

    lacking = error.object[error.start : error.end]
    return "".join(map(folded, lacking)), error.end


codecs.register_error(HANDLER, _fold)


def accept_every_character() -> None:
    """Let stdout and stderr fold what their encoding lacks, whoever prints: we, Rich or Typer."""
    for stream in (sys.stdout, sys.stderr):
        # A stream is absent when the caller closed it, and under pythonw.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=HANDLER)
