"""A campaign: what it asks, what anybody can do for it, what was promised, and how it stands."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from suluh.model.base import Id, Model, Text
from suluh.model.fact import Dated, Grade, Hour, Sources

State = Literal["draft", "review", "scheduled", "live", "paused", "delivered", "answered", "won",
                "partly_won", "lost", "closed", "archived", "withdrawn"]  # fmt: skip
HIDDEN: frozenset[str] = frozenset({"draft", "review", "withdrawn"})
RUNNING: frozenset[str] = frozenset({"live", "delivered", "answered", "partly_won"})
"""The states in which there is something to do."""

_ENDS: tuple[State, ...] = ("won", "partly_won", "lost", "closed", "paused", "withdrawn")
FOLLOWS: Mapping[State, tuple[State, ...]] = {
    "draft": ("review", "withdrawn"),
    "review": ("draft", "scheduled", "live", "withdrawn"),
    "scheduled": ("live", "paused", "closed", "withdrawn"),
    "live": ("delivered", "answered", *_ENDS),
    "paused": ("live", "delivered", "closed", "archived", "withdrawn"),
    "delivered": ("live", "answered", *_ENDS),
    "answered": ("live", "delivered", *_ENDS),
    "partly_won": ("live", "delivered", "answered", "won", "lost", "closed", "archived", "paused", "withdrawn"),
    "won": ("closed", "archived", "paused", "withdrawn"),
    "lost": ("live", "closed", "archived", "paused", "withdrawn"),
    "closed": ("live", "archived", "paused", "withdrawn"),
    "archived": ("paused", "withdrawn"),
    "withdrawn": (),
}
"""Which state can come after which. What was withdrawn does not come back."""

Audience = Literal["worker", "family", "ally", "organisation", "employer"]
AUDIENCES: tuple[Audience, ...] = ("worker", "family", "ally", "organisation", "employer")
Doing = Literal["read", "share", "tell", "letter", "call", "paper", "sign_on", "external"]
MESSAGES = ("short", "story", "question")
"""What can be sent of a campaign: the ends of the ids of these sections, `message-short` and so on."""

Outside = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]


class Since(Model):
    """A state that began on a day."""

    state: State
    on: date


class Outcome(Model):
    """What became of something that was asked, who says so, and who is still left out."""

    state: Literal["open", "promised", "partly_won", "won", "rejected", "overtaken"]
    on: Dated | None = None
    source: tuple[Id, ...] = ()
    left_out: Text | None = None


class Ask(Model):
    """One thing that is asked. Its words are the section `ask-<id>` of the campaign's texts."""

    id: Id
    source: tuple[Id, ...] = ()  # who else asks for it
    outcome: Outcome = Outcome(state="open")


class Action(Model):
    """Something a reader can do, for whom it is, and what it may cost them. Risk is 0 to 3.

    Its words are the section `act-<id>`: what to do, and what may come of it.
    """

    id: Id
    kind: Doing
    audience: tuple[Audience, ...]
    risk: Literal[0, 1, 2, 3]
    needs_organiser: bool = False
    address: Outside | None = None  # of a signing service
    collects: tuple[Literal["name", "email", "phone", "address", "country"], ...] = ()  # by that service


class Event(Model):
    """Something that happened."""

    on: Dated
    text: Text
    source: Sources
    grade: Grade


class Update(Model):
    """News of the campaign's own, for its page and the feeds."""

    on: date
    text: Text


class Happening(Model):
    """Something that will happen on a day. Where people meet is never written: ask the organisation that invites."""

    id: Id
    on: date
    starts: Hour | None = None
    ends: Hour | None = None
    title: Text
    text: Text | None = None
    cancelled: bool = False
    revision: Annotated[int, Field(ge=0)] = 0  # how often it was changed after it stood in the calendar


class Promise(Model):
    """Who said what would be done, until when, and what became of it."""

    on: Dated
    by: Text
    text: Text
    due: Dated | None = None
    state: Literal["kept", "not_kept", "open"]
    source: Sources
    grade: Grade

    def standing(self, today: date) -> str:
        """Tell how it stands on a day: `late`, where it is open and its time has passed."""
        late = self.state == "open" and self.due is not None and self.due < today.isoformat()[: len(self.due)]
        return "late" if late else self.state


class Endorser(Model):
    """An organisation that signed, and how it was confirmed. One that is not shown is counted."""

    org: Id
    since: date
    confirmed_by: Literal["letter", "phone", "meeting"]
    show: bool = True


class Goal(Model):
    """How many people are to be won until when. It is not moved: another one is written below it, with an update."""

    people: Annotated[int, Field(ge=1)]
    by: date
    since: date


class CampaignLetter(Model):
    """To whom a letter goes, and the paragraphs among which its writer chooses: `letter-<name>`."""

    to: Id
    choose: tuple[Id, ...] = ()


class CampaignCall(Model):
    """Who is called."""

    to: Id


class SignOn(Model):
    """To which organisation of the directory others write who want to sign."""

    to: Id | None = None


class Paper(Model):
    """What is gathered on paper: which organisation holds the sheets, and the day by which they are destroyed."""

    holder: Id | None = None
    destroy_by: date


class FormalRoute(Model):
    """Whether this is a petition under the rules of a house of parliament, which one of its members brings in."""

    kind: Literal["memorandum", "house"] = "memorandum"
    house: Text | None = None


class Campaign(Model):
    """`campaigns/<slug>/campaign.yml`, with its texts beside it, and `tallies.yml`."""

    states: Annotated[tuple[Since, ...], Field(min_length=1)]
    review_by: date
    icon: Id
    bill: Id | None = None
    targets: tuple[Id, ...] = ()
    asks: Annotated[tuple[Ask, ...], Field(min_length=1)]
    actions: tuple[Action, ...] = ()
    letter: CampaignLetter | None = None
    call: CampaignCall | None = None
    sign_on: SignOn | None = None
    paper: Paper | None = None
    formal_route: FormalRoute = FormalRoute()
    goals: tuple[Goal, ...] = ()
    promises: tuple[Promise, ...] = ()
    timeline: tuple[Event, ...] = ()
    updates: tuple[Update, ...] = ()
    events: tuple[Happening, ...] = ()
    endorsers: tuple[Endorser, ...] = ()
    follow_up: Id | None = None  # another campaign
    ended: Literal["done", "overtaken", "merged", "duplicated", "unsafe", "no_capacity"] | None = None

    @property
    def state(self) -> State:
        """The state it is in."""
        return self.states[-1].state

    @property
    def since(self) -> date:
        """The day on which that state began."""
        return self.states[-1].on

    @property
    def begun(self) -> date | None:
        """The day on which it first could be seen."""
        return next((one.on for one in self.states if one.state not in HIDDEN), None)

    @property
    def shown(self) -> bool:
        """Tell whether readers may see it."""
        return self.state not in HIDDEN

    @property
    def running(self) -> bool:
        """Tell whether there is something to do for it."""
        return self.state in RUNNING

    @property
    def sends(self) -> bool:
        """Tell whether it may be shared, and gathered for: readers see it, and nobody is asked to wait."""
        return self.shown and self.state not in {"paused", "archived"}

    def organisations(self) -> Iterator[str]:
        """Name the organisations of the directory that its pages name."""
        yield from (one.org for one in self.endorsers)
        if self.sign_on is not None and self.sign_on.to:
            yield self.sign_on.to
        if self.paper is not None and self.paper.holder:
            yield self.paper.holder

    def signed_by(self, name: str) -> bool:
        """Tell whether readers see the campaign, and that an organisation signed it."""
        return self.shown and any(endorser.org == name and endorser.show for endorser in self.endorsers)

    def sections(self) -> Iterator[str]:
        """Name the sections of its texts that are not read on its page as they stand."""
        yield "safety"
        yield from (f"ask-{ask.id}" for ask in self.asks)
        yield from (f"act-{action.id}" for action in self.actions)
        if self.letter is not None:
            yield from ("letter", *(f"letter-{name}" for name in self.letter.choose), "letter-end")
        if self.call is not None:
            yield from ("call", "call-sound", "call-answers")
        if self.paper is not None:
            yield from ("petition", "poster")
