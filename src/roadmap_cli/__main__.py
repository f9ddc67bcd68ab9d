"""`python -m roadmap_cli` starts the same program as `roadmap`."""

from roadmap_cli.cli.main import run

run()
