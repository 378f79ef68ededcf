"""Fonts for reading: small, of the block alone, and every text is shaped as with the whole font."""

from functools import cache
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from tests.conftest import ROOT

from suluh.load import load_everything
from suluh.model.originals import translations_of
from suluh.typesetting.fonts import unpacked

SITE, _ = load_everything(ROOT)
assert SITE is not None
FACES = {one.code: one.face for one in SITE.settings.languages if one.face}
WHOLE = {"my": ROOT / "overrides/fonts/myanmar.woff2"}
MOST = {"my": 40_000, "ur": 120_000}


@cache
def font(path: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(unpacked(path)))


def shaped(path: Path, text: str) -> list[tuple[int, int, int, int]]:
    """Shape a text: of each glyph where it belongs, how wide it is, and where it is drawn."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(path), buffer)
    return [
        (info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@pytest.mark.parametrize("code", FACES)
def test_a_font_for_reading_is_small_and_free(code: str) -> None:
    path = ROOT / "overrides/reading" / FACES[code].file
    assert path.stat().st_size <= MOST[code]
    assert "SIL Open Font License" in (path.parent / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("code", WHOLE)
def test_every_text_is_shaped_as_with_the_whole_font(code: str) -> None:
    """A font cut down to the letters that are used would shape one text in seven otherwise."""
    assert SITE is not None
    part = ROOT / "overrides/reading" / FACES[code].file
    texts = {word for text in translations_of(SITE, code).values() for word in text.split() if not word.isascii()}
    assert len(texts) > 1_000
    own = set(TTFont(part).getBestCmap())
    runs = {"".join(sign for sign in text if ord(sign) in own) for text in texts}
    assert [run for run in filter(None, runs) if shaped(part, run) != shaped(WHOLE[code], run)] == []


def test_a_font_is_asked_for_only_in_its_language(flagship: Path) -> None:
    said = {code: (flagship / code / "index.html").read_text("utf-8") for code in ("en", "my", "ur", "th")}
    assert [code for code, html in said.items() if "@font-face" in html] == ["my", "ur"]
    assert [code for code, html in said.items() if "face__box" in html and '<label class="face"' in html] == ["ur"]
    assert ":root { --face: " in said["my"]
    assert "html:has(.face__box:checked) { --face: " in said["ur"]
    for face in FACES.values():
        assert (flagship / "fonts" / face.file).is_file()
