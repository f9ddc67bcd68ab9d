"""Templates on the disk: the school's own come before the built-in ones."""

from pathlib import Path

from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import bytes_of, explained
from roadmap_cli.storage.text_file import decode_text

_FOLDER = "templates"


def built_in_folder() -> Path:
    """Where the package keeps its templates: inside the wheel, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / _FOLDER
    return inside if inside.is_dir() else package.parent.parent / _FOLDER


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
            text_file, problems = decode_text(path.read_bytes(), f"{shown}{name}")
        except OSError as error:
            raise RoadmapError(f"шаблон {name} не читается: {explained(error)}") from error
        if text_file is None:
            raise RoadmapError(f"{problems[0].place}: {problems[0].message}", hint=problems[0].hint)
        return text_file.text.replace("\r\n", "\n"), f"{shown}{name}"
    return None


def find_word_template(workspace: Path, name: str) -> tuple[bytes, str] | None:
    """The bytes of a school's own Word file in its templates and the path to show, or None.

    Raises RoadmapError when the file cannot be read.
    """
    path = (workspace / _FOLDER / name).resolve()
    if not path.is_relative_to((workspace / _FOLDER).resolve()):
        return None
    try:
        raw = bytes_of(path)
    except OSError as error:
        raise RoadmapError(f"шаблон {name} не читается: {explained(error)}") from error
    return (raw, f"{_FOLDER}/{name}") if raw is not None else None
