"""The table of data files: a row says which record a file holds and what it is for."""

from importlib import import_module
from typing import NamedTuple, cast

from roadmap_cli.domain.model.record import Record

# A column of every list that is no key: the name behind the record.
NAME = "name*"


class Items(NamedTuple):
    """How the records of a registry are called.

    `key` is the list's key in the file, `identity` the key of a record that is its code,
    `command` the command's name, `help` says in Russian what the command is about, `one` what
    one record is called. A new code is made of the keys `code_from`; where they are a person's
    name it begins with the first letters only, so that it does not give the name away.
    `columns` come first in a list, `asked` are asked for at a terminal besides what is required.
    """

    key: str
    identity: str
    command: str
    help: str
    one: str
    code_from: tuple[str, ...] = ()
    initials: bool = False
    columns: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


class Registry(NamedTuple):
    """A data file of the workspace; `required` files must exist.

    `personal` is the key of a record that names the person whose data it is, in a file that a
    vault encrypts. `declared` is where its record stands, `module:class`: it is imported when
    the file is first read, because most commands need two files of the dozen.
    """

    key: str
    declared: str
    title: str
    purpose: str
    required: bool = False
    items: Items | None = None
    personal: str | None = None

    @property
    def file(self) -> str:
        """The path within the workspace."""
        return f"data/{self.key}.yaml"

    @property
    def record(self) -> type[Record]:
        """The record that the whole file is."""
        module, _, name = self.declared.partition(":")
        return cast(
            type[Record], getattr(import_module(f"roadmap_cli.domain.model.files.{module}"), name)
        )


REGISTRIES: tuple[Registry, ...] = (
    Registry(
        "roadmap",
        "roadmap:Roadmap",
        "Дорожная карта",
        "План на учебный год: этапы, мероприятия, пункты, сроки, ответственные, состояние.",
        required=True,
    ),
    Registry(
        "organization",
        "organization:Organization",
        "Организация",
        "Названия, руководитель, координатор, кураторы: то, что нужно шапке документа.",
    ),
    Registry(
        "people",
        "people:People",
        "Люди",
        "Фамилии, имена, должности и контакты. Персональные данные хранятся только здесь.",
        items=Items(
            "people",
            "id",
            "person",
            "Люди: имена, должности, контакты, падежи.",
            "человек",
            ("surname", "name", "patronymic", "position"),
            initials=True,
            columns=("id", NAME, "position", "phone", "email", "born"),
            asked=("name", "patronymic", "position"),
        ),
        personal="id",
    ),
    Registry(
        "mentors",
        "participants:Mentors",
        "База наставников",
        "Кто готов быть наставником: форма, компетенции, сколько наставляемых готов вести.",
        items=Items(
            "mentors",
            "person",
            "mentor",
            "База наставников.",
            "наставник",
            columns=("person", NAME, "form", "capacity", "competences", "joined", "left"),
            asked=("form", "competences", "capacity"),
        ),
        personal="person",
    ),
    Registry(
        "mentees",
        "participants:Mentees",
        "База наставляемых",
        "Кому нужен наставник: форма, запрос.",
        items=Items(
            "mentees",
            "person",
            "mentee",
            "База наставляемых.",
            "наставляемый",
            columns=("person", NAME, "form", "requests", "joined", "left"),
            asked=("form", "requests"),
        ),
        personal="person",
    ),
    Registry(
        "partners",
        "programme:Partners",
        "Партнёры",
        "Организации-партнёры и за что их благодарят.",
        items=Items("partners", "id", "partner", "Организации-партнёры.", "партнёр", ("name",)),
    ),
    Registry(
        "consents",
        "consents:Consents",
        "Согласия",
        "Кто и на что согласен, по какой день, где лежит бумага.",
        items=Items(
            "consents",
            "id",
            "consent",
            "Согласия: на обработку данных, на участие и другие.",
            "согласие",
            ("person", "kind", "given_on"),
            columns=("id", "person", "kind", "given_on", "valid_to", "withdrawn_on", "paper"),
        ),
        personal="person",
    ),
    Registry(
        "programs",
        "programme:Programs",
        "Банк программ",
        "Программы наставничества по формам: цель, содержание.",
        items=Items(
            "programs",
            "id",
            "program",
            "Банк программ наставничества.",
            "программа",
            ("title",),
            columns=("id", "title", "form", "goal"),
        ),
    ),
    Registry(
        "school",
        "programme:School",
        "Школа наставников",
        "Программа обучения наставников и график занятий.",
    ),
    Registry(
        "matching",
        "matching:Matching",
        "Подбор пар",
        "Веса, предпочтения после групповой встречи, решённые и запрещённые пары.",
    ),
    Registry(
        "pairs",
        "pairs:Pairs",
        "Пары и группы",
        "Кто чей наставник, с какого по какой день, состояние.",
        items=Items(
            "pairs",
            "id",
            "pair",
            "Наставнические пары и группы.",
            "пара",
            ("mentor", "mentees"),
            columns=("id", "mentor", "mentees", "status", "start", "end"),
            asked=("mentees", "form", "start"),
        ),
    ),
    Registry(
        "plans",
        "pairs:Plans",
        "Планы развития",
        "Планы индивидуального развития: цель, мероприятия, сроки, результаты.",
        items=Items(
            "plans",
            "pair",
            "plan",
            "Планы индивидуального развития.",
            "план",
            columns=("pair", NAME, "goal", "request"),
            asked=("request", "goal"),
        ),
    ),
    Registry(
        "meetings", "pairs:Meetings", "Журнал встреч", "Встречи пар: день, вид, тема, результат."
    ),
    Registry(
        "columns",
        "columns:ColumnRules",
        "Столбцы таблиц",
        "Какой столбец ваших таблиц что значит: помнит команда import.",
    ),
    Registry(
        "documents",
        "register:Register",
        "Журнал документов",
        "Сделанные документы: вид, номер, дата, файл и по каким данным он сделан.",
        personal="subject",
    ),
)
BY_KEY = {registry.key: registry for registry in REGISTRIES}
BY_FILE = {registry.file: registry for registry in REGISTRIES}
