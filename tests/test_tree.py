"""A site is laid out as a folder: every file where it belongs."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suluh.store import Store, name_of
from suluh.swap import swap
from suluh.tree import Turns, lay


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Open a store in which nothing is kept."""
    return Store(tmp_path / "store")


def laid(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_stands_at_its_path_and_nothing_else_does(store: Store, tmp_path: Path) -> None:
    site = {"index.html": b"door", "en/index.html": b"home", "en/guides/pay/index.html": b"pay", "en/404.html": b"?"}
    lay({path: store.add(content) for path, content in site.items()}, store, tmp_path / "site")
    assert laid(tmp_path / "site") == site


def test_the_same_content_may_stand_in_many_places_without_a_second_copy(store: Store, tmp_path: Path) -> None:
    name = store.add(b"same")
    lay({"a/one.txt": name, "b/two.txt": name}, store, tmp_path / "site")
    assert (tmp_path / "site/a/one.txt").samefile(tmp_path / "site/b/two.txt")
    assert (tmp_path / "site/a/one.txt").samefile(store.folder / "files" / name[:2] / name[2:])


def test_where_the_disk_allows_no_second_name_there_is_a_second_copy(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store may lie on another disk than the site."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", refuse)
    name = store.add(b"same")
    lay({"en/index.html": name}, store, tmp_path / "site")
    assert laid(tmp_path / "site") == {"en/index.html": b"same"}
    assert not (tmp_path / "site/en/index.html").samefile(store.folder / "files" / name[:2] / name[2:])


def test_nothing_is_laid_into_a_folder_that_is_there(store: Store, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(FileExistsError):
        lay({"index.html": store.add(b"door")}, store, tmp_path / "site")
    assert laid(tmp_path / "site") == {}


def test_a_file_that_is_not_kept_cannot_be_laid(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lay({"index.html": name_of(b"gone")}, store, tmp_path / "site")


def test_deleting_what_was_laid_leaves_what_is_kept(store: Store, tmp_path: Path) -> None:
    name = store.add(b"door")
    lay({"index.html": name}, store, tmp_path / "site")
    (tmp_path / "site/index.html").unlink()
    assert store.read(name) == b"door"


# --- two folders take turns ---


class Published:
    """A site that is laid out again and again, each time in the folder that held it before the last."""

    def __init__(self, folder: Path) -> None:
        self.store, self.turns = Store(folder / "store"), Turns(folder / "turns" / "site")
        self.site, self.building = folder / "site", folder / ".site.building"

    def publish(self, files: Mapping[str, bytes]) -> None:
        """Make a site of some files, as a build does."""
        names = {path: self.store.add(content) for path, content in files.items()}
        assert all(self.store.sound(name) for name in names.values())
        self.store.seal()
        self.store = Store(self.store.folder)
        self.turns.lay(names, self.store, self.building)
        self.turns.put_away(swap(self.building, self.site))

    def inode(self, path: str) -> int:
        return (self.site / path).stat().st_ino


@pytest.fixture
def published(tmp_path: Path) -> Published:
    """Lay no site yet."""
    return Published(tmp_path)


ONE = {"index.html": b"door", "en/index.html": b"home", "en/guides/pay/index.html": b"pay"}
TWO = {"index.html": b"door", "en/index.html": b"new home", "en/help/index.html": b"help"}


def test_each_turn_holds_its_own_files_and_none_of_the_turns_before(published: Published) -> None:
    for files in (ONE, TWO, ONE, TWO, TWO, {"index.html": b"alone"}, ONE):
        published.publish(files)
        assert laid(published.site) == files
        folders = {path.relative_to(published.site).as_posix() for path in published.site.rglob("*") if path.is_dir()}
        assert folders == {parent.as_posix() for path in files for parent in Path(path).parents} - {"."}


def test_two_folders_take_turns_and_there_is_no_third(published: Published) -> None:
    folders = []
    for files in (ONE, TWO, ONE, TWO, ONE):
        published.publish(files)
        folders.append(published.inode("."))
    assert len(set(folders)) == 2
    assert folders[1:] == [folders[1], folders[0], folders[1], folders[0]]


def test_what_has_not_changed_is_not_touched(published: Published) -> None:
    for _ in range(2):
        published.publish(ONE)
    before = (published.turns.waiting / "en/guides/pay").stat().st_ctime_ns
    published.publish(ONE | {"en/index.html": b"new home"})
    assert (published.site / "en/guides/pay").stat().st_ctime_ns == before


def test_what_waits_for_its_turn_does_not_lie_beside_the_site(published: Published, tmp_path: Path) -> None:
    for files in (ONE, TWO, ONE):
        published.publish(files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "store", "turns"]


Disturbance = Callable[[Path], None]


def add_a_file(site: Path) -> None:
    (site / "en/mine.html").write_text("mine")


def add_a_folder(site: Path) -> None:
    (site / "mine").mkdir()


def delete_a_file(site: Path) -> None:
    (site / "en/index.html").unlink()


def put_another_in_its_place(site: Path) -> None:
    delete_a_file(site)
    (site / "en/index.html").write_text("mine")


def write_into_a_file(site: Path) -> None:
    page = site / "en/index.html"
    page.chmod(0o644)
    page.write_text("mine")


def delete_a_folder(site: Path) -> None:
    shutil.rmtree(site / "en")


def delete_all(site: Path) -> None:
    shutil.rmtree(site)


def put_a_link_in_its_place(site: Path) -> None:
    delete_a_file(site)
    (site / "en/index.html").symlink_to("../index.html")


@pytest.mark.parametrize(
    "disturb",
    [
        add_a_file, add_a_folder, delete_a_file, put_another_in_its_place, write_into_a_file, delete_a_folder,
        delete_all, put_a_link_in_its_place,
    ],
)  # fmt: skip
@pytest.mark.parametrize("whose", ["the site", "what waits"])
def test_what_somebody_did_to_a_folder_is_in_no_later_site(
    published: Published, disturb: Disturbance, whose: str
) -> None:
    for _ in range(2):
        published.publish(ONE)
    disturb(published.site if whose == "the site" else published.turns.waiting)
    for files in (ONE, ONE, TWO, ONE):
        published.publish(files)
        assert laid(published.site) == files
        assert not (published.site / "mine").exists()
        assert not (published.site / "en/index.html").is_symlink()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"files": {}}', '{"files": {}, "folders": {}}'])
def test_notes_that_are_damaged_are_as_if_there_were_none(published: Published, text: str) -> None:
    for _ in range(2):
        published.publish(ONE)
    for note in published.turns.waiting.parent.glob("*.json"):
        note.write_text(text)
    for files in (TWO, ONE, TWO):
        published.publish(files)
        assert laid(published.site) == files


def test_a_build_that_was_killed_when_it_had_swapped_leaves_notes_that_are_not_believed(published: Published) -> None:
    """The notes still tell of the sites before; the folder that waits is another."""
    for files in (ONE, TWO):
        published.publish(files)
    names = {path: published.store.add(content) for path, content in ONE.items()}
    published.turns.lay(names, published.store, published.building)
    shutil.rmtree(swap(published.building, published.site))
    for files in (TWO, ONE, TWO, ONE):
        published.publish(files)
        assert laid(published.site) == files


def test_a_note_of_another_folder_is_not_believed(published: Published) -> None:
    published.publish(ONE)
    published.publish(TWO)
    waiting = published.turns.waiting.parent / "site.waiting.json"
    note = json.loads(waiting.read_text())
    note["files"] = {path: published.store.add(content) for path, content in TWO.items()}
    waiting.write_text(json.dumps(note))
    published.publish(TWO)
    assert laid(published.site) == TWO


PATHS = st.sampled_from(["a", "b", "a/x", "a/y", "a/x/deep", "b/x", "c/x/y/z"])
FILES = st.dictionaries(PATHS, st.sampled_from([b"1", b"2", b"3"]), min_size=1).filter(
    lambda files: not any(other.startswith(f"{path}/") for path in files for other in files)
)


@settings(max_examples=60)
@given(st.lists(FILES, min_size=2, max_size=6))
def test_whatever_was_there_before_the_site_is_what_was_ordered(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    published = Published(tmp_path_factory.mktemp("published"))
    for files in sites:
        published.publish(files)
        assert laid(published.site) == files
