"""Rules on campaigns."""

import pytest

FILE = "campaigns/rest/campaign.yml"
MARCH = "[worker], risk: 2, needs_organiser: true"


@pytest.mark.parametrize("risk", [2, 3])
@pytest.mark.parametrize("audience", ["[worker]", "[ally, worker]"])
def test_what_is_risky_for_a_worker_needs_an_organiser(said, audience, risk):
    told = f"""
campaigns/rest/campaign.yml:12:5: error: This action has risk {risk} and is offered to workers alone. [campaigns/risk]
    Add 'needs_organiser: true', or take 'worker' out.
"""
    assert said((FILE, MARCH, f"{audience}, risk: {risk}")) == told


def test_what_is_risky_only_for_others_is_theirs_to_decide(said):
    assert said((FILE, MARCH, "[ally, family], risk: 3")) == ""


def test_a_campaign_is_not_won_while_something_is_left(said):
    told = """
campaigns/rest/campaign.yml:1:1: error: This campaign is called won, but not: leave. [campaigns/won]
    Write 'state: partly_won', or mend the outcomes.
"""
    assert said((FILE, "state: live", "state: won")) == told


@pytest.mark.parametrize("state", ["partly_won", "lost", "closed"])
def test_a_campaign_that_ended_otherwise_may_have_something_left(said, state):
    assert said((FILE, "state: live", f"state: {state}")) == ""


def test_a_campaign_is_won_when_all_is_won(said):
    assert said((FILE, "state: live", "state: won"), (FILE, "outcome: open", "outcome: won")) == ""
