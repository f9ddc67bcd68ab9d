"""What Jinja and Python say about a template, in Russian.

The patterns are those of Jinja 3.1 (parser, lexer, compiler, sandbox) and of Python 3.11 to 3.14;
what none of them knows is quoted after Russian words.
"""

import re
from collections.abc import Mapping, Sequence

_Rows = Sequence[tuple[str, str]]
_SYNTAX: _Rows = (
    (r"No filter named '(.+?)'\.?.*", r"нет фильтра «\1»"),
    (r"No test named '(.+?)'\.?.*", r"нет проверки «\1»"),
    (r"Unexpected end of template\..*needs to be closed is '(.+?)'.*", r"блок «\1» не закрыт"),
    (
        r"Encountered unknown tag .*nesting mistake.*needs to be closed is '(.+?)'.*",
        r"блок «\1» не закрыт",
    ),
    (
        r"Encountered unknown tag '((?:end|el)\w+)'\..*needs to be closed is '(.+?)'.*",
        r"«\1» не подходит к открытому блоку «\2»",
    ),
    (r"Encountered unknown tag '((?:end|el)\w+)'\..*", r"«\1» ничего не закрывает"),
    (r"Encountered unknown tag '(.+?)'\..*", r"неизвестный тег «\1»"),
    (r"tag name expected", "после «{%» не указано, что делать"),
    (r"unexpected end of template, expected '(.+)'\.", r"шаблон обрывается, ожидалось «\1»"),
    (r"unexpected '(.+)', expected '(.+)'", r"стоит «\1», а ожидалось «\2»"),
    (r"unexpected '(.+)'", r"лишний знак «\1»"),
    (r"unexpected char '(.+)' at \d+", r"недопустимый знак «\1»"),
    (r"unexpected char \"(.+)\" at \d+", r"кавычка «\1» не закрыта"),
    (r"expected token '(.+)', got '(.+)'", r"ожидалось «\1», а стоит «\2»"),
    (r"Expected an expression, got '(.+)'", r"ожидалось имя или значение, а стоит «\1»"),
    (r"expected name or number", "после точки ожидалось имя"),
    (r"expected subscript expression", "в квадратных скобках ничего нет"),
    (r"expected call", "после «call» ожидался вызов"),
    (r"invalid syntax for function call expression", "скобки вызова записаны неверно"),
    (r"Missing end of comment tag", "примечание «{#» не закрыто"),
    (r"Missing end of raw directive", "блок «raw» не закрыт"),
    (r"[Cc]an't assign to '?(.+?)'?", r"это нельзя изменить: «\1»"),
    (r"Can't assign to special loop variable in for-loop", "имя «loop» занято самим циклом"),
    (r"block '(.+)' defined twice", r"блок «\1» описан дважды"),
    (r"names starting with an underline can not be imported", "имя с «_» в начале взять нельзя"),
    (r"You cannot chain multiple tests with is", "после «is» может стоять только одна проверка"),
    (r"Invalid character in identifier", "недопустимый знак в имени"),
    (r"extended multiple times", "«extends» стоит дважды"),
)
_RUNTIME: _Rows = (
    (r"(?:\w+ )*division(?: or modulo)? by zero|\w+ modulo by zero|float modulo|.*by zero",
     "деление на ноль"),
    (r"0.0 cannot be raised to a negative power|.*negative power", "деление на ноль"),
    (r"Range too big\..*MAX_RANGE \((\d+)\)\.?", r"в range больше \1 чисел"),
    (r"maximum recursion depth exceeded.*",
     "шаблон или часть шаблона без конца включает сама себя"),
    (r"unsupported operand type\(s\) for (\S+).*: '(\w+)' and '(\w+)'",
     r"действие «\1» недопустимо для такой пары: {\2} и {\3}"),
    (r"bad operand type for unary (\S+): '(\w+)'", r"действие «\1» недопустимо: {\2}"),
    (r"can only concatenate (\w+) \(not \"(\w+)\"\) to \w+",
     r"складывать можно одинаковое, а здесь {\1} и {\2}; соединяют знаком «~»"),
    (r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'",
     r"«\1» не сравнивает такую пару: {\2} и {\3}"),
    (r"'(\w+)' object is not iterable|cannot unpack non-iterable (\w+) object",
     r"по этому нельзя пройти циклом: {\1\2}"),
    (r"'(\w+)' object is not callable", r"это не вызывается со скобками: {\1}"),
    (r"'(\w+)' object is not subscriptable", r"в этом нет частей: {\1}"),
    (r"object of type '(\w+)' has no len\(\)", r"у этого нет длины: {\1}"),
    (r"unhashable type: '(\w+)'", r"это не может быть именем в словаре: {\1}"),
    (r"access to attribute '(.+)' of '.+' object is unsafe\.", r"имя «\1» в шаблоне запрещено"),
    (r".+ is not safely callable", "такой вызов в шаблоне запрещён"),
    (r"(?:too many|not enough) values to unpack.*",
     "имён в «for» не столько, сколько значений"),
    (r"(?:Replacement|list|tuple|string) index.* out of range", "нет значения с таким номером"),
    (r"cannot switch from .*", "в format() поля то с номерами, то без них"),
    (r"not enough arguments for format string", "для format не хватает значений"),
    (r"not all arguments converted during string formatting", "для format слишком много значений"),
    (r"(?:unsupported format character|Unknown format code|Invalid format specifier).*",
     "образец для format записан неверно"),
    (r"(?:[Ss]ingle|expected) '[{}]' .*", "в образце format не хватает скобки"),
    (r"(?:.+\.)?(?:sync_do_|do_)?(\S+)\(\) (?:takes|got|missing|expected).*",
     r"у «\1» указано не столько значений или не те"),
    (r"(\w+) expected .* arguments?, got \d+",
     r"у «\1» указано не столько значений или не те"),
    (r"invalid literal for int\(\).*: (.+)|could not convert string to float: (.+)",
     r"это не число: \1\2"),
    (r".*(?:number is required|be real number), not (\w+)|type (\w+) doesn't define __round__.*",
     r"нужно число, а здесь {\1\2}"),
    (r"The loop must have the 'recursive' marker.*", "у цикла нет слова «recursive»"),
    (r"(?:too many|no) (?:items|digits).*|Exceeds the limit.*", "слишком большое число"),
    (r"'(\w+)'|(\d+)", r"нет значения с именем «\1\2»"),
    (r".*too large.*|.*too big.*|.*result too.*|.*exponent too.*", "слишком большое значение"),
)  # fmt: skip
# What Jinja calls the parts of a template.
_TOKENS: Mapping[str, str] = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "begin of comment": "{#",
    "end of comment": "#}",
    "end of template": "конец шаблона",
    "template data / text": "текст",
    "name": "имя",
    "string": "текст в кавычках",
    "integer": "число",
    "float": "число",
}
_TYPES: Mapping[str, str] = {
    "int": "число",
    "float": "число",
    "bool": "да или нет",
    "str": "текст",
    "Ready": "текст",
    "Blank": "пустая строка для заполнения",
    "BlankDate": "пустая строка для даты",
    "Doubtful": "текст",
    "list": "список",
    "tuple": "список",
    "dict": "словарь",
    "date": "дата",
    "NoneType": "пустое значение",
    "function": "функция",
    "method": "функция",
    "builtin_function_or_method": "функция",
}


def syntax_in_russian(said: str) -> str:
    """What Jinja says of how a template is written."""
    return _told(said, _SYNTAX)


def fault_in_russian(said: str) -> str:
    """What Jinja or Python says when a template is being filled."""
    return _told(said, (*_RUNTIME, *_SYNTAX))


def _told(said: str, rows: _Rows) -> str:
    if re.match("«?[а-яё]", said, re.I):
        return said  # the program's own words
    for pattern, russian in rows:
        match = re.fullmatch(pattern, said, re.S)
        if match:
            return _worded(russian, match)
    return f"ошибка, для которой нет русских слов: «{said}»" if said else "причина не названа"


def _worded(russian: str, match: re.Match[str]) -> str:
    """The Russian words with what was found: types between braces, signs and names in quotes."""
    told = re.sub(r"\\(\d)", lambda number: match[int(number[1])] or "", russian)
    told = re.sub(r"\{(\w*)\}", lambda name: _TYPES.get(name[1], "данные"), told)
    return re.sub("«(.+?)»", lambda part: f"«{_TOKENS.get(part[1], part[1])}»", told)
