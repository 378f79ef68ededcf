"""The gallery shows every component as it is."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.render.conftest import FrameOf

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.render.environment import Theme
from suluh.render.gallery import gallery
from suluh.source import parse_yaml

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "overrides/components"
NAMES = sorted(path.parent.name for path in COMPONENTS.glob("*/macro.html"))


@pytest.fixture(scope="module")
def shown(frame_of: FrameOf) -> LexborHTMLParser:
    """Render the gallery with the flagship's English words."""
    words = load_words(Reader(ROOT))["en"]
    return LexborHTMLParser(gallery(Theme(ROOT / "overrides"), frame_of(words=words), "handbook/gallery.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_example_of_a_component_is_shown_in_both_directions(shown: LexborHTMLParser, name: str) -> None:
    path = COMPONENTS / name / "examples.yml"
    names = [example["name"] for example in parse_yaml(path.name, path.read_text("utf-8")).value]
    section = shown.css_first(f"section#{name}")
    assert section is not None
    headings = [node.text() for node in section.css(".specimen__name")]
    assert [heading for heading in headings if heading in names] == names
    for direction in ("ltr", "rtl"):
        sides = section.css(f".specimen__side[dir={direction}]")
        assert len(sides) >= len(names)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_shows_its_own_component(shown: LexborHTMLParser, name: str) -> None:
    assert shown.css(f"section#{name} .{name}, section#{name} [class^='{name}__']")


def test_examples_are_said_to_a_reader_of_each_direction(shown: LexborHTMLParser) -> None:
    borrowed = "span[lang=en][dir=ltr]"
    assert shown.css(f"section#card .specimen__side[dir=rtl] {borrowed}")
    assert not shown.css(f"section#card .specimen__side[dir=ltr] {borrowed}")


def test_the_gallery_carries_the_style_of_every_component(shown: LexborHTMLParser) -> None:
    style = shown.css_first("style")
    assert style is not None
    missing = [name for name in NAMES if f".{name}" not in style.text()]
    assert missing == []


def test_the_gallery_is_not_for_search_engines_and_runs_nothing(shown: LexborHTMLParser) -> None:
    robots = shown.css_first('meta[name="robots"]')
    assert robots is not None
    assert robots.attributes["content"] == "noindex"
    assert shown.css("script") == []
