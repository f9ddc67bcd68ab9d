"""The table of data files: a row says which record a file holds and what it is for."""

from typing import NamedTuple

from roadmap_cli.domain.organization import Organization
from roadmap_cli.domain.people import People
from roadmap_cli.domain.records import Record
from roadmap_cli.domain.roadmap import Roadmap


class Registry(NamedTuple):
    """A data file of the workspace; `required` files must exist."""

    key: str
    file: str
    record: type[Record]
    title: str
    purpose: str
    required: bool = False


REGISTRIES: tuple[Registry, ...] = (
    Registry(
        "roadmap",
        "data/roadmap.yaml",
        Roadmap,
        "Дорожная карта",
        "План на учебный год: этапы, мероприятия, пункты, сроки, ответственные, состояние.",
        required=True,
    ),
    Registry(
        "organization",
        "data/organization.yaml",
        Organization,
        "Организация",
        "Названия, руководитель, координатор, кураторы: то, что нужно шапке документа.",
    ),
    Registry(
        "people",
        "data/people.yaml",
        People,
        "Люди",
        "Фамилии, имена, должности и контакты. Персональные данные хранятся только здесь.",
    ),
)
BY_KEY = {registry.key: registry for registry in REGISTRIES}
BY_FILE = {registry.file: registry for registry in REGISTRIES}
