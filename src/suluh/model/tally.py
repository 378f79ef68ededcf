"""How many people stand behind a campaign: counted on paper or at a meeting, never by name."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from suluh.model.base import Model

Channel = Literal["paper", "meeting", "letters"]
CHANNELS: tuple[Channel, ...] = ("paper", "meeting", "letters")
LEAST = 50
"""A smaller number is not shown."""

STALE = timedelta(days=30)
"""After so many days a count says that it was not renewed."""

Batch = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}-[0-9]{1,4}$")]
Role = Annotated[str, StringConstraints(pattern=r"^role:[a-z-]+$")]


class Tally(Model):
    """One batch that was counted by two people. A correction is another row, which may take away."""

    on: date
    channel: Channel
    batch: Batch
    count: int
    sheets: Annotated[int, Field(ge=0)] = 0
    counted_by: Annotated[tuple[Role, ...], Field(min_length=2)]
    corrects: Batch | None = None


def total(rows: Iterable[Tally]) -> int:
    """Add up some batches."""
    return sum(row.count for row in rows)
