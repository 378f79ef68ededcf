"""What was typed for old fonts, and what it says in Unicode. The sentences are ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from suluh.legacy import FONTS, from_bamini, from_bijoy, from_preeti, from_zawgyi, is_zawgyi


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("d]/f] kf;kf]6{ dflnsn] /fv]sf] 5 .", "मेरो पासपोर्ट मालिकले राखेको छ ।"),
        ("kfpg'kg]{ Hofnf lbOPg", "पाउनुपर्ने ज्याला दिइएन"),
        ("sfdbf/x¿sf] clwsf/", "कामदारहरूको अधिकार"),
        ("O{d]n, kmf]g, em08f, pmhf{, qmd", "ईमेल, फोन, झण्डा, ऊर्जा, क्रम"),
        ("@)@^ ;fn", "2026 साल"),
    ],
)
def test_preeti_is_read(typed: str, said: str) -> None:
    assert from_preeti(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Avgvi cvm‡cvU© gvwj‡Ki Kv‡Q|", "আমার পাসপোর্ট মালিকের কাছে।"),
        ("kªwgK‡`i AwaKvi", "শ্রমিকদের অধিকার"),
        ("gRyix †`qwb", "মজুরী দেয়নি"),
        ("mvßvwnK QzwU", "সাপ্তাহিক ছুটি"),
    ],
)
def test_bijoy_is_read(typed: str, said: str) -> None:
    assert from_bijoy(typed) == said


def test_bamini_is_read() -> None:
    typed = "vdJ fltr;rPl;il Kjyhsp itj;jpUf;fpwhu; nfhLf;ftpy;iy Ntiy rk;gsk;"
    said = "எனது கடவச்சீட்டை முதலாளி வைத்திருக்கிறார் கொடுக்கவில்லை வேலை சம்பளம்"
    assert from_bamini(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ျမန္မာအလုပ္သမားမ်ား", "မြန်မာအလုပ်သမားများ"),
        ("ႏိုင္ငံကူးလက္မွတ္ကို အလုပ္ရွင္က သိမ္းထားတယ္။", "နိုင်ငံကူးလက်မှတ်ကို အလုပ်ရှင်က သိမ်းထားတယ်။"),
        ("လစာမရေသးဘူး။ ေငြ၊ ေက်ာင္း", "လစာမရသေးဘူး။ ငွေ၊ ကျောင်း"),
        ("အဂၤါ၊ ဒုကၡ", "အင်္ဂါ၊ ဒုက္ခ"),
    ],
)
def test_zawgyi_is_known_and_read(typed: str, said: str) -> None:
    assert is_zawgyi(typed)
    assert from_zawgyi(typed) == said
    assert not is_zawgyi(said)


def test_nothing_that_we_wrote_in_burmese_is_taken_for_zawgyi() -> None:
    texts = [path.read_text("utf-8") for path in ROOT.glob("c*/**/my.*")]
    assert len(texts) > 20
    assert [line for text in texts for line in text.split("\n") if is_zawgyi(line)] == []


@given(st.text())
def test_whatever_is_typed_something_is_read(typed: str) -> None:
    for _, read in FONTS.values():
        assert isinstance(read(typed), str)
    assert isinstance(from_zawgyi(typed), str)


@given(st.text("0123456789 \n"))
def test_digits_and_spaces_of_zawgyi_are_those_of_unicode(typed: str) -> None:
    assert from_zawgyi(typed) == typed
