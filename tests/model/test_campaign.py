"""How a campaign stands, and what was promised."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.model.campaign import FOLLOWS, HIDDEN, RUNNING, Ask, Campaign, Endorser, Promise, Since, State

STATES = get_args(State)
DAY = date(2026, 11, 22)


def campaign(*states: str, **more: object) -> Campaign:
    """Bring a campaign through some states."""
    passed = tuple(Since(state=state, on=DAY) for state in states)  # type: ignore[arg-type]
    return Campaign(states=passed, review_by=DAY, icon="bullhorn", asks=(Ask(id="rest"),), **more)  # type: ignore[arg-type]


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_what_can_come_after_a_state_is_a_state_and_never_the_same(before: State, after: State) -> None:
    assert set(FOLLOWS[before]) <= set(STATES)
    assert before not in FOLLOWS[before]
    if before == "withdrawn":
        assert after not in FOLLOWS[before]


@pytest.mark.parametrize("state", sorted(set(STATES) - {"withdrawn"}))
def test_a_campaign_can_be_taken_back_or_stopped_from_every_state(state: State) -> None:
    assert {"withdrawn", "paused"} & set(FOLLOWS[state])


@pytest.mark.parametrize("state", STATES)
def test_only_what_readers_see_can_be_done_or_shared(state: State) -> None:
    one = campaign("live", state)
    assert one.shown == (state not in HIDDEN)
    assert one.running == (state in RUNNING)
    assert not one.running or one.sends
    assert not one.sends or one.shown


def test_the_last_state_counts_and_the_first_that_is_seen_is_its_beginning() -> None:
    one = campaign("draft", "review", "live", "paused")
    assert (one.state, one.begun) == ("paused", DAY)
    assert campaign("draft").begun is None


def test_only_who_wants_to_be_named_has_signed_for_readers() -> None:
    endorsers = tuple(Endorser(org=name, since=DAY, confirmed_by="letter", show=show)
                      for name, show in (("open", True), ("hidden", False)))  # fmt: skip
    one = campaign("live", endorsers=endorsers)
    assert (one.signed_by("open"), one.signed_by("hidden")) == (True, False)
    assert not campaign("live", "withdrawn", endorsers=endorsers).signed_by("open")


@pytest.mark.parametrize(
    ("due", "today", "standing"),
    [
        ("2026-11-22", DAY, "open"),
        ("2026-11-21", DAY, "late"),
        ("2026-11", date(2026, 11, 30), "open"),
        ("2026-11", date(2026, 12, 1), "late"),
        ("2025", DAY, "late"),
        (None, DAY, "open"),
    ],
)
def test_a_promise_is_late_when_all_of_its_time_has_passed(due: str | None, today: date, standing: str) -> None:
    promise = Promise(on="2024", by={"en": "An office"}, text={"en": "Soon"}, due=due, state="open", source=("a",),
                      grade="A")  # fmt: skip
    assert promise.standing(today) == standing
    assert promise.model_copy(update={"state": "kept"}).standing(today) == "kept"
