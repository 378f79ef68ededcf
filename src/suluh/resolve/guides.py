"""The pages of the guides, and the standing pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from suluh.model.edition import GuideBody, Page, ProseBody
from suluh.model.guide import Discreet, Guide
from suluh.model.reading import Link
from suluh.model.site import COUNTING
from suluh.resolve import routes, structured
from suluh.resolve.entries import service_links
from suluh.resolve.facts import lines
from suluh.resolve.gaps import figures
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, overdue, prepare, row
from suluh.resolve.sending import reporting, sendings
from suluh.resolve.tools import guide_link, stands_down, tool_links, withdrawn


def in_order(pages: Pages) -> list[tuple[str, Guide]]:
    """List the guides in the order their writers gave."""
    return sorted(pages.site.guides.items(), key=lambda entry: (entry[1].order, entry[0]))


def situations(pages: Pages) -> tuple[Link, ...]:
    """Link to what may have happened: to the pathways, or where there are none to the guides."""
    site = pages.site
    if site.pathways:
        ordered = sorted(site.pathways.items(), key=lambda entry: (entry[1].order, entry[0]))
        return tuple(
            replace(row(pages, site.pathway_texts[slug], routes.tool("pathway", pages.code, slug), one.icon),
                    note=None, urgent=one.risk == "high")
            for slug, one in ordered
        )  # fmt: skip
    return tuple(replace(guide_link(pages, slug), urgent=guide.risk == "high") for slug, guide in in_order(pages))


def guide_list(pages: Pages) -> Iterator[Page]:
    """Make the list of guides."""
    texts = pages.site.guide_texts
    yield from pages.listed(
        "guides",
        (row(pages, texts[slug], routes.guide(pages.code, slug), guide.icon) for slug, guide in in_order(pages)),
    )


def guide_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the pages of a guide: itself, the same under a quiet address, and what can be taken away."""
    site, guide, route = pages.site, pages.site.guides[slug], routes.guide(pages.code, slug)
    text = prepare(pages, f"guides/{slug}", site.guide_texts[slug], route)
    twin = routes.twin(pages.code, guide.discreet.slug) if guide.discreet else ""
    body = _body(pages, slug, text, twin)
    page = Page(
        route=route,
        kind="guide",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=body,
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("guides"),
        notice=text.notice,
        structured=structured.guide(site, text.title, text.summary, guide.as_at, pages.absolute(route)),
        search=pages.searchable((8, pages.read(guide.situation)), *text.search()),
    )
    yield page
    quiet = page if guide.discreet is None else _quiet(pages, page, body, guide.discreet)
    if quiet is not page:
        yield quiet
    if text.translated:
        for ending in site.settings.take_away:
            away = replace(pages.paper(quiet, routes.beside(quiet.route, _ENDINGS[ending]), _KINDS[ending]))
            yield replace(away, on_paper=ending == "pdf")


def _quiet(pages: Pages, page: Page, body: GuideBody, discreet: Discreet) -> Page:
    """Make the same page under an address and a title that tell nothing."""
    source, route = pages.site.settings.source.code, routes.twin(pages.code, discreet.slug)
    notice = (
        replace(page.notice, source_route=routes.twin(source, discreet.slug))
        if page.notice.source_route
        else page.notice
    )
    own = replace(body, twin=None, reporting=reporting(pages, route, body.as_at))
    return replace(page, route=route, tab=discreet.title.get(pages.code) or discreet.title[source], indexed=False,
                   alternates=(), search=(), structured="", up=None, notice=notice, body=own)  # fmt: skip


_ENDINGS = {"pdf": "pdf", "file": "html"}
_KINDS = {"pdf": "paper", "file": "file"}


def _body(pages: Pages, slug: str, text: Prepared, twin: str) -> GuideBody:
    site, guide, today = pages.site, pages.site.guides[slug], pages.today
    route = routes.guide(pages.code, slug)
    down = stands_down(pages, guide)
    away = site.settings.take_away if text.translated else ()
    spoken = {part.id for part in text.parts if part.language == pages.code and not part.state.startswith("stale")}
    sounds = [one for one in guide.sounds if one.language == pages.code and one.section in spoken]
    return GuideBody(
        parts=text.parts,
        lines=lines(site, guide.lines, pages.choosing, today),
        services=service_links(pages, guide.services),
        as_at=guide.as_at,
        overdue=overdue(guide.review.by, today),
        changed=_changed(pages, guide, text),
        covers=pages.choosing.maybe(guide.covers),
        tools=_tools(pages, slug, down=down),
        stands_down=down,
        take_away=tuple(
            Link(pages.word(f"take-{one}"), routes.beside(twin or route, _ENDINGS[one]), icon=_ICONS[one])
            for one in away
        ),
        twin=Link(pages.word("quiet-page"), twin, icon="eye-off-outline") if twin else None,
        sendings=sendings(pages, guide, text.title.text, route, twin),
        sounds=tuple((routes.sound(twin or route, one.section), f"content/guides/{slug}/{one.file}") for one in sounds),
        reporting=reporting(pages, route, guide.as_at),
    )


_ICONS = {"pdf": "file-pdf-box", "file": "file-download-outline"}


def _tools(pages: Pages, slug: str, *, down: bool) -> tuple[Link, ...]:
    """Link to what can be taken in hand; letters and calculators stand down with their guide.

    Letters and cards are withdrawn where a critical part of the guide is not right.
    """
    guide, gone = pages.site.guides[slug], withdrawn(pages, slug)
    asked = (Link(pages.word("a-pathway"), routes.tool("pathway", pages.code, guide.pathway),
                  pages.word("a-pathway-note"), "directions-fork"),) if guide.pathway else ()  # fmt: skip
    letters = () if down or gone else guide.letters
    calculators = () if down else guide.calculators
    cards = () if gone else guide.cards
    return (*asked, *tool_links(pages, {"letter": letters, "calculator": calculators, "card": cards}))


def _changed(pages: Pages, guide: Guide, text: Prepared) -> date | None:
    """Tell since when a fact of a guide holds that was another one on the day whose law the guide was read by."""
    named = {name for part in text.parts for name, _ in (*part.values, *part.citations)}
    found = (pages.site.facts[name].changed(guide.as_at, pages.today) for name in named)
    return max((day for day in found if day is not None), default=None)


def standing_pages(pages: Pages, name: str) -> Iterator[Page]:
    """Make help, about, privacy, safety, or the figures about the directory."""
    texts = pages.site.pages[name]
    site, route, helping, counting = pages.site, pages.route(name), name == "help", name in COUNTING
    text = prepare(pages, f"pages/{name}", texts, route)
    drawn = figures(pages, text.parts) if counting else ()
    yield Page(
        route=route,
        kind="figures" if counting else "prose",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=ProseBody(
            parts=text.parts,
            lines=lines(site, site.settings.lines, pages.choosing, pages.today) if helping else (),
            rows=(pages.link("directory", note=True),) if helping else (),
            figures=drawn,
            table=routes.beside(route, "csv") if drawn else "",
        ),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("directory") if counting else None,
        notice=text.notice,
        search=pages.searchable(*text.search()),
    )
