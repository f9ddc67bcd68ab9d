"""How code names a spot inside a data file: the keys and indexes that lead to it."""

Pointer = tuple[str | int, ...]
