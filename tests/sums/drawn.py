"""Answers drawn at random, as somebody could give them, and as nobody should."""

from datetime import date
from random import Random

from hypothesis import strategies as st

from suluh.sums.base import Answers, Field, Sum

JUNK: st.SearchStrategy[int | str | None] = st.sampled_from(
    [None, -1, 0, 10**9, "", "none", "2023-02-29", "2100-02-29", "1899-12-31", "2200-01-01", "2024-2-1", "2024-00-10"]
)
DAYS = st.one_of(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(2019, 1, 1), date(2027, 1, 1)))


def value(field: Field, *, junk: bool) -> st.SearchStrategy[int | str | None]:
    """Draw an answer to a field."""
    good: st.SearchStrategy[int | str]
    match field.kind:
        case "choice":
            good = st.sampled_from(field.options)
        case "date":
            good = DAYS.map(date.isoformat)
        case _:
            usual = st.integers(field.least, min(field.most, 1200 if field.kind == "hours" else 600_000))
            good = st.one_of(usual, st.integers(field.least, field.most))
    return st.one_of(good, good, good, JUNK) if junk else good


@st.composite
def answers(draw: st.DrawFn, one: Sum, *, junk: bool = True) -> Answers:
    """Draw answers to all that is asked, or, with `junk`, some that are missing or senseless."""
    found: dict[str, int | str] = {}
    for field in one.fields:
        if not junk and field not in one.asked(found):
            continue
        drawn = draw(value(field, junk=junk))
        if drawn is not None:
            found[field.id] = drawn
    return found


def at_random(chance: Random, one: Sum) -> tuple[dict[str, list[list[str | int]]], dict[str, int | str]]:
    """Draw rates and answers without a search for the smallest ones, which is faster: some are missing or senseless."""
    rates = {name: _periods(chance, name) for name in one.rates}
    found: dict[str, int | str] = {}
    for field in one.fields:
        drawn = _value(chance, field)
        if drawn is not None:
            found[field.id] = drawn
    return rates, found


def _periods(chance: Random, name: str) -> list[list[str | int]]:
    """Draw the periods of a rate, which all begin in years that people remember."""
    most = 500_000 if name in {"limit", "month", "month-small"} else 9000 if name.startswith("day-") else 40
    starts = sorted(f"20{chance.randint(19, 26)}-{chance.randint(1, 12):02}-01" for _ in range(chance.randint(1, 4)))
    return [[start, chance.randint(1, most)] for start in dict.fromkeys(starts)]


def _value(chance: Random, field: Field) -> int | str | None:
    if chance.random() < 0.02:
        return chance.choice([None, -1, 0, 10**9, "", "none", "2023-02-29", "2100-02-29", "1899-12-31", "2024-2-1"])
    match field.kind:
        case "choice":
            return chance.choice(field.options)
        case "date":
            first, last = chance.choice([(date(1900, 1, 1), date(2199, 12, 31)), (date(2019, 1, 1), date(2027, 1, 1))])
            return date.fromordinal(chance.randint(first.toordinal(), last.toordinal())).isoformat()
        case _:
            usual = 1200 if field.kind == "hours" else chance.choice([9000, 600_000])
            return chance.randint(field.least, min(field.most, usual) if chance.random() < 0.8 else field.most)
