"""The words of the interface."""

import re
from typing import get_args

import pytest

from suluh.model.campaign import AUDIENCES, HIDDEN, MESSAGES, Audience, Campaign, Doing, Outcome, State
from suluh.model.fact import Covers, Fact
from suluh.model.organisation import Kind
from suluh.model.picture import Form
from suluh.model.tally import Channel
from suluh.model.words import KEYS


def values(model, name):
    return get_args(model.model_fields[name].annotation)


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("kind", get_args(Kind)),
        ("state", set(get_args(State)) - HIDDEN),
        ("outcome", values(Outcome, "state")),
        ("for", get_args(Audience)),
        ("covered", get_args(Covers)),
        ("domestic", get_args(Covers)),
        ("promise", ("kept", "not_kept", "open", "late", "planned", "coming", "due")),
        ("next", get_args(Doing)),
        ("message", MESSAGES),
        ("channel", get_args(Channel)),
        ("picture", get_args(Form)),
        ("ended", get_args(get_args(Campaign.model_fields["ended"].annotation)[0])),
        ("cost", values(Fact, "cost")),
        ("risk", (0, 1, 2, 3)),
    ],
)
def test_there_is_a_word_for_every_value_that_is_shown_and_for_no_other(prefix, said):
    others = {"kind-of-help", "next-page"}
    words = {key for key in KEYS if re.fullmatch(rf"{prefix}-[a-z0-9_]+", key)} - others
    assert words == {f"{prefix}-{value}" for value in said}


def test_every_audience_has_its_turn():
    assert sorted(AUDIENCES) == sorted(get_args(Audience))


def test_a_key_is_lower_case_words():
    assert [key for key in KEYS if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", key)] == []


def test_a_placeholder_is_one_word():
    assert [name for names in KEYS.values() for name in names if not re.fullmatch(r"[a-z]+", name)] == []
