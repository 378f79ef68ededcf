"""The pages of the guides, and the standing pages."""

from collections.abc import Iterator, Mapping

from suluh.model.edition import GuideBody, Link, ListBody, Page, ProseBody, Reading
from suluh.model.guide import Guide
from suluh.model.prose import Prose
from suluh.resolve import routes, structured
from suluh.resolve.directory import overdue, service_links
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, plain, prepare


def in_order(pages: Pages) -> list[tuple[str, Guide]]:
    """List the guides in the order their writers gave."""
    return sorted(pages.site.guides.items(), key=lambda entry: (entry[1].order, entry[0]))


def situations(pages: Pages) -> tuple[Link, ...]:
    """Link to each guide by what has happened."""
    return tuple(
        Link(
            pages.read(guide.situation),
            routes.guide(pages.code, slug),
            icon=guide.icon,
            urgent=guide.risk == "high",
        )
        for slug, guide in in_order(pages)
    )


def guide_pages(pages: Pages) -> Iterator[Page]:
    """Make the list of guides and a page for each."""
    rows = []
    for slug, guide in in_order(pages):
        head = pages.choosing.head(pages.site.guide_texts[slug])
        rows.append(Link(titled(pages, head), routes.guide(pages.code, slug), summarised(pages, head), guide.icon))
    route = pages.route("guides")
    yield Page(
        route=route,
        kind="list",
        title=pages.word("guides"),
        lead=pages.word("guides-note"),
        description=pages.word("guides-note"),
        body=ListBody(tuple(rows)),
        alternates=pages.alternates(route),
        search=pages.searchable((8, pages.word("guides"))),
    )
    for slug, guide in in_order(pages):
        yield _guide(pages, slug, guide)


def _guide(pages: Pages, slug: str, guide: Guide) -> Page:
    site, route = pages.site, routes.guide(pages.code, slug)
    texts = site.guide_texts[slug]
    prepared = prepare(pages, f"guides/{slug}", texts, route)
    head = pages.choosing.head(texts)
    title, summary = titled(pages, head), summarised(pages, head)
    return Page(
        route=route,
        kind="guide",
        title=title,
        lead=summary,
        description=summary,
        body=GuideBody(
            parts=prepared.parts,
            lines=lines(site, guide.lines, pages.choosing, pages.today),
            services=service_links(pages, guide.services),
            as_at=guide.as_at,
            overdue=overdue(guide.review.by, pages.today),
        ),
        alternates=pages.alternates(route, only=translated(texts)),
        indexed=prepared.translated,
        up=pages.link("guides"),
        notice=prepared.notice,
        structured=structured.guide(site, title, summary, guide.as_at, pages.absolute(route)),
        search=pages.searchable((9, title), (8, pages.read(guide.situation)), (4, summary), *in_parts(prepared)),
    )


def standing_pages(pages: Pages) -> Iterator[Page]:
    """Make help, about, privacy, safety: those that the site has."""
    for name in pages.site.settings.pages:
        texts = pages.site.pages.get(name)
        if texts:
            yield _standing(pages, name, texts)


def _standing(pages: Pages, name: str, texts: Mapping[str, Prose]) -> Page:
    route = pages.route(name)
    prepared = prepare(pages, f"pages/{name}", texts, route)
    head = pages.choosing.head(texts)
    title, summary = titled(pages, head), summarised(pages, head)
    helping = name == "help"
    shown = lines(pages.site, pages.site.settings.lines, pages.choosing, pages.today) if helping else ()
    return Page(
        route=route,
        kind="prose",
        title=title,
        lead=summary,
        description=summary,
        body=ProseBody(prepared.parts, shown, (pages.link("directory", note=True),) if helping else ()),
        alternates=pages.alternates(route, only=translated(texts)),
        indexed=prepared.translated,
        notice=prepared.notice,
        search=pages.searchable((8, title), (4, summary), *in_parts(prepared)),
    )


def titled(pages: Pages, head: Prose) -> Reading:
    """Read a text's title."""
    return pages.read({head.language: head.title})


def summarised(pages: Pages, head: Prose) -> Reading:
    """Read a text's summary."""
    return pages.read({head.language: head.summary})


def translated(texts: Mapping[str, Prose]) -> set[str]:
    """List the languages that have sections of their own."""
    return {code for code, prose in texts.items() if prose.sections}


def in_parts(prepared: Prepared) -> Iterator[tuple[int, Reading]]:
    """Give the text of a page's own parts to search."""
    for part in prepared.parts:
        heading, body = (Reading(text, part.language, part.direction) for text in (part.heading, plain(part)))
        if heading.text:
            yield 2, heading
        yield 1, body
