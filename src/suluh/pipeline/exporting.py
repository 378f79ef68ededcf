"""What is published beside the pages of a part: for other software, and to be kept on a phone."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from suluh.model.edition import Page, ProseBody
from suluh.model.entry import OrganisationBody
from suluh.model.output import Part
from suluh.model.settings import Language
from suluh.model.site import Site

Files = Iterator[tuple[str, bytes]]


def exports(
    site: Site, part: Part, languages: Sequence[Language], pages: Iterable[tuple[str, Page]], today: date
) -> Files:
    """Give the files of a part that are no pages: their routes, and what stands in them."""
    if part.kind == "directory":
        yield from _of_directory(site, part.name, languages, today)
    elif part.kind == "organisation":
        yield from _cards(site, pages)
    elif part.kind == "page":
        yield from _tables(pages)


def _of_directory(site: Site, code: str, languages: Sequence[Language], today: date) -> Files:
    from suluh import emit
    from suluh.resolve import directory_of

    directory = directory_of(site, code, languages, today)
    yield from emit.find_files(directory)
    if "feed" in site.settings.exports:
        yield emit.feed_file(directory, site.words[code])
    if "hsds" in site.settings.exports:
        yield from emit.hsds_files(directory)
    if "tables" in site.settings.exports and code == directory.source_language:
        yield from emit.table_files(directory)


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
