"""What a reader meets on a cheap phone: every kind of page, most of it without any script."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect
from tests.browser.conftest import Host, Phone
from tests.conftest import ROOT, TODAY

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.pipeline import Order, build

LANGUAGES = ("en", "ms", "my", "ur")
KINDS = {
    "home": "",
    "list": "guides/",
    "guide": "guides/unpaid-wages/",
    "help": "help/",
    "directory": "directory/",
    "for": "directory/for/legal-support/",
    "place": "directory/in/my-10/",
    "find": "find/",
    "organisation": "directory/tenaganita/",
    "gaps": "gaps/",
    "campaign": "campaigns/domestic-workers-left-out/",
    "search": "search/",
    "missing": "404.html",
}
TOOLS = {
    "pathway": "pathways/leaving/",
    "letter": "letters/wages-owed/",
    "calculator": "calculators/minimum-wage/",
    "card": "cards/stopped/",
    "tools": "tools/",
    "laws": "laws/",
    "quiet": "p5/",
    "appeal": "campaigns/domestic-workers-left-out/letter/",
    "share": "campaigns/domestic-workers-left-out/share/",
    "kit": "campaigns/domestic-workers-left-out/paper/",
    "bill": "bills/employment-amendment-2021/",
    "target": "targets/minister-human-resources/",
    "days": "days/",
    "stories": "stories/",
    "verify": "verify/",
}
"""What a reader takes in hand, and what leads there; most of it has a script."""

PAGES = [*(f"{code}/{route}" for code in LANGUAGES for route in KINDS.values()), ""]
WORDS = load_words(Reader(ROOT))
GUIDE = KINDS["guide"]


@pytest.fixture
def open_page(site: str, phone: Phone) -> Callable[..., Page]:
    """Open a route on a phone of its own, and see that it answers."""

    def opened(route: str, **kind: Any) -> Page:
        page = phone(**kind).new_page()
        answer = page.goto(site + route)
        assert answer is not None
        assert answer.status == 200
        return page

    return opened


OpenPage = Callable[..., Page]


def overflow(page: Page) -> int:
    """Tell by how many pixels a page is wider than the phone."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("route", PAGES)
def test_a_page_without_script_shows_its_words_and_never_scrolls_sideways(open_page: OpenPage, route: str) -> None:
    page = open_page(route, width=320)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 60
    assert overflow(page) == 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) == 0
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("route", PAGES)
def test_a_page_names_its_language_and_has_one_of_each_landmark(open_page: OpenPage, route: str) -> None:
    page = open_page(route)
    code = route.partition("/")[0] or "en"
    assert page.locator("html").get_attribute("lang") == code
    assert page.locator("html").get_attribute("dir") == ("rtl" if code == "ur" else "ltr")
    for landmark in ("header", "main", "footer", "h1"):
        expect(page.locator(landmark)).to_have_count(1)
    expect(page.locator("nav.dock")).to_have_count(0 if route == "" else 1)


SMALL = """() => {
  const found = [];
  const running = (one) =>
    one.closest(".law, .prose p, .prose li, .small") && getComputedStyle(one).display === "inline";
  for (const one of document.querySelectorAll("a, button, summary, input")) {
    if (!one.checkVisibility() || one.matches(".skip, .state-map a") || running(one)) continue;
    one.scrollIntoView({block: "center", behavior: "instant"});
    const {left, top, width, height} = one.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hits = (dx, dy) => {
      const hit = document.elementFromPoint(x + dx, y + dy);
      return hit && (one.contains(hit) || hit.contains(one) && hit.matches("label"));
    };
    if (![[0, 0], [0, 20], [0, -20], [20, 0], [-20, 0]].every(([dx, dy]) => hits(dx, dy)))
      found.push(`${one.className || one.tagName}: ${one.textContent.trim().slice(0, 30)} ${width}×${height}`);
  }
  return found;
}"""
"""List what is too small for a thumb: 44 pixels each way, of which the outermost may lie under tall letters.

A link in running text may be as high as its line, and a state on a map as large as it is: the list beside the map holds
the same ways.
"""


@pytest.mark.parametrize("route", [f"{code}/{route}" for code in ("en", "ur") for route in KINDS.values()] + [""])
def test_whatever_can_be_touched_is_large_enough_for_a_thumb(open_page: OpenPage, route: str) -> None:
    page = open_page(route)
    assert page.evaluate(SMALL) == []


SHOW = """document.querySelectorAll("main [hidden], main details").forEach((one) => {
  one.hidden = false;
  one.open = true;
})"""
"""Show at once what a script shows bit by bit."""


@pytest.mark.parametrize("code", ["en", "ur", "my", "ta"])
def test_what_is_taken_in_hand_never_scrolls_sideways_on_a_narrow_phone(
    open_page: OpenPage, site: str, code: str
) -> None:
    page = open_page("", script=True, width=320)
    for route in (GUIDE, *TOOLS.values()):
        page.goto(f"{site}{code}/{route}")
        page.evaluate(SHOW)
        assert overflow(page) == 0, route
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert overflow(page) == 0, route


BROKEN_NUMBERS = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, range = document.createRange();
    for (const number of text.data.matchAll(/(RM)?[0-9][0-9,.]*[0-9]/g)) {
      range.setStart(text, number.index);
      range.setEnd(text, number.index + number[0].length);
      if (new Set([...range.getClientRects()].map((part) => part.top)).size > 1) found.push(number[0]);
    }
  }
  return found;
}"""
"""Find the numbers that begin on one line and end on another: half of RM4,000 reads as RM4."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_number_is_broken_in_two_on_a_narrow_phone(open_page: OpenPage, site: str, code: str) -> None:
    page = open_page("", width=320)
    sums = (f"calculators/{name}/" for name in ("ending", "leave", "work-pay"))
    for route in (GUIDE, *TOOLS.values(), *sums):
        page.goto(f"{site}{code}/{route}")
        assert page.evaluate(BROKEN_NUMBERS) == [], route


@pytest.mark.parametrize("code", ["en", "ur"])
@pytest.mark.parametrize("kind", TOOLS)
def test_what_is_taken_in_hand_has_only_keys_large_enough_for_a_thumb(
    open_page: OpenPage, code: str, kind: str
) -> None:
    page = open_page(f"{code}/{TOOLS[kind]}", script=True)
    page.evaluate(SHOW)
    assert page.evaluate(SMALL) == []


# --- Urdu and Burmese -------------------------------------------------------------------------------------------------


def test_in_urdu_the_first_tile_stands_at_the_right(open_page: OpenPage) -> None:
    first, second = open_page("ur/").locator(".tiles__tile").all()[:2]
    boxes = first.bounding_box(), second.bounding_box()
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["x"] > boxes[1]["x"]
    assert boxes[0]["y"] == boxes[1]["y"]


BARE_NUMBERS = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, parent = text.parentElement;
    if (parent.closest("script, style")) continue;
    const alone = parent.closest("bdi, [dir=auto], [dir=ltr]:not(html)");
    if (/[0-9]/.test(text.data) && !alone) found.push(text.data.trim());
  }
  return found;
}"""


@pytest.mark.parametrize("route", [f"ur/{route}" for route in (*KINDS.values(), *TOOLS.values())])
def test_in_urdu_every_number_keeps_its_own_direction(open_page: OpenPage, route: str) -> None:
    assert open_page(route).evaluate(BARE_NUMBERS) == []


@pytest.mark.parametrize("code", ["my", "ur"])
def test_a_borrowed_text_says_which_language_it_is_in(open_page: OpenPage, code: str) -> None:
    abouts = open_page(f"{code}/directory/").locator(".card__about > span").all()
    assert abouts
    assert {(one.get_attribute("lang"), one.get_attribute("dir")) for one in abouts} == {("en", "ltr")}


@pytest.fixture(scope="module")
def borrowing(host: Host, flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build the site as it was before one guide had been translated into Burmese."""
    root = tmp_path_factory.mktemp("borrowing")
    for name in ("content", "directory", "campaigns", "overrides"):
        shutil.copytree(flagship.parent / name, root / name)
    text = root / "content/guides/unpaid-wages/my.md"
    text.write_text(text.read_text("utf-8").partition("\n## ")[0] + "\n", "utf-8")
    report = build(Order(root, root / "site", TODAY, languages=("en", "my"), quick=True))
    assert report.published
    return host.give(root / "site", "/borrowing/")


def test_a_borrowed_page_is_marked_as_english_and_says_so_in_burmese(borrowing: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{borrowing}my/{GUIDE}")
    parts = page.locator(".prose").all()
    assert [(part.get_attribute("lang"), part.get_attribute("dir")) for part in parts] == [("en", "ltr")] * 4
    assert re.search(r"[က-႟]", page.locator("h1").inner_text())
    told = WORDS["my"]["borrowed"].replace("{language}", "မြန်မာ").replace("{other}", "English")
    expect(page.locator(".note")).to_contain_text(told)
    page.locator(".read-source").click()
    assert page.url == f"{borrowing}en/{GUIDE}"


# --- by keyboard ------------------------------------------------------------------------------------------------------

FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), [line] = one.getClientRects();
  const x = (Math.max(line.left, 0) + Math.min(line.right, innerWidth)) / 2, y = (line.top + line.bottom) / 2;
  return {
    index: [...document.querySelectorAll("a[href], button, summary, input")].indexOf(one),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: one.contains(document.elementFromPoint(x, y)),
  };
}"""
"""Tell which control has the focus, how thick its outline is, and whether nothing lies over its first line."""

REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input")]
  .map((one, index) => one.checkVisibility() && !one.matches(".state-map a") ? index : -1)
  .filter((index) => index >= 0)"""
"""List what is to be reached: everything but a map, whose ways stand in the list beside it."""


@pytest.mark.parametrize("kind", ["home", "guide", "campaign", "directory", "search"])
def test_every_control_is_reached_by_keyboard_in_its_order_and_is_seen(open_page: OpenPage, kind: str) -> None:
    page = open_page(f"en/{KINDS[kind]}", script=kind == "search", reduced_motion="reduce")
    wanted = page.evaluate(REACHABLE)
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        assert focus["outline"] >= 2, focus
        assert focus["seen"], focus
        reached.append(focus["index"])
    assert reached == wanted


def test_the_first_key_skips_to_the_words_and_enter_opens(open_page: OpenPage) -> None:
    page = open_page("en/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".tiles__tile").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/pathways/*/")


def test_the_menu_of_languages_opens_by_keyboard_and_leads_to_the_same_page(open_page: OpenPage, site: str) -> None:
    page = open_page(f"en/{GUIDE}")
    page.locator(".top-bar__language").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".top-bar__choice[hreflang=ur]")).to_be_visible()
    page.locator(".top-bar__choice[hreflang=ur]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}ur/{GUIDE}")


# --- dark, and on paper -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("route", ["en/", f"ur/{GUIDE}", ""])
def test_a_phone_that_is_dark_gets_a_dark_page(open_page: OpenPage, route: str) -> None:
    light, dark = (
        open_page(route, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    assert sum(map(int, re.findall(r"\d+", light)[:3])) > 600
    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 150


def test_a_printed_guide_keeps_its_sources_and_leaves_the_keys_out(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"en/{GUIDE}")
    page.pdf(path=tmp_path / "guide.pdf", format="A4")
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "guide.pdf", "-"], capture_output=True, text=True, check=True
    )
    text = " ".join(told.stdout.split())
    words = WORDS["en"]
    assert words["checked-on"].partition("{date}")[0] in text
    assert "Employment Act 1955" in text
    assert "http" in text
    for key in ("leave", "choose-language", "skip", "keep-nothing", "get-help"):
        assert words[key] not in text


# --- leaving, and leaving nothing -------------------------------------------------------------------------------------

WEATHER = "https://www.met.gov.my/"


def test_leave_with_script_takes_the_place_of_the_page_in_the_history(open_page: OpenPage, site: str) -> None:
    page = open_page("en/", script=True)
    page.context.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.goto(f"{site}en/{GUIDE}")
    page.locator(".dock__leave").click()
    page.wait_for_url(WEATHER)
    expect(page).to_have_title("Weather")
    page.go_back()
    assert page.url == f"{site}en/"


def test_leave_without_script_is_a_link_that_tells_nobody_where_it_comes_from(open_page: OpenPage) -> None:
    page = open_page(f"en/{GUIDE}")
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request))  # noqa: PLW0108 (Playwright cannot hold a built-in)
    page.context.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.locator(".dock__leave").click()
    page.wait_for_url(WEATHER)
    assert "referer" not in seen[0].all_headers()


@pytest.mark.parametrize(
    ("locale", "first"), [("ur-PK", "ur"), ("my-MM", "my"), ("tl-PH", "fil"), ("zh-CN", "zh-Hans"), ("fr-FR", "en")]
)
def test_the_door_puts_the_language_of_the_phone_first_and_goes_nowhere(
    open_page: OpenPage, site: str, locale: str, first: str
) -> None:
    page = open_page("", script=True, locale=locale)
    choices = page.locator(".language-list__choice")
    assert choices.first.get_attribute("hreflang") == first
    assert choices.count() == 14
    assert page.url == site


def test_the_door_without_script_lists_every_language(open_page: OpenPage) -> None:
    page = open_page("", locale="ur-PK")
    expect(page.locator(".language-list__choice")).to_have_count(14)
    page.locator(".language-list__choice[hreflang=ur]").click()
    page.wait_for_url("**/ur/")


def test_a_walk_through_the_site_asks_nobody_else_and_leaves_nothing_on_the_phone(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("", script=True)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    for route in [f"{code}/{route}" for code in ("en", "ur") for route in (*KINDS.values(), *TOOLS.values())]:
        page.goto(site + route)
    page.goto(f"{site}en/search/")
    page.locator(".search__word").fill("passport")
    page.locator(".search__button").click()
    expect(page.locator(".search__results li").first).to_be_visible()
    assert len(asked) > 20
    assert [url for url in asked if not url.startswith(site)] == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    kept = page.evaluate(
        "async () => [sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]"
    )
    assert kept == [0, 0, 0]
    assert said == []


def links(page: Page, site: str) -> Iterator[str]:
    """Give every address inside the site that a page leads to."""
    addresses = "(one) => new URL(one.getAttribute('href'), document.baseURI).href"  # of a link in SVG, too
    for href in page.evaluate(f"[...document.querySelectorAll('a[href]')].map({addresses})"):
        if href.startswith(site):
            yield href.partition("#")[0]


@pytest.mark.parametrize("code", ["en", "ur"])
def test_below_a_path_every_link_of_a_page_leads_on(open_page: OpenPage, site: str, code: str) -> None:
    page, led = open_page(""), set()
    for kind in (*KINDS.values(), *TOOLS.values()):
        page.goto(f"{site}{code}/{kind}")
        led |= set(links(page, site))
    assert len(led) > 60
    broken = [address for address in sorted(led) if page.request.get(address).status != 200]
    assert broken == []
