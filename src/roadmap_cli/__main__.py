"""The program's entry: `roadmap` and `python -m roadmap_cli`."""

import gc
import sys


def run() -> None:
    """Run the command line."""
    # A short run makes little garbage. Looking for it while modules load and again at exit
    # takes a sixth of the time of `roadmap status` (benchmarks/startup.py).
    gc.set_threshold(100_000)
    from roadmap_cli.cli.bare import is_bare, run_bare
    from roadmap_cli.cli.frame.streams import accept_every_character

    accept_every_character()
    try:
        if is_bare(sys.argv[1:]):
            sys.exit(run_bare())
        from roadmap_cli.cli.main import app

        app()
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
