"""Facts written once: amounts, limits, laws, phone lines, days; and where they come from."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from suluh.model.base import Filled, Id, Model, Text

Kind = Literal["amount", "limit", "law", "line", "date"]
Covers = Literal["yes", "no", "part", "unknown"]
Grade = Literal["A", "B"]
Cost = Literal["free", "local", "mobile", "premium", "unknown"]
Number = Annotated[str, StringConstraints(pattern=r"^(\+[1-9][0-9]{6,14}|[0-9]{3,5})$")]


def _of_the_calendar(written: str) -> str:
    date.fromisoformat(f"{written}-01-01"[:10])
    return written


Dated = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_of_the_calendar)
]
Sources = Annotated[tuple[Id, ...], Field(min_length=1)]


Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


class Opening(Model):
    """From when to when somebody answers on some days of the week, in the site's time zone."""

    days: Annotated[tuple[Literal["mo", "tu", "we", "th", "fr", "sa", "su"], ...], Field(min_length=1)]
    opens: Hour
    closes: Hour


class Source(Model):
    """Something that was read: `content/facts/sources*.yml`."""

    id: Id
    title: Filled
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    dated: Dated | None = None


class Value(Model):
    """What holds from a day on, up to the next one or its own last day. Amounts are in the currency's smallest unit."""

    since: date
    until: date | None = None
    value: int | None = None
    day: date | None = None
    number: Number | None = None  # E.164, or a short code
    unit: Filled | None = None
    applies_to: Text | None = None
    except_: Text | None = Field(default=None, alias="except")
    source: Sources
    checked_on: date
    called_on: date | None = None
    grade: Grade


class Fact(Model):
    """One thing that is known, with every value it has had."""

    id: Id
    kind: Kind
    title: Text
    jurisdiction: Filled
    domestic_workers: Covers
    values: tuple[Value, ...]
    law: Id | None = None
    section: Filled | None = None
    number: Filled | None = None  # of an act
    official: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    does: Text | None = None  # of a line
    hours: Text | None = None
    opening: tuple[Opening, ...] = ()  # the same hours, for a program that tells whether it is open now
    languages: tuple[str, ...] = ()
    cost: Cost = "unknown"

    def on(self, day: date) -> Value | None:
        """Pick the value in force on a day."""
        past = [value for value in self.values if value.since <= day]
        last = max(past, key=lambda value: value.since, default=None)
        return None if last is None or (last.until is not None and last.until < day) else last

    def changed(self, since: date, day: date) -> date | None:
        """Tell when what holds on a day began to hold, if it began after another day."""
        value = self.on(day)
        return value.since if value is not None and value.since > since else None
