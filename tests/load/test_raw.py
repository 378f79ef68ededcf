"""What is hidden in a file is found, and what cannot be looked into is told. All of it is made here, of nobody."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin
from tests.conftest import ROOT

from suluh.load.raw import read_raw
from suluh.model.raw import RawFile
from suluh.source import LARGEST

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"]
WITH_EXIF = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"]
TOLD = {"Make": "camera", "Artist": "author", "DateTime": "day", "HostComputer": "computer"}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>'


@pytest.fixture
def raw(tmp_path):
    """Read a file of a repository that holds some bytes."""

    def read(name: str, content: bytes) -> RawFile:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return read_raw(tmp_path, name)

    return read


def picture(kind: str, exif: Image.Exif | None = None, **more: Any) -> bytes:
    """Draw a small picture, with whatever is to be hidden in it."""
    made = BytesIO()
    told = more | ({"exif": exif} if exif is not None else {})
    Image.new("RGB", (8, 8), "orange").save(made, kind, **told)
    return made.getvalue()


def exif(*, place: bool = False, **tags: str) -> Image.Exif:
    told = Image.Exif()
    for name, value in tags.items():
        told[ExifTags.Base[name]] = value
    if place:
        told[ExifTags.IFD.GPSInfo] = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}
    read = Image.Exif()  # as a picture has it: parts lie inside of it at some distance from its start
    read.load(told.tobytes())
    return read


# --- pictures ---


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_is_only_a_picture_hides_nothing(raw, kind):
    assert raw(f"content/x.{kind.lower()}", picture(kind)) == RawFile(f"content/x.{kind.lower()}")


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_where_a_picture_was_taken_is_found(raw, kind):
    assert "GPS" in raw(f"content/x.{kind.lower()}", picture(kind, exif(place=True))).marks


@pytest.mark.parametrize("kind", WITH_EXIF)
@given(
    st.sampled_from(sorted(TOLD)), st.booleans(), st.text(st.characters(codec="ascii", categories=["L"]), min_size=1)
)
@settings(max_examples=15)  # to draw pictures takes its time
def test_what_a_camera_tells_is_always_found(tmp_path_factory, kind, tag, place, value):
    folder: Path = tmp_path_factory.getbasetemp()
    (folder / "x.jpg").write_bytes(picture(kind, exif(place=place, **{tag: value})))
    marks = read_raw(folder, "x.jpg").marks
    assert TOLD[tag] in marks
    assert ("GPS" in marks) == place
    assert ("EXIF" in marks) == (kind != "TIFF")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_xmp_is_found(raw, kind):
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", XMP.decode())
    ways: dict[str, dict[str, Any]] = {"PNG": {"pnginfo": chunks}, "TIFF": {"tiffinfo": {700: XMP}}}
    told = ways.get(kind, {"xmp": XMP})
    assert "XMP" in raw(f"content/x.{kind.lower()}", picture(kind, **told)).marks


def test_texts_of_a_png_are_found_wherever_they_stand(raw):
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", "Nobody")
    assert raw("content/x.png", picture("PNG", pnginfo=chunks)).marks == ("text",)
    plain, end = picture("PNG")[:-12], picture("PNG")[-12:]
    for kind, mark in ((b"zTXt", "text"), (b"tIME", "day"), (b"prVt", "more than the picture")):
        body = kind + b"Nobody\0\0"
        chunk = struct.pack(">I", 8) + body + struct.pack(">I", zlib.crc32(body))
        assert mark in raw("content/x.png", plain + chunk + end).marks


def test_what_was_cut_off_a_picture_and_still_lies_behind_its_end_is_found(raw):
    assert raw("content/x.png", picture("PNG") + b"the rest").marks == ("more than the picture",)


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "jpg"), ("GIF", "gif")])
def test_a_comment_is_found(raw, kind, name):
    assert raw(f"content/x.{name}", picture(kind, comment=b"Nobody")).marks == ("comment",)


def test_a_second_picture_in_a_picture_is_found(raw):
    inner, made = Image.new("RGB", (8, 8)), BytesIO()
    Image.new("RGB", (8, 8)).save(made, "MPO", save_all=True, append_images=[inner])
    assert "another picture" in raw("content/x.jpg", made.getvalue()).marks


def test_a_picture_is_what_it_is_whatever_its_name_says(raw):
    assert "GPS" in raw("content/x.png", picture("JPEG", exif(place=True))).marks
    assert "GPS" in raw("content/x.JPG", picture("WEBP", exif(place=True))).marks


@pytest.mark.parametrize("content", [b"", b"no picture", picture("PNG")[:40], b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"])
def test_what_cannot_be_opened_as_a_picture_is_told(raw, content):
    assert raw("content/x.jpg", content).marks == ("unknown kind",)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_no_damage_to_a_picture_breaks_the_look(tmp_path_factory, noise, at):
    folder: Path = tmp_path_factory.getbasetemp()
    whole = picture("JPEG", exif(place=True))
    (folder / "x.jpg").write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    assert read_raw(folder, "x.jpg").text is None


# --- recordings ---


def opus(*comments: bytes) -> bytes:
    """Write the head of a recording by hand: enough of RFC 7845 to be looked into."""
    encoder = b"libopus 1.0"
    tags = struct.pack("<I", len(encoder)) + encoder + struct.pack("<I", len(comments))
    return b"OggS" + bytes(22) + b"OpusTags" + tags + b"".join(struct.pack("<I", len(one)) + one for one in comments)


def test_a_recording_that_only_its_encoder_speaks_of_hides_nothing(raw):
    assert raw("content/x.opus", opus(b"ENCODER=x", b"ENCODER_OPTIONS=--bitrate 10", b"R128_TRACK_GAIN=0")).marks == ()
    assert raw("content/x.opus", (ROOT / "tests/browser/voice.opus").read_bytes()).marks == ()


def test_whatever_else_a_recording_tells_is_named(raw):
    assert raw("content/x.opus", opus(b"ENCODER=x", b"ARTIST=Nobody", b"Location=Nowhere")).marks == (
        "artist",
        "location",
    )
    assert raw("content/x.ogg", opus().replace(b"OpusTags", b"\x03vorbis") + opus(b"TITLE=x")[4:]).marks == ("title",)


@pytest.mark.parametrize("content", [b"", b"OggS", opus(b"ARTIST=x")[:-3], b"ID3", opus(b"\xff=x")])
def test_what_is_no_recording_that_we_can_read_is_told(raw, content):
    assert raw("content/x.opus", content).marks == ("unknown kind",)


# --- documents, drawings and the rest ---


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        (b"%PDF-1.7 1 0 obj", ()),
        (b"%PDF-1.7 /Author (Nobody) /Creator (x)", ("author", "creator")),
        (b"%PDF-1.7 " + XMP, ("XMP",)),
        (b"%PDF-1.7 /Type /ObjStm", ("unknown kind",)),
        (b"%PDF-1.7 /Encrypt 1 0 R", ("unknown kind",)),
    ],
)
def test_who_made_a_document_is_found(raw, content, marks):
    assert raw("handbook/x.pdf", content).marks == marks


def test_who_made_a_drawing_is_found_and_its_text_is_read(raw):
    drawing = b'<svg sodipodi:docname="x.svg"><dc:creator>Nobody</dc:creator></svg>'
    assert raw("content/x.svg", drawing) == RawFile("content/x.svg", drawing.decode(), ("author", "file name"))


@pytest.mark.parametrize("name", ["x.yml", "x.md", "x.csv", "x.json", "x.html", "x.po", "x.txt", "LICENSE", "x.js"])
def test_a_text_is_read_whatever_its_ending(raw, name):
    assert raw(f"content/{name}", "မင်္ဂလာပါ".encode()).text == "မင်္ဂလာပါ"


def test_bytes_that_do_not_belong_into_a_text_hide_nothing_beside_them(raw):
    assert raw("content/x.yml", b"caf\xe9 012").text == "caf\ufffd 012"
    assert raw("content/x.txt", "x 012".encode("utf-16")).text == "x 012"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.xlsx", b"PK\x03\x04\0"),
        ("x.docx", b"PK\x03\x04\xff"),
        ("x", b"\x7fELF\0"),
        ("x.yml", b"a\0b"),
        ("x.heic", b"\xff"),
    ],
)
def test_what_is_neither_text_nor_picture_nor_recording_is_told(raw, name, content):
    assert raw(f"content/{name}", content) == RawFile(f"content/{name}", None, ("unknown kind",))


@pytest.mark.parametrize("name", [".DS_Store", "guides/.en.md.swp"])
def test_what_programs_leave_and_git_ignores_is_not_looked_into(raw, name):
    assert raw(f"content/{name}", b"\0\xff").marks == ()


def test_of_a_large_file_nobody_can_tell(raw):
    assert raw("content/x.png", bytes(LARGEST + 1)).marks == ("too large",)
    assert raw("handbook/x.md", b"a" * (LARGEST + 1)).marks == ("too large",)
    assert raw("content/x.md", b"a" * LARGEST).text is not None


def test_whoever_reads_a_large_text_of_the_content_tells_of_it_already(raw):
    assert raw("content/x.md", b"a" * (LARGEST + 1)) == RawFile("content/x.md")


def test_a_link_is_followed_only_inside_the_repository(raw, tmp_path):
    raw("content/x.md", b"inside")
    (tmp_path / "content/in.md").symlink_to("x.md")
    (tmp_path / "content/out.md").symlink_to(ROOT / "LICENSE")
    (tmp_path / "content/nowhere.md").symlink_to("gone.md")
    read = [read_raw(tmp_path, f"content/{name}.md").text for name in ("in", "out", "nowhere")]
    assert read == ["inside", None, None]


def test_what_is_no_file_is_not_read(tmp_path):
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe.md")
    assert read_raw(tmp_path, "content/pipe.md") == RawFile("content/pipe.md")
    assert read_raw(tmp_path, "content") == RawFile("content")


def test_what_may_not_be_read_is_told(tmp_path, monkeypatch):
    def refuse(path: str) -> bytes:
        raise PermissionError(path)

    (tmp_path / "x.md").write_text("x")
    monkeypatch.setattr("suluh.load.raw.read", refuse)
    assert read_raw(tmp_path, "x.md").marks == ("unknown kind",)
