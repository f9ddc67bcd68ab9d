"""The catalog of document types: a new one is a template and a row here."""

from typing import NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.papers.layouts import (
    ANNEX,
    ANNEX_TABLE,
    CONSENT,
    DESTRUCTION,
    GRADUATE,
    ORDER,
    PAIR,
    PARTNER,
    PERSON,
    PLAIN,
    PROTOCOL,
    TABLE,
    Layout,
)


class DocumentType(NamedTuple):
    """A document: its command (`roadmap GROUP KIND`) and its names.

    `file_name` is the name of the file without number and ending, `rests_on` the code of the
    document that must not be younger than this one, `made_by` the command that alone writes it.
    """

    group: str
    kind: str
    title: str
    purpose: str
    file_name: str
    layout: Layout
    rests_on: str | None = None
    made_by: str | None = None

    @property
    def consents(self) -> tuple[ConsentKind, ...]:
        """What those whom the document names must have agreed to.

        A letter goes to another organisation: that is giving the data away (152-ФЗ, ст. 10.1).
        """
        outside = (ConsentKind.PD_DISTRIBUTION,) if self.group == "letter" else ()
        return (ConsentKind.PD_PROCESSING, *outside)

    @property
    def template(self) -> str:
        """The template's name, the same for the school's and for the built-in one."""
        return f"{self.group}/{self.kind}.md"

    @property
    def code(self) -> str:
        """How the register calls the kind."""
        return f"{self.group}.{self.kind}"


DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DocumentType(
        "order",
        "introduction",
        "О внедрении целевой модели наставничества",
        "Приказ, с которого начинается программа: кто отвечает и что утверждается.",
        "Приказ о внедрении целевой модели наставничества",
        ORDER,
    ),
    DocumentType(
        "order",
        "curators",
        "О назначении координатора и кураторов",
        "Приказ о назначении координатора и кураторов программы.",
        "Приказ о назначении координатора и кураторов",
        ORDER,
        rests_on="order.introduction",
    ),
    DocumentType(
        "order",
        "mentor-school",
        "Об организации «Школы наставников»",
        "Приказ с программой, графиком и списком слушателей.",
        "Приказ о Школе наставников",
        ORDER,
        rests_on="order.introduction",
    ),
    DocumentType(
        "order",
        "pairs",
        "Об утверждении наставнических пар (групп)",
        "Приказ с таблицей пар и групп.",
        "Приказ об утверждении наставнических пар",
        ORDER,
        rests_on="order.introduction",
    ),
    DocumentType(
        "order",
        "rewards",
        "О поощрении участников",
        "Приказ о поощрении наставников и координатора.",
        "Приказ о поощрении участников",
        ORDER,
        rests_on="order.pairs",
    ),
    DocumentType(
        "order",
        "closing-event",
        "О проведении итогового мероприятия",
        "Приказ с программой итогового мероприятия.",
        "Приказ об итоговом мероприятии",
        ORDER,
        rests_on="order.pairs",
    ),
    DocumentType(
        "act",
        "regulation",
        "Положение о наставничестве",
        "Локальный акт: участники, порядок, права и обязанности.",
        "Положение о наставничестве",
        ANNEX,
    ),
    DocumentType(
        "act",
        "model",
        "Целевая модель наставничества",
        "Локальный акт: управление, формы, этапы, мониторинг.",
        "Целевая модель наставничества",
        ANNEX,
    ),
    DocumentType(
        "act",
        "destruction",
        "Акт об уничтожении персональных данных",
        "Чьи данные (код), какие, как и почему уничтожены.",
        "Акт об уничтожении персональных данных",
        DESTRUCTION,
        made_by="forget",
    ),
    DocumentType(
        "letter",
        "thanks",
        "Благодарственное письмо партнёру",
        "Письмо руководителю организации-партнёра.",
        "Благодарственное письмо",
        PARTNER,
    ),
    DocumentType(
        "form",
        "consent-processing",
        "Согласие на обработку персональных данных",
        "Взрослый участник, 152-ФЗ, статья 9.",
        "Согласие на обработку персональных данных",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-processing-minor",
        "Согласие на обработку данных несовершеннолетнего",
        "Подписывает законный представитель.",
        "Согласие на обработку данных несовершеннолетнего",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-distribution",
        "Согласие на распространение персональных данных",
        "Взрослый участник, 152-ФЗ, статья 10.1: для публикации на сайте.",
        "Согласие на распространение персональных данных",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-distribution-minor",
        "Согласие на распространение данных несовершеннолетнего",
        "Подписывает законный представитель: для публикации на сайте.",
        "Согласие на распространение данных несовершеннолетнего",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-image",
        "Согласие на использование изображения",
        "Взрослый участник, ГК РФ, статья 152.1.",
        "Согласие на использование изображения",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-image-minor",
        "Согласие на использование изображения несовершеннолетнего",
        "Подписывает законный представитель.",
        "Согласие на использование изображения несовершеннолетнего",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-participation",
        "Согласие на участие в программе",
        "Взрослый наставляемый.",
        "Согласие на участие в программе",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-participation-minor",
        "Согласие на участие ребёнка в программе",
        "Подписывает законный представитель.",
        "Согласие на участие ребёнка в программе",
        CONSENT,
    ),
    DocumentType(
        "form",
        "consent-duty",
        "Согласие на работу по наставничеству",
        "Работник-наставник, ТК РФ, статья 351.8.",
        "Согласие на работу по наставничеству",
        CONSENT,
    ),
    DocumentType(
        "form",
        "agreement",
        "Дополнительное соглашение о наставничестве",
        "К трудовому договору наставника, ТК РФ, статья 351.8.",
        "Дополнительное соглашение о наставничестве",
        PERSON,
    ),
    DocumentType(
        "form",
        "certificate",
        "Сертификат об окончании Школы наставников",
        "Наставнику, который прошёл обучение.",
        "Сертификат Школы наставников",
        GRADUATE,
    ),
    DocumentType(
        "form",
        "plan",
        "План индивидуального развития",
        "План пары: запрос, цель, мероприятия, подписи.",
        "План индивидуального развития",
        PAIR,
    ),
    DocumentType(
        "form",
        "journal",
        "Журнал встреч",
        "Журнал пары: проведённые встречи или пустые строки.",
        "Журнал встреч",
        PAIR,
    ),
    DocumentType(
        "form",
        "survey-mentee-before",
        "Анкета наставляемого до начала работы",
        "Пустая анкета.",
        "Анкета наставляемого до начала",
        PLAIN,
    ),
    DocumentType(
        "form",
        "survey-mentee-after",
        "Анкета наставляемого по завершении",
        "Пустая анкета.",
        "Анкета наставляемого по завершении",
        PLAIN,
    ),
    DocumentType(
        "form",
        "survey-mentor-before",
        "Анкета наставника до начала работы",
        "Пустая анкета, со сведениями для подбора пары.",
        "Анкета наставника до начала",
        PLAIN,
    ),
    DocumentType(
        "form",
        "survey-mentor-after",
        "Анкета наставника по завершении",
        "Пустая анкета.",
        "Анкета наставника по завершении",
        PLAIN,
    ),
    DocumentType(
        "form",
        "survey-preferences",
        "Анкета предпочтений",
        "Пустая анкета после групповой встречи.",
        "Анкета предпочтений",
        PLAIN,
    ),
    DocumentType(
        "form",
        "survey-curator",
        "Анкета куратора",
        "Качество программы: 9 показателей.",
        "Анкета куратора",
        PLAIN,
    ),
    DocumentType(
        "protocol",
        "administrative",
        "Протокол административного совещания",
        "О выборе форм и программ наставничества.",
        "Протокол административного совещания",
        PROTOCOL,
    ),
    DocumentType(
        "protocol",
        "council",
        "Протокол педагогического совета",
        "О целевой модели, Положении и «дорожной карте».",
        "Протокол педагогического совета",
        PROTOCOL,
    ),
    DocumentType(
        "protocol",
        "round-table",
        "Протокол круглого стола",
        "С потенциальными наставниками.",
        "Протокол круглого стола",
        PROTOCOL,
    ),
    DocumentType(
        "protocol",
        "group-meeting",
        "Протокол групповой встречи",
        "Наставников и наставляемых.",
        "Протокол групповой встречи",
        PROTOCOL,
    ),
    DocumentType(
        "report",
        "roadmap",
        "Дорожная карта",
        "Дорожная карта таблицей: приложение к приказу.",
        "Дорожная карта",
        ANNEX_TABLE,
    ),
    DocumentType(
        "report",
        "programme",
        "Отчёт о программе",
        "Выполнение «дорожной карты», участники, пары.",
        "Отчёт о программе наставничества",
        PLAIN,
    ),
    DocumentType(
        "report",
        "analytics",
        "Аналитическая справка",
        "Показатели, SWOT, выводы.",
        "Аналитическая справка",
        PLAIN,
    ),
    DocumentType(
        "report",
        "mentors",
        "База наставников",
        "Реестр таблицей.",
        "База наставников",
        TABLE,
    ),
    DocumentType(
        "report",
        "matching",
        "Подбор наставнических пар",
        "Приложение: предложенные пары с объяснением, кто остался и почему.",
        "Подбор наставнических пар",
        ANNEX_TABLE,
    ),
    DocumentType(
        "report",
        "mentees",
        "База наставляемых",
        "Реестр таблицей.",
        "База наставляемых",
        TABLE,
    ),
)
BY_CODE = {kind.code: kind for kind in DOCUMENT_TYPES}


def types_of(group: str) -> tuple[DocumentType, ...]:
    """The document types of a group, in the order of the catalog."""
    return tuple(kind for kind in DOCUMENT_TYPES if kind.group == group)
