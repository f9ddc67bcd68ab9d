"""Numbering and wording of the plan: ids, gaps, quotes, leftovers of the source."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.roadmap import Activity, Item, Stage, Task, items
from roadmap_cli.text.names import unfinished_initials

_FILE = Dataset.roadmap.file
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_DOUBT = "Сомнение:"


def id_duplicate(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two items with one number: a command could not tell which is wanted."""
    counts = Counter(item.id for item in items(data.roadmap))
    seen: set[str] = set()
    for item in items(data.roadmap):
        if counts[item.id] > 1 and item.id in seen:
            yield Finding(_FILE, (*item.at, "id"), f"номер {item.id} уже занят выше")
        seen.add(item.id)


def id_misplaced(data: Dataset, _today: date) -> Iterator[Finding]:
    """A number that does not begin with the number of what it belongs to."""
    for parent in items(data.roadmap):
        for child in _children(parent):
            head, _, tail = child.id.rpartition(".")
            if head != parent.id or not tail:
                yield Finding(
                    _FILE,
                    (*child.at, "id"),
                    f"номер {child.id} стоит внутри {parent.id}",
                    f"Он должен начинаться с «{parent.id}.».",
                )


def numbering_gap(data: Dataset, _today: date) -> Iterator[Finding]:
    """A skipped number: something may have been lost."""
    for parent in items(data.roadmap):
        previous = 0
        for child in _children(parent):
            number = int(child.id.rpartition(".")[2])
            if number > previous + 1:
                missing = ", ".join(f"{parent.id}.{n}" for n in range(previous + 1, number)[:5])
                yield Finding(_FILE, (*child.at, "id"), f"в нумерации пропущено: {missing}")
            previous = number


def nothing_inside(data: Dataset, _today: date) -> Iterator[Finding]:
    """A stage without activities or an activity without tasks."""
    for item in items(data.roadmap):
        if not isinstance(item, Task) and not _children(item):
            what = "этапе" if isinstance(item, Stage) else "мероприятии"
            yield Finding(_FILE, item.at, f"в {what} {item.id} нет ни одного пункта")


def quotes_unbalanced(data: Dataset, _today: date) -> Iterator[Finding]:
    """An opening «ёлочка» without a closing one, or the other way round."""
    for item, key, text in _texts(data):
        if text.count("«") != text.count("»"):
            yield Finding(_FILE, (*item.at, key), f"в тексте {item.id} непарные кавычки «»")


def html_leftover(data: Dataset, _today: date) -> Iterator[Finding]:
    """Markup left over from a web page."""
    for item, key, text in _texts(data):
        if tag := _TAG.search(text):
            yield Finding(_FILE, (*item.at, key), f"в тексте {item.id} осталась разметка {tag[0]}")


def initials_unfinished(data: Dataset, _today: date) -> Iterator[Finding]:
    """«Гринкевич Т.Ю» without the last dot."""
    for item in items(data.roadmap):
        if isinstance(item, Activity | Task) and item.responsible:
            slip = unfinished_initials(item.responsible)
            if slip:
                yield Finding(
                    _FILE,
                    (*item.at, "responsible"),
                    f"в инициалах «{slip}» нет последней точки",
                )


def doubtful(data: Dataset, _today: date) -> Iterator[Finding]:
    """A note with a line that begins with «Сомнение:» and waits for a decision."""
    for item in items(data.roadmap):
        _, doubt, told = f"\n{item.note or ''}".partition(f"\n{_DOUBT}")
        if doubt:
            said = " ".join(told.split())
            yield Finding(_FILE, (*item.at, "note"), f"{item.id}: {said}")


def _children(item: Item) -> Sequence[Activity | Task]:
    if isinstance(item, Stage):
        return item.activities
    return item.tasks if isinstance(item, Activity) else ()


def _texts(data: Dataset) -> Iterator[tuple[Item, str, str]]:
    for item in items(data.roadmap):
        if isinstance(item, Task):
            yield item, "text", item.text
        else:
            yield item, "title", item.title
