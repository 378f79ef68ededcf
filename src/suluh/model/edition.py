"""What readers of one language get: every text chosen, every address known.

A page is a pure function of its view: a view holds all that its HTML depends on, and nothing else.
"""

from dataclasses import dataclass
from datetime import date

from suluh.model.campaigning import (
    BillBody,
    CallBody,
    CampaignBody,
    CampaignLetterBody,
    DaysBody,
    EmbedBody,
    KitBody,
    PaperBody,
    PressBody,
    Share,
    ShareBody,
    ShortBody,
    SignOnBody,
    TargetBody,
    VerifyBody,
)
from suluh.model.entry import DirectoryBody, FindBody, GoneBody, OrganisationBody
from suluh.model.figure import Figure
from suluh.model.reading import NOTHING, Line, Link, Notice, Pager, Part, Reading, Reporting, Sending
from suluh.model.settings import Language
from suluh.model.standing import StandingBody
from suluh.model.storytelling import StoriesBody, StoryBody
from suluh.model.tools import CalculatorBody, CardBody, LetterBody, PathwayBody
from suluh.model.words import Words


@dataclass(frozen=True, slots=True)
class HomeBody:
    """The question, the situations, and the other ways in."""

    tiles: tuple[Link, ...]
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListBody:
    """A plain list of pages."""

    rows: tuple[Link, ...]
    pager: Pager | None = None
    more: tuple[Link, ...] = ()  # what else there is of the kind


@dataclass(frozen=True, slots=True)
class GuideBody:
    """A guide. `sounds` are recordings: the route of each, and the file it is made from."""

    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    services: tuple[Link, ...]
    as_at: date
    overdue: date | None
    changed: date | None = None  # since when the law is another one than on `as_at`
    covers: Reading | None = None
    tools: tuple[Link, ...] = ()
    stands_down: bool = False
    take_away: tuple[Link, ...] = ()
    twin: Link | None = None
    sendings: tuple[Sending, ...] = ()
    sounds: tuple[tuple[str, str], ...] = ()
    reporting: Reporting | None = None

    def sound(self, section: str) -> str:
        """Give the route of the recording of a section, or nothing."""
        return next((route for route, _ in self.sounds if route.endswith(f"/{section}.opus")), "")


@dataclass(frozen=True, slots=True)
class ProseBody:
    """A standing page; the help page also carries the crisis lines, and one for organisers figures."""

    parts: tuple[Part, ...]
    lines: tuple[Line, ...] = ()
    rows: tuple[Link, ...] = ()
    figures: tuple[Figure, ...] = ()
    table: str = ""  # the route of all figures as one table


@dataclass(frozen=True, slots=True)
class SearchBody:
    """The search page; the lists stand in for search where no script runs."""

    index: str
    unspaced: bool
    rows: tuple[Link, ...]
    example: str = ""  # a question in Latin letters, where search reads these, too


@dataclass(frozen=True, slots=True)
class Choice:
    """A language to choose, in its own words."""

    code: str
    name: str
    direction: str
    route: str
    words: Words


@dataclass(frozen=True, slots=True)
class ChooserBody:
    """The door of the site, or its 404 page where no language is known."""

    choices: tuple[Choice, ...]
    missing: bool = False


@dataclass(frozen=True, slots=True)
class MissingBody:
    """The 404 page of one language. Its links do not depend on where it is shown."""

    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A law in the register, and the guides that lean on it."""

    id: str
    title: Reading
    number: str
    official: str
    guides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LawsBody:
    """The register of laws."""

    laws: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class ToolsBody:
    """What can be taken in hand, by kind: `letters`, `calculators`, `cards`."""

    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class AwayBody:
    """The page that is shown to whoever comes when a reader has left in a hurry: it says nothing of this site."""


Body = (HomeBody | ListBody | GuideBody | ProseBody | DirectoryBody | OrganisationBody | GoneBody | FindBody
        | CampaignBody | CampaignLetterBody | CallBody | SignOnBody | KitBody | PaperBody | PressBody | ShareBody
        | EmbedBody | ShortBody | TargetBody | BillBody | VerifyBody | DaysBody
        | StoryBody | StoriesBody | SearchBody | ChooserBody | MissingBody | LawsBody | StandingBody
        | ToolsBody | AwayBody | PathwayBody | LetterBody | CalculatorBody | CardBody)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tongue:
    """The same page in a language, which is named in its own script."""

    code: str
    name: str
    direction: str
    route: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one edition. `structured` is schema.org JSON-LD, or empty."""

    route: str
    kind: str
    title: Reading
    description: Reading
    body: Body
    languages: tuple[Tongue, ...] = ()  # where it can be read, borrowed or not
    alternates: tuple[tuple[str, str], ...] = ()  # where it really is in that language: hreflang, route
    indexed: bool = True
    lead: Reading | None = None
    up: Link | None = None
    notice: Notice = NOTHING
    structured: str = ""
    tab: str = ""  # what the tab and the history say, where that is not the title: nothing of this site
    share: Share | None = None  # what is shown of it where somebody sends it
    on_paper: bool = False  # becomes a PDF, and its HTML is not published
    search: tuple[tuple[int, str], ...] = ()  # weight and text, in the edition's own language


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every page of an edition. Routes are relative to the site's root."""

    site: str
    address: str
    base: str  # path of the address, for the 404 pages
    language: Language
    words: Words
    home: str
    help: str
    leave: str
    away: str
    links: tuple[Link, ...]
    handbook: str
    machine: bool = False  # nobody who speaks the language has checked the words of the interface
