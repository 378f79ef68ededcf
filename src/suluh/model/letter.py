"""A letter with blanks, in the office's language beside the worker's."""

import re
from typing import Literal

from pydantic import Field

from suluh.model.base import Id, Model

BLANK = re.compile(r"\[=([a-z0-9]+(?:-[a-z0-9]+)*)\]")
"""What stands in a text for something that is filled in."""


class Gap(Model):
    """Something to fill in: one line of text or several, a day, an amount of money, a number."""

    id: Id
    kind: Literal["text", "lines", "date", "money", "number"]


class Letter(Model):
    """`content/letters/<slug>/letter.yml`, with its texts beside it."""

    order: int
    icon: Id
    guide: Id
    blanks: tuple[Gap, ...] = Field(min_length=1)
    paragraphs: tuple[Id, ...] = Field(min_length=1)

    @property
    def sections(self) -> tuple[str, ...]:
        """Name the sections of its texts: what to think of first, the paragraphs, the labels of the blanks."""
        return ("before", *self.paragraphs, *(f"blank-{blank.id}" for blank in self.blanks))
