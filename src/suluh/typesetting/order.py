"""In which order signs stand in a line that has letters of both directions: by FriBidi, which Pillow needs as well."""

import ctypes
import re
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from suluh.typesetting.breaking import NUMBER

T = TypeVar("T")

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 0x110, 0x111  # FRIBIDI_PAR_LTR and _RTL
_ISOLATE, _END = "\u2066", "\u2069"
_NAMED = re.compile("[A-Za-z] $")
LIBRARY = "libfribidi.so.0"


def levels(text: str, direction: str) -> list[int]:
    """Tell how deep each sign is embedded: at an odd level it goes from right to left (UAX #9).

    Numbers stand apart from what is around them, so that their groups keep their order. That of an `Act 1955` is a part
    of its name.
    """
    whole = NUMBER.sub(_apart, text)
    given = iter(zip(whole, _levels(whole, direction), strict=True))
    return [next(level for one, level in given if one == sign) for sign in text]


def in_order(runs: Sequence[T], depths: Sequence[int]) -> list[T]:
    """Put the runs of one line as they stand from left to right (UAX #9, rule L2)."""
    order = list(range(len(runs)))
    for depth in range(max(depths, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and depths[order[end]] >= depth:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [runs[place] for place in order]


def _apart(number: re.Match[str]) -> str:
    named = _NAMED.search(number.string, 0, number.start())
    return number[0] if named else f"{_ISOLATE}{number[0]}{_END}"


def _levels(text: str, direction: str) -> list[int]:
    size = len(text)
    signs = (ctypes.c_uint32 * size)(*map(ord, text))
    base = ctypes.c_int(_RIGHT_TO_LEFT if direction == "rtl" else _LEFT_TO_RIGHT)
    found = (ctypes.c_int8 * size)()
    if size and not _library().fribidi_log2vis(signs, size, ctypes.byref(base), None, None, None, found):
        raise MemoryError("FriBidi could not tell the order of a text.")
    return list(found)


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(LIBRARY)
