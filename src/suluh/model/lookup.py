"""How people look for things in a language: words that mean the same, and questions that must find an answer."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from suluh.model.base import Filled, Model


class Question(Model):
    """What somebody types, and the text that it must find, such as `guides/unpaid-wages`."""

    ask: Filled
    finds: Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9-]+$")]


class Lookup(Model):
    """`content/search/<language>.yml`."""

    example: Filled | None = None  # a question in Latin letters, where search reads these, too
    same: tuple[Annotated[tuple[Filled, ...], Field(min_length=2)], ...] = ()
    questions: tuple[Question, ...] = ()


NOTHING = Lookup()
"""Nothing is known of how people look for things."""

Lookups = Mapping[str, Lookup]
"""By language."""
