"""Text can be read in the sun and in the dark: the tokens keep a contrast of 7 to 1."""

import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

BASE = Path(__file__).parents[1] / "overrides/components/base/style.css"
Tokens = Mapping[str, str]

LEAST = 7.0
PAGES, WASHES = ("paper", "card"), ("wash", "amber-wash", "brick-wash", "leaf-wash")
PAIRS = {
    *product(("ink", "soft", "petrol", "deep", "brick", "leaf"), PAGES),  # text on the page and on cards
    *product(("ink",), WASHES),  # text on what is tinted
    *product(("paper",), ("petrol", "deep", "leaf")),  # the words of keys
    ("petrol", "wash"), ("brick", "brick-wash"),
}  # fmt: skip
"""Which colour is read on which."""


def schemes() -> Mapping[str, Tokens]:
    """Read the tokens of the light scheme, and of the dark one that changes some of them."""
    light, dark = re.findall(r":root \{([^}]*)\}", BASE.read_text("utf-8"))[:2]
    return {"light": colours(light), "dark": {**colours(light), **colours(dark)}}


def colours(text: str) -> Tokens:
    """Read the tokens that are colours."""
    found = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{3}(?:[0-9a-f]{3})?)\b", text))
    return {
        name: written if len(written) == 6 else "".join(2 * digit for digit in written)
        for name, written in found.items()
    }


def contrast(one: str, other: str) -> float:
    """Compare two colours as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Tell how bright a colour is, from 0 to 1."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_is_21_to_1_and_a_known_grey_is_as_others_measure_it() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_is_read_stands_out_from_what_is_behind_it(scheme: str) -> None:
    tokens = schemes()[scheme]
    weak = {
        f"{text} on {behind}": round(contrast(tokens[text], tokens[behind]), 2)
        for text, behind in PAIRS
        if contrast(tokens[text], tokens[behind]) < LEAST
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_of_focus_stands_out_from_the_page(scheme: str) -> None:
    """It is drawn round what has it, in ink beside amber; one of the two is seen on every ground."""
    tokens = schemes()[scheme]
    for behind in (*PAGES, *WASHES):
        assert max(contrast(tokens[mark], tokens[behind]) for mark in ("ink", "amber")) >= 3


def test_the_dark_scheme_changes_every_colour() -> None:
    light, dark = schemes().values()
    assert [name for name in light if light[name] == dark[name]] == []
