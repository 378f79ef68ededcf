"""Results are kept by the digest of all they depend on."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from suluh.store import Store, digest

PARTS = st.lists(st.one_of(st.text(max_size=3), st.binary(max_size=3)), max_size=4)


def as_bytes(parts: list[str | bytes]) -> list[bytes]:
    """Give the bytes of each part."""
    return [part.encode() if isinstance(part, str) else part for part in parts]


@given(PARTS, PARTS)
def test_a_digest_is_the_same_only_for_the_same_parts(one: list[str | bytes], other: list[str | bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (as_bytes(one) == as_bytes(other))


def test_a_digest_tells_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_what_is_kept_is_given_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(digest("a"), b"kept")
    assert store.get(digest("a")) == b"kept"
    assert store.copy(digest("a"), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == b"kept"


def test_what_is_not_kept_is_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.get(digest("a")) is None
    assert not store.copy(digest("a"), tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


def test_what_is_kept_takes_no_second_place_on_the_disk(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(digest("a"), b"kept")
    store.copy(digest("a"), tmp_path / "one.html")
    store.copy(digest("a"), tmp_path / "two.html")
    assert (tmp_path / "one.html").samefile(tmp_path / "two.html")


def test_keeping_again_replaces_and_leaves_no_half_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(digest("a"), b"old")
    store.copy(digest("a"), tmp_path / "page.html")
    store.put(digest("a"), b"new")
    assert store.get(digest("a")) == b"new"
    assert (tmp_path / "page.html").read_bytes() == b"old"
    assert len([path for path in (tmp_path / "store").rglob("*") if path.is_file()]) == 1


def test_putting_a_result_over_a_file_does_not_write_into_what_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(digest("a"), b"first")
    store.put(digest("b"), b"second")
    store.copy(digest("a"), tmp_path / "page.html")
    store.copy(digest("b"), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == b"second"
    assert store.get(digest("a")) == b"first"
