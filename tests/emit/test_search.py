"""The search index: what is in it, and how words are read."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suluh.emit.search import fold, search_index, terms
from suluh.model.edition import Edition, Frame, Page, ProseBody, Reading
from suluh.model.settings import Language


def edition(*pages: Page, unspaced: bool = False) -> Edition:
    language = Language(code="ms", name="Bahasa Melayu", unspaced=unspaced)
    frame = Frame(
        site="Suluh", address="https://suluh.example/", base="/", language=language, words={}, home="ms/",
        help="ms/help/", leave="https://leave.example/", links=(), handbook="handbook/",
    )  # fmt: skip
    return Edition(frame, pages)


def page(route: str, *search: tuple[int, str], title: Reading | None = None) -> Page:
    summary = Reading("Ringkasan", "ms", "ltr")
    return Page(route, "prose", title or Reading("Tajuk", "ms", "ltr"), summary, ProseBody(()), search=search)


def opened(index: bytes) -> Mapping[str, Mapping[int, int]]:
    """Read an index back, as script.js does."""
    sent, word = json.loads(index), ""
    found: dict[str, dict[int, int]] = {}
    for entry, hits in zip(sent["terms"].split(), sent["hits"].split(), strict=True):
        word = word[: int(entry[0])] + entry[1:]
        number, found[word] = 0, {}
        for hit in map(int, hits.split(",")):
            number += hit // sent["scale"]
            found[word][number] = hit % sent["scale"]
    return found


SEARCHED = st.lists(st.tuples(st.integers(1, 12), st.text("abcdé 𠀀က ກ7", max_size=20)), min_size=1, max_size=4)


@settings(deadline=None)
@given(st.lists(SEARCHED, max_size=12), st.booleans())
def test_the_index_tells_the_greatest_weight_of_each_term_in_each_page(
    texts: list[list[tuple[int, str]]], unspaced: bool
) -> None:
    pages = [page(f"ms/{n}/", *search) for n, search in enumerate(texts)]
    wanted: dict[str, dict[int, int]] = {}
    for number, search in enumerate(texts):
        for weight, text in sorted(search):
            for term in terms(text, unspaced=unspaced):
                wanted.setdefault(term, {})[number] = weight
    assert opened(search_index(edition(*pages, unspaced=unspaced))) == wanted


@settings(deadline=None)
@given(st.text(), st.booleans())
def test_a_text_reads_the_same_in_one_go_and_chunk_by_chunk(text: str, unspaced: bool) -> None:
    assert terms(text, unspaced=unspaced) == [
        term for chunk in text.split() for term in terms(chunk, unspaced=unspaced)
    ]


def test_the_index_is_compact_json_in_plain_letters() -> None:
    index = search_index(edition(page("ms/upah/", (9, "Upah é"), (1, "upaya"))))
    assert index.decode() == (
        '{"pages":[["upah/","Tajuk","Ringkasan"]],"scale":10,"terms":"0e 0upah 3ya","hits":"9 9 1"}'
    )


def test_an_edition_without_any_text_has_an_empty_index() -> None:
    assert json.loads(search_index(edition())) == {"pages": [], "scale": 1, "terms": "", "hits": ""}


def test_a_page_that_gives_search_no_text_is_left_out() -> None:
    index = search_index(edition(page("ms/404.html"), page("ms/upah/", (1, "upah"))))
    assert json.loads(index)["pages"] == [["upah/", "Tajuk", "Ringkasan"]]


def test_a_borrowed_title_says_its_language() -> None:
    index = search_index(edition(page("ms/wao/", (1, "aid"), title=Reading("Women's Aid", "en", "ltr"))))
    assert json.loads(index)["pages"] == [["wao/", "Women's Aid", "Ringkasan", "en", ""]]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("GAJI", "gaji"),
        ("Hộ chiếu, đường", "ho chieu, duong"),
        ("Straße", "strasse"),
        ("\uff27\uff41\uff4a\uff49", "gaji"),  # full width
        ("၂၁၊ ২১, २१, ௨௧, ۲۱, ๒๑, ២១", "21၊ 21, 21, 21, 21, 21, 21"),
        ("အ\u200bလုပ်", "အလုပ်"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("\u0643\u062a\u0627\u0628\u064a", "\u06a9\u062a\u0627\u0628\u06cc"),  # Arabic kaf, yeh
        ("\u0622\u062c\u0650\u0631\u0640", "\u0627\u062c\u0631"),  # madda, kasra, tatweel
        ("\u06c1\u0654 \u0647", "\u06c1 \u06c1"),  # heh
    ],
)
def test_what_readers_mean_to_be_the_same_is_folded_into_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["हिन्दी", "বাংলা", "தமிழ்", "မြန်မာ", "ភាសាខ្មែរ", "ที่นี่", "नेपाली"])
def test_vowel_signs_and_viramas_stay(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gaji tidak-dibayar, 7 hari!", ["gaji", "tidak", "dibayar", "7", "hari"]),
        ("护照被扣", ["护照", "照被", "被扣"]),
        ("ကိုယ့်လုပ်ခ", ["ကိုယ့်", "ယ့်လု", "လုပ်", "ပ်ခ"]),
        ("ที่นี่", ["ที่นี่"]),
        ("គេ", ["គេ"]),
        ("KFCမှာ ၇ရက်", ["kfc", "မှာ", "7", "ရက်"]),
        ("मज़दूर", ["मज़दूर"]),
    ],
)
def test_unspaced_scripts_are_cut_into_pairs_of_clusters_and_all_else_into_words(text: str, found: list[str]) -> None:
    assert terms(text, unspaced=True) == [fold(term) for term in found]


def test_a_foreign_word_in_a_spaced_edition_stays_whole() -> None:
    assert terms("Persatuan မြန်မာ", unspaced=False) == ["persatuan", "မြန်မာ"]
