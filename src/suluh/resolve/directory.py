"""The pages of the directory."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from suluh.model.edition import (
    Card,
    Contact,
    DirectoryBody,
    Group,
    Link,
    OrganisationBody,
    Page,
    Reading,
)
from suluh.model.organisation import Organisation, Service
from suluh.model.site import Site
from suluh.resolve import routes, structured
from suluh.resolve.facts import spaced
from suluh.resolve.pages import Pages


def shown(site: Site) -> Mapping[str, Organisation]:
    """List what may be published, by name; red entries are never built."""
    entries = [(name, one) for name, one in site.organisations.items() if one.tier != "red"]
    return dict(sorted(entries, key=lambda entry: next(iter(entry[1].name.values())).casefold()))


def directory_pages(pages: Pages) -> Iterator[Page]:
    """Make the list, one list for each kind of help, and a page for each organisation."""
    site, organisations = pages.site, shown(pages.site)
    yield _list(pages, pages.route("directory"), pages.word("directory"), organisations, chips=True)
    for name, service in offered(site, organisations).items():
        having = {key: one for key, one in organisations.items() if name in one.services}
        yield _list(pages, routes.service(pages.code, name), pages.read(service.name), having, chips=False)
    for name, organisation in organisations.items():
        yield _organisation(pages, name, organisation)


def offered(site: Site, organisations: Mapping[str, Organisation]) -> dict[str, Service]:
    """List the kinds of help a worker can look for and somebody offers."""
    used = {service for one in organisations.values() for service in one.services}
    return {name: one for name, one in site.services.items() if name in used and one.audience == "worker"}


def service_links(pages: Pages, names: Iterable[str]) -> tuple[Link, ...]:
    """Link to the lists of organisations for some kinds of help."""
    known = offered(pages.site, shown(pages.site))
    return tuple(
        Link(pages.read(known[name].name), routes.service(pages.code, name), icon=known[name].icon)
        for name in names
        if name in known
    )


def _list(pages: Pages, route: str, title: Reading, organisations: Mapping[str, Organisation], *, chips: bool) -> Page:
    services = service_links(pages, pages.site.services) if chips else ()
    return Page(
        route=route,
        kind="directory",
        title=title,
        lead=pages.word("directory-intro"),
        description=pages.word("directory-intro"),
        body=DirectoryBody(_groups(pages, organisations), services, len(organisations)),
        alternates=pages.alternates(route),
        up=None if chips else pages.link("directory"),
        search=pages.searchable((8, title)),
    )


def _groups(pages: Pages, organisations: Mapping[str, Organisation]) -> tuple[Group, ...]:
    by_place: dict[str | None, list[Card]] = {}
    for name, one in organisations.items():
        by_place.setdefault(one.base, []).append(_card(pages, name, one))
    groups = [
        Group(place.lower(), pages.read(region.name), tuple(by_place[place]))
        for place, region in pages.site.places.items()
        if place in by_place
    ]
    if None in by_place:
        groups.append(Group("other", pages.word("place-other"), tuple(by_place[None])))
    return tuple(groups)


def _card(pages: Pages, name: str, one: Organisation) -> Card:
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
    )


def _organisation(pages: Pages, name: str, one: Organisation) -> Page:
    card = _card(pages, name, one)
    base = pages.site.places.get(one.base or "")
    return Page(
        route=card.route,
        kind="organisation",
        title=card.name,
        lead=card.about,
        description=card.about,
        body=OrganisationBody(
            card=card,
            also_known_as=one.also_known_as,
            place=pages.read(base.name) if base else None,
            services=service_links(pages, one.services),
            contact=tuple(Contact(c.number, spaced(c.number), c.cost) for c in one.public_contact()),
            source=pages.site.sources[one.source.id].title,
        ),
        alternates=pages.alternates(card.route, only=one.about),
        indexed=card.about.language == pages.code,
        up=pages.link("directory"),
        structured=structured.organisation(pages.site, one, card, pages.absolute(card.route)),
        search=pages.searchable(
            (8, card.name),
            *((6, name) for name in one.also_known_as),
            (3, card.about),
            *((2, offer) for offer in card.offers),
        ),
    )


def overdue(day: date, today: date) -> date | None:
    """Give a review day that has passed."""
    return day if day < today else None
