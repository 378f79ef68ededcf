"""The chunks of a PNG: those that are the picture, and those that tell something else."""

from collections.abc import Iterator

START = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD",
     b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
"""See W3C, Portable Network Graphics, "Chunk specifications"."""

_TOLD = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"eXIf": "EXIF", b"tIME": "day"}
MORE = "more than the picture"


def marks_of_chunks(data: bytes) -> Iterator[str]:
    """Name what is hidden in a PNG. A picture that was cut may have what was cut off behind its end."""
    at = len(START)
    kind = b""
    while at < len(data) and kind != b"IEND":
        kind = data[at + 4 : at + 8]
        if kind not in _PICTURE:
            yield _TOLD.get(kind, MORE)
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    if at != len(data) or kind != b"IEND":
        yield MORE
