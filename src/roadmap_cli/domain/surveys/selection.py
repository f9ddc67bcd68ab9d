"""Which questionnaire of the school a person means."""

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.registries.lookup import find_named
from roadmap_cli.errors import UnknownNameError


def survey_code(data: Dataset, word: str) -> str:
    """The code of the school's questionnaire with this code or this part of a title.

    Raises UnknownNameError; of a sample that the school has not taken it says how to take it.
    """
    if word in data.built_in_surveys and word not in data.surveys:
        raise UnknownNameError(
            f"анкета «{word}» — готовая, в {Dataset.surveys.file} её ещё нет",
            hint=f"Взять её: roadmap survey new {word}",
        )
    titles = {code: survey.title for code, survey in data.surveys.items()}
    if not titles:
        raise UnknownNameError("анкет у школы ещё нет", hint="Готовые: roadmap survey list")
    return find_named(titles, word, Dataset.surveys.file)
