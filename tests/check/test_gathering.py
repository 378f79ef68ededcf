"""Rules on what is gathered: numbers, never names."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import load_all

from suluh.check.gathering import LARGEST, no_fewer_than_nobody_is_counted
from suluh.model.tally import Tally

pytestmark = pytest.mark.usefixtures("campaign")

FILE, ROWS = "campaigns/pay/campaign.yml", "campaigns/pay/tallies.yml"
SECOND = "  - {people: 800, by: 2027-03-01, since: 2026-11-01}"


def test_what_is_counted_is_counted_for_a_campaign_that_exists(said, good):
    good.write("campaigns/pray/tallies.yml", good.read(ROWS))
    told = """
campaigns/pray/tallies.yml:1:1: error: There is no campaign 'pray' to count for. [tallies/campaign]
    Did you mean 'pay'?
"""
    assert said() == told


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "hint"),
    [
        ("2026-11-01", "2026-11-23", "3:4", "2026-11-23 has not been yet. [tallies/future]",
         "Write the day of the count."),
        ("count: 70", "count: 0", "2:52", "This batch counts nobody. [tallies/count]", "Delete it."),
        ("count: 70", "count: -1", "2:52", "This batch takes away, but corrects no other. [tallies/count]",
         "Add 'corrects: …' with the batch that was wrong."),
        ("count: 70", "count: 123456789", "2:52", "This looks like the number of a phone or a card. [tallies/large]",
         "Take it out. Write how many people signed."),
        ("batch: M-1", "batch: A-1", "2:40", "The batch 'A-1' is counted a second time. [tallies/batch]",
         "Delete one; or add 'corrects: A-1', and the difference as 'count'."),
        ("corrects: A-1", "corrects: A-9", "3:104", "No batch 'A-9' stands above this line. [tallies/batch]",
         "Did you mean 'A-1'?"),
        ("corrects: A-1", "corrects: A-2", "3:104", "No batch 'A-2' stands above this line. [tallies/batch]",
         "Did you mean 'A-1'?"),
        ("count: -2", "count: -131", "3:50", "With this line, -1 people are counted. [tallies/total]",
         "Take away no more than was counted above."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_count_is_told_at_its_line(said, old, new, place, what, hint):
    assert said((ROWS, old, new)) == f"\n{ROWS}:{place}: error: {what}\n    {hint}\n"


@pytest.mark.parametrize(("count", "right"), [(LARGEST, True), (LARGEST + 1, False)])
def test_a_batch_is_no_larger_than_two_people_can_count(said, count, right):
    assert ("tallies/large" not in said((ROWS, "count: 70", f"count: {count}"))) is right


def test_a_correction_may_stand_under_the_batch_that_it_corrects(said):
    assert said((ROWS, "batch: A-2", "batch: A-1")) == ""


def test_all_may_be_taken_away_again(said):
    assert said((ROWS, "count: -2", "count: -130")) == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(counts=st.lists(st.integers(-40, 40).filter(bool), max_size=8))
def test_a_total_below_nothing_is_told_wherever_it_comes_about(site, counts):
    rows = tuple(
        Tally(on=date(2026, 11, 1), channel="paper", batch=f"A-{index}", count=count,
              counted_by=("role:one", "role:two"))
        for index, count in enumerate(counts)
    )  # fmt: skip
    below = any(count < 0 and sum(counts[: index + 1]) < 0 for index, count in enumerate(counts))
    object.__setattr__(site, "tallies", {"pay": rows})
    assert any(no_fewer_than_nobody_is_counted(site, date(2026, 11, 22))) is below


@pytest.fixture
def site(good):
    made, _ = load_all(good.root)
    assert made is not None
    return made


def test_a_name_in_a_tally_is_told_in_words(said):
    told = said((ROWS, "count: 70,", "count: 70, signer: Somebody (invented),"))
    assert f"\n{ROWS}:2:63: error: 'signer' is not a key that belongs here. [shape/unknown]\n" in told
    assert "    A tally holds numbers, never names. Write one of: " in told


# --- goals ---


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "hint"),
    [
        ("people: 800", "people: 500", "23:6", "This goal has the number of the one above it.",
         "Write another number, or delete it."),
        ("by: 2027-03-01, since: 2026-11-01", "by: 2026-11-01, since: 2026-11-01", "23:19",
         "This goal ends before it begins.", "Write a 'by' after 'since'."),
        ("since: 2026-11-01", "since: 2026-11-02", "23:5", "The goal was moved on 2026-11-02, and no news says so.",
         'Add to \'updates\': {"on": 2026-11-02, text: {en: …}}, and say why.'),
        ("since: 2026-10-01", "since: 2026-11-01", "23:35", "This goal does not begin after the one above it.",
         "Leave the goals that were told as they are, and add new ones below."),
    ],
)  # fmt: skip
def test_a_goal_is_not_moved_in_silence(said, old, new, place, what, hint):
    assert said((FILE, old, new)) == f"\n{FILE}:{place}: error: {what} [campaigns/goal]\n    {hint}\n"


def test_the_first_goal_needs_no_news(said):
    assert said((FILE, f"{SECOND}\n", "")) == ""


# --- organisations and sheets ---


def test_an_organisation_signs_once(said):
    endorsers = "[{org: one, since: 2026-10-01, confirmed_by: letter}"
    told = """
campaigns/rest/campaign.yml:15:67: error: 'one' signs here a second time. [campaigns/endorser]
    Delete one of the two.
"""
    twice = f"{endorsers}, {{org: one, since: 2026-10-02, confirmed_by: phone, show: false}}"
    assert said(("campaigns/rest/campaign.yml", endorsers, twice)) == told


def test_sheets_are_destroyed_by_their_day(said):
    told = """
campaigns/pay/campaign.yml:20:22: warning: The sheets were to be destroyed by 2026-11-21. [campaigns/sheets]
    Destroy them, say so in 'timeline', and delete 'paper' with its two sections.
"""
    assert said((FILE, "destroy_by: 2027-10-01", "destroy_by: 2026-11-21")) == told
    assert said((FILE, "destroy_by: 2026-11-21", "destroy_by: 2026-11-22")) == ""


def test_no_sheets_are_gathered_that_were_to_be_destroyed_before(said):
    told = """
campaigns/pay/campaign.yml:20:22: error: Sheets would be gathered since 2026-10-01 that were to be destroyed by 2026-10-01. [campaigns/sheets]
    Write a later day, and print new sheets.
"""  # noqa: E501 (as it is said)
    assert said((FILE, "destroy_by: 2027-10-01", "destroy_by: 2026-10-01")) == told
