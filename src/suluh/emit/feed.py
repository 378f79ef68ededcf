"""News as programs for feeds read them: Atom (RFC 4287), and JSON Feed 1.1."""

import json
import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from suluh.model.news import Feed, News

_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold, not even escaped."""

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def atom(feed: Feed) -> tuple[str, bytes]:
    """Write a feed in XML: path in the site, and bytes."""
    route = f"{feed.name}.xml"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(feed.language)}">\n'
        f"<id>urn:uuid:{feed.id}</id>\n"
        f"<title>{_text(feed.title)}</title>\n"
        f"<updated>{_moment(feed.news[0].day if feed.news else feed.as_of)}</updated>\n"
        f"<author><name>{_text(feed.site)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(feed.address + route)}"/>\n'
        f"{_link(feed.address + feed.home)}\n"
    )
    entries = "".join(_entry(feed.address, one) for one in feed.news)
    return route, f"{head}{entries}</feed>\n".encode()


def json_feed(feed: Feed) -> tuple[str, bytes]:
    """Write the same feed in JSON: path in the site, and bytes."""
    route = f"{feed.name}.json"
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.address + feed.home,
        "feed_url": feed.address + route,
        "language": feed.language,
        "authors": [{"name": feed.site}],
        "items": [_item(feed.address, one) for one in feed.news],
    }
    return route, f"{_encoder.encode(told)}\n".encode()


def _entry(address: str, news: News) -> str:
    summary = f'<summary xml:lang="{escape(news.language)}">{_text(news.summary)}</summary>\n' if news.summary else ""
    return (
        "<entry>\n"
        f"<id>urn:uuid:{news.id}</id>\n"
        f"<title>{_text(news.title)}</title>\n"
        f"<updated>{_moment(news.day)}</updated>\n"
        f"{_link(address + news.route)}\n"
        f"{summary}</entry>\n"
    )


def _item(address: str, news: News) -> Mapping[str, Any]:
    """Write one piece of news. Each has a text, as JSON Feed wants it: where nothing more is told, its title."""
    more = {key: value for key, value in (("state", news.state), ("people", news.people)) if value}
    return {
        "id": f"urn:uuid:{news.id}",
        "url": address + news.route,
        "title": news.title,
        "content_text": news.summary or news.title,
        "date_modified": _moment(news.day),
        **({"language": news.language} if news.language else {}),
        **({"_campaign": more} if more else {}),
    }


def _link(address: str) -> str:
    return f'<link rel="alternate" type="text/html" href="{escape(address)}"/>'


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_UNFIT.sub("", text), quote=False)
