"""A part of a `Site` to its pages: every text chosen, every address known."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from suluh.model.edition import Choice, ChooserBody, Frame, HomeBody, MissingBody, Page, SearchBody
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.model.site import OWN, WORDS, Site
from suluh.model.translation import TRUSTED, state_of
from suluh.resolve import routes
from suluh.resolve.campaigns import campaign_list, campaign_page
from suluh.resolve.directory import directory_lists, organisation_page
from suluh.resolve.guides import guide_list, guide_page, situations, standing_page
from suluh.resolve.pages import Pages
from suluh.resolve.reading import Choosing

DOOR = ""
"""Stands for the language of the pages that belong to none."""

LISTS = ("guides", "directory", "campaigns")
"""The kinds of parts that list others, one in each language."""


def frames(site: Site, languages: Sequence[Language]) -> Mapping[str, Frame]:
    """Make what stands round the pages of each language, by its code; the door has that of the source."""
    made = {one.code: _frame(site, one, _pages(site, one, languages, date.min)) for one in languages}
    return {DOOR: made[languages[0].code], **made}


def pages_of(
    site: Site, kind: str, name: str, languages: Sequence[Language], today: date
) -> Iterator[tuple[str, Page]]:
    """Make the pages of one part, each with the code of its language, as the part stands on a day.

    What is one's own has a page in each language and is named after itself; all else is named after its language.
    """
    if kind == "door":
        yield from ((DOOR, page) for page in _door(site, languages))
        return
    if kind in OWN and name not in _shown(site, kind):
        return
    for language in languages if kind in OWN else [one for one in languages if one.code == name]:
        pages = _pages(site, language, languages, today)
        for page in _made(pages, kind, name):
            yield language.code, replace(page, languages=pages.elsewhere(page.route))


def _shown(site: Site, kind: str) -> Collection[str]:
    """Name the parts of a kind that have pages; what may not be shown has none."""
    known = site.known
    match kind:
        case "guide":
            return known.guides
        case "organisation":
            return known.organisations
        case "campaign":
            return known.campaigns
        case _:
            return set(known.pages) & set(site.settings.pages)


def _made(pages: Pages, kind: str, name: str) -> Iterator[Page]:
    match kind:
        case "guide" if name in pages.site.guides:
            yield guide_page(pages, name)
        case "organisation" if name in pages.site.known.organisations:
            yield organisation_page(pages, name, pages.site.organisations[name])
        case "campaign" if name in pages.site.known.campaigns:
            yield campaign_page(pages, name)
        case "page":
            yield standing_page(pages, name)
        case "guides":
            yield _home(pages)
            yield from guide_list(pages)
        case "directory":
            yield from directory_lists(pages)
        case "campaigns":
            yield from campaign_list(pages)
        case "edition":
            yield _search(pages)
            yield _missing(pages)
        case _:  # it may not be shown
            return


def _pages(site: Site, language: Language, languages: Sequence[Language], today: date) -> Pages:
    return Pages(site, language, tuple(languages), Choosing(site.settings, language), today)


def _door(site: Site, languages: Sequence[Language]) -> Iterator[Page]:
    """Make the pages that belong to no language: the chooser, and the root's 404 page."""
    source = languages[0]
    pages = _pages(site, source, languages, date.min)
    choices = tuple(
        Choice(one.code, one.name, one.direction, routes.home(one.code), site.words[one.code]) for one in languages
    )
    for route, lost in ((routes.ROOT, False), (routes.MISSING, True)):
        yield Page(
            route=route,
            kind="chooser",
            title=pages.word("not-found-title" if lost else "choose-language"),
            description=pages.read(site.settings.tagline),
            body=ChooserBody(choices, missing=lost),
            alternates=() if lost else pages.alternates(routes.home(source.code)),
            indexed=not lost,
        )


def _frame(site: Site, language: Language, pages: Pages) -> Frame:
    settings = site.settings
    return Frame(
        site=settings.name,
        address=settings.address,
        base=settings.base,
        language=language,
        words=site.words[language.code],
        home=routes.home(language.code),
        help=pages.route("help"),
        leave=settings.leave,
        links=tuple(pages.link(name) for name in settings.pages if name != "help" and name in site.known.pages),
        machine=_unchecked(site, language),
        handbook=routes.HANDBOOK if site.handbook else "",
    )


def _unchecked(site: Site, language: Language) -> bool:
    """Tell whether nobody has vouched for the words of the interface."""
    if language == site.settings.source:
        return False
    words = dict(site.units())[WORDS]
    return state_of(site.translations.get(language.code, {}), WORDS, words) not in TRUSTED


def _home(pages: Pages) -> Page:
    route = routes.home(pages.code)
    tagline = pages.read(pages.site.settings.tagline)
    rows = tuple(pages.link(name, note=True) for name in ("guides", "directory", "campaigns", "search"))
    return Page(
        route=route,
        kind="home",
        title=pages.word("what-happened"),
        lead=tagline,
        description=tagline,
        body=HomeBody(situations(pages), rows),
        alternates=pages.alternates(route),
    )


def _search(pages: Pages) -> Page:
    route = pages.route("search")
    rows = tuple(pages.link(name, note=True) for name in ("guides", "directory", "campaigns"))
    return Page(
        route=route,
        kind="search",
        title=pages.word("search"),
        description=pages.word("search-note"),
        body=SearchBody(routes.index(pages.code), pages.language.unspaced, rows),
        alternates=pages.alternates(route),
        indexed=False,
    )


def _missing(pages: Pages) -> Page:
    rows = tuple(pages.link(name, note=True) for name in ("guides", "directory", "search"))
    text: Reading = pages.word("not-found-text")
    return Page(
        route=routes.missing(pages.code),
        kind="missing",
        title=pages.word("not-found-title"),
        lead=text,
        description=text,
        body=MissingBody(rows),
        indexed=False,
    )
