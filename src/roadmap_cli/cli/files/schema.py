"""`roadmap schema`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES
from roadmap_cli.domain.model.json_schema import schema_of
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.transaction import write_together, writing
from roadmap_cli.text.suggest import did_you_mean


def schema(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="ФАЙЛ",
            help="Напечатать одну схему: roadmap, organization, people.",
            autocompletion=lambda incomplete: [key for key in BY_KEY if key.startswith(incomplete)],
        ),
    ] = None,
) -> Result:
    """Print the schema of a data file, or write them all."""
    if name is not None:
        if name not in BY_KEY:
            hint = did_you_mean(name, BY_KEY) or f"Есть: {', '.join(BY_KEY)}."
            raise UnknownNameError(f"файла данных «{name}» нет", hint=hint)
        # A quotation mark folded for a poor terminal would spoil the JSON.
        return Result(binary=_text(BY_KEY[name]).encode())
    own = settings(ctx)
    root = own.find()
    files = schema_files()
    notices = () if own.dry_run else _written(root, files)
    said = "\n".join(
        f"{'Был бы записан' if own.dry_run else 'Записан'} файл: {path}" for path in files
    )
    return Result(
        view=lambda _width: Text(said), data=lambda: {"files": list(files)}, notices=notices
    )


def _written(root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write all files or none; what a person should know of it."""
    with writing(root) as told:
        writes = [
            Write(root / path, content, bytes_of(root / path)) for path, content in files.items()
        ]
        return (*told, *write_together(root, writes))


def schema_files() -> dict[str, bytes]:
    """The schemas of all data files by path."""
    return {
        f"data/schema/{registry.key}.schema.json": _text(registry).encode()
        for registry in REGISTRIES
    }


def _text(registry: Registry) -> str:
    return json.dumps(schema_of(registry), ensure_ascii=False, indent=2) + "\n"
