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


class Guide(Model):
    """`content/guides/<slug>/guide.yml`, with its texts beside it."""

    topic: Id
    order: int
    icon: Id
    risk: Literal["low", "high"]
    audience: tuple[Id, ...]
    jurisdiction: Filled
    situation: Text
    as_at: date
    review: Review
    services: tuple[Id, ...] = ()
    lines: tuple[Id, ...] = ()


GuideTexts = Mapping[str, Prose]

SECTIONS = ("today", "law", "dont", "help")
"""The sections of a guide, in their order, in every language."""
