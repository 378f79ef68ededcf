"""News of the directory and of the campaigns: what happened and when, and nothing of what was taken away."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from suluh.model.campaign import HIDDEN, Campaign, Since, Update
from suluh.model.entry import Directory, Entry
from suluh.model.ids import organisation_id, unique
from suluh.model.news import Brief, Feed, News
from suluh.model.words import Words
from suluh.resolve import routes
from suluh.resolve.asking import progress
from suluh.resolve.pages import Pages
from suluh.resolve.parts import row

MOST = 50
"""So many pieces of news stand in a feed, the newest first."""


def of_directory(directory: Directory, words: Words) -> Feed:
    """Tell what was checked, changed or taken away in the directory of one language."""
    home = routes.section(directory.language, "directory")
    return Feed(
        name=routes.news(directory.language, "directory"),
        id=unique(f"{directory.address}directory/#changes/{directory.language}"),
        title=f"{directory.site}: {words['changes-feed']}",
        site=directory.site,
        language=directory.language,
        address=directory.address,
        home=home,
        as_of=directory.as_of,
        news=_newest((*_of_entries(directory, words), *_of_what_is_gone(directory, words, home))),
    )


def of_campaigns(pages: Pages) -> Feed:
    """Tell how the campaigns of one language went on. Of one that was taken back, nothing is told but that."""
    settings = pages.site.settings
    return Feed(
        name=routes.news(pages.code, "campaigns"),
        id=unique(pages.absolute(f"campaigns/#changes/{pages.code}")),
        title=f"{settings.name}: {pages.word('campaigns-feed').text}",
        site=settings.name,
        language=pages.code,
        address=settings.address,
        home=pages.route("campaigns"),
        as_of=pages.today,
        news=_newest(news for slug in pages.site.campaigns for news in _of_campaign(pages, slug)),
    )


def briefs(pages: Pages) -> tuple[Brief, ...]:
    """Say in a few words what each campaign is that may be seen, for lists that other programs read."""
    found = ((slug, one) for slug, one in sorted(pages.site.campaigns.items()) if one.shown)
    return tuple(_brief(pages, slug, one) for slug, one in found if pages.site.campaign_texts.get(slug))


def _newest(news: Iterable[News]) -> tuple[News, ...]:
    return tuple(sorted(news, key=lambda one: (-one.day.toordinal(), one.id))[:MOST])


def _of_entries(directory: Directory, words: Words) -> Iterator[News]:
    """Tell the last of what we did to each entry. How old its source is, is no news."""
    for entry in directory.entries:
        done = [(day, what) for day, what in _done(entry) if day <= directory.as_of]
        if done:
            day, what = max(done, key=lambda one: one[0])
            yield News(
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


def _of_what_is_gone(directory: Directory, words: Words, home: str) -> Iterator[News]:
    """Tell that something was taken away and when, but not what: neither its name nor its address, which holds it."""
    for name, day in directory.gone.items():
        if day <= directory.as_of:
            yield _gone(day, organisation_id(directory.address, name), words["change-gone"], home)


def _gone(day: date, name: str, word: str, home: str) -> News:
    return News(day, name, f"{word}: {day.isoformat()}", home)


def _of_campaign(pages: Pages, slug: str) -> Iterator[News]:
    record = pages.site.campaigns[slug]
    if record.state == "withdrawn" and record.begun and record.since <= pages.today:
        # every piece of news is told again without its words, so that programs forget what they kept
        for mark in (*_states(record, pages.today), *_updates(record, pages.today)):
            word, home = pages.word("change-gone").text, pages.route("campaigns")
            yield _gone(record.since, _id(pages, slug, mark), word, home)
    elif record.shown and pages.site.campaign_texts.get(slug):
        yield from _of_states(pages, slug, record)
        if record.state != "paused":
            yield from _of_updates(pages, slug, record)


def _of_states(pages: Pages, slug: str, record: Campaign) -> Iterator[News]:
    brief = _brief(pages, slug, record)
    for mark, one in _states(record, pages.today).items():
        yield News(
            day=one.on,
            id=_id(pages, slug, mark),
            title=f"{pages.word(f'state-{one.state}').text}: {brief.title.text}",
            route=brief.route,
            summary=brief.summary.text,
            language=brief.summary.language,
            state=one.state,
            people=brief.people if one is record.states[-1] else 0,
        )


def _of_updates(pages: Pages, slug: str, record: Campaign) -> Iterator[News]:
    brief = _brief(pages, slug, record)
    for mark, one in _updates(record, pages.today).items():
        text = pages.read(one.text)
        yield News(one.on, _id(pages, slug, mark), brief.title.text, brief.route, text.text, text.language)


def _states(record: Campaign, today: date) -> dict[str, Since]:
    """Give the states that readers saw, each by a mark that stays."""
    seen = (one for one in record.states if one.state not in HIDDEN and one.on <= today)
    return {f"{one.state}-{one.on.isoformat()}": one for one in seen}


def _updates(record: Campaign, today: date) -> dict[str, Update]:
    """Give the campaign's own news, each by a mark that stays: its day, and which it is on that day."""
    found, on_day = {}, Counter[date]()
    for one in record.updates:
        on_day[one.on] += 1
        if one.on <= today:
            found[f"update-{one.on.isoformat()}-{on_day[one.on]}"] = one
    return found


def _id(pages: Pages, slug: str, mark: str) -> str:
    """Make the id of a piece of news: the same in every language, as that of an organisation is."""
    return unique(pages.absolute(f"campaigns/{slug}/#{mark}"))


def _brief(pages: Pages, slug: str, record: Campaign) -> Brief:
    paused = record.state == "paused"
    link = row(pages, pages.site.campaign_texts[slug], routes.campaign(pages.code, slug), record.icon)
    updates = () if paused else _updates(record, pages.today).values()
    return Brief(
        slug=slug,
        title=link.label,
        summary=link.note or link.label,
        route=link.route,
        state=record.state,
        begun=record.begun or record.since,
        changed=max((record.since, *(one.on for one in updates))),
        people=0 if paused else progress(record, pages.site.tallies.get(slug, ()), pages.today).people,
        letter=record.running and record.letter is not None,
    )
