"""A finished folder takes the place of the old one in one step."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from suluh.swap import clear_unfinished, swap, unfinished


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Lay an old site."""
    return folder(tmp_path / "site", "old")


def folder(path: Path, text: str) -> Path:
    """Make a folder that holds one file."""
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def read(target: Path) -> str:
    """Read the one file."""
    return (target / "index.html").read_text()


def names(path: Path) -> list[str]:
    """List what a folder holds."""
    return sorted(one.name for one in path.iterdir())


def gone() -> int:
    """Give the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_finished_folder_is_built_beside_its_target_on_the_same_disk(target: Path) -> None:
    assert unfinished(target) == target.parent / f".site.building-{os.getpid()}"


def test_the_new_folder_takes_the_place_of_the_old_which_is_given_back(target: Path) -> None:
    old = swap(folder(unfinished(target), "new"), target)
    assert (read(target), read(old)) == ("new", "old")
    assert names(target.parent) == sorted([old.name, "site"])


def test_what_was_replaced_is_deleted_by_the_next_build_if_nobody_takes_it(target: Path) -> None:
    swap(folder(unfinished(target), "new"), target)
    clear_unfinished(target)
    assert read(target) == "new"
    assert names(target.parent) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    old = swap(folder(tmp_path / "made", "new"), tmp_path / "site")
    assert read(tmp_path / "site") == "new"
    assert not old.exists()


def test_whoever_looks_always_finds_a_site(target: Path) -> None:
    looks: list[bool] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            looks.append(target.is_dir())

    looker = threading.Thread(target=look)
    looker.start()
    for number in range(200):
        shutil.rmtree(swap(folder(unfinished(target), f"site {number}"), target))
    done.set()
    looker.join()
    assert len(looks) > 100
    assert all(looks)


def test_what_a_killed_build_left_behind_is_deleted(target: Path) -> None:
    left = folder(target.with_name(f".site.building-{gone()}"), "half")
    clear_unfinished(target)
    assert not left.exists()
    assert read(target) == "old"


def test_what_another_build_is_working_on_is_left_alone(target: Path) -> None:
    theirs = folder(target.with_name(f".site.building-{os.getppid()}"), "half")
    clear_unfinished(target)
    assert read(theirs) == "half"


def test_what_a_build_left_that_had_the_number_of_this_process_is_deleted(target: Path) -> None:
    left = folder(unfinished(target), "half")
    clear_unfinished(target)
    assert not left.exists()


def test_a_site_that_was_set_aside_when_its_build_was_killed_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site.old", "old")
    clear_unfinished(tmp_path / "site")
    assert read(tmp_path / "site") == "old"
    assert names(tmp_path) == ["site"]


def test_a_site_that_was_set_aside_is_deleted_when_there_is_a_newer_one(target: Path) -> None:
    folder(target.with_name(".site.old"), "older")
    clear_unfinished(target)
    assert read(target) == "old"
    assert names(target.parent) == ["site"]


def test_folders_of_other_names_are_left_alone(target: Path) -> None:
    others = [
        folder(target.with_name(name), "mine") for name in (".site.backup", "site.building-1", ".other.building-1")
    ]
    clear_unfinished(target)
    assert [read(other) for other in others] == ["mine"] * 3
