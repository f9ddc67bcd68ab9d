"""The built-in questionnaires: files of the package that a school copies and edits."""

from functools import cache
from types import MappingProxyType

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.storage.templates import built_in_folder
from roadmap_cli.storage.workspace import load_file


@cache
def built_in_surveys() -> MappingProxyType[str, bytes]:
    """The files of the built-in questionnaires by code, in the order of their names."""
    folder = built_in_folder() / "surveys"
    return MappingProxyType(
        {path.stem: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
    )


@cache
def built_in_questionnaires() -> MappingProxyType[str, Questionnaire]:
    """The built-in questionnaires themselves, by code."""
    return MappingProxyType(
        {
            code: load_file(Dataset.surveys.member(code), raw).record
            for code, raw in built_in_surveys().items()
        }
    )
