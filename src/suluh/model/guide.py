"""A rights guide: from fear to the next step."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.prose import Prose


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


GuideTexts = Mapping[str, Prose]

SECTIONS = ("today", "law", "dont", "help")
"""The sections of a guide, in their order, in every language."""
