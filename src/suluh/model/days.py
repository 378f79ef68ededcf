"""Important days that come back each year."""

from typing import Annotated

from pydantic import StringConstraints

from suluh.model.base import Id, Model, Text
from suluh.model.fact import Grade, Sources


class Day(Model):
    """A day of the year: `content/days.yml`."""

    id: Id
    on: Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]  # month-day
    name: Text
    source: Sources
    grade: Grade
