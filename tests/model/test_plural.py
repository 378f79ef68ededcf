"""Words whose form depends on a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.model.plural import categories, chosen, placeholders, wrong_forms

DAYS = "For {count, plural, one {# day} other {# days}} since {date}."


@pytest.mark.parametrize(("number", "said"), [(0, "{count} days"), (1, "{count} day"), (2, "{count} days")])
def test_the_form_of_a_number_is_chosen(number, said):
    assert chosen(DAYS, "en-MY", {"count": number}.__getitem__) == f"For {said} since {{date}}."


@pytest.mark.parametrize(
    ("code", "forms"),
    [("en", ("one", "other")), ("my", ("other",)), ("zh-Hans", ("other",)), ("ur", ("one", "other")),
     ("ar", ("zero", "one", "two", "few", "many", "other")), ("qzz", ("other",))],
)  # fmt: skip
def test_the_forms_of_a_language_are_those_of_cldr(code, forms):
    assert categories(code) == forms


def test_a_pattern_with_other_forms_than_its_language_is_told():
    assert wrong_forms(DAYS, "en") == ()
    assert wrong_forms(DAYS, "th") == ("other",)
    assert wrong_forms("{count, plural, other {# ngày}}", "en") == ("one", "other")


def test_a_number_counts_once_among_the_placeholders_whatever_its_forms():
    assert placeholders(DAYS) == ["count", "date"]


@given(st.text(st.characters(exclude_characters="{}")))
def test_a_pattern_without_forms_stays_as_it_is(text):
    assert chosen(text, "en", str) == text
    assert placeholders(text) == []
