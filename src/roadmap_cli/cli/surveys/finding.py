"""The argument that names a questionnaire, and what Tab offers for it."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import Offer, data_for_completion


def complete_survey(ctx: typer.Context, incomplete: str) -> Offer:
    """Codes and titles of the school's questionnaires."""
    data = data_for_completion(ctx, "surveys")
    found = data.surveys.items() if data else ()
    return [(code, survey.title) for code, survey in found if code.startswith(incomplete)]


Survey = Annotated[
    str,
    typer.Argument(
        metavar="АНКЕТА", help="Код или часть названия.", autocompletion=complete_survey
    ),
]
