"""What the columns of a school's own tables mean, as the user has decided once."""

from roadmap_cli.domain.model.kinds import Nested, Text
from roadmap_cli.domain.model.record import Record, many, required


class ColumnRule(Record, told_apart=(("heading",),)):
    """A heading and the key that its column holds."""

    heading: str = required(Text(), "Заголовок столбца, как в таблице")
    target: str = required(
        Text(), "Куда: people.phone, mentors.interests; skip — никуда, answer — в ответы анкеты"
    )


class ColumnRules(Record):
    """`data/columns.yaml`."""

    columns: tuple[ColumnRule, ...] = many(Nested(ColumnRule), "Столбцы", default=())
