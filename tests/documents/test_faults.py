"""Faults of text templates: Russian words, and the file and line that a person has to mend."""

import re

import pytest

from roadmap_cli.documents.template import messages
from roadmap_cli.documents.template.fill import Filler, TemplateSource, has_words
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.documents.template.messages import fault_in_russian, syntax_in_russian
from roadmap_cli.errors import TemplateInvalidError

CONTEXT = {"a": [1, 2, 3], "s": "текст", "empty": []}
PARTS = {
    "часть": "первая\n::: нет\nа\n:::\n",
    "беда": "а\n\n{{ 1 / 0 }}\n",
    "открыто": "а\n{% if a %}\nб\n",
    "круг": "{% include 'круг' %}",
}


def _fault(text: str) -> str:
    """What is wrong, as `documents.make` finds it: «file:line message»."""
    texts = {"x": text, **PARTS}

    def find(name: str) -> TemplateSource | None:
        return TemplateSource(texts[name], f"templates/{name}.md") if name in texts else None

    filler = Filler(find, CONTEXT)
    try:
        filler.names("x")
        filled = filler.fill("x", CONTEXT)
    except TemplateInvalidError as error:
        (problem,) = error.problems
    else:
        with pytest.raises(TemplateInvalidError) as refused:
            read_markup(filled.text, "x", filled.figures)
        (problem,) = filler.at_home(refused.value, "x", CONTEXT).problems
    return f"{problem.place.file}:{problem.place.line} {problem.message}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # a fault of the filled text, at the line of the template
        ("::: нет\nа\n:::", "templates/x.md:1 неизвестная область «::: нет»"),
        ("{% for i in a %}\n{{ i }}\n\n{% endfor %}\n\n::: нет\nа\n:::",
         "templates/x.md:6 неизвестная область «::: нет»"),
        ("{% for i in empty %}\nа\n\nб\n{% endfor %}\n::: {{ s }}\nа\n:::",
         "templates/x.md:6 неизвестная область «::: текст»"),
        ("{% for i in a %}\n\n::: нет\nа\n:::\n{% endfor %}",
         "templates/x.md:3 неизвестная область «::: нет»"),
        ("{#\nдве\n#}\n{% if a -%}\n\n\nа\n{%- endif %}\n\n::: нет\nа\n:::",
         "templates/x.md:10 неизвестная область «::: нет»"),
        ("::: table widths=1,2,3\n{% for i in a %}\n{% if loop.first %}\n| а | б |\n|---|---|\n"
         "{% endif %}\n| 1 | 2 |\n{% endfor %}\n:::",
         "templates/x.md:4 столбцов 2, а ширин названо 3"),
        ("а\n\n{% include 'часть' %}\n", "templates/часть.md:2 неизвестная область «::: нет»"),
        ("{% include ['совсем нет', 'часть'] %}\n",
         "templates/часть.md:2 неизвестная область «::: нет»"),
        ("{% set x %}\nа\nб\n{% endset %}{{ x | length }}\n\n::: нет\nа\n:::",
         "templates/x.md:6 неизвестная область «::: нет»"),
        ("а\n\n{{ s }}\n:::\n", "templates/x.md:3 строка «:::» ничего не закрывает"),
        ("{% set x %}\nа\n{% endset %}\n{% if x | length < 5 %}\n::: нет\nа\n:::\n{% endif %}",
         "templates/x.md:5 неизвестная область «::: нет»"),
        # regions left open
        ("а\n\n::: title\nб\n", "templates/x.md:3 область «::: title» не закрыта"),
        ("::: sheet\n\n::: title\nб\n:::\n", "templates/x.md:3 область «::: title» не закрыта"),
        ("- а\n\n  ::: title\n  б\n\nв\n:::", "templates/x.md:3 область «::: title» не закрыта"),
        # inclusion
        ("а\n\n{% include 'никакой' %}", "templates/x.md:3 шаблона «никакой» нет"),
        ("а\n{% include s %}", "templates/x.md:2 шаблона «текст» нет"),
        ("{% include ['один', 'два'] %}", "templates/x.md:1 шаблона «один» нет"),
        ("{% include 'беда' %}", "templates/беда.md:3 шаблон нельзя заполнить: деление на ноль"),
        ("{% include 'круг' %}", "templates/круг.md:1 шаблон нельзя заполнить:"
         " шаблон или часть шаблона без конца включает сама себя"),
        # blocks and tags left open
        ("а\n{% for i in a %}\nб\n\n", "templates/x.md:2 ошибка в записи шаблона:"
         " блок «for» не закрыт"),
        ("{% for i in a %}\n{% if i %}\n{% endif %}\nб\n", "templates/x.md:1"
         " ошибка в записи шаблона: блок «for» не закрыт"),
        ("{% for i in a %}\n\n{% if i %}\n{% endfor %}\nб", "templates/x.md:3"
         " ошибка в записи шаблона: блок «if» не закрыт"),
        ("{% for i in a %}\n{% set x = 1 %}\n", "templates/x.md:1"
         " ошибка в записи шаблона: блок «for» не закрыт"),
        ("{% set x = 1 %}\n{% set y %}\n", "templates/x.md:2"
         " ошибка в записи шаблона: блок «set» не закрыт"),
        ("{% include 'открыто' %}", "templates/открыто.md:2"
         " ошибка в записи шаблона: блок «if» не закрыт"),
        ("а\n{% if a %}\n{% endfor %}\n{% endif %}", "templates/x.md:3"
         " ошибка в записи шаблона: «endfor» не подходит к открытому блоку «if»"),
        ("а\n{% endfor %}", "templates/x.md:2"
         " ошибка в записи шаблона: «endfor» ничего не закрывает"),
        ("а\n{{ s\n\nб\n", "templates/x.md:2 ошибка в записи шаблона: ожидалось «}}», а стоит «б»"),
        ("а\n{{ s\n\n? б", "templates/x.md:2 ошибка в записи шаблона: недопустимый знак «?»"),
        ("а\n\n{{ s", "templates/x.md:3 ошибка в записи шаблона:"
         " шаблон обрывается, ожидалось «}}»"),
        ("а\n{{ s }}\n{# б\n\n", "templates/x.md:3 ошибка в записи шаблона:"
         " примечание «{#» не закрыто"),
        # loops
        ("а\n{% for i in range(2000) %}\n{% for j in range(1001) %}\n{% endfor %}\n{% endfor %}",
         "templates/x.md:3 шаблон нельзя заполнить: больше 2 млн повторений цикла"),
    ],
)  # fmt: skip
def test_a_fault_stands_where_it_is_to_be_mended(text: str, said: str) -> None:
    assert _fault(text) == said


@pytest.mark.parametrize(
    ("turns", "sound"), [((1998, 1000), True), ((1, 1_999_999), True), ((1, 2_000_000), False)]
)
def test_loops_have_a_most_of_turns(turns: tuple[int, int], sound: bool) -> None:
    """The outer loop takes its turns too."""
    outer, inner = turns
    text = "{% for i in range(outer) %}{% for j in many %}{% endfor %}{% endfor %}конец"
    filler = Filler(lambda _name: TemplateSource(text, "x.md"), ())
    context = {"outer": outer, "many": [0] * inner}
    for _ in range(2):  # each document has its own
        if sound:
            assert filler.fill("x", context).text == "конец"
        else:
            with pytest.raises(TemplateInvalidError, match="ошибка в шаблоне"):
                filler.fill("x", context)


def test_a_part_that_may_be_missing_is_no_fault() -> None:
    texts = {"x": "{% include 'нет' ignore missing %}{% include 'есть' ignore missing %}",
             "есть": "{{ organization }}"}  # fmt: skip
    filler = Filler(lambda name: TemplateSource(texts[name], name) if name in texts else None, ())
    assert filler.names("x") == {"organization"}


def test_of_several_parts_only_the_first_that_is_there_counts() -> None:
    texts = {"x": "{% include ['нет', 'а', 'б'] %}", "а": "{{ mentors }}", "б": "{{ pairs }}"}
    filler = Filler(lambda name: TemplateSource(texts[name], name) if name in texts else None, ())
    assert filler.names("x") == {"mentors"}


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("1 / 0", "деление на ноль"),
        ("1 // 0", "деление на ноль"),
        ("1 % 0", "деление на ноль"),
        ("1.5 % 0", "деление на ноль"),
        ("0 ** (0 - 1)", "деление на ноль"),
        ("range(100001)", "в range больше 100000 чисел"),
        ("a + s", "складывать можно одинаковое, а здесь список и текст; соединяют знаком «~»"),
        ("1 + s", "действие «+» недопустимо для такой пары: число и текст"),
        ("a - s", "действие «-» недопустимо для такой пары: список и текст"),
        ("-s", "действие «-» недопустимо: текст"),
        ("s < 1", "«<» не сравнивает такую пару: текст и число"),
        ("s()", "это не вызывается со скобками: текст"),
        ("5 | length", "у этого нет длины: число"),
        ("5 | join", "по этому нельзя пройти циклом: число"),
        ("s | round", "нужно число, а здесь текст"),
        ("'%d' | format(s)", "нужно число, а здесь текст"),
        ("'%s %s' | format(s)", "для format не хватает значений"),
        ("'а' | format(s)", "для format слишком много значений"),
        ("'%я' | format(s)", "образец для format записан неверно"),
        ("'{:d}'.format(s)", "образец для format записан неверно"),
        ("'{'.format(s)", "в образце format не хватает скобки"),
        ("'{} {0}'.format(s)", "в format() поля то с номерами, то без них"),
        ("'{1}'.format(s)", "нет значения с таким номером"),
        ("'{имя}'.format(s)", "нет значения с именем «имя»"),
        ("a | join(1, 2, 3, 4)", "у «join» указано не столько значений или не те"),
        ("s.upper(1)", "у «upper» указано не столько значений или не те"),
        ("5 | words('q')", "нет падежа «q», есть: nominative, genitive, dative, accusative,"
         " instrumental, prepositional"),
        ("a | map('нет') | list", "нет фильтра «нет»"),
        ("'а' * 10000000", "слишком большое значение"),
    ],
)  # fmt: skip
def test_what_python_says_is_told_in_russian(expression: str, said: str) -> None:
    assert _fault(f"{{{{ {expression} }}}}") == f"templates/x.md:1 шаблон нельзя заполнить: {said}"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{% %}", "после «{%» не указано, что делать"),
        ("{{ }}", "ожидалось имя или значение, а стоит «}}»"),
        ("{{ 'a }}", "кавычка «'» не закрыта"),
        ("{{ a ? b }}", "недопустимый знак «?»"),
        ("{{ «a» }}", "недопустимый знак ««»"),
        ("{{ (a }}", "стоит «}», а ожидалось «)»"),
        ("{{ a] }}", "лишний знак «]»"),
        ("{{ a b }}", "ожидалось «}}», а стоит «b»"),
        ("{{ a. }}", "после точки ожидалось имя"),
        ("{% if a = b %}{% endif %}", "ожидалось «%}», а стоит «=»"),
        ("{% for x %}{% endfor %}", "ожидалось «in», а стоит «%}»"),
        ("{% include %}", "лишний знак «%}»"),
        ("{% raw %}а", "блок «raw» не закрыт"),
        ("{% set 1 = 2 %}", "это нельзя изменить: «const»"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "блок «a» описан дважды"),
        ("{{ a is нет }}", "нет проверки «нет»"),
    ],
)
def test_what_jinja_says_is_told_in_russian(tag: str, said: str) -> None:
    assert _fault(tag) == f"templates/x.md:1 ошибка в записи шаблона: {said}"


def test_what_nobody_foresaw_is_quoted_after_russian_words() -> None:
    said = "ошибка, для которой нет русских слов: «odd thing»"
    assert syntax_in_russian("odd thing") == fault_in_russian("odd thing") == said
    assert fault_in_russian("") == "причина не названа"


@pytest.mark.parametrize("rows", [messages._SYNTAX, messages._RUNTIME])
def test_every_pattern_gives_russian(rows: list[tuple[str, str]]) -> None:
    for pattern, russian in rows:
        re.compile(pattern)
        assert re.search("[а-яё]", russian), pattern


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", False), (" \n\n", False), ("::: title\n:::", False), ("—\n|---|---|", False),
        ("  ::: table widths=1,2\n:::", False), ("а", True), ("7", True), ("____", True),
        ("\n::: title\nа\n:::", True),
    ],
)  # fmt: skip
def test_which_documents_have_words(text: str, words: bool) -> None:
    assert has_words(text) is words
