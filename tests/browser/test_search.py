"""Search in a real browser: it reads what Python writes, and readers find what they ask for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, BrowserContext, Request, Route, expect
from playwright.sync_api import Page as Tab

from suluh.emit.search import LIMITS, Limits, search_files
from suluh.looking.terms import fold, page_terms, terms
from suluh.model.output import Entry
from suluh.model.reading import Reading
from suluh.model.settings import Language

COMPONENTS = Path(__file__).parents[2] / "overrides/components"
SCRIPT = (COMPONENTS / "search/script.js").read_text("utf-8")
WORDS = {
    "search-label": "Word", "search-button": "Search", "search-count": "Found: {count}", "search-none": "Nothing",
    "search-wait": "Wait", "search-failed": "Failed", "search-needs-script": "Use the lists", "more": "More",
}  # fmt: skip
SMALL = Limits(one_file=0, piece=60, together=2, first=2, listed=3, names=3)
"""Limits so low that a few pages have all that a large edition has."""

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


def entry(number: int, *search: tuple[int, str], unspaced: bool = False, title: str = "A page") -> Entry:
    """Make what search knows of a page that says these texts, each with its weight."""
    shown, summary = Reading(title, "ms", "ltr"), Reading("What it says", "en", "ltr")
    return Entry(f"en/{number}/", shown, summary, page_terms(search, unspaced=unspaced))


def entries(*texts: str, unspaced: bool = False, title: str = "A page") -> list[Entry]:
    """Make pages that say one text each."""
    return [entry(number, (1, text), unspaced=unspaced, title=title) for number, text in enumerate(texts)]


def written(pages: Sequence[Entry], limits: Limits = LIMITS) -> dict[str, str]:
    """Write what search loads, each file by its address from the edition's home."""
    language = Language(code="en", name="English")
    return {name.removeprefix("en/"): data.decode() for name, data in search_files(language, "en/", pages, limits)}


def found(tab: Tab, files: dict[str, str], queries: Sequence[str], *, unspaced: bool = False) -> list[list[int]]:
    """Ask script.js for the numbers of the pages that each query finds."""
    answer: list[list[int]] = tab.evaluate(
        "([files, queries, unspaced]) => {"
        " const load = async (name) => JSON.parse(files[`search/pieces/${name}.json`]);"
        " const sent = JSON.parse(files['search.json']);"
        " return Promise.all(queries.map(async (query) =>"
        "  (await suluhSearch.seek(sent, load, query, unspaced, Infinity)).pages)); }",
        [files, queries, unspaced],
    )
    return answer


def ranked(pages: Sequence[Entry], query: str, *, unspaced: bool) -> list[int]:
    """Say which pages a query finds, and in which order, by looking into every term of each."""
    held: list[dict[int, float]] = []
    for word in dict.fromkeys(terms(query, unspaced=unspaced)):
        held.append({})
        for number, page in enumerate(pages):
            shares = [weight * letters(word) / letters(term) for term, weight in page.terms.items()
                      if (word in term if word[0].isalnum() else term.startswith(word))]  # fmt: skip
            if shares:
                held[-1][number] = max(shares)
    words = Counter(number for best in held for number in best)
    most = max(words.values(), default=0)
    found = [number for number, count in words.items() if count == most]
    score = {n: sum(best[n] * log(1 + len(pages) / len(best)) for best in held if n in best) for n in found}
    return sorted(found, key=lambda number: (-score[number], number))


def letters(text: str) -> int:
    """Count letters as JavaScript does."""
    return len(text.encode("utf-16-le")) // 2


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


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.booleans(), st.data())
def test_whatever_a_page_holds_finds_that_page(
    bare: Tab, limits: Limits, texts: list[str], unspaced: bool, data: st.DataObject
) -> None:
    assume(any(terms(text, unspaced=unspaced) for text in texts))
    asked = []
    for number, text in enumerate(texts):
        parts = clusters(text)
        for _ in range(8):
            first, last = sorted(data.draw(st.integers(0, len(parts))) for _ in "ab")
            asked.append((number, "".join(parts[first:last])))
    files = written(entries(*texts, unspaced=unspaced), limits)
    answers = found(bare, files, [query for _, query in asked], unspaced=unspaced)
    for (number, query), pages in zip(asked, answers, strict=True):
        assert number in pages or not terms(query, unspaced=unspaced)


WORDED = st.lists(st.text("ab", min_size=1, max_size=6) | st.text("က𠀀﨎ုab7", min_size=1, max_size=4), max_size=8)
WEIGHED = st.lists(st.tuples(st.integers(1, 9), WORDED.map(" ".join)), min_size=1, max_size=3)


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
@settings(deadline=None)
@given(st.lists(WEIGHED, min_size=1, max_size=12), st.lists(WORDED, min_size=4, max_size=12), st.booleans())
def test_questions_find_the_same_pages_in_the_same_order_however_the_index_is_cut(
    bare: Tab, limits: Limits, texts: list[list[tuple[int, str]]], asked: list[list[str]], unspaced: bool
) -> None:
    pages = [entry(number, *search, unspaced=unspaced) for number, search in enumerate(texts)]
    assume(any(page.terms for page in pages))
    queries = [" ".join(words) for words in asked]
    answers = found(bare, written(pages, limits), queries, unspaced=unspaced)
    assert answers == [ranked(pages, query, unspaced=unspaced) for query in queries]


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
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
    bare: Tab, limits: Limits, texts: tuple[str, ...], query: str, pages: list[int]
) -> None:
    assert found(bare, written(entries(*texts), limits), [query]) == [pages]


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
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
    bare: Tab, limits: Limits, texts: tuple[str, ...], query: str, pages: list[int]
) -> None:
    assert found(bare, written(entries(*texts, unspaced=True), limits), [query], unspaced=True) == [pages]


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
def test_rare_words_and_heavy_texts_come_first(bare: Tab, limits: Limits) -> None:
    pages = [entry(0, (1, "pay")), entry(1, (9, "union"), (8, "pay")), entry(2, (1, "pay")), entry(3, (1, "union"))]
    assert found(bare, written(pages, limits), ["pay", "union", "pay union"]) == [[1, 0, 2], [1, 3], [1]]


SEEK = """async ([files, query, wanted]) => {
  const loaded = [];
  const load = async (name) => {
    loaded.push(name.split("-")[0]);
    return JSON.parse(files[`search/pieces/${name}.json`]);
  };
  const {pages, open} = await suluhSearch.seek(JSON.parse(files["search.json"]), load, query, false, wanted);
  return [pages, !!open, loaded];
}"""
"""Tells which pages are found, whether there may be others, and what was loaded for it."""


def test_long_lists_are_read_on_only_as_far_as_hits_are_wanted(bare: Tab) -> None:
    """None of the three best hits of one word is one of the other; the shorter list is read to its end first."""
    late = [entry(n, (1 + n // 6, "late")) for n in range(9)]
    wage = [entry(n, (9 - n // 3, "wage")) for n in range(10, 15)]
    files = written([*late, entry(9, (1, "late wage")), *wage], SMALL)
    assert bare.evaluate(SEEK, [files, "late", 3]) == [[6, 7, 8], True, ["terms"]]
    assert bare.evaluate(SEEK, [files, "late", 4]) == [[6, 7, 8, *range(6), 9], False, ["terms", *["rest"] * 3]]
    assert bare.evaluate(SEEK, [files, "late wage", 1]) == [[9], False, ["terms", "terms", *["rest"] * 4]]


def test_a_common_word_counts_little_before_its_list_is_read_to_the_end(bare: Tab) -> None:
    both = [entry(0, (1, "rare"), (9, "common")), entry(1, (2, "rare"), (7, "common"))]
    files = written([*both, *[entry(n, (1, "common")) for n in range(2, 30)]], SMALL)
    assert bare.evaluate(SEEK, [files, "common rare", 2]) == [[1, 0], True, ["terms", "terms"]]


def test_the_functions_are_hidden_from_readers(browser: Browser) -> None:
    tab = browser.new_page()
    tab.evaluate(SCRIPT)
    assert tab.evaluate("typeof suluhSearch") == "undefined"
    tab.close()


class Site:
    """A site of one search page, served from memory. Pieces of the kinds that it `holds` wait until they are let go."""

    def __init__(self, pages: Sequence[Entry], limits: Limits = LIMITS, *, unspaced: bool = False) -> None:
        theme = Environment(loader=FileSystemLoader(COMPONENTS), autoescape=True)
        page = theme.from_string(
            '{% from "search/macro.html" import search %}{{ search("../search.json", unspaced, words) }}'
        )
        form = page.render(unspaced=unspaced, words=WORDS)
        self.html = f'<!doctype html><html lang="en"><title>Search</title>{form}<script>{SCRIPT}</script>'
        self.files = written(pages, limits)
        self.asked: list[Request] = []
        self.holds: set[str] = set()
        self.held: list[Route] = []

    def answer(self, route: Route) -> None:
        self.asked.append(route.request)
        if any(f"/{kind}-" in route.request.url for kind in self.holds):
            self.held.append(route)
        else:
            self.send(route)

    def send(self, route: Route) -> None:
        file = route.request.url.removeprefix("https://suluh.test/en/")
        if file == "search/":
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif file in self.files:
            route.fulfill(body=self.files[file], content_type="application/json")
        else:
            route.fulfill(status=404)

    def wait_for(self, tab: Tab, count: int) -> list[Route]:
        """Wait until so many pieces were asked for, and hand them over."""
        for _ in range(500):
            if len(self.held) >= count:
                break
            tab.wait_for_timeout(20)
        held, self.held = self.held, []
        assert len(held) == count
        return held

    def loaded(self) -> list[str]:
        """Tell what was asked for since the last time, by its kind."""
        kinds = [re.sub(r"-.*|\.json$", "", request.url.rpartition("/")[2]) for request in self.asked]
        self.asked.clear()
        return kinds


def opened(context: BrowserContext, site: Site) -> Tab:
    context.route("**/*", site.answer)
    tab = context.new_page()
    tab.goto("https://suluh.test/en/search/")
    return tab


def ask(tab: Tab, query: str) -> None:
    """Type words and press the key."""
    tab.get_by_role("searchbox").fill(query)
    tab.get_by_role("button", name="Search").click()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    made.set_default_timeout(10_000)
    yield made
    made.close()


def test_a_reader_types_and_gets_links_and_nothing_is_loaded_before(context: BrowserContext) -> None:
    site = Site(entries("gaji tidak dibayar", "cuti", title="<b>Gaji</b>"))
    tab = opened(context, site)
    expect(tab.get_by_text("Use the lists")).to_be_hidden()
    tab.get_by_role("searchbox", name="Word").fill("b")
    assert site.loaded() == [""]  # the page itself
    tab.get_by_role("searchbox", name="Word").press_sequentially("ayar")
    expect(tab.get_by_role("status")).to_have_text("Found: 1")
    link = tab.get_by_role("link", name="<b>Gaji</b>")
    expect(link).to_have_attribute("lang", "ms")
    assert link.evaluate("link => link.href") == "https://suluh.test/en/0/"
    expect(tab.get_by_role("listitem")).to_contain_text("What it says")


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
def test_the_word_stays_out_of_the_address_and_of_all_storage(context: BrowserContext, limits: Limits) -> None:
    tab = opened(context, Site(entries("gaji", "cuti"), limits))
    ask(tab, "zzz")
    expect(tab.get_by_role("status")).to_have_text("Nothing")
    assert tab.url == "https://suluh.test/en/search/"
    assert tab.evaluate("history.length") == 2  # the empty tab and this page
    assert tab.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]") == [""]


@pytest.mark.parametrize("limits", [LIMITS, SMALL], ids=["one file", "pieces"])
def test_one_letter_is_looked_up_only_when_the_reader_sends_it(context: BrowserContext, limits: Limits) -> None:
    tab = opened(context, Site(entries("工资", unspaced=True), limits, unspaced=True))
    tab.get_by_role("searchbox").fill("工")
    tab.get_by_role("searchbox").press("Enter")
    expect(tab.get_by_role("status")).to_have_text("Found: 1")
    tab.get_by_role("searchbox").fill("")
    expect(tab.get_by_role("status")).to_have_text("")
    expect(tab.get_by_role("listitem")).to_have_count(0)


def test_an_index_in_one_file_is_loaded_once_and_shows_all_it_finds(context: BrowserContext) -> None:
    site = Site(entries(*["gaji"] * 30, "cuti"))
    tab = opened(context, site)
    for query, pages in (("gaji", 30), ("cuti", 1)):
        ask(tab, query)
        expect(tab.get_by_role("listitem")).to_have_count(pages)
        expect(tab.get_by_role("button", name="More")).to_be_hidden()
    assert site.loaded() == ["", "search"]


def test_a_reader_whose_connection_failed_can_try_again(context: BrowserContext) -> None:
    site = Site(entries("gaji"))
    files, site.files = site.files, {}
    tab = opened(context, site)
    tab.get_by_role("searchbox").fill("gaji")
    expect(tab.get_by_role("status")).to_have_text("Failed")
    site.files = files
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("status")).to_have_text("Found: 1")


# --- an index in pieces ---

LARGE = [entry(n, (1, f"gaji {'cuti' if n % 2 else 'upah'} w{n:02}"), title=f"Page {n}") for n in range(30)]
"""Thirty pages that hold one word, every other one a second word, and each one of its own."""


def in_pieces(**more: int) -> Limits:
    return Limits(**{"one_file": 0, "piece": 60, "together": 2, "first": 5, **more})


def test_a_first_answer_takes_an_index_one_piece_for_each_word_and_those_of_the_first_hits(
    context: BrowserContext,
) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    assert site.loaded() == [""]
    ask(tab, "gaji upah")
    expect(tab.get_by_role("status")).to_have_text("Found: 15")
    expect(tab.get_by_role("link")).to_have_text([f"Page {n}" for n in (0, 2, 4, 6, 8)])
    assert site.loaded() == ["search", "terms", "terms", *["pages"] * 5]
    ask(tab, "upah gaji")
    ask(tab, "gaji")
    expect(tab.get_by_role("status")).to_have_text("Found: 30")
    assert site.loaded() == []  # it is all there


def test_what_can_be_asked_for_at_once_does_not_wait_for_each_other(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    site.holds = {"terms", "pages"}
    ask(tab, "gaji upah")
    for count in (2, 5):
        expect(tab.get_by_role("status")).to_have_text("Wait")
        for route in site.wait_for(tab, count):
            site.send(route)
    expect(tab.get_by_role("status")).to_have_text("Found: 15")


def test_more_shows_the_next_hits_and_takes_the_reader_there(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    ask(tab, "gaji")
    more = tab.get_by_role("button", name="More")
    expect(more).to_be_visible()
    for before, after in ((5, 15), (15, 25), (25, 30)):
        expect(tab.get_by_role("link")).to_have_count(before)
        more.click()
        expect(tab.get_by_role("link")).to_have_text([f"Page {n}" for n in range(after)])
        expect(tab.get_by_role("link").nth(before)).to_be_focused()
    expect(more).to_be_hidden()
    expect(tab.get_by_role("status")).to_have_text("Found: 30")


def test_where_a_list_is_not_read_to_its_end_the_number_says_so(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces(listed=8))
    tab = opened(context, site)
    ask(tab, "gaji")
    expect(tab.get_by_role("status")).to_have_text("Found: 8+")
    assert "rest" not in site.loaded()
    tab.get_by_role("button", name="More").click()
    expect(tab.get_by_role("status")).to_have_text("Found: 30")
    expect(tab.get_by_role("link")).to_have_text([f"Page {n}" for n in range(15)])


@pytest.mark.parametrize("kind", ["search", "terms", "pages"])
def test_whatever_piece_does_not_come_the_reader_is_told_and_can_try_again(context: BrowserContext, kind: str) -> None:
    site = Site(LARGE, in_pieces())
    files, site.files = site.files, {name: text for name, text in site.files.items() if kind not in name}
    tab = opened(context, site)
    ask(tab, "w07")
    expect(tab.get_by_role("status")).to_have_text("Failed")
    expect(tab.get_by_role("link")).to_have_count(0)
    site.files = files
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("link")).to_have_text("Page 7")


def test_hits_stay_when_the_next_ones_do_not_come(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    ask(tab, "gaji")
    expect(tab.get_by_role("link")).to_have_count(5)
    files, site.files = site.files, {}
    tab.get_by_role("button", name="More").click()
    expect(tab.get_by_role("status")).to_have_text("Failed")
    expect(tab.get_by_role("link")).to_have_count(5)
    site.files = files
    tab.get_by_role("button", name="More").click()
    expect(tab.get_by_role("link")).to_have_text([f"Page {n}" for n in range(15)])


def test_a_new_site_in_the_place_of_the_old_one_is_searched_without_a_word(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    ask(tab, "w07")
    expect(tab.get_by_role("link")).to_have_text("Page 7")
    site.files = written([entry(n, (1, f"gaji w{n:02}"), title=f"New {n}") for n in range(9)], in_pieces())
    ask(tab, "w03")
    expect(tab.get_by_role("link")).to_have_text("New 3")


def test_hits_of_an_old_and_a_new_site_are_never_shown_together(context: BrowserContext) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    ask(tab, "gaji")
    expect(tab.get_by_role("link")).to_have_count(5)
    site.files = written([entry(n, (1, "gaji"), title=f"New {n}") for n in range(20)], in_pieces())
    tab.get_by_role("button", name="More").click()
    expect(tab.get_by_role("link")).to_have_text([f"New {n}" for n in range(5)])


@pytest.mark.parametrize("kind", ["terms", "pages"])
def test_a_late_answer_to_an_old_question_is_not_shown(context: BrowserContext, kind: str) -> None:
    site = Site(LARGE, in_pieces())
    tab = opened(context, site)
    site.holds = {kind}
    ask(tab, "w07")
    (late,) = site.wait_for(tab, 1)
    site.holds = set()
    ask(tab, "w21")
    expect(tab.get_by_role("link")).to_have_text("Page 21")
    site.send(late)
    tab.wait_for_timeout(300)  # nothing that can be waited for is to happen
    expect(tab.get_by_role("link")).to_have_text("Page 21")
    expect(tab.get_by_role("status")).to_have_text("Found: 1")


def test_without_script_the_lists_are_named_and_no_field_is_shown(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = opened(context, Site(entries("gaji")))
    expect(tab.get_by_text("Use the lists")).to_be_visible()
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    expect(tab.get_by_role("button")).to_have_count(0)
    context.close()
