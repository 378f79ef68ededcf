"""What a phone must fetch of the real site before it can read; the numbers are those of the handbook."""

import gzip
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser

from suluh.inspect.weight import weight_of

pytestmark = pytest.mark.slow

KB = 1_000
MOST = {
    "*/index.html": 14 * KB,
    "*/guides/*/index.html": 14 * KB,
    "*/directory/index.html": 40 * KB,
    "*/directory/for/*/index.html": 40 * KB,
    "*/directory/for/*/*/index.html": 40 * KB,
    "*/directory/in/*/index.html": 40 * KB,
    "*/directory/speaking/*/index.html": 40 * KB,
    "*/directory/*/index.html": 14 * KB,
    "*/find/index.html": 14 * KB,
    "*/gaps/index.html": 14 * KB,
    "*/campaigns/*/index.html": 20 * KB,
    "*/p*/index.html": 14 * KB,
    "*/pathways/*/index.html": 18 * KB,
    "*/calculators/*/index.html": 18 * KB,
    "*/letters/*/index.html": 14 * KB,
    "*/cards/*/index.html": 14 * KB,
    "*/tools/index.html": 14 * KB,
    "*/laws/index.html": 14 * KB,
    "*/help/index.html": 14 * KB,
    "*/search/index.html": 14 * KB,
    "index.html": 14 * KB,
}


def packed(path: Path) -> int:
    """Weigh a file as Brotli sends it."""
    weight = weight_of(path)
    assert weight is not None, f"{path} is not compressed"
    return weight


@pytest.mark.parametrize("pattern", MOST)
def test_no_page_weighs_more_than_its_kind_may(flagship: Path, pattern: str) -> None:
    found = [path for path in flagship.glob(pattern) if not path.is_relative_to(flagship / "handbook")]
    weights = {path.relative_to(flagship).as_posix(): packed(path) for path in found}
    assert weights
    assert {name: weight for name, weight in weights.items() if weight > MOST[pattern]} == {}


def test_the_first_answer_of_a_search_costs_at_most_20_kb_in_every_language(flagship: Path) -> None:
    weights = {
        index.parent.name: packed(index) + parts(index.parent / "search/index.html")["script"]
        for index in flagship.glob("*/search.json")
    }
    assert len(weights) == 14
    assert {code: weight for code, weight in weights.items() if weight > 20 * KB} == {}


def parts(path: Path) -> Mapping[str, int]:
    """Weigh the style and the scripts that run of one page, each by itself."""
    tree = LexborHTMLParser(path.read_text("utf-8"))
    texts = {
        "style": "".join(node.text(deep=True) for node in tree.css("style")),
        "script": "".join(node.text(deep=True) for node in tree.css("script:not([type])")),
    }
    return {name: len(brotli.compress(text.encode(), quality=9)) for name, text in texts.items()}


def test_no_page_of_a_reader_carries_more_script_than_it_may(flagship: Path) -> None:
    assert parts(flagship / "en/index.html")["script"] <= 600
    assert parts(flagship / "en/directory/index.html")["script"] <= 900, "it also tells whether a line is open"
    for name in (
        "search",
        "find",
        "directory/unhcr",
        "guides/unpaid-wages",
        "pathways/not-paid",
        "letters/wages-owed",
        "calculators/work-pay",
    ):
        assert parts(flagship / "en" / name / "index.html")["script"] <= 5 * KB, name


def test_the_style_of_a_guide_is_small(flagship: Path) -> None:
    assert parts(flagship / "en/guides/unpaid-wages/index.html")["style"] <= 3_600


def test_a_page_is_one_request(flagship: Path) -> None:
    for name in ("en/index.html", "my/guides/unpaid-wages/index.html", "ur/directory/index.html"):
        tree = LexborHTMLParser((flagship / name).read_text("utf-8"))
        assert tree.css("script[src], link[rel=stylesheet], img, iframe, source, video, audio, object") == []


def test_a_guide_that_is_taken_away_as_one_file_has_at_most_60_kb(flagship: Path) -> None:
    copies = [path for path in flagship.glob("*/**/*.html") if path.stem == path.parent.name]
    weights = {path.relative_to(flagship).as_posix(): path.stat().st_size for path in copies}
    assert len(weights) >= 18 * 2
    assert {name: weight for name, weight in weights.items() if weight > 60 * KB} == {}
    assert [name for name in weights if "src=" in (flagship / name).read_text("utf-8")] == []


def test_the_copies_for_the_wire_hold_the_same_as_the_page(flagship: Path) -> None:
    for page in (flagship / "index.html", *sorted((flagship / "km").rglob("index.html"))):
        assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
        assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
