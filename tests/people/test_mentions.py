"""Who is mentioned in a text, by which words, and how surely."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Tell
from roadmap_cli.text.declension.names import declined
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName
from tests.conftest import ROOT

DATA = Path(__file__).parent.parent / "data"
FULL, GIVEN, SURNAME, WORD, NAMESAKE = (
    Tell.FULL, Tell.GIVEN, Tell.SURNAME, Tell.WORD, Tell.NAMESAKE,
)  # fmt: skip
M, F = Gender.MALE, Gender.FEMALE


def _person(name: str, gender: Gender | None = None, **keys: object) -> Person:
    """A person of «Фамилия Имя Отчество»; «_» is a space inside a part."""
    parts = [part.replace("_", " ") for part in name.split()]
    named = dict(zip(("surname", "name", "patronymic"), parts, strict=False))
    return Person(id="p", gender=gender, **named, **keys)  # type: ignore[arg-type]  # a table of keys


def _found(person: Person, text: str) -> list[tuple[Tell, str]]:
    return [(mention.kind, mention.words) for mention in Recognizer([person]).find(text)]


ALISA = "Кузнецова Алиса Фёдоровна"


@pytest.mark.parametrize(
    "text",
    [
        "Кузнецова Алиса Фёдоровна", "Кузнецовой Алисе Федоровне", "Кузнецовой Алисой Фёдоровной",
        "Алиса Фёдоровна Кузнецова", "Алису Фёдоровну Кузнецову", "Кузнецова Алиса",
        "Кузнецова А.Ф.", "Кузнецовой А. Ф.", "Кузнецову А.Ф", "Кузнецова А Ф", "Кузнецова АФ",
        "Кузнецова А.", "А.Ф. Кузнецова", "А. Ф. Кузнецовой", "А.Ф.Кузнецова", "А. Кузнецовой",
        "КУЗНЕЦОВА А.Ф.", "КУЗНЕЦОВОЙ АЛИСЕ", "кузнецова а.ф.", "кузнецовой алисе",
        "Кузнецова\u00a0А.\u00a0Ф.", "Кузнецова\nА.Ф.", "А.Ф.\nКузнецова", "Кузнецовой\n    Алисы",
        "Кузнецова, А. Ф.", "Кузнецова | Алиса | Фёдоровна", "Кузнецова;Алиса",
        "**Кузнецова** А.Ф.", "Алисы Кузнецовой",
        "Кузне\u00adцова А.Ф.", "Кузне-\nцова А.Ф.", "Кузне\u00ad\nцовой А.Ф.",
        "Кузнецо\u0301ва А.Ф.",
        "Kузнeцoвa А.Ф.", "Кузнецова A.Ф.", "Кузнец0ва А.Ф.", "Алиса Ф. Кузнецова",
        "Кузнецова Алиса Фе\u0308доровна", "Кузнецова Алиса (9А)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "беседа с {} и другими", "Вчера.\n{}\nЗавтра"])
def test_a_surname_with_given_names_that_fit_is_the_person(text: str, around: str) -> None:
    kinds = {kind for kind, _ in _found(_person(ALISA), around.format(text))}
    assert kinds == {FULL}


@pytest.mark.parametrize(
    ("name", "gender", "text", "kind"),
    [
        # Every form of a bare surname; «Белый» and «Заяц» are words, too.
        ("Кузнецова Алиса", F, "о Кузнецову", SURNAME),
        ("Кузнецова Алиса", F, "кузнецовой", SURNAME),
        ("Фёдорова Алиса", F, "с Федоровой", SURNAME),
        ("Федорова Алиса", F, "с Фёдоровой", SURNAME),
        ("Белый Илья", M, "с Белым", SURNAME),
        ("Белый Илья", M, "у Белого И.", FULL),
        ("Белый Илья", M, "белый медведь", WORD),
        ("Белый Илья", M, "Там белый медведь", WORD),
        ("Белый Илья", M, "Белый медведь", WORD),
        ("Белый Илья", M, "Было. Белый медведь", WORD),
        ("Белый Илья", M, "тема «Белый медведь»", WORD),
        ("Белый Илья", M, "1. Белый медведь", WORD),
        ("Белый Илья", M, "тема | Белый медведь | 9А", WORD),
        ("Белый Илья", M, "О БЕЛОМ МЕДВЕДЕ", WORD),
        ("Белый Илья", M, "пришёл БЕЛЫЙ", SURNAME),
        ("Белый Илья", M, "наставник | Белый | 9А", SURNAME),
        ("Белый Илья", M, "Наставник: Белый, 9А", SURNAME),
        ("Белый Илья", M, "кл. рук. Белый сказал", SURNAME),
        ("Белый Илья", M, "бе\u00adлый медведь", WORD),
        ("Бeлый Илья", M, "с Белым", SURNAME),
        ("Белый. Илья", M, "с Белым", SURNAME),
        ("Белый Илья", M, "беседа с\nБелым о планах", SURNAME),
        ("Белый Илья", M, "Иванов,\nБелый и другие", SURNAME),
        ("Белый Илья", M, "Белый Илья пришёл", FULL),
        ("Заяц Олег", M, "с Зайцем", SURNAME),
        ("Заяц Олег", M, "с Заяцем", SURNAME),
        ("Заяц Олег", M, "в лесу заяц бежит", WORD),
        ("Заяц Ольга", F, "у Заяц", SURNAME),
        ("Мороз Пётр", M, "у Мороза", SURNAME),
        ("Мороз Пётр", M, "Мороз и солнце", WORD),
        ("Голова Пётр", M, "к Голове", SURNAME),
        ("Голова Анна", F, "к Головой", SURNAME),
        ("Лебедь Анна", F, "с Лебедь", SURNAME),
        ("Лебедь Пётр", M, "с Лебедем", SURNAME),
        ("Мартин Пётр", M, "с Мартином", SURNAME),
        ("Мартин Пётр", M, "Мартин П.", FULL),
        ("Орлов Олег", M, "Орлов ведёт кружок", SURNAME),
        ("Орлов Олег", M, "стая орлов", WORD),
        ("Ли О.", M, "с Ли", SURNAME),
        ("Ли О.", M, "у Ли О.", FULL),
        ("Ли О.", M, "знает ли он", None),
        ("Ли О.", M, "ЗНАЕТ ЛИ ОН", WORD),
        ("Ан Вера", F, "у Ан Веры", FULL),
        ("Ан Вера", F, "в РАН и АН", WORD),
        ("Но Вера", F, "Но дети", WORD),
        # What declines and what does not.
        ("Коваль Пётр", M, "с Ковалём", SURNAME),
        ("Коваль Анна", F, "с Ковалём", None),
        ("Коваль Анна", F, "с Коваль", SURNAME),
        ("Коваль Саша", None, "с Ковалём", SURNAME),
        ("Чавчавадзе Нино", F, "с Чавчавадзе", SURNAME),
        ("Шевченко Анна", F, "о Шевченко А.", FULL),
        ("Черных Пётр", M, "у Черных П.", FULL),
        ("Дюма Пётр", M, "с Дюма П.", FULL),
        ("Савицкий Пётр", M, "к Савицкому", SURNAME),
        ("Савицкий Пётр", M, "у Савицких", SURNAME),
        ("Савицкий Пётр", M, "у Савицкой", None),
        ("Орлова Анна", F, "семья Орловых", SURNAME),
        ("Кравец Пётр", M, "с Кравецем", SURNAME),
        ("Бюлов Пётр", M, "с Бюловым", SURNAME),
        # Double surnames, whole and by halves.
        ("Гринь-Котова Анна", F, "о Гринь-Котовой А.", FULL),
        ("Гринь-Котова Анна", F, "о Гринь\u2011Котовой", SURNAME),
        ("Гринь-Котова Анна", F, "о Гринь – Котовой", SURNAME),
        ("Гринь-Котова Анна", F, "о Котовой", SURNAME),
        ("Гринь-Котова Анна", F, "о Котовой А.", FULL),
        ("Гринь-Котова Анна", F, "у Гринь", SURNAME),
        ("Бонч-Бруевич Пётр", M, "у Бонч-Бруевича П.", FULL),
        ("Бонч-Бруевич Пётр", M, "у Бруевича", SURNAME),
        ("Бонч-Бруевич Пётр", M, "у Бонч", None),
        ("Мамед-оглы Рашид", M, "у Мамед-оглы Рашида", FULL),
        ("Мамед-оглы Рашид", M, "сам оглы", None),
        ("Кара-оол Пётр", M, "с Кара-оолом П.", FULL),
        ("де_Гиш Пётр", M, "у де Гиша П.", FULL),
        ("О'Коннор Пётр", M, "у О'Коннора П.", FULL),
        ("Котова Анна", F, "о Гринь-Котовой А.", SURNAME),
        ("Кузнецова_(Белова) Анна", F, "о Беловой А.", FULL),
        # Given names.
        (ALISA, None, "с Алисой Фёдоровной", GIVEN),
        (ALISA, None, "АЛИСЕ\u00a0ФЕДОРОВНЕ", GIVEN),
        (ALISA, None, "Алиса\nФёдоровна", GIVEN),
        (ALISA, None, "Алиса", None),
        (ALISA, None, "Фёдоровна", None),
        (ALISA, None, "Алиса. Фёдоровна", None),
        (ALISA, None, "Иванова Алиса Фёдоровна", NAMESAKE),
        (ALISA, None, "Алисы Фёдоровны Ивановой", NAMESAKE),
        (ALISA, None, "передал Иванов Алисе Фёдоровне", GIVEN),
        ("Ли Наталья Геннадьевна", None, "Наталии Геннадиевне", GIVEN),
        ("Ли Юлия Юрьевна", None, "с Юлией Юрьевной", GIVEN),
        ("Ли Юлия Юрьевна", None, "с Юлией Юриевной", GIVEN),
        ("Алиев Рашид Мамед_оглы", M, "Рашид Мамед оглы", GIVEN),
        ("Ли Анна-Мария Ильинична", None, "Анны-Марии Ильиничны", GIVEN),
        ("Кузнецова А. Ф.", F, "Алиса Фёдоровна", None),
        ("Кузнецова А. Ф.", F, "Кузнецова А.Ф.", FULL),
        ("Кузнецова Алиса", F, "Кузнецова А.Ф.", FULL),
        ("Кузнецова", F, "Кузнецова А.Ф.", SURNAME),
        # Others.
        (ALISA, None, "Кузнецова Б.В.", NAMESAKE),
        (ALISA, None, "Б.В. Кузнецова", NAMESAKE),
        (ALISA, None, "Кузнецова А.В.", NAMESAKE),
        (ALISA, None, "Кузнецова Мария Фёдоровна", NAMESAKE),
        (ALISA, None, "Марии Петровны Кузнецовой", NAMESAKE),
        (ALISA, None, "Кузнецова Алиса Петровна", NAMESAKE),
        (ALISA, None, "Кузнецова Марина", SURNAME),
        (ALISA, None, "от Марины и А.Ф. Кузнецовой", FULL),
        (ALISA, None, "сказала Марина А.Ф. Кузнецовой", FULL),
        (ALISA, None, "Кузнецова А.Ф. Иванова Б.В.", FULL),
        (ALISA, None, "к Кузнецовой Петрович зашёл", SURNAME),
        (ALISA, None, "Лиса Кузнецова", SURNAME),
        (ALISA, None, "Кузнецовой Борис Петрович", SURNAME),
        (ALISA, None, "ул. Кузнецова", SURNAME),
        (ALISA, None, "была Кузнецова. В классе", SURNAME),
        (ALISA, None, "Кузнецовой в. школы", SURNAME),
        (ALISA, None, "Кузнецовой, г. Самара", SURNAME),
        (ALISA, None, "Кузнецова, Б.В. Белый", SURNAME),
        (ALISA, None, "Кузнецова, А.Ф. Белова", SURNAME),
        (ALISA, None, "Иванов Б.В., Кузнецова", SURNAME),
        (ALISA, None, "Иванов Б.В. | Кузнецова", SURNAME),
        (ALISA, None, "Иванов Б.В.\nКузнецова А.Ф.", FULL),
        (ALISA, None, "Кузнецова А.Ф.\nБ.В. Иванов", FULL),
        (ALISA, None, "Иванов А.Ф.\nКузнецова Б.В.", NAMESAKE),
        (ALISA, None, "Кузнец", None),
        (ALISA, None, "Кузнецовский", None),
        (ALISA, None, "с Кузнецовым А.Ф.", SURNAME),
        ("Петрович Олег", M, "Иван Петрович", SURNAME),
        ("Мартин Олег", M, "Мартин Иванович", NAMESAKE),
    ],
)  # fmt: skip
def test_how_surely_a_name_tells(
    name: str, gender: Gender | None, text: str, kind: Tell | None
) -> None:
    kinds = [found for found, _ in _found(_person(name, gender), text)]
    assert kinds == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("с Кузнецовой А. Ф., 9А", "Кузнецовой А. Ф."),
        ("А. Ф. Кузнецова.", "А. Ф. Кузнецова"),
        ("у Алисы Фёдоровны.", "Алисы Фёдоровны"),
        ("9А: Кузне\u00adцова!", "Кузне\u00adцова"),
    ],
)
def test_the_words_stand_where_the_mention_says(text: str, told: str) -> None:
    (mention,) = Recognizer([_person(ALISA)]).find(text)
    assert (mention.words, mention.start, mention.end) == (
        told, text.index(told), text.index(told) + len(told),
    )  # fmt: skip


def _who(people: list[Person], text: str) -> set[tuple[str, Tell]]:
    return {(mention.person, mention.kind) for mention in Recognizer(people).find(text)}


def _people(*names: str) -> list[Person]:
    """People whose codes are their numbers, from 1."""
    known = [_person(name) for name in names]
    parts = [(each.surname, each.name, each.patronymic) for each in known]
    return [
        Person(id=str(n), surname=surname, name=name, patronymic=patronymic)
        for n, (surname, name, patronymic) in enumerate(parts, 1)
    ]


@pytest.mark.parametrize(
    ("names", "text", "who"),
    [
        ((ALISA, ALISA), "Кузнецова А.Ф.", {("1", FULL), ("2", FULL)}),
        ((ALISA, "Кузнецова Анна Ильинична"), "Кузнецова А.", {("1", FULL), ("2", FULL)}),
        ((ALISA, "Кузнецова Анна Ильинична"), "Кузнецова А.И.", {("1", NAMESAKE), ("2", FULL)}),
        ((ALISA, "Кузнецова Анна Ильинична"), "Кузнецова Анна", {("1", NAMESAKE), ("2", FULL)}),
        ((ALISA, "Кузнецов Борис Ильич"), "Кузнецова", {("1", SURNAME), ("2", SURNAME)}),
        ((ALISA, "Кузнецов Борис Ильич"), "Кузнецова Б.И.", {("1", NAMESAKE), ("2", FULL)}),
        ((ALISA, "Кузнецов Борис Ильич"), "Кузнецовой Б.И.", {("1", NAMESAKE)}),
        ((ALISA, "Ли Алиса Фёдоровна"), "Ли Алиса Фёдоровна", {("1", NAMESAKE), ("2", FULL)}),
        ((ALISA, "Ли Алиса Фёдоровна"), "Алиса Фёдоровна", {("1", GIVEN), ("2", GIVEN)}),
        (("Котова Вера", "Гринь-Котова Анна"), "Гринь-Котова", {("1", NAMESAKE), ("2", SURNAME)}),
        (("Котова Вера", "Котова Анна"), "Гринь-Котова", {("1", SURNAME), ("2", SURNAME)}),
        (("Котова Вера", "Гринь-Котова Анна"), "о Котовой", {("1", SURNAME), ("2", SURNAME)}),
        ((ALISA, "Белый Илья Ильич"), "Кузнецова А.Ф., Белый И.И.", {("1", FULL), ("2", FULL)}),
        ((ALISA, "Белый Илья Ильич"), "А.Ф. Кузнецова, И.И. Белый", {("1", FULL), ("2", FULL)}),
    ],
)
def test_who_of_several_is_meant(
    names: tuple[str, ...], text: str, who: set[tuple[str, Tell]]
) -> None:
    assert _who(_people(*names), text) == who


def test_forms_given_by_hand_are_found() -> None:
    own = CaseForms(dative="Ли-Сун Сергею Ильичу", instrumental="Лием Серёгой Ильём")
    person = _person("Ли Сергей Ильич", M, name_cases=own)
    for text in ("с Лием С.И.", "с Ли Серёгой", "Лием Серёгой Ильём"):
        assert [kind for kind, _ in _found(person, text)] == [FULL]
    assert _found(person, "с Серёгой Ильём") == [(GIVEN, "Серёгой Ильём")]


def test_the_forgotten_and_the_locked_have_no_names() -> None:
    known = [
        _person("(данные_уничтожены)", forgotten_on=None),
        Person(id="x", surname="данные", forgotten_on=None, locked="шифр"),
    ]
    assert _who(known[1:], "данные") == set()
    assert {kind for _, kind in _who(known[:1], "данные")} == {WORD}


def test_one_recognizer_reads_many_texts() -> None:
    recognizer = Recognizer(_people(ALISA, "Белый Илья Ильич"))
    for text, who in (("Белым", "2"), ("Кузнецовой А.", "1"), ("у Белого", "2"), ("", None)):
        assert [mention.person for mention in recognizer.find(text)] == ([who] if who else [])


def _listed() -> list[tuple[str, Gender]]:
    """The surnames of the tables with their genders."""
    surnames = [
        (row.split("\t")[0], M if row.split("\t")[2] == "male" else F)
        for row in (DATA / "surnames.tsv").read_text("utf-8").splitlines()[1:]
    ]
    surnames += [
        (row.split("\t")[0], M if row.split("\t")[1] == "m" else F)
        for row in (DATA / "peoples_surnames.tsv").read_text("utf-8").splitlines()[1:]
    ]
    return surnames + [(word, M) for word in _ordinary("surname")]


def _ordinary(kind: str) -> list[str]:
    rows = (DATA / "ordinary_names.tsv").read_text("utf-8").splitlines()
    return next(row.split("\t")[1].split() for row in rows if row.split("\t")[0] == kind)


@st.composite
def _anybody(draw: st.DrawFn) -> Person:
    surname, gender = draw(st.sampled_from(_listed()))
    name = draw(st.sampled_from(_ordinary(gender.value)))
    patronymic = draw(st.sampled_from(_ordinary("patronymic")))
    if gender is F:
        patronymic = patronymic[:-2] + ("на" if patronymic.endswith("вич") else "инична")
    return Person(id="p", surname=surname, name=name, patronymic=patronymic, gender=gender)


AROUND = st.text("абв где ,;:()«»\n—", max_size=12)


@settings(deadline=None, max_examples=150)
@given(_anybody(), st.sampled_from(Case), AROUND, AROUND)
def test_every_printed_form_is_found(person: Person, case: Case, before: str, after: str) -> None:
    """Names as documents print them, in any surroundings."""
    recognizer = Recognizer([person])
    name = declined(FullName(person.surname, person.name, person.patronymic), case, person.gender)
    bare, first, second = name.name
    for text, kinds in (
        (person.name_in(case), {FULL}),
        (person.with_initials(case), {FULL}),
        (person.signature_name, {FULL}),
        (f"{first} {second}", {GIVEN}),
        (bare, {SURNAME, WORD}),
    ):
        start = len(before) + 1
        mentions = recognizer.find(f"{before} {text} {after}")
        here = {each.kind for each in mentions if each.start == start}
        assert here, (text, mentions)
        assert here <= kinds, (text, mentions)


@settings(deadline=None, max_examples=60)
@given(st.lists(_anybody(), max_size=4), st.text(max_size=60))
def test_any_text_can_be_read(people: list[Person], text: str) -> None:
    for mention in Recognizer(people, codes=True).find(text):
        assert text[mention.start : mention.end] == mention.words


def test_our_own_templates_name_nobody() -> None:
    """Three hundred people with ordinary surnames, and no false name among the fixed words."""
    men = [
        Person(id=f"m{n}", surname=word, name="Пётр") for n, word in enumerate(_ordinary("surname"))
    ]
    recognizer = Recognizer(men)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "templates").rglob("*.md"))]
    texts.append((DATA / "published_notations.tsv").read_text("utf-8"))
    assert len(texts) > 30
    assert [mention for text in texts for mention in recognizer.find(text)] == []
