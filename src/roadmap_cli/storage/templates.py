"""Templates on the disk: the school's own come before the built-in ones."""

from pathlib import Path

from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import explained, foreign_bytes_of
from roadmap_cli.storage.text_file import decode_text

_FOLDER = "templates"
# Texts have some kilobytes; a Word form may carry coats of arms and photographs.
_LONGEST_TEXT = 2_000_000
_LARGEST_FORM = 50_000_000


def built_in_folder() -> Path:
    """Where the package keeps its templates: inside the wheel, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / _FOLDER
    return inside if inside.is_dir() else package.parent.parent / _FOLDER


def has_own_templates(workspace: Path) -> bool:
    """True when the school keeps files of its own, which any template may include."""
    folder = workspace / _FOLDER
    return folder.is_dir() and any(folder.iterdir())


def find_template(workspace: Path | None, name: str) -> tuple[str, str] | None:
    """Return the text of a template and the path to show; None if it does not exist.

    A name that leads out of the templates' folder is rejected. Raises RoadmapError when the file
    cannot be read.
    """
    own = [(workspace / _FOLDER, f"{_FOLDER}/")] if workspace else []
    for folder, shown in (*own, (built_in_folder(), f"встроенный {_FOLDER}/")):
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            continue
        try:
            raw = foreign_bytes_of(path, _LONGEST_TEXT)
        except OSError as error:
            raise RoadmapError(f"шаблон {name} не читается: {explained(error)}") from error
        if raw is None:
            continue  # it has gone since
        text_file, problems = decode_text(raw, f"{shown}{name}")
        if text_file is None:
            raise RoadmapError(f"{problems[0].place}: {problems[0].message}", hint=problems[0].hint)
        return text_file.text.replace("\r\n", "\n"), f"{shown}{name}"
    return None


def find_word_template(workspace: Path, name: str) -> tuple[bytes, str] | None:
    """The bytes of a school's own Word file in its templates and the path to show, or None.

    Raises RoadmapError when the file cannot be read.
    """
    path = (workspace / _FOLDER / name).resolve()
    if not path.is_relative_to((workspace / _FOLDER).resolve()) or path.is_dir():
        return None
    try:
        raw = foreign_bytes_of(path, _LARGEST_FORM)
    except OSError as error:
        raise RoadmapError(f"шаблон {name} не читается: {explained(error)}") from error
    return (raw, f"{_FOLDER}/{name}") if raw is not None else None
