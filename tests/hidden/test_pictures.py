"""What a picture hides is found also where a program for pictures does not look by itself. All of it is invented."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from suluh.hidden.pictures import marks_of_picture

PACKET = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description {}/></rdf:RDF></x:xmpmeta>'
PLACES = ['exif:GPSLatitude="0,0N"', 'photoshop:City="Nowhere"', 'Iptc4xmpCore:Location="Nowhere"', 'GPSLongitude="0"']


def made(kind: str, xmp: str, **how: bool) -> bytes:
    """Draw a small picture that tells something in XMP."""
    file, chunks = BytesIO(), PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", xmp, zip=how.get("packed", False))
    told = {"pnginfo": chunks} if kind == "PNG" else {"xmp": xmp.encode()}
    Image.new("RGB", (8, 8), "orange").save(file, kind, **told)
    return file.getvalue()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_place_that_is_told_in_xmp_is_found(kind, place):
    assert "GPS" in marks_of_picture(made(kind, PACKET.format(place)))


def test_a_place_is_found_when_it_is_compressed():
    assert "GPS" in marks_of_picture(made("PNG", PACKET.format(PLACES[0]), packed=True))


def test_a_place_that_lies_in_a_later_part_of_a_jpeg_is_found():
    jpeg = made("JPEG", PACKET.format(""))
    part = b"http://ns.adobe.com/xmp/extension/\0" + PACKET.format(PLACES[0]).encode()
    assert "GPS" in marks_of_picture(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part + jpeg[2:])


def test_xmp_that_tells_no_place_is_no_place():
    for kind in ("JPEG", "PNG", "WEBP"):
        marks = marks_of_picture(made(kind, PACKET.format('xmp:Rating="5"')))
        assert "XMP" in marks or "text" in marks
        assert "GPS" not in marks


def test_what_is_no_picture_is_of_an_unknown_kind():
    assert marks_of_picture(zlib.compress(b"no picture")) == ("unknown kind",)
