"""The engine serves any coalition: a site of another country builds, and holds nothing of the first one's."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import Repository, Run

FIRST = re.compile(r"malaysia|มาเลเซีย|မလေးရှား|ម៉ាឡេស៊ី|\bMYR\b|\bRM ?\d|ringgit|ริงกิต|\+60\d|suluh", re.IGNORECASE)
"""The first site's country, in the languages of both, its money, its phone numbers, and its name."""


@pytest.fixture
def folder(riverside: Repository, run: Run) -> Path:
    """Build the second site, its handbook too."""
    said = run("build", "--root", riverside.root)
    assert (said.returncode, said.stdout) == (0, "")
    return riverside.path("site")


def said_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Give what can be read in each file of readers: of pages the text and the head, not style, script and hashes."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith("handbook/") or path.suffix not in {".html", ".json", ".xml", ".txt"}:
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            tree = LexborHTMLParser(text)
            for node in tree.css("style, script:not([type]), svg, meta[http-equiv]"):
                node.decompose()
            text = tree.html or ""
        yield name, text


@pytest.mark.slow
def test_a_site_of_another_country_says_nothing_of_the_first(folder: Path) -> None:
    said = dict(said_in(folder))
    assert {"index.html", "th/index.html", "km/search.json", "sitemap-my.xml", "robots.txt"} <= said.keys()
    assert {name: sorted(set(FIRST.findall(text))) for name, text in said.items() if FIRST.search(text)} == {}


@pytest.mark.slow
def test_its_money_its_languages_and_its_address_are_its_own(folder: Path) -> None:
    said = dict(said_in(folder))
    assert "฿" in said["th/guides/unpaid-work/index.html"]
    assert 'href="https://riverside.example/lantern/th/"' in said["th/index.html"]
    assert {name.partition("/")[0] for name in said if "/" in name} == {"th", "my", "km", "w", "c", "embed", "osdi"}
