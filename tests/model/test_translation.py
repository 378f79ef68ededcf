"""How far a translation can be trusted."""

import re
import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.model.translation import HIDDEN, TRUSTED, State, Unit, digest, state_of

NOW, THEN = digest("The text."), digest("The text as it was.")


def units(state: State, source: str) -> dict[str, Unit]:
    return {"guides/pay#law": Unit(state=state, source_digest=source)}


@pytest.mark.parametrize("state", sorted(TRUSTED))
def test_what_was_checked_is_trusted_while_its_source_stands(state):
    assert state_of(units(state, NOW), "guides/pay#law", "The text.") == state


@pytest.mark.parametrize("state", sorted(TRUSTED))
def test_what_was_checked_is_stale_when_its_source_has_changed(state):
    assert state_of(units(state, THEN), "guides/pay#law", "The text.") == "stale-material"


@pytest.mark.parametrize("state", sorted(set(get_args(State)) - TRUSTED))
def test_what_was_not_checked_stays_what_it_is(state):
    for source in (NOW, THEN):
        assert state_of(units(state, source), "guides/pay#law", "The text.") == state


def test_what_nobody_speaks_of_comes_from_a_machine():
    assert state_of(units("reviewed", NOW), "guides/pay#help", "The text.") == "machine"
    assert state_of({}, "guides/pay#law", "The text.") == "machine"


def test_nothing_is_trusted_and_hidden_at_once():
    assert set() == TRUSTED & HIDDEN
    assert set(get_args(State)) >= TRUSTED | HIDDEN


def test_a_digest_stays_what_it_is_in_the_files_of_writers():
    assert digest("The text.") == "e999b1a6b0f9"


@given(st.text())
def test_a_digest_is_twelve_digits(text):
    assert re.fullmatch(r"[0-9a-f]{12}", digest(text))


@given(
    st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1),
    st.sampled_from(["\n", "  ", " \t"]),
)
def test_spacing_does_not_change_a_digest(words, gap):
    assert digest(" ".join(words)) == digest(f"{gap}{gap.join(words)}\n")


@given(st.text())
def test_composed_and_decomposed_letters_have_one_digest(text):
    assert digest(unicodedata.normalize("NFD", text)) == digest(unicodedata.normalize("NFC", text))


@given(st.text(st.characters(categories=["L"])), st.text(st.characters(categories=["L"])))
def test_other_words_have_another_digest(one, other):
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (digest(one) == digest(other)) == same
