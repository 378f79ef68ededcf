"""Rules on important days."""

from collections.abc import Iterator
from datetime import date

from suluh.model.site import Site
from suluh.problem import Problem, error

_LEAP_YEAR = 2000


def days_are_days_of_the_year(site: Site, today: date) -> Iterator[Problem]:
    """An important day comes back in some year at least."""
    for name, one in site.days.items():
        month, day = map(int, one.on.split("-"))
        try:
            date(_LEAP_YEAR, month, day)
        except ValueError:
            yield error(site.place("day", name, "on"), "days/day", f"No year has a day {one.on}.",
                        'Write "month-day", such as "12-18".')  # fmt: skip
