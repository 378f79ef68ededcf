"""Texts in lines: all words, in their order, in fonts that have them, none left alone."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from tests.conftest import ROOT

from suluh.typesetting import line
from suluh.typesetting.fonts import asked, script, shelf, unpacked
from suluh.typesetting.paragraph import Paragraph, Typeface

FONTS = shelf(ROOT / "overrides/fonts")
SAID = {
    "en": "Domestic workers ask for one day of rest, for hours that end, and for leave. Call 03-8000 8000.",
    "my": "အိမ်အကူတွေလည်း ပါရမယ်။ အလုပ်အကိုင် ဥပဒေအသစ်က နားရက်၊ အလုပ်ချိန်",
    "km": "អ្នកធ្វើការងារផ្ទះក៏ត្រូវមានសិទ្ធិដែរ ក្នុងរឿងថ្ងៃសម្រាក",
    "th": "คนทำงานบ้านก็ต้องได้สิทธิด้วย เรื่องวันหยุด ชั่วโมงทำงาน",
    "ur": "گھریلو ملازمین کو بھی حق ملے، Employment Act میں، 03-8000 8000",
    "zh-Hans": "家政工也该有保障：休息日、工作时间、假期和产假。",
}


def face(language: str) -> Typeface:
    return Typeface(language, "rtl" if language == "ur" else "ltr", asked(language, FONTS, heavy=False))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", SAID)
@given(size=st.integers(12, 60), width=st.integers(400, 1200))
@settings(max_examples=15, deadline=None)
def test_lines_hold_every_word_once_in_order_and_no_line_is_too_long(language, size, width):
    lines = Paragraph(SAID[language], face(language)).lines(size, width)
    assert bare("".join(one.text for one in lines)) == bare(SAID[language])
    assert all(one.text.strip() == one.text != "" for one in lines)
    assert all(one.width <= width + 1 for one in lines)
    for one in lines:
        assert sorted("".join(run.text for run, _ in one.runs)) == sorted(one.text)


@pytest.mark.parametrize("language", SAID)
def test_there_are_as_many_lines_as_were_counted(language):
    paragraph = Paragraph(" ".join([SAID[language]] * 3), face(language))
    for size in range(20, 60, 7):
        assert len(paragraph.lines(size, 600)) == paragraph.count(size, 600)


def test_no_word_is_left_alone_at_the_end():
    widths = [
        one.width for one in Paragraph("One day of rest in every week of work for all", face("en")).lines(40, 640)
    ]
    assert len(widths) == 2
    assert min(widths) > 0.7 * max(widths)


def test_letters_are_from_the_font_of_their_script_and_a_space_goes_with_what_is_before_it():
    [one] = Paragraph("Act ၁၀ ရက်", face("my")).lines(20, 900)
    assert [(run.text, script(run.font)) for run, _ in one.runs] == [("Act ", "latin"), ("၁၀ ရက်", "myanmar")]


def test_a_letter_and_its_marks_are_from_one_font():
    [one] = Paragraph("က\u200cို", face("my")).lines(20, 900)
    assert {script(run.font) for run, _ in one.runs} == {"myanmar"}


def test_runs_of_urdu_stand_from_right_to_left():
    [one] = Paragraph("نئے Employment Act میں", face("ur")).lines(20, 900)
    assert [(run.text.strip(), run.direction) for run, _ in one.runs if run.text.strip()] == [
        ("میں", "rtl"), ("Employment Act", "ltr"), ("نئے", "rtl"),
    ]  # fmt: skip
    places = [place for _, place in one.runs]
    assert places == sorted(places)


def test_urdu_beside_english_is_set_larger():
    [[(urdu, _)], [(english, _)]] = (Paragraph(text, face("ur")).lines(100, 900)[0].runs for text in ("حق", "Act"))
    plain = {run: ImageFont.truetype(BytesIO(unpacked(run.font)), 100).getlength(run.text) for run in (urdu, english)}
    assert urdu.reach(100) / plain[urdu] == pytest.approx(1.16, abs=0.02)
    assert english.reach(100) / plain[english] == pytest.approx(1, abs=0.02)


def test_what_no_font_has_is_told():
    assert Paragraph("A rune ᚠ and ᚢ", face("en")).lacking == "ᚠᚢ"
    assert Paragraph("A ✓", face("en")).lacking == ""


def test_a_space_that_holds_words_together_does():
    assert "\u00a0" in Paragraph("Part\u00a0XII", face("en")).text
    assert len(Paragraph("Part\u00a0XII\n of  it", face("en")).lines(40, 180)) == 2


def test_a_text_that_is_empty_has_no_lines():
    nothing = Paragraph(" \n", face("en"))
    assert nothing.lines(20, 100) == []
    assert nothing.count(20, 100) == 0


def test_a_word_that_is_wider_than_the_line_is_never_set():
    long = Paragraph("a maternityleaveandrestday", face("en"))
    assert long.largest((60, 40), 300, 99) == 0
    assert long.longest == "maternityleaveandrestday"


def test_without_raqm_no_font_is_opened(monkeypatch):
    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    line._opened.cache_clear()
    with pytest.raises(UserWarning, match="Raqm"):
        Paragraph("နား", face("my"))
