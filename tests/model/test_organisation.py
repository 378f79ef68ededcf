"""How far each field of an organisation may go."""

from itertools import product
from typing import get_args

import pytest

from suluh.model.organisation import GUARDED, OFFICES, Covered, Organisation, Tier, tiers

CONSENTS = {
    "none": None,
    "to nothing": {"ref": "C-2026-001", "covers": ()},
    "withdrawn": {"ref": "C-2026-001", "covers": ("contact",), "withdrawn": True},
    "given": {"ref": "C-2026-001", "covers": ("contact",)},
}
STATES = ("verified", "unverified", "disputed", "closed")
CASES = list(product(("green", "yellow", "red"), STATES, CONSENTS, ("cso", "cbo", "government")))


def entry(tier="yellow", state="unverified", consent=None, kind="cso"):
    return Organisation.model_validate({
        "name": {"en": "One"}, "kind": kind, "tier": tier, "about": {"en": "They help."},
        "source": {"id": "survey", "dated": "2026"}, "verification": {"state": state}, "consent": consent,
    })  # fmt: skip


def test_every_field_has_a_tier():
    assert tiers().keys() == Organisation.model_fields.keys()


def test_a_consent_can_cover_every_field_that_needs_one():
    wanted = {name for name, tier in tiers().items() if tier in {Tier.CAREFUL, Tier.AGREED}}
    assert set(get_args(Covered)) == wanted


def test_what_has_no_tier_is_not_let_through():
    assert not entry("green", "verified", CONSENTS["given"]).lets_through("leader")


@pytest.mark.parametrize(("tier", "state", "consent", "kind"), CASES)
def test_contact_is_shown_only_of_a_verified_green_entry_that_consents_or_an_office(tier, state, consent, kind):
    agreed = (tier, state, consent) == ("green", "verified", "given")
    office = tier == "green" and kind in OFFICES and consent != "withdrawn"
    assert entry(tier, state, CONSENTS[consent], kind).lets_through("contact") == (agreed or office)


@pytest.mark.parametrize("field", [name for name, tier in tiers().items() if tier is Tier.CAREFUL])
def test_what_could_single_out_a_group_of_workers_needs_its_consent(field):
    assert entry().lets_through(field)
    for kind in GUARDED:
        assert not entry(kind=kind).lets_through(field)
        assert entry(kind=kind, consent={"ref": "C-2026-001", "covers": (field,)}).lets_through(field)


@pytest.mark.parametrize("field", [name for name, tier in tiers().items() if tier is Tier.KEPT])
def test_what_is_kept_never_leaves(field):
    assert not entry("green", "verified", CONSENTS["given"], "government").lets_through(field)


@pytest.mark.parametrize("field", tiers())
def test_nothing_is_shown_of_a_red_entry_or_of_one_that_withdrew(field):
    assert not entry("red", "verified", CONSENTS["given"], "government").lets_through(field)
    assert not entry("green", "verified", CONSENTS["withdrawn"], "government").lets_through(field)
