"""What the columns of people's lists are called: a table of synonyms, in any order and case."""

import re
from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.importers.reading.grid import unbroken

FULL_NAME, CONTACTS, ROLE = "full_name", "contacts", "role"
SKIP, ANSWER, NOTE = "skip", "answer", "note"
# One column for what a child and a teacher are: «Класс / должность».
GROUP_OR_POSITION = "group_or_position"
# A column that holds names where no other does: «Наставник» beside «Фамилия» is somebody else.
_WEAK_NAME = "weak_name"

# The first pattern that is found in a heading says where the column belongs.
_SYNONYMS: tuple[tuple[str, str], ...] = (
    (SKIP, r"^(№|n|no|id|п п|№ п п|номер|номер п п)$|отметка времени|timestamp|"
           r"^(время|дата) (создания|заполнения|ответа|отправки)|отметка о прохождении"),
    (NOTE, r"родител|\bматери\b|\bматерь|\bмать\b|\bмам[аыу]\b|\bотца\b|\bотец\b|\bпап[аыу]\b|"
           r"законн|представител"),
    (FULL_NAME, r"^(ваш\w* )?(ф и о|фио|ф и|фи)\b|фамилия имя|имя и? ?фамилия|^как вас зовут"),
    (_WEAK_NAME, r"^(наставник|наставляемый|участник|педагог|сотрудник|работник|ученик|"
                 r"обучающийся|молодой специалист|педагог наставник)$"),
    ("people.birth_year", r"год рожд"),
    ("people.born", r"дата рожд|день рожд|^д р$"),
    ("people.surname", r"фамилия"),
    ("people.patronymic", r"отчество"),
    ("people.name", r"^(ваше )?имя$"),
    ("people.gender", r"^(ваш )?пол$"),
    ("people.email", r"почт|e ?mail|емейл|имейл"),
    ("people.phone", r"телефон|мобильн|^тел\b"),
    (CONTACTS, r"контакт"),
    ("people.passport", r"паспорт|документ удостоверяющ|свидетельство о рождении"),
    (GROUP_OR_POSITION, r"класс.*должность|должность.*класс"),
    ("people.position", r"должность|место (работы|учебы)|кем (вы )?работае"),
    ("people.group", r"^(ваш )?класс\b|^(учебная )?группа\b|объединени|^кружок|^студия|^отряд"),
    ("people.address", r"адрес"),
    (ROLE, r"^роль\b|в какой роли|кем (вы )?(хотите|желаете|хотели)"),
    ("form", r"форма наставничества|^форма$"),
    ("variant", r"ролевая модель|вариант"),
    ("mentors.competences", r"компетенц|(предмет|тем)\w* готов\w* помо"
                            r"|чему (вы )?(можете|готовы) научить|в чем (вы )?сильны"),
    ("mentors.capacity", r"(сколько|количество|число) (\w+ )?наставляемых|готов\w* вести"),
    ("mentors.achievements", r"достижен"),
    ("mentors.time", r"ресурс времени|удобное время|сколько времени|время на программу"),
    ("mentees.requests", r"запрос|затруднен|чему (вы )?(хотите|хотели)|нужна помощь|проблем"
                         r"|какая помощь|что (вы )?хотел\w* бы развить"),
    ("interests", r"интерес|увлечен|хобби"),
    ("experience", r"\bстаж"),
    ("days", r"удобн\w* (дн|день)|дни встреч|дни недели|как\w+ дн(и|ям)\b"),
    ("directions", r"направлени\w* (работы|деятельности)|^направлени\w+$"),
    ("joined", r"дата вхождения|дата вступления|с какого числа"),
    ("left", r"дата завершения|дата выхода"),
    ("results", r"результат"),
    ("people.note", r"примечани|комментари|^прим$"),
)  # fmt: skip
_FIRST_ROWS = 10
_OFFICES = (
    ("coordinator", r"координатор"),
    ("curators", r"куратор"),
    ("site_editor", r"за сайт\b|сайта\b"),
)


def normalised(heading: str) -> str:
    """The heading in small letters, without signs."""
    text = unbroken(heading).casefold().replace("ё", "е")
    return " ".join(re.sub(r"[^\w№]+", " ", text).split())


def target_of(heading: str) -> str | None:
    """Where a column with this heading belongs, or None."""
    whole = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", heading)  # «Кон-такты»
    for words in (normalised(heading), normalised(whole)):
        found = next((target for target, look in _SYNONYMS if re.search(look, words)), None)
        if found is not None:
            return found
    return None


def targets_of(headings: Sequence[str], known: Mapping[str, str]) -> list[str | None]:
    """Where the columns belong, each by its own heading and by what the others are."""
    found = [known.get(normalised(cell)) or target_of(cell) for cell in headings]
    named = FULL_NAME in found or "people.surname" in found
    first = True
    for number, target in enumerate(found):
        if target == _WEAK_NAME:
            found[number] = FULL_NAME if first and not named else None
            first = False
    return found


def heading_row(table: Sequence[Sequence[str]], known: Mapping[str, str]) -> int | None:
    """The position of the row of headings: the first in which a person is named and more."""
    for position, row in enumerate(table[:_FIRST_ROWS]):
        targets = targets_of([cell for cell in row if cell.strip()], known)
        named = FULL_NAME in targets or "people.surname" in targets
        if named and (len(targets) > 1 or len(row) == 1):
            return position
    return None


def is_second_row(headings: Sequence[str], below: Sequence[str]) -> bool:
    """True for «организация | должность» under headings that are merged over several columns."""
    known = [column for column, heading in enumerate(headings) if heading]
    texts = {n: text.strip() for n, text in enumerate(below) if text.strip()}
    fresh = {n: text for n, text in texts.items() if n >= len(headings) or headings[n] != text}
    named = [n for n in known if target_of(headings[n]) in (FULL_NAME, "people.surname")]
    blanks = [n for n in fresh if n >= len(headings) or not headings[n]]
    return (
        bool(blanks)
        and not any(n in fresh for n in named)
        and any(target_of(text) for text in fresh.values())
    )


def together(headings: Sequence[str], below: Sequence[str]) -> list[str]:
    """One heading a column: the lower one where there is one."""
    width = max(len(headings), len(below))
    upper = [*headings, *([""] * (width - len(headings)))]
    lower = [*(text.strip() for text in below), *([""] * (width - len(below)))]
    return [own or above for above, own in zip(upper, lower, strict=True)]


def is_questionnaire(headings: Sequence[str]) -> bool:
    """True for an export of Google Forms or Yandex Forms: it says when each answer came."""
    return any(
        re.search(
            r"отметка времени|timestamp|время (создания|отправки|заполнения)", normalised(heading)
        )
        for heading in headings
    )


def offices_in(text: str) -> tuple[str, ...]:
    """The keys of organization.yaml that an answer about the role speaks of."""
    words = normalised(text)
    looks = {
        "coordinator": r"координатор",
        "curators": r"куратор",
        "site_editor": r"за сайт\b|сайта\b",
    }
    return tuple(key for key, look in looks.items() if re.search(look, words))


def role_in(text: str) -> str | None:
    """The registry that a name of a sheet, a file or an answer speaks of."""
    words = normalised(text)
    if re.search(r"наставляем|mentee|подопечн", words):
        return Dataset.mentees.key
    return Dataset.mentors.key if re.search(r"наставник|mentor", words) else None
