"""A rights guide: from fear to the next step."""

from datetime import date
from typing import Literal

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.unit import Digest, Role


class Review(Model):
    """By when somebody must read a text again, and who."""

    by: date
    roles: tuple[Id, ...] = ()


class Discreet(Model):
    """What a guide is called where somebody else may look: in the address, the title, the name of a file."""

    slug: Id
    title: Text


class Share(Model):
    """What is sent along with the address of a guide, where it is more than the title."""

    public: Text | None = None
    discreet: Text | None = None


class Sound(Model):
    """A recording of a section, read aloud by somebody: the file `<language>-<section>.opus` beside the texts."""

    language: str
    section: Id
    text_digest: Digest  # of the text that was read
    on: date
    by: Role

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.language}-{self.section}.opus"


class Guide(Model):
    """`content/guides/<slug>/guide.yml`, with its texts beside it."""

    topic: Id
    order: int
    icon: Id
    risk: Literal["low", "high"]
    audience: tuple[Id, ...]
    jurisdiction: Filled
    situation: Text
    covers: Text | None = None  # which workers, and which territory
    as_at: date
    review: Review
    services: tuple[Id, ...] = ()
    lines: tuple[Id, ...] = ()
    discreet: Discreet | None = None  # risk: high needs one
    share: Share = Share()
    pathway: Id | None = None
    letters: tuple[Id, ...] = ()
    calculators: tuple[Id, ...] = ()
    cards: tuple[Id, ...] = ()
    sounds: tuple[Sound, ...] = ()


SECTIONS = ("today", "law", "dont", "help")
"""The sections of a guide, in their order, in every language."""
