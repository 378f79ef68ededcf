"""Whether an organisation's contact may be shown."""

from itertools import product

import pytest

from suluh.model.organisation import Organisation

CONTACT = {"kind": "phone", "number": "+6620000001", "owner": "organisation"}
CONSENTS = {
    "none": None,
    "to nothing": {"ref": "C-2026-001", "covers": ()},
    "withdrawn": {"ref": "C-2026-001", "covers": ("contact",), "withdrawn": True},
    "given": {"ref": "C-2026-001", "covers": ("contact",)},
}
CASES = list(product(("green", "yellow", "red"), ("verified", "unverified", "disputed", "closed"), CONSENTS))


@pytest.mark.parametrize(("tier", "state", "consent"), CASES)
def test_contact_is_shown_only_of_a_verified_green_entry_that_consents(tier, state, consent):
    one = Organisation.model_validate({
        "name": {"en": "One"}, "kind": "cso", "tier": tier, "about": {"en": "They help."},
        "source": {"id": "survey", "dated": "2026"}, "verification": {"state": state},
        "contact": (CONTACT,), "consent": CONSENTS[consent],
    })  # fmt: skip
    shown = [contact.number for contact in one.public_contact()]
    assert shown == (["+6620000001"] if (tier, state, consent) == ("green", "verified", "given") else [])
