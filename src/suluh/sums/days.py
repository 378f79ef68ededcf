"""Days of the calendar as a year, a month and a day; no clock, no zone of time."""

import re

Day = tuple[int, int, int]

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST, LAST = 1900, 2199
"""The years that somebody can mean."""


def read(written: str) -> Day | None:
    """Read a day such as 2024-02-29; nothing, if there is no such day."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    known = FIRST <= year <= LAST and 1 <= month <= len(_LENGTHS) and 1 <= day <= length(year, month)
    return (year, month, day) if known else None


def length(year: int, month: int) -> int:
    """Count the days of a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (1 if leap and month == 2 else 0)


def after(day: Day) -> Day:
    """Give the next day."""
    year, month, date = day
    if date < length(year, month):
        return year, month, date + 1
    return (year, month + 1, 1) if month < len(_LENGTHS) else (year + 1, 1, 1)


def number(day: Day) -> int:
    """Give a day its number, one higher than the day before. 29 February of a short year is its 1 March."""
    year, month, date = day
    march = (month + 9) % 12  # a year that begins in March has its leap day at the end
    year -= month <= 2
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * march + 2) // 5 + date


def months(start: Day, end: Day) -> int:
    """Count the whole months from a day up to another, which is not counted in."""
    return (end[0] - start[0]) * 12 + end[1] - start[1] - (end[2] < start[2])


def later(written: str, count: int) -> str:
    """Name the day some months later, so that days can be compared as texts: 31 February stands before 1 March."""
    year, month = int(written[:4]), int(written[5:7]) - 1 + count
    return f"{year + month // 12:04}-{month % 12 + 1:02}-{written[8:]}"


def service(start: Day, last: Day) -> tuple[int, int] | None:
    """Count the whole months between two days, both counted in, and the days left since the last whole year.

    Nothing, if the last day stands before the first.
    """
    end = after(last)
    if end <= start:
        return None
    whole = months(start, end)
    since = (start[0] + whole // 12, start[1], start[2])
    return whole, number(end) - number(since)
