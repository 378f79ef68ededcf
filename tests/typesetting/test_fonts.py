"""Fonts: which a language asks first, and that a file which changed is read again."""

import shutil

from tests.conftest import ROOT

from suluh.typesetting.fonts import asked, held, script, shelf, signs, unpacked

FONTS = ROOT / "overrides/fonts"


def names(language: str, *, heavy: bool) -> list[str]:
    return [font.stem for font in asked(language, shelf(FONTS), heavy=heavy)]


def test_latin_letters_are_from_the_latin_font_and_then_comes_the_script_of_the_language():
    assert names("my", heavy=False)[:2] == ["latin", "myanmar"]
    assert names("ms", heavy=True)[0] == "latin-bold"


def test_chinese_asks_its_own_font_first():
    assert names("zh-Hans", heavy=True)[:2] == ["han-bold", "latin-bold"]


def test_every_script_is_asked_once_and_bold_where_there_is_a_bold_font():
    for heavy in (True, False):
        found = asked("en", shelf(FONTS), heavy=heavy)
        assert sorted(map(script, found)) == sorted({script(font) for font in shelf(FONTS)})
        assert {font.stem for font in found if not font.stem.endswith("-bold")} >= {"signs"}


def test_a_font_is_unpacked_as_what_a_drawing_program_opens():
    assert unpacked(FONTS / "thai.woff2").startswith(b"\0\1\0\0")


def test_a_font_that_was_changed_is_read_again(tmp_path):
    font = tmp_path / "thai.woff2"
    shutil.copyfile(FONTS / "thai.woff2", font)
    before = held(font)
    shutil.copyfile(FONTS / "tamil.woff2", font)
    assert held(font) != before
    assert signs(tmp_path) == held(font)
