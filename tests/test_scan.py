"""It is known which file has changed, without a look at what it says."""

import os
from unittest.mock import ANY

import pytest
from tests.conftest import Repository

from suluh.scan import Seal, _in, scan
from suluh.source import LARGEST


@pytest.fixture
def repository(tmp_path):
    """Write two folders and a file."""
    made = Repository(tmp_path)
    for name in ("content/site.yml", "content/guides/pay/en.md", "directory/one.yml", "mkdocs.yml", "README.md"):
        made.write(name, name)
    return made


def test_every_file_of_the_named_folders_is_known_and_no_other(repository):
    repository.write("content/.hidden", "x")
    assert set(scan(repository.root, ("content", "directory", "campaigns", "mkdocs.yml", "gone.yml"), {})) == {
        "content/.hidden",
        "content/guides/pay/en.md",
        "content/site.yml",
        "directory/one.yml",
        "mkdocs.yml",
    }


def test_files_stand_in_an_order_that_no_disk_changes(repository):
    for name in "zbxa":
        repository.write(f"content/{name}.yml", name)
    found = list(scan(repository.root, ("directory", "content"), {}))
    assert found == [*sorted(one for one in found if one[0] == "d"), *sorted(one for one in found if one[0] == "c")]


def test_the_same_bytes_are_the_same_whenever_they_were_written(repository):
    before = scan(repository.root, ("content",), {})
    os.utime(repository.path("content/site.yml"), (1, 1))
    assert scan(repository.root, ("content",), {}) == before


def test_one_other_byte_in_one_file_is_seen_and_seen_there(repository):
    before = scan(repository.root, ("content",), {})
    known = repository.path("content/site.yml").stat()
    repository.write("content/site.yml", "content/site.yaL")
    os.utime(repository.path("content/site.yml"), ns=(known.st_atime_ns, known.st_mtime_ns))
    after = scan(repository.root, ("content",), {})
    assert {name for name in before if before[name] != after[name]} == {"content/site.yml"}


def test_a_file_that_comes_or_goes_is_seen(repository):
    before = scan(repository.root, ("content",), {})
    repository.write("content/new.yml", "")
    assert scan(repository.root, ("content",), {}).keys() - before.keys() == {"content/new.yml"}
    repository.remove("content/new.yml")
    assert scan(repository.root, ("content",), {}) == before


def test_a_link_is_known_by_what_stands_where_it_leads(repository):
    link = repository.path("content/link.yml")
    link.symlink_to("site.yml")
    before = scan(repository.root, ("content",), {})["content/link.yml"]
    repository.write("content/site.yml", "other")
    assert scan(repository.root, ("content",), {})["content/link.yml"] != before


def test_a_link_is_not_the_file_it_leads_to_even_where_both_hold_the_same(repository):
    """A link out of the repository is a fault; the same words in a file are none."""
    link = repository.path("content/link.yml")
    link.symlink_to("site.yml")
    before = scan(repository.root, ("content",), {})["content/link.yml"]
    link.unlink()
    repository.write("content/link.yml", repository.read("content/site.yml"))
    assert scan(repository.root, ("content",), {})["content/link.yml"] != before


def test_the_files_of_a_folder_that_is_linked_from_elsewhere_in_the_repository_are_known(repository):
    repository.path("content/guides/rest").symlink_to("pay")
    before = scan(repository.root, ("content",), {})
    repository.write("content/guides/pay/en.md", "other")
    after = scan(repository.root, ("content",), {})
    assert {name for name in before if before[name] != after[name]} == {
        "content/guides/pay/en.md",
        "content/guides/rest/en.md",
    }


def test_a_folder_that_is_linked_into_itself_is_not_entered_for_ever(repository):
    repository.path("content/guides/pay/again").symlink_to("..")
    repository.path("content/all").symlink_to("..")
    repository.path("content/out").symlink_to("/usr")
    assert len(scan(repository.root, ("content",), {})) < 50


@pytest.mark.parametrize("target", ["nowhere", "link.yml", "/usr", "/dev/null"])
def test_a_link_that_leads_to_no_file_is_known_by_where_it_leads(repository, target):
    link = repository.path("content/link.yml")
    link.symlink_to(target)
    found = scan(repository.root, ("content",), {})
    assert [name for name in found if name.startswith("content/link.yml")] == ["content/link.yml"]
    link.unlink()
    link.symlink_to("nowhere-else")
    assert scan(repository.root, ("content",), {})["content/link.yml"] != found["content/link.yml"]


def test_what_is_too_large_to_be_text_is_not_read_to_its_end(repository):
    large = repository.path("content/film.yml")
    with large.open("wb") as file:
        file.truncate(100_000 * LARGEST)
    before = scan(repository.root, ("content",), {})["content/film.yml"]
    with large.open("r+b") as file:
        file.truncate(100_000 * LARGEST + 1)
    assert scan(repository.root, ("content",), {})["content/film.yml"] != before


def test_what_is_known_is_not_read_again_and_what_has_changed_is(repository):
    known: dict[str, tuple[Seal, str]] = {}
    first = scan(repository.root, ("content", "mkdocs.yml"), known)
    assert known.keys() == {str(repository.path(name)) for name in first}
    repository.write("content/site.yml", "something longer than it was")
    second = scan(repository.root, ("content", "mkdocs.yml"), known)
    assert {name for name in first if first[name] != second[name]} == {"content/site.yml"}
    assert second == scan(repository.root, ("content", "mkdocs.yml"), {})
    planted = {path: (seal, "as it was") for path, (seal, _) in known.items()}
    assert set(scan(repository.root, ("content",), planted).values()) == {"as it was"}


def test_a_pipe_between_the_files_does_not_stop_the_look(repository):
    os.mkfifo(repository.path("content/pipe.yml"))
    assert "content/pipe.yml" in scan(repository.root, ("content",), {})


def test_a_folder_that_goes_while_we_look_is_told_as_one_that_cannot_be_read(repository):
    assert list(_in(str(repository.path("content/gone")), "content/gone/", {}, "")) == [("content/gone/", ANY)]
