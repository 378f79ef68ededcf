"""Rules on the directory: what is said of an organisation is known."""

from collections.abc import Iterator
from datetime import date

from suluh.model.site import Site
from suluh.problem import Problem, error


def verified_means_verified(site: Site, today: date) -> Iterator[Problem]:
    """A verified entry says on which day somebody spoke to the organisation, and how."""
    for name, one in site.organisations.items():
        known = one.verification
        if known.state == "verified" and (known.on is None or known.how is None):
            yield error(site.place("organisation", name, "verification"), "directory/verified",
                        "This entry is called verified, but not when or not how.",
                        "Add '\"on\": …' and 'how: …', or write 'state: unverified'.")  # fmt: skip


def community_groups_have_no_place(site: Site, today: date) -> Iterator[Problem]:
    """A community organisation is listed without its place, which could lead to the people behind it."""
    for name, one in site.organisations.items():
        if one.kind == "cbo" and one.base is not None:
            yield error(site.place("organisation", name, "base"), "directory/place",
                        "This entry says where a community organisation is.", "Delete the line 'base'.")  # fmt: skip
