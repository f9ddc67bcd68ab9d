"""Finding the record that a person means: by code, by name, by a part of it."""

from collections.abc import Collection, Mapping, Sequence

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.text.alphabets import mixture_told, unmixed
from roadmap_cli.text.names import comparable, initials_fit
from roadmap_cli.text.suggest import did_you_mean

_MOST_OFFERED = 8


def find_item(
    directory: Directory,
    registry: Registry,
    word: str,
    *,
    whole: bool = False,
    likely: Collection[str] = (),
) -> Record:
    """Find the record with this code, or the single one whose name fits the word best.

    With `whole` the name must be complete, so that a slip cannot change a wrong record. If
    several fit equally well, the single one among the `likely` codes is preferred. Raises
    UnknownNameError, and RequestInvalidError for a code that occurs twice.
    """
    code = find_code(directory, registry, word, whole=whole, likely=likely)
    found = [item for item in registry.items_of(directory.data) if registry.identity(item) == code]
    if len(found) > 1:
        raise RequestInvalidError(
            f"код «{code}» в {registry.file} повторяется", hint="Где — покажет roadmap check."
        )
    return found[0]


def find_code(
    directory: Directory,
    registry: Registry,
    word: str,
    *,
    whole: bool = False,
    likely: Collection[str] = (),
) -> str:
    """The code that the word means; see `find_item`."""
    names = directory.names(registry.key)
    return find_named(names, word, registry.file, whole=whole, likely=likely)


def find_named(
    names: Mapping[str, str],
    word: str,
    where: str,
    *,
    whole: bool = False,
    likely: Collection[str] = (),
) -> str:
    """The code among codes and names that the word means; see `find_item`.

    `where` says in Russian, after «в», where the names stand.
    """
    if word in names:
        return word
    for found in _nearer_and_nearer(names, word, whole=whole):
        meant = [code for code in found if code in likely] if len(found) > 1 else found
        if len(meant) == 1:
            return meant[0]
        if found:
            offers = "; ".join(f"{code} ({names[code]})" for code in found[:_MOST_OFFERED])
            more = f" и ещё {len(found) - _MOST_OFFERED}" if len(found) > _MOST_OFFERED else ""
            raise UnknownNameError(
                f"«{word}» подходит нескольким", hint=f"Назовите код: {offers}{more}."
            )
    hint = did_you_mean(word, [*names, *names.values()]) or _of_two_alphabets(names, word)
    if hint is None and names:
        offers = "; ".join(f"{code} ({name})" for code, name in list(names.items())[:_MOST_OFFERED])
        hint = f"Есть: {offers}."
    raise UnknownNameError(f"записи «{word}» в {where} нет", hint=hint)


def _of_two_alphabets(names: Mapping[str, str], word: str) -> str | None:
    """What is wrong with a name that the word would fit if all its letters were of one alphabet."""
    meant = ((name, unmixed(name)) for name in names.values())
    return next(
        (
            f"Похоже на «{name}». {mixture_told(name)}"
            for name, own in meant
            if own != name and comparable(word) in comparable(own)
        ),
        None,
    )


def person_code(directory: Directory, word: str) -> str:
    """The code of the person whom a code or a name means."""
    return find_code(directory, Dataset.people, word)


def _nearer_and_nearer(names: Mapping[str, str], word: str, *, whole: bool) -> Sequence[list[str]]:
    """Records by how well their names fit: the same name, its words, initials, a part of it."""
    wanted = comparable(word)
    words = [comparable(part) for part in word.split()]
    if not wanted:
        return ()
    same = [code for code, name in names.items() if comparable(name) == wanted]
    if whole:
        return (same,)
    by_words = [
        code
        for code, name in names.items()
        if all(
            part in {comparable(part_of_name) for part_of_name in name.split()} for part in words
        )
    ]
    parts = [
        code for code, name in names.items() if all(part in comparable(name) for part in words)
    ]
    by_initials = [code for code, name in names.items() if initials_fit(word, name)]
    return same, by_words, by_initials, parts
