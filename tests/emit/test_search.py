"""What search loads: one file or pieces; and how words are read."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import environment

from suluh.emit.search import LIMITS, Limits, search_files
from suluh.looking.terms import fold, page_terms, terms
from suluh.model.output import Entry
from suluh.model.reading import Reading
from suluh.model.settings import Language

MALAY = Language(code="ms", name="Bahasa Melayu")
SMALL = Limits(one_file=0, piece=60, together=2, first=2, listed=3, names=3)
"""Limits so low that a few pages have all that a large edition has."""


def entry(route: str, weights: Mapping[str, int], title: str = "Tajuk", language: str = "ms") -> Entry:
    return Entry(f"ms/{route}", Reading(title, language, "ltr"), Reading("Ringkasan", "ms", "ltr"), weights)


def written(*entries: Entry, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Write the files of an edition."""
    return dict(search_files(MALAY, "ms/", iter(entries), limits))


def letters(term: str) -> int:
    """Count letters as JavaScript does."""
    return len(term.encode("utf-16-le")) // 2


class Index:
    """Files as script.js reads them. `asked` are those that were needed; `near` reads on in no other file."""

    def __init__(self, files: Mapping[str, bytes], *, near: bool = False) -> None:
        self.files, self.asked, self.near = files, set[str](), near
        self.read: dict[str, Any] = {}
        self.head = self.load("ms/search.json")

    def load(self, name: str) -> Any:
        self.asked.add(name)
        if name not in self.read:
            self.read[name] = json.loads(self.files[name])
        return self.read[name]

    def piece(self, kind: str, number: int) -> Any:
        span = self.head[kind]["span"]
        name = f"{kind}-{self.head[kind]['names'][number // span]}-{number % span}"
        return self.load(f"ms/search/pieces/{name}.json")

    def page(self, number: int) -> list[str]:
        if "words" in self.head:
            return list(self.head["pages"][number])
        together = self.head["together"]
        return list(self.piece("pages", number // together)[number % together])

    def holding(self, word: str) -> dict[int, float]:
        """Give the pages that hold a word, and the best share of it on each."""
        best: dict[int, float] = {}
        for key, hits in self._keys(word):
            for number, weight, length in self._hits(hits, letters(key)):
                best[number] = max(best.get(number, 0), weight / length)
        return best

    def _keys(self, word: str) -> Iterator[tuple[str, str]]:
        if "words" in self.head:
            for key, hits in self._unfolded(self.head["words"]):
                if word in key if word[0].isalnum() else key.startswith(word):
                    yield key, hits
            return
        starts = [start for start, _ in self._unfolded([self.head["starts"], ""])]
        place = sum(start.encode("utf-16-be") <= word.encode("utf-16-be") for start in starts) - 1
        for key, hits in self._unfolded(self.piece("terms", place)):
            if key.startswith(word):
                yield key.rstrip("*"), hits
                if key.endswith("*"):
                    return

    @staticmethod
    def _unfolded(words: list[str]) -> Iterator[tuple[str, str]]:
        word, hits = "", words[1].split(" ")
        for place, coded in enumerate(words[0].split(" ")):
            word = word[: int(coded[:1] or 0)] + coded[1:]
            yield word, hits[place] if place < len(hits) else ""

    def _hits(self, text: str, length: int = 0) -> Iterator[tuple[int, int, int]]:
        numbers = iter(self._numbers(text))
        for start in numbers:
            if start % 2:
                length = next(numbers)
            weight, count, number = start // 2 % 16, start // 32 + 1, 0
            if weight:
                for _ in range(count):
                    number += next(numbers)
                    yield number, weight, length
            else:
                files, name = next(numbers), f"{next(numbers):08x}"
                names = [f"ms/search/pieces/rest-{name}-{file}.json" for file in range(0 if self.near else files)]
                rest = [hit for name in names for hit in self._hits(self.load(name))]
                assert self.near or len(rest) == count
                yield from rest

    @staticmethod
    def _numbers(text: str) -> Iterator[int]:
        number = 0
        for code in map(ord, text):
            number = number * 32 + code - (93 if code > 92 else 59)
            if code > 92:
                yield number
                number = 0


SEARCHED = st.lists(st.tuples(st.integers(1, 12), st.text("abcdé 𠀀က ကု7", max_size=20)), min_size=1, max_size=4)

TERMS = st.one_of(
    st.text("ab", min_size=1, max_size=6),
    st.text(["က", "လ", "ု", "ဘ", "ူ", "\ufa0e", "𠀀", "𠀁"], min_size=1, max_size=4),
)
WEIGHTS = st.dictionaries(TERMS, st.integers(1, 9), max_size=12)
ENTRIES = st.lists(WEIGHTS, min_size=1, max_size=14).map(
    lambda many: [entry(f"{number}/", weights, f"Tajuk {number}") for number, weights in enumerate(many)]
)


def inside(term: str) -> Iterator[str]:
    """Give every word that can be asked for and stands in a term: from its beginning on, or from any letter."""
    for start, letter in enumerate(term):
        if letter.isalnum() or start == 0:
            yield from (term[start:end] for end in range(start + 1, len(term) + 1))


# --- the terms of a page ---


@given(SEARCHED, st.booleans())
def test_a_page_has_the_greatest_weight_of_each_of_its_terms(texts: list[tuple[int, str]], unspaced: bool) -> None:
    found = page_terms(texts, unspaced=unspaced)
    everywhere = [(term, weight) for weight, text in texts for term in terms(text, unspaced=unspaced)]
    best = {term: max(weight for other, weight in everywhere if other == term) for term, _ in everywhere}
    across = found.keys() - best.keys()  # where words are unspaced, a space is one to some readers
    assert {term: weight for term, weight in found.items() if term not in across} == best
    assert not across or unspaced


@given(st.text(), st.booleans())
def test_a_text_reads_the_same_in_one_go_and_chunk_by_chunk(text: str, unspaced: bool) -> None:
    assert terms(text, unspaced=unspaced) == [
        term for chunk in text.split() for term in terms(chunk, unspaced=unspaced)
    ]


def test_a_page_that_gives_search_no_text_has_no_terms() -> None:
    assert page_terms((), unspaced=False) == {}


# --- one file ---


def test_the_index_of_a_small_edition_is_compact_json_in_plain_letters() -> None:
    files = written(entry("upah/", {"upah": 9, "é": 9, "upaya": 1}))
    assert {name: data.decode() for name, data in files.items()} == {
        "ms/search.json": '{"pages":[["upah/","Tajuk","Ringkasan"]],"words":["0upah 3ya 0é","o] _] o]"]}'
    }


def test_an_edition_without_any_text_has_an_empty_index() -> None:
    assert {name: json.loads(data) for name, data in written().items()} == {
        "ms/search.json": {"pages": [], "words": ["", ""]}
    }


def test_a_borrowed_title_says_its_language() -> None:
    files = written(entry("wao/", {"aid": 1}, "Women's Aid", "en"))
    assert Index(files).page(0) == ["wao/", "Women's Aid", "Ringkasan", "en", ""]


@given(ENTRIES)
def test_one_file_tells_every_page_that_holds_a_word(entries: list[Entry]) -> None:
    index = Index(written(*entries))
    for term in {term for one in entries for term in one.terms}:
        assert index.holding(term) == holding(entries, term)
    assert index.asked == index.files.keys() == {"ms/search.json"}


def holding(entries: list[Entry], word: str) -> dict[int, float]:
    """Find the pages that hold a word by looking into every term."""
    best: dict[int, float] = {}
    for number, one in enumerate(entries):
        for term, weight in one.terms.items():
            if word in term if word[0].isalnum() else term.startswith(word):
                best[number] = max(best.get(number, 0), weight / letters(term))
    return best


def large(pages: int) -> list[Entry]:
    """Make an edition whose pages say 60 words each, of 2,000 that there are."""
    chance = Random(1)
    words = ["".join(chance.choices("aeioulnrstkmpb", k=chance.randint(3, 9))) for _ in range(2_000)]
    return [
        entry(f"page-{number}/", {word: chance.choice((1, 2, 9)) for word in chance.sample(words, 60)},
              " ".join(chance.sample(words, 12)))
        for number in range(pages)
    ]  # fmt: skip


def test_an_index_is_one_file_for_as_long_as_that_is_a_first_answer() -> None:
    editions = [written(*large(pages)) for pages in range(10, 200, 10)]
    whole = [len(files) == 1 for files in editions]
    assert whole == sorted(whole, reverse=True)
    weights = [len(brotli.compress(files["ms/search.json"])) for files in editions[: sum(whole)]]
    assert LIMITS.one_file * 0.75 < weights[-1] < LIMITS.one_file


# --- pieces ---


@given(ENTRIES)
def test_for_every_word_one_piece_tells_every_page_that_holds_it(entries: list[Entry]) -> None:
    index = Index(written(*entries, limits=SMALL))
    for word in {word for one in entries for term in one.terms for word in inside(term)}:
        index.asked.clear()
        assert index.holding(word) == holding(entries, word)
        assert len([name for name in index.asked if "/terms-" in name]) == 1


@given(ENTRIES)
def test_no_file_is_missing_and_none_is_idle(entries: list[Entry]) -> None:
    index = Index(written(*entries, limits=SMALL))
    for word in {word for one in entries for term in one.terms for word in inside(term)}:
        index.holding(word)
    assert [index.page(number)[1] for number in range(len(entries))] == [one.title.text for one in entries]
    assert index.asked == index.files.keys()


@given(ENTRIES, ENTRIES)
def test_two_sites_never_give_one_name_to_two_pieces(old: list[Entry], new: list[Entry]) -> None:
    before, after = written(*old, limits=SMALL), written(*new, limits=SMALL)
    for name in (before.keys() & after.keys()) - {"ms/search.json"}:
        assert before[name] == after[name]


@given(ENTRIES)
def test_the_best_hits_of_a_long_list_come_with_the_piece(entries: list[Entry]) -> None:
    near = Index(written(*entries, limits=SMALL), near=True)
    for word in {word for one in entries for term in one.terms for word in inside(term)}:
        wanted = holding(entries, word)
        best = sorted(wanted, key=lambda number: (-wanted[number], number))[: SMALL.listed]
        told = near.holding(word)
        assert {number: wanted[number] for number in best}.items() <= told.items()


def test_a_change_in_one_page_renames_little() -> None:
    entries = large(600)
    changed = [*entries[:300], entry("page-300/", {**entries[300].terms, "lantern": 1}, "New"), *entries[301:]]
    before, after = written(*entries), written(*changed)
    new = {name.rpartition("/")[2].partition("-")[0] for name in after.keys() - before.keys()}
    assert new == {"terms", "pages"}
    assert len(after.keys() - before.keys()) < len(after) / 3


def test_pieces_are_no_larger_than_they_may_be_and_are_well_filled() -> None:
    files = written(*large(1_000))
    sizes = [len(data) for name, data in files.items() if "/terms-" in name]
    assert max(sizes) <= LIMITS.piece * 1.1
    assert sum(sizes) / len(sizes) > LIMITS.piece / 2


def test_a_large_edition_has_few_names_and_a_small_head() -> None:
    files = written(*large(3_000))
    head = json.loads(files["ms/search.json"])
    assert len(files) > 700
    assert max(len(head[kind]["names"]) for kind in ("terms", "pages")) <= LIMITS.names
    assert len(brotli.compress(files["ms/search.json"])) < 1_500


BUILD = """
import sys
from hashlib import sha256
from suluh.emit.search import Limits, search_files
from suluh.model.edition import Reading
from suluh.model.output import Entry
from suluh.model.settings import Language
said = Reading("", "ms", "ltr")
words = ["bayar", "dibayar", "membayar", "raya", "ayam", "bayaran", "aya"]
entries = [Entry(f"ms/{n}/", said, said, {word: 1 + (n + k) % 6 for k, word in enumerate(words)}) for n in range(9)]
limits = Limits(one_file=0, piece=60, together=2, listed=3, names=3)
for name, data in search_files(Language(code="ms", name="ms"), "ms/", entries, limits):
    print(name, sha256(data).hexdigest())
"""


def test_the_same_entries_make_the_same_files_in_every_process(tmp_path: Path) -> None:
    said = [
        subprocess.run([sys.executable, "-c", BUILD], capture_output=True, check=True,
                       env={**environment(tmp_path), "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert said[0].count(b"\n") > 10
    assert said[0] == said[1]


# --- the reading of words ---


@pytest.mark.parametrize(
    ("said", "folded"),
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
def test_what_readers_mean_to_be_the_same_is_folded_into_one(said: str, folded: str) -> None:
    assert fold(said) == folded


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
