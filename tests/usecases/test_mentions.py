"""Where a forgotten person is still mentioned: lines of data, other files, everything in git."""

import io
import zipfile
from pathlib import Path

import pytest

from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.sheet import Paper
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.storage.git import Git
from roadmap_cli.usecases.mentions import in_data, in_files, in_git, in_worktrees, looked_words
from tests.vaults import commit, git

ANNA = Person(
    id="kaf", surname="Кузнецова", name="Алиса", patronymic="Фёдоровна", phone="+7 927 111-22-33"
)


def _found(text: str, person: Person = ANNA) -> list[str]:
    looked = in_data({"data/x.yaml": text.encode()}, Recognizer([person], codes=True))
    assert looked.texts == 1
    return [place.partition(" ")[0].removeprefix("data/x.yaml:") for place in looked.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("note: звонить Кузнецовой\n", ["1:15"]),
        ("# Кузнецовой звонить по средам\nx: 1\n", ["1:3"]),
        ("x: 1 # см. Кузнецову А.Ф.\n", ["1:12"]),
        ("a: 1\nresult: тел. 8 (927) 111-22-33\n", ["2:14"]),
        ("a: |\n  первое\n  с Алисой Федоровной\n", ["3:5"]),
        ("unknown_key: Кузнецова\n", ["1:14"]),
        ("person: kaf\n", ["1:9"]),
        ("note: Кузнецовой Б.В.\n", []),
        ("note: кузница\n", []),
        # What is another person's own, though a family may share it.
        ("surname: Кузнецова\nname: Мария\n", []),
        ('- {id: m, surname: "Кузнецова", phone: 8 927 111-22-33}\n', []),
        ("genitive: Кузнецовой\n", []),
        ("note: тел. матери 8 927 111-22-33\n", ["1:19"]),
    ],
)
def test_lines_of_data(text: str, places: list[str]) -> None:
    assert _found(text) == places


def _zip(text: str, name: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, text)
    return stream.getvalue()


FILES = {
    "список.txt": ("о Кузнецовой\n".encode("cp1251"), True),
    "utf16.txt": ("Кузнецовой".encode("utf-16"), True),
    "слово.docx": (_zip("<w:p><w:t>Кузне</w:t><w:t>цовой</w:t></w:p>"), True),
    "книга.xlsx": (_zip("<si><t>Алиса Фёдоровна</t></si>", "xl/sharedStrings.xml"), True),
    "о Кузнецовой.png": (b"\x89PNG\0", True),
    "другое.docx": (_zip("<w:p><w:t>Ильин</w:t></w:p>"), False),
    ".git/COMMIT_EDITMSG": ("Кузнецова".encode(), False),
    "data/known.yaml": ("Кузнецова".encode(), False),
}


def test_files_by_name_and_by_words(tmp_path: Path) -> None:
    for name, (raw, _) in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "скан.pdf").write_bytes(b"%PDF-1.7")
    looked = in_files(tmp_path, Recognizer([ANNA]), ["data/known.yaml"])
    assert set(looked.places) == {name for name, (_, found) in FILES.items() if found}
    assert looked.texts == len(FILES) - 2 + 1
    assert set(looked.unread) == {"скан.pdf", "о Кузнецовой.png"}


@pytest.mark.parametrize(
    "words",
    ["Кузнецова А.Ф.", "Кузнецовой А. Ф.", "А.Ф. Кузнецова", "А. Ф. Кузнецову",
     "Кузнецова Алиса Фёдоровна", "Алисе Фёдоровне", "тел. +7 927 111-22-33"],
)  # fmt: skip
@pytest.mark.parametrize("space", [" ", "\u00a0"], ids=["space", "no-break space"])
def test_a_name_in_a_document_of_ours_is_found(tmp_path: Path, words: str, space: str) -> None:
    """Documents have no-break spaces between a surname and initials, in dates, after «№»."""
    text = f"Приказ № 5: о {words.replace(' ', space)} и о других с 1 декабря 2025 г."
    for name, blocks in (("а", text), ("б", f"| о ком | № |\n|---|---|\n| {text} | 1 |")):
        raw = write_docx(Paper("x", read_markup(blocks, "x.md")), "")
        (tmp_path / f"{name}.docx").write_bytes(raw)
    assert in_files(tmp_path, Recognizer([ANNA]), ()).places == ("а.docx", "б.docx")


def test_everything_in_git(tmp_path: Path) -> None:
    root = tmp_path / "р"
    root.mkdir()
    git(root, "init", "-q")
    assert in_git(Git(root), Recognizer([ANNA])).found == 0
    (root / "журнал.txt").write_text("Алиса Фёдоровна", encoding="utf-8")
    commit(root, "Встреча с Кузнецовой А.Ф.")
    (root / "журнал.txt").unlink()
    (root / "Кузнецова.txt").write_bytes(_zip("<w:t>8 927 111 22 33</w:t>"))
    git(root, "add", "-A")
    git(root, "commit", "-q", "--amend", "-m", "другое")
    git(root, "tag", "-a", "t", "-m", "после ухода Кузнецовой")
    git(root, "worktree", "add", "-q", "-b", "ветка", "../вторая")
    looked = in_git(Git(root), Recognizer([ANNA]))
    # Two blobs, the tree with the name, the first commit, the tag; the journal of the branch.
    assert set(looked.places) == {
        "файлы прежних версий: 2", "имена файлов прежних версий: 1",
        "сообщения и авторы коммитов: 1", "метки: 1", "журналы веток: 2",
    }  # fmt: skip
    assert looked.found == 7
    others = in_worktrees(Git(root), root, Recognizer([ANNA]))
    assert [Path(place).name for place in others.places] == ["Кузнецова.txt"]
    assert in_git(Git(root), Recognizer([Person(id="x", surname="Ильин")])).found == 0


@pytest.mark.parametrize(
    ("files", "objects", "said"),
    [
        (1, 0, "Просмотрено: 1 файл."),
        (2, 1, "Просмотрено: 2 файла, 1 объект git."),
        (5, 22, "Просмотрено: 5 файлов, 22 объекта git."),
    ],
)
def test_how_much_was_looked_through_is_said(files: int, objects: int, said: str) -> None:
    assert looked_words(files, objects) == said
