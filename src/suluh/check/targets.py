"""Rules on those who decide: offices that can be reached, never private persons."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from suluh.check.directory import FREE_MAIL
from suluh.check.numbers import is_mobile
from suluh.model.site import Site
from suluh.problem import Problem, error
from suluh.source import KeyPath

_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "email": (re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+"), "Write the whole e-mail address of the office."),
    "page": (re.compile(r"https://\S+"), "Write the whole address, beginning with https://."),
    "post": (re.compile(r"(?!https?:)[^@]*\s[^@]*"), "Write name and address of the office, as on an envelope."),
}
"""How each kind of address is written, and what to say where it is not."""


def contacts_fit_their_kind(site: Site, today: date) -> Iterator[Problem]:
    """A phone has a number, and every other way to an office an address of its kind."""
    for name, one in site.targets.items():
        for index, way in enumerate(one.contact):
            place = partial(site.place, "target", name, "contact", index)
            wanted, other = ("number", "address") if way.kind == "phone" else ("address", "number")
            if getattr(way, wanted) is None or getattr(way, other) is not None:
                yield error(place(), "targets/contact", f"A way of kind '{way.kind}' has '{wanted}', and only that.",
                            f"Write '{wanted}: …'.")  # fmt: skip
            elif way.address and not _FORMS[way.kind][0].fullmatch(way.address):
                yield error(place("address"), "targets/contact",
                            f"'{way.address}' cannot be an address of kind '{way.kind}'.",
                            _FORMS[way.kind][1])  # fmt: skip


def offices_are_no_private_persons(site: Site, today: date) -> Iterator[Problem]:
    """An office is reached at its desk: no mobile number, and no address where persons have their e-mail."""
    for name, one in site.targets.items():
        for index, way in enumerate(one.contact):
            if is_mobile(way.value) or way.value.partition("@")[2].lower().startswith(FREE_MAIL):
                field = "number" if way.number else "address"
                yield error(site.place("target", name, "contact", index, field), "safety/office",
                            "This is how a private person is reached, not an office.",
                            "Take it out, everywhere; write what the office itself makes public.")  # fmt: skip


def targets_are_not_checked_in_the_future(site: Site, today: date) -> Iterator[Problem]:
    """What is known of an office was compared with its source on a day that has been."""
    for name, one in site.targets.items():
        days: dict[KeyPath, date] = {("checked_on",): one.checked_on}
        days |= {("contact", index, "checked_on"): way.checked_on for index, way in enumerate(one.contact)}
        for path, day in days.items():
            if day > today:
                yield error(site.place("target", name, *path), "targets/future", f"{day.isoformat()} has not been yet.",
                            "Write the day on which somebody really checked it.")  # fmt: skip


def offices_close_after_they_open(site: Site, today: date) -> Iterator[Problem]:
    """An office opens before it closes; hours over midnight are written as two."""
    for name, one in site.targets.items():
        for index, hours in enumerate(one.opening):
            if hours.closes <= hours.opens:
                yield error(site.place("target", name, "opening", index), "targets/hours",
                            "This office closes here before it opens.",
                            'Write two: from opens to "24:00", and from "00:00" on the next day.')  # fmt: skip
