"""The nearest word: how near is near enough, and the other keyboard layout."""

import pytest

from roadmap_cli.text.suggest import did_you_mean, nearest

KNOWN = ("status", "deadlines", "show", "done")
# Alike by exactly the cutoff, twice 7 letters of 20; by a little less, twice 9 of 26.
TEN, THIRTEEN = "абвгдежзий", "абвгдежзийклм"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("status", "status"),
        ("Status", "status"),
        ("STATUS", "status"),
        ("statsu", "status"),
        ("sttus", "status"),
        ("staus", "status"),
        ("deadline", "deadlines"),
        ("ыефегы", "status"),  # the same keys in the other layout
        ("ЫЕФЕГЫ", "status"),
        ("ыефгы", "status"),
        ("вщту", "done"),
        ("удалить", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_a_mistyped_word_is_recognised(word: str, found: str | None) -> None:
    assert nearest(word, KNOWN) == found


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        (TEN[:8] + "12", TEN, True),
        (TEN[:7] + "123", TEN, True),
        (TEN[:6] + "1234", TEN, False),
        (THIRTEEN[:10] + "123", THIRTEEN, True),
        (THIRTEEN[:9] + "1234", THIRTEEN, False),
    ],
)
def test_seven_letters_of_ten_are_near_enough(word: str, known: str, near: bool) -> None:
    assert nearest(word, [known]) == (known if near else None)


def test_the_nearest_of_several_is_meant() -> None:
    assert nearest("people", ["peoples", "person", "pupil"]) == "peoples"
    assert nearest("persn", ["peoples", "person", "pupil"]) == "person"


def test_the_hint_keeps_the_word_as_it_is_known() -> None:
    assert did_you_mean("ерокин", ["Ерохин"]) == "Возможно, вы имели в виду «Ерохин»?"
    assert did_you_mean("совсем другое", ["Ерохин"]) is None
    assert did_you_mean("слово", []) is None


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("persоn", ["person"],
         "Возможно, вы имели в виду «person»? В слове «persоn» 5-я буква «о» — русская."),
        # By its own letters alone it would not be near enough.
        ("сор", ["cop"], None),
        ("cор", ["сор"],
         "Возможно, вы имели в виду «сор»? В слове «cор» 1-я буква «c» — латинская."),
        ("Лaпин", [], "В слове «Лaпин» 2-я буква «a» — латинская."),
        ("Лапин", ["Лaпин"],
         "Возможно, вы имели в виду «Лaпин»? В слове «Лaпин» 2-я буква «a» — латинская."),
    ],
)  # fmt: skip
def test_a_letter_of_another_alphabet_is_named(
    word: str, known: list[str], said: str | None
) -> None:
    assert did_you_mean(word, known) == said
