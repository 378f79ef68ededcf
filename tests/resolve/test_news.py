"""News of the directory and of the campaigns: what happened, in order, and nothing of what was taken away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hsds.directories import ADDRESS, TODAY, WORDS, Making, bare, directory, entry, makings, reading
from tests.resolve import invented
from tests.resolve.invented import BEGAN, campaign, pages

from suluh.model.campaign import HIDDEN, Campaign, State
from suluh.model.entry import Directory
from suluh.model.ids import organisation_id
from suluh.model.news import Feed, News
from suluh.model.tally import Tally
from suluh.resolve.news import MOST, briefs, of_campaigns, of_directory

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def titles(feed: Feed) -> list[str]:
    return [one.title for one in feed.news]


def of(made: Directory) -> Feed:
    return of_directory(made, WORDS)


# --- the directory ---


def test_the_feed_of_the_directory_says_whose_it_is_and_where() -> None:
    feed = of(directory(entry(language="my"), language="my"))
    assert (feed.name, feed.home, feed.address) == ("my/directory/changes", "my/directory/", ADDRESS)
    assert (feed.title, feed.site, feed.language) == ("Lamp & Co: News of this <directory>", "Lamp & Co", "my")


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
    assert of(directory(entry(card_verified_on=verified, edited=edited))).news == (
        News(
            day=day,
            id=organisation_id(ADDRESS, "lamp-desk"),
            title=title,
            route="en/directory/lamp-desk/",
            summary="Helps workers with letters.",
            language="en",
        ),
    )


def test_how_old_the_source_of_an_entry_is_is_no_news() -> None:
    assert titles(of(directory(bare()))) == []


def test_a_summary_is_in_the_language_it_is_really_in() -> None:
    [told] = of(directory(entry(card_about=reading("Membantu.", "ms")))).news
    assert (told.summary, told.language) == ("Membantu.", "ms")


def test_of_what_was_taken_away_only_the_day_is_told() -> None:
    feed = of(directory(gone={"sparrow-house": date(2026, 11, 1), "later": date(2027, 1, 1)}))
    name = organisation_id(ADDRESS, "sparrow-house")
    assert feed.news == (News(date(2026, 11, 1), name, "Taken away: 2026-11-01", "en/directory/"),)
    assert "sparrow" not in repr(feed)


def test_the_newest_come_first_and_only_so_many() -> None:
    days = [TODAY - timedelta(days=number) for number in range(MOST + 10)]
    feed = of(directory(*(bare(f"reed-{number}", edited=day) for number, day in enumerate(reversed(days)))))
    assert [one.day for one in feed.news] == days[:MOST]


@given(makings())
def test_the_feed_of_the_directory_is_in_order_and_tells_each_thing_once(making: Making) -> None:
    feed = of(making("en"))
    days = [one.day for one in feed.news]
    assert days == sorted(days, reverse=True)
    assert all(day <= TODAY for day in days)
    assert len({one.id for one in feed.news}) == len(feed.news)


@given(makings())
def test_a_feed_is_the_same_each_time_and_tells_of_the_same_in_every_language(making: Making) -> None:
    assert of(making("en")) == of(making("en"))
    assert [one.id for one in of(making("en")).news] == [one.id for one in of(making("my")).news]


# --- the campaigns ---


def told(*campaigns: Campaign, language: str = "en", today: date = invented.TODAY, **records: Any) -> Feed:
    """Tell the news of some campaigns, which are called `meadow`, `harbour` and `bridge`."""
    return of_campaigns(pages(language, today, campaigns=_named(campaigns), **records))


def _named(campaigns: Iterable[Campaign]) -> dict[str, Campaign]:
    return dict(zip(("meadow", "harbour", "bridge"), campaigns, strict=False))


def test_the_feed_of_the_campaigns_says_whose_it_is_and_where() -> None:
    feed = told(campaign(), language="ms")
    assert (feed.name, feed.home, feed.address) == ("ms/campaigns/changes", "ms/campaigns/", invented.ADDRESS)
    assert (feed.title, feed.site, feed.as_of) == ("Lamp: campaigns-feed", "Lamp", invented.TODAY)


def test_a_campaign_tells_that_it_began_and_how_it_stands() -> None:
    feed = told(campaign(("review", date(2026, 9, 1)), ("live", BEGAN), ("delivered", date(2026, 11, 2))))
    assert [(one.day, one.title, one.state) for one in feed.news] == [
        (date(2026, 11, 2), "state-delivered: Title of meadow", "delivered"),
        (BEGAN, "state-live: Title of meadow", "live"),
    ]
    assert {(one.route, one.summary, one.language) for one in feed.news} == {
        ("en/campaigns/meadow/", "Summary of meadow", "en")
    }


def test_an_update_is_told_in_its_own_words() -> None:
    updates = ({"on": date(2026, 11, 3), "text": {"en": "We went.", "ms": "Kami pergi."}},)
    [update, _] = told(campaign(updates=updates), language="ms").news
    assert (update.day, update.title, update.summary, update.language) == (
        date(2026, 11, 3), "Title of meadow", "Kami pergi.", "ms"
    )  # fmt: skip


def test_two_updates_of_one_day_are_two_pieces_of_news() -> None:
    updates = tuple({"on": date(2026, 11, 3), "text": {"en": text}} for text in ("We went.", "They came."))
    feed = told(campaign(updates=updates))
    assert sorted(one.summary for one in feed.news) == ["Summary of meadow", "They came.", "We went."]
    assert len({one.id for one in feed.news}) == 3


def test_what_comes_later_is_no_news_yet() -> None:
    updates = ({"on": date(2026, 12, 3), "text": {"en": "Soon."}},)
    assert titles(told(campaign(("live", date(2026, 12, 1)), updates=updates))) == []


def test_how_many_stand_behind_it_is_told_with_its_present_state_and_only_where_it_may_be() -> None:
    one = campaign(("live", BEGAN), ("delivered", date(2026, 11, 2)))

    def counted(people: int) -> list[int]:
        row = {"on": BEGAN, "channel": "paper", "batch": "A-1", "count": people, "counted_by": ("role:a", "role:b")}
        return [news.people for news in told(one, tallies={"meadow": (Tally.model_validate(row),)}).news]

    assert counted(129) == [129, 0]
    assert counted(49) == [0, 0]


@pytest.mark.parametrize("state", sorted(HIDDEN))
def test_a_campaign_that_nobody_may_see_yet_is_no_news(state: str) -> None:
    assert titles(told(campaign((state, BEGAN), updates=({"on": BEGAN, "text": {"en": "Secret."}},)))) == []


def test_a_paused_campaign_says_so_and_none_of_its_own_news() -> None:
    updates = ({"on": date(2026, 10, 3), "text": {"en": "We meet."}},)
    feed = told(campaign(("live", BEGAN), ("paused", date(2026, 11, 2)), updates=updates))
    assert titles(feed) == ["state-paused: Title of meadow", "state-live: Title of meadow"]


def test_of_a_campaign_that_was_taken_back_every_piece_of_news_is_emptied() -> None:
    updates = ({"on": date(2026, 10, 3), "text": {"en": "We went."}},)
    before = campaign(("live", BEGAN), updates=updates)
    after = campaign(("live", BEGAN), ("withdrawn", date(2026, 11, 20)), updates=updates)
    feed = told(after)
    assert {one.id for one in feed.news} == {one.id for one in told(before).news}
    assert {replace(one, id="") for one in feed.news} == {
        News(date(2026, 11, 20), "", "change-gone: 2026-11-20", "en/campaigns/")
    }


def test_a_campaign_without_texts_is_passed_over() -> None:
    assert titles(told(campaign(), campaign(), campaign_texts={})) == []


STATES = st.lists(st.tuples(st.sampled_from(get_args(State)), DAYS), min_size=1, max_size=5).map(
    lambda states: sorted(states, key=lambda one: one[1])
)
UPDATES = st.lists(DAYS, max_size=3).map(
    lambda days: tuple({"on": day, "text": {"en": f"Update {day}"}} for day in days)
)


@given(st.lists(st.tuples(STATES, UPDATES), max_size=3))
def test_the_feed_of_the_campaigns_tells_each_thing_once_in_order_and_nothing_hidden(drawn: list[Any]) -> None:
    campaigns = _named(campaign(*states, updates=updates) for states, updates in drawn)
    feed = told(*campaigns.values())
    days = [one.day for one in feed.news]
    assert days == sorted(days, reverse=True)
    assert all(day <= invented.TODAY for day in days)
    assert len({one.id for one in feed.news}) == len(feed.news)
    assert [one.id for one in feed.news] == [one.id for one in told(*campaigns.values(), language="ms").news]
    for slug, one in campaigns.items():
        if not one.shown:
            assert slug not in repr([(news.title, news.route, news.summary) for news in feed.news])


# --- in a few words ---


def test_a_campaign_is_told_in_a_few_words() -> None:
    updates = ({"on": date(2026, 11, 3), "text": {"en": "We went."}},)
    made = campaign(updates=updates, letter={"to": "minister"})
    [one] = briefs(pages(campaigns={"meadow": made}))
    assert (one.slug, one.route, one.state) == ("meadow", "en/campaigns/meadow/", "live")
    assert (one.title.text, one.summary.text) == ("Title of meadow", "Summary of meadow")
    assert (one.begun, one.changed) == (BEGAN, date(2026, 11, 3))
    assert (one.people, one.letter) == (0, True)


def test_only_what_may_be_seen_is_told_in_a_few_words() -> None:
    shown = campaign(("live", BEGAN), ("archived", date(2026, 11, 2)), letter={"to": "minister"})
    found = briefs(pages(campaigns={"harbour": shown, "meadow": campaign(("review", BEGAN))}))
    assert [(one.slug, one.letter) for one in found] == [("harbour", False)]
