"""A Brotli and a gzip copy of each file, so that a host need not compress anything."""

import gzip
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

import brotli

from suluh.store import Store

ENDINGS = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".txt"})
QUALITY = 9  # of 11; the last two steps save a tenth and take thirty times as long
BEST = 11
HEAVY = 13_000  # bytes of a copy from which on they are taken all the same: a phone waits longer than we do
_RECORD = re.compile(r"hsds/[^/]+/[^/]+/")
_WINDOWS = 16, 22  # the smallest one and the largest, as powers of two


def worth_packing(file: str) -> bool:
    """Tell whether a file is text and becomes smaller. A record for other software fits into a packet as it is."""
    return PurePosixPath(file).suffix in ENDINGS and not _RECORD.match(file)


def packing() -> str:
    """Name what the copies depend on beside the file."""
    return f"{brotli.__version__} {QUALITY} {HEAVY} {_WINDOWS}"


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
    if len(made) > HEAVY:
        made = brotli.compress(data, mode=brotli.MODE_TEXT, quality=BEST, lgwin=window)
    return made


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)
