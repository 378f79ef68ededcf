"""A calculator: a sum that the engine can do, and the facts that are its rates."""

from collections.abc import Mapping

from suluh.model.base import Id, Model


class Calculator(Model):
    """`content/calculators/<slug>/calculator.yml`, with its texts beside it."""

    order: int
    icon: Id
    guide: Id
    sum: Id
    rates: Mapping[Id, Id]  # the rate as the sum names it, and the fact that it is
