"""When somebody answers, for a program on the phone: hours of the week, and how the clock of a time zone goes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from suluh.model.fact import DAYS, Opening

_YEARS = 3
"""Of so many years it is told when a clock changes; a site must be built again before they are over."""


def hours(opening: Sequence[Opening]) -> str:
    """Write opening hours for a program: `12345 0800-1800,6 0800-1200`, where Monday is 1."""
    days = ("".join(str(DAYS.index(day) + 1) for day in one.days) for one in opening)
    times = (f"{one.opens}-{one.closes}".replace(":", "") for one in opening)
    return ",".join(map(" ".join, zip(days, times, strict=True)))


@cache
def clock(zone: str, year: int) -> str:
    """Write by how many minutes a zone is ahead of UTC from a year on: `480`, or nothing where the zone is not known.

    Where that changes, moments follow in seconds since 1970, each with the minutes from then on:
    `-300 1772953200 -240 1793512800 -300`. To ask a slow phone about the zone keeps it busy for a tenth of a second.
    """
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    moment, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + _YEARS, 1, 1, tzinfo=UTC)
    told = [_ahead(moment, there)]
    while moment < end:
        if _ahead(moment + timedelta(days=1), there) != told[-1]:
            minutes = (moment + timedelta(minutes=number) for number in range(1, 1441))
            changed = next(minute for minute in minutes if _ahead(minute, there) != told[-1])
            told += [int(changed.timestamp()), _ahead(changed, there)]
        moment += timedelta(days=1)
    return " ".join(map(str, told))


def _ahead(moment: datetime, zone: ZoneInfo) -> int:
    return (moment.astimezone(zone).replace(tzinfo=UTC) - moment) // timedelta(minutes=1)
