"""Search through the real page, in languages that write no spaces."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, Request, Response, expect
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


# --- a directory that is too large for one file ---


class City:
    """The small site with many organisations, all invented, as nginx gives it out."""

    def __init__(self, root: Path, host: Host) -> None:
        self.repository = copied("riverside", root, theme=True)
        self.repository.remove("handbook/index.md")
        chance = Random(1)
        for number in range(100):
            self.add(f"invented-{number}", " ".join("".join(chance.choices("aeiklmnpst", k=8)) for _ in range(24)))
        self.build()
        self.address = host.give(root / "site", "/city/")

    def add(self, name: str, about: str) -> None:
        """Invent an organisation."""
        model = self.repository.read("directory/organisations/reed-network.yml")
        said = model.replace("เขียนรายงานเรื่องงานริมน้ำ", about).replace("เครือข่ายต้นกก", name)
        assert name in said
        assert about in said
        self.repository.write(f"directory/organisations/{name}.yml", said)

    def build(self) -> None:
        root = self.repository.root
        assert build(Order(root, root / "site", date(2026, 11, 22))).published


@pytest.fixture(scope="module")
def city(host: Host, tmp_path_factory: pytest.TempPathFactory) -> City:
    return City(tmp_path_factory.mktemp("city") / "city", host)


@pytest.mark.slow
def test_a_large_directory_answers_out_of_a_few_small_pieces(city: City, phone: Phone) -> None:
    city.add("invented-lantern", "lampu minyak di tepi sungai")
    city.build()
    page = phone(script=True).new_page()
    page.goto(f"{city.address}th/search/")
    said: list[str] = []
    answers: list[Response] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (it wants a function of Python)
    ask(page, "lampu sungai")
    expect(page.locator(".search__results a")).to_have_text("invented-lantern (สมมติ)")
    kinds = [answer.url.rpartition("/")[2].partition("-")[0] for answer in answers if "search" in answer.url]
    assert kinds == ["search.json", "terms", "terms", "pages"]
    assert {answer.header_value("content-encoding") for answer in answers} == {"br"}
    kept = [answer.header_value("cache-control") or "" for answer in answers if "search" in answer.url]
    assert ["immutable" in header for header in kept] == [False, True, True, True]
    assert sum(answer.request.sizes()["responseBodySize"] for answer in answers) < 15_000
    assert said == []
    page.locator(".search__results a").click()
    expect(page.locator("main")).to_contain_text("lampu minyak di tepi sungai")


@pytest.mark.slow
def test_a_reader_with_yesterdays_index_finds_what_was_added_today(city: City, phone: Phone) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{city.address}th/search/")
    ask(page, "invented")
    expect(page.locator(".search__results a")).to_have_count(5)
    city.add("invented-mendung", "mendung dan hujan")
    city.build()
    page.goto(f"{city.address}th/search/")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 (as above)
    ask(page, "mendung")
    expect(page.locator(".search__results a")).to_have_text("invented-mendung (สมมติ)")
    assert [one.url.rpartition("/")[2] for one in asked].count("search.json") == 2
