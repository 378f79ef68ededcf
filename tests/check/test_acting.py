"""Rules on what readers are asked to do."""

import pytest

pytestmark = pytest.mark.usefixtures("campaign")

FILE, PAY = "campaigns/rest/campaign.yml", "campaigns/pay/campaign.yml"
MARCH = "[worker], risk: 2, needs_organiser: true"
ELSEWHERE = '[ally], risk: 1, address: "https://sign.example/", collects: [name]'


@pytest.mark.parametrize("risk", [2, 3])
@pytest.mark.parametrize("audience", ["[worker]", "[ally, worker]"])
def test_what_is_risky_for_a_worker_needs_an_organiser(said, audience, risk):
    told = f"""
campaigns/rest/campaign.yml:11:5: error: This action has risk {risk} and is offered to workers alone. [campaigns/risk]
    Add 'needs_organiser: true', or take 'worker' out.
"""
    assert said((FILE, MARCH, f"{audience}, risk: {risk}")) == told


def test_what_is_risky_only_for_others_is_theirs_to_decide(said):
    assert said((FILE, MARCH, "[ally, family], risk: 3")) == ""


def test_workers_are_offered_something_safe_or_nothing(said):
    told = """
campaigns/rest/campaign.yml:9:1: error: All that is offered to workers is risky. [campaigns/safe]
    Add something with 'risk: 1' or less, such as reading; or offer them nothing.
"""
    assert said((FILE, "[worker], risk: 1", "[ally], risk: 1")) == told


def test_a_campaign_may_offer_nothing_to_workers(said):
    assert said((FILE, "[worker], risk: 1", "[ally], risk: 1"), (FILE, MARCH, "[ally], risk: 1")) == ""


@pytest.mark.parametrize(
    ("action", "what", "hint"),
    [
        ("[ally], risk: 1, collects: [name]", "Nobody can tell here where this is done.", "Add 'address: https://…/'."),
        ('[ally], risk: 1, address: "https://sign.example/"',
         "Nobody can tell here what that site keeps of those who sign.", "Add 'collects: [name, email]'."),
        (ELSEWHERE.replace("[ally]", "[ally, worker]"), "Another site would keep the names of workers.",
         "Take 'worker' out."),
    ],
)  # fmt: skip
def test_what_is_done_elsewhere_says_where_and_what_is_kept_and_is_not_for_workers(said, action, what, hint):
    told = f"""
campaigns/pay/campaign.yml:16:5: error: {what} [campaigns/elsewhere]
    {hint}
"""
    assert said((PAY, ELSEWHERE, action)) == told


def test_what_leads_to_another_site_is_called_so(said):
    told = """
campaigns/pay/campaign.yml:16:5: error: This action leads to another site, but is not called so. [campaigns/elsewhere]
    Write 'kind: external'.
"""
    assert said((PAY, "kind: external", "kind: tell")) == told


@pytest.mark.parametrize(
    ("kind", "line", "place"),
    [("letter", "letter: {to: office, choose: [family, health]}\n", "12:5"), ("call", "call: {to: office}\n", "13:5"),
     ("sign_on", "sign_on: {to: one}\n", "14:5"), ("paper", "paper: {holder: one, destroy_by: 2027-10-01}\n", "15:5")],
)  # fmt: skip
def test_what_is_offered_is_there(said, kind, line, place):
    told = said((PAY, line, ""))
    what = f"'{kind}' is offered here, and this campaign has no '{kind}'. [campaigns/needs]"
    assert f"\ncampaigns/pay/campaign.yml:{place}: error: {what}\n    Add a line '{kind}: {{" in told


@pytest.mark.parametrize(("key", "place"), [("letter: {to: office", "17:10"), ("call: {to: office", "18:8")])
def test_whoever_is_written_to_is_one_of_the_targets(said, good, key, place):
    good.write("campaigns/targets/minister.yml", good.read("campaigns/targets/office.yml"))
    told = f"""
campaigns/pay/campaign.yml:{place}: error: 'minister' is not one of this campaign's targets. [campaigns/to]
    Write one of: office.
"""
    assert said((PAY, key, key.replace("office", "minister"))) == told


def test_a_target_that_does_not_exist_is_told_once(said):
    told = """
campaigns/pay/campaign.yml:18:8: error: There is no target 'offices'. [references/unknown]
    Did you mean 'office'?
"""
    assert said((PAY, "call: {to: office}", "call: {to: offices}")) == told
