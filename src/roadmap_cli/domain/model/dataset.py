"""The table of data files, and everything that a command has loaded of them as one value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from roadmap_cli.domain.model.registry import NAME, DataFile, Items, OwnedList, Registry
from roadmap_cli.domain.model.school_calendar import EMPTY as NO_CALENDAR

if TYPE_CHECKING:
    from roadmap_cli.domain.model.files.columns import ColumnRules
    from roadmap_cli.domain.model.files.consents import Consents
    from roadmap_cli.domain.model.files.events import Events
    from roadmap_cli.domain.model.files.indicators import Indicators
    from roadmap_cli.domain.model.files.matching import Matching
    from roadmap_cli.domain.model.files.meetings import Meetings
    from roadmap_cli.domain.model.files.organization import Organization
    from roadmap_cli.domain.model.files.pairs import Pairs
    from roadmap_cli.domain.model.files.participants import Mentees, Mentors
    from roadmap_cli.domain.model.files.partners import Partners
    from roadmap_cli.domain.model.files.people import People
    from roadmap_cli.domain.model.files.plans import DevelopmentPlans
    from roadmap_cli.domain.model.files.programs import Programs
    from roadmap_cli.domain.model.files.register import Register
    from roadmap_cli.domain.model.files.responses import Responses
    from roadmap_cli.domain.model.files.roadmap import Roadmap
    from roadmap_cli.domain.model.files.school import School
    from roadmap_cli.domain.model.files.surveys import Questionnaire
    from roadmap_cli.domain.model.record import Record
    from roadmap_cli.domain.model.school_calendar import SchoolCalendar
    from roadmap_cli.domain.vault import VaultFault

    Surveys = Mapping[str, Questionnaire]


class Dataset:
    """The records of a workspace. Each row below is a data file.

    `Dataset.people` is the row, `data.people` is what the file holds. `unreadable` are the
    keys of the files that are too broken to be used; where `check` goes on with what could be
    read of them, `dropped_codes` are the codes of all their records by key. `present_files` are
    the files named by evidence that exist on the disk, `document_texts` the words of registered
    documents by file, for the checks. `built_in_surveys` are the program's own questionnaires by
    code. `exposures` are what lets personal data lie in git unencrypted. `salt` is random,
    another in each run: codes of new people are drawn from it.
    """

    roadmap: DataFile[Roadmap] = DataFile(
        Registry(
            "roadmap",
            "roadmap:Roadmap",
            "Дорожная карта",
            "План на учебный год: этапы, мероприятия, пункты, сроки, ответственные, состояние.",
            required=True,
            listed=lambda roadmap: {
                stage.id: f"{stage.id}. {stage.title}" for stage in roadmap.stages
            },
        )
    )
    organization: DataFile[Organization | None] = DataFile(
        Registry(
            "organization",
            "organization:Organization",
            "Организация",
            "Названия, руководитель, координатор, кураторы: то, что нужно шапке документа.",
        )
    )
    people: DataFile[People] = DataFile(
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
                called_by=lambda person, _names: person.full_name,
                code_from=("surname", "name", "patronymic", "position"),
                telling=False,
                columns=("id", NAME, "position", "group", "phone", "email", "born"),
                asked=("name", "patronymic", "position", "group"),
                remarks=lambda person: person.case_remarks,
            ),
            personal="id",
        )
    )
    mentors: DataFile[Mentors] = DataFile(
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
                called_by=lambda mentor, names: names.person(mentor.person),
                columns=("person", NAME, "form", "capacity", "competences", "joined", "left"),
                asked=("form", "competences", "capacity"),
            ),
            personal="person",
        )
    )
    mentees: DataFile[Mentees] = DataFile(
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
                called_by=lambda mentee, names: names.person(mentee.person),
                columns=("person", NAME, "form", "requests", "joined", "left"),
                asked=("form", "requests"),
            ),
            personal="person",
        )
    )
    partners: DataFile[Partners] = DataFile(
        Registry(
            "partners",
            "partners:Partners",
            "Партнёры",
            "Организации-партнёры и за что их благодарят.",
            items=Items(
                "partners",
                "id",
                "partner",
                "Организации-партнёры.",
                "партнёр",
                called_by=lambda partner, _names: partner.name,
                code_from=("name",),
            ),
        )
    )
    consents: DataFile[Consents] = DataFile(
        Registry(
            "consents",
            "consents:Consents",
            "Согласия",
            "Согласия: чьё, на что, по какой день, где лежит бумага.",
            items=Items(
                "consents",
                "id",
                "consent",
                "Согласия: на обработку данных, на участие и другие.",
                "согласие",
                called_by=lambda consent, names: (
                    f"{names.person(consent.person)}, {consent.kind.title}"
                ),
                code_from=("person", "kind", "given_on"),
                columns=("id", "person", "kind", "given_on", "valid_to", "withdrawn_on", "paper"),
            ),
            personal="person",
        )
    )
    programs: DataFile[Programs] = DataFile(
        Registry(
            "programs",
            "programs:Programs",
            "Банк программ",
            "Программы наставничества по формам: цель, содержание.",
            items=Items(
                "programs",
                "id",
                "program",
                "Банк программ наставничества.",
                "программа",
                called_by=lambda program, _names: program.title,
                code_from=("title",),
                columns=("id", "title", "form", "goal"),
            ),
        )
    )
    school: DataFile[School] = DataFile(
        Registry(
            "school",
            "school:School",
            "Школа наставников",
            "Программа обучения наставников и график занятий.",
        )
    )
    events: DataFile[Events] = DataFile(
        Registry(
            "events",
            "events:Events",
            "Мероприятия",
            "Итоговое мероприятие, групповая встреча, совещания: когда, где, программа.",
            items=Items(
                "events",
                "id",
                "event",
                "Мероприятия: итоговое, групповая встреча, советы и совещания.",
                "мероприятие",
                called_by=lambda event, _names: event.title or event.kind.title,
                code_from=("kind",),
                columns=("id", "kind", "title", "held_on", "time", "place", "responsible"),
                asked=("held_on", "time", "place"),
            ),
        )
    )
    matching: DataFile[Matching] = DataFile(
        Registry(
            "matching",
            "matching:Matching",
            "Подбор пар",
            "Веса, предпочтения после групповой встречи, назначенные заранее и запрещённые пары.",
            sealed=(
                OwnedList("wishes", "person", "people"),
                OwnedList("pins", "mentee", "people"),
                OwnedList("bans", "mentee", "people"),
            ),
        )
    )
    pairs: DataFile[Pairs] = DataFile(
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
                called_by=lambda pair, names: names.together(pair.people),
                code_from=("mentor", "mentees"),
                columns=("id", "mentor", "mentees", "status", "start", "end"),
                asked=("mentees", "form", "start"),
            ),
            sealed=(OwnedList("pairs", "id", "pairs"),),
        )
    )
    plans: DataFile[DevelopmentPlans] = DataFile(
        Registry(
            "plans",
            "plans:DevelopmentPlans",
            "Планы развития",
            "Планы индивидуального развития: цель, мероприятия, сроки, результаты.",
            items=Items(
                "plans",
                "pair",
                "plan",
                "Планы индивидуального развития.",
                "план",
                called_by=lambda plan, names: names.name("pairs", plan.pair),
                columns=("pair", NAME, "goal", "request"),
                asked=("request", "goal"),
            ),
            sealed=(OwnedList("plans", "pair", "pairs"),),
        )
    )
    meetings: DataFile[Meetings] = DataFile(
        Registry(
            "meetings",
            "meetings:Meetings",
            "Журнал встреч",
            "Встречи пар: день, вид, тема, результат.",
            sealed=(OwnedList("meetings", "pair", "pairs"),),
        )
    )
    surveys: DataFile[Surveys] = DataFile(
        Registry(
            "surveys",
            "surveys:Questionnaire",
            "Анкеты",
            "Анкеты школы, каждая в своём файле: вопросы, кто и когда отвечает.",
            folder=True,
        )
    )
    responses: DataFile[Responses] = DataFile(
        Registry(
            "responses",
            "responses:Responses",
            "Заполненные анкеты",
            "Ответы на анкеты: чьи, когда, на какие вопросы.",
            personal="person",
        )
    )
    indicators: DataFile[Indicators] = DataFile(
        Registry(
            "indicators",
            "indicators:Indicators",
            "Показатели",
            "Правила мониторинга, сколько людей всего, показатели и таблицы школы.",
        )
    )
    columns: DataFile[ColumnRules] = DataFile(
        Registry(
            "columns",
            "columns:ColumnRules",
            "Столбцы таблиц",
            "Что значат столбцы ваших таблиц: записывает команда import.",
        )
    )
    register: DataFile[Register] = DataFile(
        Registry(
            "documents",
            "register:Register",
            "Журнал документов",
            "Созданные документы: вид, номер, дата, файл и по каким данным он создан.",
            personal="subject",
            listed=lambda register: {
                line.kind: f"{line.title or line.kind} № {line.number}"
                for line in register.documents
                if line.number and line.kind.startswith("order.")
            },
        )
    )

    def __init__(
        self,
        records: Mapping[str, Record],
        *,
        present_files: frozenset[str] = frozenset(),
        document_texts: Mapping[str, str] = MappingProxyType({}),
        built_in_surveys: Surveys = MappingProxyType({}),
        unreadable: frozenset[str] = frozenset(),
        dropped_codes: Mapping[str, frozenset[str]] = MappingProxyType({}),
        exposures: tuple[VaultFault, ...] = (),
        salt: str = "",
    ) -> None:
        """`records` are by registry key; absent files are absent keys."""
        self.records = records
        self.present_files = present_files
        self.document_texts = dict(document_texts)  # a proxy could not be pickled
        self.built_in_surveys = built_in_surveys
        self.unreadable = unreadable
        self.dropped_codes = dropped_codes
        self.exposures = exposures
        self.salt = salt

    @property
    def calendar(self) -> SchoolCalendar:
        """The terms and holidays of the school; empty where none are entered."""
        return self.organization.calendar if self.organization else NO_CALENDAR

    def part(self, key: str) -> object:
        """The record of a file, or an empty record if the file is absent and may be.

        Of a folder: its records by code. Raises KeyError for a required file that was not loaded.
        """
        found = self.records.get(key)
        if found is not None:
            return found
        registry = BY_KEY[key]
        if registry.folder:
            begin = f"{key}/"
            return {
                name.removeprefix(begin): record
                for name, record in self.records.items()
                if name.startswith(begin)
            }
        if registry.required:
            raise KeyError(key)
        return registry.record.empty()

    def having(self, **fields: Any) -> Dataset:
        """A copy with some arguments of the constructor replaced."""
        return Dataset(**{**vars(self), **fields})


REGISTRIES: tuple[Registry, ...] = tuple(
    row.registry for row in vars(Dataset).values() if isinstance(row, DataFile)
)
# What a person can be in the programme.
PARTICIPANT_REGISTRIES = tuple(registry.key for registry in REGISTRIES if registry.is_about_people)
BY_KEY = {registry.key: registry for registry in REGISTRIES}
BY_FILE = {registry.file: registry for registry in REGISTRIES}
FOLDERS = tuple(registry for registry in REGISTRIES if registry.folder)


def row_of(key: str) -> Registry:
    """The row of a loaded file by its key, `people` or `surveys/CODE`."""
    root, _, code = key.partition("/")
    return BY_KEY[root].member(code) if code else BY_KEY[root]


def registry_of(file: str) -> Registry | None:
    """The row of a data file by its path in the workspace; None for any other file."""
    for folder in FOLDERS:
        name = file.removeprefix(f"{folder.file}/")
        if name != file:
            code = name.removesuffix(".yaml")
            return folder.member(code) if code != name and "/" not in code else None
        if file == folder.file:
            return None
    return BY_FILE.get(file)
