"""The entries of the directory, as readers of one language get them."""

from collections.abc import Iterable, Iterator, Mapping

from suluh.model.entry import Card, Entry, Mail, Named, Site
from suluh.model.listing import Listing
from suluh.model.organisation import Contact, Serves, Service
from suluh.model.reading import Line, Link
from suluh.resolve import routes
from suluh.resolve.facts import lines, spaced, tongue
from suluh.resolve.opening import clock, hours
from suluh.resolve.pages import Pages


def in_order(pages: Pages) -> Mapping[str, Listing]:
    """List what may be published, by name, in the order of the names that readers see first."""
    entries = pages.site.public.items()
    return dict(sorted(entries, key=lambda entry: next(iter(entry[1].name.values())).casefold()))


def offered(pages: Pages) -> dict[str, Service]:
    """List the kinds of help a worker can look for and somebody offers."""
    site = pages.site
    return {name: one for name, one in site.services.items() if name in site.known.offered and one.audience == "worker"}


def service_links(pages: Pages, names: Iterable[str]) -> tuple[Link, ...]:
    """Link to the lists of organisations for some kinds of help."""
    known = offered(pages)
    return tuple(
        Link(pages.read(known[name].name), routes.service(pages.code, name), icon=known[name].icon)
        for name in names
        if name in known
    )


def card(pages: Pages, name: str, one: Listing) -> Card:
    """Show an organisation in a list."""
    services = pages.site.services
    return Card(
        name=pages.read(one.name),
        about=pages.read(one.about),
        kind=one.kind,
        state=one.verification.state,
        year=one.source.dated[:4],
        verified_on=one.verification.on,
        offers=tuple(
            pages.read(services[service].name) for service in one.services if services[service].audience == "worker"
        ),
        route=routes.organisation(pages.code, name),
        line=next(_lines(pages, one), None),
    )


def entry(pages: Pages, name: str) -> Entry:
    """Give all that may be shown of an organisation."""
    site, one = pages.site, pages.site.public[name]
    serves = one.serves or Serves()
    return Entry(
        id=name,
        card=card(pages, name, one),
        also_known_as=one.also_known_as,
        base=place(pages, one.base) if one.base else None,
        reach=tuple(place(pages, key) for key in one.reach),
        services=tuple(_service(pages, key) for key in one.services),
        people=tuple(Named(key, pages.read(site.people[key].name)) for key in serves.people),
        nationalities=serves.nationalities,
        who_for=pages.choosing.maybe(one.who_for),
        not_for=pages.choosing.maybe(one.not_for),
        front_door=pages.choosing.maybe(one.front_door),
        bring=pages.choosing.maybe(one.bring),
        languages=tuple(Named(code, tongue(site, code, pages.choosing)) for code in answered(pages, one)),
        lines=tuple(_lines(pages, one)),
        mails=tuple(
            Mail(way.address, site.sources[way.source[0]].title, way.checked_on)
            for way in _fresh(pages, one)
            if way.address
        ),
        website=_website(pages, one),
        source=site.sources[one.source.id].title,
        dated=one.source.dated,
        edited=one.edited,
    )


def place(pages: Pages, key: str) -> Named:
    """Name a place, and lead to the list of those who help there."""
    return Named(key, pages.read(pages.site.places[key].name), routes.place(pages.code, key))


def answered(pages: Pages, one: Listing) -> tuple[str, ...]:
    """Name the languages in which an organisation answers, itself or on one of its lines; none means not known."""
    facts = pages.site.facts
    said = (code for way in one.contact for code in way.languages)
    on_lines = (code for name in one.lines for code in facts[name].languages)
    return tuple(dict.fromkeys((*one.languages, *said, *on_lines)))


def _service(pages: Pages, key: str) -> Named:
    route = routes.service(pages.code, key) if key in offered(pages) else ""
    return Named(key, pages.read(pages.site.services[key].name), route)


def _fresh(pages: Pages, one: Listing) -> Iterator[Contact]:
    """Give the ways to reach an organisation that were checked lately enough to be shown."""
    oldest = pages.site.settings.line_hidden_after
    return (way for way in one.contact if (pages.today - way.checked_on).days <= oldest)


def _website(pages: Pages, one: Listing) -> Site | None:
    site = one.website
    return Site(site.address, pages.site.sources[site.source[0]].title, site.checked_on) if site else None


def _lines(pages: Pages, one: Listing) -> Iterator[Line]:
    """Give the phone lines of an organisation: those that are facts, then its own."""
    site, settings = pages.site, pages.site.settings
    yield from lines(site, one.lines, pages.choosing, pages.today)
    for way in _fresh(pages, one):
        if way.number:
            yield Line(
                title=pages.read(one.name),
                does=None,
                hours=pages.choosing.maybe(way.hours),
                number=way.number,
                shown=spaced(way.number),
                cost=way.cost,
                source=site.sources[way.source[0]].title,
                checked_on=way.checked_on,
                show_date=(pages.today - way.checked_on).days > settings.line_shows_date_after,
                called=one.verification.how == "phone",
                opening=hours(way.opening),
                zone=settings.time_zone,
                clock=clock(settings.time_zone, pages.today.year),
                languages=tuple(tongue(site, code, pages.choosing).text for code in way.languages),
                whatsapp="whatsapp" in way.apps,
            )
