"""`Site` to one `Edition` per language: every text chosen, every address known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from suluh.model.edition import (
    Choice,
    ChooserBody,
    Edition,
    Frame,
    HomeBody,
    MissingBody,
    Page,
    Reading,
    SearchBody,
)
from suluh.model.settings import Language
from suluh.model.site import WORDS, Site
from suluh.model.translation import TRUSTED, state_of
from suluh.resolve import routes
from suluh.resolve.campaigns import campaign_pages
from suluh.resolve.directory import directory_pages
from suluh.resolve.guides import guide_pages, situations, standing_pages
from suluh.resolve.pages import Pages
from suluh.resolve.reading import Choosing


def editions(site: Site, languages: Sequence[Language], today: date) -> Iterator[Edition]:
    """Make an edition for each language, as the site stands on a day."""
    for language in languages:
        yield edition(site, language, tuple(languages), today)


def edition(site: Site, language: Language, languages: tuple[Language, ...], today: date) -> Edition:
    """Make the edition of one language."""
    pages = Pages(site, language, languages, Choosing(site.settings, language), today)
    made = chain(
        (_home(pages), _search(pages), _missing(pages)),
        guide_pages(pages),
        directory_pages(pages),
        campaign_pages(pages),
        standing_pages(pages),
    )
    spoken = (replace(page, languages=pages.elsewhere(page.route)) for page in made)
    return Edition(_frame(site, language, pages), tuple(spoken))


def door(site: Site, languages: Sequence[Language]) -> Edition:
    """Make the pages that belong to no language: the chooser, and the root's 404 page."""
    source = languages[0]
    pages = Pages(site, source, tuple(languages), Choosing(site.settings, source), date.min)
    choices = tuple(
        Choice(one.code, one.name, one.direction, routes.home(one.code), site.words[one.code]) for one in languages
    )
    made = tuple(
        Page(
            route=route,
            kind="chooser",
            title=pages.word("not-found-title" if lost else "choose-language"),
            description=pages.read(site.settings.tagline),
            body=ChooserBody(choices, missing=lost),
            alternates=() if lost else pages.alternates(routes.home(source.code)),
            indexed=not lost,
        )
        for route, lost in ((routes.ROOT, False), (routes.MISSING, True))
    )
    return Edition(_frame(site, source, pages), made)


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
        links=tuple(pages.link(name) for name in settings.pages if name != "help" and name in site.pages),
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
