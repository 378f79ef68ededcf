"""Calendars, read back by two programs that know nothing of each other."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from suluh.emit.calendar import calendar_file
from suluh.model.news import Calendar, Occasion
from suluh.model.reading import Reading

ADDRESS = "https://lamp.example/a&b/"
HERE = ZoneInfo("Asia/Kuala_Lumpur")
LONG = [
    "မြန်မာ အလုပ်သမားများအတွက် အပတ်တိုင်း နားရက် တစ်ရက် တောင်းဆိုတဲ့ နေ့ (စိတ်ကူးယဉ်)",
    "தொழிலாளர்களுக்கு ஒவ்வொரு வாரமும் ஒரு நாள் ஓய்வு வேண்டும் என்று கேட்கும் நாள் (கற்பனை)",
    "ថ្ងៃដែលយើងសុំឲ្យកម្មករគ្រប់រូបបានឈប់សម្រាកមួយថ្ងៃរៀងរាល់សប្ដាហ៍ (ប្រឌិត)",
    "مزدوروں کے لیے ہر ہفتے ایک دن کی چھٹی مانگنے کا دن؛ کوالالمپور، ملائیشیا (فرضی)",
    "Meet; eat, and \\n rest: \\ all of us: a day of rest for everybody who works, each week (invented)",
    "👩🏽‍🏭" * 12,
]
SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXTS = st.sampled_from(LONG) | st.text(SIGNS, min_size=1, max_size=200)


def said(text: str, language: str = "my") -> Reading:
    return Reading(text, language, "ltr")


def occasion(**changes: Any) -> Occasion:
    known: dict[str, Any] = {
        "id": "event.rest.river-day",
        "kind": "event",
        "title": Reading("River day (invented)", "en", "ltr"),
        "on": date(2026, 12, 18),
        "stamp": date(2026, 10, 1),
        "route": "en/campaigns/rest/",
    }
    return Occasion(**known | changes)


def calendar(*occasions: Occasion, **changes: Any) -> Calendar:
    known: dict[str, Any] = {
        "route": "en/campaigns/campaigns.ics",
        "name": "Lamp: Campaigns",
        "language": "en",
        "address": ADDRESS,
    }
    return Calendar(occasions=occasions, **known | changes)


def written(*occasions: Occasion) -> bytes:
    return calendar_file(calendar(*occasions))[1]


def read(*occasions: Occasion) -> Any:
    """Read a calendar as its writer would."""
    return icalendar.Calendar.from_ical(written(*occasions))


def independently(*occasions: Occasion) -> Any:
    """Read a calendar as another program does."""
    found = vobject.readOne(written(*occasions).decode())
    found.validate()
    return found


def one(made: Occasion) -> Any:
    [event] = read(made).walk("VEVENT")
    return event


def test_a_calendar_says_whose_it_is() -> None:
    made = calendar(name="Lamp; & Co,\nnews")
    route, data = calendar_file(made)
    assert route == "en/campaigns/campaigns.ics"
    lines = data.decode().split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lamp.example//en/campaigns/campaigns.ics//EN"]
    assert "NAME;LANGUAGE=en:Lamp\\; & Co\\,\\nnews" in lines
    assert "X-WR-CALNAME:Lamp\\; & Co\\,\\nnews" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_a_day_has_no_hours() -> None:
    event = one(occasion())
    assert event.decoded("dtstart") == date(2026, 12, 18)
    assert "dtend" not in event
    assert b"\r\nDTSTART;VALUE=DATE:20261218\r\n" in written(occasion())


def test_hours_are_the_same_moments_on_every_phone() -> None:
    starts = datetime(2026, 12, 18, 10, tzinfo=HERE)
    made = occasion(starts=starts, ends=starts + timedelta(hours=2))
    event = independently(made).vevent
    assert (event.dtstart.value, event.dtend.value) == (made.starts, made.ends)
    assert b"\r\nDTSTART:20261218T020000Z\r\n" in written(made)


def test_an_occasion_keeps_its_id_and_says_how_often_it_was_changed() -> None:
    event = one(occasion(revision=3))
    assert (str(event["uid"]), event["sequence"]) == ("event.rest.river-day@lamp.example", 3)
    assert event.decoded("dtstamp") == datetime(2026, 10, 1, tzinfo=UTC)
    assert str(event["url"]) == f"{ADDRESS}en/campaigns/rest/"


def test_a_day_of_the_year_comes_back() -> None:
    made = occasion(id="day.labour", kind="day", on=date(2024, 5, 1), yearly=True)
    assert one(made)["rrule"] == {"FREQ": ["YEARLY"]}
    coming = independently(made).vevent.getrruleset(addRDate=True)
    assert [day.date() for day in coming[:3]] == [date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1)]


@pytest.mark.parametrize(("cancelled", "status"), [(False, "CONFIRMED"), (True, "CANCELLED")])
def test_what_is_called_off_says_so(*, cancelled: bool, status: str) -> None:
    assert str(one(occasion(cancelled=cancelled))["status"]) == status


def test_a_text_says_which_language_it_is_in() -> None:
    event = one(occasion(title=said(LONG[0]), text=said("Tanya.", "ms")))
    assert [event[key].params["LANGUAGE"] for key in ("summary", "description")] == ["my", "ms"]


def test_it_says_nothing_of_a_place_or_a_person() -> None:
    starts = datetime(2026, 12, 18, 10, tzinfo=HERE)
    full = occasion(text=said("Ask the union."), starts=starts, ends=starts + timedelta(hours=2), yearly=True)
    assert {child.name for child in independently(full).vevent.getChildren()} == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION"),
        *("URL", "STATUS", "TRANSP"),
    }


def test_an_empty_calendar_can_be_read() -> None:
    assert read().walk("VEVENT") == []


@given(TEXTS, TEXTS)
@example(LONG[0], LONG[1])
def test_two_programs_read_every_text_as_it_was_written(title: str, text: str) -> None:
    made = occasion(title=said(title), text=said(text))
    first, second = one(made), independently(made).vevent
    assert (str(first["summary"]), str(first["description"])) == (title, text)
    assert (second.summary.value, second.description.value) == (title, text)


@given(st.lists(st.text(max_size=300), min_size=1, max_size=3))
@example([*LONG])
def test_lines_are_folded_between_characters_and_never_longer_than_75_octets(titles: list[str]) -> None:
    events = (occasion(id=f"e.{number}", title=said(text)) for number, text in enumerate(titles))
    data = written(*events)
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() for line in lines[:-1])  # each can be read by itself
    assert sum(line.startswith(b"BEGIN:VEVENT") for line in lines) == len(titles)


@given(st.lists(st.text(max_size=60), max_size=3))
def test_a_calendar_is_the_same_each_time(titles: list[str]) -> None:
    events = [occasion(id=f"e.{number}", text=said(text)) for number, text in enumerate(titles)]
    assert written(*events) == written(*events)


@given(st.text())
def test_no_text_adds_a_line_of_its_own(text: str) -> None:
    before = [line.partition(b":")[0].partition(b";")[0] for line in unfolded(written(occasion(text=said("x"))))]
    after = [line.partition(b":")[0].partition(b";")[0] for line in unfolded(written(occasion(text=said(f"x{text}"))))]
    assert before == after


def unfolded(data: bytes) -> list[bytes]:
    """Join what was folded."""
    return data.replace(b"\r\n ", b"").split(b"\r\n")


def test_the_occasions_stand_in_their_order() -> None:
    some = [occasion(id=f"e.{number}", on=date(2026, 12, number)) for number in (3, 7, 9)]
    days = [event.decoded("dtstart") for event in read(*some).walk("VEVENT")]
    assert all(before < after for before, after in pairwise(days))
