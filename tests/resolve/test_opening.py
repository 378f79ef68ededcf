"""When somebody answers, for a program."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.resolve.opening import clock

ZONES = ("Asia/Kuala_Lumpur", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
SOME = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (has one then)


def ahead(told: str, moment: datetime) -> timedelta:
    """Read what is told of a clock, as the phone does."""
    minutes, *rest = map(int, told.split())
    for when, then in zip(rest[::2], rest[1::2], strict=True):
        minutes = then if moment.timestamp() >= when else minutes
    return timedelta(minutes=minutes)


@given(st.sampled_from(ZONES), SOME)
def test_a_clock_tells_of_any_moment_how_far_a_zone_is_from_utc(zone: str, moment: datetime) -> None:
    assert ahead(clock(zone, 2026), moment) == moment.astimezone(ZoneInfo(zone)).utcoffset()


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe"])
def test_it_changes_in_the_very_minute(zone: str) -> None:
    for when in map(int, clock(zone, 2026).split()[1::2]):
        before, then = (datetime.fromtimestamp(when - early, UTC) for early in (60, 0))
        offsets = [moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in (before, then)]
        assert offsets[0] != offsets[1]
        assert [ahead(clock(zone, 2026), moment) for moment in (before, then)] == offsets


def test_where_nothing_changes_it_is_one_number() -> None:
    assert clock("Asia/Kuala_Lumpur", 2026) == "480"
    assert clock("Nowhere/At_All", 2026) == ""
