"""The questionnaires that can be named: the school's own, and the samples of the program."""

from collections import Counter
from collections.abc import Mapping

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.text.names import comparable


def find_survey(data: Dataset, code: str | None) -> Questionnaire | None:
    """The school's questionnaire with this code, else the sample; None where there is neither."""
    if code is None:
        return None
    return data.surveys.get(code) or data.built_in_surveys.get(code)


def survey_names(data: Dataset) -> Mapping[str, str]:
    """Codes and titles, the school's own first; titles that occur twice carry their codes."""
    own = data.surveys
    samples = {code: one for code, one in data.built_in_surveys.items() if code not in own}
    titles = {code: survey.title for code, survey in {**own, **samples}.items()}
    alike = Counter(map(comparable, titles.values()))
    return {
        code: f"{title} ({code})" if alike[comparable(title)] > 1 else title
        for code, title in titles.items()
    }
