"""PyYAML's complaints in Russian, with advice on how to mend the file."""

import re

from yaml import MarkedYAMLError

_KNOWN: tuple[tuple[str, str, str | None], ...] = (
    (
        r"cannot start any token.*\\t|'\\t'|tab",
        "строка начинается с табуляции",
        "В YAML отступы — только пробелы: замените табуляцию двумя пробелами.",
    ),
    (
        r"cannot start any token",
        "значение начинается со знака, с которого начинать нельзя",
        "Возьмите значение в кавычки: 'текст'.",
    ),
    (
        r"mapping values are not allowed",
        "двоеточие с пробелом внутри значения или лишний отступ",
        "Возьмите значение в кавычки: 'Тема: знакомство' — или выровняйте отступ.",
    ),
    (
        r"could not find expected ':'",
        "после ключа нет двоеточия",
        "Пишите «ключ: значение».",
    ),
    (
        r"found unexpected end of stream|while scanning a quoted scalar",
        "кавычка открыта, но не закрыта",
        "Закройте кавычку в конце значения.",
    ),
    (
        r"expected <block end>, but found '-'",
        "неверный отступ строки со знаком «-»",
        "Выровняйте её по соседним строкам списка.",
    ),
    (
        r"expected <block end>|did not find expected key",
        "неверный отступ строки",
        "Выровняйте её по соседним строкам.",
    ),
    (
        r"expected ',' or '[\]}]'|did not find expected ',' or",
        "скобка открыта, но не закрыта, или между значениями нет запятой",
        "Проверьте скобки [ ] и { }.",
    ),
    (
        r"did not find expected (?:node content|<document start>)|expected the node content",
        "здесь ожидалось значение",
        None,
    ),
    (r"alias", "ссылки YAML (*имя) не используются", "Повторите значение целиком."),
    (
        r"(?:unknown|undefined) (?:escape|tag)|escape character",
        "неизвестная запись с обратной косой чертой",
        "Удвойте обратную косую черту: \\\\.",
    ),
    (
        r"block sequence entries are not allowed|sequence entries are not allowed",
        "список начат на строке ключа",
        "Перенесите «- …» на следующую строку.",
    ),
    (r"anchor", "имя после «&» записано неверно", "Возьмите значение в кавычки: '&…'."),
    (r"directive", "строка начинается с «%»", "Возьмите значение в кавычки."),
)


def explain(error: MarkedYAMLError) -> tuple[str, str | None]:
    """A Russian sentence for a syntax error and a hint."""
    said = f"{error.context or ''} {error.problem or ''}"
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return message, hint
    return "запись не похожа на YAML", "Сравните строку с соседними: отступы, двоеточие, кавычки."
