"""Whole editions: the same house in every language, and no door that leads nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from tests.resolve.conftest import TODAY, Edition, EditionOf, PageOf, SiteOf, edition, part, parts

from suluh.model.edition import Tongue
from suluh.model.entry import Card
from suluh.model.reading import Link
from suluh.model.settings import Language
from suluh.model.site import OWN, Site
from suluh.resolve import DOOR, LISTS, frames, pages_of


def of_all_languages(site: Site, languages: Sequence[Language] = ()) -> list[Edition]:
    """Resolve the door and every edition."""
    some = languages or site.settings.languages
    return [edition(site, code, some) for code in (DOOR, *(one.code for one in some))]


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
    routes = [[page.route.partition("/")[2] for page in one.pages if page.route.endswith("/")] for one in made]
    assert all(some == routes[0] for some in routes)
    assert len(set(routes[0])) == len(routes[0])


def test_every_link_leads_to_a_page_that_is_built(site_of: SiteOf) -> None:
    made = of_all_languages(site_of())
    built = {page.route for one in made for page in one.pages}
    for one in made:
        led = {thing.route.partition("#")[0] for thing in inside(one) if isinstance(thing, Link | Card | Tongue)}
        parts = {route for page in one.pages for part in getattr(page.body, "parts", ()) for _, route in part.routes}
        made_later = {route for route in led if route.endswith("/translations/todo.html")}
        assert (led - made_later) | parts | {one.frame.home, one.frame.help} <= built


def test_every_alternate_is_a_page_that_is_built(site_of: SiteOf) -> None:
    made = of_all_languages(site_of())
    built = {page.route for one in made for page in one.pages}
    named = {route for one in made for page in one.pages for _, route in page.alternates}
    assert named <= built


def test_every_page_leads_to_itself_in_every_language(site_of: SiteOf) -> None:
    _, *made = of_all_languages(site_of())
    for one in made:
        for page in (page for page in one.pages if page.route.endswith("/") or page.kind == "missing"):
            rest = page.route.partition("/")[2]
            assert [(tongue.code, tongue.route) for tongue in page.languages] == [
                (code, f"{code}/{rest}") for code in ("en", "ms", "id", "ur")
            ]


def test_the_same_site_on_the_same_day_is_the_same_edition(site_of: SiteOf) -> None:
    assert of_all_languages(site_of()) == of_all_languages(site_of())


def test_the_door_offers_every_language_by_its_own_name(site_of: SiteOf) -> None:
    site = site_of()
    pages: tuple[Any, ...] = edition(site, DOOR, site.settings.languages).pages
    chooser, missing, away = pages
    assert (away.route, away.tab, away.indexed) == ("w/", "°C °F", False)
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
    made = of_all_languages(site, site.settings.languages[1:3])
    codes = {code for one in made for page in one.pages for code, _ in page.alternates}
    assert codes <= {"ms", "id"}
    assert [one.frame.language.code for one in made] == ["ms", "ms", "id"]


@pytest.mark.parametrize(("name", "indexed"), [("ms/", True), ("ms/search/", False), ("ms/404.html", False)])
def test_search_engines_are_not_shown_search_and_404_pages(page_of: PageOf, name: str, indexed: bool) -> None:
    assert page_of(name).indexed is indexed


def test_the_frame_links_every_standing_page_but_help(site_of: SiteOf) -> None:
    frame = of_all_languages(site_of())[2].frame
    assert frame.help == "ms/help/"
    assert [link.route for link in frame.links] == ["ms/safety/", "ms/translations/"]


def test_the_handbook_is_linked_where_there_is_one(site_of: SiteOf) -> None:
    assert of_all_languages(site_of())[1].frame.handbook == ""
    assert of_all_languages(site_of({"handbook/index.md": "# For us\n"}))[1].frame.handbook == "handbook/"


def test_the_frame_knows_the_path_below_which_the_site_lies(site_of: SiteOf) -> None:
    assert of_all_languages(site_of())[0].frame.base == "/site/"


# --- parts ---


def test_no_page_is_in_two_parts(site_of: SiteOf) -> None:
    for one in of_all_languages(site_of()):
        routes = [page.route for page in one.pages]
        assert len(set(routes)) == len(routes)


@pytest.mark.parametrize("kind", [kind for kind in OWN if kind != "story"])  # its consent says in which
def test_what_is_ones_own_has_a_page_in_each_language(site_of: SiteOf, kind: str) -> None:
    site = site_of()
    languages = site.settings.languages
    names = [name for found, name in parts(site, "en") if found == kind]
    made = {
        name: [code for code, _ in pages_of(part(site, kind, name), kind, name, languages, TODAY)] for name in names
    }
    assert made
    assert all(set(codes) - {DOOR} in (set(), {"en", "ms", "id", "ur"}) for codes in made.values())


@pytest.mark.parametrize("kind", [*LISTS, "edition"])
def test_a_list_is_of_one_language(site_of: SiteOf, kind: str) -> None:
    site = site_of()
    made = list(pages_of(part(site, kind, "ms"), kind, "ms", site.settings.languages, TODAY))
    assert {code for code, _ in made} == {"ms"}
    assert all(page.route.startswith("ms/") for _, page in made)


def test_the_same_part_has_the_same_pages_whatever_else_there_is(site_of: SiteOf) -> None:
    """What is written elsewhere reaches a page only by way of what the part says it holds."""
    site, other = site_of(), site_of({"content/guides/arrest/en.md": "", "content/guides/arrest/guide.yml": ""})
    languages = site.settings.languages
    for kind, name in (("guide", "pay"), ("organisation", "green"), ("campaign", "rest"), ("page", "help")):
        some, same = part(site, kind, name), part(other, kind, name)
        assert list(pages_of(some, kind, name, languages, TODAY)) == list(pages_of(same, kind, name, languages, TODAY))


@pytest.mark.parametrize(("kind", "name"), [("organisation", "red"), ("campaign", "draft")])
def test_what_may_not_be_shown_has_no_page_even_when_it_is_asked_for(site_of: SiteOf, kind: str, name: str) -> None:
    site = site_of()
    assert list(pages_of(part(site, kind, name), kind, name, site.settings.languages, TODAY)) == []


def test_a_standing_page_that_the_site_leaves_out_has_no_page(site_of: SiteOf) -> None:
    site = site_of()
    fewer = replace(site, settings=site.settings.model_copy(update={"pages": ("help",)}))
    made = {name: list(pages_of(part(fewer, "page", name), "page", name, site.settings.languages, TODAY))
            for name in ("help", "safety")}  # fmt: skip
    assert (len(made["help"]), made["safety"]) == (4, [])


def test_a_guide_whose_record_could_not_be_read_has_no_page(site_of: SiteOf) -> None:
    site = replace(site_of(), guides={})
    assert list(pages_of(part(site, "guide", "pay"), "guide", "pay", site.settings.languages, TODAY)) == []


def test_the_frame_of_a_language_depends_on_no_record_of_a_part(site_of: SiteOf, edition_of: EditionOf) -> None:
    site = site_of()
    languages = site.settings.languages
    framed = frames(site.part("edition", ""), languages)
    assert list(framed) == [DOOR, "en", "ms", "id", "ur"]
    assert framed == frames(replace(site, guides={}, organisations={}, campaigns={}), languages)
    assert framed["ms"] == edition_of("ms").frame
    assert framed[DOOR] == framed["en"]
