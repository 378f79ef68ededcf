"""The handbook and the gallery of components are parts of the site, told of like all the rest."""

import shutil

import pytest
from tests.conftest import Repository
from tests.pipeline.conftest import Site, built, cold, digests, order

from suluh.pipeline import build

GALLERY = "handbook/gallery.html"


def test_what_is_wrong_with_the_handbook_is_said_by_every_build(riverside: Repository) -> None:
    riverside.write("handbook/index.md", "# For us\n\n[Gone](gone.md)\n")
    first, second = (build(order(riverside)).problems for _ in range(2))
    assert "host/mkdocs" in {problem.rule for problem in first}
    assert second == first


@pytest.mark.parametrize("settings", ["theme: {name: nobody-has-this}\n", "theme: [\n"])
def test_a_handbook_that_the_host_cannot_set_up_is_one_problem(riverside: Repository, settings: str) -> None:
    riverside.write("mkdocs.yml", settings)
    report = build(order(riverside))
    assert not report.published
    assert "host/settings" in {problem.rule for problem in report.problems}
    assert "links/broken" not in {problem.rule for problem in report.problems}


def test_what_is_wrong_with_the_gallery_is_said_by_every_build(riverside: Repository) -> None:
    name = "overrides/pages/gallery.html"
    riverside.write(name, riverside.read(name).replace("<h1>", '<a href="#gone">gone</a><h1>', 1))
    first, second = (build(order(riverside)).problems for _ in range(2))
    assert "links/anchor" in {problem.rule for problem in first if problem.place.file == GALLERY}
    assert second == first


def test_a_site_without_a_handbook_has_none_and_links_to_none(riverside: Repository) -> None:
    assert "handbook/index.html" in built(order(riverside))
    assert 'href="../handbook/"' in riverside.read("site/th/index.html")
    shutil.rmtree(riverside.path("handbook"))
    assert not any(name.startswith("handbook/") for name in built(order(riverside)))
    assert "handbook" not in riverside.read("site/th/index.html")


def changed(before: Site, after: Site) -> set[str]:
    """Name the folders in which something is not the same in both."""
    return {name.partition("/")[0] for name in {*before, *after} if before.get(name) != after.get(name)}


def test_an_edit_of_the_handbook_changes_the_handbook_alone(riverside: Repository, tmp_path) -> None:
    before = built(order(riverside))
    riverside.write("handbook/index.md", "# For others\n")
    after = built(order(riverside))
    assert changed(before, after) == {"handbook"}
    assert after[GALLERY] == before[GALLERY]
    assert cold(riverside, tmp_path) == after


def test_an_edit_of_a_text_leaves_the_handbook_as_it_was(riverside: Repository) -> None:
    before = built(order(riverside))
    riverside.change("content/pages/help/th.md", "summary: ", "summary: ๏ ")
    assert "handbook" not in changed(before, built(order(riverside)))


def test_an_edit_of_a_component_is_seen_in_the_gallery(riverside: Repository) -> None:
    before = built(order(riverside))
    name = "overrides/components/rows/style.css"
    riverside.write(name, riverside.read(name).replace(".rows {", ".rows{", 1))
    assert digests(riverside.path("site"))[GALLERY] == before[GALLERY]
    assert built(order(riverside))[GALLERY] != before[GALLERY]
