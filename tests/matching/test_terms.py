"""What a decision costs, in words: the first aim that differs is the one that is told."""

import pytest

from roadmap_cli.domain.matching.prices import Price
from roadmap_cli.domain.matching.terms import price_words, ruling_price_words

WAITING = "иначе больше наставляемых, потерявших наставника, осталось бы ждать:"


@pytest.mark.parametrize(
    ("price", "other", "without"),
    [
        (Price(0, 0, 0), "на сумму баллов не влияет: учтены равная нагрузка и порядок кодов",
         "На сумму баллов не влияет"),
        (Price(0, 0, 1), "иначе сумма баллов была бы на 1 меньше",
         "Без этого условия сумма баллов была бы на 1 больше"),
        (Price(0, 0, 5), "иначе сумма баллов была бы на 5 меньше",
         "Без этого условия сумма баллов была бы на 5 больше"),
        (Price(0, 1, 5), f"{WAITING} ещё 1 человек",
         "Без этого условия наставника получили бы и потерявшие его: ещё 1 человек"),
        (Price(0, 2, -5), f"{WAITING} ещё 2 человека",
         "Без этого условия наставника получили бы и потерявшие его: ещё 2 человека"),
        (Price(1, -1, 5), "иначе без наставника остался бы ещё 1 наставляемый",
         "Без этого условия с наставником было бы больше: ещё 1 наставляемый"),
        (Price(2, 0, 0), "иначе без наставника остались бы ещё 2 наставляемых",
         "Без этого условия с наставником было бы больше: ещё 2 наставляемых"),
        (Price(5, 0, 0), "иначе без наставника осталось бы ещё 5 наставляемых",
         "Без этого условия с наставником было бы больше: ещё 5 наставляемых"),
    ],
)  # fmt: skip
def test_the_first_aim_that_differs_is_told(price: Price, other: str, without: str) -> None:
    assert price_words(price) == other
    assert ruling_price_words(price) == without
