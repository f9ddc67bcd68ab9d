"""The screen of `roadmap vault status`."""

from collections.abc import Iterator

from roadmap_cli.domain.vault import VaultState


def state_lines(state: VaultState) -> Iterator[str]:
    """Describe the state of a vault, a line for everything that a person should know."""
    yield f"Хранилище {state.vault}"
    if state.ring is None:
        yield "Кольца ключей на этом компьютере нет: roadmap vault import ФАЙЛ"
    else:
        yield f"Кольцо ключей: {state.ring}, ключей людей: {state.keys}"
    if not state.connected:
        yield "Git этой копии о хранилище не знает: roadmap vault open"
    for file in state.sealed:
        yield f"{file}: здесь закрыт"
    for file in state.exposed:
        yield f"{file}: лежит в git открыто: git add --renormalize {file}, затем git commit"
    for file, count in state.history.items():
        yield f"{file}: в истории открытых версий: {count}"
