"""A small printed card: the worker's language on one side, those of whom it is shown to on the other."""

from suluh.model.base import Id, Model

SECTIONS = ("card",)
"""The sections of its texts."""


class Card(Model):
    """`content/cards/<slug>/card.yml`, with its texts beside it."""

    order: int
    icon: Id
    guide: Id
    lines: tuple[Id, ...] = ()
