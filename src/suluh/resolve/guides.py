"""The pages of the guides, and the standing pages."""

from collections.abc import Iterator

from suluh.model.edition import GuideBody, Page, ProseBody
from suluh.model.guide import Guide
from suluh.model.reading import Link
from suluh.resolve import routes, structured
from suluh.resolve.directory import overdue, service_links
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import prepare, row


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


def guide_list(pages: Pages) -> Iterator[Page]:
    """Make the list of guides."""
    texts = pages.site.guide_texts
    yield from pages.listed(
        "guides",
        (row(pages, texts[slug], routes.guide(pages.code, slug), guide.icon) for slug, guide in in_order(pages)),
    )


def guide_page(pages: Pages, slug: str) -> Page:
    """Make the page of a guide."""
    site, guide, route = pages.site, pages.site.guides[slug], routes.guide(pages.code, slug)
    text = prepare(pages, f"guides/{slug}", site.guide_texts[slug], route)
    return Page(
        route=route,
        kind="guide",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=GuideBody(
            parts=text.parts,
            lines=lines(site, guide.lines, pages.choosing, pages.today),
            services=service_links(pages, guide.services),
            as_at=guide.as_at,
            overdue=overdue(guide.review.by, pages.today),
        ),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("guides"),
        notice=text.notice,
        structured=structured.guide(site, text.title, text.summary, guide.as_at, pages.absolute(route)),
        search=pages.searchable((8, pages.read(guide.situation)), *text.search()),
    )


def standing_page(pages: Pages, name: str) -> Page:
    """Make help, about, privacy or safety."""
    texts = pages.site.pages[name]
    site, route, helping = pages.site, pages.route(name), name == "help"
    text = prepare(pages, f"pages/{name}", texts, route)
    return Page(
        route=route,
        kind="prose",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=ProseBody(
            parts=text.parts,
            lines=lines(site, site.settings.lines, pages.choosing, pages.today) if helping else (),
            rows=(pages.link("directory", note=True),) if helping else (),
        ),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        notice=text.notice,
        search=pages.searchable(*text.search()),
    )
