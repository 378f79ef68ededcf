"""Rules on age."""

from datetime import date

import pytest

GUIDE = ("content/guides/pay/guide.yml", "by: 2027-05-01")
CAMPAIGN = ("campaigns/rest/campaign.yml", "review_by: 2027-05-01")


def test_a_guide_is_overdue_the_day_after_its_review(said):
    told = """
content/guides/pay/guide.yml:9:1: warning: This guide was to be read again by 2026-11-21; readers are told so. [freshness/guide]
    Check each statement, then set 'as_at' and 'review'.
"""  # noqa: E501 (as it is said)
    assert said((*GUIDE, "by: 2026-11-21")) == told


AS_AT = ("content/guides/pay/guide.yml", "as_at: 2026-11-01")
CHANGED = ("content/facts/facts.yml", "since: 2020-01-01", "since: 2026-11-02")


def test_a_guide_that_was_read_before_a_fact_changed_is_to_be_read_again(said):
    told = """
content/guides/pay/guide.yml:8:1: warning: The fact 'pay-limit' changed on 2026-11-02, after this guide was read; readers are told so. [freshness/law]
    Read the guide again, then set 'as_at'.
"""  # noqa: E501 (as it is said)
    assert said(CHANGED) == told


def test_a_guide_that_was_read_on_the_day_a_fact_changed_is_up_to_date(said):
    assert said(CHANGED, (*AS_AT, "as_at: 2026-11-02")) == ""


def test_a_change_that_is_yet_to_come_is_no_reason_to_read_a_guide_again(said):
    coming = "\n    - {since: 2026-11-23, value: 6, source: [gazette], checked_on: 2026-11-01, grade: A}\n- id: lamp"
    assert said(("content/facts/facts.yml", "\n- id: lamp", coming)) == ""


PATHWAY = """
risk: low
start: told
tests: [{answers: [unsure], outcome: end}]
nodes:
  told: {kind: date, limit: pay-limit, options: [{id: unsure, next: end}]}
  end: {kind: outcome, lines: [lamp-line]}
"""
TOOLS = {
    "letter": (
        "content/letters/ask/letter.yml",
        "blanks: [{id: name, kind: text}]\nparagraphs: [ask]\n",
        "## Ask {#ask}\n\nI ask for it, [=name]. Within {pay-limit} days.\n",
    ),
    "card": ("content/cards/mine/card.yml", "", "## Mine {#card}\n\n- They must pay. [^pay-limit]\n"),
    "calculator": ("content/calculators/owed/calculator.yml", "sum: owed\nrates: {days: pay-limit}\n", ""),
    "pathway": ("content/pathways/unpaid/pathway.yml", PATHWAY.lstrip(), ""),
}


@pytest.mark.parametrize("kind", TOOLS)
def test_what_goes_with_a_guide_is_to_be_read_with_it(said, good, kind):
    file, record, text = TOOLS[kind]
    good.write(file, f"order: 1\nicon: star\nguide: pay\n{record}")
    if text:
        good.write(f"{file.rpartition('/')[0]}/en.md", f"---\ntitle: A title\nsummary: A summary.\n---\n{text}")
    told = f"""
{file}:3:1: warning: The fact 'pay-limit' changed on 2026-11-02, after the guide of this {kind} was read. [freshness/law]
    Read both again, then set 'as_at' of the guide.
"""  # noqa: E501 (as it is said)
    assert told in said(CHANGED)
    assert "freshness/law" not in said((*AS_AT, "as_at: 2026-11-02"))


def test_a_campaign_is_overdue_the_day_after_its_review(said):
    told = """
campaigns/rest/campaign.yml:2:1: warning: This campaign was to be looked at by 2026-11-21; readers are told so. [freshness/campaign]
    Check state, asks and timeline, then set 'review_by'.
"""  # noqa: E501 (as it is said)
    assert said((*CAMPAIGN, "review_by: 2026-11-21")) == told


OFFICE = "campaigns/targets/office.yml"
WAY = "contact: [{kind: page, address: 'https://x.example/', source: [gazette], checked_on: DAY}]\n"


def test_an_office_is_checked_at_least_every_half_year(said):
    told = """
campaigns/targets/office.yml:4:1: warning: This office was last checked on 2026-05-25. [freshness/target]
    Compare it with its source, then set 'checked_on'.
"""
    assert said((OFFICE, "checked_on: 2026-11-01", "checked_on: 2026-05-25")) == told
    assert said((OFFICE, "checked_on: 2026-05-25", "checked_on: 2026-05-26")) == ""


def test_a_way_to_an_office_is_not_shown_half_a_year_after_it_was_checked(said, good):
    good.write(OFFICE, good.read(OFFICE) + WAY.replace("DAY", "2026-05-25"))
    told = """
campaigns/targets/office.yml:5:74: warning: This page was last checked on 2026-05-25; it is no longer shown. [freshness/target]
    Compare it with its source, then set 'checked_on'.
"""  # noqa: E501 (as it is said)
    assert said() == told
    assert said((OFFICE, "2026-05-25", "2026-05-26")) == ""


def test_what_is_to_be_read_again_today_is_in_time(said):
    assert said((*GUIDE, "by: 2026-11-22"), (*CAMPAIGN, "review_by: 2026-11-22")) == ""


@pytest.mark.parametrize(
    ("today", "consequence"),
    [
        (date(2026, 11, 1), ""),
        (date(2027, 4, 30), ""),
        (date(2027, 5, 1), "readers see that date"),
        (date(2027, 11, 1), "readers see that date"),
        (date(2027, 11, 2), "it is no longer shown"),
    ],
    ids=["checked today", "180 days", "181 days", "365 days", "366 days"],
)
def test_a_line_grows_old_after_half_a_year_and_is_hidden_after_one(said, today, consequence):
    told = f"""
content/facts/facts.yml:21:3: warning: This line was last checked on 2026-11-01; {consequence}. [freshness/line]
    Call it, then set 'called_on' and 'checked_on'.
"""
    later = [(*GUIDE, "by: 2030-01-01"), (*CAMPAIGN, "review_by: 2030-01-01")]
    found = said(*later, today=today)
    assert told in found if consequence else "freshness/line" not in found


@pytest.mark.parametrize(
    ("shown", "hidden", "consequence"), [(20, 400, "readers see that date"), (10, 20, "it is no longer shown")]
)
def test_each_site_says_when_its_lines_grow_old(said, shown, hidden, consequence):
    settings = f"line_shows_date_after: {shown}\nline_hidden_after: {hidden}\nlines: ["
    assert f"last checked on 2026-11-01; {consequence}." in said(("content/site.yml", "lines: [", settings))


def test_a_limit_does_not_grow_old_as_a_line_does(said):
    old = "value: 9, source: [gazette], checked_on:"
    assert said(("content/facts/facts.yml", f"{old} 2026-11-01", f"{old} 2001-11-01")) == ""
