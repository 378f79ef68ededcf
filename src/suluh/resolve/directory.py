"""The pages of the directory."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from suluh.model.edition import Card, Contact, DirectoryBody, Group, Jump, OrganisationBody, Page
from suluh.model.organisation import Organisation, Service
from suluh.model.reading import Link, Reading
from suluh.model.site import Site
from suluh.resolve import routes, structured
from suluh.resolve.facts import spaced
from suluh.resolve.pages import Pages
from suluh.resolve.paging import in_pages, numbered, pager


def shown(site: Site) -> Mapping[str, Organisation]:
    """List what may be published, by name; red entries are never built."""
    entries = [(name, one) for name, one in site.organisations.items() if one.tier != "red"]
    return dict(sorted(entries, key=lambda entry: next(iter(entry[1].name.values())).casefold()))


def directory_lists(pages: Pages) -> Iterator[Page]:
    """Make the list of all organisations, and one list for each kind of help, each in as many pages as it needs."""
    site, organisations = pages.site, shown(pages.site)
    yield from _list(pages, pages.link("directory"), organisations, up=None)
    for name, service in offered(site).items():
        having = {key: one for key, one in organisations.items() if name in one.services}
        link = Link(pages.read(service.name), routes.service(pages.code, name))
        yield from _list(pages, link, having, up=pages.link("directory"))


def offered(site: Site) -> dict[str, Service]:
    """List the kinds of help a worker can look for and somebody offers."""
    return {name: one for name, one in site.services.items() if name in site.known.offered and one.audience == "worker"}


def service_links(pages: Pages, names: Iterable[str]) -> tuple[Link, ...]:
    """Link to the lists of organisations for some kinds of help."""
    known = offered(pages.site)
    return tuple(
        Link(pages.read(known[name].name), routes.service(pages.code, name), icon=known[name].icon)
        for name in names
        if name in known
    )


def _list(pages: Pages, link: Link, organisations: Mapping[str, Organisation], up: Link | None) -> Iterator[Page]:
    made = in_pages(_by_place(pages.site, organisations), pages.site.settings.per_page.directory)
    begins: dict[str | None, int] = {}
    for number, groups in enumerate(made, 1):
        for place, _ in groups:
            begins.setdefault(place, number)
    for number, groups in enumerate(made, 1):
        route = routes.numbered(link.route, number)
        yield Page(
            route=route,
            kind="directory",
            title=numbered(link.label, number, len(made)),
            lead=pages.word("directory-intro"),
            description=pages.word("directory-intro"),
            body=DirectoryBody(
                groups=tuple(_group(pages, place, names) for place, names in groups),
                services=service_links(pages, pages.site.services) if up is None and number == 1 else (),
                jumps=tuple(_jump(pages, link.route, place, at, number) for place, at in begins.items()),
                count=len(organisations),
                pager=pager(link.route, number, len(made)),
            ),
            alternates=pages.alternates(route),
            up=up if number == 1 else link,
            search=pages.searchable((8, link.label)) if number == 1 else (),
        )


def _by_place(site: Site, organisations: Mapping[str, Organisation]) -> Iterator[tuple[str | None, list[str]]]:
    """List the names of organisations by place, in the order of the vocabulary; those without a place stand last."""
    names: dict[str | None, list[str]] = {}
    for name, one in organisations.items():
        names.setdefault(one.base, []).append(name)
    yield from ((place, names[place]) for place in (*site.places, None) if place in names)


def _place(pages: Pages, place: str | None) -> tuple[str, Reading]:
    if place is None:
        return "other", pages.word("place-other")
    return place.lower(), pages.read(pages.site.places[place].name)


def _group(pages: Pages, place: str | None, names: Iterable[str]) -> Group:
    known = pages.site.organisations
    return Group(*_place(pages, place), tuple(_card(pages, name, known[name]) for name in names))


def _jump(pages: Pages, route: str, place: str | None, begins: int, here: int) -> Jump:
    anchor, name = _place(pages, place)
    return Jump(anchor, name, "" if begins == here else f"{routes.numbered(route, begins)}#{anchor}")


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


def organisation_pages(pages: Pages, name: str) -> Iterator[Page]:
    """Make the page of one organisation."""
    one = pages.site.organisations[name]
    card = _card(pages, name, one)
    base = pages.site.places.get(one.base or "")
    yield Page(
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
