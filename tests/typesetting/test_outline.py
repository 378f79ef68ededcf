"""Drawings as polygons."""

import pytest
from tests.conftest import ROOT

from suluh.typesetting.outline import outlines

SQUARE = (
    '<svg viewBox="0 0 32 32"><path class="a" d="M4 6h8v8h-8z"/><path fill="#f2a33a" d="M12 6a2 2 0 0 1 4 0z"/></svg>'
)


def test_a_drawing_is_made_as_high_as_asked_and_nothing_is_blank_beside_it():
    points = [point for shape in outlines(SQUARE, 100) for point in shape.points]
    assert min(x for x, _ in points) == 0
    assert min(y for _, y in points) == 0
    assert max(y for _, y in points) == pytest.approx(100)
    assert max(x for x, _ in points) == pytest.approx(120)


def test_each_shape_keeps_the_colour_that_is_written_at_it():
    assert [shape.fill for shape in outlines(SQUARE, 10)] == ["", "#f2a33a"]


def test_a_curve_becomes_many_short_lines():
    flame = outlines((ROOT / "overrides/mark.svg").read_text("utf-8"), 64)[0]
    assert len(flame.points) > 50
    steps = zip(flame.points, flame.points[1:], strict=False)
    assert max(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in steps) < 6
