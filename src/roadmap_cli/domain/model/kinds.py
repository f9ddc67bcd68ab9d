"""The sorts of value a data file may hold: how each is read from text, written and described."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from roadmap_cli.text.grammar import TitledEnum

JsonSchema = dict[str, Any]


class InvalidValueError(ValueError):
    """A text that is not a value of its kind; `message` and `hint` are Russian."""

    def __init__(
        self, message: str, hint: str | None = None, choices: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.choices = choices


class Kind:
    """A sort of value. Scalars override `read`; lists and records are taken apart by the reader."""

    title = "значение"

    def read(self, text: str) -> Any:
        """The value that the text means; raises InvalidValueError."""
        raise NotImplementedError

    def schema(self) -> JsonSchema:
        """The JSON Schema of the value."""
        raise NotImplementedError


class Text(Kind):
    """Any text; several lines are kept as they are."""

    title = "текст"

    def read(self, text: str) -> str:
        """The text itself, without the spaces around it."""
        return text.strip()

    def schema(self) -> JsonSchema:
        """Editors may see `2023` or `010` as a number: any scalar is a text here."""
        return {"type": ["string", "number", "boolean"]}


class Identifier(Kind):
    """A short name by which other records refer to this one."""

    title = "код"
    longest = 100

    def __init__(self, pattern: str = r"[a-z0-9][a-z0-9.\-]*") -> None:
        self.pattern = pattern

    def read(self, text: str) -> str:
        """The identifier; raises InvalidValueError for other characters or too many of them."""
        if len(text) > self.longest:
            raise InvalidValueError(
                f"«{text[:20]}…» — недопустимый код: знаков {len(text)}",
                f"Знаков может быть не больше {self.longest}.",
            )
        if not re.fullmatch(self.pattern, text):
            raise InvalidValueError(
                f"«{text}» — недопустимый код",
                _hint("Код пишут строчными латинскими буквами, цифрами, точкой и дефисом.", text),
            )
        return text

    def schema(self) -> JsonSchema:
        """A number such as 1.1 is an identifier too, though YAML calls it a number."""
        return {"type": ["string", "number"], "pattern": f"^{self.pattern}$"}


class Reference(Identifier):
    """The id of a record in another file, named by its registry key (one of several).

    `role` is the registry in which a person so named should stand too: a pair's mentor is one
    of the mentors.
    """

    title = "код записи"

    def __init__(self, *targets: str, role: str | None = None) -> None:
        super().__init__()
        self.targets = targets
        self.role = role


class TextOrCode(Text):
    """A text that may be the id of a record, as a task's responsible is."""

    def __init__(self, target: str) -> None:
        self.targets = (target,)


class Day(Kind):
    """A calendar day, `2023-11-15` or `15.11.2023`."""

    title = "дата"

    def read(self, text: str) -> date:
        """The day; raises InvalidValueError for another notation or a day that does not exist."""
        iso = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text)
        dotted = re.fullmatch(r"(\d\d?)\.(\d\d?)\.(\d{4})", text)
        if not iso and not dotted:
            raise InvalidValueError(
                f"«{text}» — не дата", "Дату пишут так: 2023-11-15 или 15.11.2023."
            )
        parts = iso.groups() if iso else dotted.groups()[::-1] if dotted else ()
        try:
            return date(*(int(part) for part in parts))
        except ValueError:
            raise InvalidValueError(f"даты «{text}» нет в календаре") from None

    def schema(self) -> JsonSchema:
        """Both notations."""
        return {
            "type": "string",
            "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})$",
        }


class Integer(Kind):
    """A whole number from `least` up, to `most` where there is such a bound."""

    title = "число"

    def __init__(self, least: int = 0, most: int = 999_999_999) -> None:
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        """The number; raises InvalidValueError for anything else and for one too small."""
        if not re.fullmatch(r"\d{1,9}", text) or not self.least <= int(text) <= self.most:
            too_much = text.isdecimal() and (len(text) > 9 or int(text) > self.most)
            bounded = f" и не больше {self.most}" if too_much else ""
            raise InvalidValueError(
                f"недопустимое значение «{text}»",
                f"Нужно целое число, не меньше {self.least}{bounded}.",
            )
        return int(text)

    def schema(self) -> JsonSchema:
        """A number with its bound."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Number(Kind):
    """A number with a decimal comma or point, none below zero."""

    title = "число"

    def read(self, text: str) -> Decimal:
        """The number; raises InvalidValueError for anything else."""
        if not re.fullmatch(r"\d{1,9}(?:[.,]\d{1,4})?", text):
            raise InvalidValueError(f"«{text}» — не число", "Число пишут так: 70 или 66,7.")
        return Decimal(text.replace(",", "."))

    def schema(self) -> JsonSchema:
        """A number, or a text with a decimal comma."""
        return {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}]}


class Flag(Kind):
    """Yes or no, in Russian or as YAML has it."""

    title = "да или нет"
    _YES, _NO = ("да", "true", "yes"), ("нет", "false", "no")

    def read(self, text: str) -> bool:
        """The answer; raises InvalidValueError for any other word."""
        if text.lower() not in (*self._YES, *self._NO):
            raise InvalidValueError(
                f"недопустимое значение «{text}»", _hint("Пишите: да или нет.", text)
            )
        return text.lower() in self._YES

    def schema(self) -> JsonSchema:
        """A word; editors take «да» for a text and `yes` for a boolean."""
        return {"enum": ["да", "нет", True, False]}


class Choice(Kind):
    """One word out of a closed set."""

    title = "одно из значений"

    def __init__(self, options: type[TitledEnum]) -> None:
        self.options = options

    def read(self, text: str) -> TitledEnum:
        """The member; its Russian name is understood too. Raises InvalidValueError."""
        wanted = _folded(text)
        for option in self.options:
            names = (str(option.value), option.title, *option.also)
            if wanted in map(_folded, names):
                return option
        values = tuple(str(option.value) for option in self.options)
        named = [f"{option.value} ({option.title})" for option in self.options]
        raise InvalidValueError(
            f"недопустимое значение «{text}»",
            _hint(f"Допустимо: {'; '.join(named)}.", text),
            values,
        )

    def schema(self) -> JsonSchema:
        """The words, with their Russian names for editors."""
        titles = [option.title for option in self.options]
        return {
            "enum": [option.value for option in self.options] + titles,
            "markdownEnumDescriptions": titles + titles,
        }


def _hint(usual: str, text: str) -> str:
    """What may stand in place of a refused text, and which of its letters looks like another."""
    from roadmap_cli.text.alphabets import mixture_told

    return " ".join(filter(None, (usual, mixture_told(text))))


def _folded(text: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "-", text.strip().casefold())


class Many(Kind):
    """A list of values of one kind."""

    title = "список"

    def __init__(self, item: Kind) -> None:
        self.item = item

    def schema(self) -> JsonSchema:
        """An array."""
        return {"type": "array", "items": self.item.schema()}


def single(kind: Kind) -> Kind:
    """The kind of one value: of a list's items, else the kind itself."""
    return kind.item if isinstance(kind, Many) else kind


class Nested(Kind):
    """A record inside a record."""

    title = "запись"

    def __init__(self, record: type) -> None:
        self.record = record

    def schema(self) -> JsonSchema:
        """A reference to the record's own definition."""
        return {"$ref": f"#/$defs/{self.record.__name__}"}
