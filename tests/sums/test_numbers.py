"""How numbers are rounded and written, and how days are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.sums import days
from suluh.sums.numbers import decimal, money, rounded, said

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 30))


@pytest.mark.parametrize(
    ("number", "whole"), [((1, 2), 1), ((3, 2), 2), ((5, 2), 3), ((499, 1000), 0), ((501, 1000), 1), ((7, 1), 7)]
)
def test_a_half_goes_up(number: tuple[int, int], whole: int) -> None:
    assert rounded(number) == whole


@pytest.mark.parametrize(
    ("amount", "minor", "written"),
    [
        (0, 100, "RM0.00"),
        (5, 100, "RM0.05"),
        (123_450, 100, "RM1,234.50"),
        (1500, 1, "RM1,500"),
        (1500, 1000, "RM1.500"),
    ],
)
def test_money_is_written_to_the_last_digit(amount: int, minor: int, written: str) -> None:
    assert money("RM", amount, minor) == written


@pytest.mark.parametrize(
    ("hundredths", "written"), [(0, "0"), (750, "7.5"), (25, "0.25"), (1200, "12"), (123_456, "1,234.56")]
)
def test_a_decimal_ends_without_noughts(hundredths: int, written: str) -> None:
    assert decimal(hundredths) == written


def test_values_are_written_by_their_kind() -> None:
    assert [said(kind, 1250, "$") for kind in ("money", "number", "decimal")] == ["$12.50", "1,250", "12.5"]


@given(DAYS)
def test_days_are_numbered_one_after_the_other(day: date) -> None:
    one, next_one = (days.read((day + timedelta(more)).isoformat()) for more in (0, 1))
    assert one is not None
    assert days.after(one) == next_one
    assert days.number(days.after(one)) == days.number(one) + 1


@given(DAYS, st.integers(0, 20_000))
def test_service_adds_up_to_the_days_that_it_is_made_of(start: date, more: int) -> None:
    last = min(start + timedelta(more), date(2199, 12, 30))
    first, end = (days.read(day.isoformat()) for day in (start, last))
    assert first is not None
    assert end is not None
    found = days.service(first, end)
    assert found is not None
    whole, left = found
    since = days.number((first[0] + whole // 12, first[1], first[2]))
    assert since + left == days.number(days.after(end))
    assert 0 <= left <= 366


@pytest.mark.parametrize(
    "written", ["2023-02-29", "2100-02-29", "2024-13-01", "2024-04-31", "2024-1-1", "1899-12-31", ""]
)
def test_what_is_no_day_is_not_read(written: str) -> None:
    assert days.read(written) is None
