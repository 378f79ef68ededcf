"""Search in a real browser: its reading of words is Python's, and readers find what they ask for."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, BrowserContext, Route, expect
from playwright.sync_api import Page as Tab

from suluh.emit.search import fold, search_index, terms
from suluh.model.edition import Edition, Frame, Page, ProseBody, Reading
from suluh.model.settings import Language

COMPONENTS = Path(__file__).parents[2] / "overrides/components"
SCRIPT = (COMPONENTS / "search/script.js").read_text("utf-8")
WORDS = {
    "search-label": "Word", "search-button": "Search", "search-count": "Found: {count}", "search-none": "Nothing",
    "search-wait": "Wait", "search-failed": "Failed", "search-needs-script": "Use the lists",
}  # fmt: skip

BLOCKS = (
    (0x20, 0x24F), (0x2B0, 0x36F), (0x600, 0x6FF), (0x750, 0x77F), (0x900, 0x9FF), (0xB80, 0xBFF), (0xE00, 0xEFF),
    (0x1000, 0x109F), (0x1780, 0x17FF), (0x1E00, 0x1EFF), (0x2000, 0x20CF), (0x3000, 0x303F), (0x3400, 0x9FFF),
    (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xF900, 0xFDFF), (0xFE00, 0xFEFF), (0xFF00, 0xFF65), (0x20000, 0x20400),
)  # fmt: skip
"""Where the letters of our fourteen languages are, with their variants and punctuation."""

LETTERS = st.one_of(
    [st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=("Cn", "Cs")) for first, last in BLOCKS]
)
TEXTS = st.text(LETTERS, max_size=40)


def edition(*texts: str, unspaced: bool = False, title: str = "A page") -> Edition:
    """Make an edition whose pages hold these texts."""
    language = Language(code="en", name="English", unspaced=unspaced)
    frame = Frame(
        site="Suluh", address="https://suluh.test/", base="/", language=language, words=WORDS, home="en/",
        help="en/help/", leave="https://leave.test/", links=(), handbook="handbook/",
    )  # fmt: skip
    shown, summary = Reading(title, "ms", "ltr"), Reading("What it says", "en", "ltr")
    pages = (Page(f"en/{n}/", "prose", shown, summary, ProseBody(()), search=((1, t),)) for n, t in enumerate(texts))
    return Edition(frame, tuple(pages))


def found(tab: Tab, made: Edition, queries: list[str]) -> list[list[int]]:
    """Ask script.js for the numbers of the pages that each query finds."""
    answer: list[list[int]] = tab.evaluate(
        "([sent, queries, unspaced]) => {"
        " const index = suluhSearch.open(JSON.parse(sent));"
        " return queries.map((query) => suluhSearch.find(index, query, unspaced)); }",
        [search_index(made).decode(), queries, made.frame.language.unspaced],
    )
    return answer


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Tab]:
    """Open a page without a search form, where the functions of script.js can be called."""
    tab = browser.new_page()
    tab.set_content("<!doctype html><html data-test>")
    tab.evaluate(SCRIPT)
    yield tab
    tab.close()


def test_python_and_javascript_read_every_letter_alike(bare: Tab) -> None:
    codes = (code for first, last in BLOCKS for code in range(first, last + 1))
    letters = [chr(code) for code in codes if category(chr(code)) not in ("Cn", "Cs")]
    read = bare.evaluate(
        "all => all.map((one) => [suluhSearch.fold(one), suluhSearch.terms(`က${one}က`, true)])", letters
    )
    assert read == [[fold(letter), terms(f"က{letter}က", unspaced=True)] for letter in letters]


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=10, max_size=40), st.booleans())
def test_python_and_javascript_read_any_text_alike(bare: Tab, texts: list[str], unspaced: bool) -> None:
    read = bare.evaluate(
        "([all, unspaced]) => all.map((one) => [suluhSearch.fold(one), suluhSearch.terms(one, unspaced)])",
        [texts, unspaced],
    )
    assert read == [[fold(text), terms(text, unspaced=unspaced)] for text in texts]


def clusters(text: str) -> list[str]:
    """Cut a text where a reader could: not before a mark, nor before what takes no room."""
    cut: list[str] = []
    for letter in text:
        if cut and (category(letter)[0] == "M" or category(letter) == "Cf"):
            cut[-1] += letter
        else:
            cut.append(letter)
    return cut


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.booleans(), st.data())
def test_whatever_a_page_holds_finds_that_page(
    bare: Tab, texts: list[str], unspaced: bool, data: st.DataObject
) -> None:
    asked = []
    for number, text in enumerate(texts):
        parts = clusters(text)
        for _ in range(8):
            first, last = sorted(data.draw(st.integers(0, len(parts))) for _ in "ab")
            asked.append((number, "".join(parts[first:last])))
    answers = found(bare, edition(*texts, unspaced=unspaced), [query for _, query in asked])
    for (number, query), pages in zip(asked, answers, strict=True):
        assert number in pages or not terms(query, unspaced=unspaced)


@pytest.mark.parametrize(
    ("texts", "query", "pages"),
    [
        (("gaji tidak dibayar", "cuti"), "bayar", [0]),
        (("dibayar", "bayar"), "bayar", [1, 0]),
        (("payroll", "pay payroll"), "pay", [1, 0]),
        (("common rarely", "commonlyx rare", "common", "common"), "common rare", [1, 0]),
        (("gaji lambat", "gaji dan cuti", "cuti"), "cuti GAJI", [1]),
        (("wage", "wage late", "late"), "wage late", [1]),
        (("rare common", "common"), "zebra", []),
        (("wage",), " ,!", []),
    ],
)
def test_every_word_must_be_there_and_may_be_inside_another_one_which_counts_less(
    bare: Tab, texts: tuple[str, ...], query: str, pages: list[int]
) -> None:
    assert found(bare, edition(*texts), [query]) == [pages]


@pytest.mark.parametrize(
    ("texts", "query", "pages"),
    [
        (("လုပ်ခမရဘူး", "ပတ်စပို့"), "လုပ်ခ", [0]),
        (("ค่าแรง", "หนังสือเดินทาง"), "เดินทาง", [1]),
        (("ប្រាក់ឈ្នួល", "លិខិតឆ្លងដែន"), "ឈ្នួល", [0]),
        (("护照被扣", "工资"), "工", [1]),
        (("၇ရက်", "၁၇ နှစ်"), "7 ရက်", [0]),
    ],
)
def test_words_are_found_where_no_spaces_are_written(
    bare: Tab, texts: tuple[str, ...], query: str, pages: list[int]
) -> None:
    assert found(bare, edition(*texts, unspaced=True), [query]) == [pages]


def test_rare_words_and_heavy_texts_come_first(bare: Tab) -> None:
    index = {"pages": [["a"], ["b"], ["c"]], "scale": 10, "terms": "0pay 0union", "hits": "1,18,11 9"}
    assert bare.evaluate("index => suluhSearch.find(suluhSearch.open(index), 'pay', false)", index) == [1, 0, 2]


def test_the_functions_are_hidden_from_readers(browser: Browser) -> None:
    tab = browser.new_page()
    tab.evaluate(SCRIPT)
    assert tab.evaluate("typeof suluhSearch") == "undefined"
    tab.close()


class Site:
    """A site of one search page, served from memory."""

    def __init__(self, made: Edition) -> None:
        theme = Environment(loader=FileSystemLoader(COMPONENTS), autoescape=True)
        page = theme.from_string(
            '{% from "search/macro.html" import search %}{{ search("../search.json", unspaced, words) }}'
        )
        form = page.render(unspaced=made.frame.language.unspaced, words=WORDS)
        self.html = f'<!doctype html><html lang="en"><title>Search</title>{form}<script>{SCRIPT}</script>'
        self.index: bytes | None = search_index(made)
        self.asked: list[str] = []

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        if route.request.url.endswith("/en/search/"):
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif route.request.url.endswith("/en/search.json") and self.index is not None:
            route.fulfill(body=self.index, content_type="application/json")
        else:
            route.fulfill(status=503)


def opened(context: BrowserContext, site: Site) -> Tab:
    context.route("**/*", site.answer)
    tab = context.new_page()
    tab.goto("https://suluh.test/en/search/")
    return tab


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


def test_a_reader_types_and_gets_links_and_nothing_is_loaded_before(context: BrowserContext) -> None:
    site = Site(edition("gaji tidak dibayar", "cuti", title="<b>Gaji</b>"))
    tab = opened(context, site)
    expect(tab.get_by_text("Use the lists")).to_be_hidden()
    tab.get_by_role("searchbox", name="Word").fill("b")
    assert site.asked == ["https://suluh.test/en/search/"]
    tab.get_by_role("searchbox", name="Word").press_sequentially("ayar")
    expect(tab.get_by_role("status")).to_have_text("Found: 1")
    link = tab.get_by_role("link", name="<b>Gaji</b>")
    expect(link).to_have_attribute("lang", "ms")
    assert link.evaluate("link => link.href") == "https://suluh.test/en/0/"
    expect(tab.get_by_role("listitem")).to_contain_text("What it says")


def test_the_word_stays_out_of_the_address_and_of_all_storage(context: BrowserContext) -> None:
    tab = opened(context, Site(edition("gaji", "cuti")))
    tab.get_by_role("searchbox").fill("zzz")
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("status")).to_have_text("Nothing")
    assert tab.url == "https://suluh.test/en/search/"
    assert tab.evaluate("history.length") == 2  # the empty tab and this page
    assert tab.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]") == [""]


def test_one_letter_is_looked_up_only_when_the_reader_sends_it(context: BrowserContext) -> None:
    tab = opened(context, Site(edition("工资", unspaced=True)))
    tab.get_by_role("searchbox").fill("工")
    tab.get_by_role("searchbox").press("Enter")
    expect(tab.get_by_role("status")).to_have_text("Found: 1")
    tab.get_by_role("searchbox").fill("")
    expect(tab.get_by_role("status")).to_have_text("")
    expect(tab.get_by_role("listitem")).to_have_count(0)


def test_a_reader_whose_connection_failed_can_try_again(context: BrowserContext) -> None:
    site = Site(edition("gaji"))
    index, site.index = site.index, None
    tab = opened(context, site)
    tab.get_by_role("searchbox").fill("gaji")
    expect(tab.get_by_role("status")).to_have_text("Failed")
    site.index = index
    tab.get_by_role("button").click()
    expect(tab.get_by_role("status")).to_have_text("Found: 1")


def test_without_script_the_lists_are_named_and_no_field_is_shown(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = opened(context, Site(edition("gaji")))
    expect(tab.get_by_text("Use the lists")).to_be_visible()
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    context.close()
