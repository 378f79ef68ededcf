"""Pictures that are shared: all that is said can be read, in every script, and nothing else is in the file."""

import re
import struct
import subprocess
import sys
from io import BytesIO
from itertools import pairwise, product

import pytest
from PIL import Image, ImageFont, features
from tests.conftest import ROOT, environment

from suluh.emit.picture import (
    FLAME,
    GROUNDS,
    HEAVIEST,
    LEADINGS,
    LETTERS,
    SHEETS,
    Undrawable,
    able_to_draw,
    laid_out,
    picture,
)
from suluh.model.picture import SIZES, Form, Picture
from suluh.typesetting.fonts import asked, shelf, unpacked
from suluh.typesetting.line import Box
from suluh.typesetting.paragraph import Paragraph, Typeface

FONTS = ROOT / "overrides/fonts"
CAMPAIGN = ROOT / "campaigns/domestic-workers-left-out"
LANGUAGES = sorted(file.stem for file in CAMPAIGN.glob("*.md"))
TALLEST = {
    "en": "Ågjpq(|)", "vi": "ẴỂỘẶựgq", "bn": "র্ক্ষ্মূঁ কৃষ্ণ ঐী স্ত্রী", "hi": "र्ङ्क्षूँ कृष्णैँ ष्ट्री द्ध्रू", "ne": "र्ङ्क्षूँ कृष्णैँ ष्ट्री",
    "my": "က္ကြို့ င်္ဂြိုလ် ဣန္ဒြေ ကျွန်ုပ် ညွှန်း", "ta": "ஸ்ரீ கூடு ஞௌ கீ", "ur": "آٹھ گُلّہ بڑیے پچ چّے", "km": "ស្ត្រី ក្ញុំ ប៉័ន្ធ្ព ត្រឹម្ត្រូវ ក្រ៊ឹ",
    "th": "ปู่ ปี่ญุ ฎฏ ฐิ์ กี้ฤๅ", "zh": "国，（囊）",
}  # fmt: skip
EVERY = list(product(LANGUAGES, SIZES))


def drawn(language: str, form: Form = "wide", **other: str) -> Picture:
    """Give the picture of the campaign of the flagship."""
    said = dict(re.findall(r"^(title|summary): (.*)$", (CAMPAIGN / f"{language}.md").read_text("utf-8"), re.MULTILINE))
    told = {"title": said["title"], "text": said["summary"], "site": "Suluh", "address": "suluh.example/c/rest-day"}
    return Picture(form, language, "rtl" if language == "ur" else "ltr", **(told | other))


def bare(text: str) -> str:
    return "".join(text.split())


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


# --- what stands on it ---


def test_the_flagship_has_a_picture_in_each_of_its_languages():
    assert len(LANGUAGES) == 14


@pytest.mark.parametrize(("language", "form"), EVERY)
def test_all_words_stand_on_it_in_their_order(language, form):
    asked_for, layout = drawn(language, form), laid_out(drawn(language, form), FONTS)
    for kind in ("title", "text", "site", "address"):
        lines = [one.line.text for one in layout.lines if one.kind == kind]
        assert "".join(map(bare, lines)) == bare(getattr(asked_for, kind))
        assert all(map(bare, lines))


@pytest.mark.parametrize(("language", "form"), EVERY)
def test_nothing_stands_outside_of_its_room_or_on_another_line(language, form):
    layout = laid_out(drawn(language, form), FONTS)
    left, top, right, bottom = layout.sheet.room
    inks = [one.ink for one in layout.lines]
    for one, ink in zip(layout.lines, inks, strict=True):
        tail = one.line.size / 10  # as a j has
        assert ink[0] >= left - tail
        assert ink[1] >= top
        assert ink[2] <= right + tail
        assert ink[3] <= bottom
    assert all(above[3] < below[1] for above, below in pairwise(inks))
    assert inks[-2][3] < layout.rule[1] < layout.rule[3] < inks[-1][1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_is_drawn_as_the_box_that_stands_for_a_missing_one(language):
    for run, _ in (run for one in laid_out(drawn(language), FONTS).lines for run in one.line.runs):
        face = ImageFont.truetype(BytesIO(unpacked(run.font)), 30)
        missing = bytes(face.getmask("\uffff"))
        assert not [sign for sign in run.text if sign.strip() and bytes(face.getmask(sign)) == missing]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_lines_begin_where_reading_begins(language):
    left, _, right, _ = SHEETS["square"].room
    for one in laid_out(drawn(language, "square"), FONTS).lines:
        if one.kind in ("title", "text"):
            assert one.left + one.line.width == pytest.approx(right) if language == "ur" else one.left == left
            directions = {run.direction for run, _ in one.line.runs}
            assert ("rtl" in directions) == (language == "ur")


@pytest.mark.parametrize(("language", "form"), EVERY)
def test_letters_are_large_and_the_title_is_the_largest(language, form):
    sizes = {one.kind: one.line.size for one in laid_out(drawn(language, form), FONTS).lines}
    assert sizes["title"] > 1.5 * sizes["text"]
    assert sizes["text"] >= SHEETS[form].text[1]
    assert sizes["address"] >= 0.8 * SHEETS[form].small[0]


def test_what_is_to_be_read_on_a_wide_picture_is_in_the_square_in_its_middle():
    left, top, right, bottom = SHEETS["wide"].room
    assert left - 285 == 915 - right > 0
    assert top == 630 - bottom > 0


def test_what_is_to_be_read_on_a_story_is_not_where_programs_put_their_buttons():
    _, top, _, bottom = SHEETS["story"].room
    assert top >= 250
    assert bottom <= 1920 - 340


@pytest.mark.parametrize("script", TALLEST)
@pytest.mark.parametrize("heavy", [True, False])
def test_the_tallest_letters_of_a_script_fit_between_its_lines(script, heavy):
    face = Typeface(script, "rtl" if script == "ur" else "ltr", asked(script, shelf(FONTS), heavy=heavy))
    paragraph, leading = Paragraph(TALLEST[script], face), LEADINGS.get(script, LEADINGS["en"])
    assert not paragraph.lacking
    _, top, _, bottom = paragraph.lines(100, 9999)[0].ink(0, 0)
    assert -top <= 100 * leading.above
    assert bottom <= 100 * leading.below
    assert bottom - top <= 100 * min(leading.title, leading.text)


def test_a_long_address_breaks_after_a_stroke_and_nowhere_else():
    address = "suluh.example/c/domestic-workers-are-left-out-of-rest-days"
    lines = [one.line.text for one in laid_out(drawn("en", address=address), FONTS).lines if one.kind == "address"]
    assert lines == ["suluh.example/c/", "domestic-workers-are-left-out-of-rest-days"]


def test_a_picture_without_a_sentence_has_a_title_alone():
    assert {one.kind for one in laid_out(drawn("en", text=""), FONTS).lines} == {"site", "title", "address"}


def test_numbers_in_urdu_keep_their_order():
    layout = laid_out(drawn("ur", text="فون 03-2148 8888 پر کریں۔ 95% کو چھٹی نہیں۔"), FONTS)
    runs = [run.text for one in layout.lines if one.kind == "text" for run, _ in one.line.runs]
    assert "03-2148 8888" in runs
    assert "95%" in runs


# --- how it looks ---


@pytest.mark.parametrize(("language", "form"), EVERY)
def test_it_is_light_and_of_few_colours(language, form):
    data = picture(drawn(language, form), FONTS)
    made = opened(data)
    assert (made.format, made.mode, made.size) == ("PNG", "P", SIZES[form])
    assert len(made.getcolors() or ()) <= 64
    assert len(data) <= HEAVIEST == 60_000


def test_its_colours_are_those_of_the_theme_and_its_letters_can_be_read_on_all_its_grounds():
    style = (ROOT / "overrides/components/base/style.css").read_text("utf-8")
    assert all(colour in style for colour in (GROUNDS[0], GROUNDS[-1], LETTERS, FLAME))
    assert all((light(LETTERS) + 0.05) / (light(ground) + 0.05) >= 7 for ground in GROUNDS)


def light(colour: str) -> float:
    """Tell how light a colour is (WCAG 2.2, relative luminance)."""
    parts = (value / 255 for value in bytes.fromhex(colour[1:]))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("form", SIZES)
def test_the_mark_burns_beside_the_name_and_a_line_of_its_colour_is_above_the_address(form):
    layout, data = laid_out(drawn("en", form), FONTS), picture(drawn("en", form), FONTS)
    assert bytes.fromhex(FLAME[1:]) in colours(data, layout.mark)
    assert bytes.fromhex(FLAME[1:]) in colours(data, layout.rule)


def test_a_theme_without_a_mark_has_its_name_alone(tmp_path):
    (tmp_path / "fonts").symlink_to(FONTS)
    layout = laid_out(drawn("en"), tmp_path / "fonts")
    assert layout.shapes == ()
    assert {one.left for one in layout.lines} == {SHEETS["wide"].room[0]}
    assert picture(drawn("en"), tmp_path / "fonts")


def test_letters_are_drawn_where_the_layout_says():
    data = picture(drawn("my"), FONTS)
    for one in laid_out(drawn("my"), FONTS).lines:
        assert max(map(min, colours(data, one.ink))) > 180, one.line.text


def colours(data: bytes, box: Box) -> set[bytes]:
    """Give the colours in a part of a picture, each as red, green and blue."""
    dots = opened(data).convert("RGB").crop(box).tobytes()
    return {dots[at : at + 3] for at in range(0, len(dots), 3)}


# --- what is in the file ---


def test_the_same_words_become_the_same_bytes():
    once = picture(drawn("km"), FONTS)
    picture(drawn("ur", "square"), FONTS)
    assert picture(drawn("km"), FONTS) == once


def test_another_process_makes_the_same_bytes(tmp_path):
    (tmp_path / "words").write_text(repr(drawn("ta")), "utf-8")
    code = ("import sys; from pathlib import Path; from suluh.emit.picture import picture; "
            "from suluh.model.picture import Picture; drawn = eval(Path('words').read_text('utf-8')); "
            "Path('out.png').write_bytes(picture(drawn, Path(sys.argv[1])))")  # fmt: skip
    subprocess.run(
        [sys.executable, "-c", code, FONTS], cwd=tmp_path, env=environment(tmp_path), check=True, capture_output=True
    )
    assert (tmp_path / "out.png").read_bytes() == picture(drawn("ta"), FONTS)


def test_it_holds_a_picture_and_not_a_word():
    data, chunks, at = picture(drawn("en"), FONTS), [], 8
    while at < len(data):
        [size] = struct.unpack(">I", data[at : at + 4])
        chunks.append(data[at + 4 : at + 8])
        at += 12 + size
    assert list(dict.fromkeys(chunks)) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]


# --- what is not drawn ---


def test_this_computer_can_draw():
    assert able_to_draw() == ""


@pytest.mark.parametrize("missing", ["raqm", "fribidi"])
def test_without_what_shapes_letters_nothing_is_drawn(monkeypatch, missing):
    monkeypatch.setattr(features, "check_feature", lambda name: name != missing)
    assert "libfribidi0" in able_to_draw()
    with pytest.raises(Undrawable, match="Raqm and FriBidi"):
        picture(drawn("my"), FONTS)


def test_a_sign_that_no_font_has_is_named():
    with pytest.raises(Undrawable, match=r"The wide picture in 'ne' .* U\+16A0 \(RUNIC LETTER FEHU FEOH FE F\)\.$"):
        picture(drawn("ne", title="घरेलु ᚠ कामदार"), FONTS)


@pytest.mark.parametrize("form", SIZES)
def test_a_title_that_is_too_long_is_told_and_not_cut(form):
    with pytest.raises(Undrawable, match="too long"):
        picture(drawn("ms", form, title="Pekerja domestik juga pekerja " * 20), FONTS)


def test_a_word_that_is_longer_than_a_line_is_named():
    with pytest.raises(Undrawable, match="too little room for 'pekerjadomestikpekerjadomestik"):
        picture(drawn("ms", title="pekerjadomestik" * 4), FONTS)


@pytest.mark.parametrize("language", ["my", "km", "th"])
def test_a_script_without_spaces_that_nothing_breaks_is_told(monkeypatch, language):
    monkeypatch.setattr("icu4py.breakers.LineBreaker", lambda text, _locale: [text])
    with pytest.raises(Undrawable, match=f"'{language}' cannot be drawn: nothing tells where a line may break"):
        picture(drawn(language), FONTS)


@pytest.mark.parametrize(("part", "named"), [("title", "title"), ("site", "name of the site"), ("address", "address")])
def test_a_picture_without_words_is_not_drawn(part, named):
    with pytest.raises(Undrawable, match=f"it has no {named}"):
        picture(drawn("en", "wide", **{part: " "}), FONTS)


def test_a_picture_that_is_too_heavy_is_not_sent(monkeypatch):
    monkeypatch.setattr(sys.modules["suluh.emit.picture"], "HEAVIEST", 5_000)
    with pytest.raises(Undrawable, match="it weighs more than 5,000 bytes"):
        picture(drawn("en"), FONTS)
