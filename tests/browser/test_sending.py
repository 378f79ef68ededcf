"""A page is sent on by a short text or a code, and a quiet page tells nobody what is read on it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import segno
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.browser.conftest import Phone
from tests.conftest import ROOT, SUB_PATH

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.source import parse_yaml

WORDS = load_words(Reader(ROOT))
GUIDES: Mapping[str, Any] = {
    path.parent.name: parse_yaml(str(path), path.read_text("utf-8")).value
    for path in sorted(ROOT.glob("content/guides/*/guide.yml"))
}
QUIET = {name: guide["discreet"]["slug"] for name, guide in GUIDES.items() if "discreet" in guide}
ADDRESS = f"https://suluh.example{SUB_PATH}"
LONGEST = 300


def page_at(flagship: Path, route: str) -> LexborHTMLParser:
    """Read a page of the site."""
    return LexborHTMLParser((flagship / route / "index.html").read_text("utf-8"))


def one(tree: LexborHTMLParser, query: str) -> LexborNode:
    """Find what a page must have."""
    found = tree.css_first(query)
    assert found is not None, query
    return found


# --- the quiet page ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", WORDS)
def test_a_quiet_page_has_no_name_no_subject_and_no_place_in_a_search_engine(flagship: Path, code: str) -> None:
    for name, slug in QUIET.items():
        open_, quiet = page_at(flagship, f"{code}/guides/{name}"), page_at(flagship, f"{code}/{slug}")
        title, heading = one(quiet, "title").text(), one(open_, "h1").text().strip()
        assert one(quiet, "h1").text().strip() == heading
        assert "Suluh" not in title
        assert heading not in title
        assert title == GUIDES[name]["discreet"]["title"][code]
        assert not set(name.split("-")) & set(slug.split("-"))
        assert one(quiet, "link[rel=icon]").attributes["href"] == "../../plain.svg"
        assert one(quiet, "meta[name=robots]").attributes["content"] == "noindex"
        for told in ("meta[name=description]", "script[type='application/ld+json']", "link[rel=canonical]",
                     "link[rel=alternate]", "meta[property]", ".crumb"):  # fmt: skip
            assert quiet.css_first(told) is None, told
        assert "Suluh" not in one(quiet, "header").text()


def test_no_list_of_pages_names_a_quiet_page(flagship: Path) -> None:
    lists = [*flagship.glob("sitemap*.xml"), *flagship.glob("*/search.json"), *flagship.glob("*/search/*.json"),
             *flagship.glob("*/guides/index.html"), *flagship.glob("*/index.html")]  # fmt: skip
    assert len(lists) > 40
    texts = {path: path.read_text("utf-8") for path in lists}
    named = [(path, slug) for path, text in texts.items() for slug in QUIET.values() if f"/{slug}/" in text]
    assert named == []


def test_the_way_to_the_quiet_page_and_from_there_to_other_languages_stays_quiet(phone: Phone, site: str) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}en/guides/passport-held/")
    page.locator(f".rows a[href$='{QUIET['passport-held']}/']").click()
    page.wait_for_url(f"{site}en/{QUIET['passport-held']}/")
    page.locator(".top-bar__language").click()
    page.locator(".top-bar__choice[hreflang=ur]").click()
    page.wait_for_url(f"{site}ur/{QUIET['passport-held']}/")
    assert page.title() == GUIDES["passport-held"]["discreet"]["title"]["ur"]


# --- what is sent -----------------------------------------------------------------------------------------------------


def sendings(flagship: Path) -> Iterator[tuple[str, str, list[LexborNode]]]:
    """Give the language, the guide and the ways to send it, of every page of every guide."""
    for name in GUIDES:
        for code in WORDS:
            for route in (f"guides/{name}", *([QUIET[name]] if name in QUIET else [])):
                yield code, name, page_at(flagship, f"{code}/{route}").css(".send__one")


def test_a_text_that_is_sent_is_short_and_says_where_the_page_is(flagship: Path) -> None:
    seen = 0
    for code, name, ways in sendings(flagship):
        quiet = [f"{ADDRESS}{code}/{QUIET[name]}/"] if name in QUIET else []
        addresses = [*quiet, f"{ADDRESS}{code}/guides/{name}/"]
        assert len(ways) == len(addresses)
        for way, address in zip(ways, addresses, strict=True):
            [text] = [node.text() for node in way.css(".send__text")]
            assert len(text) <= LONGEST
            assert text.endswith(f" {address}")
            [link] = [str(node.attributes["href"]) for node in way.css("a")]
            assert link.startswith("https://wa.me/?text=")
            assert unquote(link.partition("=")[2]) == text
            seen += 1
    assert seen > 14 * len(GUIDES)


def test_of_a_dangerous_guide_the_quiet_address_is_offered_first_and_is_the_one_in_the_code(flagship: Path) -> None:
    assert {name for name, guide in GUIDES.items() if guide["risk"] == "high"} <= set(QUIET)
    for code, name, ways in sendings(flagship):
        if name not in QUIET:
            continue
        assert ways[0].css(".send__which")[0].text() == WORDS[code]["send-quiet"]
        told = ways[0].text() + str(ways[0].html)
        assert f"/{name}/" not in told
        assert one(page_at(flagship, f"{code}/guides/{name}"), "h1").text() not in told
        assert [len(way.css("svg path")) for way in ways] == [1, 0]


DOTS = """() => {
  const svg = document.querySelector(".send__code"), path = svg.firstElementChild;
  const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const along = (from, size) => Array.from({length: size}, (_, at) => from + at + 0.5);
  return along(top, height).map((y) => along(left, width).map((x) => path.isPointInStroke(new DOMPoint(x, y)) ? 1 : 0));
}"""
"""Ask the browser of the middle of every dot whether it is dark, and of those on the edges too."""


@pytest.mark.parametrize("name", ["passport-held", "unpaid-wages"])
def test_the_code_is_drawn_as_a_phone_reads_it(phone: Phone, site: str, name: str) -> None:
    page = phone(script=True, color_scheme="dark").new_page()
    page.goto(f"{site}en/guides/{name}/")
    page.locator(".send__head").click()
    code = segno.make_qr(f"{ADDRESS}en/{QUIET.get(name, f'guides/{name}')}/", error="l", boost_error=False, mask=4)
    assert page.evaluate(DOTS) == [list(row) for row in code.matrix_iter(border=4)]
    colours = "(one) => [getComputedStyle(one).stroke, getComputedStyle(one).backgroundColor]"
    assert page.locator(".send__code").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    box = page.locator(".send__code").bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"])
    assert box["width"] / (len(code.matrix) + 8) >= 3
    expect(page.locator(".send__code")).to_have_attribute("aria-label", WORDS["en"]["send-code"])


def opened(phone: Phone, site: str, **kind: object) -> Page:
    """Open a guide, and in it what sends it on."""
    page = phone(**kind).new_page()
    page.goto(f"{site}ms/guides/passport-held/")
    page.locator(".send__head").click()
    return page


def test_copy_puts_the_text_on_the_clipboard(phone: Phone, site: str) -> None:
    page = opened(phone, site, script=True, permissions=["clipboard-read", "clipboard-write"])
    for way in page.locator(".send__one").all():
        way.locator("[data-copy]").click()
        expect(way.locator("[data-copy]")).to_have_text(WORDS["ms"]["copied"])
        assert page.evaluate("navigator.clipboard.readText()") == way.locator(".send__text").text_content()


def test_without_script_a_page_is_sent_by_a_link_and_a_code(phone: Phone, site: str) -> None:
    page = opened(phone, site)
    expect(page.locator(".send__code")).to_be_visible()
    assert page.locator(".send a:visible").count() == 2
    assert page.locator(".send button:visible").count() == 0


SHARE = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"


def test_where_the_phone_can_share_it_gets_the_same_text(phone: Phone, site: str) -> None:
    context = phone(script=True)
    context.add_init_script(SHARE)
    page = context.new_page()
    page.goto(f"{site}en/guides/passport-held/")
    page.locator(".send__head").click()
    page.locator("[data-share]").first.click()
    assert page.evaluate("shared") == {"text": page.locator(".send__text").first.text_content()}
