"""Read a file as it lies there: its text, or what is hidden in it."""

import codecs
import os
import re
import stat
from pathlib import Path

from suluh.hidden.png import START, marks_of_chunks
from suluh.model.raw import TOO_LARGE, UNKNOWN, RawFile
from suluh.model.site import CONTENT
from suluh.scan import LARGEST, read

_TEXTS = frozenset({".csv", ".html", ".json", ".md", ".po", ".svg", ".txt", ".yaml", ".yml"})
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
_SOUNDS = frozenset({".ogg", ".opus"})
_TOLD_ELSEWHERE = tuple(f"{folder}/" for folder in CONTENT)
_AUTHORED = (
    (re.compile(rb"/Author\b|<dc:creator\b|<meta\s+name=.author\b"), "author"),
    (re.compile(rb"/Creator\b|<xmp:CreatorTool\b"), "creator"),
    (re.compile(rb"<x:xmpmeta\b|<\?xpacket\b"), "XMP"),
    (re.compile(rb"\b(?:sodipodi:docname|inkscape:export-filename)\b"), "file name"),
)
_PACKED = re.compile(rb"/ObjStm\b|/Encrypt\b")
_COMMENTS = re.compile(rb"OpusTags|\x03vorbis")
_OF_THE_ENCODER = ("encoder", "r128_")
_LEFT_BY_PROGRAMS = re.compile(r"(?:^|/)(?:\.DS_Store|\.[^/]*\.sw[a-p])$")  # git ignores them, too


def read_raw(root: Path, file: str) -> RawFile:
    """Read a file below the root. Of a link that leads out nothing enters but the link itself.

    Raises: OSError.
    """
    path = os.path.join(root, file)
    about = os.lstat(path)
    if stat.S_ISLNK(about.st_mode):
        inside = os.path.realpath(path).startswith(f"{os.path.realpath(root)}/")
        about = os.stat(path) if inside and os.path.exists(path) else about
    if not stat.S_ISREG(about.st_mode) or _LEFT_BY_PROGRAMS.search(file):
        return RawFile(file)
    ending = os.path.splitext(file)[1].lower()
    if about.st_size > LARGEST:
        told = ending in _TEXTS and file.startswith(_TOLD_ELSEWHERE)  # by whoever reads it, or finds that nobody does
        return RawFile(file, None, () if told else (TOO_LARGE,))
    try:
        data = read(path)
    except PermissionError:
        return RawFile(file, None, (UNKNOWN,))
    return _looked_into(file, ending, data)


def _looked_into(file: str, ending: str, data: bytes) -> RawFile:
    if data.startswith(START) and not any(marks_of_chunks(data)):  # no need to start what opens pictures
        return RawFile(file)
    if ending in _PICTURES:
        from suluh.hidden.pictures import marks_of_picture

        return RawFile(file, None, marks_of_picture(data))
    if ending in _SOUNDS:
        return RawFile(file, None, _marks_of_sound(data))
    if data.startswith(b"%PDF"):
        return RawFile(file, None, (UNKNOWN,) if _PACKED.search(data) else _authored(data))
    text = _text(data, lenient=ending in _TEXTS)
    if text is None:
        return RawFile(file, None, (UNKNOWN,))
    return RawFile(file, text, _authored(data) if ending in {".svg", ".html"} else ())


def _text(data: bytes, *, lenient: bool) -> str | None:
    """Decode a text; one of an ending that we know may have bytes that do not belong there."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8", "replace" if lenient else "strict")
    except UnicodeDecodeError:
        return None


def _authored(data: bytes) -> tuple[str, ...]:
    """Name what tells who made a drawing or document, and with what."""
    return tuple(mark for pattern, mark in _AUTHORED if pattern.search(data))


def _marks_of_sound(data: bytes) -> tuple[str, ...]:
    """Name the comments of a recording, but for those that its encoder writes of itself."""
    starts = [match.end() for match in _COMMENTS.finditer(data)] if data.startswith(b"OggS") else []
    try:
        names = [name for start in starts for name in _comments(data, start)]
    except (IndexError, UnicodeDecodeError):
        return (UNKNOWN,)
    told = (name for name in names if not name.startswith(_OF_THE_ENCODER))
    return tuple(dict.fromkeys(told)) if starts else (UNKNOWN,)


def _comments(data: bytes, start: int) -> list[str]:
    """Give the names of the comments that begin somewhere (RFC 7845, section 5.2), such as `artist`."""
    _, at = _counted(data, start)  # the name of the encoder
    count, names = int.from_bytes(data[at : at + 4], "little"), list[str]()
    at += 4
    for _ in range(count):
        comment, at = _counted(data, at)
        names.append(comment.partition(b"=")[0].decode("ascii").lower())
    return names


def _counted(data: bytes, start: int) -> tuple[bytes, int]:
    """Give what stands behind the number of its bytes, and where the next thing begins."""
    end = start + 4 + int.from_bytes(data[start : start + 4], "little")
    if end > len(data) or start + 4 > len(data):
        raise IndexError(start)
    return data[start + 4 : end], end
