"""How far the translations of a site are: counted part by part, for readers and for those who help."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from suluh.model.reading import Link, Reading
from suluh.model.translation import State

Counts = Mapping[State, int]
"""How many texts are in each state."""

DONE = frozenset({"reviewed", "community-checked", "source"})
THERE = DONE | {"machine", "stale-minor", "stale-material", "stale-critical"}
WORST: tuple[State, ...] = ("stale-critical", "withdrawn", "missing", "stale-material", "draft", "machine",
                            "stale-minor", "reviewed", "community-checked")  # fmt: skip
"""The states, that which asks for work most first."""


@dataclass(frozen=True, slots=True)
class Standings:
    """The counts of each part of a site, such as `guide/unpaid-wages`, then by language.

    Short texts are counted under `records`, words of the interface under `strings`. `latest` is the day on which
    somebody last read a translation, by language.
    """

    parts: Mapping[str, Mapping[str, Counts]] = field(default_factory=dict)
    latest: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """Counts of some texts, and what they are called. `link` leads to them, where they are one page."""

    title: Reading
    counts: tuple[tuple[State, int], ...]
    link: Link | None = None

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(count for _, count in self.counts)

    @property
    def there(self) -> int:
        """How many of them are translated, and shown to readers in some way."""
        return sum(count for state, count in self.counts if state in THERE)

    @property
    def read(self) -> int:
        """How many of them somebody who speaks the language has read."""
        return sum(count for state, count in self.counts if state in DONE)

    @property
    def worst(self) -> State:
        """The state that asks for work most."""
        found = {state for state, count in self.counts if count}
        return next((state for state in WORST if state in found), "source")


@dataclass(frozen=True, slots=True)
class StandingBody:
    """The page that tells how far the translations into one language are; or, in the source language, into all."""

    whole: Share
    groups: tuple[Share, ...]
    needed: tuple[Share, ...]
    latest: date | None
    source: str  # name of the language that the others are translated from
    todo: Link | None  # to what a translator can take along
    badge: str  # route
    languages: tuple[Share, ...]


def added(counts: Iterable[Counts]) -> dict[State, int]:
    """Add counts up."""
    total: dict[State, int] = {}
    for one in counts:
        for state, count in one.items():
            total[state] = total.get(state, 0) + count
    return total
