"""An office that can decide, never a private person."""

from datetime import date, timedelta
from typing import Literal

from suluh.model.base import Filled, Model, Text
from suluh.model.fact import Number, Opening, Sources

CHECKED_WITHIN = timedelta(days=180)
"""A contact that nobody has checked for so long is not shown: a letter to the wrong place burns trust."""


class OfficeContact(Model):
    """A public way to reach an office, where it was read and when it was last checked."""

    kind: Literal["email", "phone", "post", "page"]
    number: Number | None = None  # of a phone
    address: Filled | None = None  # of everything else
    source: Sources
    checked_on: date

    @property
    def value(self) -> str:
        """The number or the address."""
        return self.number or self.address or ""

    def fresh(self, today: date) -> bool:
        """Tell whether it was checked lately enough to be shown."""
        return today - self.checked_on <= CHECKED_WITHIN


class Target(Model):
    """`campaigns/targets/<id>.yml`."""

    name: Text
    role: Text
    source: Sources
    checked_on: date
    contact: tuple[OfficeContact, ...] = ()
    opening: tuple[Opening, ...] = ()

    def reached(self, kind: str, today: date) -> str:
        """Give the way of a kind by which it is reached on a day, or nothing."""
        return next((one.value for one in self.contact if one.kind == kind and one.fresh(today)), "")
