"""A transaction carried out, put back, or brought to an end by a later run."""

from collections.abc import Sequence
from pathlib import Path

from roadmap_cli.errors import RoadmapError, WriteRefusedError
from roadmap_cli.storage.disk import (
    bytes_of,
    discard,
    explained,
    real_path,
    rename_over,
    sync_folder,
    unconfirmed,
)
from roadmap_cli.storage.journal import Journal, State, Step, digest, read_journal, shown
from roadmap_cli.storage.lock import JOURNAL, PRIVATE
from roadmap_cli.storage.ring import load_ring

# The end of the name under which the program's version lies beside a file that a person changed.
UNFINISHED = ".unfinished.bak"


def carry_out(journal: Journal) -> tuple[str, ...]:
    """Give every file its new content, then destroy the keys; what was done before is passed over.

    Each file is compared once more right before it is replaced. Returns what a person should know.
    Raises OSError, or WriteRefusedError for a file that changed meanwhile.
    """
    unsure = []
    for step in journal.steps:
        state = step.state()
        if state in (State.FOREIGN, State.TAKEN_BACK):
            raise WriteRefusedError(
                f"файл {step.path.name} тем временем изменился, запись отменена",
                hint="Сохраните файл в редакторе и повторите команду.",
            )
        if state is State.WAITING and not _carried_out(step):
            unsure.append(unconfirmed(step.path))
    _destroy_keys(journal)
    return tuple(unsure)


def put_back(journal: Journal) -> list[Step]:
    """Give back the old content to what was carried out; the steps that could not be put back.

    A file that a person changed after the step keeps the person's content.
    """
    left = []
    for step in reversed(journal.steps):
        try:
            if _is_ours(step):
                _restore(step)
        except OSError:
            left.append(step)
    return left[::-1]


def close(root: Path, journal: Journal) -> tuple[str, ...]:
    """Remove the journal of a transaction that has ended, then what it needed."""
    path = root / PRIVATE / JOURNAL
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return (f"Команда выполнена, но файл «{path}» не удалён: {explained(error)}.",)
    finally:
        clear(journal.steps)
    return ()


def clear(steps: Sequence[Step]) -> None:
    """Remove the temporary files of the steps."""
    for step in steps:
        for temporary in (step.new, step.old):
            if temporary is not None:
                discard(temporary)


def finish_interrupted(root: Path) -> tuple[str, ...]:
    """Bring an interrupted transaction to its end, or take it back; to be called under the lock.

    It is taken back when a person has changed one of its files since, or when the system does
    not take a file. Returns what a person should know; nothing where nothing was interrupted.
    Raises WriteRefusedError when neither is possible now.
    """
    path = root / PRIVATE / JOURNAL
    try:
        raw = bytes_of(path)
        if raw is None:
            return ()
        journal = read_journal(raw, root)
        if journal is None:
            path.unlink()
            said = "Журнал прерванной записи повреждён и удалён: проверьте файлы (git status)."
            return (said,)
        return (*_finished(journal, root), *close(root, journal))
    except OSError as error:
        raise _stuck(explained(error), [], root) from error


def _finished(journal: Journal, root: Path) -> tuple[str, ...]:
    states = {step: step.state() for step in journal.steps}
    foreign = [step for step, state in states.items() if state is State.FOREIGN]
    if is_past_return(journal) or not {State.FOREIGN, State.TAKEN_BACK} & set(states.values()):
        try:
            remarks = carry_out(journal)
        except (OSError, RoadmapError):
            pass
        else:
            names = shown(journal.steps, root)
            return (f"Прошлая команда была прервана, её запись завершена: {names}.", *remarks)
    changed = [step for step in journal.steps if _is_ours(step)]
    left = put_back(journal)
    if left:
        raise _stuck("прежнее содержимое не вернуть", left, root)
    return (*_taken_back(changed, root), *(_put_beside(step, root) for step in foreign))


def _taken_back(changed: Sequence[Step], root: Path) -> tuple[str, ...]:
    said = f"в файлах снова прежнее: {shown(changed, root)}" if changed else "файлы не изменены"
    return (f"Прошлая команда была прервана и отменена, {said}. Повторите её.",)


def _put_beside(step: Step, root: Path) -> str:
    """Keep what the command would have written beside the file that a person has changed."""
    name = shown([step], root)
    if step.new is None:
        return f"Файл {name} изменён после прерванной команды и не удалён."
    beside = step.path.with_name(step.path.name + UNFINISHED)
    rename_over(step.new, beside)
    return (
        f"Файл {name} изменён после прерванной команды: оставлен ваш, её вариант лежит рядом:"
        f" {beside.name}."
    )


def _stuck(reason: str, left: Sequence[Step], root: Path) -> WriteRefusedError:
    names = f": {shown(left, root)}" if left else ""
    return WriteRefusedError(
        f"прерванную запись прошлой команды не завершить и не отменить ({reason}{names})",
        hint="Закройте эти файлы в других программах, проверьте права на них и повторите команду.",
    )


def _carried_out(step: Step) -> bool:
    """Replace or remove one file; False when the disk does not confirm it. Raises OSError."""
    if step.new is not None:
        return rename_over(step.new, step.path)
    target = real_path(step.path)
    target.unlink(missing_ok=True)
    return sync_folder(target.parent)


def _is_ours(step: Step) -> bool:
    """True for a file that has the content which this transaction gave it; raises OSError."""
    carried_out = step.new is None or not step.new.exists()
    return carried_out and digest(bytes_of(step.path)) == step.becomes


def _restore(step: Step) -> None:
    """Give a file its old content back; raises OSError."""
    if step.old is not None:
        rename_over(step.old, step.path)
    else:
        real_path(step.path).unlink(missing_ok=True)


def _destroy_keys(journal: Journal) -> None:
    """Destroy the keys of the people; a ring that is not on this machine has none of them."""
    ring = load_ring(journal.vault) if journal.vault and journal.people else None
    if ring is not None:
        ring.destroy(journal.people)
        ring.save()


def is_past_return(journal: Journal) -> bool:
    """True when the keys are destroyed: the records must not stand in the files again."""
    ring = load_ring(journal.vault) if journal.vault and journal.people else None
    return ring is not None and ring.has_forgotten(journal.people)
