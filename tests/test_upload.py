"""A site is put elsewhere: only what has changed, what leads to others last, and never over something else."""

import json
from pathlib import Path

import pytest

from suluh.remote import RemoteFault
from suluh.store import Store
from suluh.upload import LIST, Upload, media_type

pytest.importorskip("fsspec", reason="needs the extra 'cluster': pip install 'suluh[cluster]'")

KINDS = {"index.html": "chooser", "th/index.html": "home", "th/guides/wages/index.html": "guide"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "there"


def site(store: Store, **changed: str) -> dict[str, str]:
    """Keep a small site, and name its files."""
    texts = {**dict.fromkeys([*KINDS, "sitemap.xml", "mark.svg"], "as it was"), **changed}
    return {path: store.add(f"{path}: {text}".encode()) for path, text in texts.items()}


def put(store: Store, there: Path, files: dict[str, str]) -> list[int]:
    told: list[int] = []
    Upload(there.as_uri()).put(files, KINDS, store, lambda done, _: told.append(done))
    return told


def found(there: Path) -> dict[str, str]:
    files = (path for path in there.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(there).as_posix(): path.read_text() for path in files}


def test_everything_stands_where_it_belongs(store: Store, there: Path) -> None:
    put(store, there, site(store))
    assert found(there) == {path: f"{path}: as it was" for path in site(store)}


def test_what_has_not_changed_is_not_written_again(store: Store, there: Path) -> None:
    put(store, there, site(store))
    before = {path: path.stat().st_mtime_ns for path in there.rglob("*.html")}
    assert put(store, there, site(store)) == []
    assert put(store, there, site(store, **{"th/index.html": "new"})) == [1]
    assert [path for path, time in before.items() if path.stat().st_mtime_ns != time] == [there / "th/index.html"]


def test_what_is_gone_is_deleted(store: Store, there: Path) -> None:
    put(store, there, site(store))
    fewer = {path: name for path, name in site(store).items() if "wages" not in path}
    put(store, there, fewer)
    assert found(there).keys() == fewer.keys()


def test_what_leads_to_others_comes_after_them(store: Store, there: Path) -> None:
    put(store, there, site(store))
    times = {path: (there / path).stat().st_mtime_ns for path in found(there)}
    leading = {"index.html", "th/index.html", "sitemap.xml"}
    assert max(times[path] for path in times.keys() - leading) <= min(times[path] for path in leading)


def test_an_upload_that_was_broken_off_is_finished_by_the_next(store: Store, there: Path) -> None:
    put(store, there, site(store))
    new = site(store, **{"index.html": "new", "th/index.html": "new"})
    store_without = Store(store.folder.parent / "empty")
    with pytest.raises(RemoteFault, match=r"build again to finish it\.") as fault:
        put(store_without, there, new)
    assert fault.value.begun
    assert put(store, there, site(store))  # the old ones, which may have been written over
    assert put(store, there, new)
    assert found(there)["index.html"] == "index.html: new"


def test_nothing_is_put_over_something_else(store: Store, there: Path) -> None:
    there.mkdir()
    (there / "thesis.txt").write_text("mine")
    with pytest.raises(RemoteFault, match="holds something else than a site"):
        put(store, there, site(store))
    assert found(there) == {"thesis.txt": "mine"}


def test_the_list_names_what_is_there(store: Store, there: Path) -> None:
    put(store, there, site(store))
    assert json.loads((there / LIST).read_text()) == site(store)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("th/index.html", "text/html; charset=utf-8"),
        ("mark.svg", "image/svg+xml"),
        ("th/search.json", "application/json"),
        ("th/index.html.br", "application/octet-stream"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_every_file_has_its_media_type(path: str, kind: str) -> None:
    assert media_type(path) == kind
