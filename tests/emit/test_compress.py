"""The compressed copies beside each file."""

import gzip
from pathlib import Path

import brotli
from hypothesis import given
from hypothesis import strategies as st

from suluh.emit.compress import _brotli, _gzip, compress


def test_a_text_gets_a_brotli_and_a_gzip_copy_that_hold_the_same(tmp_path: Path) -> None:
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "site/en/index.html").write_text("<p>Care</p>")
    compress(tmp_path / "site", tmp_path / "store", workers=2)
    packed = tmp_path / "site/en/index.html.br"
    assert brotli.decompress(packed.read_bytes()) == b"<p>Care</p>"
    assert gzip.decompress(packed.with_suffix(".gz").read_bytes()) == b"<p>Care</p>"


def test_what_is_compressed_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for name in ("a.png", "b.woff2", "c.html.br", "_headers"):
        (tmp_path / "site" / name).write_bytes(b"x")
    compress(tmp_path / "site", tmp_path / "store", workers=1)
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["_headers", "a.png", "b.woff2", "c.html.br"]


def test_the_same_text_is_compressed_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("same")
        compress(tmp_path / name, tmp_path / "store", workers=1)
        for path in (tmp_path / "store").rglob("*"):
            if path.is_file():
                path.write_bytes(b"kept")
    assert (tmp_path / "two/a.txt.br").read_bytes() == b"kept"
    assert (tmp_path / "two/a.txt.gz").read_bytes() == b"kept"


@given(st.binary())
def test_compressing_loses_nothing_and_says_nothing_of_the_time(data: bytes) -> None:
    assert brotli.decompress(_brotli(data)) == data
    assert gzip.decompress(_gzip(data)) == data
    assert _gzip(data)[4:8] == bytes(4)
