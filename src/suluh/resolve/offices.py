"""The pages that campaigns share: offices that decide, and bills."""

from collections.abc import Iterator

from suluh.model.bill import Bill
from suluh.model.campaign import Campaign
from suluh.model.campaigning import AskView, BillBody, DemandsView, EventView, LeftOutView, TargetBody
from suluh.model.edition import Page
from suluh.model.reading import Link, Reading
from suluh.model.site import ASK
from suluh.resolve import routes
from suluh.resolve.asking import ask_view, office, titles
from suluh.resolve.facts import law_of
from suluh.resolve.pages import Pages


def target_pages(pages: Pages) -> Iterator[Page]:
    """Make the page of each office of which a campaign asks something that readers may see."""
    for name, target in sorted(pages.site.targets.items()):
        demands = tuple(_demands(pages, name))
        if not demands:
            continue
        shown = office(pages, name)
        yield Page(
            route=shown.route,
            kind="target",
            title=shown.name,
            lead=shown.role,
            description=shown.role,
            body=TargetBody(shown, demands, titles(pages, target.source)),
            alternates=pages.alternates(shown.route, only=target.name),
            indexed=shown.name.language == pages.code,
            up=pages.link("campaigns"),
            search=pages.searchable((8, shown.name), (3, shown.role)),
        )


def _demands(pages: Pages, name: str) -> Iterator[DemandsView]:
    for slug, one in _shown(pages):
        if name in one.targets:
            yield DemandsView(_link(pages, slug, one), one.state, tuple(_asks(pages, slug, one)))


def _shown(pages: Pages) -> Iterator[tuple[str, Campaign]]:
    texts = pages.site.campaign_texts
    yield from ((slug, one) for slug, one in sorted(pages.site.campaigns.items()) if one.shown and slug in texts)


def _link(pages: Pages, slug: str, one: Campaign) -> Link:
    head = pages.choosing.head(pages.site.campaign_texts[slug])
    return Link(pages.read({head.language: head.title}), routes.campaign(pages.code, slug), icon=one.icon)


def _asks(pages: Pages, slug: str, one: Campaign) -> Iterator[AskView]:
    texts = pages.site.campaign_texts[slug]
    for ask in one.asks:
        prose, language = pages.choosing.with_section(texts, f"{ASK}{ask.id}")
        section = prose.section(f"{ASK}{ask.id}")
        heading = section.heading if section else ask.id
        yield ask_view(pages, ask, Reading(heading, language.code, language.direction))


def bill_pages(pages: Pages) -> Iterator[Page]:
    """Make the page of each bill."""
    for name, bill in sorted(pages.site.bills.items()):
        route, title = routes.bill(pages.code, name), pages.read(bill.title)
        about = tuple(_link(pages, slug, one) for slug, one in _shown(pages) if one.bill == name)
        yield Page(
            route=route,
            kind="bill",
            title=title,
            lead=pages.word("bill-note"),
            description=pages.word("bill-note"),
            body=BillBody(
                amends=_law(pages, bill),
                result=pages.choosing.maybe(bill.result),
                stages=tuple(_stages(pages, bill)),
                left_out=left_out(pages, bill),
                campaigns=about,
            ),
            alternates=pages.alternates(route, only=bill.title),
            indexed=title.language == pages.code,
            up=pages.link("campaigns"),
            search=pages.searchable((8, title)),
        )


def _law(pages: Pages, bill: Bill) -> Link | None:
    law = law_of(pages.site, pages.site.facts[bill.amends])
    return Link(pages.read(law.title), routes.law(pages.code, law.id)) if law else None


def _stages(pages: Pages, bill: Bill) -> Iterator[EventView]:
    for stage in sorted(bill.stages, key=lambda one: one.on):
        state = "planned" if stage.planned else "coming" if stage.on > pages.today else ""
        yield EventView(stage.on.isoformat(), pages.read(stage.text), titles(pages, stage.source), state=state)


def left_out(pages: Pages, bill: Bill | None) -> tuple[LeftOutView, ...]:
    """Say whom a bill leaves out of what."""
    return tuple(
        LeftOutView(pages.read(one.who), pages.read(one.what), one.clause or "", one.covered, titles(pages, one.source))
        for one in (bill.left_out if bill else ())
    )
