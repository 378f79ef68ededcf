"""A rule that is broken on purpose, for a while."""

from datetime import date

from suluh.model.base import Filled, Model


class Waiver(Model):
    """One line of `content/waivers.yml`."""

    rule: Filled
    file: Filled
    reason: Filled
    until: date
