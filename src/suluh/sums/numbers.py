"""Whole numbers and fractions of them: what a sum counts in. There are no floating numbers anywhere."""

Fraction = tuple[int, int]
"""A number as a numerator and a denominator above nought."""

HUNDREDTHS = 100


def rounded(number: Fraction) -> int:
    """Round to a whole number, a half up."""
    above, below = number
    return (2 * above + below) // (2 * below)


def times(number: Fraction, above: int, below: int = 1) -> Fraction:
    """Multiply a fraction by another one."""
    return number[0] * above, number[1] * below


def money(symbol: str, amount: int, minor: int = 100) -> str:
    """Write an amount of the smallest unit, always to the last digit: RM1,234.50."""
    whole, rest = divmod(amount, minor)
    return f"{symbol}{whole:,}" + (f".{rest:0{len(str(minor)) - 1}}" if minor > 1 else "")


def decimal(hundredths: int) -> str:
    """Write hundredths as a decimal number without noughts at its end: 7.5, 0.25, 12."""
    whole, rest = divmod(hundredths, HUNDREDTHS)
    return f"{whole:,}" + (f".{rest:02}".rstrip("0") if rest else "")


def said(kind: str, value: int, symbol: str, minor: int = 100) -> str:
    """Write a value of a step by its kind."""
    match kind:
        case "money":
            return money(symbol, value, minor)
        case "number":
            return f"{value:,}"
        case _:
            return decimal(value)
