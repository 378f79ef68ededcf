"""Where lines may break: nothing is lost, no letter is cut, no number is torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.typesetting.breaking import cut, graphemes, pieces

WORDS = ("rest day ", "အိမ်အကူတွေလည်း", "អ្នកធ្វើការងារផ្ទះ", "คนทำงานบ้าน", "家政工也该有保障。", "حق ملے ", "घरेलू ",
         "+60 3-8000 8000 ",
         "RM 1,700", "a\u0301", "👩🏽\u200d🏭", "𝒳", "\u200b")  # fmt: skip
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=8).map("".join)


@given(texts)
def test_joined_pieces_are_the_text(text):
    assert "".join(pieces(text)) == "".join(cut(text)) == "".join(graphemes(text)) == text
    assert "" not in pieces(text)[1:]


@given(texts)
def test_no_letter_is_cut_from_its_marks(text):
    ends = {sum(map(len, graphemes(text)[:count])) for count in range(len(graphemes(text)) + 1)}
    found = pieces(text)
    assert {sum(map(len, found[:count])) for count in range(len(found) + 1)} <= ends


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("အိမ်အကူတွေလည်း ပါရမယ်", 2),
        ("អ្នកធ្វើការងារផ្ទះក៏ត្រូវមានសិទ្ធិដែរ", 5),
        ("คนทำงานบ้านก็ต้องได้สิทธิด้วย", 5),
        ("家政工也该有保障", 4),
    ],
)
def test_what_is_written_without_spaces_breaks_between_words(text, words):
    assert len(pieces(text)) >= words


@pytest.mark.parametrize("word", ["မက်ဆေ့ချ်", "ဝဘ်ဆိုက်", "အကောင့်"])
def test_no_line_begins_with_a_consonant_that_closes_a_burmese_syllable(word):
    for found in (cut(f"ဘဏ်{word}၊ လစာ"), pieces(f"ဘဏ်{word}၊ လစာ")):
        assert not [piece for piece in found if len(piece) > 1 and piece[1] in "\u1037\u103a"]


def test_chinese_does_not_break_inside_a_word_or_before_its_comma():
    assert pieces("要求什么，向谁要求。") == ["要求", "什么，", "向", "谁", "要求。"]


@pytest.mark.parametrize("number", ["+60 3-8000 8000", "RM 1,700", "2021/22", "95%"])
def test_a_number_is_not_torn(number):
    assert any(number in piece for piece in pieces(f"Call {number} today"))


def test_a_mark_that_may_become_a_hyphen_breaks_nothing_because_nobody_would_draw_the_hyphen():
    assert pieces("mater\u00adnity") == ["mater\u00adnity"]
