"""What a decision costs, in words: the first aim that differs is the one that is told."""

import pytest

from roadmap_cli.domain.matching.prices import Price
from roadmap_cli.domain.matching.terms import price_words, ruling_price_words


@pytest.mark.parametrize(
    ("price", "other", "without"),
    [
        (Price(0, 0, 0), "это не стоит ни одного балла: решают ровная нагрузка и очерёдность",
         "Это не стоит ни одного балла"),
        (Price(0, 0, 1), "это стоит 1 балл всем вместе",
         "Без этого вместе было бы на 1 балл больше"),
        (Price(0, 0, 5), "это стоит 5 баллов всем вместе",
         "Без этого вместе было бы на 5 баллов больше"),
        (Price(0, 1, 5), "иначе среди ждущих больше лишившихся наставника: 1 наставляемый",
         "Без этого наставник нашёлся бы и для лишившихся его: 1 наставляемый"),
        (Price(0, 2, -5), "иначе среди ждущих больше лишившихся наставника: 2 наставляемых",
         "Без этого наставник нашёлся бы и для лишившихся его: 2 наставляемых"),
        (Price(1, -1, 5), "иначе без наставника остался бы ещё 1 наставляемый",
         "Без этого с наставником было бы больше: ещё 1 наставляемый"),
        (Price(2, 0, 0), "иначе без наставника остались бы ещё 2 наставляемых",
         "Без этого с наставником было бы больше: ещё 2 наставляемых"),
        (Price(5, 0, 0), "иначе без наставника осталось бы ещё 5 наставляемых",
         "Без этого с наставником было бы больше: ещё 5 наставляемых"),
    ],
)  # fmt: skip
def test_the_first_aim_that_differs_is_told(price: Price, other: str, without: str) -> None:
    assert price_words(price) == other
    assert ruling_price_words(price) == without
