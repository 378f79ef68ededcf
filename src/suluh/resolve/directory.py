"""The lists of the directory: of all, by kind of help, by place, by both, and by language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from suluh.model.edition import Page
from suluh.model.entry import Card, DirectoryBody, Group, Jump, PlaceMap, Shape
from suluh.model.listing import LEAST, Listing
from suluh.model.organisation import ANY
from suluh.model.reading import Line, Link, Reading
from suluh.resolve import routes
from suluh.resolve.entries import answered, card, in_order, offered, place, service_links
from suluh.resolve.facts import lines, tongue
from suluh.resolve.finding import find_page
from suluh.resolve.pages import Pages
from suluh.resolve.paging import in_pages, numbered, pager

FIRST = 3
"""So many of the crisis lines stand above a list; all of them are on the help page."""

MANY = 12
"""A list of more entries is offered in parts, too: those of each place."""

Groups = Sequence[tuple[str, Reading, Sequence[Card]]]


@dataclass(frozen=True, slots=True)
class _List:
    """A list in the making. `links` lead to parts of it, or on from it."""

    link: Link
    groups: Groups
    up: Link | None = None
    services: tuple[Link, ...] = ()
    places: tuple[Shape, ...] = ()
    map: PlaceMap | None = None
    tongues: tuple[Link, ...] = ()
    rows: tuple[Link, ...] = ()
    data: tuple[Link, ...] = ()
    note: Reading | None = None


def directory_lists(pages: Pages) -> Iterator[Page]:
    """Make every list of organisations, each in as many pages as it needs, and the page on which one narrows down."""
    lists = _Lists(pages)
    shown = lines(pages.site, pages.site.settings.lines[:FIRST], pages.choosing, pages.today)
    for one in lists.all():
        yield from _sheets(pages, one, shown)
    yield find_page(pages, lists.entries, lists.shapes, shown)


class _Lists:
    """The lists of one edition. What several of them show is made once."""

    def __init__(self, pages: Pages) -> None:
        self.pages, self.entries = pages, in_order(pages)
        self.cards = {name: card(pages, name, one) for name, one in self.entries.items()}
        self.offered = offered(pages)
        self.parted = {service: self._parted(service) for service in self.offered}
        self.shapes = tuple(self._shape(key) for key in pages.site.places)
        self.up = pages.link("directory")

    def all(self) -> Iterator[_List]:
        yield self._everybody()
        yield from map(self._offering, self.offered)
        yield from map(self._at, self.pages.site.places)
        for service in self.offered:
            yield from (self._pair(service, key) for key in self.parted[service])
        yield from map(self._speaking, self._tongues())

    def _everybody(self) -> _List:
        pages = self.pages
        return _List(
            link=pages.link("directory"),
            groups=self._by_place(self.entries),
            services=service_links(pages, self.offered),
            places=self.shapes,
            map=self._map(),
            tongues=tuple(self._tongue(code) for code in self._tongues()),
            rows=(pages.link("find", note=True),),
            data=tuple(self._data()),
        )

    def _offering(self, service: str) -> _List:
        names = self._having(lambda one: service in one.services)
        parted = self.parted[service]
        return _List(
            link=self._service(service),
            groups=self._by_place(names),
            up=self.up,
            places=tuple(
                replace(shape, route=routes.pair(self.pages.code, service, key))
                for key, shape in zip(self.pages.site.places, self.shapes, strict=True)
                if key in parted
            ),
        )

    def _at(self, key: str) -> _List:
        """List those who are based in a place, then those who reach it from elsewhere."""
        pages, here = self.pages, place(self.pages, key)
        based = self._having(lambda one: one.base == key)
        reaching = self._having(lambda one: one.base != key and key in one.reach)
        groups = (("based", pages.word("based-here"), based), ("reaching", pages.word("reaches-here"), reaching))
        return _List(
            link=Link(here.name, here.route),
            groups=[(name, heading, self._cards(some)) for name, heading, some in groups if some],
            up=self.up,
            services=tuple(
                replace(link, route=routes.pair(pages.code, service, key))
                for service, link in zip(self.offered, service_links(pages, self.offered), strict=True)
                if key in self.parted[service]
            ),
            note=None if based else pages.word("nobody-here"),
        )

    def _pair(self, service: str, key: str) -> _List:
        pages, here = self.pages, place(self.pages, key)
        names = self._having(lambda one: one.base == key and service in one.services)
        kind = self._service(service)
        return _List(
            link=Link(replace(kind.label, text=f"{kind.label.text} · {here.name.text}"),
                      routes.pair(pages.code, service, key)),
            groups=[("based", pages.word("based-here"), self._cards(names))],
            up=kind,
        )  # fmt: skip

    def _speaking(self, code: str) -> _List:
        pages = self.pages
        name = tongue(pages.site, code, pages.choosing)
        certain = self._having(lambda one: code in answered(pages, one))
        any_ = self._having(lambda one: code not in answered(pages, one) and ANY in answered(pages, one))
        said = pages.word("answers-in").text.replace("{language}", name.text)
        groups = (("speaking", pages.choosing.own_text(said), certain), ("any", pages.word("any-language"), any_))
        return _List(
            link=self._tongue(code),
            groups=[(group, heading, self._cards(some)) for group, heading, some in groups if some],
            up=self.up,
            note=pages.word("language-unknown"),
        )

    def _tongue(self, code: str) -> Link:
        name = tongue(self.pages.site, code, self.pages.choosing)
        return Link(name, routes.speaking(self.pages.code, code))

    def _data(self) -> Iterator[Link]:
        """Lead to what organisers and other software get."""
        pages, exported = self.pages, self.pages.site.settings.exports
        if "gaps" in pages.site.known.pages:
            yield pages.link("gaps")
        if "feed" in exported:
            yield Link(pages.word("changes-feed"), routes.feed(pages.code))
        if "hsds" in exported:
            yield Link(pages.word("data"), routes.DATA)

    def _tongues(self) -> list[str]:
        """Name the languages that have a list: those somebody is known to answer in."""
        said = {code for one in self.entries.values() for code in answered(self.pages, one)}
        return [code for code in self.pages.site.settings.by_code if code in said or ANY in said]

    def _parted(self, service: str) -> list[str]:
        """Name the places in which enough offer a kind of help that many offer."""
        names = self._having(lambda one: service in one.services)
        based = [self.entries[name].base for name in names]
        return [key for key in self.pages.site.places if based.count(key) >= LEAST] if len(names) > MANY else []

    def _having(self, wanted: Callable[[Listing], bool]) -> list[str]:
        return [name for name, one in self.entries.items() if wanted(one)]

    def _cards(self, names: Iterable[str]) -> list[Card]:
        return [self.cards[name] for name in names]

    def _service(self, service: str) -> Link:
        return Link(self.pages.read(self.offered[service].name), routes.service(self.pages.code, service))

    def _by_place(self, names: Iterable[str]) -> Groups:
        """Sort by place, in the order of the vocabulary; those without a place stand last."""
        found: dict[str | None, list[str]] = {}
        for name in names:
            found.setdefault(self.entries[name].base, []).append(name)
        return [
            (*self._heading(key), self._cards(found[key])) for key in (*self.pages.site.places, None) if key in found
        ]

    def _heading(self, key: str | None) -> tuple[str, Reading]:
        if key is None:
            return "other", self.pages.word("place-other")
        return key.lower(), self.pages.read(self.pages.site.places[key].name)

    def _shape(self, key: str) -> Shape:
        here, site = place(self.pages, key), self.pages.site
        path = next((one.path for one in site.map.shapes if one.place == key), "") if site.map else ""
        return Shape(here.name, here.route, path, any(one.base == key for one in self.entries.values()))

    def _map(self) -> PlaceMap | None:
        drawn = self.pages.site.map
        return PlaceMap(drawn.width, drawn.height, tuple(one for one in self.shapes if one.path)) if drawn else None


def _sheets(pages: Pages, one: _List, shown: tuple[Line, ...]) -> Iterator[Page]:
    """Lay a list out on pages."""
    groups = [((name, heading), cards) for name, heading, cards in one.groups]
    made = in_pages(groups, pages.site.settings.per_page.directory)
    begins: dict[str, int] = {}
    for number, some in enumerate(made, 1):
        for (name, _), _cards in some:
            begins.setdefault(name, number)
    count = sum(len(cards) for _, cards in groups)
    route = one.link.route
    for number, some in enumerate(made, 1):
        first = number == 1
        yield Page(
            route=routes.numbered(route, number),
            kind="directory",
            title=numbered(one.link.label, number, len(made)),
            lead=pages.word("directory-intro"),
            description=pages.word("directory-intro"),
            body=DirectoryBody(
                groups=tuple(Group(name, heading, tuple(cards)) for (name, heading), cards in some),
                lines=shown,
                services=one.services if first else (),
                places=one.places if first else (),
                map=one.map if first else None,
                tongues=one.tongues if first else (),
                rows=one.rows if first else (),
                data=one.data if first else (),
                jumps=tuple(
                    Jump(name, heading, "" if at == number else f"{routes.numbered(route, at)}#{name}")
                    for ((name, heading), _), at in zip(groups, begins.values(), strict=True)
                ),
                count=count,
                note=one.note if first else None,
                pager=pager(route, number, len(made)),
            ),
            alternates=pages.alternates(routes.numbered(route, number)),
            indexed=count > 0,
            up=one.up if first else one.link,
            search=pages.searchable((8, one.link.label)) if first and count else (),
        )
