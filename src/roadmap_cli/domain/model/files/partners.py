"""Organisations that help the programme."""

from roadmap_cli.domain.model.kinds import Identifier, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class Partner(Record):
    """An organisation that helps."""

    id: str = required(Identifier(), "Код партнёра")
    name: str = required(Text(), "Название")
    head: str | None = optional(
        Reference("people"), "Руководитель: код из people.yaml", default=None
    )
    contribution: str | None = optional(
        Text(), "За что благодарим: «помощь в проведении…» (винительный падеж)", default=None
    )
    site: str | None = optional(Text(), "Адрес сайта", default=None)
    note: str | None = optional(Text(), "Примечание", default=None)


class Partners(Record):
    """`data/partners.yaml`."""

    partners: tuple[Partner, ...] = many(Nested(Partner), "Партнёры", default=())
