"""A line as it is set: runs of signs beside each other, each shaped by Raqm in its font and its direction."""

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import Any

from suluh.typesetting.fonts import script, unpacked

Box = tuple[float, float, float, float]
"""The edges of something: left, top, right, bottom."""

_FINE = 3  # a line is drawn so many times larger, then made smaller: the gaps between its letters are even
_SCALES = {"arabic": 1.16}
"""Letters of Naskh are small in their square: beside those of other scripts they are set larger."""


@dataclass(frozen=True, slots=True)
class Run:
    """Signs that stand side by side, from one font and in one direction. `level` is how deep they are embedded."""

    text: str
    language: str
    font: Path
    level: int

    @property
    def direction(self) -> str:
        """The direction that its signs follow each other in."""
        return "rtl" if self.level % 2 else "ltr"

    def reach(self, size: int) -> float:
        """Tell how far it is from its start to what follows."""
        length: float = _face(self.font, size).getlength(self.text, direction=self.direction, language=self.language)
        return length / _FINE

    def ink(self, size: int) -> Box:
        """Tell what it covers, from where it begins on the baseline."""
        face = _face(self.font, size)
        box = face.getbbox(self.text, anchor="ls", direction=self.direction, language=self.language)
        left, top, right, bottom = (edge / _FINE for edge in box)
        return left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Line:
    """Runs from left to right, each with its distance from the left edge."""

    text: str
    size: int
    runs: tuple[tuple[Run, float], ...]
    width: float

    def ink(self, left: float, baseline: float) -> Box:
        """Tell what the line covers when it begins there."""
        lefts, tops, rights, bottoms = zip(*(run.ink(self.size) for run, _ in self.runs), strict=True)
        places = [place for _, place in self.runs]
        return (
            left + min(map(sum, zip(places, lefts, strict=True))),
            baseline + min(tops),
            left + max(map(sum, zip(places, rights, strict=True))),
            baseline + max(bottoms),
        )

    def draw(self, image: Any, left: float, baseline: float, shade: int) -> None:
        """Draw the line on a grey image of Pillow."""
        from PIL import Image, ImageDraw

        start, top, end, bottom = self.ink(left, baseline)
        across, down = floor(start) - 1, floor(top) - 1
        large = Image.new("L", ((ceil(end) + 1 - across) * _FINE, (ceil(bottom) + 1 - down) * _FINE))
        canvas = ImageDraw.Draw(large)
        for run, place in self.runs:
            at, face = ((left + place - across) * _FINE, (baseline - down) * _FINE), _face(run.font, self.size)
            canvas.text(at, run.text, 255, face, "ls", direction=run.direction, language=run.language)
        image.paste(shade, (across, down), large.reduce(_FINE))


def _face(font: Path, size: int) -> Any:
    return _opened(font, font.stat().st_mtime_ns, round(size * _FINE * _SCALES.get(script(font), 1)))


@lru_cache(maxsize=96)
def _opened(font: Path, _changed: int, size: int) -> Any:
    from PIL import ImageFont

    with warnings.catch_warnings(action="error"):  # without Raqm, Pillow would set each sign by itself
        return ImageFont.truetype(BytesIO(unpacked(font)), size, layout_engine=ImageFont.Layout.RAQM)
