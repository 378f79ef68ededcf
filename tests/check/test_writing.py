"""How texts are written: in the script of their language, in Unicode, with the digits of the site."""

import pytest

from suluh.check.writing import wrong_writing
from suluh.model.script import script_of
from suluh.problem import Place


def told(code: str, text: str) -> str:
    return "".join(f"{one}\n" for one in wrong_writing(script_of(code), text, Place("content/x.md", 3)))


@pytest.mark.parametrize(
    ("code", "text", "font", "said"),
    [
        ("ne", "d]/f] kf;kf]6{ dflnsn] /fv]sf] 5 .", "Preeti", "मेरो पासपोर्ट मालिकले राखेको छ ।"),
        ("bn", "Avgvi cvm‡cvU© gvwj‡Ki Kv‡Q|", "Bijoy", "আমার পাসপোর্ট মালিকের কাছে।"),
        ("ta", "vdJ fltr;rPl;il Kjyhsp itj;jpUf;fpwhu;", "Bamini", "எனது கடவச்சீட்டை முதலாளி வைத்திருக்கிறார்"),
    ],
)
def test_what_was_typed_for_an_old_font_is_told_with_what_it_may_say(code, text, font, said):
    found = told(code, text)
    assert found.startswith("content/x.md:3:1: error: '")
    assert f"seems to be typed for the font {font}. [writing/font]\n    In Unicode it may be: {said}\n" in found


def test_zawgyi_is_told_with_what_it_may_say():
    assert told("my", "လစာမရေသးဘူး။ ေငြ") == (
        "content/x.md:3:1: error: This is typed for the font Zawgyi; most phones show it garbled. [writing/zawgyi]\n"
        "    In Unicode it may be: လစာမရသေးဘူး။ ငွေ\n"
    )


def test_digits_of_another_kind_are_told_with_the_ones_to_write():
    assert told("bn", "আমার ৫০ টাকা আছে") == (
        "content/x.md:3:1: error: '৫' is no digit that this site uses. [writing/digits]\n"
        "    Write 0 to 9: আমার 50 টাকা আছে\n"
    )


def test_a_text_in_another_script_is_told():
    assert "This is not written in the script of its language: 'Your employer must pay you" in told(
        "hi", "Your employer must pay you within seven days."
    )
    assert "[writing/script]" in told("th", "मालिक को सात दिन के भीतर वेतन देना है")


def test_a_character_that_nobody_has_is_told():
    assert "U+0E5F is no character of Unicode that everybody has. [writing/unassigned]" in told("th", "ไปที่ทำงาน\u0e5f")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ne", "JTK (Jabatan Tenaga Kerja) मा जानुहोस्"),
        ("bn", "তিনি “domestic employee” (গৃহকর্মী) নন"),
        ("th", "Women's Aid Organisation"),
        ("ur", "`[=wage] ÷ [=divisor] = [=day]`"),
        ("my", "မက်ဆေ့ခ်ျက ဖုန်းမှာ ကျန်ပါတယ်။"),
        ("zh-Hans", "致电 15999"),
        ("ms", "Majikan mesti membayar gaji."),
        ("qzz", "Nothing is known of this language, so nothing is said of it."),
    ],
)
def test_names_marks_and_words_of_the_language_may_stand(code, text):
    assert told(code, text) == ""
