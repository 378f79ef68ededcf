"""Lists of many: in pages that work without script, and drawn only where the reader looks."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Host, Phone
from tests.browser.test_axe import ALL, violations
from tests.conftest import command, environment

DIRECTORY = "directory/"
SELANGOR = "#my-10"
"""A place that begins far below the first screen."""


@pytest.fixture(scope="module")
def paged(host: Host, flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build the real site with short pages: ten organisations, two guides."""
    root = tmp_path_factory.mktemp("paged")
    for name in ("content", "directory", "campaigns", "overrides"):
        shutil.copytree(flagship.parent / name, root / name)
    with (root / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("per_page: {directory: 10, others: 2}\n")
    told = command("build", "--root", root, "--languages", "en,ur", "--quick")
    subprocess.run(told, env=environment(tmp_path_factory.mktemp("home")), check=True)
    return host.give(root / "site", "/paged/")


def follow(link: Locator) -> None:
    """Open a link by its key: a tap while a busy computer still lays the page out would fall beside it."""
    link.press("Enter")


def names(page: Page) -> list[str]:
    """Read the names also of those that are not drawn."""
    return page.locator(".card__name").all_text_contents()


def slugs(page: Page) -> list[str]:
    return [str(one.get_attribute("href")).split("/")[-2] for one in page.locator(".card__name").all()]


def test_page_after_page_leads_through_every_organisation_once(paged: str, site: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{site}en/{DIRECTORY}")
    wanted = names(page)
    page.goto(f"{paged}en/{DIRECTORY}")
    found, count = names(page), 1
    while page.locator("a[rel=next]").count():
        follow(page.locator("a[rel=next]"))
        count += 1
        page.wait_for_url(f"**/en/directory/{count}/")
        expect(page.locator("h1")).to_contain_text(f"({count}/")
        found += names(page)
    assert found == wanted
    assert count >= 6


def test_one_can_go_back_and_to_any_page_near_by_and_up_to_the_first(paged: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{paged}ur/{DIRECTORY}3/")
    expect(page.locator(".pager [aria-current=page]")).to_have_text("3")
    follow(page.locator("a[rel=prev]"))
    page.wait_for_url(f"{paged}ur/{DIRECTORY}2/")
    follow(page.locator(".pager__number", has_text="3"))
    page.wait_for_url(f"{paged}ur/{DIRECTORY}3/")
    follow(page.locator(".crumb__link"))
    page.wait_for_url(f"{paged}ur/{DIRECTORY}")
    expect(page.locator("a[rel=prev]")).to_have_count(0)


def test_a_jump_leads_to_the_page_on_which_a_place_begins(paged: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{paged}en/{DIRECTORY}")
    jumps = page.locator(".jumps__place")
    pages = set()
    for index in range(jumps.count()):
        page.goto(f"{paged}en/{DIRECTORY}")
        place = jumps.nth(index).inner_text()
        jumps.nth(index).click()
        pages.add(page.url.partition("#")[0])
        heading = page.locator("h2", has_text=re.compile(f"^{re.escape(place)}$"))
        expect(heading).to_be_in_viewport()
    assert len(pages) > 1


def test_the_language_menu_stays_on_the_same_page_of_a_list(paged: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{paged}en/{DIRECTORY}2/")
    shown = slugs(page)
    page.locator(".top-bar__language").click()
    follow(page.locator(".top-bar__choice[hreflang=ur]"))
    page.wait_for_url(f"{paged}ur/{DIRECTORY}2/")
    assert slugs(page) == shown


def test_guides_are_in_pages_too(paged: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{paged}en/guides/")
    assert page.locator(".rows__link").count() == 2
    follow(page.locator("a[rel=next]"))
    page.wait_for_url(f"{paged}en/guides/2/")
    assert page.locator(".rows__link").count() == 2


@pytest.mark.parametrize("route", ["en/directory/2/", "ur/directory/for/legal-support/2/", "ur/guides/2/"])
def test_axe_finds_nothing_on_a_further_page_of_a_list(paged: str, phone: Phone, route: str) -> None:
    page = phone(script=True, bypass_csp=True).new_page()
    answer = page.goto(paged + route)
    assert answer is not None
    assert answer.status == 200
    assert violations(page, ALL) == []


def test_the_real_directory_is_one_page(site: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{site}en/{DIRECTORY}")
    expect(page.locator(".pager")).to_have_count(0)
    assert page.locator(".jumps__place").first.get_attribute("href") == "#my-01"


# --- what is not drawn until it is near -------------------------------------------------------------------------------

SKIPPED = """() => [...document.querySelectorAll(".card, .rows > li")]
  .filter((one) => !one.firstElementChild.checkVisibility({contentVisibilityAuto: true})).length"""
"""Count the organisations and rows whose drawing the browser puts off."""

MANY_ROWS = """() => {
  const rows = document.querySelector(".rows"), first = [...rows.children];
  for (let times = 1; times < 8; times++) rows.append(...first.map((row) => row.cloneNode(true)));
}"""
"""Make a list of the real rows eight times as long."""

UNSEEN = 0.001
"""A hundredth of the layout shift that counts as good: a busy computer draws a row late, a part of a pixel off."""

SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value)))
    .observe({type: "layout-shift", buffered: true});
}"""


def top(page: Page, selector: str) -> float:
    """Tell how far below the top of the screen something stands once nothing moves any more."""
    before, now = -1.0, 0.0
    while before != now:
        page.wait_for_timeout(250)
        before, now = now, float(page.locator(selector).evaluate("(one) => one.getBoundingClientRect().top"))
    return now


@pytest.mark.parametrize("code", ["en", "my", "ur"])
def test_an_address_with_a_place_opens_there(site: str, phone: Phone, code: str) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}{code}/{DIRECTORY}{SELANGOR}")
    assert abs(top(page, SELANGOR) - 16) < 3
    assert page.evaluate(SKIPPED) > 10


@pytest.mark.parametrize("code", ["en", "my", "ur"])
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_jump_ends_at_its_place(site: str, phone: Phone, code: str, motion: str) -> None:
    page = phone(reduced_motion=motion).new_page()
    page.goto(f"{site}{code}/{DIRECTORY}")
    page.locator(f'.jumps__place[href="{SELANGOR}"]').click()
    assert abs(top(page, SELANGOR) - 16) < 3


@pytest.mark.parametrize("code", ["en", "ur"])
def test_nothing_moves_while_one_scrolls_down_and_up(site: str, phone: Phone, code: str) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}{code}/{DIRECTORY}")
    page.evaluate(SHIFTS)
    for way in (1, -1):
        for _ in range(12):
            page.mouse.wheel(0, way * 700)
            page.wait_for_timeout(60)
    shifts = page.evaluate("window.shifts")
    assert sum(shifts) < UNSEEN, shifts


def test_a_row_far_below_is_drawn_when_it_is_near_and_keeps_its_ring(site: str, phone: Phone) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}my/guides/")
    page.evaluate(MANY_ROWS)
    assert page.evaluate(SKIPPED) > 20
    last = page.locator(".rows__link").last
    last.focus()
    expect(last).to_be_in_viewport()
    assert last.evaluate("(one) => parseFloat(getComputedStyle(one).outlineOffset)") <= -3


def test_a_word_far_below_is_found_on_the_page(site: str, phone: Phone) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}en/{DIRECTORY}")
    last = names(page)[-1]
    assert page.evaluate("(word) => window.find(word)", last)
    expect(page.locator(".card__name").last).to_be_in_viewport()


def test_a_printed_list_is_whole(site: str, phone: Phone, tmp_path: Path) -> None:
    page = phone().new_page()
    page.goto(f"{site}en/{DIRECTORY}")
    wanted = names(page)
    page.pdf(path=tmp_path / "list.pdf", format="A4")
    told = subprocess.run(["pdftotext", tmp_path / "list.pdf", "-"], capture_output=True, text=True, check=True)
    text = " ".join(told.stdout.split())
    assert [name for name in wanted if " ".join(name.split()) not in text] == []
