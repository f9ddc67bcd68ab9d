"""The screens of `roadmap vault rewrite`."""

from collections.abc import Iterator, Sequence

from roadmap_cli.domain.vault import NewHistory, OldHistory
from roadmap_cli.text.plurals import counted

_MOST_SHOWN = 20


def before_lines(before: OldHistory) -> Iterator[str]:
    """What would go, before it is asked about."""
    yield (
        f"Исчезнут все прежние версии: {counted(before.commits, 'коммит', 'коммита', 'коммитов')},"
        f" {counted(before.objects, 'объект git', 'объекта git', 'объектов git')}."
    )
    if before.refs:
        yield f"И все другие ветки, метки и отложенные правки: {len(before.refs)}:"
        yield from _shown(before.refs)
    yield (
        f"Файлы, за которыми следит git, станут одним новым коммитом в {_short(before.branch)}:"
        " такими, как они сейчас на диске."
    )
    if before.untracked:
        yield "Не войдут, git за ними не следит:"
        yield from _shown(before.untracked)


def after_lines(found: NewHistory) -> Iterator[str]:
    """What has happened, and what was found then."""
    yield "История начата заново: в ней один коммит."
    if found.left_out:
        yield "Из git убрано, на диске осталось:"
        yield from _shown(found.left_out)
    yield found.looked
    if found.open_files:
        yield f"Не зашифрованы файлы данных в git: {found.open_files}."
        yield "  Какие: roadmap vault status"
    if found.named:
        yield "Люди названы в файлах, которые не шифруются:"
        yield from _shown(found.named)
        yield "Исправьте эти строки и повторите roadmap vault rewrite."
    elif found.open_objects:
        yield f"Люди названы в объектах git: {'; '.join(found.open_objects)}."
    if not (found.open_files or found.open_objects):
        yield "Незашифрованных файлов данных и имён людей в git нет."


def remote_lines(before: OldHistory) -> Iterator[str]:
    """What remains to be done where copies of the old history are."""
    yield "В чужих копиях репозитория прежняя история остаётся: их нужно уничтожить."
    for remote in before.remotes:
        own = _short(before.branch)
        others = [name for name in before.remote_branches if name != own]
        yield f"Удалённая копия «{remote}» тоже хранит её. Не выполняйте git pull и git fetch, пока"
        yield "не замените её:"
        yield f"  git push --force {remote} {own}"
        if others:
            yield f"  git push {remote} --delete {' '.join(others)}"
        tags = [_short(name) for name in before.refs if name.startswith("refs/tags/")]
        if tags:
            yield f"  git push {remote} --delete {' '.join(tags)}"
        yield (
            "  Владельца сервера попросите удалить репозиторий и создать его заново: после git push"
            " сервер хранит прежние коммиты, запросы на слияние и ответвления."
        )
    if before.remotes:
        yield "Коллеги пусть клонируют репозиторий заново, а свои прежние копии удалят."


def _shown(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:_MOST_SHOWN])
    if len(lines) > _MOST_SHOWN:
        yield f"  … и ещё {len(lines) - _MOST_SHOWN}"


def _short(ref: str) -> str:
    return ref.split("/", 2)[-1]
