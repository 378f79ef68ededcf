"""News of the directory: what happened, in order, and nothing of what was taken away."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hsds.directories import (
    ADDRESS,
    DAYS,
    TODAY,
    WORDS,
    Making,
    bare,
    directory,
    entry,
    makings,
    reading,
)

from suluh.emit.feed import MOST, feed_file
from suluh.model.entry import Directory
from suluh.model.ids import organisation_id


def read(made: Directory) -> Any:
    """Read the feed as a program for feeds does."""
    found = feedparser.parse(feed_file(made, WORDS)[1])
    assert not found.bozo, found.bozo_exception
    return found


def titles(made: Directory) -> list[str]:
    return [one.title for one in read(made).entries]


def moment(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).isoformat().replace("+00:00", "Z")


def test_the_feed_says_whose_it_is_and_where() -> None:
    route, _ = feed_file(directory(entry(language="my"), language="my"), WORDS)
    assert route == "my/directory/changes.xml"
    feed = read(directory(entry(language="my"), language="my")).feed
    assert feed.title == "Lamp & Co: News of this <directory>"
    assert feed.language == "my"
    assert feed.author == "Lamp & Co"
    assert {(one.rel, one.href) for one in feed.links} == {
        ("self", f"{ADDRESS}my/directory/changes.xml"),
        ("alternate", f"{ADDRESS}my/directory/"),
    }


@pytest.mark.parametrize(
    ("verified", "edited", "title", "day"),
    [
        (date(2026, 10, 3), date(2026, 9, 30), "Checked: Lamp Desk (invented)", date(2026, 10, 3)),
        (date(2026, 10, 3), date(2026, 10, 4), "Changed: Lamp Desk (invented)", date(2026, 10, 4)),
        (date(2026, 10, 3), date(2026, 10, 3), "Checked: Lamp Desk (invented)", date(2026, 10, 3)),
        (None, date(2026, 9, 30), "Changed: Lamp Desk (invented)", date(2026, 9, 30)),
        (date(2026, 10, 3), date(2027, 1, 1), "Checked: Lamp Desk (invented)", date(2026, 10, 3)),
    ],
)
def test_the_last_thing_that_was_done_to_an_entry_is_told(
    verified: date | None, edited: date, title: str, day: date
) -> None:
    [told] = read(directory(entry(card_verified_on=verified, edited=edited))).entries
    assert (told.title, told.updated) == (title, moment(day))
    assert told.link == f"{ADDRESS}en/directory/lamp-desk/"
    assert told.id == f"urn:uuid:{organisation_id(ADDRESS, 'lamp-desk')}"
    assert told.summary == "Helps workers with letters."


def test_how_old_the_source_of_an_entry_is_is_no_news() -> None:
    assert titles(directory(bare())) == []


def test_a_summary_is_in_the_language_it_is_really_in() -> None:
    [told] = read(directory(entry(card_about=reading("Membantu.", "ms")))).entries
    assert told.summary_detail.language == "ms"


def test_of_what_was_taken_away_only_the_day_is_told() -> None:
    made = directory(gone={"sparrow-house": date(2026, 11, 1), "later": date(2027, 1, 1)})
    [told] = read(made).entries
    assert told.title == "Taken away: 2026-11-01"
    assert told.link == f"{ADDRESS}en/directory/"
    assert told.id == f"urn:uuid:{organisation_id(ADDRESS, 'sparrow-house')}"
    assert b"sparrow" not in feed_file(made, WORDS)[1]


def test_an_empty_feed_is_as_old_as_the_build() -> None:
    assert read(directory()).feed.updated == moment(TODAY)


def test_the_newest_come_first_and_only_so_many() -> None:
    days = [TODAY - timedelta(days=number) for number in range(MOST + 10)]
    made = directory(*(bare(f"reed-{number}", edited=day) for number, day in enumerate(reversed(days))))
    found = read(made)
    assert [one.updated for one in found.entries] == [moment(day) for day in days[:MOST]]
    assert found.feed.updated == moment(TODAY)


@given(makings())
def test_every_feed_can_be_read_and_is_in_order(making: Making) -> None:
    found = read(making("en"))
    days = [one.updated for one in found.entries]
    assert days == sorted(days, reverse=True)
    assert all(day <= moment(TODAY) for day in days)
    assert found.feed.updated == (days[0] if days else moment(TODAY))
    names = [one.id for one in found.entries]
    assert len(names) == len(set(names))


@given(makings())
def test_a_feed_is_the_same_each_time_and_tells_of_the_same_in_every_language(making: Making) -> None:
    assert feed_file(making("en"), WORDS) == feed_file(making("en"), WORDS)
    assert [one.id for one in read(making("en")).entries] == [one.id for one in read(making("my")).entries]


@given(st.text(min_size=1), DAYS)
def test_no_name_breaks_the_feed(name: str, day: date) -> None:
    made = directory(bare(card_name=reading(name), card_about=reading(name), edited=day), as_of=date(2027, 1, 1))
    assert len(read(made).entries) == 1


@pytest.mark.parametrize("name", ["</title><script>", "a & b", "<b>bold</b>", "]]>", "ဖုန်း", "اردو"])
def test_a_name_is_text_and_never_markup(name: str) -> None:
    [told] = read(directory(bare(card_name=reading(name), edited=TODAY))).entries
    assert told.title == f"Changed: {name}"
    assert told.title_detail.type == "text/plain"
