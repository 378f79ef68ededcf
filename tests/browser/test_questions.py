"""What workers really ask, typed into the search of the real site: the page that helps is among the first five."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Phone
from tests.conftest import ROOT

from suluh.load.reader import Reader
from suluh.load.settings import load_lookups
from suluh.looking.roman import skeleton

LOOKUPS = load_lookups(Reader(ROOT))
SCRIPT = (ROOT / "overrides/components/search/script.js").read_text("utf-8")
FEWEST, FIRST, LATIN = 15, 5, 6
MOST = 20_000  # bytes of a first answer, with its script


@pytest.mark.parametrize("code", LOOKUPS)
def test_whoever_says_how_people_ask_says_enough(code: str) -> None:
    asked = [question.ask for question in LOOKUPS[code].questions]
    assert len(set(asked)) >= FEWEST
    if LOOKUPS[code].example:
        assert sum(ask.isascii() for ask in asked) >= LATIN


@pytest.mark.parametrize("code", LOOKUPS)
def test_a_question_finds_the_page_that_helps(site: str, phone: Phone, code: str) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}{code}/search/")
    wrong = {}
    for question in LOOKUPS[code].questions:
        found = [address.removeprefix(site) for address in answers(page, question.ask)]
        wanted = f"{code}/{question.finds.removeprefix('pages/')}/"
        if wanted not in found:
            wrong[question.ask, question.finds] = found
    assert wrong == {}


def answers(page: Page, question: str) -> list[str]:
    """Ask, and give the addresses of the first answers."""
    page.locator(".search__word").fill(question)
    page.locator(".search__button").click()
    status = page.locator(".search__status")
    expect(status).not_to_have_text("")
    expect(status).not_to_have_text(page.locator(".search").get_attribute("data-wait") or "")
    links = page.locator(".search__results a").all()[:FIRST]
    return [str(link.evaluate("link => link.href")) for link in links]


@pytest.mark.parametrize("code", ["my", "ne", "zh-Hans"])
def test_a_first_answer_is_small(site: str, phone: Phone, code: str) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}{code}/search/")
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", "0"))))
    answers(page, LOOKUPS[code].questions[0].ask)
    assert 0 < sum(sizes) < MOST


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Page:
    tab = browser.new_page()
    tab.evaluate("document.documentElement.dataset.test = ''")
    tab.evaluate(SCRIPT)
    return tab


@given(words=st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), min_size=1, max_size=40))
@settings(max_examples=60)
def test_a_word_in_latin_letters_is_read_alike_by_python_and_the_phone(bare: Page, words: list[str]) -> None:
    assert bare.evaluate("words => words.map(suluhSearch.skeleton)", words) == [skeleton(word) for word in words]
