"""Russian plural forms of counted nouns."""


def plural(count: int, one: str, few: str, many: str) -> str:
    """Choose the noun form for `count`: 1 задача, 2 задачи, 5 задач, 11 задач, 21 задача."""
    tail = abs(count) % 100
    if 11 <= tail <= 14:
        return many
    last = tail % 10
    if last == 1:
        return one
    return few if 2 <= last <= 4 else many


def counted(count: int | str, one: str, few: str, many: str) -> str:
    """The number together with the noun: «5 задач»; a number with a comma is a text: «4,5 часа»."""
    if isinstance(count, str):
        # The genitive singular: «час, часа, часов», but in the genitive «часа, часов, часов».
        return f"{count} {one if few == many else few}"
    return f"{count} {plural(count, one, few, many)}"
