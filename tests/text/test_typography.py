"""No-break spaces: where a line must not end, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.text.typography import NO_BREAK, held_together

# «~» stands for a no-break space.
TEXTS = [
    "Приказ №~26/1 и~§~5",
    "на~1~декабря~2025",
    "от~1~декабря~2025~г. Самара",
    "от~«05»~октября~2025~года",
    "до~31.08.2026",
    "«___»~________~20___~г. №~____",
    "в~2025/2026 учебном году",
    "2025–2026~гг.",
    "Иванова~А.П. назначена",
    "А.П.~Иванова",
    "А.~П.~Иванова",
    "Иванову-Петрову~А.~П.",
    "Ч.~Ким и~С.~Пак",
    "Иванова Анна Петровна",
    "г.~Самара, ул.~Школьная, д.~5",
    "в~г.~Энск",
    "МБОУ СОШ №~12 им.~И.~Пушкина",
    "ст.~351.8, п.~3~ч.~1",
    "4~ч, 10~%, 3~дня",
    "5 классов",
    "Школа~– это",
    "что~бы ни~было",
    "В~соответствии с~приказом",
    "и~о~том",
    "И.о. директора",
    "https://x.ru/в школе",
    "почта@в школе",
    "классов 5~октября",
    "а~я",
    "я",
    "",
]


@pytest.mark.parametrize("text", TEXTS, ids=str)
def test_where_a_line_must_not_end(text: str) -> None:
    assert held_together(text.replace("~", " ")) == text.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("longest", "made"),
    [(9, "Иванова А.П."), (11, "Иванова А.П."), (12, "Иванова~А.П."), (None, "Иванова~А.П.")],
)
def test_what_a_narrow_column_cannot_hold_is_cut_at_its_spaces(
    longest: int | None, made: str
) -> None:
    assert held_together("Иванова А.П. и я", longest) == f"{made} и~я".replace("~", NO_BREAK)


def test_spaces_that_were_set_by_hand_stay() -> None:
    assert held_together(f"очень{NO_BREAK}длинное слово", 3) == f"очень{NO_BREAK}длинное слово"


WORDS = st.lists(
    st.sampled_from(
        ["в", "№", "1", "декабря", "2025", "г.", "Иванова", "А.", "А.П.", "–", "же", "ул.",
         "слово", "", NO_BREAK, "__", "____", "«5»", "д.", "ч", "%"]
    ),
    max_size=12,
)  # fmt: skip


@given(st.one_of(WORDS.map(" ".join), st.text(max_size=40)), st.none() | st.integers(0, 20))
def test_only_spaces_change_and_once(text: str, longest: int | None) -> None:
    made = held_together(text, longest)
    assert len(made) == len(text)
    assert all(
        now == was or (was, now) == (" ", NO_BREAK) for was, now in zip(text, made, strict=True)
    )
    assert held_together(made, longest) == made
