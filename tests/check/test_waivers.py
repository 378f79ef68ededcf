"""Waivers: a rule is broken on purpose, for a while."""

import pytest

OVERDUE = ("campaigns/rest/campaign.yml", "review_by: 2027-05-01", "review_by: 2026-11-21")
WAIVER = "- {rule: freshness/campaign, file: campaigns/rest/campaign.yml, reason: We are busy., until: 2026-11-22}\n"


@pytest.fixture
def said_with(said, good):
    """Say what is wrong with the good site after some changes, with these waivers."""

    def made(waivers, *changes):
        good.write("content/waivers.yml", waivers)
        return said(*changes)

    return made


def test_what_is_waived_is_not_said(said_with):
    assert said_with(WAIVER, OVERDUE) == ""


def test_a_waiver_that_waives_nothing_is_taken_out(said_with):
    told = """
content/waivers.yml:1:3: error: This waiver waives nothing. [waivers/unused]
    Delete it.
"""
    assert said_with(WAIVER) == told


def test_a_second_waiver_of_the_same_waives_nothing(said_with):
    told = """
content/waivers.yml:2:3: error: This waiver waives nothing. [waivers/unused]
    Delete it.
"""
    assert said_with(WAIVER * 2, OVERDUE) == told


@pytest.mark.parametrize(
    ("old", "new"),
    [("freshness/campaign", "freshness/guide"), ("campaigns/rest", "campaigns/other")],
    ids=["another rule", "another file"],
)
def test_a_waiver_holds_for_its_rule_in_its_file_only(said_with, old, new):
    lines = said_with(WAIVER.replace(old, new), OVERDUE).splitlines()
    assert [line.rpartition(" ")[2] for line in lines if line.startswith("c")] == [
        "[freshness/campaign]",
        "[waivers/unused]",
    ]


def test_a_waiver_ends_on_its_last_day(said_with):
    told = """
campaigns/rest/campaign.yml:2:1: warning: This campaign was to be looked at by 2026-11-21; readers are told so. [freshness/campaign]
    Check state, asks and timeline, then set 'review_by'.
content/waivers.yml:1:3: error: This waiver ended on 2026-11-21. [waivers/over]
    Mend what it waives, then delete it.
"""  # noqa: E501 (as it is said)
    assert said_with(WAIVER.replace("until: 2026-11-22", "until: 2026-11-21"), OVERDUE) == told


def test_a_waiver_lasts_half_a_year_at_most(said_with):
    assert said_with(WAIVER.replace("until: 2026-11-22", "until: 2027-05-21"), OVERDUE) == ""


def test_a_waiver_of_more_than_half_a_year_holds_nothing(said_with):
    said = said_with(WAIVER.replace("until: 2026-11-22", "until: 2027-05-22"), OVERDUE)
    told = """
content/waivers.yml:1:3: error: This waiver ends only on 2027-05-22. [waivers/long]
    Let it end within 180 days.
"""
    assert said.endswith(told)
    assert "[freshness/campaign]" in said


def test_a_rule_of_safety_cannot_be_waived(said_with):
    told = """
content/pages/help/en.md:7:1: error: '<b>' is HTML. [safety/html]
    Write Markdown: **bold**, *emphasis*, [a link](https://…).
content/waivers.yml:1:3: error: A rule of safety cannot be waived. [waivers/safety]
    Delete this waiver.
"""
    waiver = WAIVER.replace("freshness/campaign", "safety/html").replace(
        "campaigns/rest/campaign.yml", "content/pages/help/en.md"
    )
    assert said_with(waiver, ("content/pages/help/en.md", "Breathe.", "<b>Breathe.")) == told
