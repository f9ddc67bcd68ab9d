"""Which questionnaire a person means, and what one is called."""

from collections.abc import Mapping

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.text.names import comparable
from roadmap_cli.text.suggest import did_you_mean


def find_survey(data: Dataset, word: str) -> str:
    """The code of the school's questionnaire with this code, or this part of a code or title.

    Raises UnknownNameError.
    """
    return find_among(data.surveys, word)


def find_among(surveys: Mapping[str, Questionnaire], word: str) -> str:
    """The code of the questionnaire among these that the word means. Raises UnknownNameError."""
    if word in surveys:
        return word
    wanted = comparable(word)
    found = [
        code
        for code, survey in surveys.items()
        if wanted and (wanted in comparable(code) or wanted in comparable(survey.title))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        offers = "; ".join(f"{code} ({surveys[code].title})" for code in found)
        raise UnknownNameError(f"«{word}» подходит нескольким анкетам", hint=f"Код: {offers}")
    hint = did_you_mean(word, list(surveys))
    if hint is None:
        hint = f"Есть: {', '.join(surveys)}." if surveys else "Взять готовую: roadmap survey new"
    raise UnknownNameError(f"анкеты «{word}» в data/surveys нет", hint=hint)
