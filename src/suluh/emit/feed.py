"""News of the directory as an Atom feed: what was checked, changed or taken away, and when."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from suluh.model.entry import Directory, Entry
from suluh.model.ids import organisation_id, unique

MOST = 50
"""So many pieces of news stand in the feed, the newest first."""

_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class _News:
    """Something that happened to an entry on a day."""

    day: date
    id: str
    title: str
    route: str
    summary: str = ""
    language: str = ""


def feed_file(directory: Directory, words: Mapping[str, str]) -> tuple[str, bytes]:
    """Write the feed of one language: path in the site, and bytes."""
    home = f"{directory.language}/directory/"
    route = f"{home}changes.xml"
    found = [*_of_entries(directory, words), *_of_what_is_gone(directory, words, home)]
    news = sorted(found, key=lambda one: (-one.day.toordinal(), one.id))[:MOST]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(directory.language)}">\n'
        f"<id>urn:uuid:{unique(f'{directory.address}directory/#changes/{directory.language}')}</id>\n"
        f"<title>{_text(directory.site)}: {_text(words['changes-feed'])}</title>\n"
        f"<updated>{_moment(news[0].day if news else directory.as_of)}</updated>\n"
        f"<author><name>{_text(directory.site)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(directory.address + route)}"/>\n'
        f"{_link(directory.address + home)}\n"
    )
    entries = "".join(_entry(directory.address, one) for one in news)
    return route, f"{head}{entries}</feed>\n".encode()


def _of_entries(directory: Directory, words: Mapping[str, str]) -> Iterator[_News]:
    """Tell the last of what we did to each entry. How old its source is, is no news."""
    for entry in directory.entries:
        done = [(day, what) for day, what in _done(entry) if day <= directory.as_of]
        if done:
            day, what = max(done, key=lambda one: one[0])
            yield _News(
                day=day,
                id=organisation_id(directory.address, entry.id),
                title=f"{words[f'change-{what}']}: {entry.card.name.text}",
                route=entry.card.route,
                summary=entry.card.about.text,
                language=entry.card.about.language,
            )


def _done(entry: Entry) -> Iterator[tuple[date, str]]:
    """Say what was done and when; of two things on one day, that somebody checked comes first."""
    if entry.card.verified_on:
        yield entry.card.verified_on, "checked"
    if entry.edited:
        yield entry.edited, "edited"


def _of_what_is_gone(directory: Directory, words: Mapping[str, str], home: str) -> Iterator[_News]:
    """Tell that something was taken away and when, but not what: neither its name nor its address, which holds it."""
    for name, day in directory.gone.items():
        if day <= directory.as_of:
            title = f"{words['change-gone']}: {day.isoformat()}"
            yield _News(day, organisation_id(directory.address, name), title, home)


def _entry(address: str, news: _News) -> str:
    summary = f'<summary xml:lang="{escape(news.language)}">{_text(news.summary)}</summary>\n' if news.summary else ""
    return (
        "<entry>\n"
        f"<id>urn:uuid:{news.id}</id>\n"
        f"<title>{_text(news.title)}</title>\n"
        f"<updated>{_moment(news.day)}</updated>\n"
        f"{_link(address + news.route)}\n"
        f"{summary}</entry>\n"
    )


def _link(address: str) -> str:
    return f'<link rel="alternate" type="text/html" href="{escape(address)}"/>'


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_UNFIT.sub("", text), quote=False)
