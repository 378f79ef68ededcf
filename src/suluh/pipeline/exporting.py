"""What is published beside the pages of a part: for other software, and to be kept on a phone."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pydantic import TypeAdapter

from suluh.model.bundle import Bundle
from suluh.model.campaigning import ShareBody, VerifyBody
from suluh.model.edition import Page, ProseBody
from suluh.model.entry import OrganisationBody
from suluh.model.output import Part
from suluh.model.picture import Picture
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.model.standing import StandingBody

Files = Iterator[tuple[str, bytes]]

PICTURES: TypeAdapter[Picture] = TypeAdapter(Picture)
BUNDLES: TypeAdapter[Bundle] = TypeAdapter(Bundle)
"""How what is promised is written down until it is made."""


def exports(
    site: Site, part: Part, languages: Sequence[Language], pages: Iterable[tuple[str, Page]], today: date
) -> Files:
    """Give the files of a part that are no pages: their routes, and what stands in them."""
    if part.kind == "directory":
        yield from _of_directory(site, part.name, languages, today)
    elif part.kind == "campaigns":
        yield from _of_campaigns(site, part.name, languages, pages, today)
    elif part.kind == "campaign":
        yield from _of_campaign(site, pages)
    elif part.kind == "organisation":
        yield from _cards(site, pages)
    elif part.kind == "page":
        yield from _tables(pages)
    elif part.kind == "translations":
        yield from _badges(site, pages)


def _of_directory(site: Site, code: str, languages: Sequence[Language], today: date) -> Files:
    from suluh import emit
    from suluh.resolve import directory_of
    from suluh.resolve.news import of_directory

    directory = directory_of(site, code, languages, today)
    yield from emit.find_files(directory)
    if "feed" in site.settings.exports:
        news = of_directory(directory, site.words[code])
        yield from (emit.atom(news), emit.json_feed(news))
    if "hsds" in site.settings.exports:
        yield from emit.hsds_files(directory)
    if "tables" in site.settings.exports and code == directory.source_language:
        yield from emit.table_files(directory)


def _of_campaigns(
    site: Site, code: str, languages: Sequence[Language], pages: Iterable[tuple[str, Page]], today: date
) -> Files:
    from suluh import emit
    from suluh.resolve import speaking
    from suluh.resolve.calendars import actions_calendar, important_days
    from suluh.resolve.news import briefs, of_campaigns

    settings, said = site.settings, speaking(site, code, languages, today)
    if site.days:
        yield emit.calendar_file(important_days(said, site.days.values()))
    if "feed" in settings.exports:
        news = of_campaigns(said)
        yield from (emit.atom(news), emit.json_feed(news), emit.calendar_file(actions_calendar(said)))
    if "osdi" in settings.exports:
        yield from emit.osdi_index(settings.address, settings.name, code, briefs(said), actions_calendar(said))
    for _, page in pages:
        if isinstance(page.body, VerifyBody) and code == settings.source.code:
            yield emit.official_file(page.body)


def _of_campaign(site: Site, pages: Iterable[tuple[str, Page]]) -> Files:
    if "osdi" not in site.settings.exports:
        return
    from suluh.emit import osdi_files

    by_code: dict[str, list[Page]] = {}
    for code, page in pages:
        if code:
            by_code.setdefault(code, []).append(page)
    for code, some in by_code.items():
        yield from osdi_files(site.settings.address, site.settings.name, code, some)


def _cards(site: Site, pages: Iterable[tuple[str, Page]]) -> Files:
    for _, page in pages:
        if isinstance(page.body, OrganisationBody) and page.body.saved:
            from suluh.emit import contact_card

            address = site.settings.address + page.route
            yield page.body.saved, contact_card(page.body.entry, address, site.settings.name)


def _tables(pages: Iterable[tuple[str, Page]]) -> Files:
    from suluh.emit import figures_file

    for _, page in pages:
        if isinstance(page.body, ProseBody) and page.body.table:
            yield page.body.table, figures_file(page.body.figures)


def _badges(site: Site, pages: Iterable[tuple[str, Page]]) -> Files:
    for code, page in pages:
        if isinstance(page.body, StandingBody) and page.body.todo:
            from suluh.emit import badge

            yield page.body.badge, badge(site.settings.by_code[code].name, page.body.whole)


def drawn(pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Give what some pages promise beside PDFs: the path of each file, and what it is made of."""
    for page in pages:
        if isinstance(page.body, ShareBody):
            for picture in page.body.pictures:
                yield picture.route, PICTURES.dump_json(picture.drawn)
            for _, route, bundle in page.body.bundles:
                yield route, BUNDLES.dump_json(bundle)
