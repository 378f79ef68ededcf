"""An organisation of the directory as it is written, and the words it is described with.

Every field has a tier, which says how far it may go. What is let through is decided in one place: `model/listing.py`.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Literal

from pydantic import StringConstraints

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.fact import Cost, Dated, Number, Opening, Sources

Kind = Literal["union", "cso", "fbo", "cbo", "network", "government", "embassy", "international"]

OFFICES: frozenset[Kind] = frozenset({"government", "embassy"})
"""Public offices: how to reach them is public, and nobody can be harmed by it."""

GUARDED: frozenset[Kind] = frozenset({"cbo"})
"""Groups that workers themselves have formed. To single one out can be the same as to name its members."""


class Tier(Enum):
    """How far a field may go."""

    OPEN = "open"
    """Shown of every entry that is shown."""
    CAREFUL = "careful"
    """Shown, but of a group that workers have formed only with its consent."""
    AGREED = "agreed"
    """Shown only of a green entry that is verified and whose consent covers it, and of a public office."""
    KEPT = "kept"
    """Never leaves the repository."""


ANY = "mul"
"""Stands for any language, as ISO 639-2 has it."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
"""A language as BCP 47 writes it."""


class Service(Model):
    """A kind of help: `directory/services.yml`."""

    id: Id
    name: Text
    audience: Literal["worker", "partner"]
    icon: Id


class People(Model):
    """People for whom some organisations are there: `directory/people.yml`."""

    id: Id
    name: Text


class Region(Model):
    """A place no finer than a state: `directory/places.yml`."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    name: Text


class Gone(Model):
    """What stands where an entry has been taken away: `directory/gone.yml`. It says nothing of why, or of whom."""

    id: Id
    since: date


class Origin(Model):
    """Where an entry was read, and how old that is."""

    id: Id
    dated: Dated


class Verification(Model):
    """Whether somebody spoke to the organisation, when and how; by a role, never a person."""

    state: Literal["unverified", "verified", "disputed", "closed"]
    on: date | None = None
    how: Literal["phone", "visit", "email", "public-website"] | None = None
    by: Annotated[str, StringConstraints(pattern=r"^role:[a-z-]+$")] | None = None


class Contact(Model):
    """A way to reach an organisation, where it was read and when; never a person's own."""

    kind: Literal["phone", "email"]
    owner: Literal["organisation"]
    number: Number | None = None
    address: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = None
    source: Sources
    checked_on: date
    apps: tuple[Literal["whatsapp"], ...] = ()
    cost: Cost = "unknown"
    languages: tuple[Code, ...] = ()
    hours: Text | None = None
    opening: tuple[Opening, ...] = ()


class Website(Model):
    """The organisation's own site, where that address was read and when."""

    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    source: Sources
    checked_on: date


Covered = Literal[
    "base",
    "reach",
    "serves",
    "who_for",
    "not_for",
    "front_door",
    "bring",
    "languages",
    "networks",
    "website",
    "lines",
    "contact",
]
"""What a consent can cover: every field that is careful or agreed."""


class Consent(Model):
    """An opaque reference to a record that is kept elsewhere, and what it covers."""

    ref: Annotated[str, StringConstraints(pattern=r"^C-\d{4}-\d{3}$")]
    covers: tuple[Covered, ...]
    withdrawn: bool = False


class Serves(Model):
    """Whom an organisation is there for, where it says so itself. What is left out is not known."""

    nationalities: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")], ...] = ()
    people: tuple[Id, ...] = ()


class Organisation(Model):
    """`directory/organisations/<id>.yml`. Green may show contact, yellow may not, red is not built."""

    name: Annotated[Text, Tier.OPEN]
    also_known_as: Annotated[tuple[Filled, ...], Tier.OPEN] = ()
    kind: Annotated[Kind, Tier.OPEN]
    tier: Annotated[Literal["green", "yellow", "red"], Tier.KEPT]
    about: Annotated[Text, Tier.OPEN]
    source: Annotated[Origin, Tier.OPEN]
    verification: Annotated[Verification, Tier.OPEN]
    consent: Annotated[Consent | None, Tier.KEPT] = None
    edited: Annotated[date | None, Tier.OPEN] = None
    base: Annotated[str | None, Tier.CAREFUL] = None
    reach: Annotated[tuple[str, ...], Tier.CAREFUL] = ()
    services: Annotated[tuple[Id, ...], Tier.OPEN] = ()
    serves: Annotated[Serves | None, Tier.CAREFUL] = None
    who_for: Annotated[Text | None, Tier.CAREFUL] = None
    not_for: Annotated[Text | None, Tier.CAREFUL] = None
    front_door: Annotated[Text | None, Tier.CAREFUL] = None
    bring: Annotated[Text | None, Tier.CAREFUL] = None
    languages: Annotated[tuple[Code, ...], Tier.CAREFUL] = ()
    networks: Annotated[tuple[Id, ...], Tier.CAREFUL] = ()
    website: Annotated[Website | None, Tier.CAREFUL] = None
    lines: Annotated[tuple[Id, ...], Tier.CAREFUL] = ()
    contact: Annotated[tuple[Contact, ...], Tier.AGREED] = ()

    @property
    def shown(self) -> bool:
        """Tell whether anything of the entry may be shown."""
        return self.tier in {"green", "yellow"} and not (self.consent and self.consent.withdrawn)

    def lets_through(self, field: str) -> bool:
        """Tell whether a field may be shown. What has no tier may not."""
        if not self.shown:
            return False
        match tiers().get(field):
            case Tier.OPEN:
                return True
            case Tier.CAREFUL:
                return self.kind not in GUARDED or self._agreed(field)
            case Tier.AGREED:
                known = self.verification.state == "verified" and self._agreed(field)
                return self.tier == "green" and (known or self.kind in OFFICES)
            case _:
                return False

    def _agreed(self, field: str) -> bool:
        return self.consent is not None and field in self.consent.covers


@cache
def tiers() -> Mapping[str, Tier]:
    """Give the tier of each field of an organisation."""
    fields = Organisation.model_fields
    found = ((name, mark) for name, field in fields.items() for mark in field.metadata if isinstance(mark, Tier))
    return dict(found)
