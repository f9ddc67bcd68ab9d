"""The screen of `roadmap vault status`."""

from collections.abc import Iterator

from roadmap_cli.domain.vault import VaultState


def state_lines(state: VaultState) -> Iterator[str]:
    """Describe the state of a vault, a line for everything that a person should know."""
    yield f"Хранилище {state.vault}"
    if state.ring is not None:
        yield f"Связка ключей: {state.ring}, ключей людей: {state.keys}"
    for file in state.sealed:
        yield f"{file}: здесь зашифрован"
    for fault in state.faults:
        where = f"{fault.file}: " if fault.file else ""
        yield f"{where}{fault.said}".capitalize() if not fault.file else f"{where}{fault.said}"
        if fault.mend:
            yield f"  {fault.mend}"
    for folder in state.open_folders:
        yield f"Рабочая папка {folder}: данные в ней не зашифрованы, как и здесь."
    if not state.faults:
        yield "Проверено: .gitattributes, настройки git, индекс, последний коммит и история."
    yield "git archive и git worktree add записывают данные незашифрованными."
