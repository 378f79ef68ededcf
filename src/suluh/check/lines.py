"""Read a line as a machine must, so that no number hides: without hidden signs, codes and digits of other scripts."""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

_SPECIAL = re.compile(r"[^\t\x20-\x7e]|&#?\w{1,10};|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|U[0-9A-Fa-f]{8})")
_USUAL = frozenset({"&amp;", "&quot;", "&lt;", "&gt;"})  # codes that HTML asks for
HOLE = "\0"
"""Stands in a plain line for what was taken out of it; no line that was read has one."""

_MEANT = frozenset("@+-./ ")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    map(chr, (*range(0x180B, 0x1810), *range(0x20D0, 0x2100), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Letters that show nothing, variants of a sign, and frames round a digit: by their category they would be seen."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is written, and as plain as it can be; of each plain sign where it begins and ends in the other."""

    raw: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]

    def written(self, start: int, end: int) -> str:
        """Give a part of the plain line as it is written."""
        return self.raw[self.starts[start] : self.ends[end - 1]]


def read(raw: str) -> Line:
    """Read a line: hidden signs are left out, codes are what they stand for, digits of every script are 0 to 9."""
    if not _SPECIAL.search(raw):
        return Line(raw, raw, range(len(raw)), range(1, len(raw) + 1))
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _SPECIAL.finditer(raw):
        start, end, meant = match.start(), match.end(), _meant(match[0])
        signs += raw[at:start], meant
        starts += *range(at, start), *([start] * len(meant))
        ends += *range(at + 1, start + 1), *([end] * len(meant))
        at = end
    size = len(raw)
    return Line(raw, "".join((*signs, raw[at:])), [*starts, *range(at, size)], [*ends, *range(at + 1, size + 1)])


def joined(line: Line, following: Line, begin: int, end: int) -> tuple[Line, Line]:
    """Take a part of the following line to the end of a line."""
    first, after = following.starts[begin], len(line.raw) + 1
    starts = (start - first + after for start in following.starts[begin:end])
    ends = (start - first + after for start in following.ends[begin:end])
    longer = Line(
        f"{line.raw} {following.raw[first:]}",
        f"{line.plain} {following.plain[begin:end]}",
        [*line.starts, after - 1, *starts],
        [*line.ends, after, *ends],
    )
    return longer, replace(following, plain=f"{HOLE * end}{following.plain[end:]}")


def visible(text: str) -> str:
    """Write a text so that what cannot be seen is seen."""
    return "".join(f"[U+{ord(sign):04X}]" if _hidden(sign) else sign for sign in text)


def hidden(text: str) -> list[str]:
    """Name the signs of a text that cannot be seen."""
    return sorted({f"U+{ord(sign):04X}" for sign in text if _hidden(sign)})


def foreign(text: str) -> list[str]:
    """Name the letters and digits of a text that are not those of English."""
    return sorted({f"U+{ord(sign):04X}" for sign in text if not sign.isascii() and sign.isalnum()})


def coded(text: str) -> bool:
    """Tell whether a text holds signs written as codes, other than those that cannot be written otherwise."""
    return any(len(piece) > 1 and piece not in _USUAL for piece in _SPECIAL.findall(text))


@cache
def _meant(piece: str) -> str:
    if len(piece) == 1:
        return _simple(piece)
    if piece[0] == "&":
        return "".join(map(_simple, html.unescape(piece)))
    code = int(f"0x{piece[2:]}", base=0)
    return _simple(chr(code)) if code < 0x110000 else ""


def _simple(sign: str) -> str:
    """Write a digit of any script as 0 to 9, a wide or raised letter as a usual one, and what is hidden not at all."""
    if _hidden(sign):
        return ""
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    simple = unicodedata.normalize("NFKC", sign)
    return simple if len(simple) == 1 and simple.isascii() and (simple.isalnum() or simple in _MEANT) else sign


@cache
def _hidden(sign: str) -> bool:
    return sign != "\t" and (sign in _INVISIBLE or unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
