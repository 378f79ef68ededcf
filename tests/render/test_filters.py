"""How templates say texts, numbers and days."""

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.render.filters import day, fill, numbers, said

ENGLISH = Language(code="en", name="English")
URDU = Language(code="ur", name="اردو", direction="rtl")
FLAGSHIP = ("en", "ms", "id", "bn", "ne", "my", "fil", "ta", "hi", "ur", "vi", "km", "th", "zh-Hans")
MIXED = st.text(st.sampled_from("ab <>&\"'مدد،0123456789٣RM+-–.,:/()%"))


@given(MIXED)
def test_saying_numbers_loses_no_letter_and_lets_no_tag_in(text: str) -> None:
    without = re.sub(r'<bdi dir="ltr">|</bdi>', "", numbers(text, "rtl"))
    assert "<" not in without
    assert unescape(without) == text


@given(MIXED)
def test_in_right_to_left_text_every_digit_is_isolated(text: str) -> None:
    between = re.sub(r'<bdi dir="ltr">[^<]*</bdi>', "", numbers(text, "rtl"))
    assert not re.search("[0-9]", unescape(between))


@given(MIXED)
def test_in_left_to_right_text_numbers_are_left_as_they_are(text: str) -> None:
    assert numbers(text, "ltr") == escape(text)


@pytest.mark.parametrize(
    "number", ["999", "03-8000 8000", "+60 3-8000 8000", "RM1,700", "RM 1,700.50", "12.5%", "9:00–17:00", "1/2/2026"]
)
def test_what_belongs_together_is_isolated_as_one(number: str) -> None:
    assert numbers(f"مدد {number} مدد", "rtl") == f'مدد <bdi dir="ltr">{number}</bdi> مدد'


@pytest.mark.parametrize("name", ["Employment Act 1955", "Employment (Amendment) Act 2022", "Form 49", "O'Neil-Tan 7"])
def test_a_latin_name_is_isolated_with_its_number(name: str) -> None:
    assert numbers(f"مدد ({name}) مدد", "rtl") == f'مدد (<bdi dir="ltr">{escape(name)}</bdi>) مدد'


def test_a_text_in_the_language_of_the_page_stands_bare() -> None:
    assert said(Reading("Pay & rest", "en", "ltr"), "en") == "Pay &amp; rest"


def test_a_text_in_another_language_says_which() -> None:
    assert said(Reading("مدد 7", "ur", "rtl"), "en") == '<span lang="ur" dir="rtl">مدد <bdi dir="ltr">7</bdi></span>'


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2026, 11, 22), "en-MY", "22 November 2026"),
        (date(2026, 11, 22), "en", "November 22, 2026"),
        ("2026-11-22", "ms", "22 November 2026"),
        ("2016-12", "ms", "Disember 2016"),
        ("2011", "ms", "2011"),
        ("2016-12", "ur", "دسمبر 2016"),
        ("2026-11-22", "zh-Hans", "2026年11月22日"),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_known(value: date | str, code: str, text: str) -> None:
    assert day(value, Language(code="en", name=".", locale=code)) == text


@pytest.mark.parametrize("code", FLAGSHIP)
def test_every_language_of_the_flagship_can_write_a_day(code: str) -> None:
    assert re.search(r"\w", day("2026-11-22", Language(code=code, name=code)))


@pytest.mark.parametrize(
    ("value", "said_as"),
    [
        (7, '<bdi dir="ltr">7</bdi>'),
        ("<b>", "<bdi>&lt;b&gt;</bdi>"),
        (date(2026, 11, 22), "<bdi>22 نومبر، 2026</bdi>"),
        (Reading("A&B", "en", "ltr"), '<bdi lang="en" dir="ltr">A&amp;B</bdi>'),
    ],
)
def test_what_fills_a_pattern_keeps_its_own_direction(value: object, said_as: str) -> None:
    assert fill("مدد {it}!", URDU, {"it": value}) == f"مدد {said_as}!"


def test_a_pattern_is_text_and_its_numbers_are_isolated() -> None:
    assert fill("<i> 24 {it}", URDU, {"it": "x"}) == '&lt;i&gt; <bdi dir="ltr">24</bdi> <bdi>x</bdi>'


def test_a_pattern_without_its_value_is_refused() -> None:
    with pytest.raises(KeyError):
        fill("on {date}", ENGLISH, {"day": 1})
