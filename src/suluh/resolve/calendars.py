"""Days to keep: the important ones of each year, and what campaigns do. Where people meet is in none of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from suluh.model.base import Text
from suluh.model.bill import Bill
from suluh.model.campaign import Campaign, Happening
from suluh.model.days import Day
from suluh.model.news import Calendar, Occasion
from suluh.model.reading import Reading
from suluh.resolve import routes
from suluh.resolve.pages import Pages

_YEAR = 2024
"""Days of every year are written in this one: a leap year, so that each of them is there."""


def important_days(pages: Pages, days: Iterable[Day]) -> Calendar:
    """Give the days that come back each year."""
    return _calendar(pages, "days", (_day(pages, one) for one in days))


def actions_calendar(pages: Pages) -> Calendar:
    """Give what the campaigns do that go on, and the stages of the bills that campaigns are about."""
    texts = pages.site.campaign_texts
    shown = {slug: one for slug, one in sorted(pages.site.campaigns.items()) if one.shown and texts.get(slug)}
    found = [_event(pages, slug, one, event) for slug, one in shown.items() if one.running for event in one.events]
    bills = {one.bill: one for one in reversed(shown.values()) if one.bill in pages.site.bills}
    stages = (stage for name, one in bills.items() if name for stage in _stages(pages, name, _known(one)))
    return _calendar(pages, "campaigns", (*found, *stages))


def _calendar(pages: Pages, part: str, occasions: Iterable[Occasion]) -> Calendar:
    settings = pages.site.settings
    return Calendar(
        route=routes.beside(pages.route(part), "ics"),
        name=f"{settings.name}: {pages.word(part).text}",
        language=pages.code,
        address=settings.address,
        occasions=tuple(sorted(occasions, key=lambda one: (one.on, one.id))),
    )


def _day(pages: Pages, one: Day) -> Occasion:
    return Occasion(
        id=f"day.{one.id}",
        kind="day",
        title=pages.read(one.name),
        on=date.fromisoformat(f"{_YEAR}-{one.on}"),
        stamp=date(_YEAR, 1, 1),
        route=pages.route("days"),
        yearly=True,
    )


def _event(pages: Pages, slug: str, campaign: Campaign, one: Happening) -> Occasion:
    zone = pages.site.settings.time_zone
    starts = _moment(one.on, one.starts, zone)
    return Occasion(
        id=f"event.{slug}.{one.id}",
        kind="event",
        title=pages.read(one.title),
        on=one.on,
        stamp=_known(campaign),
        route=routes.campaign(pages.code, slug),
        text=pages.choosing.maybe(one.text),
        starts=starts,
        ends=_end(starts, _moment(one.on, one.ends, zone)),
        cancelled=one.cancelled,
        revision=one.revision,
    )


def _known(campaign: Campaign) -> date:
    """Say since when readers can know of a campaign."""
    return campaign.begun or campaign.since


def _moment(day: date, hour: str | None, zone: str) -> datetime | None:
    """Say when an hour of a day is, also that which ends it: nothing, where the hour or the time zone is not known."""
    try:
        midnight = datetime.combine(day, time(), ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    if not hour:
        return None
    hours, minutes = (int(part) for part in hour.split(":"))
    return midnight + timedelta(hours=hours, minutes=minutes)


def _end(starts: datetime | None, ends: datetime | None) -> datetime | None:
    """Say when it ends: what ends before it starts goes on past midnight."""
    if starts is None or ends is None:
        return None
    return ends if ends > starts else ends + timedelta(days=1)


def _stages(pages: Pages, name: str, stamp: date) -> Iterator[Occasion]:
    """Give the stages that a bill has passed or will pass; of one that was only planned, the day means nothing."""
    bill, on_day = pages.site.bills[name], Counter[date]()
    for one in bill.stages:
        on_day[one.on] += 1
        if not one.planned:
            yield Occasion(
                id=f"stage.{name}.{one.on.isoformat()}.{on_day[one.on]}",
                kind="stage",
                title=_named(pages, bill, one.text),
                on=one.on,
                stamp=stamp,
                route=routes.bill(pages.code, name),
            )


def _named(pages: Pages, bill: Bill, stage: Text) -> Reading:
    """Name a stage with its bill, in a language that both have."""
    return pages.read({code: f"{bill.title[code]}: {text}" for code, text in stage.items() if code in bill.title})
