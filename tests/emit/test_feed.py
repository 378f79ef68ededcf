"""Feeds, each read by two programs that know nothing of each other, and of us."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import fastfeedparser
import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.emit.feed import atom, json_feed
from suluh.model.news import Feed, News

ADDRESS = "https://lamp.example/a&b/"
DAY = date(2026, 11, 1)
NAMES = ["</title><script>", "a & b", "<b>bold</b>", "]]>", "ဖုန်း", "اردو", "தொலைபேசி"]
MENDED = "".join(map(chr, range(0x80, 0x100)))
"""Signs that one of the readers may take for UTF-8 that was written twice, and mend."""

SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=MENDED)
TEXTS = st.sampled_from(NAMES) | st.text(SIGNS).map(lambda text: " ".join(text.split())).filter(bool)
NEWS = st.builds(
    News,
    day=st.dates(date(2016, 1, 1), date(2026, 11, 28)),
    id=st.uuids(version=5).map(str),
    title=TEXTS,
    route=st.sampled_from(["my/campaigns/rest/", "my/directory/"]),
    summary=st.just("") | TEXTS,
    language=st.sampled_from(["my", "en"]),
    state=st.sampled_from(["", "live", "won"]),
    people=st.just(0) | st.integers(50),
)


def news(**changes: Any) -> News:
    known: dict[str, Any] = {
        "day": DAY,
        "id": str(UUID(int=2)),
        "title": "Live: One day",
        "route": "my/campaigns/rest/",
    }
    return News(**known | changes)


def feed(*some: News) -> Feed:
    return Feed(
        name="my/campaigns/changes",
        id=str(UUID(int=1)),
        title="Lamp & Co: News of <campaigns>",
        site="Lamp & Co",
        language="my",
        address=ADDRESS,
        home="my/campaigns/",
        as_of=date(2026, 11, 28),
        news=some,
    )


def read(made: Feed) -> Any:
    """Read the feed in XML as most programs for feeds do."""
    found = feedparser.parse(atom(made)[1])
    assert not found.bozo, found.bozo_exception
    return found


def both(made: Feed) -> list[Any]:
    """Read the feed in XML and the one in JSON with another program, which can do both."""
    return [fastfeedparser.parse(write(made)[1].decode()) for write in (atom, json_feed)]


def items(made: Feed) -> list[Any]:
    found: list[Any] = json.loads(json_feed(made)[1])["items"]
    return found


def test_the_files_lie_where_the_feed_is_named_to() -> None:
    assert [write(feed())[0] for write in (atom, json_feed)] == [
        "my/campaigns/changes.xml",
        "my/campaigns/changes.json",
    ]


def test_a_feed_is_written_as_ever() -> None:
    made = feed(news(summary="Why & how", language="en"), news(id=str(UUID(int=3)), route="my/campaigns/"))
    assert atom(made)[1].decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="my">\n'
        "<id>urn:uuid:00000000-0000-0000-0000-000000000001</id>\n"
        "<title>Lamp &amp; Co: News of &lt;campaigns&gt;</title>\n"
        "<updated>2026-11-01T00:00:00Z</updated>\n"
        "<author><name>Lamp &amp; Co</name></author>\n"
        '<link rel="self" type="application/atom+xml" href="https://lamp.example/a&amp;b/my/campaigns/changes.xml"/>\n'
        '<link rel="alternate" type="text/html" href="https://lamp.example/a&amp;b/my/campaigns/"/>\n'
        "<entry>\n"
        "<id>urn:uuid:00000000-0000-0000-0000-000000000002</id>\n"
        "<title>Live: One day</title>\n"
        "<updated>2026-11-01T00:00:00Z</updated>\n"
        '<link rel="alternate" type="text/html" href="https://lamp.example/a&amp;b/my/campaigns/rest/"/>\n'
        '<summary xml:lang="en">Why &amp; how</summary>\n'
        "</entry>\n"
        "<entry>\n"
        "<id>urn:uuid:00000000-0000-0000-0000-000000000003</id>\n"
        "<title>Live: One day</title>\n"
        "<updated>2026-11-01T00:00:00Z</updated>\n"
        '<link rel="alternate" type="text/html" href="https://lamp.example/a&amp;b/my/campaigns/"/>\n'
        "</entry>\n"
        "</feed>\n"
    )


def test_the_feed_says_whose_it_is_and_where() -> None:
    said = read(feed()).feed
    assert (said.title, said.language, said.author) == ("Lamp & Co: News of <campaigns>", "my", "Lamp & Co")
    assert {(one.rel, one.href) for one in said.links} == {
        ("self", f"{ADDRESS}my/campaigns/changes.xml"),
        ("alternate", f"{ADDRESS}my/campaigns/"),
    }


def test_the_feed_in_json_says_the_same() -> None:
    said = json.loads(json_feed(feed())[1])
    assert said == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lamp & Co: News of <campaigns>",
        "home_page_url": f"{ADDRESS}my/campaigns/",
        "feed_url": f"{ADDRESS}my/campaigns/changes.json",
        "language": "my",
        "authors": [{"name": "Lamp & Co"}],
        "items": [],
    }


def test_an_empty_feed_is_as_old_as_the_build() -> None:
    assert read(feed()).feed.updated == "2026-11-28T00:00:00Z"


def test_a_piece_of_news_says_what_it_is_when_and_where() -> None:
    assert items(feed(news(summary="Why", language="en"))) == [
        {
            "id": f"urn:uuid:{UUID(int=2)}",
            "url": f"{ADDRESS}my/campaigns/rest/",
            "title": "Live: One day",
            "content_text": "Why",
            "date_modified": "2026-11-01T00:00:00Z",
            "language": "en",
        }
    ]


def test_a_summary_is_in_the_language_it_is_really_in() -> None:
    made = feed(news(summary="Kenapa", language="ms"))
    [told] = read(made).entries
    assert told.summary_detail.language == "ms"
    assert [one["language"] for one in items(made)] == ["ms"]


def test_where_nothing_more_is_told_the_title_is_the_text() -> None:
    [told] = items(feed(news()))
    assert (told["content_text"], "language" in told, "_campaign" in told) == ("Live: One day", False, False)


def test_programs_that_know_us_are_told_the_state_and_how_many() -> None:
    assert items(feed(news(state="live", people=129)))[0]["_campaign"] == {"state": "live", "people": 129}
    assert items(feed(news(state="live")))[0]["_campaign"] == {"state": "live"}


@given(st.lists(NEWS, max_size=4))
def test_every_program_reads_the_same_in_both(some: list[News]) -> None:
    made = feed(*some)
    first = [(one.id, one.title, one.link, one.updated) for one in read(made).entries]
    assert first == [(one["id"], one["title"], one["url"], one["date_modified"]) for one in items(made)]
    for found in both(made):
        assert found.feed.title == "Lamp & Co: News of <campaigns>"
        assert found.feed.language == "my"
        assert [(one.id, one.link, f"{one.updated[:19]}Z") for one in found.entries] == [
            (name, link, day) for name, _, link, day in first
        ]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_text_and_never_markup(name: str) -> None:
    made = feed(news(title=name, summary=name))
    [told] = read(made).entries
    assert (told.title, told.title_detail.type) == (name, "text/plain")
    assert [one.title for found in both(made) for one in found.entries] == [name, name]


@given(st.text(min_size=1))
def test_no_text_breaks_the_feed(text: str) -> None:
    made = feed(news(title=text, summary=text))
    assert len(read(made).entries) == 1
    assert [one["title"] for one in items(made)] == [text]


@given(st.lists(NEWS, max_size=4))
def test_a_feed_is_the_same_each_time(some: list[News]) -> None:
    assert [atom(feed(*some)), json_feed(feed(*some))] == [atom(feed(*some)), json_feed(feed(*some))]
