"""Facts: the value in force on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from suluh.model.fact import Fact, Source, Value


def fact(*days: date, until: date | None = None) -> Fact:
    """Make a fact with a value from each day on; the last one may have a last day."""
    values = tuple(
        Value(since=day, until=until if day == days[-1] else None, value=number, source=("gazette",), checked_on=day,
              grade="A")
        for number, day in enumerate(days)
    )  # fmt: skip
    return Fact(id="pay", kind="limit", title={"en": "Pay"}, jurisdiction="XA", domestic_workers="no", values=values)


FIRST, SECOND = date(2020, 1, 1), date(2026, 2, 1)


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2019, 12, 31), None), (FIRST, 0), (date(2026, 1, 31), 0), (SECOND, 1), (date(2099, 1, 1), 1)],
    ids=["before the first", "first day", "last day of the first", "first day of the second", "far ahead"],
)
def test_a_value_holds_from_its_day_until_the_next_one(day, number):
    found = fact(FIRST, SECOND).on(day)
    assert (found.value if found else None) == number


@given(st.lists(st.dates(), unique=True), st.dates())
def test_the_value_in_force_is_the_latest_that_has_begun_in_whatever_order_they_stand(days, today):
    found = fact(*days).on(today)
    assert (found.since if found else None) == max((day for day in days if day <= today), default=None)


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2026, 1, 31), 0), (SECOND, 1), (date(2026, 6, 30), 1), (date(2026, 7, 1), None), (date(2099, 1, 1), None)],
    ids=["before its first day", "first day", "last day", "the day after", "far ahead"],
)
def test_a_value_that_says_its_last_day_holds_until_then(day, number):
    found = fact(FIRST, SECOND, until=date(2026, 6, 30)).on(day)
    assert (found.value if found else None) == number


@pytest.mark.parametrize(
    ("since", "day", "changed"),
    [
        (date(2026, 1, 31), SECOND, SECOND),
        (date(2026, 1, 31), date(2026, 1, 31), None),
        (SECOND, date(2099, 1, 1), None),
        (date(2019, 1, 1), date(2026, 1, 1), FIRST),
    ],
    ids=["on its day", "the day before", "read on that day", "the first of all"],
)
def test_what_holds_has_changed_when_it_began_after_another_day(since, day, changed):
    assert fact(FIRST, SECOND).changed(since, day) == changed


def test_what_has_ended_has_not_changed():
    assert fact(FIRST, until=date(2026, 6, 30)).changed(date(2019, 1, 1), date(2026, 7, 1)) is None


def test_a_fact_without_values_has_none():
    assert fact().on(FIRST) is None


@pytest.mark.parametrize("dated", ["2026", "2026-11", "2026-11-22", "2024-02-29"])
def test_a_source_is_dated_as_precisely_as_is_known(dated):
    assert Source(id="a", title="A", dated=dated).dated == dated


@pytest.mark.parametrize("dated", ["26", "2026-1", "2026-13", "2026-00", "2026-02-30", "2026-11-22T10", "๒๐๒๖", "soon"])
def test_no_other_day_is_a_date(dated):
    with pytest.raises(ValidationError):
        Source(id="a", title="A", dated=dated)


@pytest.mark.parametrize("number", ["999", "15999", "+6620000000", "+1202555010"])
def test_a_number_is_a_short_code_or_begins_with_its_country(number):
    assert Value(since=FIRST, number=number, source=("a",), checked_on=FIRST, grade="A").number == number


@pytest.mark.parametrize(
    "number", ["99", "123456", "02 000 0000", "+66 2 000 0000", "6620000000", "+0200000000", "+๖๖๒๐๐๐๐๐๐"]
)
def test_no_other_number_can_be_dialled(number):
    with pytest.raises(ValidationError):
        Value(since=FIRST, number=number, source=("a",), checked_on=FIRST, grade="A")


@pytest.mark.parametrize("grade", ["C", "K", "X", "a"])
def test_only_what_is_known_well_enough_has_a_grade(grade):
    with pytest.raises(ValidationError):
        Value(since=FIRST, value=1, source=("a",), checked_on=FIRST, grade=grade)
