"""What the columns of people's lists are called: a table of synonyms, in any order and case."""

import re
from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.dataset import Dataset

FULL_NAME, CONTACTS, ROLE = "full_name", "contacts", "role"
SKIP, ANSWER, NOTE = "skip", "answer", "note"
# A column that holds names where no other does: «Наставник» beside «Фамилия» is somebody else.
_WEAK_NAME = "weak_name"

# The first pattern that is found in a heading says where the column belongs.
_SYNONYMS: tuple[tuple[str, str], ...] = (
    (SKIP, r"^(№|n|no|id|п п|№ п п|номер|номер п п)$|отметка времени|timestamp|"
           r"^(время|дата) (создания|заполнения|ответа|отправки)|отметка о прохождении"),
    (NOTE, r"родител|\bматери\b|\bматерь|\bмать\b|\bмам[аыу]\b|\bотца\b|\bотец\b|\bпап[аыу]\b|"
           r"законн|представител"),
    (FULL_NAME, r"^(ваш\w* )?(ф и о|фио)\b|фамилия имя|имя и фамилия|^как вас зовут"),
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
    ("people.position", r"должность|место (работы|учебы)|кем (вы )?работае|^класс$|^группа$"),
    ("people.address", r"адрес"),
    (ROLE, r"^роль$|в какой роли|кем (вы )?(хотите|желаете|хотели)"),
    ("form", r"форма наставничества|^форма$"),
    ("variant", r"ролевая модель|вариант"),
    ("mentors.competences", r"компетенц|чему (вы )?(можете|готовы) научить|в чем (вы )?сильны"),
    ("mentors.capacity", r"(сколько|количество|число) (\w+ )?наставляемых"),
    ("mentors.achievements", r"достижен"),
    ("mentors.time", r"ресурс времени|сколько времени|время на программу"),
    ("mentees.requests", r"запрос|затруднен|чему (вы )?(хотите|хотели)|какая (нужна )?помощь|"
                         r"проблем"),
    ("interests", r"интерес|увлечен|хобби"),
    ("experience", r"\bстаж"),
    ("days", r"удобн\w* (дн|день)|дни недели|как\w+ дн(и|ям)\b"),
    ("directions", r"направлени\w* (работы|деятельности)|^направлени\w+$"),
    ("joined", r"дата вхождения|дата вступления|с какого числа"),
    ("left", r"дата завершения|дата выхода"),
    ("results", r"результат"),
    ("people.note", r"примечани|комментари"),
)  # fmt: skip
_FIRST_ROWS = 10


def normalised(heading: str) -> str:
    """The heading in small letters, without signs."""
    text = heading.casefold().replace("ё", "е")
    return " ".join(re.sub(r"[^\w№]+", " ", text).split())


def target_of(heading: str) -> str | None:
    """Where a column with this heading belongs, or None."""
    words = normalised(heading)
    return next((target for target, look in _SYNONYMS if re.search(look, words)), None)


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


def is_questionnaire(headings: Sequence[str]) -> bool:
    """True for an export of Google Forms or Yandex Forms: it says when each answer came."""
    return any(
        re.search(
            r"отметка времени|timestamp|время (создания|отправки|заполнения)", normalised(heading)
        )
        for heading in headings
    )


def role_in(text: str) -> str | None:
    """The registry that a name of a sheet, a file or an answer speaks of."""
    words = normalised(text)
    if re.search(r"наставляем|mentee|подопечн", words):
        return Dataset.mentees.key
    return Dataset.mentors.key if re.search(r"наставник|mentor", words) else None
