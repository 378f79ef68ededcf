"""Rules on the directory."""

import pytest

FILE = "directory/organisations/one.yml"


@pytest.mark.parametrize("known", [', "on": 2026-10-01', ", how: phone"], ids=["when", "how"])
def test_a_verified_entry_says_when_and_how(said, known):
    told = """
directory/organisations/one.yml:7:1: error: This entry is called verified, but not when or not how. [directory/verified]
    Add '"on": …' and 'how: …', or write 'state: unverified'.
"""
    assert said((FILE, known, "")) == told


@pytest.mark.parametrize("state", ["unverified", "disputed", "closed"])
def test_an_entry_that_is_not_verified_need_not_say(said, state):
    verified = (FILE, 'verified, "on": 2026-10-01, how: phone, by: role:directory-team', state)
    contact = (FILE, 'contact: [{kind: phone, number: "+6620000001", owner: organisation}]\n', "")
    assert said(verified, contact) == ""


def test_a_community_organisation_is_listed_without_its_place(said):
    told = """
directory/organisations/one.yml:8:1: error: This entry says where a community organisation is. [directory/place]
    Delete the line 'base'.
"""
    assert said((FILE, "kind: cso", "kind: cbo")) == told


def test_a_community_organisation_without_a_place_may_be_listed(said):
    assert said((FILE, "kind: cso", "kind: cbo"), (FILE, "base: XA-1\n", "")) == ""
