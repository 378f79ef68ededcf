"""The outlines of a drawing as polygons, for what can draw no curves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]

_PATH = re.compile(r"<path\b[^>]*>")
_VALUE = re.compile(r'\b(d|fill)="([^"]*)"')
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """The edge of one shape, and the colour that is written at it."""

    fill: str
    points: tuple[Point, ...]


@lru_cache(maxsize=8)
def outlines(svg: str, height: float) -> tuple[Outline, ...]:
    """Give the paths of an SVG, made so high, with nothing left blank at the top and on the left."""
    paths = [dict(_VALUE.findall(path)) for path in _PATH.findall(svg)]
    found = [(path.get("fill", ""), points) for path in paths for points in _polygons(path["d"])]
    if not found:
        return ()
    across, down = zip(*(point for _, points in found for point in points), strict=True)
    left, top, scale = min(across), min(down), height / (max(down) - min(down))
    return tuple(Outline(fill, tuple(((x - left) * scale, (y - top) * scale) for x, y in edge)) for fill, edge in found)


def _polygons(path: str) -> Iterator[list[Point]]:
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    pen, points = RecordingPen(), list[Point]()
    parse_path(path, pen)
    for step, given in pen.value:
        if step == "moveTo":
            points = list(given)
        elif step == "closePath":
            yield points
        else:
            points += _curve((points[-1], *given))


def _curve(given: tuple[Point, ...]) -> Iterator[Point]:
    """Give some points of a Bézier curve; a line is one of the first degree."""
    return (_between(given, step / _STEPS) for step in range(1, _STEPS + 1))


def _between(points: tuple[Point, ...], share: float) -> Point:
    """Go a share of the way along a curve (De Casteljau)."""
    while len(points) > 1:
        points = tuple((x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in pairwise(points))
    return points[0]
