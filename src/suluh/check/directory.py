"""Rules on the directory: what is said of an organisation is known, and puts nobody at risk."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from suluh.model.fact import Opening
from suluh.model.organisation import GUARDED
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.source import KeyPath

NETWORKS = frozenset({"network", "union", "international"})
"""The kinds of organisations that others can be public members of."""

FREE_MAIL = ("gmail.", "googlemail.", "yahoo.", "ymail.", "hotmail.", "outlook.", "live.", "icloud.", "proton", "gmx.")
"""Where persons have their e-mail addresses."""


def verified_means_verified(site: Site, today: date) -> Iterator[Problem]:
    """A verified entry says on which day somebody spoke to the organisation, and how."""
    for name, one in site.organisations.items():
        known = one.verification
        if known.state == "verified" and (known.on is None or known.how is None):
            yield error(site.place("organisation", name, "verification"), "directory/verified",
                        "This entry is called verified, but not when or not how.",
                        "Add '\"on\": …' and 'how: …', or write 'state: unverified'.")  # fmt: skip


def nothing_is_checked_in_the_future(site: Site, today: date) -> Iterator[Problem]:
    """What somebody did, was done on a day that has been."""
    for name, one in site.organisations.items():
        days: dict[KeyPath, date | None] = {("verification", "on"): one.verification.on, ("edited",): one.edited}
        days |= {("contact", index, "checked_on"): way.checked_on for index, way in enumerate(one.contact)}
        if one.website is not None:
            days["website", "checked_on"] = one.website.checked_on
        for path, day in days.items():
            if day is not None and day > today:
                yield error(site.place("organisation", name, *path), "directory/future",
                            f"{day.isoformat()} has not been yet.",
                            "Write the day on which somebody really did it.")  # fmt: skip


def community_groups_have_no_place(site: Site, today: date) -> Iterator[Problem]:
    """A community organisation is listed without its place, which could lead to the people behind it."""
    for name, one in site.organisations.items():
        for field in ("base", "reach"):
            if one.kind in GUARDED and getattr(one, field) and not one.lets_through(field):
                yield error(site.place("organisation", name, field), "directory/place",
                            "This entry says where a community organisation is.",
                            f"Delete the line '{field}'.")  # fmt: skip


def contact_is_whole(site: Site, today: date) -> Iterator[Problem]:
    """A phone has a number, an e-mail an address, and neither is a person's own."""
    for name, one in site.organisations.items():
        for index, way in enumerate(one.contact):
            place = site.place("organisation", name, "contact", index)
            wanted, other = ("number", "address") if way.kind == "phone" else ("address", "number")
            if getattr(way, wanted) is None or getattr(way, other) is not None:
                yield error(place, "directory/contact", f"A way of kind '{way.kind}' has '{wanted}', and only that.",
                            f"Write '{wanted}: …'.")  # fmt: skip
            if way.address and way.address.partition("@")[2].lower().startswith(FREE_MAIL):
                yield error(site.place("organisation", name, "contact", index, "address"), "directory/person",
                            "An address at a free mail service is often a person's own.",
                            "Ask for an address of the organisation, or take it out.")  # fmt: skip


def a_number_belongs_to_one(site: Site, today: date) -> Iterator[Problem]:
    """No two entries have the same number or address."""
    first: dict[str, Place] = {}
    for name, one in site.organisations.items():
        for index, way in enumerate(one.contact):
            field = "number" if way.number else "address"
            value, place = way.number or way.address or "", site.place("organisation", name, "contact", index, field)
            if value in first:
                yield error(place, "directory/twice", f"{value} is already used in {first[value]}.",
                            "Find out whose it is, and take it out of the other.")  # fmt: skip
            first.setdefault(value, place)


def networks_have_members(site: Site, today: date) -> Iterator[Problem]:
    """An entry is a member of public coalitions, and not of itself."""
    for name, one in site.organisations.items():
        for index, network in enumerate(one.networks):
            place, known = site.place("organisation", name, "networks", index), site.organisations.get(network)
            if network == name:
                yield error(place, "directory/own-network", "This entry is its own network.", "Take it out.")
            elif known is not None and known.kind not in NETWORKS:
                yield error(place, "directory/network", f"'{network}' is no network that others belong to.",
                            "Take it out: who works with whom is not kept.")  # fmt: skip


def what_is_gone_stays_gone(site: Site, today: date) -> Iterator[Problem]:
    """What was taken away has no entry: its name is not used again."""
    for name in site.gone.keys() & site.organisations.keys():
        yield error(site.place("organisation", name), "directory/gone",
                    f"'{name}' was taken away, and {site.place('gone', name).file} says so.",
                    "Give the new entry another name.")  # fmt: skip


def languages_are_known(site: Site, today: date) -> Iterator[Problem]:
    """Whoever answers, answers in languages that exist."""
    for name, one in site.organisations.items():
        said: dict[KeyPath, str] = {("languages", index): code for index, code in enumerate(one.languages)}
        for way, contact in enumerate(one.contact):
            said |= {("contact", way, "languages", index): code for index, code in enumerate(contact.languages)}
        for path, code in said.items():
            if code not in _languages():
                yield error(site.place("organisation", name, *path), "directory/language",
                            f"There is no language '{code}'.",
                            did_you_mean(code, {*site.settings.by_code, "mul"}))  # fmt: skip


@cache
def _languages() -> frozenset[str]:
    from babel import Locale

    return frozenset((*Locale("en").languages, "mul", "zh-Hans", "zh-Hant"))


def hours_end_after_they_begin(site: Site, today: date) -> Iterator[Problem]:
    """Hours begin before they end; those over midnight are written as two."""
    for name, one in site.organisations.items():
        for index, way in enumerate(one.contact):
            yield from _hours(way.opening, site.place("organisation", name, "contact", index))
    for name, fact in site.facts.items():
        yield from _hours(fact.opening, site.place("fact", name))


def _hours(opening: Sequence[Opening], place: Place) -> Iterator[Problem]:
    if any(one.closes <= one.opens for one in opening):
        yield error(place, "directory/hours", "Hours end here before they begin.",
                    'Write two: from opens to "24:00", and from "00:00" on the next day.')  # fmt: skip
