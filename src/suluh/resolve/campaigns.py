"""The pages of the campaigns."""

from collections.abc import Iterator

from suluh.model.campaign import AUDIENCES, HIDDEN, Campaign
from suluh.model.edition import ActionView, AskView, CampaignBody, EventView, LeftOutView, Page
from suluh.model.reading import Link
from suluh.resolve import routes
from suluh.resolve.pages import Pages
from suluh.resolve.parts import overdue, prepare, row


def campaign_list(pages: Pages) -> Iterator[Page]:
    """Make the list of the campaigns that may be seen."""
    texts = pages.site.campaign_texts
    yield from pages.listed(
        "campaigns",
        (
            row(pages, texts[slug], routes.campaign(pages.code, slug), one.icon)
            for slug, one in pages.site.campaigns.items()
            if one.state not in HIDDEN
        ),
    )


def campaign_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a campaign."""
    one = pages.site.campaigns[slug]
    route = routes.campaign(pages.code, slug)
    text = prepare(pages, f"campaigns/{slug}", pages.site.campaign_texts[slug], route)
    asks = _asks(pages, one)
    yield Page(
        route=route,
        kind="campaign",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=CampaignBody(
            state=one.state,
            parts=text.parts,
            asks=asks,
            actions=_actions(pages, one),
            left_out=_left_out(pages, one),
            targets=tuple(
                (pages.read(target.name), pages.read(target.role))
                for target in (pages.site.targets[name] for name in one.targets)
            ),
            history=_history(pages, one),
            promises=tuple(
                EventView(p.on, pages.read(p.text), _sources(pages, p.source), pages.read(p.by), p.state)
                for p in one.promises
            ),
            endorsers=tuple(
                Link(pages.read(pages.site.public[e.org].name), routes.organisation(pages.code, e.org))
                for e in one.endorsers
            ),
            safety=pages.read(one.safety.note),
            overdue=overdue(one.review_by, pages.today),
        ),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("campaigns"),
        notice=text.notice,
        search=pages.searchable(*text.search(), *((3, ask.text) for ask in asks)),
    )


def _asks(pages: Pages, one: Campaign) -> tuple[AskView, ...]:
    return tuple(
        AskView(pages.read(ask.text), ask.outcome, pages.choosing.maybe(ask.note), _sources(pages, ask.source))
        for ask in one.asks
    )


def _actions(pages: Pages, one: Campaign) -> tuple[tuple[str, tuple[ActionView, ...]], ...]:
    found = []
    for audience in AUDIENCES:
        actions = tuple(
            ActionView(pages.read(action.text), pages.choosing.maybe(action.note), action.risk, action.needs_organiser)
            for action in one.actions
            if audience in action.audience
        )
        if actions:
            found.append((audience, actions))
    return tuple(found)


def _left_out(pages: Pages, one: Campaign) -> tuple[LeftOutView, ...]:
    bill = pages.site.bills.get(one.bill or "")
    return tuple(
        LeftOutView(pages.read(row.who), pages.read(row.what), row.covered, _sources(pages, row.source))
        for row in (bill.left_out if bill else ())
    )


def _history(pages: Pages, one: Campaign) -> tuple[EventView, ...]:
    bill = pages.site.bills.get(one.bill or "")
    events = [(stage.on.isoformat(), stage.text, stage.source) for stage in (bill.stages if bill else ())]
    events += [(event.on, event.text, event.source) for event in one.timeline if event.on <= pages.today.isoformat()]
    events.sort(key=lambda event: event[0])
    return tuple(EventView(on, pages.read(text), _sources(pages, source)) for on, text, source in events)


def _sources(pages: Pages, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pages.site.sources[name].title for name in names)
