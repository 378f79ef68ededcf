"""Rights that grow with the years of service, in two steps."""

from suluh.sums.base import Working

RATES = ("first-step", "second-step")
"""After how many years the right grows, and after how many it grows again."""

TIERS = ("short", "middle", "long")


def tier(working: Working, years: int) -> str:
    """Tell in which tier somebody is after some whole years."""
    return TIERS[(years >= working.rate("first-step")) + (years >= working.rate("second-step"))]
