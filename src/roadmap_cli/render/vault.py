"""The screen of `roadmap vault status`."""

from collections.abc import Iterator

from roadmap_cli.domain.vault import VaultState


def state_lines(state: VaultState) -> Iterator[str]:
    """Describe the state of a vault, a line for everything that a person should know."""
    yield f"Хранилище {state.vault}"
    if state.ring is None:
        yield "Связки ключей на этом компьютере нет: roadmap vault import ФАЙЛ"
    else:
        yield f"Связка ключей: {state.ring}, ключей людей: {state.keys}"
    if not state.connected:
        yield "В этой копии хранилище не подключено: roadmap vault open"
    for file in state.sealed:
        yield f"{file}: здесь зашифрован"
    for file in state.exposed:
        yield f"{file}: в git не зашифрован: git add --renormalize {file}, затем git commit"
    for file, count in state.history.items():
        yield f"{file}: незашифрованных версий в истории: {count}"
