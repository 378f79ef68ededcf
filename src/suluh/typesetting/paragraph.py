"""A text that is set in lines: each sign from a font that has it, and no word left alone at the end."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from suluh.typesetting.breaking import graphemes, pieces
from suluh.typesetting.fonts import held
from suluh.typesetting.line import Line, Run
from suluh.typesetting.order import in_order, levels

_SPACE = re.compile("[^\\S\u00a0\u2007\u202f]+")
_SHAPELESS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Signs that only say how others are set."""

_MEASURED_AT = 100  # widths are asked once, at this size


@dataclass(frozen=True, slots=True)
class Typeface:
    """How a text is set: its language and direction, and the fonts that it asks in turn for a sign."""

    language: str
    direction: str
    fonts: tuple[Path, ...]

    def given(self, text: str) -> Iterator[tuple[str, Path | None]]:
        """Give the font of each letter with its marks, if there is one. A space is from the font before it."""
        letters = {font: held(font) for font in self.fonts}
        last: Path | None = None
        for sign in graphemes(text):
            needed = set(map(ord, _SHAPELESS.sub("", sign)))
            goes_on = last and needed <= letters[last] and (sign.isspace() or not needed)
            last = last if goes_on else next((font for font in self.fonts if needed <= letters[font]), None)
            yield sign, last


class Paragraph:
    """A text that can be set in lines of any width and size. `cut` tells between what lines may break."""

    def __init__(self, text: str, face: Typeface, cut: Callable[[str], list[str]] = pieces) -> None:
        self.text, self.face = _SPACE.sub(" ", text).strip(" "), face
        fonts = (font for sign, font in face.given(self.text) for _ in sign)
        self._signs = list(zip(self.text, fonts, levels(self.text, face.direction), strict=True))
        self._cuts = list(accumulate(map(len, cut(self.text)), initial=0))
        self._widths = [self._width(start, end) for start, end in pairwise(self._cuts)]

    @property
    def lacking(self) -> str:
        """The signs that no font has."""
        return "".join(sign for sign, font, _ in self._signs if font is None)

    @property
    def longest(self) -> str:
        """The longest piece that cannot be broken."""
        _, piece = max(zip((word for word, _ in self._widths), pairwise(self._cuts), strict=True))
        return self.text[slice(*piece)].strip()

    def largest(self, sizes: tuple[int, int], width: float, lines: int) -> int:
        """Give the largest of some sizes at which so many lines of some width are enough, or 0."""
        enough = (size for size in range(sizes[0], sizes[1] - 1, -1) if self.count(size, width) <= lines)
        return next(enough, 0)

    def count(self, size: int, width: float) -> float:
        """Tell how many lines of some width the text needs; no number is enough where a word is wider than that."""
        return self._count(width * _MEASURED_AT / size)

    def lines(self, size: int, width: float) -> list[Line]:
        """Set the text in as few lines of some width as it needs, all about equally long."""
        widest, narrowest = width * _MEASURED_AT / size, 0.0
        fewest = self._count(widest)
        while widest - narrowest > 1:
            middle = (narrowest + widest) / 2
            narrowest, widest = (narrowest, middle) if self._count(middle) <= fewest else (middle, widest)
        return [self._line(start, end, size) for start, end in self._broken(widest)]

    def _count(self, width: float) -> float:
        fits = all(word <= width for word, _ in self._widths)
        return sum(1 for _ in self._broken(width)) if fits else float("inf")

    def _broken(self, width: float) -> Iterator[tuple[int, int]]:
        """Fill one line after the other; give where each begins and ends."""
        start, full = 0, 0.0
        for place, (word, space) in enumerate(self._widths):
            if full and full + word > width:
                yield self._cuts[start], self._cuts[place]
                start, full = place, 0.0
            full += word + space
        if self.text:
            yield self._cuts[start], self._cuts[-1]

    def _width(self, start: int, end: int) -> tuple[float, float]:
        """Measure a piece, and the space behind it."""
        word = start + len(self.text[start:end].rstrip())
        return self._reach(start, word), self._reach(word, end)

    def _reach(self, start: int, end: int) -> float:
        return sum(run.reach(_MEASURED_AT) for run in self._runs(start, end))

    def _line(self, start: int, end: int, size: int) -> Line:
        text = self.text[start:end].rstrip(" ")
        runs = list(self._runs(start, start + len(text)))
        ordered = in_order(runs, [run.level for run in runs])
        places = list(accumulate((run.reach(size) for run in ordered), initial=0.0))
        return Line(text, size, tuple(zip(ordered, places, strict=False)), places[-1])

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        for (font, level), signs in groupby(self._signs[start:end], key=lambda one: one[1:]):
            if font is not None:
                yield Run("".join(sign for sign, *_ in signs), self.face.language, font, level)
