"""The kinds of values: what each of them reads, what it refuses, what it tells an editor."""

from datetime import date

import pytest

from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.meetings import MeetingKind
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Answer, Weekday
from roadmap_cli.domain.model.files.roadmap import _ID
from roadmap_cli.domain.model.kinds import (
    Choice,
    Day,
    Flag,
    Identifier,
    Integer,
    InvalidValueError,
    JsonSchema,
    Kind,
    Many,
    Nested,
    Reference,
    Text,
    TextOrCode,
    single,
)
from roadmap_cli.domain.model.school_year import Years

BOUNDED = Integer(1, 366)
ANY = Integer()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ANY, "0", 0),
        (ANY, "007", 7),
        (ANY, "999999999", 999_999_999),
        (ANY, "000000001", 1),
        (BOUNDED, "1", 1),
        (BOUNDED, "2", 2),
        (BOUNDED, "365", 365),
        (BOUNDED, "366", 366),
        (Integer(1900), "1900", 1900),
        (Integer(5, 5), "5", 5),
        (Flag(), "да", True),
        (Flag(), "Да", True),
        (Flag(), "TRUE", True),
        (Flag(), "yes", True),
        (Flag(), "нет", False),
        (Flag(), "НЕТ", False),
        (Flag(), "False", False),
        (Flag(), "no", False),
        (Day(), "2023-11-15", date(2023, 11, 15)),
        (Day(), "2023-6-5", date(2023, 6, 5)),
        (Day(), "15.11.2023", date(2023, 11, 15)),
        (Day(), "5.6.2023", date(2023, 6, 5)),
        (Day(), "29.02.2024", date(2024, 2, 29)),
        (Day(), "31.12.2023", date(2023, 12, 31)),
        (Text(), "  а б \n в ", "а б \n в"),
        (Text(), "", ""),
        (TextOrCode("people"), " Иванова А.П. ", "Иванова А.П."),
        (Identifier(), "a", "a"),
        (Identifier(), "1a.b-2", "1a.b-2"),
        (Identifier(), "0", "0"),
        (Reference("people"), "ivanova-1", "ivanova-1"),
        (_ID, "1", "1"),
        (_ID, "1.10.2", "1.10.2"),
        (Choice(PairStatus), "active", PairStatus.ACTIVE),
        (Choice(PairStatus), "Работает", PairStatus.ACTIVE),
        (Choice(PairStatus), "  утверждена приказом ", PairStatus.CONFIRMED),
        (Choice(Weekday), "пн", Weekday.MONDAY),
        (Choice(Weekday), "ПОНЕДЕЛЬНИК", Weekday.MONDAY),
        (Choice(Weekday), "вс", Weekday.SUNDAY),
        (Choice(Form), "педагог – педагог", Form.TEACHER_TEACHER),
        (Choice(Form), "педагог-педагог", Form.TEACHER_TEACHER),
        (Choice(Form), "Педагог —педагог", Form.TEACHER_TEACHER),
        (Choice(Form), "учитель - учитель", Form.TEACHER_TEACHER),
        (Choice(Form), "обучающийся – обучающийся", Form.PUPIL_PUPIL),
        (Choice(Form), "студент – обучающийся", Form.STUDENT_PUPIL),
        (Choice(Form), "employer_student", Form.EMPLOYER_STUDENT),
        (Choice(MeetingKind), "встреча–планирование", MeetingKind.PLANNING),
    ],
)  # fmt: skip
def test_a_text_is_read_as_its_kind(kind: Kind, text: str, value: object) -> None:
    assert kind.read(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "message", "hint"),
    [
        (BOUNDED, "0", "«0» здесь не подходит", "Нужно целое число, не меньше 1."),
        (BOUNDED, "367", "«367»", "Нужно целое число, не меньше 1 и не больше 366."),
        (BOUNDED, "-1", "«-1»", "Нужно целое число, не меньше 1."),
        (BOUNDED, "1.0", "«1.0»", "Нужно целое число, не меньше 1."),
        (BOUNDED, "", "«»", "Нужно целое число, не меньше 1."),
        (BOUNDED, "два", "«два»", "Нужно целое число, не меньше 1."),
        (BOUNDED, "0000000001", "«0000000001»",
         "Нужно целое число, не меньше 1 и не больше 366."),
        (Integer(1900), "1899", "«1899»", "Нужно целое число, не меньше 1900."),
        (Integer(1900), "000000001", "«000000001»", "Нужно целое число, не меньше 1900."),
        (ANY, "1000000000", "«1000000000»",
         "Нужно целое число, не меньше 0 и не больше 999999999."),
        (ANY, " 1", "« 1»", "Нужно целое число, не меньше 0."),
        (Flag(), "", "«» здесь не подходит", "Пишите: да или нет."),
        (Flag(), "д", "«д»", "Пишите: да или нет."),
        (Flag(), "1", "«1»", "Пишите: да или нет."),
        (Day(), "2023-02-29", "даты «2023-02-29» нет в календаре", None),
        (Day(), "29.02.2100", "даты «29.02.2100» нет в календаре", None),
        (Day(), "31.04.2024", "даты «31.04.2024» нет в календаре", None),
        (Day(), "00.01.2024", "даты «00.01.2024» нет в календаре", None),
        (Day(), "2024-13-01", "даты «2024-13-01» нет в календаре", None),
        (Day(), "15/11/2023", "«15/11/2023» — не дата",
         "Дату пишут так: 2023-11-15 или 15.11.2023."),
        (Day(), "15.11.23", "«15.11.23» — не дата", "Дату пишут так: 2023-11-15 или 15.11.2023."),
        (Day(), "2023-011-15", "не дата", "Дату пишут так: 2023-11-15 или 15.11.2023."),
        (Day(), "2023-11-15 ", "не дата", "Дату пишут так: 2023-11-15 или 15.11.2023."),
        (Day(), "20231115", "не дата", "Дату пишут так: 2023-11-15 или 15.11.2023."),
        (Identifier(), "", "«» не годится как код",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Identifier(), "Ivanova", "«Ivanova» не годится как код",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Identifier(), "-a", "не годится",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Identifier(), "a b", "не годится",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Identifier(), "a\n", "не годится",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Identifier(), "иванова", "не годится",
         "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (_ID, "1.", "«1.»", "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (_ID, ".1", "«.1»", "Код пишут строчными латинскими буквами, цифрами, точкой и дефисом."),
        (Choice(PairStatus), "жива", "значение «жива» здесь не подходит",
         "Допустимо: proposed (предложена); confirmed (утверждена приказом); active (работает); "
         "closed (завершена); replaced (заменена)."),
        (Choice(Form), "педагог педагог", "значение «педагог педагог»", None),
        (Choice(Weekday), "", "значение «»", None),
    ],
)  # fmt: skip
def test_a_text_of_another_kind_is_refused(
    kind: Kind, text: str, message: str, hint: str | None
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind.read(text)
    assert message in caught.value.message
    assert str(caught.value) == caught.value.message
    if hint is not None or isinstance(kind, Day):
        assert caught.value.hint == hint


def test_a_refused_word_comes_with_those_that_fit() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Choice(PairStatus).read("activ")
    assert caught.value.choices == ("proposed", "confirmed", "active", "closed", "replaced")
    with pytest.raises(InvalidValueError) as caught:
        ANY.read("много")
    assert caught.value.choices == ()


def test_every_word_of_a_closed_set_is_understood_by_all_its_names() -> None:
    for options in (Form, Weekday, PairStatus, MeetingKind):
        for option in options:
            for name in (option.value, option.title, *option.also):
                assert Choice(options).read(name) is option


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (Text(), {"type": ["string", "number", "boolean"]}),
        (Identifier(r"\d+"), {"type": ["string", "number"], "pattern": r"^\d+$"}),
        (Integer(1, 366), {"type": "integer", "minimum": 1, "maximum": 366}),
        (Integer(), {"type": "integer", "minimum": 0, "maximum": 999_999_999}),
        (Flag(), {"enum": ["да", "нет", True, False]}),
        (Many(Integer(2)),
         {"type": "array",
          "items": {"type": "integer", "minimum": 2, "maximum": 999_999_999}}),
        (Nested(Answer), {"$ref": "#/$defs/Answer"}),
        (Years(), {"type": "string", "pattern": r"^\d{4}\s*[/\-–—]\s*(\d{4}|\d{2})$"}),
        (Day(), {"type": "string",
                 "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})$"}),
    ],
)  # fmt: skip
def test_a_kind_describes_itself_to_an_editor(kind: Kind, schema: JsonSchema) -> None:
    assert kind.schema() == schema


def test_a_closed_set_offers_its_words_in_both_languages() -> None:
    schema = Choice(Form).schema()
    titles = [form.title for form in Form]
    assert schema["enum"] == [*(form.value for form in Form), *titles]
    assert schema["markdownEnumDescriptions"] == [*titles, *titles]


def test_the_kind_of_one_value_of_a_list_is_that_of_its_items() -> None:
    own = Text()
    assert single(Many(own)) is own
    assert single(own) is own


def test_a_reference_knows_where_it_leads() -> None:
    kind = Reference("people", "pairs", role="mentors")
    assert (kind.targets, kind.role) == (("people", "pairs"), "mentors")
    assert Reference("people").role is None
    assert TextOrCode("people").targets == ("people",)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (Identifier(), "gеv-544", "В слове «gеv» 2-я буква «е» — русская."),
        (Choice(PairStatus), "асtive", "В слове «асtive» 1-я буква «а», 2-я буква «с» — русские."),
        (Flag(), "дa", "В слове «дa» 2-я буква «a» — латинская."),
    ],
)
def test_a_letter_of_another_alphabet_is_named(kind: Kind, text: str, told: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        kind.read(text)
    assert (refused.value.hint or "").endswith(told)
