"""What looks private and is not: text that may stand in one file, with a reason and a last day."""

from datetime import date

from suluh.model.base import Filled, Model
from suluh.model.raw import GPS, Found
from suluh.model.waiver import Fault


class Allowance(Model):
    """One line of `content/allowed.yml`: a waiver for one text in one file."""

    what: Filled
    file: Filled
    reason: Filled
    until: date

    def covers(self, found: Found, /) -> bool:
        """Tell whether this is for something that was found."""
        return (found.what, found.problem.place.file) == (self.what, self.file)

    def refused(self) -> Fault | None:
        """Tell why this is never allowed, if it is not."""
        if self.what == GPS:
            said = "Where a picture was taken is never allowed."
            return "waivers/safety", said, "Take the place out of the picture, then delete this."
        return None
