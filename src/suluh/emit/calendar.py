"""Days and hours as calendars on phones read them: iCalendar (RFC 5545). It says nothing of any place or person."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from suluh.model.news import Calendar, Occasion

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Signs that a calendar cannot hold, or that break its lines for some program."""


def calendar_file(calendar: Calendar) -> tuple[str, bytes]:
    """Write a calendar: path in the site, and bytes."""
    import icalendar

    host = calendar.address.removeprefix("https://").partition("/")[0]
    name = icalendar.vText(_text(calendar.name))
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//{host}//{calendar.route}//{calendar.language.upper()}")
    made.add("name", name, parameters={"LANGUAGE": calendar.language})
    made.add("x-wr-calname", icalendar.vText(name))  # for programs that are older than RFC 7986
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for one in calendar.occasions:
        made.add_component(_event(one, calendar.address, host))
    return calendar.route, bytes(made.to_ical())


def _event(one: Occasion, address: str, host: str) -> Any:
    import icalendar

    made = icalendar.Event()
    for key, value in _values(one, address, host):
        made.add(key, value)
    for key, reading in (("summary", one.title), ("description", one.text)):
        if reading is not None:
            made.add(key, _text(reading.text), parameters={"LANGUAGE": reading.language})
    return made


def _values(one: Occasion, address: str, host: str) -> Iterator[tuple[str, Any]]:
    yield "uid", f"{one.id}@{host}"
    yield "dtstamp", datetime.combine(one.stamp, time(), UTC)
    yield "sequence", one.revision
    yield "dtstart", one.starts.astimezone(UTC) if one.starts else one.on
    if one.starts and one.ends:
        yield "dtend", one.ends.astimezone(UTC)
    if one.yearly:
        yield "rrule", {"freq": "yearly"}
    if one.route:
        yield "url", address + one.route
    yield "status", "CANCELLED" if one.cancelled else "CONFIRMED"
    yield "transp", "TRANSPARENT"  # it takes up nobody's time before they choose to come


def _text(text: str) -> str:
    return _UNFIT.sub("", text)
