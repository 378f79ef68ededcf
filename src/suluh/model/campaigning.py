"""A campaign as it is shown: its page, what anybody can do for it, what is sent of it and what is printed."""

from dataclasses import dataclass
from datetime import date

from suluh.model.bundle import Bundle
from suluh.model.picture import Picture
from suluh.model.reading import Line, Link, Part, Reading, Sending
from suluh.model.words import Words


@dataclass(frozen=True, slots=True)
class AskView:
    """One thing that is asked, what became of it, who says so, and who is still left out."""

    id: str
    text: Reading
    note: Part | None
    outcome: str
    on: str
    outcome_sources: tuple[str, ...]
    left_out: Reading | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """Something to do, its risk, and where to go for it: a page of ours, or the address of somebody else."""

    id: str
    kind: str
    text: Reading
    note: Part | None
    risk: int
    needs_organiser: bool
    route: str = ""
    address: str = ""
    collects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventView:
    """Something dated: a stage of the bill, an event, news, a promise with its state and the day it was due."""

    on: str
    text: Reading
    sources: tuple[str, ...]
    by: Reading | None = None
    state: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class HappeningView:
    """Something that will happen."""

    on: date
    starts: str
    title: Reading
    text: Reading | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """Who is not covered by what."""

    who: Reading
    what: Reading
    clause: str
    covered: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many stand behind it, counted up to a day: nothing where too few were counted to be shown."""

    people: int
    channels: tuple[tuple[str, int], ...]
    as_of: date | None
    stale: bool
    goal: int
    by: date | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that can decide, and the ways to reach it that were checked lately."""

    name: Reading
    role: Reading
    route: str
    checked_on: date
    email: str = ""
    phone: Line | None = None
    post: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class CampaignBody:
    """The page of a campaign. `waiting` are the days since it was handed over and nobody answered."""

    state: str
    since: date
    waiting: int | None
    parts: tuple[Part, ...]
    safety: Part
    asks: tuple[AskView, ...]
    actions: tuple[tuple[str, tuple[ActionView, ...]], ...]
    left_out: tuple[LeftOutView, ...]
    bill: Link | None
    targets: tuple[Office, ...]
    history: tuple[EventView, ...]
    promises: tuple[EventView, ...]
    updates: tuple[EventView, ...]
    events: tuple[HappeningView, ...]
    progress: Progress
    endorsers: tuple[Link, ...]
    unnamed: int  # organisations that signed and do not want to be named
    house: Reading | None  # whose petition this is; a memorandum has none
    ended: str
    follow_up: Link | None
    stories: Link | None
    ways: tuple[Link, ...]  # to share it, to print it
    code: str
    overdue: date | None
    short: str = ""  # its short address
    begun: date | None = None


@dataclass(frozen=True, slots=True)
class LetterColumn:
    """A letter in one language: its pieces by id, in the order in which they are read."""

    language: str
    direction: str
    name: str  # of the language, in its own script
    subject: str
    opening: str
    asks: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str, str], ...]  # id, label, paragraph
    ending: str

    @property
    def text(self) -> str:
        """The whole letter, as it is sent where nobody chooses."""
        asks = "\n".join(f"{number}. {text}" for number, (_, text) in enumerate(self.asks, 1))
        return "\n\n".join((self.opening, asks, *(text for _, _, text in self.choices), self.ending))


@dataclass(frozen=True, slots=True)
class CampaignLetterBody:
    """A letter to an office: as it is sent first, then as its reader understands it.

    `ways` are its ways there: the kind, the link up to the words of the letter, and the whole link; that is empty where
    it would be too long.
    """

    campaign: Link
    office: Office
    columns: tuple[LetterColumn, ...]
    ways: tuple[tuple[str, str, str], ...]
    most: int  # so many characters a link may have


@dataclass(frozen=True, slots=True)
class CallBody:
    """Who is called, what to say in the office's language and one's own, how it sounds, and what they may say."""

    campaign: Link
    office: Office
    scripts: tuple[Part, ...]
    sound: Part
    answers: Part


@dataclass(frozen=True, slots=True)
class SignOnBody:
    """How an organisation signs: a mail with a fixed subject, or a text to hand on where no address is known."""

    campaign: Link
    to: str  # name of the organisation that gathers
    address: str
    subject: str
    text: str
    link: str
    asks: tuple[AskView, ...]


@dataclass(frozen=True, slots=True)
class KitBody:
    """What is printed of a campaign: each sheet, by its kind and route, and how to gather."""

    campaign: Link
    sheets: tuple[tuple[str, str], ...]  # sheet, slips, resolution, poster, press
    pair: tuple[Reading, ...]  # names of the languages that stand on it
    holder: str
    destroy_by: date
    code: str


@dataclass(frozen=True, slots=True)
class Petition:
    """What is signed, in one language, with the words that stand round it in this language."""

    language: str
    direction: str
    name: str
    heading: str
    text: str
    asks: tuple[str, ...]
    poster: tuple[str, str]  # one line, and what stands under it
    words: Words
    house: str  # whose petition it is
    locale: str = ""  # whose way of writing days is used


@dataclass(frozen=True, slots=True)
class PaperBody:
    """A sheet of paper of a campaign: the office's language first, then the reader's, if that is another one."""

    kind: str
    pair: tuple[Petition, ...]
    holder: str
    destroy_by: date
    code: str
    address: str  # its short address, as it is typed
    dots: str
    size: int
    line: tuple[str, str] | None = None  # whose number stands on the tear-offs, and the number as it is read


@dataclass(frozen=True, slots=True)
class Message:
    """Something to send: its kind, its words, and the whole text, which ends with the address alone on a line."""

    kind: str
    said: Reading
    text: str


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture that is shared: where it lies, and what is drawn."""

    route: str
    drawn: Picture


@dataclass(frozen=True, slots=True)
class EmbedBody:
    """A campaign as other sites show it: on a card that is copied, or on a small page in a frame."""

    address: str  # whole, of the campaign's page
    frame: str  # whole, of the small page
    asks: tuple[AskView, ...]
    state: str
    as_of: date
    progress: Progress


@dataclass(frozen=True, slots=True)
class ShareBody:
    """Everything of a campaign that can be sent on."""

    campaign: Link
    messages: tuple[Message, ...]
    pictures: tuple[SharePicture, ...]
    alt: Reading
    sending: Sending  # the short address and its code
    embed: EmbedBody
    bundles: tuple[tuple[str, str, Bundle], ...]  # kind, route, what is in it
    press: str  # route of the press sheet


@dataclass(frozen=True, slots=True)
class PressBody:
    """A campaign on one sheet for those who write about it."""

    campaign: CampaignBody
    address: str
    dots: str
    size: int
    as_of: date


@dataclass(frozen=True, slots=True)
class DemandsView:
    """What one campaign asks of an office."""

    campaign: Link
    state: str
    asks: tuple[AskView, ...]


@dataclass(frozen=True, slots=True)
class TargetBody:
    """An office, how it is reached, and everything that all campaigns ask of it."""

    office: Office
    demands: tuple[DemandsView, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BillBody:
    """A bill: its stages, whom it leaves out, and the campaigns about it."""

    amends: Link | None
    result: Reading | None
    stages: tuple[EventView, ...]
    left_out: tuple[LeftOutView, ...]
    campaigns: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """What is true of a campaign, to hold a sheet, a page or a number against."""

    campaign: Link
    address: str
    short: str
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class VerifyBody:
    """The official pages, codes and numbers, and how to check the signed list of them."""

    officials: tuple[Official, ...]
    lines: tuple[Line, ...]
    list: str  # address of the list
    signature: str  # address of its signature; nothing where it is not signed
    commands: str  # with which it is checked
    site: str


@dataclass(frozen=True, slots=True)
class DayView:
    """An important day, and when it comes next."""

    on: date
    name: Reading


@dataclass(frozen=True, slots=True)
class DaysBody:
    """The important days in the order in which they come next, and their calendar."""

    days: tuple[DayView, ...]
    calendar: str  # its route


@dataclass(frozen=True, slots=True)
class ShortBody:
    """A campaign in every language: its code, direction and name, the title it has there, and the route of its page."""

    choices: tuple[tuple[str, str, str, Reading, str], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What other programs show of a page that somebody sends: Open Graph. Addresses are whole."""

    title: str
    description: str
    address: str
    picture: str
    alt: str
    locale: str
    others: tuple[str, ...]
