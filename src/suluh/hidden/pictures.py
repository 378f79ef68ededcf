"""Find what is hidden in a picture: where, when, with what and by whom it was made, or more than it shows."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import ExifTags, Image

from suluh.hidden.png import marks_of_chunks
from suluh.model.raw import GPS, UNKNOWN

_TAGS = {
    ExifTags.Base.Make: "camera",
    ExifTags.Base.Model: "camera",
    ExifTags.Base.BodySerialNumber: "camera",
    ExifTags.Base.Artist: "author",
    ExifTags.Base.Copyright: "author",
    ExifTags.Base.CameraOwnerName: "author",
    ExifTags.Base.XPAuthor: "author",
    ExifTags.Base.HostComputer: "computer",
    ExifTags.Base.ImageDescription: "description",
    ExifTags.Base.UserComment: "description",
    ExifTags.Base.DateTime: "day",
    ExifTags.Base.DateTimeOriginal: "day",
    ExifTags.Base.JpegIFOffset: "thumbnail",
    ExifTags.IFD.GPSInfo: GPS,
    ExifTags.IFD.Exif: "EXIF",
    700: "XMP",
    33723: "IPTC",
    34377: "IPTC",
}
"""What some tags tell of. The others describe the picture, at least in a TIFF, which is made of tags."""

_INFO = {"exif": "EXIF", "xmp": "XMP", "photoshop": "IPTC", "comment": "comment"}
_PLACE = re.compile(rb"\bexif:GPS|\bGPSL(?:at|ong)itude\b|\bphotoshop:City\b|\bIptc4xmp(?:Core|Ext):Location")
"""What says in XMP where a picture was taken."""

_BYTES = ((re.compile(rb"Exif\0\0"), "EXIF"), (re.compile(rb"<x:xmpmeta\b|ns\.adobe\.com/x(?:ap|mp)"), "XMP"),
          (re.compile(rb"ftyp(?:isom|mp4|qt  )"), "film"), (_PLACE, GPS))  # fmt: skip


def marks_of_picture(data: bytes) -> tuple[str, ...]:
    """Name what is hidden in a picture. What cannot be opened as one is of an unknown kind."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as picture:
            marks = [*_tags(picture), *_info(picture)]
            marks += marks_of_chunks(data) if picture.format == "PNG" else ()
    except Exception:  # noqa: BLE001 (a damaged picture breaks its reader in many ways; then nobody can look into it)
        return (UNKNOWN,)
    marks += [mark for pattern, mark in _BYTES if pattern.search(data)]
    return tuple(dict.fromkeys(marks))


def _tags(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    if exif and picture.format != "TIFF":
        yield "EXIF"
    parts = (exif, *(exif.get_ifd(part) for part in (ExifTags.IFD.Exif, ExifTags.IFD.IFD1)))
    yield from (_TAGS[tag] for part in parts for tag in part if tag in _TAGS)
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        yield GPS


def _info(picture: Image.Image) -> Iterator[str]:
    yield from (mark for key, mark in _INFO.items() if picture.info.get(key))
    if _PLACE.search(picture.info.get("xmp") or b""):  # that of a PNG may be compressed
        yield GPS
    if getattr(picture, "n_frames", 1) > 1 and picture.format == "MPO":
        yield "another picture"
