"""What proves that a task is done: a paper, a file, a link, records of the data files."""

import re

from roadmap_cli.domain.model.kinds import Choice, Identifier, Text
from roadmap_cli.domain.model.record import Record, optional
from roadmap_cli.text.grammar import TitledEnum

_DOCUMENT_KIND = r"(?:order|act|letter|form|protocol|report)\.[a-z][a-z-]+"


class RecordsKind(TitledEnum):
    """Records in the data files that can prove a task."""

    CONSENTS = "consents"
    MENTORS = "mentors"
    MENTEES = "mentees"
    SCHOOL = "school"
    PAIRS = "pairs"
    PLANS = "plans"
    FIRST = "first_meetings"
    TRIAL = "trial_meetings"
    PLANNING = "planning_meetings"
    REGULAR = "regular_meetings"
    FINAL = "final_meetings"

    @property
    def title(self) -> str:
        """The records in Russian."""
        return {
            "consents": "согласия у всех участников",
            "mentors": "база наставников",
            "mentees": "база наставляемых",
            "school": "Школа наставников окончена",
            "pairs": "пары утверждены",
            "plans": "планы у всех пар",
            "first_meetings": "первая встреча у всех пар",
            "trial_meetings": "пробная встреча у всех пар",
            "planning_meetings": "встреча-планирование у всех пар",
            "regular_meetings": "регулярные встречи у всех пар",
            "final_meetings": "заключительная встреча у всех пар",
        }[self.value]

    @property
    def files(self) -> tuple[str, ...]:
        """The keys of the files in which the records stand, and whom they must cover."""
        return {
            "consents": ("mentors", "mentees", "consents"),
            "mentors": ("mentors",),
            "mentees": ("mentees",),
            "school": ("mentors", "school"),
            "pairs": ("pairs",),
            "plans": ("pairs", "plans"),
        }.get(self.value, ("pairs", "meetings"))


# What tells whether everybody has answered a questionnaire.
_SURVEY_FILES = ("surveys", "responses", "mentors", "mentees", "people", "organization")
# Every file that a proof by records or responses may look at.
RECORD_FILES = tuple(
    dict.fromkeys((*(file for kind in RecordsKind for file in kind.files), *_SURVEY_FILES))
)
_SURVEY = "survey."


class Evidence(Record):
    """One proof: exactly one of the keys is filled."""

    document: str | None = optional(
        Text(), "Вид документа, который должен быть в журнале: order.introduction", default=None
    )
    file: str | None = optional(Text(), "Файл: путь от папки с дорожной картой", default=None)
    link: str | None = optional(Text(), "Ссылка на страницу", default=None)
    paper: str | None = optional(Text(), "Бумажный документ: реквизиты и где лежит", default=None)

    records: RecordsKind | None = optional(
        Choice(RecordsKind), "Записи в файлах данных: согласия, базы, пары, встречи", default=None
    )

    survey: str | None = optional(
        Identifier(), "Ответы на анкету: её код, имя файла в data/surveys", default=None
    )

    @property
    def counted(self) -> str | None:
        """What a proof that the data files themselves give is called; None for any other."""
        if self.records:
            return self.records.title
        return f"ответы на анкету {self.survey}" if self.survey else None

    @property
    def shown(self) -> str:
        """The proof in one line."""
        return self.document or self.file or self.link or self.paper or self.counted or ""

    @property
    def named(self) -> str:
        """The proof as a command takes it: `order.pairs`, `consents`, `survey.interim`."""
        if self.records:
            return str(self.records.value)
        return f"{_SURVEY}{self.survey}" if self.survey else self.shown

    @property
    def files(self) -> tuple[str, ...]:
        """The keys of the data files that tell whether the proof is there."""
        if self.records:
            return self.records.files
        if self.survey:
            return _SURVEY_FILES
        return ("documents",) if self.document else ()


def evidence_key(text: str) -> str:
    """Which key of `Evidence` a proof given as plain text belongs to."""
    if text in {kind.value for kind in RecordsKind}:
        return "records"
    if re.fullmatch(re.escape(_SURVEY) + r"[a-z0-9][a-z0-9-]*", text):
        return "survey"
    ends_like_file = text.rpartition(".")[2].lower() in _ENDINGS
    if re.fullmatch(_DOCUMENT_KIND, text) and not ends_like_file:
        return "document"
    if text.startswith(("http://", "https://")):
        return "link"
    looks_like_path = "/" in text or "\\" in text or ends_like_file
    return "file" if looks_like_path and "\n" not in text and "№" not in text else "paper"


_ENDINGS = ("docx", "doc", "pdf", "jpg", "jpeg", "png", "xlsx", "xls", "odt", "pptx", "txt", "zip")
