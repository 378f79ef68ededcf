"""Days to keep, for the calendar of a phone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.invented import BEGAN, campaign, pages, settings

from suluh.model.bill import Bill
from suluh.model.days import Day
from suluh.model.news import Calendar
from suluh.model.reading import Reading
from suluh.resolve.calendars import actions_calendar, important_days

EVENT: dict[str, Any] = {"id": "river-day", "on": date(2026, 12, 18), "title": {"en": "River day (invented)"}}
STAGE: dict[str, Any] = {
    "on": date(2026, 3, 1),
    "text": {"en": "First reading", "ms": "Bacaan pertama"},
    "source": ("gazette",),
    "grade": "A",
}


def day(on: str = "05-01", **changes: Any) -> Day:
    known: dict[str, Any] = {
        "id": "labour",
        "on": on,
        "name": {"en": "Labour Day"},
        "source": ("gazette",),
        "grade": "A",
    }
    return Day.model_validate(known | changes)


def bill(*stages: dict[str, Any]) -> Bill:
    return Bill.model_validate({"title": {"en": "The Wage Bill"}, "amends": "wage-law", "stages": stages})


def actions(*events: dict[str, Any], states: Any = (("live", BEGAN),), **records: Any) -> Calendar:
    made = campaign(*states, events=events, bill="wage-bill" if records else None)
    return actions_calendar(pages(campaigns={"rest": made}, **records))


def test_an_important_day_comes_back_each_year() -> None:
    made = important_days(pages("ms"), [day(name={"en": "Labour Day", "ms": "Hari Pekerja"})])
    assert (made.route, made.name, made.language) == ("ms/days/days.ics", "Lamp: days", "ms")
    [one] = made.occasions
    assert (one.id, one.title.text, one.route, one.yearly) == ("day.labour", "Hari Pekerja", "ms/days/", True)
    assert (one.on.month, one.on.day) == (5, 1)


@given(st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_every_day_of_the_year_can_be_important(on: date) -> None:
    [one] = important_days(pages(), [day(f"{on:%m-%d}")]).occasions
    assert (one.on.month, one.on.day) == (on.month, on.day)


def test_an_important_day_is_the_same_in_every_year_of_the_build() -> None:
    assert len({important_days(pages("en", date(year, 1, 1)), [day()]) for year in range(2026, 2031)}) == 1


def test_an_event_leads_to_its_campaign() -> None:
    made = actions(EVENT | {"text": {"en": "Ask the union."}})
    assert (made.route, made.name) == ("en/campaigns/campaigns.ics", "Lamp: campaigns")
    [one] = made.occasions
    assert (one.id, one.kind, one.title.text) == ("event.rest.river-day", "event", "River day (invented)")
    assert (one.on, one.stamp, one.route) == (date(2026, 12, 18), BEGAN, "en/campaigns/rest/")
    assert one.text == Reading("Ask the union.", "en", "ltr")
    assert (one.starts, one.ends, one.cancelled) == (None, None, False)


@pytest.mark.parametrize(
    ("starts", "ends", "began", "ended"),
    [
        ("10:00", "12:00", datetime(2026, 12, 18, 2, tzinfo=UTC), datetime(2026, 12, 18, 4, tzinfo=UTC)),
        ("20:00", "24:00", datetime(2026, 12, 18, 12, tzinfo=UTC), datetime(2026, 12, 18, 16, tzinfo=UTC)),
        ("22:00", "01:00", datetime(2026, 12, 18, 14, tzinfo=UTC), datetime(2026, 12, 18, 17, tzinfo=UTC)),
        ("07:30", None, datetime(2026, 12, 17, 23, 30, tzinfo=UTC), None),
        (None, "12:00", None, None),
    ],
)
def test_hours_are_those_of_the_site(starts: str | None, ends: str | None, began: Any, ended: Any) -> None:
    [one] = actions(EVENT | {"starts": starts, "ends": ends}).occasions
    assert (one.starts, one.ends) == (began, ended)


def test_hours_of_no_known_time_zone_are_not_told() -> None:
    [one] = actions(EVENT | {"starts": "10:00"}, settings=settings(time_zone="Nowhere/At_All")).occasions
    assert (one.on, one.starts) == (date(2026, 12, 18), None)


def test_an_event_that_is_called_off_stays_and_says_so() -> None:
    [one] = actions(EVENT | {"cancelled": True, "revision": 2}).occasions
    assert (one.cancelled, one.revision) == (True, 2)


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "paused", "won", "closed", "archived", "withdrawn"])
def test_a_campaign_that_does_not_run_calls_nobody(state: str) -> None:
    assert actions(EVENT, states=((state, BEGAN),)).occasions == ()


def test_the_stages_of_a_bill_are_named_with_it() -> None:
    made = actions(bills={"wage-bill": bill(STAGE)})
    [one] = made.occasions
    assert (one.id, one.kind, one.on) == ("stage.wage-bill.2026-03-01.1", "stage", date(2026, 3, 1))
    assert (one.title.text, one.title.language) == ("The Wage Bill: First reading", "en")
    assert (one.route, one.stamp) == ("en/bills/wage-bill/", BEGAN)


def test_a_stage_that_was_planned_and_did_not_come_is_no_day_to_keep() -> None:
    assert actions(bills={"wage-bill": bill(STAGE | {"planned": True})}).occasions == ()


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_a_bill_that_no_campaign_shows_has_no_days(state: str) -> None:
    assert actions(states=((state, BEGAN),), bills={"wage-bill": bill(STAGE)}).occasions == ()


def test_a_bill_of_two_campaigns_has_its_days_once() -> None:
    made = {"one": campaign(bill="wage-bill"), "two": campaign(bill="wage-bill")}
    found = actions_calendar(pages(campaigns=made, bills={"wage-bill": bill(STAGE)})).occasions
    assert [one.id for one in found] == ["stage.wage-bill.2026-03-01.1"]


def test_two_stages_of_one_day_are_two_days_to_keep() -> None:
    made = actions(bills={"wage-bill": bill(STAGE, STAGE | {"text": {"en": "Second reading"}})})
    assert [one.id for one in made.occasions] == ["stage.wage-bill.2026-03-01.1", "stage.wage-bill.2026-03-01.2"]


def test_days_are_given_in_their_order_and_the_same_in_every_language() -> None:
    events = tuple(EVENT | {"id": f"event-{number}", "on": date(2026, 12, number)} for number in (9, 3, 7))
    made = {"rest": campaign(events=events)}
    found = [actions_calendar(pages(code, campaigns=made)).occasions for code in ("en", "ms")]
    assert [[one.id for one in some] for some in found] == [[f"event.rest.event-{number}" for number in (3, 7, 9)]] * 2
