"""A part of a `Site` to its pages: every text chosen, every address known."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from suluh.model.edition import AwayBody, Choice, ChooserBody, Frame, HomeBody, MissingBody, Page, SearchBody
from suluh.model.entry import Directory
from suluh.model.lookup import NOTHING
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.model.site import COUNTING, OWN, TOOLS, Site
from suluh.resolve import routes
from suluh.resolve.calculators import calculator_pages
from suluh.resolve.campaigns import campaign_list, campaign_pages, short_pages
from suluh.resolve.cards import card_pages
from suluh.resolve.directory import directory_lists
from suluh.resolve.finding import whole_directory
from suluh.resolve.guides import guide_list, guide_pages, situations, standing_pages
from suluh.resolve.laws import law_register
from suluh.resolve.letters import letter_pages
from suluh.resolve.organisations import organisation_pages
from suluh.resolve.pages import Pages
from suluh.resolve.pathways import pathway_pages
from suluh.resolve.reading import Choosing
from suluh.resolve.standing import standing_page
from suluh.resolve.stories import story_list, story_pages
from suluh.resolve.tools import tool_list

COPIES = ("file", "embed")
"""The kinds of pages that are read away from the site: nothing on them leads to the same in another language."""

DOOR = ""
"""Stands for the language of the pages that belong to none."""

_ELSEWHERE = {"help", *COUNTING}
"""Standing pages that the foot of a page does not lead to: another way does, on those pages where somebody needs it."""

LISTS = ("guides", "tools", "laws", "directory", "campaigns", "stories", "translations")
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
    if kind == "campaign":
        yield from ((DOOR, page) for page in short_pages(_pages(site, languages[0], languages, today), name))
    for language in languages if kind in OWN else [one for one in languages if one.code == name]:
        pages = _pages(site, language, languages, today)
        for page in _made(pages, kind, name):
            copied = page.on_paper or page.kind in COPIES
            yield (
                language.code,
                page if copied or page.languages else replace(page, languages=pages.elsewhere(page.route)),
            )


def speaking(site: Site, code: str, languages: Sequence[Language], today: date) -> Pages:
    """Begin the pages of one language, for what is published beside them."""
    return _pages(site, next(one for one in languages if one.code == code), languages, today)


def directory_of(site: Site, code: str, languages: Sequence[Language], today: date) -> Directory:
    """Give the whole directory of one language, for what exports it."""
    return whole_directory(speaking(site, code, languages, today))


def _shown(site: Site, kind: str) -> Collection[str]:
    """Name the parts of a kind that have pages; what may not be shown has none."""
    known = site.known
    match kind:
        case "page":
            return set(known.pages) & set(site.settings.pages)
        case "organisation":
            return {*known.organisations, *known.gone}
        case _:
            return known.names(kind)


def _made(pages: Pages, kind: str, name: str) -> Iterator[Page]:
    if kind in _OF_ONE:
        yield from _OF_ONE[kind](pages, name)
    elif kind in _OF_ALL:
        yield from _OF_ALL[kind](pages)


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
    yield _away(pages)


def _away(pages: Pages) -> Page:
    nothing = pages.choosing.own_text("°C °F")
    return Page(
        route=routes.AWAY, kind="away", title=nothing, description=nothing, body=AwayBody(), tab="°C °F", indexed=False
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
        away=routes.AWAY,
        links=tuple(pages.link(name) for name in _foot(site)),
        machine=language.code in site.unvouched,
        handbook=routes.HANDBOOK if site.handbook else "",
    )


def _foot(site: Site) -> Iterator[str]:
    """Name the pages that the foot of each page leads to."""
    yield from (name for name in site.settings.pages if name not in _ELSEWHERE and name in site.known.pages)
    if len(site.settings.languages) > 1:
        yield "translations"


def _home(pages: Pages) -> Page:
    route = routes.home(pages.code)
    tagline = pages.read(pages.site.settings.tagline)
    rows = tuple(pages.link(name, note=True) for name in _ways(pages))
    return Page(
        route=route,
        kind="home",
        title=pages.word("what-happened"),
        lead=tagline,
        description=tagline,
        body=HomeBody(situations(pages), rows),
        alternates=pages.alternates(route),
    )


def _ways(pages: Pages) -> Iterator[str]:
    """Name the lists that lead on from home."""
    yield "guides"
    if any(pages.site.known.names(kind) for kind in TOOLS):
        yield "tools"
    yield from ("directory", "campaigns", "search")


def _search(pages: Pages) -> Page:
    route = pages.route("search")
    rows = tuple(pages.link(name, note=True) for name in ("guides", "directory", "campaigns"))
    lookup = pages.site.lookups.get(pages.code, NOTHING)
    return Page(
        route=route,
        kind="search",
        title=pages.word("search"),
        description=pages.word("search-note"),
        body=SearchBody(routes.index(pages.code), pages.language.unspaced, rows, lookup.example or ""),
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


def _beginning(pages: Pages) -> Iterator[Page]:
    yield _home(pages)
    yield from tool_list(pages)


def _standing(pages: Pages) -> Iterator[Page]:
    yield _search(pages)
    yield _missing(pages)


_OF_ONE: Mapping[str, Callable[[Pages, str], Iterator[Page]]] = {
    "guide": guide_pages,
    "organisation": organisation_pages,
    "campaign": campaign_pages,
    "story": story_pages,
    "page": standing_pages,
    "pathway": pathway_pages,
    "letter": letter_pages,
    "calculator": calculator_pages,
    "card": card_pages,
}
"""Who makes the pages of one part in one language, by its kind."""

_OF_ALL: Mapping[str, Callable[[Pages], Iterator[Page]]] = {
    "tools": _beginning,
    "guides": guide_list,
    "laws": law_register,
    "directory": directory_lists,
    "campaigns": campaign_list,
    "stories": story_list,
    "translations": standing_page,
    "edition": _standing,
}
"""Who makes the pages that list others, by the kind of list."""
