"""Merging three versions of a data file: what both sides did is there, and nothing is lost."""

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.domain.model.dataset import BY_KEY
from roadmap_cli.domain.model.kinds import Many, Nested
from roadmap_cli.domain.model.record import Record, key_names, keys, told_apart
from roadmap_cli.storage.merging.data_file import Merged, merge_files
from roadmap_cli.storage.merging.pairing import in_order, paired
from roadmap_cli.storage.merging.words import conflict_told, overruled_told
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import bare_data
from roadmap_cli.storage.yaml.splicing import apply_changes

PEOPLE = """\
# yaml-language-server: $schema=schema/people.schema.json

people:
  - id: a
    surname: Аев   # проверено
    # домашний
    phone: 1

  # новенький
  - {id: b, surname: 'Бе'}  # из приказа
"""


def merge(key: str, base: str, ours: str, theirs: str) -> Merged:
    return merge_files(BY_KEY.get(key), base.encode(), ours.encode(), theirs.encode())


def merged(key: str, base: str, ours: str, theirs: str) -> str:
    made = merge(key, base, ours, theirs)
    assert made.agrees, made.raw.decode()
    assert made.stretches is not None
    return made.raw.decode()


def told(made: Merged) -> list[str]:
    assert not made.agrees
    return [conflict_told(each, {"a": "Аев А."}) for each in made.conflicts]


def test_different_keys_of_one_record() -> None:
    ours = PEOPLE.replace("phone: 1", "phone: 2  # мобильный")
    theirs = PEOPLE.replace("surname: Аев", 'surname: "Аев"\n    name: Ян')
    assert merged("people", PEOPLE, ours, theirs) == ours.replace(
        "surname: Аев   # проверено", 'surname: "Аев"\n    name: Ян   # проверено'
    )


def test_both_add_a_record_at_the_end() -> None:
    ours = PEOPLE + "  # мой\n  - id: c\n    surname: Це\n"
    theirs = PEOPLE + "\n  - {id: d, surname: Де}  # их\n"
    assert merged("people", PEOPLE, ours, theirs) == ours + "\n  - {id: d, surname: Де}  # их\n"
    assert (
        merged("people", PEOPLE, theirs, ours) == theirs + "  # мой\n  - id: c\n    surname: Це\n"
    )


def test_one_key_changed_twice_is_told_and_marked() -> None:
    ours, theirs = PEOPLE.replace("phone: 1", "phone: 2"), PEOPLE.replace("phone: 1", "phone: 3")
    made = merge("people", PEOPLE, ours + "  - {id: c, surname: Це}\n", theirs)
    assert told(made) == ["Люди: «Аев» (a), Телефон: у нас «2», у них «3»"]
    marks = "<<<<<<< у нас\n    phone: 2\n=======\n    phone: 3\n>>>>>>> у них\n"
    expected = PEOPLE.replace("    phone: 1\n", marks) + "  - {id: c, surname: Це}\n"
    assert made.raw.decode() == expected


def test_brackets_are_merged_inside_and_marked_as_lines() -> None:
    ours = PEOPLE.replace("surname: 'Бе'", "surname: 'Бе', phone: 5")
    theirs = PEOPLE.replace("surname: 'Бе'", "surname: Бэ")
    assert "  - {id: b, surname: Бэ, phone: 5}  # из приказа" in merged(
        "people", PEOPLE, ours, theirs
    )
    other = PEOPLE.replace("surname: 'Бе'", "surname: 'Бя', name: Ия")
    made = merge("people", PEOPLE, theirs, other)
    assert made.raw.decode().endswith(
        "<<<<<<< у нас\n  - {id: b, surname: Бэ, name: Ия}  # из приказа\n=======\n"
        "  - {id: b, surname: 'Бя', name: Ия}  # из приказа\n>>>>>>> у них\n"
    )
    assert len(made.conflicts) == 1


def test_removed_here_and_changed_there() -> None:
    ours = PEOPLE.replace("  # новенький\n  - {id: b, surname: 'Бе'}  # из приказа\n", "")
    theirs = PEOPLE.replace("'Бе'", "'Бя'")
    made = merge("people", PEOPLE, ours, theirs)
    assert told(made) == ["Люди: «Бя» (b): у нас удалено, у них «Фамилия: Бя»"]
    assert "<<<<<<< у нас\n=======\n  - {id: b, surname: 'Бя'}" in made.raw.decode()
    without_phone = PEOPLE.replace("    # домашний\n    phone: 1\n", "")
    made = merge("people", PEOPLE, PEOPLE.replace("phone: 1", "phone: 2"), without_phone)
    assert told(made) == ["Люди: «Аев» (a), Телефон: у нас «2», у них удалено"]


def test_removed_here_and_untouched_there() -> None:
    ours = PEOPLE.replace("  # новенький\n  - {id: b, surname: 'Бе'}  # из приказа\n", "")
    theirs = PEOPLE.replace("phone: 1", "phone: 2")
    assert merged("people", PEOPLE, ours, theirs) == ours.replace("phone: 1", "phone: 2")


def test_a_comment_put_above_a_removed_record_stays() -> None:
    ours = PEOPLE.replace("  # новенький\n  - {id: b, surname: 'Бе'}  # из приказа\n", "")
    theirs = PEOPLE.replace("  # новенький\n", "  # новенький\n  # позвонить\n")
    assert merged("people", PEOPLE, ours, theirs) == ours.replace(
        "phone: 1\n", "phone: 1\n  # позвонить\n"
    )


def test_one_code_added_twice() -> None:
    ours = PEOPLE + "  - {id: c, surname: Це, phone: 1}\n"
    theirs = PEOPLE + "  - {id: c, surname: Цой}\n"
    made = merge("people", PEOPLE, ours, theirs)
    assert told(made) == [
        "Люди: «Це» (c): добавлено в обеих ветках с разным содержанием — Фамилия: у нас «Це»,"
        " у них «Цой»; Телефон: у нас «1», у них нет"
    ]
    assert merged("people", PEOPLE, ours, ours.replace("surname: Це", "surname: 'Це'")) == ours


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_bom_stay(newline: str, bom: str) -> None:
    base, ours, theirs = (
        bom + text.replace("\n", newline)
        for text in (PEOPLE, PEOPLE.replace("phone: 1", "phone: 2"), PEOPLE.replace("Аев", "Ав"))
    )
    expected = ours.replace("Аев", "Ав")
    assert merged("people", base, ours, theirs) == expected
    changed = "\ufeff" + theirs.removeprefix(bom).replace(newline, "\n").replace("\n", "\r\n")
    both = "\ufeff" + expected.removeprefix(bom).replace(newline, "\n").replace("\n", "\r\n")
    assert merged("people", base, ours, changed) == both
    marked = merge("people", base, ours, base.replace("phone: 1", "phone: 3")).raw.decode()
    assert marked.count("\n") == marked.count(newline)
    assert compose(marked.removeprefix("\ufeff"), "").problems[0].code == "yaml-conflict"


def test_a_file_without_a_last_line_end() -> None:
    base = PEOPLE.rstrip("\n")
    ours, theirs = base + "\n  - {id: c, surname: Це}", base + "\n  - {id: d, surname: Де}"
    assert merged("people", base, ours, theirs) == ours + "\n  - {id: d, surname: Де}"


def test_an_empty_list_filled_on_both_sides() -> None:
    base = "people: []   # пока никого\n"
    ours = "people:   # пока никого\n  - id: a\n    surname: А\n"
    theirs = "people:\n- id: b\n  surname: Б\n  name_cases:\n    genitive: Бы\n# конец\n"
    assert merged("people", base, ours, theirs) == (
        "people:\n  - id: a\n    surname: А\n  - id: b\n    surname: Б\n    name_cases:\n"
        "      genitive: Бы\n# конец\n"
    )
    flow = "people: [{id: c, surname: Це}]   # пока никого\n"
    assert merged("people", base, ours, flow) == ours + "  - {id: c, surname: Це}\n"
    emptied = merged("people", ours, "people: []\n", ours)
    assert emptied == "people: []\n"
    assert merged("people", ours, "people: []\n", ours + "  - {id: z, surname: Я}\n") == (
        "people:\n  - {id: z, surname: Я}\n"
    )


def test_a_file_added_on_both_sides() -> None:
    ours = "# наш\npartners:\n  - {id: a, name: А}\n"
    theirs = "# их\npartners:\n  - {id: b, name: Б}\n"
    assert merged("partners", "", ours, theirs) == (
        "# наш\n# их\npartners:\n  - {id: a, name: А}\n  - {id: b, name: Б}\n"
    )
    assert (
        merged("partners", "", "# пусто\n", theirs)
        == "# их\npartners:\n  - {id: b, name: Б}\n# пусто\n"
    )


def test_records_that_were_moved() -> None:
    base = "partners:\n" + "".join(f"- {{id: {code}, name: Н}}\n" for code in "abcd")
    moved = "partners:\n" + "".join(f"- {{id: {code}, name: Н}}\n" for code in "dxabc")
    edited = base.replace("id: b, name: Н", "id: b, name: Б") + "- {id: y, name: Н}\n"
    both = moved.replace("id: b, name: Н", "id: b, name: Б")
    after = "- {id: d, name: Н}\n"
    assert merged("partners", base, moved, edited) == both.replace(
        after, after + "- {id: x, name: Н}\n- {id: y, name: Н}\n", 1
    ).replace("- {id: x, name: Н}\n- {id: a", "- {id: a", 1)
    codes = [
        part.split(",")[0] for part in merged("partners", base, edited, moved).split("id: ")[1:]
    ]
    assert codes == list("dyxabc")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "xabc", "yabc", "xyabc"),
        ("abc", "axbc", "abyc", "axbyc"),
        ("abc", "cab", "abcx", "cxab"),
        ("abc", "abcx", "cab", "cxab"),
        ("abc", "cab", "bca", "cab"),
        ("abc", "ac", "abxc", "abxc"),
        ("", "ab", "bc", "abc"),
    ],
)
def test_order(base: str, ours: str, theirs: str, expected: str) -> None:
    assert "".join(in_order(base, ours, theirs)) == expected


PLAN = """\
title: План
stages:
  - id: 1
    title: Первый
    activities:
      - id: 1.1
        title: Мероприятие
        tasks:
          - id: 1.1.1
            text: Опрос
            deadline: Октябрь
            evidence: [{document: order.introduction}]
          - id: 1.1.2
            text: Отчёт
            periods:
              - {due: 2025-10-31, done_on: 2025-10-30}

      - id: 1.2
        title: Другое
        tasks: []
  - id: 2
    title: Второй
"""


def test_deep_items_of_the_roadmap() -> None:
    ours = PLAN.replace("Октябрь\n", "Ноябрь\n            status: done\n").replace(
        "2025-10-30}\n", "2025-10-30}\n              - {due: 2025-11-30, done_on: 2025-11-29}\n"
    )
    theirs = PLAN
    for old, new in (
        ("        tasks: []", "        tasks:\n          - {id: 1.2.1, text: Новый}"),
        ("order.introduction}]", "order.introduction}, {link: 'https://x.example'}]"),
        ("10-30}\n", "10-30}\n              - {due: 2025-12-31, done_on: 2025-12-30}\n"),
        ("text: Отчёт\n", "text: Отчёт\n            # сдать в срок\n            note: важно\n"),
    ):
        theirs = theirs.replace(old, new)
    text = merged("roadmap", PLAN, ours, theirs)
    assert bare_data(compose(text, "").root) == bare_data(
        compose(
            ours.replace("tasks: []", "tasks: [{id: 1.2.1, text: Новый}]")
            .replace("order.introduction}]", "order.introduction}, {link: 'https://x.example'}]")
            .replace("11-29}\n", "11-29}\n              - {due: 2025-12-31, done_on: 2025-12-30}\n")
            .replace("text: Отчёт\n", "text: Отчёт\n            note: важно\n"),
            "",
        ).root
    )
    assert "            # сдать в срок\n            note: важно\n" in text
    made = merge("roadmap", PLAN, ours, PLAN.replace("Октябрь", "Декабрь"))
    assert told(made) == ["Пункты: «Опрос» (1.1.1), Срок: у нас «Ноябрь», у них «Декабрь»"]


MEETINGS = "meetings:\n  - {pair: p, held_on: 2025-11-12, topic: Знакомство}\n"


def test_meetings_have_no_code() -> None:
    ours = MEETINGS + "  - {pair: p, held_on: 2025-11-20, topic: Урок}\n"
    theirs = MEETINGS + "  - {pair: p, held_on: 2025-11-20, topic: Журнал}\n"
    assert merged("meetings", MEETINGS, ours, theirs).count("2025-11-20") == 2
    assert merged("meetings", MEETINGS, ours, ours) == ours
    topic = MEETINGS.replace("Знакомство", "Встреча")
    result = MEETINGS.replace("Знакомство", "Знакомство, result: Ясно")
    assert merged("meetings", MEETINGS, topic, result) == topic.replace("}", ", result: Ясно}")
    same = [ours.replace("Урок", f"Урок, result: {result}") for result in ("Раз", "Два")]
    made = merge("meetings", MEETINGS, *same)
    assert told(made) == [
        "Встречи: p, 2025-11-20, Урок: добавлено в обеих ветках с разным содержанием —"
        " Результат: у нас «Раз», у них «Два»"
    ]


@pytest.mark.parametrize(
    ("key", "base", "ours", "theirs", "expected"),
    [
        ("pairs", "mentees: [a, b]", "mentees: [a, c, b]", "mentees: [b, d]", "mentees: [c, b, d]"),
        ("pairs", "mentees: [a]", "mentees: [a, c]", "mentees: [a, c, d]", "mentees: [a, c, d]"),
        ("pairs", "mentees: [a]", "mentees: []", "mentees: [a, d]", "mentees: [d]"),
        ("pairs", "mentees: [a, b]", "mentees: [a, b, c]", "mentees:\n      - a\n      - d  # да",
         "mentees:\n      - a\n      - c\n      - d  # да"),
        ("pairs", "note: x", "note: 'x'", "note: y", "note: y"),
        ("pairs", "note: x  # a", "note: x  # b", "note: x  # c", "note: x  # b  # c"),
        ("pairs", "note: x", "note: |-\n      x\n      y", "note: x\n    reason: z",
         "note: |-\n      x\n      y\n    reason: z"),
        ("pairs", "note:", "note:\n    reason: r", "note: x", "note: x\n    reason: r"),
        ("pairs", "свой: {a: 1}", "свой: {a: 1, b: 2}", "свой: {c: 3, a: 1}",
         "свой: {c: 3, a: 1, b: 2}"),
    ],
)  # fmt: skip
def test_values(key: str, base: str, ours: str, theirs: str, expected: str) -> None:
    def file(value: str) -> str:
        return f"pairs:\n  - id: p\n    {value}\n    mentor: m\n"

    assert merged(key, file(base), file(ours), file(theirs)) == file(expected)


def test_a_side_with_another_indentation() -> None:
    theirs = (
        "people:\n- id: b\n  surname: 'Бе'\n- id: a\n  surname: Аев\n  name: Ян\n  phone: '1'\n"
    )
    ours = PEOPLE.replace("phone: 1", "phone: 2")
    text = merged("people", PEOPLE, ours, theirs)
    held = bare_data(compose(text, "").root)
    assert held == {
        "people": [
            {"id": "b", "surname": "Бе"},
            {"id": "a", "surname": "Аев", "name": "Ян", "phone": "2"},
        ]
    }


def test_the_first_key_of_a_record_goes() -> None:
    base = "meetings:\n  - topic: t\n    pair: p\n    held_on: 2025-11-12\n"
    ours = base.replace("- topic: t\n    ", "- ")
    theirs = base + "    result: r\n"
    assert merged("meetings", base, ours, theirs) == ours + "    result: r\n"
    made = merge("meetings", base, ours + "    next: n\n", theirs.replace("topic: t", "topic: u"))
    assert len(told(made)) == 1
    assert made.raw.decode().startswith("meetings:\n<<<<<<< у нас\n  - pair: p\n")


def test_a_forgotten_person_stays_forgotten() -> None:
    theirs = PEOPLE.replace(
        "surname: Аев   # проверено", "surname: ''\n    forgotten_on: 2025-12-01"
    )
    theirs = theirs.replace("    # домашний\n    phone: 1\n", "")
    ours = PEOPLE.replace("phone: 1", "phone: 2\n    address: ул. Лесная")
    made = merge("people", PEOPLE, ours, theirs)
    assert made.agrees
    assert made.raw.decode() == theirs
    assert [overruled_told(each, {}) for each in made.overruled] == [
        "Люди: «Аев» (a): данные уничтожены у них, правки этой записи из другой ветки не взяты"
    ]


def test_what_cannot_be_read_is_left_to_git() -> None:
    broken = PEOPLE.replace("    phone: 1", "   phone: 1")
    made = merge("people", PEOPLE, broken, PEOPLE.replace("'Бе'", "'Бя'"))
    assert (made.agrees, made.stretches) == (True, None)
    assert made.raw.decode() == broken.replace("'Бе'", "'Бя'")
    made = merge("people", PEOPLE, broken, PEOPLE.replace("phone: 1", "phone: 2"))
    assert not made.agrees
    assert "<<<<<<< у нас\n   phone: 1\n" in made.raw.decode()
    latin = merge_files(None, b"a", b"\xff\xfe", b"b")
    assert (latin.agrees, latin.raw.count(b"\xff\xfe")) == (False, 1)


def test_a_file_that_is_none_of_ours() -> None:
    base = "things:\n  - {id: 1, a: x}\n  - note\n"
    ours = base.replace("a: x", "a: y") + "own: 1\n"
    theirs = base + "  - ещё\n"
    assert merged("", base, ours, theirs) == (
        "things:\n  - {id: 1, a: y}\n  - note\n  - ещё\nown: 1\n"
    )
    made = merge("", "a: 1\n", "a: 2\n", "a: [x]\n")
    assert told(made) == ["a: у нас «2», у них «x»"]


def _lists() -> list[type[Record]]:
    """The records that stand in lists, whatever file they are of."""
    found: list[type[Record]] = []
    waiting = [row.record for row in BY_KEY.values()]
    while waiting:
        for key in keys(waiting.pop()):
            inner = key.kind.item if isinstance(key.kind, Many) else key.kind
            if isinstance(inner, Nested):
                waiting.append(inner.record)
                found += [inner.record] if isinstance(key.kind, Many) else []
    return found


@pytest.mark.parametrize("record", _lists(), ids=lambda record: record.__name__)
def test_records_of_lists_can_be_told_apart(record: type[Record]) -> None:
    ways = told_apart(record)
    assert {name for way in ways for name in way} <= set(key_names(record))
    # A proof is one single value: changed, it is another proof.
    assert ways or record.__name__ == "Evidence"


def test_an_edited_record_is_known_by_the_rest_of_it() -> None:
    steps = BY_KEY["plans"].record
    step = _lists()[[each.__name__ for each in _lists()].index("PlanStep")]
    assert steps is not step
    base: list[Plain] = [{"task": "a", "mark": "5"}, {"task": "b", "mark": "5", "result": "r"}]
    ours: list[Plain] = [base[0], {"task": "c", "mark": "5", "result": "r"}]
    theirs: list[Plain] = [{"task": "x"}, base[1]]
    assert paired(step, base, ours, theirs) == (
        [("old", 0), ("old", 1)],
        [("old", 0), ("old", 1)],
        [("new", ("x",), 0), ("old", 1)],
    )


def test_two_records_that_might_be_the_same_are_not_taken_for_one() -> None:
    meeting = _lists()[[each.__name__ for each in _lists()].index("Meeting")]
    day: dict[str, Plain] = {"pair": "p", "held_on": "2025-11-12"}
    base: list[Plain] = [{**day, "topic": "a"}, {**day, "topic": "b"}]
    other: list[Plain] = [{**day, "topic": "c", "kind": "trial", "result": "r", "next": "n"}]
    _, names, _ = paired(meeting, base, other, base)
    assert names == [("new", ("p", "2025-11-12", "c"), 0)]
    assert paired(meeting, base[:1], other, base)[1] == [("old", 0)]


def test_comments_of_both_sides_come_and_go() -> None:
    base = "partners:\n  # a\n  # b\n  - {id: x, name: Х}\n"
    ours = base.replace("  # b\n", "  # b\n  # c\n")
    theirs = base.replace("  # a\n", "")
    assert merged("partners", base, ours, theirs) == base.replace("  # a\n  # b", "  # b\n  # c")


def test_a_comment_below_a_record_belongs_to_it() -> None:
    base = "partners:\n  - {id: a, name: А}\n      # про а\n  - {id: b, name: Б}\n"
    ours = base.replace("  - {id: b", "  - {id: c, name: В}\n  - {id: b")
    theirs = base.replace("  - {id: b, name: Б}\n", "")
    assert merged("partners", base, ours, theirs) == ours.replace("  - {id: b, name: Б}\n", "")


def test_a_record_in_brackets_here_and_in_lines_there() -> None:
    base = "partners:\n  - {id: a, name: А}\n"
    ours = "partners:\n  - {id: a, name: А, head: x}  # главный\n"
    theirs = "partners:\n  - id: a\n    name: 'Аб'  # новое имя\n"
    both = "partners:\n  - id: a\n    name: 'Аб'  # новое имя\n    head: x\n    # главный\n"
    assert merged("partners", base, ours, theirs) == both
    assert merged("partners", base, theirs, ours) == both


def test_a_comment_that_would_be_lost_leaves_the_file_to_git() -> None:
    base = "pairs:\n  - id: p\n    mentees: [a, b]\n"
    ours = base.replace("[a, b]", "[a, # старший\n      b, c]")
    theirs = base.replace("[a, b]", "\n      - a\n      - b\n      - d").replace(": \n", ":\n")
    made = merge("pairs", base, ours, theirs)
    assert (made.agrees, made.stretches) == (False, None)
    assert "# старший" in made.raw.decode()


# --- random edits of disjoint records and keys ---------------------------------------------------

NAMES = ("surname", "name", "phone", "note", "email")
WRITTEN = ("просто", '"в кавычках"', "'да: нет'", "~", "", "|-\n{pad}раз\n\n{pad}два",
           "на двух\n{pad}строках", "хвост  # {mark}")  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of people in one of many hands."""
    dash, gap = draw(st.sampled_from(["", "  "])), draw(st.sampled_from([" ", "   "]))
    pad = dash + " " + gap
    lines = [draw(st.sampled_from(["# шапка\n\npeople:", "people:  # список", "---\npeople:"]))]
    for number in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
        lines += draw(st.sampled_from([[], [""], [f"{dash}# перед p{number}"]]))
        if draw(st.integers(0, 3)) == 0:
            inside = "".join(f", {name}: 'v'" for name in names)
            lines.append(f"{dash}-{gap}{{id: p{number}{inside}}}  # о p{number}")
            continue
        lines.append(f"{dash}-{gap}id: p{number}")
        for name in names:
            lines += draw(st.sampled_from([[], [], [f"{pad}# о {name} p{number}"]]))
            value = draw(st.sampled_from(WRITTEN)).format(pad=pad + "  ", mark=f"{name} p{number}")
            lines.append(f"{pad}{name}: {value}".rstrip())
    lines += draw(st.sampled_from([[], ["", "# конец"], [f"{dash}# хвост"]]))
    return "\n".join([*lines, ""])


def _held(text: str) -> list[Any]:
    data: Any = bare_data(compose(text, "").root)
    return list(data["people"])


def _edits(
    data: st.DataObject, who: str, spots: list[tuple[int, str]], gone: list[int]
) -> list[Change]:
    changes: list[Change] = []
    for record, name in spots:
        at = ("people", record, name)
        removes = data.draw(st.booleans())
        changes.append(RemoveKey("", at) if removes else SetKey("", at, f"новое {who}", NAMES))
    if data.draw(st.booleans()):
        changes.append(AppendItem("", ("people",), {"id": f"new-{who}", "surname": "Н"}))
    return [*changes, *(RemoveItem("", ("people", record)) for record in gone)]


def _applied(people: list[Any], changes: list[Change]) -> list[Any]:
    people = copy.deepcopy(people)
    for change in changes:
        if isinstance(change, SetKey):
            people[int(change.at[1])][str(change.at[2])] = change.value
        elif isinstance(change, RemoveKey):
            people[int(change.at[1])].pop(str(change.at[2]), None)
        elif isinstance(change, AppendItem):
            people.append(change.value)
    gone = {int(change.at[1]) for change in changes if isinstance(change, RemoveItem)}
    return [each for number, each in enumerate(people) if number not in gone]


def _comments(text: str) -> set[str]:
    return {line.partition("#")[2].strip() for line in text.split("\n") if "#" in line}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_disjoint_edits_of_two_sides_are_both_there(data: st.DataObject) -> None:
    base = data.draw(files())
    people = _held(base)
    spots = [(number, name) for number in range(len(people)) for name in NAMES]
    mixed = data.draw(st.permutations(spots))
    some = data.draw(st.integers(0, min(6, len(mixed) // 2)))
    gone = data.draw(st.sampled_from([[], [0], [len(people) - 1]]))
    mine, yours = (
        [spot for spot in each if spot[0] not in gone]
        for each in (mixed[:some], mixed[-some:] if some else [])
    )
    ours_gone = gone if data.draw(st.booleans()) else []
    own = _edits(data, "мы", mine, ours_gone)
    other = _edits(data, "они", yours, [each for each in gone if each not in ours_gone])
    ours, theirs = (apply_changes(base, changes, "\n") for changes in (own, other))

    made = merge("people", base, ours, theirs)

    assert made.agrees, made.raw.decode()
    assert made.stretches is not None
    text = made.raw.decode()
    # 1. The data are those of the base with the edits of both sides made.
    expected = _applied(
        people, [*(each for each in own if not isinstance(each, RemoveItem)), *other]
    )
    lost = {people[each]["id"] for each in ours_gone}
    expected = [each for each in expected if each["id"] not in lost]
    assert _held(text) == expected
    # 2. No comment that both sides still have is lost.
    assert _comments(ours) & _comments(theirs) <= _comments(text)
    # 3. It does not matter who merges, but for the order of additions.
    turned = _held(merge("people", base, theirs, ours).raw.decode())
    assert {each["id"]: each for each in turned} == {each["id"]: each for each in expected}
