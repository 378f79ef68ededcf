"""Find what is due: facts and guides to check, and values that begin or end."""

from collections.abc import Callable, Iterator
from datetime import date

from suluh.model.fact import Fact, Value
from suluh.model.leaning import Due
from suluh.model.site import Site

YEAR = 365
"""So many days after it was checked a fact is checked again. For phone lines the site says how many."""

KINDS = {"amount": "amount", "limit": "limit", "law": "law", "line": "phone line", "date": "day"}

Written = Callable[[Fact, Value], str]
"""Writes a value as readers see it."""


def due(site: Site, today: date, days: int, written: Written) -> list[Due]:
    """List what is due within some days, soonest first, with every value that is known to begin or end."""
    last = _after(today, days)
    checks = (one for one in _checks(site, today) if one.day <= last)
    found = [*checks, *_changes(site, today, written)]
    return sorted(found, key=lambda one: (one.day, one.kind, one.name, one.why))


def _checks(site: Site, today: date) -> Iterator[Due]:
    for name, fact in site.facts.items():
        value = fact.on(today)
        if value is not None:
            days = site.settings.line_shows_date_after if fact.kind == "line" else YEAR
            place = site.place("fact", name, "values", fact.values.index(value), "checked_on")
            said = f"{KINDS[fact.kind]}, checked on {value.checked_on.isoformat()}"
            yield Due(_after(value.checked_on, days), "fact", name, "check", said, place)
    for slug, guide in site.guides.items():
        said = f"guide, as at {guide.as_at.isoformat()}, to be read again"
        yield Due(guide.review.by, "guide", slug, "check", said, site.place("guide", slug, "review"))


def _after(day: date, days: int) -> date:
    """Add days to a day, up to the end of the calendar."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _changes(site: Site, today: date, written: Written) -> Iterator[Due]:
    for name, fact in site.facts.items():
        for index, value in enumerate(fact.values):
            words = written(fact, value)
            what = f"{KINDS[fact.kind]} {words}" if words else KINDS[fact.kind]
            if value.since > today:
                place = site.place("fact", name, "values", index, "since")
                yield Due(value.since, "fact", name, "begins", f"{what} from {value.since.isoformat()}", place)
            elif value.until is not None and value.until >= today and value is fact.values[-1]:
                place = site.place("fact", name, "values", index, "until")
                said = f"{what} until {value.until.isoformat()}; no value follows"
                yield Due(value.until, "fact", name, "ends", said, place)
