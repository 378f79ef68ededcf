"""Views of the directory: what readers of one language see of it, and what is exported of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from suluh.model.reading import Line, Link, Pager, Reading, Reporting, Sending


@dataclass(frozen=True, slots=True)
class Named:
    """Something of a vocabulary: a place, a kind of help, a language. `route` is empty where it has no page."""

    id: str
    name: Reading
    route: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation as a list shows it."""

    name: Reading
    about: Reading
    kind: str
    state: str
    year: str
    verified_on: date | None
    offers: tuple[Reading, ...]
    route: str
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail address of an organisation, where it was read and when."""

    address: str
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Site:
    """The own site of an organisation, where its address was read and when."""

    address: str
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Entry:
    """All that may be shown of an organisation, in one language. What is left empty is not known."""

    id: str
    card: Card
    also_known_as: tuple[str, ...]
    base: Named | None
    reach: tuple[Named, ...]
    services: tuple[Named, ...]  # also those that are for partners alone
    people: tuple[Named, ...]
    nationalities: tuple[str, ...]
    who_for: Reading | None
    not_for: Reading | None
    front_door: Reading | None
    bring: Reading | None
    languages: tuple[Named, ...]
    lines: tuple[Line, ...]
    mails: tuple[Mail, ...]
    website: Site | None
    source: str
    dated: str
    edited: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations that have something in common, such as a place."""

    id: str
    name: Reading
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A place to jump to, and the way there if it begins on another page."""

    id: str
    name: Reading
    route: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A place on the map, and whether somebody is known to be based there."""

    name: Reading
    route: str
    path: str
    filled: bool


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map of the places, in its own units."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class DirectoryBody:
    """A list of organisations, or one page of it; it counts and leads to them all.

    The first page of the list of all also leads to the others: `rows`, the kinds of help, the places with a map where
    there is one, and the languages, `tongues`, that somebody answers in.
    """

    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    services: tuple[Link, ...]
    places: tuple[Shape, ...]
    map: PlaceMap | None
    tongues: tuple[Link, ...]
    rows: tuple[Link, ...]
    data: tuple[Link, ...]
    jumps: tuple[Jump, ...]
    count: int
    note: Reading | None = None
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class OrganisationBody:
    """One organisation. `saved` is the route of its contact card, where there is something to save."""

    entry: Entry
    saved: str
    services: tuple[Link, ...]
    guides: tuple[Link, ...]
    campaigns: tuple[Link, ...]
    networks: tuple[Link, ...]
    members: tuple[Link, ...]
    sendings: tuple[Sending, ...]
    reporting: Reporting


@dataclass(frozen=True, slots=True)
class GoneBody:
    """What stands where an entry has been taken away. It says nothing of it."""

    lines: tuple[Line, ...]
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """One thing to choose by, such as the state: its name, and what can be chosen."""

    id: str
    label: Reading
    options: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class FindBody:
    """The page on which one narrows down: what can be chosen, where the entries lie, lists for where no script runs."""

    lines: tuple[Line, ...]
    choices: tuple[Choices, ...]
    data: str
    rows: tuple[Link, ...]
    services: tuple[Link, ...]
    places: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The whole directory of one language, to be exported: every entry, and the words they are described with."""

    language: str
    source_language: str
    site: str
    address: str
    as_of: date
    entries: tuple[Entry, ...]
    services: tuple[Named, ...]
    choices: tuple[Choices, ...]
    gone: Mapping[str, date] = field(default_factory=dict)
    languages: tuple[str, ...] = ()  # all in which it is published
    licence: str = ""  # where it is said what others may do with it
    feedback: str = ""  # where one says that something in it is wrong
