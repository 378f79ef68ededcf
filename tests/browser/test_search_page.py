"""Search through the real page, in languages that write no spaces."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, Request, expect
from tests.browser.conftest import Host, Phone
from tests.conftest import ROOT, copied

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.pipeline import Order, build

WORDS = load_words(Reader(ROOT))
# "Sky lantern": it stands in the middle of a sentence of the small site's guide, and nowhere else.
PLANTED = {"my": "မီးပုံးပျံ", "km": "គោមហោះ", "th": "โคมลอย"}


@pytest.fixture(scope="module")
def riverside(host: Host, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build the small site, and give it out."""
    root = tmp_path_factory.mktemp("riverside") / "riverside"
    copied("riverside", root, theme=True)
    (root / "handbook/index.md").unlink()
    assert build(Order(root, root / "site", date(2026, 11, 22))).published
    return host.give(root / "site", "/lantern/")


@pytest.fixture
def search_in(riverside: str, phone: Phone) -> Callable[[str], Page]:
    """Open the search page of a language."""

    def opened(code: str) -> Page:
        page = phone(script=True).new_page()
        page.goto(f"{riverside}{code}/search/")
        return page

    return opened


SearchIn = Callable[[str], Page]


def ask(page: Page, word: str) -> None:
    """Type a word and press the key."""
    page.locator(".search__word").fill(word)
    page.locator(".search__button").click()


@pytest.mark.parametrize("code", PLANTED)
def test_a_word_in_the_middle_of_a_sentence_without_spaces_is_found(
    search_in: SearchIn, riverside: str, code: str
) -> None:
    page = search_in(code)
    ask(page, PLANTED[code])
    answers = page.locator(".search__results a")
    expect(answers).to_have_count(1)
    answers.click()
    page.wait_for_url(f"{riverside}{code}/guides/unpaid-work/")
    expect(page.locator("main")).to_contain_text(PLANTED[code])


def test_a_word_of_another_language_is_not_found_and_that_is_said(search_in: SearchIn) -> None:
    page = search_in("my")
    ask(page, PLANTED["km"])
    expect(page.locator(".search__status")).to_have_text(WORDS["my"]["search-none"])
    expect(page.locator(".search__results li")).to_have_count(0)


def test_nothing_is_fetched_before_a_reader_searches_and_no_word_leaves_the_phone(search_in: SearchIn) -> None:
    page = search_in("km")
    asked: list[Request] = []
    page.on("request", lambda request: None if request.url.endswith("/mark.svg") else asked.append(request))
    page.wait_for_load_state("networkidle")  # the icon of the tab may come late; the page does not wait for it
    assert asked == []
    before = page.url
    ask(page, PLANTED["km"])
    expect(page.locator(".search__results a")).to_have_count(1)
    assert [(one.method, one.url.rpartition("/")[2], one.post_data) for one in asked] == [("GET", "search.json", None)]
    assert page.url == before


def test_typing_is_enough(search_in: SearchIn) -> None:
    page = search_in("th")
    page.locator(".search__word").press_sequentially(PLANTED["th"])
    expect(page.locator(".search__results a")).to_have_count(1)


def test_the_number_of_answers_is_told_to_those_who_listen(search_in: SearchIn) -> None:
    page = search_in("th")
    ask(page, PLANTED["th"])
    status = page.locator("[role=status][aria-live=polite]")
    expect(status).to_have_text(WORDS["th"]["search-count"].replace("{count}", "1"))


def test_a_host_that_does_not_answer_is_told_and_the_next_try_asks_again(search_in: SearchIn) -> None:
    page = search_in("th")
    page.route("**/search.json", lambda route: route.abort())
    ask(page, PLANTED["th"])
    expect(page.locator(".search__status")).to_have_text(WORDS["th"]["search-failed"])
    page.unroute("**/search.json")
    ask(page, PLANTED["th"])
    expect(page.locator(".search__results a")).to_have_count(1)


def test_without_script_there_is_no_field_but_there_are_the_lists(riverside: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{riverside}th/search/")
    expect(page.locator(".search__form")).to_be_hidden()
    expect(page.locator(".search__note")).to_have_text(WORDS["th"]["search-needs-script"])
    expect(page.locator(".rows a").first).to_be_visible()
