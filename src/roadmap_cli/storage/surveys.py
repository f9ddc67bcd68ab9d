"""The questionnaires that come with the program: samples that a school copies to data/surveys."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.storage.templates import built_in_folder
from roadmap_cli.storage.workspace import load_file

if TYPE_CHECKING:
    from roadmap_cli.domain.model.files.surveys import Questionnaire


def built_in_surveys() -> dict[str, bytes]:
    """The files of the samples by code, ready to be copied as they are."""
    folder = built_in_folder() / "surveys"
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


class BuiltInSurveys(Mapping[str, "Questionnaire"]):
    """The samples by code; each is read when it is asked for."""

    def __init__(self) -> None:
        self._read: dict[str, Questionnaire] = {}

    @cached_property
    def _files(self) -> dict[str, bytes]:
        return built_in_surveys()

    def __getitem__(self, code: str) -> "Questionnaire":
        if code not in self._read:
            loaded = load_file(Dataset.surveys.member(code), self._files[code])
            self._read[code] = cast("Questionnaire", loaded.record)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
