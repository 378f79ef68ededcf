"""Axe finds nothing on any kind of page, in three scripts, light and dark, and in the gallery."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import Phone
from tests.browser.test_reader import KINDS, SHOW, TOOLS

ALL = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
TWICE = {
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "landmark-unique": {"enabled": False},
        "heading-order": {"enabled": False},
    }
}
"""The gallery shows each landmark twice, once a direction, and sheets of paper with heads of their own."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}}
PAGES = [*(f"{code}/{route}" for code in ("en", "ur", "my") for route in KINDS.values()), ""]

IN_HAND = [f"en/{route}" for route in TOOLS.values()] + [f"ur/{TOOLS[kind]}" for kind in ("pathway", "letter", "card")]


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """List what axe holds against a page, each with where it stands."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['target']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("route", PAGES)
def test_axe_finds_nothing(phone: Phone, site: str, route: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    page.goto(site + route)
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = !one.matches('.top-bar__menu'))")
    assert violations(page, ALL) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


@pytest.mark.parametrize("route", IN_HAND)
def test_axe_finds_nothing_in_what_is_taken_in_hand_with_all_of_it_shown(phone: Phone, site: str, route: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    page.goto(site + route)
    page.evaluate(SHOW)
    assert violations(page, ALL) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


def test_axe_finds_nothing_in_the_open_menu_of_languages(phone: Phone, site: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    page.goto(f"{site}ur/")
    page.locator(".top-bar__language").click()
    assert violations(page, ALL) == []


def test_axe_finds_nothing_in_the_gallery(phone: Phone, site: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    page.goto(f"{site}handbook/gallery.html")
    assert violations(page, TWICE) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


def test_axe_would_find_something(phone: Phone, site: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    page.goto(f"{site}en/")
    page.evaluate(
        "document.querySelector('h1').style.color = '#888';"
        "document.querySelector('.lead').style.color = '#bbb';"
        "document.querySelector('main').append(document.createElement('img'));"
    )
    found = {one.partition(":")[0] for one in violations(page, ALL)}
    assert found == {"color-contrast", "color-contrast-enhanced", "image-alt"}
