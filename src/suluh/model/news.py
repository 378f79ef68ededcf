"""News and days, as feeds and calendars give them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from suluh.model.reading import Reading


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened on a day. `id` is a UUID. `state` and `people` say more to programs that know us."""

    day: date
    id: str
    title: str
    route: str
    summary: str = ""
    language: str = ""
    state: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class Feed:
    """News of one kind in one language, the newest first. Routes are relative to the site's address."""

    name: str  # of the files, without their ending: `en/directory/changes`
    id: str  # a UUID
    title: str
    site: str
    language: str
    address: str
    home: str  # route of the page it tells about
    as_of: date
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A campaign in a few words, for lists that other programs read."""

    slug: str
    title: Reading
    summary: Reading
    route: str
    state: str
    begun: date
    changed: date
    people: int  # nothing, where they may not be told
    letter: bool  # there is one to send


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day, or some hours of it. `stamp` is the day from which it is known, `revision` how often it was changed."""

    id: str  # the same for ever
    kind: Literal["day", "event", "stage"]  # of the year, of a campaign, of a bill
    title: Reading
    on: date
    stamp: date
    route: str = ""
    text: Reading | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    yearly: bool = False
    cancelled: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Occasions in one language."""

    route: str  # of the file
    name: str
    language: str
    address: str
    occasions: tuple[Occasion, ...]
