"""Typer's own complaints in Russian."""

import pytest

from roadmap_cli.cli.frame.usage_errors import translated


@pytest.mark.parametrize(
    ("message", "russian"),
    [
        ("Got unexpected extra argument (x)", "лишние слова: x"),
        ("Got unexpected extra arguments (x y)", "лишние слова: x y"),
        ("Option '--date' requires an argument.", "после параметра --date нужно значение"),
        ("Option --date requires an argument", "после параметра --date нужно значение"),
        ("Option '--x' requires 2 arguments.", "после параметра --x нужны значения: 2"),
        ("Option '--json' does not take a value.", "параметр --json не принимает значения"),
        ("'x' is not a valid integer.", "«x» — не целое число"),
        ("'x' is not a valid int", "«x» — не целое число"),
        ("'x' is not a valid integer range.", "«x» — не целое число"),
        ("'x' is not a valid float.", "«x» — не число"),
        ("5 is not in the range 1<=x<=3.", "«5» вне пределов: 1<=x<=3."),
        ("'x' is not one of 'a', 'b'.", "недопустимое значение «x», допустимо: 'a', 'b'"),
        ("Path 'x' does not exist.", "пути «x» нет"),
        ("File 'x' does not exist.", "«x» нет"),
        ("Directory 'x' does not exist.", "«x» нет"),
        ("Missing command.", "не указана команда"),
        ("Missing parameter", "не хватает значения"),
        ("Argument 'ids' takes 2 values.", "аргументу ids нужны значения: 2"),
        ("«вчера» — не дата", "«вчера» — не дата"),
        ("", ""),
    ],
)
def test_a_complaint_in_russian(message: str, russian: str) -> None:
    assert translated(message) == russian
