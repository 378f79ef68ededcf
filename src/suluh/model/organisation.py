"""An organisation of the directory, and the words it is described with."""

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.fact import Dated, Number

Kind = Literal["union", "cso", "fbo", "cbo", "network", "government", "embassy", "international"]


class Service(Model):
    """A kind of help: `directory/services.yml`."""

    id: Id
    name: Text
    audience: Literal["worker", "partner"]
    icon: Id


class Region(Model):
    """A place no finer than a state: `directory/places.yml`."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    name: Text


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
    """A way to reach an organisation; never a person's own."""

    kind: Literal["phone"]
    number: Number
    owner: Literal["organisation"]
    cost: Literal["free", "local", "mobile", "premium", "unknown"] = "unknown"
    languages: tuple[str, ...] = ()


class Consent(Model):
    """An opaque reference to a record that is kept elsewhere, and what it covers."""

    ref: Annotated[str, StringConstraints(pattern=r"^C-\d{4}-\d{3}$")]
    covers: tuple[Literal["contact"], ...]
    withdrawn: bool = False


class Serves(Model):
    """Whom an organisation is there for, where it says so itself."""

    nationalities: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")], ...] = ()


class Organisation(Model):
    """`directory/organisations/<id>.yml`. Green may show contact, yellow may not, red is not built."""

    name: Text
    also_known_as: tuple[Filled, ...] = ()
    kind: Kind
    tier: Literal["green", "yellow", "red"]
    about: Text
    source: Origin
    verification: Verification
    base: str | None = None
    services: tuple[Id, ...] = ()
    serves: Serves | None = None
    contact: tuple[Contact, ...] = ()
    consent: Consent | None = None

    def public_contact(self) -> tuple[Contact, ...]:
        """Give the contact that may be shown: green, verified, and with a consent that stands."""
        consent = self.consent
        allowed = consent is not None and "contact" in consent.covers and not consent.withdrawn
        if self.tier == "green" and self.verification.state == "verified" and allowed:
            return self.contact
        return ()
