"""The Nu HTML checker of the W3C's community finds nothing on the pages of readers."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.browser.test_reader import KINDS, TOOLS
from tests.conftest import ROOT

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
WHOLE, SOME = ("en", "ur"), ("ms", "my")
"""Languages of which every page is checked, and of which one of each kind: all come from the same templates."""

MISTAKEN = re.compile(
    # It guesses the language from the words, and takes pages with many English names for English ones, and Malay for
    # Indonesian. Our own tests hold the language of each page.
    "^This document appears to be written in "
    # It takes data for a script that runs. `application/ld+json` never runs, and no policy is asked.
    "|^Inline script violates Content Security Policy .meta tag.: blocked by “script-src” directive"
    # A file on a disk has no site of its own, so that no picture is of the same one.
    "|^Resource violates Content Security Policy .meta tag.: image “../"
)
"""What the checker says without being right; these are remarks, not errors."""


GALLERY = re.compile(
    # It shows every example twice, once for each direction of writing.
    "^error: Duplicate ID"
    # A sheet of paper has a first heading of its own.
    "|^error: The heading “h3” .* follows the heading “h1”"
    # It holds the style of paper too, and the checker does not know all that CSS has for paper.
    "|^error: CSS: “(content|string-set)”: "
)
"""What is right on a page of readers only, or on paper only."""


def told(*paths: Path) -> Counter[str]:
    """Run the checker over pages and folders, and count each of its sentences, errors and warnings alike."""
    assert CHECKER.is_file(), "npm ci brings the checker"
    ran = subprocess.run(
        ["java", "-jar", CHECKER, "--skip-non-html", "--format", "json", "--stdout", *paths],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = json.loads(ran.stdout)["messages"]
    return Counter(f"{one['type']}: {one['message']}" for one in said if not MISTAKEN.match(one["message"]))


@pytest.mark.slow
def test_the_checker_finds_nothing_on_any_page_in_two_directions_and_any_kind_in_more_languages(flagship: Path) -> None:
    folders = [flagship / code for code in WHOLE]
    assert sum(len(list(folder.rglob("*.html"))) for folder in folders) > 200
    kinds = [*KINDS.values(), *TOOLS.values()]
    some = [flagship / code / f"{route}index.html" for code in SOME for route in kinds if not route.endswith(".html")]
    alone = [flagship / page for page in ("index.html", "404.html", "w/index.html")]
    assert told(*folders, *some, *alone) == {}


@pytest.mark.slow
def test_the_checker_finds_no_error_in_the_gallery(flagship: Path) -> None:
    said = told(flagship / "handbook/gallery.html")
    assert [one for one in said if one.startswith("error") and not GALLERY.match(one)] == []


@pytest.mark.slow
def test_the_checker_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<!doctype html><html lang="en"><title>x</title><p><li>')
    [said] = told(tmp_path / "page.html")
    assert said.startswith("error: Element “li” not allowed as child of element “body” in this context.")
