"""What guides and pathways offer to take in hand, and the list of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from suluh.model.edition import Page, ToolsBody
from suluh.model.guide import Guide
from suluh.model.reading import Link
from suluh.resolve import routes
from suluh.resolve.pages import Pages
from suluh.resolve.parts import row

ICONS = {
    "letter": "email-edit-outline",
    "calculator": "calculator-variant-outline",
    "card": "card-account-details-outline",
}


def stands_down(pages: Pages, guide: Guide) -> bool:
    """Tell whether a guide was not read again for so long that nobody should act on its letters and calculators."""
    return guide.review.by + timedelta(days=pages.site.settings.stands_down_after) < pages.today


def withdrawn(pages: Pages, guide: str) -> bool:
    """Tell whether a critical part of a guide is not right in this language, so that nobody should lean on it."""
    return pages.code in pages.site.outdated.get(guide, ())


def guide_link(pages: Pages, slug: str, section: str = "") -> Link:
    """Link to a guide, or a section of it, by what has happened."""
    guide = pages.site.guides[slug]
    route = routes.guide(pages.code, slug)
    return Link(pages.read(guide.situation), f"{route}#{section}" if section else route, icon=guide.icon)


def tool_links(pages: Pages, named: Mapping[str, Sequence[str]]) -> tuple[Link, ...]:
    """Link to letters, calculators and cards by their titles, under what each of them is."""
    found = []
    for kind, names in named.items():
        texts = pages.site.texts_of(kind)
        for name in names:
            if name in texts:
                link = row(pages, texts[name], routes.tool(kind, pages.code, name), ICONS[kind])
                found.append(Link(link.label, link.route, pages.word(f"a-{kind}"), link.icon))
    return tuple(found)


def tool_list(pages: Pages) -> Iterator[Page]:
    """Make the list of all letters, calculators and cards, where there are any."""
    site, route = pages.site, pages.route("tools")
    groups = tuple((f"{kind}s", _rows(pages, kind)) for kind in ICONS if site.texts_of(kind))
    if not groups:
        return
    title, note = pages.word("tools"), pages.word("tools-note")
    yield Page(
        route=route,
        kind="tools",
        title=title,
        lead=note,
        description=note,
        body=ToolsBody(groups),
        alternates=pages.alternates(route),
        search=pages.searchable((8, title)),
    )


def _rows(pages: Pages, kind: str) -> tuple[Link, ...]:
    records = getattr(pages.site, f"{kind}s")
    texts = pages.site.texts_of(kind)
    ordered = sorted((name for name in texts if name in records), key=lambda name: (records[name].order, name))
    return tuple(row(pages, texts[name], routes.tool(kind, pages.code, name), records[name].icon) for name in ordered)
