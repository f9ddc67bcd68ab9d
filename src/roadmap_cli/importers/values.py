"""Cells as people write them, to values as the data files want them."""

import re

_GENDERS = {"ж": "female", "жен": "female", "женский": "female",
            "м": "male", "муж": "male", "мужской": "male"}  # fmt: skip
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def name_parts(text: str) -> dict[str, str]:
    """Surname, name and patronymic of «Иванова Анна Петровна», «Иванова А.П.», «ИВАНОВА АННА»."""
    words = re.sub(r"(?<=[А-ЯЁA-Z])\.\s*(?=\S)", ". ", text.replace(",", " ")).split()
    if text.isupper():
        words = [word if word.endswith(".") else word.title() for word in words]
    names = ("surname", "name", "patronymic")
    parts = [*words[:2], " ".join(words[2:])] if len(words) > 2 else words
    return dict(zip(names, parts, strict=False))


def contacts(text: str) -> dict[str, str]:
    """Telephone and e-mail out of one cell."""
    email = _EMAIL.search(text)
    rest = text.replace(email[0], "") if email else text
    phone = " ".join(rest.split()).strip(" ,;/")
    found = {"phone": phone if re.search(r"\d{5}", re.sub(r"\D", "", phone)) else ""}
    found["email"] = email[0] if email else ""
    if phone and not found["phone"]:
        found["note"] = f"Контакты: {phone}"
    return {key: value for key, value in found.items() if value}


def day(text: str) -> str:
    """A day without the time, with dots for other signs; anything else as it is."""
    whole = re.match(r"\s*(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?:[ T].*)?$", text)
    if not whole:
        return text
    first, month, last = whole.groups()
    if len(first) == 4:
        return f"{first}-{int(month):02}-{int(last):02}"
    if len(last) == 2:
        last = f"19{last}" if int(last) > 40 else f"20{last}"
    return f"{first}.{month}.{last}"


def gender(text: str) -> str:
    """«ж», «муж.» as the word of the data file."""
    return _GENDERS.get(text.casefold().strip(" ."), text)


def separate(text: str) -> list[str]:
    """Several values in one cell: on lines of their own, or with semicolons between."""
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
