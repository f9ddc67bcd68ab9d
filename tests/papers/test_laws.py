"""Acts as papers cite them: a wrong name always, a right one by the day of the document."""

from datetime import date, timedelta

import pytest

from roadmap_cli.domain.papers.laws import CITATIONS, wrong_citations

TURN = date(2025, 8, 18)
DAY = timedelta(days=1)
ALWAYS = [date(2025, 5, 21), date(2030, 1, 1)]


def _said(text: str, day: date) -> list[str]:
    return [each.message for each in wrong_citations(text, day)]


@pytest.mark.parametrize(
    ("text", "since", "message"),
    [
        ("ГОСТ Р 7.0.97-2025", date(2025, 8, 18), "назван ГОСТ Р 7.0.97-2025"),
        ("ст. 351.8 ТК РФ", date(2025, 3, 1), "названа статья 351.8 ТК"),
        ("распоряжение № 1264-р", date(2025, 5, 21), "названа Концепция № 1264-р"),
        ("распоряжение № Р-145", date(2019, 12, 25), "названо распоряжение № Р-145"),
        ("письмо № АЗ-1128/08", date(2021, 12, 21), "названо письмо № АЗ-1128/08"),
    ],
)
def test_an_act_is_cited_from_its_first_day(text: str, since: date, message: str) -> None:
    (early,) = _said(text, since - DAY)
    assert early.startswith(message)
    assert _said(text, since) == []
    assert _said(text, since + DAY) == []


@pytest.mark.parametrize("sign", ["-", "–", "—", " - "])
def test_the_old_standard_is_cited_until_the_new_one(sign: str) -> None:
    text = f"по ГОСТ Р 7.0.97{sign}2016"
    assert _said(text, TURN - DAY) == []
    (late,) = _said(text, TURN)
    assert late.startswith("назван ГОСТ Р 7.0.97-2016")
    assert _said(text, TURN + DAY) == [late]


@pytest.mark.parametrize("day", ALWAYS)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ст. 358.1 ТК", "названа статья 358.1"),
        ("статьёй 358.1", "названа статья 358.1"),
        ("статьи 358.1.", "названа статья 358.1"),
        ("постановление Министерства № Р-145", "Р-145 названо постановлением"),
        ("распоряжение от 24.12.2019 № Р-145", "у Р-145 неверная дата"),
        ("от 24 декабря 2019 г. № Р-145", "у Р-145 неверная дата"),
        ("№ Р-145 от 24.12.2019", "у Р-145 неверная дата"),
        ("постановления Минпросвещения от 25.12. 2019 г. № Р-145", "Р-145 названо"),
        (
            "постановления Министерства просвещения РФ от 25 декабря 2019 года Р-145",
            "Р-145 названо постановлением",
        ),
        ("постановлением от 25.12.2019 № Р145 ", "Р-145 названо постановлением"),
        ("распоряжение от 24.12.2019 Р-145", "у Р-145 неверная дата"),
        ("распоряжение от 25.12.2019 № Р145", "номер распоряжения Р-145"),
        ("распоряжение от 25.12.2019 №145-р", "номер распоряжения Р-145"),
        ("№ P-145 от 25.12.2019", "в номере «Р-145» латинская буква P"),
    ],
)
def test_a_wrong_name_is_wrong_on_any_day(text: str, message: str, day: date) -> None:
    assert message in _said(text, day)[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "распоряжение Министерства просвещения от 25.12.2019 № Р-145",
        "пункт 358.1",
        "ст. 358.12",
        "ст. 351.81",
        "постановление о чём-то ином. Распоряжение № Р-145",
        "№ 11264-р",
        "ГОСТ Р 7.0.97",
    ],
)
def test_other_words_are_no_wrong_citation(text: str) -> None:
    assert [each for day in ALWAYS for each in _said(text, day)] == []


def test_each_fault_is_told_once() -> None:
    text = "ст. 358.1 и ст. 358.1; постановление № P-145 от 24.12.2019"
    assert len(_said(text, TURN)) == 4


def test_no_citation_has_two_limits() -> None:
    """Such a row would be wrong before the one and from the other on; nothing uses it."""
    assert all(each.since is None or each.until is None for each in CITATIONS)
