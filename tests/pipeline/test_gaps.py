"""The page of figures counts the whole directory, so it is made again when any entry changes, and others are not."""

from pathlib import Path

import pytest
from tests.conftest import Repository
from tests.pipeline.conftest import built, cold, order
from tests.pipeline.test_records import looked

UNION = "directory/organisations/riverside-union.yml"
PAGE = "---\ntitle: ตัวเลข (สมมติ)\nsummary: ตัวเลขสมมติ\n---\n## ที่ไหน {#places}\n\nสมมติ\n"


@pytest.fixture
def counting(small: Repository) -> Repository:
    """Give the small site a page of figures."""
    small.change("content/site.yml", "about, privacy]", "about, privacy, gaps]")
    small.write("content/pages/gaps/th.md", PAGE)
    return small


def moved(repository: Repository) -> None:
    """Say of the only organisation of a place that it is not there any more."""
    repository.change(UNION, "base: TH-10\n", "")


def test_figures_stand_on_a_page_and_in_a_table_in_every_language(counting: Repository) -> None:
    site = built(order(counting))
    assert {f"{code}/gaps/{file}" for code in ("th", "my", "km") for file in ("index.html", "gaps.csv")} <= site.keys()
    assert counting.read("site/my/gaps/gaps.csv").startswith("\ufefffigure,title,row,of,ours")


def test_without_the_page_there_is_no_table(small: Repository) -> None:
    assert not [name for name in built(order(small)) if "gaps" in name]


def test_when_an_entry_changes_the_figures_are_drawn_again(counting: Repository, tmp_path: Path) -> None:
    before = built(order(counting))
    moved(counting)
    after = built(order(counting))
    assert before["th/gaps/gaps.csv"] != after["th/gaps/gaps.csv"]
    assert before["th/gaps/index.html"] != after["th/gaps/index.html"]
    assert after == cold(counting, tmp_path)


def test_when_an_entry_changes_no_other_standing_page_is_made_again(counting: Repository) -> None:
    before = looked(counting).parts
    moved(counting)
    after = looked(counting, "again").parts
    changed = {name for name in before if name.startswith("page/") and before[name] != after[name]}
    assert changed == {"page/gaps"}
