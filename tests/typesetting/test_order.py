"""The order of signs in a line that has letters of both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.typesetting.order import in_order, levels

URDU = st.sampled_from(("آرام", "کے", "دن", "قانون،", "ہے۔"))
NUMBERS = st.sampled_from(("03-2148 8888", "+60 3-8000 8000", "RM 1,700", "15", "2021/22", "95%", "8:00"))


def seen(text: str, direction: str = "rtl") -> str:
    """Give a line as it stands, from left to right."""
    return "".join(in_order(text, levels(text, direction)))


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"])))
def test_latin_letters_stand_as_they_are_written(text):
    assert seen(text, "ltr") == text


@given(st.lists(URDU, min_size=1).map(" ".join))
def test_urdu_stands_from_right_to_left(text):
    assert seen(text) == text[::-1]


@given(st.lists(URDU, min_size=1).map(" ".join), NUMBERS, st.lists(URDU, min_size=1).map(" ".join))
def test_a_number_in_urdu_keeps_its_order(before, number, after):
    assert seen(f"{before} {number} {after}") == f"{after[::-1]} {number} {before[::-1]}"


@pytest.mark.parametrize(
    ("written", "standing"),
    [
        ("نئے Employment Act میں", "ںیم Employment Act ےئن"),
        ("نئے Act 1955 میں", "ںیم Act 1955 ےئن"),
        ("نئے Act (EA) میں", "ںیم Act (EA) ےئن"),
        ("10، 20 اور 30", "30 روا 20 ،10"),
    ],
)
def test_english_in_urdu_keeps_its_order(written, standing):
    assert seen(written) == standing


def test_urdu_in_english_goes_from_right_to_left_inside_of_it():
    assert seen("Say حق ملے now", "ltr") == "Say ےلم قح now"


@given(st.lists(st.integers(0, 4)))
def test_no_run_is_lost_or_doubled(depths):
    assert sorted(in_order(range(len(depths)), depths)) == list(range(len(depths)))


@given(st.text(), st.sampled_from(("ltr", "rtl")))
def test_every_sign_has_a_level(text, direction):
    assert len(levels(text, direction)) == len(text)
