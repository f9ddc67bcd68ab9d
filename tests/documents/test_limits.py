"""What a template may ask for: sizes at their bounds, time, names, dots, blanks."""

import pytest

from roadmap_cli.documents.template.blanks import hand_line
from roadmap_cli.documents.template.escape import escaped, up_first
from roadmap_cli.documents.template.fill import Filler, TemplateSource
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.text.characters import one_line, without_controls


def _filled(text: str, **context: object) -> str:
    filler = Filler(lambda _name: TemplateSource(text, "templates/x.md"), ("organization",))
    return filler.fill("x", context).text


def _fault(text: str, **context: object) -> str:
    with pytest.raises(TemplateInvalidError) as refused:
        _filled(text, **context)
    (problem,) = refused.value.problems
    return f"{problem.place} {problem.message} {problem.hint or ''}".strip()


@pytest.mark.parametrize(
    ("expression", "sound"),
    [
        ("('а' * 999999) | length", True),
        ("('а' * 1000000) | length", True),
        ("('а' * 1000001) | length", False),
        ("(1000000 * 'а') | length", True),
        ("(1000001 * 'а') | length", False),
        ("('аб' * 500000) | length", True),
        ("('аб' * 500001) | length", False),
        ("([1, 2] * 500000) | length", True),
        ("([1, 2] * 500001) | length", False),
        ("(500001 * [1, 2]) | length", False),
        ("2 * 1000000", True),
        ("2 ** 64", True),
        ("2 ** 65", False),
        ("(0 - 2) ** 64", True),
        ("(0 - 2) ** 65", False),
        ("2 ** (0 - 64)", True),
        ("2 ** (0 - 65)", False),
        ("1.5 ** 65", False),
        ("1 ** 65", True),
        ("range(100000) | length", True),
        ("range(100001) | length", False),
    ],
)
def test_values_have_a_largest_size(expression: str, sound: bool) -> None:
    text = f"{{{{ {expression} }}}}"
    if sound:
        assert _filled(text)
    else:
        assert _fault(text).startswith("templates/x.md:1:1 шаблон нельзя заполнить")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ organizaton }}", "templates/x.md:1:1 в шаблоне неизвестное имя «organizaton» "
         "Возможно, вы имели в виду «organization»?"),
        ("\n{{ совсем }}", "templates/x.md:2:1 в шаблоне неизвестное имя «совсем» "
         "Известны: organization."),
        ("{{ d.nam }}", "templates/x.md:1:1 в шаблоне неизвестное имя «nam» "
         "Возможно, вы имели в виду «name»?"),
        ("{{ d.zzz }}", "templates/x.md:1:1 в шаблоне неизвестное имя «zzz» "
         "Известны: name, post."),
        ("{% if zzz %}{% endif %}", "templates/x.md:1:1 в шаблоне неизвестное имя «zzz» "
         "Известны: organization."),
        ("{{ d | нет }}", "templates/x.md:1:1 ошибка в записи шаблона: нет фильтра «нет»"),
        ("а\n{% for x in d %}", "templates/x.md:2:1 ошибка в записи шаблона: "
         "блок «for» не закрыт"),
        ("{% нет %}", "templates/x.md:1:1 ошибка в записи шаблона: неизвестный тег «нет»"),
        ("{{ 'а' | center(9) }}", "templates/x.md:1:1 ошибка в записи шаблона: "
         "нет фильтра «center»"),
        ("{{ namespace() }}", "templates/x.md:1:1 в шаблоне неизвестное имя «namespace» "
         "Известны: organization."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_a_hint(text: str, said: str) -> None:
    assert _fault(text, d={"name": "а", "post": "б"}) == said


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{ 'Гринько О.С.' }}.", "Гринько О.С."),
        ("{{ 'Гринько О.С.' }}..", "Гринько О.С..."),
        ("{{ '5 июня 2016 г.' }}.", "5 июня 2016 г."),
        ("и т.д..", "и т.д."),
        ("{{ 'высшая кат.' }}.", "высшая кат."),
        ("О.С.…", "О.С.…"),
        ("{{ none }}", ""),
        ("{{ 5 }} {{ true }}", "5 True"),
        ("{{ 2 | counted('день', 'дня', 'дней') }}", "2 дня"),
        (
            "{{ 2 | words }} {{ 2 | words('genitive') }} {{ 2 | words(gender='feminine') }}",
            "два двух две",
        ),
        ("{{ '' | upfirst }}{{ 'аб' | upfirst }}", "Аб"),
        ("{{ 'а\nб\n\nв' | lines }}", "а<br>б<br>в"),
    ],
)
def test_how_values_are_printed(text: str, filled: str) -> None:
    assert _filled(text, none=None) == filled


@pytest.mark.parametrize(
    ("code", "dropped"),
    [
        (0x00, True), (0x08, True), (0x09, False), (0x0A, False), (0x0B, True), (0x0C, True),
        (0x0D, False), (0x0E, True), (0x1B, True), (0x1F, True), (0x20, False), (0x7E, False),
        (0x7F, True), (0x80, False), (0xA0, False), (0x200D, False), (0x200E, True),
        (0x200F, True), (0x2010, False), (0x2029, False), (0x202A, True), (0x202E, True),
        (0x202F, False), (0x2065, False), (0x2066, True), (0x2069, True), (0x206A, False),
        (0xFEFF, True), (0xFFFD, False), (0xFFFE, True), (0xFFFF, True), (0x1F600, False),
    ],
)  # fmt: skip
def test_which_characters_are_dropped(code: int, dropped: bool) -> None:
    text = f"а{chr(code)}б"
    assert without_controls(text) == ("аб" if dropped else text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. Иванов", "1\\. Иванов"),
        ("12) Иванов", "12\\) Иванов"),
        ("1.Иванов", "1\\.Иванов"),
        ("а 1. б", "а 1. б"),
        ("1 Иванов", "1 Иванов"),
        ("-*_<>", "\\-\\*\\_\\<\\>"),
        ("а\nб\x7f", "а б"),
    ],
)
def test_a_value_stays_a_value_in_the_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_text_on_one_line_begins_with_a_capital_where_that_is_asked() -> None:
    assert one_line("  а\n б\x7f\u202e ") == "а б"
    assert [up_first(text) for text in ("", "а", "аБ", "1а")] == ["", "А", "АБ", "1а"]


@pytest.mark.parametrize(("width", "signs"), [(0, 0), (1, 1), (99, 99), (100, 100), (101, 100)])
def test_a_line_to_write_on_is_at_most_a_hundred_long(width: int, signs: int) -> None:
    assert hand_line(width) == "\\_" * signs
    assert _filled(f"{{{{ line({width}) }}}}") == "\\_" * signs
