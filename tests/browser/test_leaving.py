"""Somebody comes into the room: the page is gone at once, and Back does not bring it back."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import Phone, asked
from tests.conftest import ROOT

from suluh.load.reader import Reader
from suluh.load.settings import load_words

WEATHER = "https://www.met.gov.my/"
WORDS = load_words(Reader(ROOT))
READING = "en/guides/passport-held/"
PAGES = (READING, "ur/p5/", "my/pathways/afraid/", "en/letters/wages-owed/", "ta/search/")

NOW = """() => {
  document.querySelector(".dock__leave").click();
  const {title, body} = document;
  return [title, body.innerText, body.querySelectorAll("*").length, location.pathname, history.length];
}"""
"""Press the key, and look before anything else can happen."""


@pytest.fixture
def leaving(phone: Phone, site: str) -> Callable[..., tuple[Page, list[Route]]]:
    """Open a page after another one, on a phone that reaches nothing else; who asks for the weather must wait."""

    def made(route: str, *, script: bool = True) -> tuple[Page, list[Route]]:
        context, waiting = phone(script=script), []
        context.route(lambda address: not address.startswith(site), lambda route: route.abort())
        context.route(f"{WEATHER}**", lambda route: waiting.append(route))  # noqa: PLW0108 (Playwright cannot hold a built-in)
        page = context.new_page()
        page.goto(f"{site}en/")
        page.goto(site + route)
        return page, waiting

    return made


Leaving = Callable[..., tuple[Page, list[Route]]]


def come(page: Page, waiting: list[Route]) -> None:
    """Wait until the weather is asked for."""
    for _ in range(200):
        if waiting:
            break
        page.wait_for_timeout(20)
    assert [one.request.url for one in waiting] == [WEATHER]


@pytest.mark.parametrize("route", PAGES)
def test_at_once_nothing_of_the_page_is_left_while_the_weather_is_still_on_its_way(
    leaving: Leaving, site: str, route: str
) -> None:
    page, waiting = leaving(route)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    length = page.evaluate("history.length")
    if "pathways" in route:
        page.locator("#step-1 [data-answer=fine]").click()
    title, text, pieces, path, after = page.evaluate(NOW)
    assert title == "°C °F"
    assert text.split()[:6] == ["-10", "°C", "=", "14", "°F", "-5"]
    assert not any(sign.isalpha() for sign in text.replace("°C", "").replace("°F", ""))
    assert pieces == 1
    assert path == f"{urlsplit(site).path}w/"
    assert after == length
    come(page, waiting)
    assert "referer" not in waiting[0].request.headers
    waiting[0].fulfill(body="<title>Weather</title>", content_type="text/html")
    expect(page).to_have_title("Weather")
    assert page.evaluate("history.length") == length
    page.go_back()
    assert page.url == f"{site}en/"
    waiting.clear()
    page.evaluate("history.forward()")
    come(page, waiting)
    assert faults == []


def test_without_a_connection_the_cover_stays_and_back_does_not_show_the_page(leaving: Leaving, site: str) -> None:
    page, waiting = leaving(READING)
    length = page.evaluate("history.length")
    page.context.set_offline(offline=True)
    page.locator(".dock__leave").click()
    expect(page.locator("body")).to_contain_text("20 °C = 68 °F")
    assert (page.url, page.title(), page.evaluate("history.length")) == (f"{site}w/", "°C °F", length)
    assert waiting == []
    page.context.set_offline(offline=False)
    page.go_back()
    assert page.url == f"{site}en/"
    page.go_forward()
    assert page.url == f"{site}w/"
    assert WORDS["en"]["leave"] not in page.content()


@pytest.mark.parametrize("route", PAGES)
def test_without_script_the_key_is_a_plain_link(leaving: Leaving, route: str) -> None:
    page, _ = leaving(route, script=False)
    key = page.locator(".dock__leave")
    assert (key.get_attribute("href"), key.get_attribute("rel")) == (WEATHER, "noreferrer nofollow")
    assert key.get_attribute("target") is None


def test_the_page_that_stands_in_tells_nothing_of_this_site(phone: Phone, site: str) -> None:
    page = phone(script=True).new_page()
    requests = asked(page)
    page.goto(f"{site}w/")
    assert page.title() == page.locator("h1").inner_text() == "°C °F"
    expect(page.locator("table")).to_contain_text("68 °F")
    assert page.locator("link[rel=icon]").get_attribute("href") == "../plain.svg"
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.locator("a, script, img, meta[name=description]").count() == 0
    assert "suluh" not in page.content().lower()
    assert requests == [f"{site}w/"]
