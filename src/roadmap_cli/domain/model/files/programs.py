"""The bank of programmes: by form, with goal and contents."""

from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.kinds import Identifier, Nested, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class Program(Record):
    """A programme of the bank, from which plans of pairs are made."""

    id: str = required(Identifier(), "Код программы")
    title: str = required(Text(), "Название программы")
    form: AnyForm | None = optional(FormChoice(), "Форма наставничества", default=None)
    variant: str | None = optional(Text(), "Ролевая модель", default=None)
    goal: str | None = optional(Text(), "Цель", default=None)
    content: tuple[str, ...] = many(Text(), "Содержание", default=())
    file: str | None = optional(Text(), "Файл или ссылка на полный текст", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)


class Programs(Record):
    """`data/programs.yaml`: the bank of programmes."""

    programs: tuple[Program, ...] = many(Nested(Program), "Банк программ", default=())
