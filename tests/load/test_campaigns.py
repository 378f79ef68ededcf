"""Campaigns, and the bills and targets that they share."""

from tests.load.conftest import told

from suluh.load.campaigns import load_campaigns
from suluh.load.guides import texts_in

CAMPAIGN = """
states: [{state: live, "on": 2026-10-01}]
review_by: 2027-05-01
icon: lamp
asks: [{id: rest}]
""".lstrip()
TEXT = "---\ntitle: A title\nsummary: A summary.\n---\n"
BILL = 'title: {en: A bill}\namends: act\nstages: [{"on": 2026-01-01, text: {en: Read}, source: [a], grade: A}]\n'
TARGET = "name: {en: Office}\nrole: {en: Decides.}\nsource: [a]\nchecked_on: 2026-11-01\n"


def test_a_campaign_is_a_folder_and_bills_and_targets_are_beside_it(reader_of):
    reader = reader_of({
        "campaigns/rest/campaign.yml": CAMPAIGN,
        "campaigns/rest/en.md": TEXT,
        "campaigns/bills/bill.yml": BILL,
        "campaigns/targets/office.yml": TARGET,
    })  # fmt: skip
    campaigns, bills, targets = load_campaigns(reader)
    assert [list(found) for found in (campaigns, bills, targets)] == [["rest"], ["bill"], ["office"]]
    assert [ask.id for ask in campaigns["rest"].asks] == ["rest"]
    assert list(texts_in(reader, "campaigns/rest", "campaign")) == ["en"]
    assert reader.problems == []


def test_a_bill_and_a_target_that_are_broken_are_left_out(reader_of):
    broken = {"campaigns/bills/bill.yml": "title: {en: A bill}\n", "campaigns/targets/office.yml": "- office\n"}
    reader = reader_of(broken)
    assert load_campaigns(reader) == ({}, {}, {})
    assert {problem.place.file for problem in reader.problems} == broken.keys()


def test_a_site_may_have_no_campaigns(reader_of):
    assert load_campaigns(reader_of({})) == ({}, {}, {})


def test_a_campaign_has_no_place_for_those_who_sign(reader_of):
    reader = reader_of({"campaigns/rest/campaign.yml": f"{CAMPAIGN}signers: [somebody]\n"})
    assert load_campaigns(reader)[0] == {}
    assert [problem.message for problem in reader.problems] == ["'signers' is not a key that belongs here."]


def test_who_endorses_is_an_organisation_and_says_how_it_is_known(reader_of):
    reader = reader_of({"campaigns/rest/campaign.yml": f"{CAMPAIGN}endorsers: [{{org: one, since: 2026-10-01}}]\n"})
    load_campaigns(reader)
    assert (
        told(reader.problems)
        == """
campaigns/rest/campaign.yml:5:13: error: 'confirmed_by' is missing. [shape/missing]
    Add a line 'confirmed_by: …'.
"""
    )


def test_what_happened_without_a_source_did_not_happen(reader_of):
    event = '{"on": "2026", text: {en: A march}, source: [], grade: A}'
    reader = reader_of({"campaigns/rest/campaign.yml": f"{CAMPAIGN}timeline: [{event}]\n"})
    load_campaigns(reader)
    assert (
        told(reader.problems)
        == """
campaigns/rest/campaign.yml:5:48: error: 'source' is empty. [shape/empty]
    Write a line 'source: [one-id]', with one id or more.
"""
    )
