"""The screen of `roadmap person cases`."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.model.case_forms import CaseRemark
from roadmap_cli.render.plain_table import plain_table
from roadmap_cli.text.grammar import Case, Gender


def cases_view(
    rows: Sequence[tuple[Case, str, str]], gender: Gender | None, remarks: Sequence[CaseRemark]
) -> RenderableType:
    """A row a case; what is doubtful, and what to do where the program is wrong, stand below."""
    table = plain_table()
    table.add_column("Падеж", no_wrap=True)
    table.add_column("Имя", overflow="fold")
    table.add_column("Должность", overflow="fold", ratio=1)
    for case, name, position in rows:
        table.add_row(case.title, name, position or "—")
    table.expand = True
    return Group(
        table,
        Text(),
        Text(f"Пол: {gender.title if gender else 'не указан'}.", style="dim"),
        *(Text(_sentence(remark), style="yellow") for remark in remarks),
        Text(
            "Если форма неверна, впишите свою: name_cases, position_cases в data/people.yaml.",
            style="dim",
        ),
    )


def _sentence(remark: CaseRemark) -> str:
    return f"{remark.message[:1].upper()}{remark.message[1:]}. {remark.hint}"
