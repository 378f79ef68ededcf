"""Results are kept by the digest of all they depend on, files by their content; neither is believed unseen."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import environment

from suluh.store import Store, digest, name_of

PARTS = st.lists(st.one_of(st.text(max_size=3), st.binary(max_size=3)), max_size=4)


def as_bytes(parts: list[str | bytes]) -> list[bytes]:
    """Give the bytes of each part."""
    return [part.encode() if isinstance(part, str) else part for part in parts]


@given(PARTS, PARTS)
def test_a_digest_is_the_same_only_for_the_same_parts(one: list[str | bytes], other: list[str | bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (as_bytes(one) == as_bytes(other))


def test_a_digest_tells_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Open a store in which nothing is kept."""
    return Store(tmp_path / "store")


def again(store: Store) -> Store:
    """Open the same store as the next build does."""
    return Store(store.folder)


def kept(store: Store) -> list[Path]:
    """List all that lies in a store, whether it is whole or not."""
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


Damage = Callable[[Path], None]


def cut_off(path: Path) -> None:
    replaced(path, path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    replaced(path, b"")


def turned(path: Path) -> None:
    """Change one bit."""
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    replaced(path, bytes(data))


def foreign(path: Path) -> None:
    replaced(path, b"something else\n" * 10)


def written_into(path: Path) -> None:
    """Edit what lies in a built site by hand: it is the same file as the one that is kept."""
    known = path.stat().st_mtime_ns
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.write(b"X")
    a_moment_later(path, known)


def replaced(path: Path, data: bytes) -> None:
    known = path.stat().st_mtime_ns
    path.unlink()
    path.write_bytes(data)
    a_moment_later(path, known)


def a_moment_later(path: Path, than: int) -> None:
    """Date a file after what stood there: some disks tell no moments apart that are as near as those of a test."""
    os.utime(path, ns=(than, than + 10_000_000))


DAMAGES = pytest.mark.parametrize("damage", [cut_off, emptied, turned, foreign, written_into])


# --- results ---


def test_what_is_kept_is_given_back(store: Store) -> None:
    store.keep(digest("a"), b"kept")
    assert store.result(digest("a")) == b"kept"
    assert again(store).result(digest("a")) == b"kept"


@given(st.binary())
def test_whatever_is_kept_is_given_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = Store(tmp_path_factory.mktemp("store"))
    store.keep(digest("a"), content)
    assert store.result(digest("a")) == content
    assert store.read(store.add(content)) == content


def test_what_is_not_kept_is_not_there(store: Store) -> None:
    assert store.result(digest("a")) is None
    assert store.read(name_of(b"a")) is None
    assert not store.sound(name_of(b"a"))
    assert not store.sound("")
    assert not store.folder.exists()


@DAMAGES
def test_a_damaged_result_is_as_if_it_were_not_there(store: Store, damage: Damage) -> None:
    store.keep(digest("a"), b"kept")
    [path] = kept(store)
    damage(path)
    assert store.result(digest("a")) is None
    store.keep(digest("a"), b"kept")
    assert store.result(digest("a")) == b"kept"


def test_keeping_again_replaces_and_leaves_no_half_file(store: Store) -> None:
    store.keep(digest("a"), b"old")
    store.keep(digest("a"), b"new")
    assert store.result(digest("a")) == b"new"
    assert len(kept(store)) == 1


# --- files ---


def test_a_file_is_kept_by_its_content(store: Store) -> None:
    names = [store.add(content) for content in (b"one", b"two", b"one")]
    assert names == [name_of(b"one"), name_of(b"two"), name_of(b"one")]
    assert [store.read(name) for name in names] == [b"one", b"two", b"one"]
    assert len(kept(store)) == 2


@DAMAGES
def test_a_damaged_file_is_thrown_away_and_made_again(store: Store, damage: Damage) -> None:
    name = store.add(b"kept")
    [path] = kept(store)
    damage(path)
    assert store.read(name) is None
    assert kept(store) == []
    assert store.add(b"kept") == name
    assert store.read(name) == b"kept"


@DAMAGES
def test_a_damaged_file_is_made_again_by_whoever_has_its_content(store: Store, damage: Damage) -> None:
    """Nobody looked at it before."""
    name = store.add(b"kept")
    damage(kept(store)[0])
    assert again(store).add(b"kept") == name
    assert again(store).read(name) == b"kept"


def test_what_is_kept_cannot_be_written_into_by_mistake(store: Store) -> None:
    store.add(b"kept")
    store.keep(digest("a"), b"kept")
    assert {path.stat().st_mode & 0o222 for path in kept(store)} == {0}


# --- seals ---


@DAMAGES
def test_a_file_that_was_found_sound_is_read_again_only_when_it_has_changed(store: Store, damage: Damage) -> None:
    name = store.add(b"kept")
    assert store.sound(name)
    store.seal()
    damage(store.folder / "files" / name[:2] / name[2:])
    assert not again(store).sound(name)
    assert store.add(b"kept") == name
    assert again(store).sound(name)


def test_a_seal_is_believed_without_a_look_inside(store: Store) -> None:
    """What cannot be seen from outside costs no time: this is what makes a build fast."""
    name = store.add(b"kept")
    store.sound(name)
    store.seal()
    path = store.folder / "files" / name[:2] / name[2:]
    known = path.stat()
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.write(b"K")
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert again(store).sound(name)


def test_without_a_seal_a_file_is_read(store: Store) -> None:
    name = store.add(b"kept")
    assert store.sound(name)
    store.seal()
    (store.folder / "seals").unlink()
    assert again(store).sound(name)


def test_seals_are_written_only_when_something_new_was_found(store: Store) -> None:
    name = store.add(b"kept")
    store.seal()
    assert not (store.folder / "seals").exists()
    store.sound(name)
    store.seal()
    (store.folder / "seals").unlink()
    assert store.sound(name)
    store.seal()
    assert not (store.folder / "seals").exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"a": 1}', b"null", b"\xff"])
def test_seals_that_are_damaged_are_as_if_they_were_not_there(store: Store, damage: bytes) -> None:
    name = store.add(b"kept")
    store.sound(name)
    store.seal()
    replaced(store.folder / "seals", damage)
    assert again(store).sound(name)
    turned(store.folder / "files" / name[:2] / name[2:])
    assert not again(store).sound(name)


def test_the_seal_of_another_file_is_no_seal(store: Store) -> None:
    one, other = store.add(b"one"), store.add(b"two")
    assert store.sound(one)
    store.seal()
    seals = json.loads((store.folder / "seals").read_text())
    replaced(store.folder / "seals", json.dumps({other: seals[one]}).encode())
    turned(store.folder / "files" / other[:2] / other[2:])
    assert not again(store).sound(other)


# --- links ---


def test_what_is_kept_takes_no_second_place_on_the_disk(store: Store, tmp_path: Path) -> None:
    name = store.add(b"kept")
    for page in ("one.html", "two.html"):
        store.link(name, str(tmp_path / page))
    assert (tmp_path / "one.html").read_bytes() == b"kept"
    assert (tmp_path / "one.html").samefile(tmp_path / "two.html")


def test_putting_a_file_over_another_does_not_write_into_what_is_kept(store: Store, tmp_path: Path) -> None:
    first, second, page = store.add(b"first"), store.add(b"second"), tmp_path / "page.html"
    store.link(first, str(page))
    with pytest.raises(FileExistsError):
        store.link(second, str(page))
    assert page.read_bytes() == store.read(first) == b"first"


def test_a_file_that_is_gone_is_not_put_anywhere(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.link(name_of(b"gone"), str(tmp_path / "page.html"))
    assert not (tmp_path / "page.html").exists()


# --- at once ---

ADDING = """
import sys
from pathlib import Path
from suluh.store import Store, digest
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    content = b"%d" % number * 1000
    name = store.add(content)
    store.keep(digest(str(number)), content)
    assert store.read(name) == store.result(digest(str(number))) == content
"""


def test_two_processes_may_add_the_same_files_at_once(store: Store, tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, store.folder], env=environment(tmp_path), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    assert len(kept(store)) == 400
    assert all(path.suffix != ".part" for path in kept(store))


def test_what_a_killed_build_with_our_number_left_behind_is_in_nobodys_way(store: Store) -> None:
    """In a container every build may have the same number."""
    path = store.folder / "files" / name_of(b"kept")[:2] / name_of(b"kept")[2:]
    half = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"much longer than what is kept")
    half.chmod(0o444)
    assert store.read(store.add(b"kept")) == b"kept"
    assert kept(store) == [path]
