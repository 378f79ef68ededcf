"""The compressed copies of each file."""

import gzip
from pathlib import Path
from random import Random

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.emit import pack, packing, worth_packing
from suluh.emit.compress import FIRST, QUALITY, SAVED, _brotli, _gzip
from suluh.store import Store


def test_a_text_gets_a_brotli_and_a_gzip_copy_that_hold_the_same(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    name = store.add(b"<p>Care</p>")
    made = pack(store, [name])
    assert made.keys() == {name}
    copies = {ending: store.read(copy) or b"" for ending, copy in made[name].items()}
    assert copies.keys() == {".br", ".gz"}
    assert brotli.decompress(copies[".br"]) == b"<p>Care</p>"
    assert gzip.decompress(copies[".gz"]) == b"<p>Care</p>"


@pytest.mark.parametrize("file", ["a.png", "b.woff2", "c.html.br", "en/d.html.gz", "_headers"])
def test_what_is_compressed_already_is_left_alone(file: str) -> None:
    assert not worth_packing(file)


@pytest.mark.parametrize("file", ["index.html", "en/search.json", "sitemap.xml", "robots.txt", "mark.svg", "a/b.css"])
def test_every_text_that_a_phone_may_ask_for_is_compressed(file: str) -> None:
    assert worth_packing(file)


def test_the_same_text_has_the_same_copies(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    name = store.add(b"same")
    assert pack(store, [name, name]) == pack(store, [name])
    assert len([path for path in (tmp_path / "store").rglob("*") if path.is_file()]) == 3


def test_a_text_that_is_gone_from_the_store_has_no_copies(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    name = store.add(b"here")
    assert pack(store, ["0" * 40, name]).keys() == {name}


def test_copies_depend_on_who_made_them() -> None:
    assert brotli.__version__ in packing()
    assert str(QUALITY) in packing()


@given(st.binary())
def test_compressing_loses_nothing_and_says_nothing_of_the_time(data: bytes) -> None:
    assert brotli.decompress(_brotli(data)) == data
    assert gzip.decompress(_gzip(data)) == data
    assert _gzip(data)[4:8] == bytes(4)


def test_the_last_steps_are_taken_where_a_page_then_comes_at_once() -> None:
    sizes = {len(text): (plain(text), len(_brotli(text))) for text in map(prose, range(4_000, 7_000, 100))}
    near = [(before, now) for before, now in sizes.values() if FIRST < before <= FIRST * SAVED]
    assert near
    assert all(now < before for before, now in near)
    assert any(now <= FIRST for _, now in near)
    far = [(before, now) for before, now in sizes.values() if not FIRST < before <= FIRST * SAVED]
    assert all(now == before for before, now in far)


def plain(text: bytes) -> int:
    return len(brotli.compress(text, mode=brotli.MODE_TEXT, quality=QUALITY, lgwin=max(len(text).bit_length(), 16)))


def prose(words: int) -> bytes:
    """Make a text of so many invented words."""
    random = Random(1)
    known = ["".join(random.choices("abcdefghij", k=random.randint(2, 9))) for _ in range(900)]
    return " ".join(random.choices(known, k=words)).encode()
