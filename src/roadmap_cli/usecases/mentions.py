"""Where a person is still mentioned: the files of the workspace, and everything that git keeps."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Tell
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.texts.plain_text import plain_text, texts_below
from roadmap_cli.text.plurals import counted

# What is another person's own is no mention, though a family may share it: «Орлова» is not «Орлов».
_OWN = re.compile(
    r"\b(?:surname|name|patronymic|phone|email|passport|address|born"
    r"|genitive|dative|accusative|instrumental|prepositional)\s*:\s*[\"']?$"
)
_OTHERS = frozenset({Tell.NAMESAKE})


class Looked(NamedTuple):
    """What a search found and how much it looked through.

    `places` are where the person is mentioned, `texts` how many texts were read, `unread` the
    files whose words cannot be had, `found` in how many
    texts, `coded` in how many there is only the person's code.
    """

    places: tuple[str, ...]
    texts: int
    unread: tuple[str, ...] = ()
    found: int = 0
    coded: int = 0


def in_data(contents: Mapping[str, bytes], recognizer: Recognizer) -> Looked:
    """Lines of data files, comments included, by the file's name."""
    places = []
    for file, raw in contents.items():
        text = plain_text(raw) or ""
        for start, words in _mentions(text, recognizer):
            line = text.count("\n", 0, start)
            before = text[:start].rpartition("\n")[2]
            if not _OWN.search(before):
                places.append(f"{file}:{line + 1}:{len(before) + 1} «{words}»")
    return Looked(tuple(dict.fromkeys(places)), len(contents))


def in_files(root: Path, recognizer: Recognizer, known: Iterable[str]) -> Looked:
    """The other files of a folder, by name and by their words; `known` are looked at elsewhere."""
    skipped = set(known)
    places, unread, count = [], [], 0
    for file, text in texts_below(root):
        if file in skipped:
            continue
        count += 1
        if text is None:
            unread.append(file)
        if any(_mentions(f"{file}\n{text or ''}", recognizer)):
            places.append(file)
    return Looked(tuple(places), count, tuple(unread))


def in_git(git: Git, recognizer: Recognizer) -> Looked:
    """Every stored object, those that nothing leads to included, and the reflog."""
    found: Counter[str] = Counter()
    count = coded = 0
    for title, text in _stored(git):
        count += 1
        kinds = {mention.kind for mention in recognizer.find(text)} - _OTHERS
        if kinds - {Tell.CODE}:
            found[title] += 1
        elif kinds:
            coded += 1
    places = tuple(f"{title}: {number}" for title, number in found.items())
    return Looked(places, count, found=sum(found.values()), coded=coded)


def _stored(git: Git) -> Iterator[tuple[str, str]]:
    """Everything that git keeps, as words, each with the sort of thing that it is."""
    for kind, content in git.objects():
        text = plain_text(content) if kind == "blob" else content.decode("utf-8", "replace")
        yield _KINDS[kind], text or ""
    for text in git.journals():
        yield "журналы веток", text


def in_worktrees(git: Git, root: Path, recognizer: Recognizer) -> Looked:
    """The other working folders of the repository."""
    own = root.resolve()
    folders = [folder for folder in git.folders if not own.is_relative_to(folder.resolve())]
    places, count = [], 0
    for folder in folders:
        looked = in_files(folder, recognizer, ())
        count += looked.texts
        places += [str(folder / place) for place in looked.places]
    return Looked(tuple(places), count)


def looked_words(files: int, objects: int) -> str:
    """How much was looked through, in Russian."""
    said = counted(files, "файл", "файла", "файлов")
    if objects:
        said += f", {counted(objects, 'объект git', 'объекта git', 'объектов git')}"
    return f"Просмотрено: {said}."


_KINDS = {
    "blob": "файлы прежних версий",
    "tree": "имена файлов прежних версий",
    "commit": "сообщения и авторы коммитов",
    "tag": "метки",
}


def _mentions(text: str, recognizer: Recognizer) -> list[tuple[int, str]]:
    return [
        (mention.start, mention.words)
        for mention in recognizer.find(text)
        if mention.kind not in _OTHERS
    ]
