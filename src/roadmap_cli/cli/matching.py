"""`roadmap match`: the best plan of pairs for the whole cohort, why, and its acceptance."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, day_told
from roadmap_cli.domain.matching.accepting import Decision, accept_pairs, choose_pairs
from roadmap_cli.domain.matching.plan import make_plan
from roadmap_cli.domain.matching.why_absent import absent_words
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.render.matching import explain_json, explain_view, plan_json, plan_view
from roadmap_cli.usecases.session import ALL_FILES, Session

Person = Annotated[str, typer.Argument(metavar="ЧЕЛОВЕК", help="Код или имя.")]


def propose(ctx: typer.Context) -> Result:
    """Предложить пары всем наставляемым без наставника: наилучший план и объяснение."""
    session = open_session(ctx, *ALL_FILES)
    plan = make_plan(session.data, session.today)
    directory = Directory(session.data)
    return Result(
        view=lambda width: plan_view(plan, directory, width),
        data=lambda: plan_json(plan),
        notices=session.notices,
    )


def explain(ctx: typer.Context, mentee: Person, mentor: Person) -> Result:
    """Почему двое составляют пару или не составляют и как эта пара изменила бы план."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    pair = (person_code(directory, mentee), person_code(directory, mentor))
    if pair[0] in directory.names("mentors") and pair[0] not in directory.names("mentees"):
        pair = (pair[1], pair[0])  # they were named the other way round
    plan = make_plan(session.data, session.today)
    absent = absent_words(directory, *pair, session.today)
    return Result(
        view=lambda _width: explain_view(plan, pair, absent, directory),
        data=lambda: explain_json(plan, pair, absent),
        notices=session.notices,
    )


def accept(
    ctx: typer.Context,
    by: Annotated[str, typer.Option("--by", metavar="КТО", help="Кто принял решение.")],
    mentees: Annotated[
        list[str] | None,
        typer.Argument(metavar="[НАСТАВЛЯЕМЫЙ...]", help="Чьи пары записать (по умолчанию — все)."),
    ] = None,
    pair: Annotated[
        list[str] | None,
        typer.Option("--pair", metavar="НАСТАВЛЯЕМЫЙ=НАСТАВНИК", help="Пара вместо предложенной."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="ТЕКСТ", help="Причина решения.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="ДАТА", help="С какого дня пары работают.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--end", metavar="ДАТА", help="По какой день пары работают.")
    ] = None,
) -> Result:
    """Записать пары: все предложенные либо только названные и исправленные (--pair)."""

    def edits(session: Session) -> list[Edit]:
        directory = Directory(session.data)
        plan = make_plan(session.data, session.today)
        named = [person_code(directory, word) for word in mentees or ()]
        told = [_pair(directory, word) for word in pair or ()]
        edited = dict(told)
        if len(edited) < len(told):
            raise RequestInvalidError("в --pair один наставляемый указан дважды")
        chosen = choose_pairs(directory, plan, named, edited)
        if not chosen:
            raise RequestInvalidError("нечего принимать: пар в подборе нет")
        decision = Decision(
            by,
            session.today,
            reason,
            day_told(start, "--start"),
            day_told(end, "--end"),
        )
        return accept_pairs(session.data, chosen, decision)

    return edit_workspace(ctx, edits)


def _pair(directory: Directory, word: str) -> tuple[str, str]:
    left, sign, right = word.partition("=")
    if not sign:
        raise RequestInvalidError(f"«{word}»: пару пишут так: --pair НАСТАВЛЯЕМЫЙ=НАСТАВНИК")
    return person_code(directory, left.strip()), person_code(directory, right.strip())


MATCH = CommandGroup(
    {
        "propose": command(propose, ReadingCommand),
        "explain": command(explain, ReadingCommand),
        "accept": command(accept, WritingCommand),
    },
)
