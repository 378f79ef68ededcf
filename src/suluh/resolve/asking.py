"""What all pages of one campaign say of it: its texts by section, what it asks, who decides, how far it is."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from suluh.model.campaign import MESSAGES, Ask, Campaign
from suluh.model.campaigning import AskView, Office, Progress
from suluh.model.prose import Prose
from suluh.model.reading import Line, Link, Part, Reading
from suluh.model.settings import Language
from suluh.model.site import ASK, Texts
from suluh.model.tally import CHANNELS, LEAST, STALE, Tally, total
from suluh.model.target import Target
from suluh.resolve import routes
from suluh.resolve.facts import spaced
from suluh.resolve.opening import clock, hours
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, prepare


@dataclass(frozen=True)
class OneCampaign:
    """One campaign in one edition."""

    pages: Pages
    slug: str

    @cached_property
    def record(self) -> Campaign:
        """What is written of it beside its texts."""
        return self.pages.site.campaigns[self.slug]

    @cached_property
    def texts(self) -> Texts:
        """Its long texts by language."""
        return self.pages.site.campaign_texts[self.slug]

    @property
    def route(self) -> str:
        """Where its page is."""
        return routes.campaign(self.pages.code, self.slug)

    @cached_property
    def text(self) -> Prepared:
        """Its texts as a reader of this edition gets them."""
        return prepare(self.pages, f"campaigns/{self.slug}", self.texts, self.route)

    @property
    def link(self) -> Link:
        """Lead back to it."""
        return Link(self.text.title, self.route, icon=self.record.icon)

    @property
    def spoken(self) -> bool:
        """Tell whether this edition has texts of its own: what is printed and drawn speaks no borrowed language."""
        return self.pages.code in self.text.spoken

    @cached_property
    def official(self) -> Language:
        """The language in which it is handed over: the first of the offices that its texts have."""
        return official(self.pages, self.texts)

    @property
    def pair(self) -> tuple[Language, ...]:
        """The language of the office, then the reader's, if that is another one that it has texts in."""
        own = (self.pages.language,) if self.spoken else (self.pages.site.settings.by_code[self.text.title.language],)
        found = {one.code: one for one in (self.official, *own) if one.code in self.text.spoken}
        return tuple(found.values())

    @cached_property
    def code(self) -> str:
        """The code by which a sheet of it is known."""
        return code_of(self.slug, self.texts[self.official.code])

    @property
    def sends(self) -> bool:
        """Tell whether there are messages to send, and nobody is asked to wait."""
        return self.record.sends and all(f"message-{name}" in self.text.by_id for name in MESSAGES)

    def part(self, name: str) -> Part | None:
        """Give a section, if something stands in it."""
        found = self.text.by_id.get(name)
        return found if found is not None and found.markdown else None

    def asks(self) -> tuple[AskView, ...]:
        """Say what it asks, and what became of each."""
        return tuple(self._ask(ask) for ask in self.record.asks)

    def _ask(self, ask: Ask) -> AskView:
        text = self.text.by_id[f"{ASK}{ask.id}"].headline
        return ask_view(self.pages, ask, text, self.part(f"{ASK}{ask.id}"))


def official(pages: Pages, texts: Mapping[str, Prose]) -> Language:
    """Choose the language in which something is handed over."""
    settings = pages.site.settings
    found = (code for code in settings.office if code in texts and texts[code].sections)
    return settings.by_code[next(found, settings.source.code)]


def ask_view(pages: Pages, ask: Ask, text: Reading, note: Part | None = None) -> AskView:
    """Say one thing that is asked, in words that were chosen before."""
    outcome = ask.outcome
    return AskView(
        id=ask.id,
        text=text,
        note=note,
        outcome=outcome.state,
        on=outcome.on or "",
        outcome_sources=titles(pages, outcome.source),
        left_out=pages.choosing.maybe(outcome.left_out),
        sources=titles(pages, ask.source),
    )


def titles(pages: Pages, names: Iterable[str]) -> tuple[str, ...]:
    """Name some sources."""
    return tuple(pages.site.sources[name].title for name in names)


def code_of(slug: str, prose: Prose) -> str:
    """Make the code of a campaign: it changes with the words of what is asked, as it is handed over.

    It is short enough to be read out. Who holds a sheet compares it with the list of the official ones.
    """
    asks = (one.heading for one in prose.sections if one.id.startswith(ASK))
    said = "\n".join((slug, prose.title, *asks))
    letters = "".join(word[0] for word in slug.split("-"))[:4].upper()
    return f"{letters}-{b32encode(hashlib.sha256(said.encode()).digest())[:4].decode()}"


def office(pages: Pages, name: str) -> Office:
    """Show an office that decides, with the ways to reach it that were checked lately."""
    target, today = pages.site.targets[name], pages.today
    return Office(
        name=pages.read(target.name),
        role=pages.read(target.role),
        route=routes.target(pages.code, name),
        checked_on=max((target.checked_on, *(way.checked_on for way in target.contact if way.fresh(today)))),
        email=target.reached("email", today),
        phone=_phone(pages, target),
        post=target.reached("post", today),
        page=target.reached("page", today),
    )


def _phone(pages: Pages, target: Target) -> Line | None:
    way = next((one for one in target.contact if one.kind == "phone" and one.fresh(pages.today)), None)
    if way is None:
        return None
    return Line(
        title=pages.read(target.name),
        does=None,
        hours=None,
        number=way.value,
        shown=spaced(way.value),
        cost="unknown",
        source=pages.site.sources[way.source[0]].title,
        checked_on=way.checked_on,
        show_date=True,
        called=False,
        opening=hours(target.opening),
        zone=pages.site.settings.time_zone,
        clock=clock(pages.site.settings.time_zone, pages.today.year),
    )


def progress(one: Campaign, rows: Sequence[Tally], today: date) -> Progress:
    """Say how many stand behind it. Too few are not told, nor what could be counted back from what is told."""
    counted = [row for row in rows if row.on <= today]
    people = total(counted)
    goal = next((goal for goal in reversed(one.goals) if goal.since <= today), None)
    as_of = max((row.on for row in counted), default=None)
    known = people >= LEAST
    return Progress(
        people=people if known else 0,
        channels=tuple(_channels(counted)) if known else (),
        as_of=as_of if known else None,
        stale=known and as_of is not None and today - as_of > STALE,
        goal=goal.people if goal else 0,
        by=goal.by if goal else None,
    )


def _channels(rows: Sequence[Tally]) -> Iterator[tuple[str, int]]:
    sums = [(channel, total(row for row in rows if row.channel == channel)) for channel in CHANNELS]
    told = [(channel, people) for channel, people in sums if people]
    if len(told) > 1 and all(people >= LEAST for _, people in told):
        yield from told


def waited(one: Campaign, today: date) -> int | None:
    """Count the days since it was handed over and nobody answered."""
    passed: timedelta = today - one.since
    return passed.days if one.state == "delivered" else None
