"""A Brotli and a gzip copy of each file, so that a host need not compress anything."""

import gzip
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

import brotli

from suluh.store import Store

ENDINGS = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".txt"})
QUALITY = 9  # of 11; the last two steps save a tenth and take thirty times as long
FIRST = 14_000  # bytes come before a phone has to answer; a copy that these steps bring below that is worth them
SAVED = 1.1  # times as much as they leave over
_RECORD = re.compile(r"hsds/[^/]+/[^/]+/")
_WINDOWS = 16, 22  # the smallest one and the largest, as powers of two


def worth_packing(file: str) -> bool:
    """Tell whether a file is text and becomes smaller. A record for other software fits into a packet as it is."""
    return PurePosixPath(file).suffix in ENDINGS and not _RECORD.match(file)


def packing() -> str:
    """Name what the copies depend on beside the file."""
    return f"{brotli.__version__} {QUALITY} {FIRST} {SAVED} {_WINDOWS}"


def pack(store: Store, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Make the copies of some kept files, and keep them: for each by the ending that a copy adds to its name."""
    packed: dict[str, dict[str, str]] = {}
    for name in names:
        content = store.read(name)
        if content is not None:
            packed[name] = {".br": store.add(_brotli(content)), ".gz": store.add(_gzip(content))}
    return packed


def _brotli(data: bytes) -> bytes:
    smallest, largest = _WINDOWS
    window = min(max(len(data).bit_length(), smallest), largest)  # to prepare a larger one takes longer than a page
    made: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=QUALITY, lgwin=window)
    for quality in (QUALITY + 1, QUALITY + 2):
        if FIRST < len(made) <= FIRST * SAVED:
            made = brotli.compress(data, mode=brotli.MODE_TEXT, quality=quality, lgwin=window)
    return made


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)
