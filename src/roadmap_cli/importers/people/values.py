"""Cells as people write them, to values as the data files want them."""

import re

from roadmap_cli.text.dates import MONTHS_GENITIVE

_GENDERS = {"ж": "female", "жен": "female", "женский": "female",
            "м": "male", "муж": "male", "мужской": "male"}  # fmt: skip
_GROUPS = (
    r"^\d{1,2}\s*[-–]?\s*[«\"]?[а-я]{0,3}[»\"]?(?:\s*кл(?:асс|\.)?)?$",
    r"\bкласс\b|\bкл\.|\bгруппа|\bгр\.|учащ|\bучени[кц]",
)
_NO_NAME = (
    r"\s*(?:=|итого|всего|ваканс|нет\b|-+$|—$|\d+$|подпись|составил|исполнитель"
    r"|(?:куратор|координатор|директор|методист|секретарь|зам(?:еститель|\.))\b)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def name_parts(text: str) -> dict[str, str]:
    """Surname, name and patronymic of «Иванова Анна Петровна», «Иванова А.П.», «ИВАНОВА АННА»."""
    words = re.sub(r"(?<=[А-ЯЁA-Z])\.\s*(?=\S)", ". ", text.replace(",", " ")).split()
    words = [word for word in words if not word.startswith("(")]
    if text.isupper() or text.islower():
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


def is_no_name(text: str) -> bool:
    """True for «Итого: 6 человек», «вакансия» and «Куратор», which stand where names do."""
    return re.match(_NO_NAME, text.casefold()) is not None


def day(text: str) -> str:
    """A day without the time, with dots for other signs; anything else as it is."""
    words = re.match(r"\s*(\d{1,2})\s+([а-я]+)\s+(\d{4})", text.lower())
    if words and words[2] in MONTHS_GENITIVE:
        return f"{words[1]}.{MONTHS_GENITIVE.index(words[2]) + 1:02}.{words[3]}"
    whole = re.match(r"\s*(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?:[ T].*)?$", text)
    if not whole:
        return text
    first, month, last = whole.groups()
    if len(first) == 4:
        return f"{first}-{int(month):02}-{int(last):02}"
    if len(last) == 2:
        last = f"19{last}" if int(last) > 40 else f"20{last}"
    return f"{first}.{month}.{last}"


def in_small_letters(text: str) -> str:
    """A name in capitals as names are written; «И.» and «оглы» stay."""
    if not text.isupper() or len(text.strip(".")) < 2:
        return text
    return " ".join(word if word.endswith(".") else word.title() for word in text.split())


def year_alone(text: str) -> str | None:
    """The year of «1999», «1999 г.р.»; None for anything else."""
    whole = re.fullmatch(r"\s*((?:19|20)\d\d)\s*(?:г(?:од|\.)?\s*(?:р\.?|рожд\w*)?\.?)?\s*", text)
    return whole[1] if whole else None


def is_group(text: str) -> bool:
    """True for «9А», «7б класс», «гр. 21», which name a class and no position."""
    words = text.casefold().strip()
    return any(re.search(look, words) for look in _GROUPS)


def gender(text: str) -> str:
    """«ж», «муж.» as the word of the data file."""
    return _GENDERS.get(text.casefold().strip(" ."), text)


def years(text: str) -> str:
    """The number of «12 лет»; anything else as it is."""
    whole = re.fullmatch(r"\s*(\d{1,2})\s*(?:год|года|лет|г\.?|л\.?)?\s*", text.casefold())
    return whole[1] if whole else text


def weekdays(text: str) -> list[str]:
    """The days of «Понедельник, среда и пт»; «пн–пт» and other words as they are."""
    words = re.split(r"[,;/\n]|\sи\s", text)
    return [word.strip().casefold() for word in words if word.strip()]


def separate(text: str) -> list[str]:
    """Several values in one cell: on lines of their own, or with semicolons between."""
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
