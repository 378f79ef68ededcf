"""A campaign, the bill it is about, and who can decide."""

from datetime import date
from typing import Literal

from suluh.model.base import Id, Model, Text
from suluh.model.fact import Covers, Dated, Grade, Sources

State = Literal["draft", "review", "scheduled", "live", "paused", "delivered", "answered", "won",
                "partly_won", "lost", "closed", "archived", "withdrawn"]  # fmt: skip
HIDDEN: frozenset[str] = frozenset({"draft", "review", "withdrawn"})
Outcome = Literal["open", "promised", "partly_won", "won", "rejected", "overtaken"]
Audience = Literal["worker", "family", "ally", "organisation", "employer"]
AUDIENCES: tuple[Audience, ...] = ("worker", "family", "ally", "organisation", "employer")


class Stage(Model):
    """A step of a bill on its way through parliament."""

    on: date
    text: Text
    source: Sources
    grade: Grade


class LeftOut(Model):
    """Who is not covered by what."""

    who: Text
    what: Text
    covered: Covers
    source: Sources
    grade: Grade


class Bill(Model):
    """`campaigns/bills/<id>.yml`, shared by campaigns."""

    title: Text
    amends: Id
    stages: tuple[Stage, ...]
    left_out: tuple[LeftOut, ...] = ()


class Target(Model):
    """`campaigns/targets/<id>.yml`: an office that can decide, never a private person."""

    name: Text
    role: Text
    source: Sources
    checked_on: date


class Ask(Model):
    """One thing that is asked, with its own outcome."""

    id: Id
    text: Text
    outcome: Outcome
    note: Text | None = None
    source: tuple[Id, ...] = ()


class Action(Model):
    """Something a reader can do, for whom it is, and what it may cost them. Risk is 0 to 3."""

    id: Id
    audience: tuple[Audience, ...]
    risk: Literal[0, 1, 2, 3]
    text: Text
    note: Text | None = None
    needs_organiser: bool = False


class Event(Model):
    """Something that happened."""

    on: Dated
    text: Text
    source: Sources
    grade: Grade


class Promise(Model):
    """Who said what would be done, and what became of it."""

    on: Dated
    by: Text
    text: Text
    state: Literal["kept", "not_kept", "late", "open"]
    source: Sources
    grade: Grade


class Endorser(Model):
    """An organisation that signed, and how it was confirmed."""

    org: Id
    since: date
    confirmed_by: Literal["letter", "phone", "meeting"]


class Safety(Model):
    """What taking part may mean for a worker."""

    level: Literal["low", "medium", "high"]
    note: Text


class Campaign(Model):
    """`campaigns/<slug>/campaign.yml`, with its texts beside it."""

    state: State
    state_since: date
    review_by: date
    icon: Id
    bill: Id | None = None
    targets: tuple[Id, ...] = ()
    asks: tuple[Ask, ...]
    actions: tuple[Action, ...] = ()
    promises: tuple[Promise, ...] = ()
    timeline: tuple[Event, ...] = ()
    endorsers: tuple[Endorser, ...] = ()
    safety: Safety

    def signed_by(self, name: str) -> bool:
        """Tell whether readers see the campaign, and that an organisation signed it."""
        return self.state not in HIDDEN and any(endorser.org == name for endorser in self.endorsers)
