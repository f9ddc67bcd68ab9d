"""The settled words of the program's Russian: what is never said, and what is said instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = ROOT / "src" / "roadmap_cli"
CYRILLIC = re.compile("[А-Яа-яЁё]")
# A pattern, and what is said in its place.
NEVER = [
    (r"кол[ье]ц", "связка ключей"),
    (r"клет(?:к|ок)", "ячейка"),
    (r"ошибка в бланке|форма заполняется|форму нельзя", "шаблон"),
    (r"\bсдела[нйтю]|\bделае[тм]|\bне делать", "создан, создать (документ); выполнено (пункт)"),
    (r"\bпроба\b", "пробный запуск"),
    (r"не сказано|сказано,|\bскаж", "не указано, укажет, укажите"),
    (r"[а-яё]\((?:а|я|ая|яя|ла|на|та|ой|ей|и|лась|ась|шая)\)", "без рода или по known_gender"),
    (r"; иначе|; без н(?:их|его|её)\b|без параметра —", "(по умолчанию — …)"),
    (r"\bкогда;|^почему[;.]|^о чём\.", "дата, причина, тема"),
    (r"жд[её]т документ", "документ указан подтверждением"),
    (r"\bна обязанности", "на исполнение обязанностей"),
    (r"\bкончи[лт]|\bкончае|согласие .*закончил", "истекло, завершается"),
    (r"датирован", "дата ещё не наступила"),
    (r"крайн(?:ий|его) (?:день|дня)", "по какой день"),
    (r"опаздывае", "просрочено"),
    (r"чему (?:скоро |близок )?срок|срок скоро:|считать скорым", "с ближайшим сроком"),
    (r", идёт\b|^идёт$", "срок идёт"),
    (r"\bне знаком|\bнезнаком", "не распознан"),
    (r"— не то\b|\bбыва[ею]т: |здесь не подходит|не годится", "недопустимое значение; допустимо"),
    (r"пишут две части", "значение пишут так"),
    (r"задом наперёд", "начало диапазона больше конца"),
    (r"концы разного", "границы разного уровня"),
    (r"сбой самой", "внутренняя ошибка программы"),
    (r"git отказал|программы git нет", "git завершилась с ошибкой, не найдена"),
    (r"git этой копии", "в этой копии хранилище не подключено"),
    (r"запись[^.,]* закрыта|здесь закрыт|в git открыто", "зашифрован, не зашифрован"),
    (r"соединить", "объединить"),
    (r"отступа[ею]т", "отступ сделан, отступы — только пробелы"),
    (r"(?<!косую )(?<!косой )черт[уо]й?\b", "обратная косая черта"),
    (r"не парные", "непарные кавычки"),
    (r"за которым никого", "ссылка на несуществующий код"),
    (r"самому себе", "наставник и наставляемый — один человек"),
    (r"всё для этого есть", "подтверждение есть"),
    (r"лишивш|лишился", "потерявшие наставника"),
    (r"решён?н\w* заранее|решено заранее|решено дважды|подбору решено", "назначено заранее"),
    (r"цены мест|лучшего плана .* нет", "наилучший план (доказательство — в --json)"),
    (r"всем вместе|, вместе {|вместе было бы|не стоит ни одного", "сумма баллов"),
    (r"не в сч[её]т", "не учитываются"),
    (r"победит", "будет взят он"),
    (r"терминал знает", "команда доступна в терминале"),
    (r"готов\S* вести \{", "предел — N"),
    (r"достижения цели\)|, поданным", "до достижения цели обработки, направленным"),
]
# «Отступ сделан» is what a person did, not a document that was made.
ALLOWED = ("отступ сделан табуляцией",)
# Texts that are still to be settled; a row goes when its text has changed.
UNSETTLED: set[tuple[str, str]] = set()


def _strings(path: Path) -> Iterator[str]:
    """The Russian texts of a module, whole; «{…}» stands for what is put into them."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{…}" for part in node.values
            )
        elif isinstance(node, ast.Constant) and id(node) not in inside:
            yield str(node.value)


def _texts() -> list[tuple[str, str]]:
    """Where a text stands, and the text: every string of the code, every line of the pages."""
    found = [
        (path.relative_to(SOURCES).as_posix(), text)
        for path in sorted(SOURCES.rglob("*.py"))
        for text in _strings(path)
    ]
    pages = [
        *sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file()),
        *(ROOT / name for name in ("README.ru.md", "CHANGELOG.md")),
        *(ROOT / "docs" / name for name in ("guide.md", "reference.md", "word-templates.md")),
    ]
    for page in pages:
        lines = page.read_text("utf-8").splitlines()
        found += [(page.relative_to(ROOT).as_posix(), line) for line in lines]
    return [(where, text) for where, text in found if CYRILLIC.search(text)]


# What the program once said: a pattern that finds none of it guards nothing.
ONCE_SAID = (
    "Кольцо ключей", "слишком много клеток", "форма заполняется слишком долго",
    "Документов ещё не делали, сделайте", "Проба: файлы не изменены", "не сказано, почему",
    "прошёл(ла)", "Когда; иначе сегодня.", "не ждёт документа", "на обязанности наставника",
    "согласие кончилось", "датировано будущим днём", "крайний день", "опаздывает на 3 дн.",
    "то, чему скоро срок", "запланировано, идёт", "оболочка не знакома", "«X» — не то. Бывает: Y",
    "пишут две части через «=»", "диапазон идёт задом наперёд", "концы разного уровня",
    "сбой самой программы", "Программа git отказала", "Git этой копии о хранилище не знает",
    "запись «x» закрыта", "соединить зашифрованные файлы", "строка отступает табуляцией",
    "Удвойте черту", "кавычки «» не парные", "Код, за которым никого нет",
    "наставник самому себе", "Всё для этого есть", "больше лишившихся наставника",
    "решено дважды, кто наставник", "это доказывают цены мест", "без этого вместе было бы больше",
    "и подобные не в счёт", "он победит", "терминал знает слово", "а готов(а) вести {capacity}",
    "(или до достижения цели)",
)  # fmt: skip
TEXTS = _texts()


def _said(pattern: str) -> list[tuple[str, str]]:
    """The texts in which a pattern stands, but for what is allowed."""
    never = re.compile(pattern, re.I)
    found = []
    for where, text in TEXTS:
        bare = text
        for allowed in ALLOWED:
            bare = bare.replace(allowed, "")
        if never.search(bare):
            found.append((where, text))
    return found


def _unsettled(where: str, text: str) -> list[tuple[str, str]]:
    return [row for row in UNSETTLED if row[0] == where and row[1] in text]


@pytest.mark.parametrize(("pattern", "instead"), NEVER, ids=[row[0] for row in NEVER])
def test_a_word_that_is_never_said(pattern: str, instead: str) -> None:
    found = [(where, text) for where, text in _said(pattern) if not _unsettled(where, text)]
    assert found == [], f"say: {instead}"


def test_an_unsettled_text_is_one_that_would_be_found() -> None:
    found = {row for pattern, _ in NEVER for said in _said(pattern) for row in _unsettled(*said)}
    assert found == UNSETTLED


@pytest.mark.parametrize("pattern", [row[0] for row in NEVER], ids=[row[0] for row in NEVER])
def test_every_pattern_finds_the_text_that_it_was_made_for(pattern: str) -> None:
    assert any(re.search(pattern, once, re.I) for once in ONCE_SAID)
