"""Pictures that somebody gave: they come out small and upright, and tell nothing. All of them are drawn here."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from suluh.emit.photo import HEAVIEST, MOST_PIXELS, WIDEST, photo, position
from suluh.hidden.pictures import marks_of_picture

TOLD = b"Invented Person", b"Nowhere", b"Camera-0001", b"adobe", b"ICC_PROFILE", b"Exif", b"GPS"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF exif:GPSLatitude="0,0N" dc:creator="Invented Person"/></x:xmpmeta>'


def scene(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Draw a picture whose left half is orange, and the rest blue."""
    made = Image.new("RGB", (width, height), "blue")
    made.paste("orange", (0, 0, width // 2, height))
    return made.convert(mode)


def saved(made: Image.Image, kind: str = "JPEG", **told: Any) -> bytes:
    file = BytesIO()
    made.save(file, kind, **told)
    return file.getvalue()


def exif(turned: int = 1, *, place: bool = True) -> Image.Exif:
    told = Image.Exif()
    told[ExifTags.Base.Artist], told[ExifTags.Base.Model] = "Invented Person", "Camera-0001"
    told[ExifTags.Base.Orientation] = turned
    if place:
        told[ExifTags.IFD.GPSInfo] = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}
    read = Image.Exif()
    read.load(told.tobytes())
    return read


def talkative(kind: str) -> bytes:
    """Hide in a picture whatever its kind can hide."""
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", "Invented Person")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more: dict[str, dict[str, Any]] = {
        "JPEG": {"comment": b"Nowhere", "xmp": XMP, "dpi": (301, 301)},
        "PNG": {"pnginfo": chunks},
        "WEBP": {"xmp": XMP},
    }
    return saved(scene(), kind, exif=exif(), icc_profile=profile, **more[kind])


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def dot(data: bytes, across: int, down: int) -> bytes:
    """Give the red, green and blue of one dot of a picture."""
    return opened(data).crop((across, down, across + 1, down + 1)).tobytes()


def segments(jpeg: bytes) -> set[int]:
    """Give the kinds of segments that stand before the dots of a JPEG (ITU T.81, annex B)."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return found


# --- what it tells ---


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_a_picture_told_is_left(kind):
    given_in = talkative(kind)
    assert marks_of_picture(given_in)
    made = photo(given_in)
    assert marks_of_picture(made) == ()
    assert not [word for word in TOLD if word in made]
    assert set(opened(made).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_there_are_no_segments_but_those_that_hold_the_picture():
    head, tables, frame = {0xE0}, {0xC4, 0xDB}, {0xC2}
    assert segments(photo(talkative("JPEG"))) <= head | tables | frame


def test_a_small_picture_inside_of_a_picture_is_not_taken_along():
    inner = saved(scene(16, 16))
    given_in = saved(scene(), exif=exif()) + inner
    assert inner not in photo(given_in)
    two = BytesIO()
    scene().save(two, "MPO", save_all=True, append_images=[scene(20, 20)])
    assert getattr(opened(photo(two.getvalue())), "n_frames", 1) == 1


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(1, 8), st.integers(1, 90), st.integers(1, 90))
@settings(max_examples=30, deadline=None)
def test_any_picture_comes_out_clean_and_the_same_each_time(kind, turned, width, height):
    given_in = saved(scene(width, height), kind, exif=exif(turned))
    made = photo(given_in)
    assert marks_of_picture(made) == ()
    assert photo(given_in) == made


# --- what it shows ---


def test_a_picture_that_was_taken_sideways_is_turned_upright():
    made = photo(saved(scene(64, 48), exif=exif(turned=6)))
    assert opened(made).size == (48, 64)
    red, _, blue = dot(made, 24, 8)
    assert red - blue > 100, "what was on the left is above"


def test_a_large_picture_becomes_as_wide_as_a_phone_and_keeps_its_shape():
    assert opened(photo(saved(scene(2400, 1800)))).size == (WIDEST, 600)


def test_a_small_picture_is_not_made_larger():
    assert opened(photo(saved(scene(64, 48)))).size == (64, 48)


@pytest.mark.parametrize("size", [(1600, 1200), (900, 2000), (3000, 400)])
def test_however_much_a_picture_shows_it_is_light(size):
    noise = Image.effect_noise(size, 90).convert("RGB")
    made = photo(saved(noise, quality=95))
    assert len(made) <= HEAVIEST == 60_000
    assert opened(made).width <= WIDEST


def test_what_can_be_looked_through_stands_on_white():
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert min(dot(photo(saved(clear, "PNG")), 4, 4)) > 250


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "RGBA", "LA"])
def test_pictures_of_other_colours_are_read_as_well(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(photo(saved(scene(mode=mode), kind))).mode == "RGB"


# --- what it refuses ---


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", saved(scene(900, 900))[:900]]
)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(data):
    with pytest.raises(ValueError, match=r"This is no picture that can be read\. .*"):
        photo(data)


def test_a_picture_that_claims_to_be_enormous_is_refused_before_it_fills_the_memory():
    small = saved(scene(8, 8), "PNG")
    for width in (20_000, 2_000_000_000):
        claim = small[:16] + struct.pack(">II", width, 20_000) + small[24:]
        head = claim[12:29]
        claimed = claim[:29] + struct.pack(">I", zlib.crc32(head)) + claim[33:]
        with pytest.raises(ValueError, match=f"more than {MOST_PIXELS // 1_000_000} million dots"):
            photo(claimed)


# --- where it was taken ---


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_says_where_it_was_taken_is_told(kind):
    assert position(saved(scene(), kind, exif=exif()))
    assert not position(saved(scene(), kind, exif=exif(place=False)))


def test_a_place_that_stands_only_in_xmp_is_told():
    assert position(saved(scene(), xmp=XMP))


def test_a_picture_that_nobody_can_look_into_may_say_it():
    assert position(b"no picture")


def test_what_we_make_never_says_it():
    assert not position(photo(talkative("JPEG")))
