"""Numbers with a decimal comma, as Russian papers print them."""


def decimal(value: float, places: int = 1) -> str:
    """The number rounded to `places`, without noughts at its end: 7.0 → «7», 7.25 → «7,3».

    Halves are rounded away from zero, as a person does, not to the even digit.
    """
    from decimal import ROUND_HALF_UP, Decimal

    step = Decimal(1).scaleb(-places)
    rounded = f"{Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP):f}"
    told = rounded.rstrip("0").rstrip(".") if places else rounded
    return told.replace("-0", "0").replace(".", ",") if float(told) == 0 else told.replace(".", ",")
