"""Whole editions: the same house in every language, and no door that leads nowhere."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from tests.resolve.conftest import PageOf, SiteOf

from suluh.model.edition import Card, Edition, Link, Tongue
from suluh.model.site import Site
from suluh.resolve import door, editions

TODAY = date(2026, 11, 22)


def of_all_languages(site: Site) -> list[Edition]:
    """Resolve the door and every edition."""
    languages = site.settings.languages
    return [door(site, languages), *editions(site, languages, TODAY)]


def inside(value: Any) -> Iterator[Any]:
    """Give everything inside a view, itself first."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from inside(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from inside(item)


def test_every_language_has_the_same_pages(site_of: SiteOf) -> None:
    _, *made = of_all_languages(site_of())
    routes = [[page.route.partition("/")[2] for page in one.pages] for one in made]
    assert all(some == routes[0] for some in routes)
    assert len(set(routes[0])) == len(routes[0])


def test_every_link_leads_to_a_page_that_is_built(site_of: SiteOf) -> None:
    made = of_all_languages(site_of())
    built = {page.route for one in made for page in one.pages}
    for one in made:
        led = {thing.route for thing in inside(one) if isinstance(thing, Link | Card | Tongue)}
        parts = {route for page in one.pages for part in getattr(page.body, "parts", ()) for _, route in part.routes}
        assert led | parts | {one.frame.home, one.frame.help} <= built


def test_every_alternate_is_a_page_that_is_built(site_of: SiteOf) -> None:
    made = of_all_languages(site_of())
    built = {page.route for one in made for page in one.pages}
    named = {route for one in made for page in one.pages for _, route in page.alternates}
    assert named <= built


def test_every_page_leads_to_itself_in_every_language(site_of: SiteOf) -> None:
    _, *made = of_all_languages(site_of())
    for one in made:
        for page in one.pages:
            rest = page.route.partition("/")[2]
            assert [(tongue.code, tongue.route) for tongue in page.languages] == [
                (code, f"{code}/{rest}") for code in ("en", "ms", "id", "ur")
            ]


def test_the_same_site_on_the_same_day_is_the_same_edition(site_of: SiteOf) -> None:
    assert of_all_languages(site_of()) == of_all_languages(site_of())


def test_the_door_offers_every_language_by_its_own_name(site_of: SiteOf) -> None:
    site = site_of()
    pages: tuple[Any, ...] = door(site, site.settings.languages).pages
    chooser, missing = pages
    assert [(one.code, one.name, one.direction, one.route) for one in chooser.body.choices] == [
        ("en", "English", "ltr", "en/"),
        ("ms", "Bahasa Melayu", "ltr", "ms/"),
        ("id", "Bahasa Indonesia", "ltr", "id/"),
        ("ur", "اردو", "rtl", "ur/"),
    ]
    assert (chooser.route, chooser.indexed) == ("", True)
    assert (missing.route, missing.indexed, missing.alternates) == ("404.html", False, ())


def test_a_site_of_two_languages_names_no_other(site_of: SiteOf) -> None:
    site = site_of()
    two = site.settings.languages[1:3]
    made = [door(site, two), *editions(site, two, TODAY)]
    codes = {code for one in made for page in one.pages for code, _ in page.alternates}
    assert codes <= {"ms", "id"}
    assert [one.frame.language.code for one in made] == ["ms", "ms", "id"]


@pytest.mark.parametrize(("name", "indexed"), [("ms/", True), ("ms/search/", False), ("ms/404.html", False)])
def test_search_engines_are_not_shown_search_and_404_pages(page_of: PageOf, name: str, indexed: bool) -> None:
    assert page_of(name).indexed is indexed


def test_the_frame_links_every_standing_page_but_help(site_of: SiteOf) -> None:
    frame = of_all_languages(site_of())[2].frame
    assert frame.help == "ms/help/"
    assert [link.route for link in frame.links] == ["ms/safety/"]


def test_the_handbook_is_linked_where_there_is_one(site_of: SiteOf) -> None:
    assert of_all_languages(site_of())[1].frame.handbook == ""
    assert of_all_languages(site_of({"handbook/index.md": "# For us\n"}))[1].frame.handbook == "handbook/"


def test_the_frame_knows_the_path_below_which_the_site_lies(site_of: SiteOf) -> None:
    assert of_all_languages(site_of())[0].frame.base == "/site/"
