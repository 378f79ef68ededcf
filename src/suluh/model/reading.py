"""Texts as a reader gets them, each with the language it is really in, and the addresses they lead to."""

from dataclasses import dataclass
from datetime import date

from suluh.model.translation import State


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a reader gets it, and the language it is really in."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the address it leads to, relative to the root of the site."""

    label: Reading
    route: str
    note: Reading | None = None
    icon: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """What a statement stands on: law and section, source, its date, and when we checked."""

    law: Reading
    section: str
    source: str
    address: str | None
    dated: str
    checked_on: date
    domestic_workers: str
    register: str = ""  # route of the law's entry in the register


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a long text with all that its Markdown refers to.

    `values`, `citations` and `routes` hold what stands for `{id}`, `[^id]` and `kind:id`. `state` is that of the
    translation into the reader's language, also where another text stands in its place; `source` is the source text
    where it stands beside an unchecked one.
    """

    id: str
    heading: str
    markdown: str
    language: str
    direction: str
    borrowed: bool = False
    state: State = "source"
    values: tuple[tuple[str, str], ...] = ()
    citations: tuple[tuple[str, Citation], ...] = ()
    routes: tuple[tuple[str, str], ...] = ()
    source: "Part | None" = None

    @property
    def headline(self) -> Reading:
        """The heading, with the language it is in."""
        return Reading(self.heading, self.language, self.direction)


@dataclass(frozen=True, slots=True)
class Line:
    """A phone line as it is shown."""

    title: Reading
    does: Reading | None
    hours: Reading | None
    number: str  # as it is dialled
    shown: str  # as it is read
    cost: str
    source: str
    checked_on: date
    show_date: bool
    called: bool
    opening: str = ""  # when somebody answers: "12345 0800-1800,67 0800-1600", Monday is 1
    zone: str = ""  # the time zone of these hours
    clock: str = ""  # how far it is ahead of UTC, in minutes: "480"; more where that changes
    languages: tuple[str, ...] = ()  # as they call themselves
    whatsapp: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know about the translation of this page."""

    machine: bool = False
    borrowed_from: str = ""  # name of the language that the text is really in
    source_name: str = ""
    source_route: str = ""
    source_language: str = ""
    found_right: bool = False  # by those who read it in their own work


NOTHING = Notice()
"""There is nothing that the reader must know."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands in a list of several, and the ways to some of the others: their numbers and routes."""

    number: int
    links: tuple[tuple[int, str], ...]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Sending:
    """How a page is sent on: a text that ends with its address, and the address as a QR code.

    `dots` is the path of an SVG of `size` by `size` dots. `quiet` sends the page that tells nothing by its address.
    """

    text: str
    address: str
    dots: str
    size: int
    quiet: bool


@dataclass(frozen=True, slots=True)
class Reporting:
    """How somebody says that something is wrong: with an account, without one, or by a text to hand on."""

    issue: str
    address: str
    subject: str
    text: str
    page: Reading
    as_at: date
