"""Rules on how campaigns stand."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import load_all

from suluh.check.campaigns import states_follow_each_other
from suluh.model.campaign import FOLLOWS, Since

pytestmark = pytest.mark.usefixtures("campaign")

FILE = "campaigns/rest/campaign.yml"
LIVE = 'states: [{state: live, "on": 2026-10-01}]'
LEAVE = "  - {id: leave}"
TOLD = f"\n{FILE}:"


def states(*rows):
    """Write states, each with its day."""
    return "states: [" + ", ".join(f'{{state: {state}, "on": {day}}}' for state, day in rows) + "]"


def became(state):
    """Change the state of the campaign, which was live."""
    return FILE, LIVE, states(("live", "2026-10-01"), (state, "2026-11-01"))


# --- one state follows another ---


@pytest.mark.parametrize("state", ["draft", "review", "live"])
def test_a_campaign_begins_in_preparation_or_live(said, state):
    assert said((FILE, "state: live", f"state: {state}")) == ""


@pytest.mark.parametrize("state", ["won", "scheduled", "withdrawn"])
def test_a_campaign_does_not_begin_at_its_end(said, state):
    told = f"""
campaigns/rest/campaign.yml:1:11: error: '{state}' cannot come first. [campaigns/states]
    Write one of: draft, review, live.
"""
    assert told in said((FILE, "state: live", f"state: {state}"))


def test_a_state_comes_only_after_one_that_leads_to_it(said):
    told = """
campaigns/rest/campaign.yml:1:45: error: 'live' cannot come after 'draft'. [campaigns/states]
    Write one of: review, withdrawn.
"""
    assert said((FILE, LIVE, states(("draft", "2026-09-01"), ("live", "2026-10-01")))) == told


def test_what_was_withdrawn_does_not_come_back(said):
    told = """
campaigns/rest/campaign.yml:1:44: error: 'withdrawn' cannot come after 'withdrawn'. [campaigns/states]
    Delete it: what was withdrawn stays so.
"""
    rows = ("withdrawn", "2026-10-02"), ("live", "2026-10-03")
    lines = said((FILE, LIVE, states(("live", "2026-10-01"), *rows)))
    assert "error: 'live' cannot come after 'withdrawn'. [campaigns/states]" in lines
    assert told.splitlines()[2] in lines


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(rows=st.lists(st.sampled_from(sorted(FOLLOWS)), min_size=1, max_size=6))
def test_every_way_that_the_states_may_take_is_good_and_no_other(one_site, rows):
    site, record = one_site
    changed = record.model_copy(update={"states": tuple(Since(state=name, on=date(2026, 1, 1)) for name in rows)})
    wrong = (rows[0] not in {"draft", "review", "live"}) + sum(
        after not in FOLLOWS[before] for before, after in pairwise(rows)
    )
    assert len(list(states_follow_each_other(held(site, changed), date(2026, 11, 22)))) == wrong


@pytest.fixture
def one_site(good):
    site, _ = load_all(good.root)
    assert site is not None
    return site, site.campaigns["rest"]


def held(site, record):
    """Hold another record of the campaign."""
    return type(site)(**{name: getattr(site, name) for name in site.__dataclass_fields__} | {
        "campaigns": {"rest": record},
    })  # fmt: skip


def test_states_stand_in_the_order_of_their_days(said):
    told = """
campaigns/rest/campaign.yml:1:62: error: This state began before the one above it. [campaigns/states]
    Add new states below; mend the day that is wrong.
"""
    assert said((FILE, LIVE, states(("live", "2026-10-01"), ("delivered", "2026-09-30")))) == told


def test_two_states_may_begin_on_one_day(said):
    assert said((FILE, LIVE, states(("review", "2026-10-01"), ("live", "2026-10-01")))) == ""


# --- what has not been yet ---


@pytest.mark.parametrize(
    ("old", "new", "place", "day"),
    [
        ('live, "on": 2026-10-01', 'live, "on": 2026-11-23', "1:24", "2026-11-23"),
        ('won, "on": "2026-09"', 'won, "on": "2026-12"', "7:56", "2026-12"),
        ('"on": "2026", by', '"on": "2027", by', "13:13", "2027"),
        ("since: 2026-10-01", "since: 2026-11-23", "15:24", "2026-11-23"),
        ("endorsers:", 'updates: [{"on": 2026-11-23, text: {en: News}}]\nendorsers:', "15:12", "2026-11-23"),
    ],
    ids=["state", "outcome", "promise", "endorser", "news"],
)
def test_nothing_is_told_before_it_happens(said, old, new, place, day):
    told = f"""
campaigns/rest/campaign.yml:{place}: error: {day} has not been yet. [campaigns/future]
    Write the day on which it really happened, or wait for it.
"""
    assert said((FILE, old, new)) == told


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11", "2026"])
def test_what_happened_today_may_be_told(said, day):
    assert said((FILE, 'won, "on": "2026-09"', f'won, "on": "{day}"')) == ""


# --- what was won ---


def test_a_campaign_is_not_won_while_something_is_left(said):
    told = """
campaigns/rest/campaign.yml:1:44: error: This campaign is called won, but not: leave. [campaigns/won]
    Write 'state: partly_won', or mend the outcomes.
"""
    assert said(became("won")) == told


@pytest.mark.parametrize("state", ["partly_won", "lost", "closed"])
def test_a_campaign_that_ended_otherwise_may_have_something_left(said, state):
    assert said(became(state)) == ""


def test_a_campaign_is_won_when_all_is_won(said):
    won = '  - {id: leave, outcome: {state: won, "on": "2026-10", source: [survey]}}'
    assert said(became("won"), (FILE, LEAVE, won)) == ""


def test_a_campaign_is_not_partly_won_when_nothing_is(said):
    told = """
campaigns/rest/campaign.yml:1:44: error: This campaign is called partly won, but nothing that it asks for is. [campaigns/won]
    Write the outcome of what was won, or another state.
"""  # noqa: E501 (as it is said)
    assert said(became("partly_won"), (FILE, "{state: won,", "{state: promised,")) == told


OUTCOME = '{state: won, "on": "2026-09", source: [survey]}'


@pytest.mark.parametrize("state", ["promised", "won", "rejected", "overtaken"])
def test_an_outcome_has_a_day_and_a_source(said, state):
    told = f"""
campaigns/rest/campaign.yml:7:34: error: '{state}' is said here without 'on'. [campaigns/outcome]
    Add "on": "2026-11", in quotes, with the right day.
campaigns/rest/campaign.yml:7:34: error: '{state}' is said here without 'source'. [campaigns/outcome]
    Add 'source: [one-id]', or write 'state: open'.
"""
    assert said((FILE, OUTCOME, f"{{state: {state}}}")) == told


def test_what_is_still_open_needs_neither(said):
    assert said((FILE, OUTCOME, "{state: open}")) == ""


def test_what_is_partly_won_says_who_is_left_out(said):
    told = """
campaigns/rest/campaign.yml:7:34: error: Nobody can tell here who is still left out. [campaigns/outcome]
    Add 'left_out: {en: …}'; if it is nobody, write 'state: won'.
"""
    partly = OUTCOME.replace("won", "partly_won")
    assert said((FILE, OUTCOME, partly)) == told


def test_what_is_partly_won_and_says_it_is_good(said):
    assert said((FILE, OUTCOME, OUTCOME.replace("won", "partly_won").replace("]}", "], left_out: {en: Cooks}}"))) == ""


# --- what comes after ---


def test_a_campaign_does_not_follow_itself(said):
    told = """
campaigns/rest/campaign.yml:16:1: error: This campaign follows itself. [campaigns/follow-up]
    Name another one, or delete this line.
"""
    assert said(became("closed"), (FILE, "endorsers:", "ended: done\nfollow_up: rest\nendorsers:")) == told


@pytest.mark.parametrize("state", ["delivered", "paused"])
@pytest.mark.parametrize("line", ["follow_up: pay", "ended: done"])
def test_only_what_is_over_ended_and_is_followed(said, state, line):
    key = line.partition(":")[0]
    told = f"""
campaigns/rest/campaign.yml:15:1: error: '{key}' stands here, but this campaign is not over: it is {state}. [campaigns/follow-up]
    Delete this line, or add the state in which it ended.
"""  # noqa: E501 (as it is said)
    assert said(became(state), (FILE, "endorsers:", f"{line}\nendorsers:")) == told


@pytest.mark.parametrize("state", ["partly_won", "lost", "closed"])
def test_a_campaign_that_is_over_may_lead_on_to_another(said, state):
    assert said(became(state), (FILE, "endorsers:", "ended: done\nfollow_up: pay\nendorsers:")) == ""


# --- houses, ids, hours ---


@pytest.mark.parametrize(
    ("route", "what"),
    [
        ("{kind: house}", "Nobody can tell here which house of parliament this is for."),
        ("{house: {en: The House}}", "A memorandum is not a petition of a house of parliament."),
        ("{kind: memorandum, house: {en: The House}}", "A memorandum is not a petition of a house of parliament."),
    ],
)
def test_only_a_petition_of_a_house_names_one(said, route, what):
    told = said((FILE, "endorsers:", f"formal_route: {route}\nendorsers:"))
    assert f"{TOLD}15:1: error: {what} [campaigns/house]\n" in told


@pytest.mark.parametrize("route", ["{kind: house, house: {en: The House}}", "{kind: memorandum}", "{}"])
def test_a_petition_of_a_house_and_a_memorandum_are_good(said, route):
    assert said((FILE, "endorsers:", f"formal_route: {route}\nendorsers:")) == ""


PAY = "campaigns/pay/campaign.yml"


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("  - {id: slip}", "  - {id: slip}\n  - {id: pay}", "pay"),
        ("  - {id: ring,", "  - {id: read, kind: read, audience: [ally], risk: 0}\n  - {id: ring,", "read"),
        ("[family, health]", "[family, health, family]", "family"),
        ("title: {en: River day}}]", 'title: {en: River day}}, {id: river-day, "on": 2026-12-19, title: {en: One}}]',
         "river-day"),
    ],
    ids=["ask", "action", "paragraph", "event"],
)  # fmt: skip
def test_an_id_stands_once_within_a_campaign(said, old, new, name):
    told = f"error: '{name}' stands here a second time. [campaigns/twice]\n    Use another id.\n"
    assert told in said((PAY, old, new))


def test_an_ask_and_an_action_may_have_one_id(said):
    assert "campaigns/twice" not in said((FILE, LEAVE, "  - {id: read}"))


@pytest.mark.parametrize(
    ("hours", "what"),
    [
        ('ends: "12:00"', "This event ends before anybody knows that it has begun."),
        ('starts: "12:00", ends: "12:00"', "This event ends before it begins."),
        ('starts: "23:00", ends: "01:00"', "This event ends before it begins."),
    ],
)
def test_an_event_ends_after_it_begins(said, hours, what):
    told = said((PAY, 'starts: "10:00", ends: "12:00"', hours))
    assert f"error: {what} [campaigns/hours]\n    Write 'starts', and an 'ends' after it" in told


@pytest.mark.parametrize("hours", ['starts: "10:00"', 'starts: "20:00", ends: "24:00"', "cancelled: true"])
def test_an_event_need_not_say_its_hours(said, hours):
    assert said((PAY, 'starts: "10:00", ends: "12:00"', hours)) == ""
