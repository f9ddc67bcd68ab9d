"""Indicators of the school that cannot be counted."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.monitoring.builtin import BUILT_IN_IDS
from roadmap_cli.domain.monitoring.quantities import QUANTITIES, QUANTITY, unsound
from roadmap_cli.text.suggest import did_you_mean


def indicator_unsound(data: Dataset, _today: date) -> Iterator[Finding]:
    """An indicator of the school that cannot be counted, a column that means nothing."""
    own = data.indicators
    names = [quantity.name for quantity in QUANTITIES]
    for indicator in own.indicators:
        why = unsound(indicator)
        if why is not None:
            wrong = next(
                (name for name in (indicator.numerator, indicator.denominator)
                 if name and name not in QUANTITY), None,
            )  # fmt: skip
            hint = (wrong and did_you_mean(wrong, names)) or "Величины: roadmap monitor quantities"
            yield Finding(Dataset.indicators.file, indicator.at, why, hint)
    known = {*BUILT_IN_IDS, *QUANTITY, *(one.id for one in own.indicators)}
    for layout in own.layouts:
        for column in layout.columns:
            if column.value is not None and column.value not in known:
                said = f"столбец «{column.title}»: показателя или величины «{column.value}» нет"
                likely = did_you_mean(column.value, sorted(known))
                yield Finding(Dataset.indicators.file, (*column.at, "value"), said, likely)
