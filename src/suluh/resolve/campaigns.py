"""The pages of the campaigns, and the list of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from suluh.model.bill import Bill
from suluh.model.campaign import AUDIENCES, MESSAGES, Action, Campaign
from suluh.model.campaigning import ActionView, CampaignBody, EventView, HappeningView
from suluh.model.edition import ListBody, Page
from suluh.model.reading import Link, Part
from suluh.resolve import routes
from suluh.resolve.acting import call_page, letter_page, sign_on_page
from suluh.resolve.asking import OneCampaign, office, progress, titles, waited
from suluh.resolve.kit import kit_pages
from suluh.resolve.offices import bill_pages, left_out, target_pages
from suluh.resolve.pages import Pages
from suluh.resolve.parts import overdue, row
from suluh.resolve.sharing import share_of, share_pages, short_page
from suluh.resolve.stories import told_for
from suluh.resolve.verifying import day_pages, verify_page


def campaign_list(pages: Pages) -> Iterator[Page]:
    """Make the list of the campaigns that may be seen, those first that go on, and all that they share."""
    site, texts = pages.site, pages.site.campaign_texts
    shown = [(slug, one) for slug, one in site.campaigns.items() if one.shown and slug in texts]
    shown.sort(key=lambda entry: (not entry[1].running, entry[0]))
    rows = (row(pages, texts[slug], routes.campaign(pages.code, slug), one.icon) for slug, one in shown)
    first, *others = pages.listed("campaigns", rows)
    if isinstance(first.body, ListBody):
        first = replace(first, body=replace(first.body, more=tuple(_more(pages))))
    yield from (first, *others)
    yield from target_pages(pages)
    yield from bill_pages(pages)
    yield from day_pages(pages)
    yield verify_page(pages)


def _more(pages: Pages) -> Iterator[Link]:
    yield pages.link("stories", note=True)
    if pages.site.days:
        yield pages.link("days", note=True)
    yield pages.link("verify", note=True)
    if "feed" in pages.site.settings.exports:
        yield Link(pages.word("campaigns-feed"), f"{routes.news(pages.code, 'campaigns')}.xml", icon="rss")
        yield Link(pages.word("calendar"), f"{pages.route('campaigns')}campaigns.ics", icon="calendar-star-outline")


def campaign_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a campaign, and those of what can be done for it."""
    one = OneCampaign(pages, slug)
    page = _page(one)
    yield page
    for make, there in _ways(one):
        if there:
            yield from make(one, page)


def short_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a campaign that belongs to no language: its short address leads there."""
    yield short_page(OneCampaign(pages, slug))


Making = Callable[[OneCampaign, Page], Iterator[Page]]


def _ways(one: OneCampaign) -> Iterator[tuple[Making, bool]]:
    """Give what is made beside the page, and whether it is."""
    record = one.record
    yield letter_page, record.running and record.letter is not None
    yield call_page, record.running and record.call is not None
    yield sign_on_page, record.running and record.sign_on is not None
    yield kit_pages, record.running and record.paper is not None
    yield share_pages, one.sends


def _page(one: OneCampaign) -> Page:
    pages, text, route = one.pages, one.text, one.route
    asks = one.asks()
    return Page(
        route=route,
        kind="campaign",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=_body(one),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("campaigns"),
        notice=text.notice,
        share=share_of(one) if one.sends else None,
        search=pages.searchable(
            (9, text.title),
            (4, text.summary),
            *((3, ask.text) for ask in asks),
            *((2, part.headline) for part in _free(one)),
        ),
    )


def _body(one: OneCampaign) -> CampaignBody:
    pages, record, paused = one.pages, one.record, one.record.state == "paused"
    bill = pages.site.bills.get(record.bill or "")
    return CampaignBody(
        state=record.state,
        since=record.since,
        waiting=waited(record, pages.today),
        parts=() if paused else tuple(_free(one)),
        safety=one.text.by_id["safety"],
        asks=one.asks(),
        actions=_actions(one) if record.running else (),
        left_out=left_out(pages, bill),
        bill=Link(pages.read(bill.title), routes.bill(pages.code, record.bill or "")) if bill else None,
        targets=tuple(office(pages, name) for name in record.targets),
        history=_history(pages, record, bill),
        promises=tuple(promises(pages, record)),
        updates=() if paused else tuple(_updates(pages, record)),
        events=tuple(_events(pages, record)) if record.running else (),
        progress=progress(record, () if paused else pages.site.tallies.get(one.slug, ()), pages.today),
        endorsers=() if paused else tuple(_endorsers(pages, record)),
        unnamed=0 if paused else sum(not endorser.show for endorser in record.endorsers),
        house=pages.choosing.maybe(record.formal_route.house),
        ended=record.ended or "",
        follow_up=_follow_up(pages, record),
        stories=pages.link("stories") if told_for(pages, one.slug) else None,
        ways=tuple(_links(one)),
        code=one.code,
        overdue=overdue(record.review_by, pages.today),
        short=pages.absolute(routes.short(one.slug)),
        begun=record.begun,
    )


def _free(one: OneCampaign) -> Iterator[Part]:
    """Give the sections that are read as they stand."""
    used = {*one.record.sections(), *(f"message-{name}" for name in MESSAGES)}
    yield from (part for part in one.text.parts if part.id not in used)


def _links(one: OneCampaign) -> Iterator[Link]:
    pages = one.pages
    if one.sends:
        yield Link(pages.word("share"), f"{one.route}share/", pages.word("share-note"), "share-variant-outline")
    if one.record.running and one.record.paper is not None:
        yield Link(pages.word("kit"), f"{one.route}paper/", pages.word("kit-note"), "printer-outline")


def _actions(one: OneCampaign) -> tuple[tuple[str, tuple[ActionView, ...]], ...]:
    found = []
    for audience in AUDIENCES:
        actions = tuple(_action(one, action) for action in one.record.actions if audience in action.audience)
        if actions:
            found.append((audience, actions))
    return tuple(found)


def _action(one: OneCampaign, action: Action) -> ActionView:
    name, record = f"act-{action.id}", one.record
    first = next(_free(one), None)
    there = {
        "read": f"#{first.id}" if first else "",
        "letter": "letter/" if record.letter else "",
        "call": "call/" if record.call else "",
        "sign_on": "sign-on/" if record.sign_on else "",
        "paper": "paper/" if record.paper else "",
        "share": "share/" if one.sends else "",
    }.get(action.kind, "")
    return ActionView(
        id=action.id,
        kind=action.kind,
        text=one.text.by_id[name].headline,
        note=one.part(name),
        risk=action.risk,
        needs_organiser=action.needs_organiser,
        route=one.route + there if there else "",
        address=action.address or "",
        collects=action.collects,
    )


def _history(pages: Pages, record: Campaign, bill: Bill | None) -> tuple[EventView, ...]:
    events = [(stage.on.isoformat(), stage.text, stage.source) for stage in (bill.stages if bill else ())]
    events += [(event.on, event.text, event.source) for event in record.timeline]
    told = sorted((event for event in events if event[0] <= pages.today.isoformat()), key=lambda event: event[0])
    return tuple(EventView(on, pages.read(text), titles(pages, source)) for on, text, source in told)


def promises(pages: Pages, record: Campaign) -> Iterator[EventView]:
    """Say who promised what, and how it stands today."""
    for one in record.promises:
        yield EventView(
            one.on,
            pages.read(one.text),
            titles(pages, one.source),
            pages.read(one.by),
            one.standing(pages.today),
            one.due or "",
        )


def _updates(pages: Pages, record: Campaign) -> Iterator[EventView]:
    for one in sorted(record.updates, key=lambda update: update.on, reverse=True):
        if one.on <= pages.today:
            yield EventView(one.on.isoformat(), pages.read(one.text), ())


def _events(pages: Pages, record: Campaign) -> Iterator[HappeningView]:
    for one in sorted(record.events, key=lambda event: (event.on, event.starts or "")):
        if one.on >= pages.today:
            hours = " – ".join(filter(None, (one.starts, one.ends)))
            yield HappeningView(one.on, hours, pages.read(one.title), pages.choosing.maybe(one.text), one.cancelled)


def _endorsers(pages: Pages, record: Campaign) -> Iterator[Link]:
    for one in record.endorsers:
        if one.show:
            yield Link(pages.read(pages.site.public[one.org].name), routes.organisation(pages.code, one.org))


def _follow_up(pages: Pages, record: Campaign) -> Link | None:
    if record.follow_up is None or record.follow_up not in pages.site.known.campaigns:
        return None
    return Link(pages.word("follow-up"), routes.campaign(pages.code, record.follow_up))
