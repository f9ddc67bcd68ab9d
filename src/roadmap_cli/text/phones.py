"""Telephones as people write them."""


def comparable_phone(text: str) -> str:
    """The last ten digits, in which «8 900 …», «+7 (900) …» and «7900…» are equal."""
    return "".join(filter(str.isdigit, text))[-10:]
