"""What may be shown of the directory. This is the one place that decides it; all else reads what it lets through."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.organisation import (
    GUARDED,
    Code,
    Contact,
    Kind,
    Organisation,
    Origin,
    Serves,
    Verification,
    Website,
)

LEAST = 3
"""So many entries must share what could single one of them out: whom they serve, and whom in which place."""

TELLING = 5
"""So many signs of a text say something by themselves: a shorter one stands everywhere."""


class Listing(Model):
    """What may be shown of an organisation. Its fields are fields of the entry, of the same names.

    `members` alone is found out: those entries that name this one as their network.
    """

    name: Text
    also_known_as: tuple[Filled, ...] = ()
    kind: Kind
    about: Text
    source: Origin
    verification: Verification
    edited: date | None = None
    base: str | None = None
    reach: tuple[str, ...] = ()
    services: tuple[Id, ...] = ()
    serves: Serves | None = None
    who_for: Text | None = None
    not_for: Text | None = None
    front_door: Text | None = None
    bring: Text | None = None
    languages: tuple[Code, ...] = ()
    networks: tuple[Id, ...] = ()
    members: tuple[Id, ...] = ()
    website: Website | None = None
    lines: tuple[Id, ...] = ()
    contact: tuple[Contact, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Name the places where it is and which it reaches."""
        return tuple(dict.fromkeys((*((self.base,) if self.base else ()), *self.reach)))


def published(entries: Mapping[str, Organisation]) -> dict[str, Listing]:
    """Let through what may be shown of each entry: by its tier, its consent, and the tier of each field.

    Whom an organisation serves is taken out where fewer than `LEAST` would share it, in the whole directory or in a
    place: who filters by both would find the one group there is.
    """
    shown = {name for name, one in entries.items() if one.shown}
    listings = {name: _listing(entries[name], shown) for name in entries if name in shown}
    return _without_small_cells(_with_members(listings))


def withheld(entries: Mapping[str, Organisation]) -> dict[str, str]:
    """Give the texts that may stand nowhere in what is published, each with the name of its entry.

    Names of places, people and networks are no such texts: the same words stand on pages for other reasons.
    """
    shown = " ".join(text for one in published(entries).values() for text in _texts(one.model_dump()))
    written = [(text, name) for name, one in entries.items() for text in _texts(one.model_dump(include=_WORDS))]
    return {text: name for text, name in written if len(text) >= TELLING and text not in shown}


_WORDS: Any = {
    **dict.fromkeys(("name", "also_known_as", "about", "who_for", "not_for", "front_door", "bring"), True),
    "consent": {"ref"},
    "website": {"address"},
    "contact": {"__all__": {"number", "address", "hours"}},
}


def _listing(one: Organisation, shown: Collection[str]) -> Listing:
    """Let through the fields of one entry. It never names another that is not shown."""
    let_through: dict[str, Any] = {
        field: getattr(one, field) for field in Listing.model_fields if one.lets_through(field)
    }
    let_through["verification"] = one.verification.model_copy(update={"by": None})
    let_through["networks"] = tuple(name for name in let_through.get("networks", ()) if name in shown)
    return Listing.model_construct(**let_through)  # each value was looked at when the entry was read


def _with_members(listings: dict[str, Listing]) -> dict[str, Listing]:
    members: dict[str, list[str]] = {}
    for name, one in sorted(listings.items()):
        for network in one.networks:
            members.setdefault(network, []).append(name)
    found = {name: listings[name].model_copy(update={"members": tuple(names)}) for name, names in members.items()}
    return listings | found


def _without_small_cells(listings: dict[str, Listing]) -> dict[str, Listing]:
    """Take out what too few share, again and again: each time there may be fewer that share the rest."""
    while True:
        cells = Counter(cell for one in listings.values() for cell in _cells(one))
        kept = {name: _sharing(one, cells) for name, one in listings.items()}
        if kept == listings:
            return kept
        listings = kept


def _cells(one: Listing) -> Iterator[tuple[str, str, str]]:
    """Give every group that an entry is one of: whom it serves, everywhere and in each of its places."""
    for trait, value in _traits(one):
        yield from ((trait, value, place) for place in ("", *one.places))


def _traits(one: Listing) -> Iterator[tuple[str, str]]:
    if one.serves is not None:
        yield from (("nationalities", value) for value in one.serves.nationalities)
        yield from (("people", value) for value in one.serves.people if one.kind in GUARDED)


def _sharing(one: Listing, cells: Mapping[tuple[str, str, str], int]) -> Listing:
    """Keep of whom an entry serves what enough others serve too, wherever this one is."""
    if one.serves is None:
        return one
    lost = {(trait, value) for trait, value, place in _cells(one) if cells[trait, value, place] < LEAST}
    if not lost:
        return one
    serves = Serves(
        nationalities=tuple(value for value in one.serves.nationalities if ("nationalities", value) not in lost),
        people=tuple(value for value in one.serves.people if ("people", value) not in lost),
    )
    return one.model_copy(update={"serves": serves if serves != Serves() else None})


def _texts(value: object) -> Iterator[str]:
    """Give every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _texts(inner)
