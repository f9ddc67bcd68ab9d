"""The section of the site: who is named, which files are copied, what becomes of old ones."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.domain.publication.results import PublicResults
from roadmap_cli.usecases.session import Run as SiteRun
from roadmap_cli.usecases.site.export import export_site
from tests.conftest import Run
from tests.publishing import (
    BEFORE,
    HER_NAMES,
    RESULTS,
    TODAY,
    WITHDRAWN,
    every_word,
    give,
    make_ready,
    replace,
)

PAGES = {
    "index.html", "dokumenty.html", "dorozhnaia-karta.html", "rezultaty.html", "style.css",
    "roadmap-site.json",
}  # fmt: skip


@pytest.fixture
def ready(run: Run, school: Path) -> Path:
    make_ready(run, school)
    return school


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _text(root: Path, name: str = "index.html") -> str:
    return (root / "сайт" / name).read_text("utf-8")


def _export(run: Run, *words: str, code: int = 0, today: str = TODAY) -> str:
    outcome = run("export", "site", "сайт", *words, today=today, columns=200)
    assert outcome.code == code, outcome.err
    return outcome.out + outcome.err


def test_the_files_have_stable_names_and_bytes(run: Run, ready: Path) -> None:
    said = _export(run)
    folder = ready / "сайт"
    documents = {
        "documents/prikaz-o-vnedrenii-tselevoi-modeli-nastavnichestva-21-1-2025-10-01.docx",
        "documents/prikaz-o-naznachenii-koordinatora-i-kuratorov-22-2025-10-02.docx",
        "documents/polozhenie-o-nastavnichestve-22-2025-10-02.docx",
    }
    assert _files(folder) == PAGES | documents
    before = {name: (folder / name).read_bytes() for name in _files(folder)}
    assert "index.html — без изменений" in _export(run)
    assert {name: (folder / name).read_bytes() for name in _files(folder)} == before
    assert all(name in said for name in documents)
    assert said.rstrip().endswith("--evidence АДРЕС_СТРАНИЦЫ")
    for name in (str(ready), "2026", "T0"):
        assert name not in _text(ready).replace("2025/2026", ""), name
    assert "По состоянию на" in _text(ready)
    assert "1 декабря 2025 г." in _text(ready)
    for name in documents:
        assert f'href="{name}"' in _text(ready, "dokumenty.html")
    assert (folder / min(documents)).read_bytes() in [
        path.read_bytes() for path in (ready / "documents").iterdir()
    ]


def test_participants_are_counted_and_those_who_agreed_are_named(run: Run, ready: Path) -> None:
    _export(run)
    text = _text(ready)
    for name in ("Иванова-Ли Дарья Андреевна", "Дюма Артём Львович", "Соколов Пётр Павлович"):
        assert name in text, name
    for name in ("Швец", "Белов", "Новик", "Орлова"):
        assert name not in every_word(ready / "сайт"), name
    assert ">педагог – педагог</th>" in text
    assert 'data-label="Наставников">2</td>' in text
    assert 'data-label="Наставляемых">3</td>' in text


def test_a_withdrawn_consent_leaves_no_byte_of_the_name(run: Run, ready: Path) -> None:
    """She stands in every free text that there is; an export of before has named her."""
    for person in ("shvets", "belov"):
        give(ready, person)
    replace(ready, "roadmap", "title: Дорожная карта реализации", "title: Карта Новик Е.Ю. для")
    replace(ready, "roadmap", "title: Подготовка условий", "title: Елена Юрьевна Новик, условия")
    replace(
        ready, "roadmap", "Подготовка системных папок", "Беседа с Еленой Юрьевной Новик о папках"
    )
    replace(ready, "roadmap", "deadline: Октябрь\n", "deadline: Октябрь, как скажет Новик Е.Ю.\n")
    replace(ready, "partners", "name: АО «Энский завод»", "name: ИП Новик Е.Ю.")
    replace(ready, "partners", "помощь в", "помощь Новик Е. Ю. в")
    replace(ready, "partners", "head: orlova,", "head: orlova, site: 'https://x.example/Новик',")
    replace(ready, "programs", "goal: помочь", "goal: Новик Елена поможет")
    replace(ready, "programs", "[Знакомство с", "[Знакомство Новик с")
    replace(
        ready, "documents", "О внедрении целевой модели наставничества", "О назначении Новик Е.Ю."
    )
    replace(ready, "documents", "number: 30", "number: 30-Новик")
    _export(run, "--embed", today=BEFORE)
    assert "Новик" in every_word(ready / "сайт")
    assert any("pairs" in name or "par-30" in name for name in _files(ready / "сайт" / "documents"))
    said = _export(run, "--embed")
    found = every_word(ready / "сайт")
    for name in HER_NAMES:
        assert name.casefold() not in found.casefold(), name
    assert "согласие отозвано" in said
    assert "дорожная карта, 2.1.1" in said
    assert "удалён: в раздел больше не входит" in said


@pytest.mark.parametrize(
    ("extra", "code", "named"),
    [
        ("", "dyuma", True),
        (", valid_to: 2025-12-01", "belov", True),
        (", valid_to: 2025-11-30", "belov", False),
        (", withdrawn_on: 2025-12-01", "belov", False),
        (", withdrawn_on: 2025-12-02", "belov", True),
    ],
)
def test_the_consent_counts_on_the_day(
    run: Run, ready: Path, extra: str, code: str, named: bool
) -> None:
    if code == "belov":
        give(ready, "belov", extra=extra)
    _export(run)
    surname = {"dyuma": "Дюма", "belov": "Белов"}[code]
    assert (surname in _text(ready)) is named


@pytest.mark.parametrize(
    ("born", "signer", "named"),
    [
        ("2012-01-01", "self", False),
        ("2012-01-01", "representative", True),
        ("1990-01-01", "self", True),
    ],
)
def test_a_child_is_named_when_a_parent_has_signed(
    run: Run, ready: Path, born: str, signer: str, named: bool
) -> None:
    replace(ready, "people", "id: belov,", f"id: belov, born: {born},")
    give(ready, "belov", extra=f", signer: {signer}")
    _export(run)
    assert ("Белов" in _text(ready)) is named


def test_withdrawing_the_processing_takes_the_rest_along(run: Run, ready: Path) -> None:
    replace(ready, "consents", "id: dyuma-pd,", "id: dyuma-pd, withdrawn_on: 2025-11-20,")
    _export(run)
    assert "Дюма" not in every_word(ready / "сайт")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (None, True),
        (("people", "position: методист}", "group: 9А}"), False),
        (("partners", "head: orlova", "head: sokolov"), False),
        (("consents", "id: dyuma-pd,", "id: dyuma-pd, representative: sokolov,"), False),
    ],
)
def test_staff_are_named_by_office_and_outsiders_are_not(
    run: Run, ready: Path, change: tuple[str, str, str] | None, named: bool
) -> None:
    if change:
        replace(ready, *change)
    _export(run)
    assert ("Соколов" in _text(ready)) is named
    assert ("Соколов" in every_word(ready / "сайт")) is named


def test_a_person_without_position_or_office_is_not_staff(run: Run, ready: Path) -> None:
    replace(ready, "people", ", position: методист}", "}")
    replace(ready, "organization", "curators: [sokolov, cherny]\nsite_editor: sokolov\n", "")
    said = _export(run)
    assert "Соколов" not in every_word(ready / "сайт")
    assert "не указана должность" in said
    assert "ответственный сотрудник" in _text(ready, "dorozhnaia-karta.html")


def test_instead_of_a_name_stands_the_position(run: Run, ready: Path) -> None:
    said = _export(run)
    text = _text(ready, "dorozhnaia-karta.html")
    assert 'data-label="Ответственный">педагог-организатор</td>' in text
    assert 'data-label="Ответственный">концертмейстер</td>' in text
    assert 'data-label="Ответственный">Соколов Пётр Павлович, методист</td>' in text
    assert "Швец И.И. (нет согласия на распространение персональных данных)" in said
    assert "дорожная карта, 3.1.1" in said


def test_nobody_knows_whether_a_stranger_agreed(run: Run, ready: Path) -> None:
    run("assign", "1.3", "Кузнецов А.А., приглашённый", today=TODAY)
    said = _export(run)
    assert "Кузнецов" not in every_word(ready / "сайт")
    assert "[имя не публикуется], приглашённый" in _text(ready, "dorozhnaia-karta.html")
    assert "Кузнецов А.А. (человека нет в data/people.yaml)" in said


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        (None, True),
        (", withdrawn_on: 2025-12-01", False),
        (", withdrawn_on: 2025-12-02", True),
        (", valid_to: 2025-11-01", True),
    ],
)
def test_whoever_has_taken_it_back_is_not_named_by_office_either(
    run: Run, ready: Path, extra: str | None, named: bool
) -> None:
    if extra is not None:
        give(ready, "sokolov", extra=extra)
    _export(run)
    assert ("Соколов" in every_word(ready / "сайт")) is named


def test_whoever_has_agreed_again_is_named_again(run: Run, ready: Path) -> None:
    give(ready, "sokolov", extra=", withdrawn_on: 2025-11-01")
    path = ready / "data" / "consents.yaml"
    text = path.read_text("utf-8")
    again = "  - {id: again, person: NAME, kind: pd_distribution, given_on: 2025-11-02}\n"
    more = again.replace("NAME", "sokolov") + again.replace("NAME", "novik").replace("again", "a2")
    path.write_text(text + more, encoding="utf-8")
    _export(run)
    assert "Соколов Пётр Павлович" in _text(ready)
    assert "Новик Елена Юрьевна" in _text(ready)


@pytest.mark.parametrize(
    ("person", "key", "words", "told"),
    [
        ("dyuma", "phone: +7 900 555-44-33", "тел. 8 (900) 555-44-33", False),
        ("sokolov", "phone: +7 900 555-44-33", "тел. 8 (900) 555-44-33", True),
        ("dyuma", "email: a@b.example", "почта a@b.example", False),
        ("sokolov", "email: a@b.example", "почта a@b.example", True),
        ("sokolov", "address: 'г. Энск, ул. Садовая, д. 5'", "г. Энск, ул. Садовая, д. 5", False),
        ("sokolov", "passport: '00 11 223344'", "паспорт 00 11 223344", False),
    ],
)
def test_a_consent_to_be_named_opens_nothing_else(
    run: Run, ready: Path, person: str, key: str, words: str, told: bool
) -> None:
    replace(ready, "people", f"id: {person},", f"id: {person}, {key},")
    replace(ready, "roadmap", "Подготовка системных папок", f"Беседа, {words}, о папках")
    _export(run)
    assert (words in _text(ready, "dorozhnaia-karta.html")) is told
    assert ("[имя не публикуется]" in _text(ready, "dorozhnaia-karta.html")) is not told


def test_what_overlaps_is_taken_out_whole(run: Run, ready: Path) -> None:
    replace(ready, "people", "id: belov,", "id: belov, phone: +7 900 555-44-33,")
    replace(ready, "people", "id: ivanova,", "id: ivanova, passport: '44 33 445566',")
    run("assign", "1.3", "тел. 9005554433445566.", today=TODAY)
    _export(run)
    text = _text(ready, "dorozhnaia-karta.html")
    assert ">тел. [имя не публикуется].</td>" in text


def test_a_position_that_is_there_already_is_not_said_twice(run: Run, ready: Path) -> None:
    run("assign", "1.3", "Швец И.И., Педагог-организатор", today=TODAY)
    _export(run)
    text = _text(ready, "dorozhnaia-karta.html")
    assert ">[имя не публикуется], Педагог-организатор</td>" in text


def test_two_documents_do_not_share_a_file(run: Run, ready: Path) -> None:
    path = ready / "data" / "documents.yaml"
    text = path.read_text("utf-8")
    own = "documents/Приказ о назначении координатора и кураторов № 22.docx"
    line = f"  - {{kind: order.curators, number: '22', date: 2025-10-02, file: {own!r}}}\n"
    path.write_text(text + line + line.replace("2025-10-02", "2025-12-01"), encoding="utf-8")
    _export(run)
    names = {name for name in _files(ready / "сайт") if "koordinatora" in name}
    start = "documents/prikaz-o-naznachenii-koordinatora-i-kuratorov-22-2025"
    assert names == {f"{start}-10-02.docx", f"{start}-10-02-2.docx", f"{start}-12-01.docx"}


@pytest.mark.parametrize(
    ("role", "days", "counted"),
    [
        ("mentors", "joined: 2025-12-01", 1), ("mentors", "joined: 2025-12-02", 0),
        ("mentees", "joined: 2025-12-01", 1), ("mentees", "joined: 2025-12-02", 0),
        ("mentors", "left: 2025-12-01", 0), ("mentors", "left: 2025-12-02", 1),
    ],
)  # fmt: skip
def test_participants_count_from_the_first_day_to_the_last(
    run: Run, ready: Path, role: str, days: str, counted: int
) -> None:
    for name in ("mentors", "mentees", "pairs"):
        records = f"  - {{person: sokolov, form: pupil_pupil, {days}}}\n" * 2
        text = f"{name}:\n{records}" if name == role else f"{name}: []\n"
        (ready / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    _export(run)
    label = "Наставников" if role == "mentors" else "Наставляемых"
    assert (f'data-label="{label}">1</td>' in _text(ready)) is bool(counted)
    assert ("ученик – ученик" in _text(ready)) is bool(counted)


@pytest.mark.parametrize(
    ("change", "pairs"),
    [
        ("status: active", 1), ("status: confirmed", 1), ("status: proposed", 0),
        ("status: closed", 0), ("status: replaced", 0),
        ("status: active, start: 2025-12-01", 1), ("status: active, start: 2025-12-02", 0),
        ("status: active, end: 2025-12-01", 1), ("status: active, end: 2025-11-30", 0),
    ],
)  # fmt: skip
def test_pairs_count_while_they_work(run: Run, ready: Path, change: str, pairs: int) -> None:
    line = f"pairs:\n  - {{id: a, mentor: shvets, mentees: [dyuma], {change}}}\n"
    (ready / "data" / "pairs.yaml").write_text(line, encoding="utf-8")
    _export(run)
    total = _text(ready).partition("<tfoot")[2].partition("</tfoot>")[0]
    assert f'data-label="Пар и групп">{pairs}</td>' in total


def test_whoever_is_forgotten_does_not_count(run: Run, ready: Path) -> None:
    replace(ready, "people", "id: belov, surname: Белов, name: С., patronymic: К.,",
            "id: belov, surname: '-', forgotten_on: 2025-11-01,")  # fmt: skip
    _export(run)
    assert 'data-label="Наставляемых">2</td>' in _text(ready)


def test_a_repeating_item_tells_its_periods(run: Run, ready: Path) -> None:
    run("postpone", "1.1.1", "ежемесячно до 5 числа", today=TODAY)
    run("reopen", "1.1.1", "1.1.2", "1.1.3", today=TODAY)
    assert _done_words(run, ready) == "запланировано"
    assert _bar_words(ready) == "запланировано"
    run("done", "1.1.1", today=TODAY)
    assert "выполнено 1 из " in _done_words(run, ready)
    assert _bar_words(ready) == "в работе"
    for _ in range(20):
        run("done", "1.1.1", today="2026-08-31")
    assert _done_words(run, ready) == "выполнено 31.08.2026"


def _bar_words(ready: Path) -> str:
    """The state of activity 1.1 beside the picture."""
    row = _text(ready, "dorozhnaia-karta.html").partition('<th scope="row">1.1 ')[2]
    return row.partition("</tr>")[0].rpartition("<td>")[2].partition("<")[0]


def _done_words(run: Run, ready: Path) -> str:
    _export(run)
    row = _text(ready, "dorozhnaia-karta.html").partition(">1.1.1</td>")[2].partition("</tr>")[0]
    return row.rpartition('data-label="Состояние">')[2].partition("<")[0]


def test_a_link_that_names_somebody_leads_nowhere(run: Run, ready: Path) -> None:
    replace(ready, "partners", "head: orlova,", "head: orlova, site: 'https://x.example/Белов',")
    said = _export(run)
    assert "x.example" not in _text(ready)
    assert "партнёр zavod" in said


def test_a_school_is_called_as_its_signboard_says(run: Run, ready: Path) -> None:
    name = "Гимназия Елены Новик"
    path = ready / "data" / "organization.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [f"full_name: {name}\n" if line.startswith("full_name") else line for line in lines]
    path.write_text("".join(kept), encoding="utf-8")
    _export(run)
    assert name in _text(ready)


def test_a_document_is_copied_only_when_nobody_is_in_it(run: Run, ready: Path) -> None:
    said = _export(run)
    assert "Приказ об утверждении наставнических пар от 09.10.2025 № 30: в файле названы" in said
    listed = _text(ready, "dokumenty.html")
    assert "<li>Приказ об утверждении наставнических пар, от 09.10.2025 № 30</li>" in listed
    for person in ("shvets", "belov"):
        give(ready, person)
    replace(ready, "consents", ", withdrawn_on: 2025-11-01", "")
    assert "в файле названы" not in _export(run)
    assert "documents/prikaz-ob-utverzhdenii-nastavnicheskikh-par-30-2025-10-09.docx" in _files(
        ready / "сайт"
    )


def _order(ready: Path) -> Path:
    return ready / "documents" / "Приказ о назначении координатора и кураторов № 22.docx"


def _with_part(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("word/media/image1.png", b"\x89PNG", "рисунки или вложения"),
        ("word/embeddings/1.xlsx", b"PK", "рисунки или вложения"),
        ("word/vbaProject.bin", b"\0", "рисунки или вложения"),
        ("word/comments.xml", '<w:c w:author="Швец И.И."/>'.encode(), "названы «Швец И.И.»"),
        ("word/more.xml", "<w:t>Шв</w:t><w:t>ец И.И.</w:t>".encode(), "в файле названы"),
        ("word/more.xml", "<w:t>Кузнецов А.А.</w:t>".encode(), "человека нет в data"),
        ("word/_rels/more.rels", b'<R Target="mailto:x@shvets.example"/>', "«x@shvets.ex"),
        ("word/more.xml", "<w:t>Соколов П.П.</w:t>".encode(), None),
        ("word/more.xml", "<w:t>Швец Б.Б. тут нет</w:t>".encode(), "человека нет"),
    ],
)  # fmt: skip
def test_every_part_of_a_file_is_looked_through(
    run: Run, ready: Path, name: str, content: bytes, why: str | None
) -> None:
    replace(ready, "people", "id: shvets,", "id: shvets, email: x@shvets.example,")
    _with_part(_order(ready), name, content)
    said = _export(run)
    copied = {file for file in _files(ready / "сайт") if "koordinatora" in file}
    assert bool(copied) is (why is None)
    assert why is None or why in said


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("../снаружи.docx", "вне папки"),
        ("/etc/hostname", "вне папки"),
        ("documents/нет.docx", "файла нет"),
        ("documents/x.pdf", "копируются только файлы .docx"),
        ("documents/x.html", "копируются только файлы .docx"),
        ("documents", "копируются только файлы .docx"),
        ("documents/текст.docx", "слова файла прочитать нельзя"),
        ("documents/link.docx", "вне папки"),
    ],
)
def test_only_a_readable_word_file_of_the_workspace_is_copied(
    run: Run, ready: Path, file: str, why: str
) -> None:
    (ready.parent / "снаружи.docx").write_bytes(_order(ready).read_bytes())
    (ready / "documents" / "x.html").write_text("<script>", encoding="utf-8")
    (ready / "documents" / "текст.docx").write_text("не документ", encoding="utf-8")
    (ready / "documents" / "link.docx").symlink_to(ready.parent / "снаружи.docx")
    own = "documents/Приказ о назначении координатора и кураторов № 22.docx"
    replace(ready, "documents", own, file)
    assert why in _export(run)
    assert not {name for name in _files(ready / "сайт") if "koordinatora" in name}


def test_drafts_letters_and_papers_of_people_are_not_shown(run: Run, ready: Path) -> None:
    for words in (["order", "rewards"], ["letter", "thanks", "zavod", "-n", "5"],
                  ["protocol", "council", "-n", "6"],
                  ["order", "closing-event", "-n", "7", "-d", "2025-12-02"]):  # fmt: skip
        assert run(*words, today=BEFORE).code in (0, 1)
    lines = (
        "  - {kind: order.rewards, number: 50, subject: dyuma, title: О поощрении}\n"
        "  - {kind: form.plan, number: 51, subject: shvets-1, title: План}\n"
    )
    path = ready / "data" / "documents.yaml"
    path.write_text(path.read_text("utf-8") + lines, encoding="utf-8")
    said = _export(run)
    listed = _text(ready, "dokumenty.html")
    for number in ("№ 5", "№ 6", "№ 7", "№ 50", "№ 51"):
        assert f"{number}<" not in listed, number
    assert "Ещё не подписаны" in said
    assert "Приказ об итоговом мероприятии" in said


def test_what_lies_in_the_folder_is_left_alone_or_in_the_way(run: Run, ready: Path) -> None:
    folder = ready / "сайт"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "logo.png").write_bytes(b"mine")
    assert "img/logo.png" in _export(run)
    (folder / "index.html").write_text("моё", encoding="utf-8")
    said = _export(run, code=1)
    assert "index.html" in said
    assert "--force" in said
    assert (folder / "index.html").read_text("utf-8") == "моё"
    assert _export(run, "--force")
    assert "моё" not in (folder / "index.html").read_text("utf-8")
    assert (folder / "img" / "logo.png").read_bytes() == b"mine"


def test_old_files_go_when_they_are_ours_and_unchanged(run: Run, ready: Path) -> None:
    _export(run, "--embed")
    folder = ready / "сайт"
    order, act = (next(folder.glob(f"documents/*{part}*")) for part in ("koord", "polozh"))
    act.write_text("никто", encoding="utf-8")
    (ready / "data" / "documents.yaml").write_text("documents: []\n", encoding="utf-8")
    said = _export(run, "--dry-run")
    assert "удалён" in said
    assert (folder / "embed.html").exists()
    act.write_bytes("Швец И.И.".encode())
    assert f"{act.name}: в нём могут быть названы" in _export(run, "--dry-run")
    act.write_text("никто", encoding="utf-8")
    said = _export(run)
    assert "могут быть названы" not in said
    assert not order.exists()
    assert not (folder / "embed.html").exists()
    assert act.exists()
    assert "изменены вручную" in said
    assert act.name in said
    assert act.name in str(_files(folder))
    # Nobody's from now on: the next export names it among the foreign ones.
    assert "Чужие файлы" in _export(run)


@pytest.mark.parametrize(
    "manifest",
    [
        "", "{", "[]", '{"version": 2, "files": {}}', '{"version": 1}',
        '{"version": 1, "files": []}',
        '{"version": 1, "files": {"../data/people.yaml": "DIGEST"}}',
        '{"version": 1, "files": {"/etc/passwd": "DIGEST", "documents/../x.html": "DIGEST"}}',
        '{"version": 1, "files": {"documents/a.docx": 5}}',
    ],
)  # fmt: skip
def test_a_strange_list_of_files_harms_nothing(run: Run, ready: Path, manifest: str) -> None:
    from roadmap_cli.storage.journal import digest

    folder = ready / "сайт"
    folder.mkdir()
    people = ready / "data" / "people.yaml"
    before = people.read_bytes()
    text = manifest.replace("DIGEST", digest(before) or "")
    (folder / "roadmap-site.json").write_text(text, encoding="utf-8")
    _export(run)
    assert people.read_bytes() == before
    told = json.loads((folder / "roadmap-site.json").read_text("utf-8"))
    assert set(told["files"]) == _files(folder) - {"roadmap-site.json"}


@pytest.mark.parametrize("folder", [".", "data", "data/site", "templates", "documents/x", ".git"])
def test_the_site_does_not_mix_with_the_data(run: Run, ready: Path, folder: str) -> None:
    before = _files(ready)
    outcome = run("export", "site", folder, today=TODAY)
    assert outcome.code == 2
    assert "отдельную папку" in outcome.err
    assert _files(ready) == before


def test_a_dry_run_writes_nothing(run: Run, ready: Path) -> None:
    before = _files(ready)
    said = _export(run, "--dry-run")
    assert said.startswith("Пробный запуск")
    assert "dokumenty.html — новый" in said
    assert _files(ready) == before


def test_locked_people_could_not_be_found_in_a_text(run: Run, ready: Path) -> None:
    path = ready / "data" / "people.yaml"
    stub = "  - {id: zapert, surname: '-', locked: AAAA}\n"
    path.write_text(path.read_text("utf-8") + stub, encoding="utf-8")
    said = _export(run, code=1)
    assert "зашифрованы" in said
    assert not (ready / "сайт").exists()


def test_a_page_that_names_somebody_all_the_same_is_refused(run: Run, ready: Path) -> None:
    """A position is trusted to be one, so what stands in it is seen in the finished page only."""
    replace(ready, "people", "position: концертмейстер", "position: Новик Е.Ю.")
    said = _export(run, code=1)
    assert "dorozhnaia-karta.html: «Новик Е.Ю.» (согласие отозвано)" in said
    assert not (ready / "сайт").exists()


HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}{% raw %}</title>"


def test_every_value_is_escaped(run: Run, ready: Path) -> None:
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    replace(ready, "partners", "name: АО «Энский завод»", f"name: {quoted}")
    replace(ready, "programs", "title: Опытный", f"title: {quoted}\n    note: Опытный")
    replace(ready, "organization", "short_name: ", "full_name_: x\nplace_: x\nshort_name: ")
    replace(ready, "roadmap", "title: Подготовка условий для запуска программы наставничества",
            f"title: {quoted}")  # fmt: skip
    replace(ready, "documents", "О внедрении целевой модели наставничества", "<b onclick=x>")
    replace(ready, "organization", "site: https://iskra.example", "site: 'javascript:alert(1)'")
    replace(ready, "partners", "head: orlova,", "head: orlova, site: 'JaVaScRiPt:alert(1)',")
    _export(run, "--embed")
    for name in _files(ready / "сайт"):
        if name.endswith(".html"):
            text = _text(ready, name)
            assert "<script" not in text
            assert "<b " not in text
            assert "javascript" not in text.casefold()
            assert "style=" not in text
    assert "&lt;script&gt;" in _text(ready)
    assert "{{7*7}}" in _text(ready)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://zavod.example/a?b=1", True), ("http://zavod.example", True),
        ("ftp://zavod.example", False), ("//zavod.example", False), ("zavod.example", False),
        ("data:text/html,x", False), ("https://user:secret@zavod.example", False),
        ("https://", False), ("https:///x", False), ("https://za vod.example", False),
    ],
)  # fmt: skip
def test_links_lead_to_the_web(run: Run, ready: Path, address: str, shown: bool) -> None:
    replace(ready, "partners", "head: orlova,", f"head: orlova, site: '{address}',")
    _export(run)
    assert (f'href="{address}"' in _text(ready)) is shown
    assert "Энский завод" in _text(ready)


def test_results_are_printed_and_never_invented(ready: Path) -> None:
    own = SiteRun(ready, date(2025, 12, 1))
    export_site(own, ready / "без", results=PublicResults())
    assert "rezultaty.html" not in _files(ready / "без")
    assert "Результаты" not in (ready / "без" / "index.html").read_text("utf-8")
    export_site(own, ready / "с", results=RESULTS)
    text = (ready / "с" / "rezultaty.html").read_text("utf-8")
    for words in ("92 %", "8,3 балла", "нет данных", "Ответили 12 участников", "2 из 4"):
        assert words in text, words
    hers = RESULTS._replace(notes=("Лучше всех ответила Новик Е.Ю.",))
    found = export_site(own, ready / "с", results=hers)
    assert "Новик" not in (ready / "с" / "rezultaty.html").read_text("utf-8")
    assert ("результаты", "Новик Е.Ю.") in [(one.place, one.words) for one in found.withheld]


def test_the_fragment_stands_inside_any_page(run: Run, ready: Path) -> None:
    _export(run, "--embed")
    text = _text(ready, "embed.html")
    for tag in ("<html", "<head", "<body", "<h1", "<link", "<script", "<main", 'href="documents'):
        assert tag not in text, tag
    assert text.count("<style>") == 1
    style = text.partition("<style>")[2].partition("</style>")[0]
    rules = [line.strip() for line in style.splitlines() if "{" in line and "@" not in line]
    assert all(rule.startswith(".rm") for rule in rules)
    assert 'id="nastavnichestvo-' in text
    assert text.count('id="') == text.count('id="nastavnichestvo-')


def test_empty_data_make_an_honest_page(run: Run, workspace: Path) -> None:
    """The workspace of the real roadmap: no participants, no documents, no partners."""
    said = _export(run)
    text = (workspace / "сайт" / "index.html").read_text("utf-8")
    assert "Участников на этот день ещё нет." in text
    assert "Партнёры" not in text
    listed = (workspace / "сайт" / "dokumenty.html").read_text("utf-8")
    assert "Подписанных документов на этот день ещё нет." in listed
    assert "Гринкевич" in said
    assert "Гринкевич" not in every_word(workspace / "сайт")


def test_a_word_file_of_ours_has_nothing_unread(ready: Path) -> None:
    assert all(
        name.endswith((".xml", ".rels")) for name in zipfile.ZipFile(_order(ready)).namelist()
    )
    assert Document(str(_order(ready))).core_properties.author


def test_she_is_there_before_she_withdraws(run: Run, ready: Path) -> None:
    _export(run, today=BEFORE)
    assert "Новик Елена Юрьевна" in _text(ready)
    assert WITHDRAWN not in _text(ready)
