"""The page on which one narrows the directory down, and what it looks through."""

from collections.abc import Iterator, Mapping

from suluh.model.edition import Page
from suluh.model.entry import Choices, Directory, FindBody, Named, Shape
from suluh.model.listing import Listing
from suluh.model.organisation import ANY
from suluh.model.reading import Line
from suluh.resolve import routes
from suluh.resolve.entries import answered, entry, in_order, offered, place, service_links
from suluh.resolve.facts import tongue
from suluh.resolve.pages import Pages


def find_page(pages: Pages, entries: Mapping[str, Listing], shapes: tuple[Shape, ...], shown: tuple[Line, ...]) -> Page:
    """Make the page on which one narrows down, with lists for phones that run no script."""
    route = pages.route("find")
    link = pages.link("find", note=True)
    return Page(
        route=route,
        kind="find",
        title=link.label,
        lead=link.note,
        description=link.note or link.label,
        body=FindBody(
            lines=shown,
            choices=choices(pages, entries),
            data=routes.beside(route, "json"),
            rows=(pages.link("directory", note=True),),
            services=service_links(pages, offered(pages)),
            places=shapes,
        ),
        alternates=pages.alternates(route),
        up=pages.link("directory"),
        search=pages.searchable((8, link.label)),
    )


def whole_directory(pages: Pages) -> Directory:
    """Give the whole directory of one language, in the order in which a list shows it: by place, then by name."""
    site, entries = pages.site, in_order(pages)
    places = {key: number for number, key in enumerate(site.places)}
    ordered = sorted(entries, key=lambda name: places.get(entries[name].base or "", len(places)))
    return Directory(
        language=pages.code,
        source_language=site.settings.source.code,
        site=site.settings.name,
        address=site.settings.address,
        as_of=pages.today,
        entries=tuple(entry(pages, name) for name in ordered),
        services=tuple(Named(key, pages.read(one.name)) for key, one in site.services.items()),
        choices=choices(pages, entries),
        gone={key: one.since for key, one in site.gone.items()},
        languages=tuple(one.code for one in pages.languages),
        licence=site.settings.licence or "",
        feedback=site.settings.feedback or "",
    )


def choices(pages: Pages, entries: Mapping[str, Listing]) -> tuple[Choices, ...]:
    """Give what can be chosen: whatever is known of somebody."""
    return tuple(one for one in _choices(pages, entries) if one.options)


def _choices(pages: Pages, entries: Mapping[str, Listing]) -> Iterator[Choices]:
    site, every = pages.site, entries.values()
    kinds = dict.fromkeys(one.kind for one in every)
    served = {key for one in every if one.serves for key in one.serves.people}
    people = {key: one for key, one in site.people.items() if key in served}
    said = {code for one in every for code in answered(pages, one)}
    wanted = [code for code in site.settings.by_code if code in said or ANY in said]
    yield Choices("need", pages.word("find-need"),
                  tuple(Named(key, pages.read(one.name)) for key, one in offered(pages).items()))  # fmt: skip
    yield Choices("place", pages.word("find-place"), tuple(place(pages, key) for key in site.places))
    yield Choices("language", pages.word("find-language"),
                  tuple(Named(code, tongue(site, code, pages.choosing)) for code in wanted))  # fmt: skip
    yield Choices("kind", pages.word("find-kind"),
                  tuple(Named(kind, pages.word(f"kind-{kind}")) for kind in sorted(kinds)))  # fmt: skip
    yield Choices("people", pages.word("find-people"),
                  tuple(Named(key, pages.read(one.name)) for key, one in people.items()))  # fmt: skip
