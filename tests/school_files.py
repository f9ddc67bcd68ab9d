"""Files as schools have them, made on the spot: a Word roadmap, an Excel list, Forms answers."""

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook

FIRST = ("Анна", "Пётр", "Мария", "Илья", "Ольга", "Артём", "Юлия", "Денис", "Елена", "Глеб")
LAST = ("Аникина", "Бобров", "Ведерникова", "Глухов", "Дёмина", "Ершов")
MIDDLE = ("Игоревна", "Львович", "Павловна", "Юрьевич", "Олеговна", "Ильич", "Петровна",
          "Кириллович", "Андреевна", "Романович")  # fmt: skip


# What a cell may hold that means something elsewhere; the last one is a megabyte.
HOSTILE = [
    '=HYPERLINK("http://x";"y")', "=1+1", "+7 900", "-1", "@SUM(A1)", "'=1", "''=1", "\t=1",
    "a\tb", "x\ny", "x\r\ny", '"', "«ёлочки»", "{{ x }}", "# нет", "- да", "a: b",
    "\u202ertl", "\u200b",
    "_x0041_", "\x07", "\x1b[31m", "😀", "null", "~", "yes", "1.10", "0x1f", "; ", "\\", "a;b\\c",
    "x" * 1_000_000,
]  # fmt: skip


def sixty_people() -> list[tuple[str, str, str]]:
    """Surname, name, patronymic: sixty people, no two of one name."""
    return [(last, FIRST[n], MIDDLE[n]) for last in LAST for n in range(10)]


def excel_list(path: Path) -> None:
    """A list with a title above the heading, days as days, telephones as numbers."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Наставники"
    sheet.append(["Список педагогов на 2025/2026 учебный год"])
    sheet.append([])
    sheet.append(["№ п/п", "Фамилия, имя, отчество", "Дата рождения", "Должность", "Телефон",
                  "E-mail", "Основные компетенции", "Табельный номер"])  # fmt: skip
    for number, (last, first, middle) in enumerate(sixty_people(), 1):
        sheet.append([
            number, f"{last} {first} {middle}", datetime(1970 + number % 30, 1 + number % 12, 5),
            "педагог дополнительного образования", 79000000000 + number,
            f"p{number}@school.example", "ведение кружка; работа с родителями", number % 20,
        ])  # fmt: skip
    book.save(path)


def forms_answers(path: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    """Forty answers; the first ten people stand in the Excel list too."""
    people = [*sixty_people()[:10]] + [(f"Новенький{n}", FIRST[n % 10], MIDDLE[n % 10])
                                      for n in range(30)]  # fmt: skip
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    often = "Как часто Вам удобно встречаться?"
    writer.writerow(["Отметка времени", "Ваши фамилия, имя и отчество", "Ваш e-mail",
                     "Какой у Вас основной запрос?", often])  # fmt: skip
    for number, (last, first, middle) in enumerate(people):
        wish = f"подготовка к аттестации;\nоткрытое занятие № {number}"
        name = f"{last} {first} {middle}"
        writer.writerow(["24.11.2025 10:00:00", name, "", wish, "раз в неделю"])
    path.write_bytes(stream.getvalue().encode(encoding))


def word_roadmap(path: Path, first: str = "1. Изучение методологии. 2. Подготовка папок.") -> None:
    """Six columns, merged cells, Word's own numbering, a row cut by a page, two tables."""
    document = Document()
    document.add_paragraph(
        "Дорожная карта наставничества МБОУ «Школа № 1» на 2025-2026 учебный год"
    )
    head = ("№", "Наименование этапа", "Мероприятия", "Содержание деятельности", "Сроки",
            "Ответственные")  # fmt: skip
    table = document.add_table(0, 6)
    _row(table, *head)
    upper = _row(table, "1.", "Подготовка условий", "Изучение материалов", first,
                 "Сентябрь 2025", "Аникина А.И.")  # fmt: skip
    second = _row(table, "", "", "Нормативная база", "", "Октябрь 2025", "")
    second.cells[3].paragraphs[0].text = "Издание приказа."
    _numbered(second.cells[3].paragraphs[0])
    _numbered(second.cells[3].add_paragraph("Назначение кураторов."))
    upper.cells[0].merge(second.cells[0])
    upper.cells[1].merge(second.cells[1])
    _row(
        table, "", "", "Информирование родителей и", "1. Проведение собрания для", "Ноябрь 2025", ""
    )
    document.add_paragraph("")
    again = document.add_table(0, 6)
    _row(again, *head)
    _row(again, "", "", "педагогов", "всех классов.", "", "")
    _row(
        again,
        "2.",
        "Формирование базы",
        "Анкетирование",
        "1.1. Опрос\n1.2. Сбор согласий",
        "Декабрь",
        "",
    )
    document.save(str(path))


def _row(table: Any, *texts: str) -> Any:
    row = table.add_row()
    for cell, text in zip(row.cells, texts, strict=True):
        lines = text.split("\n")
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    return row


def _numbered(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    number = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", "0"), ("w:numId", "5")):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        number.append(child)
    properties.append(number)


def plan_by_sections(path: Path) -> None:
    """The third family: grouped by headings over the whole row, decimal numbers."""
    document = Document()
    document.add_paragraph("План мероприятий по наставничеству на 2025/2026 учебный год")
    table = document.add_table(0, 5)
    _row(table, "№ п/п", "Наименование мероприятия", "Срок реализации",
         "Ответственный исполнитель", "Результат. Вид документа")  # fmt: skip
    heading = _row(table, "1. Нормативное обеспечение", "", "", "", "")
    heading.cells[0].merge(heading.cells[4])
    _row(
        table, "1.1", "Разработка положения", "до 15.09.2025", "Заместитель директора", "Положение"
    )
    _row(table, "1.2", "Издание приказа", "сентябрь", "Директор", "Приказ")
    heading = _row(table, "2. Обучение", "", "", "", "")
    heading.cells[0].merge(heading.cells[4])
    _row(table, "2.1", "Школа наставников", "ежемесячно", "Методист", "")
    document.save(str(path))


def plan_with_results(path: Path) -> None:
    """The second family: no column of activities, the expected result in the last one."""
    document = Document()
    table = document.add_table(0, 6)
    _row(table, "№", "Наименование этапа", "Содержание деятельности и примерный план мероприятий",
         "Сроки", "Ответственные", "Ожидаемый результат")  # fmt: skip
    _row(table, "1", "Подготовка условий", "Подготовка приказа\nРазработка программ",
         "Август–сентябрь", "Администрация", "Пакет документов")  # fmt: skip
    _row(table, "2", "Формирование банка", "Сбор сведений", "Сентябрь", "Куратор", "Банк")
    document.save(str(path))


# Words of headings that are understood, and answers that become codes of the data files.
_UNDERSTOOD = re.compile(
    r"отметк|номер|срок|этап|мероприят|ответствен|содержан|результат|начало|оконч|итого|фио|фи|имя"
    r"|фамил|отчеств|класс|должн|телефон|форм|наставн|наставл|согласи|обработ|распростран|дата|персон"
    r"|педагог|учител|учени|студент|работодат|руководит|обучающ|понед|вторн|сред|четв|пятн|сам[аи]?$"
    r"|нет$|есть$|рожд|запрос|компетенц|сколько|стаж|ребен|объедин|группа|адрес|почт|контакт|связи|для"
    r"|роль|место|учеб|заверш|вхожд|программ|подписал|участи|фото|видео|удобн|дни|дням|встреч|время"
    r"|интерес|достиж|важные|пол$|прим|прочее|кем|чем|вам|как|ваш|вести|готов|чел|основн|предст|родит|моб"
    r"|год|лет|что|хот|какой|нужна|помощ|работы|электрон|предмет|направлен|помога|развить|данные|для|год|созда|sheet"
)


def file_words(name: str, raw: bytes) -> list[str]:
    """The words of a file that an import must not lose, read by other means than the program's.

    Words of understood headings and of answers that become codes are no content.
    """
    words = re.findall(r"[^\W\d_]{3,}", "\n".join(_texts(name, raw)))
    folded = [word.casefold().replace("ё", "е") for word in words]
    return [word for word in dict.fromkeys(folded) if not _UNDERSTOOD.match(word)]


def _texts(name: str, raw: bytes) -> Iterator[str]:
    if name.endswith(".docx"):
        yield from _word_texts(raw)
    elif name.endswith(".xlsx"):
        for sheet in load_workbook(io.BytesIO(raw), data_only=True).worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield from (value for value in row if isinstance(value, str))
    else:
        try:
            yield raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield raw.decode("cp1251")


def _word_texts(raw: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.namelist():
            if re.match(r"word/(document|header|footer|footnotes|comments)\d*\.xml", part):
                text = archive.read(part).decode()
                text = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", text, flags=re.DOTALL)
                for paragraph in re.findall(r"<w:p[ >].*?</w:p>", text, flags=re.DOTALL):
                    runs = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:(?:br|tab)/>)", paragraph)
                    yield html.unescape("".join(text or " " for text, _ in runs))


def answered_survey(root: Path) -> None:
    """A questionnaire that one person has answered."""
    (root / "data" / "surveys").mkdir()
    (root / "data" / "surveys" / "named.yaml").write_text(
        "title: Анкета\nrespondents: mentee\nmoment: after\nquestions:\n"
        "- {id: q1, text: Довольны?, kind: scale}\n"
        "- {id: q2, text: Запрос?, kind: text, use: requests}\n", "utf-8",
    )  # fmt: skip
    (root / "data" / "responses.yaml").write_text(
        "responses:\n- {id: r-first, survey: named, person: dyuma, day: 2025-11-30, replies:"
        " [{question: q1, value: [8]}, {question: q2, value: [речь]}]}\n", "utf-8",
    )  # fmt: skip
