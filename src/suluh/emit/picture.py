"""Draw what is shared of a page as a picture: its title, a sentence, and where to read on."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from unicodedata import name

from suluh.model.picture import SIZES, Form, Picture
from suluh.typesetting.breaking import UNSPACED, pieces
from suluh.typesetting.fonts import asked, shelf
from suluh.typesetting.line import Box, Line
from suluh.typesetting.outline import Outline, outlines
from suluh.typesetting.paragraph import Paragraph, Typeface

Kind = Literal["site", "title", "text", "address"]
Sizes = tuple[int, int]
"""The largest and the least size of letters."""

GROUNDS = ("#0b3a47", "#0d4351", "#0f4c5c")
"""The dark, and two rings of light."""

LETTERS, FLAME = "#f1ece2", "#f2a33a"
HEAVIEST = 60_000
_STRONG, _SOFT = 255, 225
_SHADES = (12, 8, 5)  # so many steps there are from a ground to the colour of letters: fewer where there is much text
_GLOWS = 4  # and to that of the flame
_FINE = 8  # the mark is drawn so many times larger, then made smaller, so that its edges are smooth
_STEPS = 16
_MANY = 99
_GAP = 0.36  # between title and sentence, in sizes of the title
_RUN = re.compile(UNSPACED)
_LONG_RUN = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a form is laid out, in pixels. All that is to be read stands in the room."""

    room: Box
    title: Sizes
    text: Sizes
    small: Sizes
    mark: int
    rings: tuple[int, int]  # how far the light goes

    @property
    def width(self) -> float:
        """How long a line may be."""
        return self.room[2] - self.room[0]


SHEETS: Mapping[Form, Sheet] = {
    "wide": Sheet((318, 36, 882, 594), (64, 36), (30, 20), (30, 19), 64, (760, 400)),
    "square": Sheet((84, 84, 996, 996), (100, 56), (44, 30), (42, 28), 104, (900, 520)),
    "story": Sheet((96, 250, 984, 1580), (116, 64), (50, 36), (46, 30), 128, (1240, 720)),
}
"""Programs cut a wide picture to the square in its middle, and cover a story above and below."""


@dataclass(frozen=True, slots=True)
class Leading:
    """How high the lines of a script are, in sizes of its letters: above, below, and from one line to the next."""

    above: float
    below: float
    title: float
    text: float

    def height(self, size: int, lines: float, step: float) -> float:
        """Tell how high some lines are together."""
        return size * (self.above + (lines - 1) * step + self.below) if lines else 0


_LATIN = Leading(0.95, 0.25, 1.2, 1.42)
LEADINGS: Mapping[str, Leading] = {
    "en": _LATIN,
    "bn": Leading(0.95, 0.4, 1.36, 1.55),
    "hi": Leading(0.95, 0.36, 1.36, 1.56),
    "km": Leading(1.1, 0.58, 1.7, 1.8),
    "my": Leading(1.04, 0.6, 1.64, 1.8),
    "ne": Leading(0.95, 0.36, 1.36, 1.56),
    "ta": Leading(0.92, 0.36, 1.34, 1.55),
    "th": Leading(1.08, 0.3, 1.4, 1.58),
    "ur": Leading(1.05, 0.42, 1.55, 1.8),
    "vi": Leading(1.08, 0.28, 1.34, 1.5),
    "zh": Leading(0.95, 0.26, 1.32, 1.6),
}


class Undrawable(ValueError):
    """A picture cannot be drawn so that it can be read; nothing is drawn then."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, what it is, and where it begins."""

    kind: Kind
    line: Line
    left: float
    baseline: float

    @property
    def ink(self) -> Box:
        """What its letters cover."""
        return self.line.ink(self.left, self.baseline)


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture before it is drawn."""

    sheet: Sheet
    lines: tuple[Placed, ...]
    mark: Box
    shapes: tuple[Outline, ...]
    rule: Box


def able_to_draw() -> str:
    """Say what is missing on this computer to draw pictures; nothing where all is there."""
    from PIL import features

    needed = "Pictures need Raqm and FriBidi: Pillow brings the first, on Debian libfribidi0 the second."
    return "" if features.check_feature("raqm") and features.check_feature("fribidi") else needed


def picture(drawn: Picture, fonts: Path) -> bytes:
    """Draw a PNG with the fonts of a folder, and with the mark that lies beside that, if there is one.

    Raises: Undrawable.
    """
    from PIL import Image, ImageDraw

    layout, size = laid_out(drawn, fonts), SIZES[drawn.form]
    letters, flame = Image.new("L", size), Image.new("L", size)
    for one in layout.lines:
        one.line.draw(letters, one.left, one.baseline, _SOFT if one.kind == "text" else _STRONG)
    ImageDraw.Draw(flame).rectangle(layout.rule, fill=_STRONG)
    _draw_mark(layout, letters, flame)
    ground = _ground(layout, size)
    packed = (_packed(_coloured(ground, letters, flame, shades)) for shades in _SHADES)
    if light := next((data for data in packed if len(data) <= HEAVIEST), None):
        return light
    raise _undrawable(drawn, f"it weighs more than {HEAVIEST:,} bytes")


def laid_out(drawn: Picture, fonts: Path) -> Layout:
    """Find the largest letters with which all fits, and tell where everything stands.

    Raises: Undrawable.
    """
    if missing := able_to_draw():
        raise Undrawable(missing)
    for what, words in (("title", drawn.title), ("name of the site", drawn.site), ("address", drawn.address)):
        if not words.strip():
            raise _undrawable(drawn, f"it has no {what}")
    mark = fonts.parent / "mark.svg"
    return _Composition(drawn, shelf(fonts), mark.read_text("utf-8") if mark.is_file() else "").layout()


class _Composition:
    """The texts of a picture on their sheet."""

    def __init__(self, drawn: Picture, fonts: list[Path], mark: str) -> None:
        self.drawn, self.fonts, self.sheet = drawn, fonts, SHEETS[drawn.form]
        self.shapes = outlines(mark, self.sheet.mark)
        self.mark = max((x for shape in self.shapes for x, _ in shape.points), default=0), self.sheet.mark
        self.leading = LEADINGS.get(drawn.language.partition("-")[0], _LATIN)

    def layout(self) -> Layout:
        left, top, right, _ = self.sheet.room
        (wide, high), foot = self.mark, self._foot()
        rule = foot[0].baseline - 1.9 * foot[0].line.size
        lines = (self._head(), *self._block(top + 1.3 * high, rule - 0.4 * high), *foot)
        start = right - wide if self._mirrored else left
        mark = start, top, start + wide, top + high
        return Layout(self.sheet, lines, mark, self.shapes, (left, rule, right, rule + high // 20))

    @property
    def _mirrored(self) -> bool:
        return self.drawn.direction == "rtl"

    def _head(self) -> Placed:
        """Set the name of the site beside the mark."""
        beside = self.mark[0] + 0.35 * self.mark[1] if self.shapes else 0
        width = self.sheet.width - beside
        site = self._paragraph(self.drawn.site, self._face(heavy=True))
        size = self._fitting(site, self.sheet.small, width, 1)
        [line] = site.lines(size, width)
        left = self.sheet.room[0] + (width - line.width if self._mirrored else beside)
        return Placed("site", line, left, self.sheet.room[1] + 0.55 * self.mark[1] + 0.36 * size)

    def _foot(self) -> tuple[Placed, ...]:
        """Set the address at the bottom, as it is typed. One that is too long breaks after a stroke."""
        face = Typeface("en", "ltr", asked("en", self.fonts, heavy=True))
        address = self._paragraph(self.drawn.address, face, re.compile("(?<=/)").split)
        largest, least = self.sheet.small
        one = address.largest((largest, round(0.8 * largest)), self.sheet.width, 1)
        size = one or self._fitting(address, (largest, least), self.sheet.width, 2)
        lines = address.lines(size, self.sheet.width)
        step = _LATIN.title * size
        return self._stacked("address", lines, self.sheet.room[3] - 0.25 * size - (len(lines) - 1) * step, step)

    def _block(self, top: float, bottom: float) -> tuple[Placed, ...]:
        """Set the title and the sentence, as large as both may be."""
        title = self._paragraph(self.drawn.title, self._face(heavy=True))
        text = self._paragraph(self.drawn.text, self._face())
        width, leading = self.sheet.width, self.leading
        widest = self._fitting(title, self.sheet.title, width)
        for large, small in self._sizes(widest, self._fitting(text, self.sheet.text, width)):
            high = leading.height(large, title.count(large, width), leading.title) + _GAP * large
            low = leading.height(small, text.count(small, width), leading.text)
            left = bottom - top - high - low
            if left >= 0:
                first = top + 0.45 * left + leading.above * large
                head = self._stacked("title", title.lines(large, width), first, leading.title * large)
                first += high + leading.above * (small - large)
                return *head, *self._stacked("text", text.lines(small, width), first, leading.text * small)
        raise _undrawable(self.drawn, "its title and sentence are too long")

    def _sizes(self, title: int, text: int) -> Iterator[Sizes]:
        """Give sizes for both, from the largest to the least."""
        (_, least), (_, lesser) = self.sheet.title, self.sheet.text
        for step in range(_STEPS + 1):
            yield title - (title - least) * step // _STEPS, text - (text - lesser) * step // _STEPS

    def _fitting(self, text: Paragraph, sizes: Sizes, width: float, lines: int = _MANY) -> int:
        """Give the largest size with which a text fits, or say what stands against it."""
        if size := text.largest(sizes, width, lines):
            return size
        longest = text.longest
        if any(len(run) > _LONG_RUN for run in _RUN.findall(longest)):
            raise _undrawable(self.drawn, f"nothing tells where a line may break in '{longest}'")
        raise _undrawable(self.drawn, f"there is too little room for '{longest}'")

    def _stacked(self, kind: Kind, lines: Sequence[Line], first: float, step: float) -> tuple[Placed, ...]:
        """Set lines one below the other, from the side where reading begins."""
        left, _, right, _ = self.sheet.room
        return tuple(
            Placed(kind, line, right - line.width if self._mirrored else left, first + step * place)
            for place, line in enumerate(lines)
        )

    def _face(self, *, heavy: bool = False) -> Typeface:
        language = self.drawn.language
        return Typeface(language, self.drawn.direction, asked(language, self.fonts, heavy=heavy))

    def _paragraph(self, text: str, face: Typeface, cut: Callable[[str], list[str]] = pieces) -> Paragraph:
        paragraph = Paragraph(text, face, cut)
        if signs := dict.fromkeys(paragraph.lacking):
            named = (f"U+{ord(sign):04X} ({name(sign, 'without a name')})" for sign in signs)
            raise _undrawable(self.drawn, f"no font has {', '.join(named)}")
        return paragraph


def _undrawable(drawn: Picture, why: str) -> Undrawable:
    return Undrawable(f"The {drawn.form} picture in '{drawn.language}' cannot be drawn: {why}.")


def _ground(layout: Layout, size: tuple[int, int]) -> Any:
    """Give the light on the ground: it comes from the flame, and goes out in rings."""
    from PIL import Image, ImageDraw

    left, top, right, bottom = layout.mark
    made = Image.new("L", size)
    canvas = ImageDraw.Draw(made)
    for light, reach in enumerate(layout.sheet.rings, 1):
        canvas.circle(((left + right) / 2, (top + bottom) / 2), reach, fill=light)
    return made


def _draw_mark(layout: Layout, letters: Any, flame: Any) -> None:
    """Draw the mark of the theme: what burns in the colour of a flame, all else in that of letters."""
    from PIL import Image, ImageDraw

    left, top, right, bottom = map(round, layout.mark)
    for shape in layout.shapes:
        large = Image.new("L", ((right - left + 1) * _FINE, (bottom - top) * _FINE))
        ImageDraw.Draw(large).polygon([(x * _FINE, y * _FINE) for x, y in shape.points], fill=_STRONG)
        small = large.reduce(_FINE)
        (flame if shape.fill == FLAME else letters).paste(small, (left, top), small)


def _coloured(ground: Any, letters: Any, flame: Any, most: int) -> Any:
    """Choose a colour of the palette for each pixel: how light the ground is, and what stands on it."""
    from PIL import ImageChops

    steps = [step / 255 for step in range(256)]
    lights = ground.point([(most + 1 + _GLOWS) * light if light < len(GROUNDS) else 0 for light in range(256)])
    shades = letters.point([round(step * most) for step in steps])
    glows = flame.point([most + glow if (glow := round(step * _GLOWS)) else 0 for step in steps])
    made = ImageChops.add(lights, ImageChops.lighter(shades, glows))
    made.putpalette([part for colour in _palette(most) for part in colour])
    return made


def _palette(most: int) -> Iterator[tuple[int, ...]]:
    for ground in GROUNDS:
        yield from (_mixed(ground, LETTERS, shade / most) for shade in range(most + 1))
        yield from (_mixed(ground, FLAME, glow / _GLOWS) for glow in range(1, _GLOWS + 1))


def _mixed(one: str, other: str, share: float) -> tuple[int, ...]:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return tuple(round(start + (end - start) * share) for start, end in pairs)


def _packed(made: Any) -> bytes:
    file = BytesIO()
    made.save(file, "PNG", compress_level=8)
    return file.getvalue()
