"""What writers wrote, all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from suluh.model.allowance import Allowance
from suluh.model.base import Model, texts_of
from suluh.model.bill import Bill
from suluh.model.calculator import Calculator
from suluh.model.campaign import Campaign, Since
from suluh.model.card import Card
from suluh.model.days import Day
from suluh.model.fact import Fact, Source
from suluh.model.glossary import Glossary
from suluh.model.guide import Guide
from suluh.model.letter import Letter
from suluh.model.listing import Listing, published
from suluh.model.lookup import Lookups
from suluh.model.map import Map
from suluh.model.organisation import Gone, Organisation, People, Region, Service
from suluh.model.pathway import Pathway
from suluh.model.prose import Head, Prose
from suluh.model.report import Report
from suluh.model.settings import Settings
from suluh.model.standing import Standings
from suluh.model.story import SECTION, Story, Tag
from suluh.model.tally import Tally
from suluh.model.target import Target
from suluh.model.telling import Telling, ended, tellings
from suluh.model.translation import HIDDEN
from suluh.model.unit import Backs, Changes, Units
from suluh.model.waiver import Waiver
from suluh.problem import Place
from suluh.source import Document, KeyPath

Whence = tuple[str, str]
"""The kind and id of a record, such as `("guide", "unpaid-wages")`."""

Origins = dict[Whence, tuple[Document, KeyPath]]
"""Where each record was written."""


CONTENT = ("content", "directory", "campaigns")
"""The folders in which writers write."""

TEXTS = {
    "guide": "content/guides",
    "campaign": "campaigns",
    "page": "content/pages",
    "pathway": "content/pathways",
    "letter": "content/letters",
    "calculator": "content/calculators",
    "card": "content/cards",
    "story": "content/stories",
}
"""The kinds of parts that have long texts, and where these lie: in a folder each, one file a language."""

OWN = (*TEXTS, "organisation")
"""The kinds of parts that have a page of their own in every language."""

COUNTING = ("gaps",)
"""The standing pages that count the whole directory."""

TOOLS = ("letter", "calculator", "card")
"""The kinds of parts that others offer by their title, and that are made before them for that."""

Texts = Mapping[str, Prose]
"""A long text by language."""

ASK = "ask-"
"""How the sections of a campaign begin that other pages say, too: what it asks."""

SAID = (ASK, SECTION)
"""The sections whose headings are in the head of a text."""


Heads = Mapping[str, Head]
"""The head of a long text by language."""

WORDS = "strings"
"""The text whose parts are the words of the interface."""

WHOLE = frozenset({"letters", "cards", "stories"})
"""The long texts that are read in one language or not at all: a letter in two languages could not be sent."""


@dataclass(frozen=True, slots=True)
class Known:
    """What every part of a site may know of the others: that they are there, and no more."""

    guides: tuple[str, ...]
    organisations: tuple[str, ...]  # those that may be shown
    gone: tuple[str, ...]  # those that were taken away
    campaigns: tuple[str, ...]  # those that may be seen
    pages: tuple[str, ...]
    offered: tuple[str, ...]  # kinds of help that somebody offers
    pathways: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    calculators: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()  # those that are told, or were

    def names(self, kind: str) -> tuple[str, ...]:
        """Name the parts of a kind."""
        return tuple(getattr(self, MANY.get(kind, f"{kind}s"), ()))


@dataclass(frozen=True, slots=True)
class Site:
    """Every record by its id, and where each was written.

    A part of a site is a site, too: it holds what one page needs, and `whole` tells what else there is.
    """

    settings: Settings
    words: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    guide_texts: Mapping[str, Texts] = field(default_factory=dict)
    pages: Mapping[str, Texts] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    pathway_texts: Mapping[str, Texts] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    letter_texts: Mapping[str, Texts] = field(default_factory=dict)
    calculators: Mapping[str, Calculator] = field(default_factory=dict)
    calculator_texts: Mapping[str, Texts] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    card_texts: Mapping[str, Texts] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    listings: Mapping[str, Listing] = field(default_factory=dict)  # of a part: what may be shown of organisations
    gone: Mapping[str, Gone] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    places: Mapping[str, Region] = field(default_factory=dict)
    people: Mapping[str, People] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    map: Map | None = None  # of the places
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    campaign_texts: Mapping[str, Texts] = field(default_factory=dict)
    bills: Mapping[str, Bill] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    tallies: Mapping[str, tuple[Tally, ...]] = field(default_factory=dict)  # by campaign
    days: Mapping[str, Day] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    story_texts: Mapping[str, Texts] = field(default_factory=dict)
    tags: Mapping[str, Tag] = field(default_factory=dict)  # what stories are found by
    gone_stories: Mapping[str, Gone] = field(default_factory=dict)
    tellings: Mapping[str, Telling] = field(default_factory=dict)  # what may be shown of stories on the day
    ended: Mapping[str, date] = field(default_factory=dict)  # the stories that may be shown no more
    translations: Mapping[str, Units] = field(default_factory=dict)
    backs: Mapping[str, Backs] = field(default_factory=dict)  # by language
    glossary: Mapping[str, Glossary] = field(default_factory=dict)  # by language, the source first
    lookups: Lookups = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)  # of source texts, as they were declared
    outdated: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # guides, and where a critical part is not right
    unvouched: tuple[str, ...] = ()  # the languages for whose words of the interface nobody has vouched
    waivers: tuple[Waiver, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    standing: tuple[str, ...] = ()  # the standing pages that somebody wrote
    handbook: bool = False  # there is one, beside the content
    whole: Known | None = None
    standings: Standings = field(default_factory=Standings)  # for the page that tells how far translations are
    leaning: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # for the register of laws: facts by guide
    origins: Mapping[Whence, tuple[Document, KeyPath]] = field(default_factory=dict, repr=False)

    @property
    def known(self) -> Known:
        """Tell what there is in the whole site."""
        if self.whole is not None:
            return self.whole
        shown = self.public
        return Known(
            guides=tuple(sorted(self.guides)),
            organisations=tuple(sorted(shown)),
            gone=tuple(sorted(self.gone.keys() - shown.keys())),
            campaigns=tuple(sorted(slug for slug, one in self.campaigns.items() if one.shown)),
            pages=tuple(sorted({*self.standing, *self.pages})),
            offered=tuple(sorted({service for one in shown.values() for service in one.services})),
            pathways=tuple(sorted(self.pathways)),
            letters=tuple(sorted(self.letters)),
            calculators=tuple(sorted(self.calculators)),
            cards=tuple(sorted(self.cards)),
            stories=tuple(sorted({*self.tellings, *self.ended})),
        )

    @property
    def public(self) -> Mapping[str, Listing]:
        """Give what may be shown of organisations: what a part holds, or what the entries of a site let through."""
        return self.listings if self.whole is not None else published(self.organisations)

    def place(self, kind: str, name: str, *path: str | int) -> Place:
        """Find where a record, or a value inside it, was written."""
        document, prefix = self.origins[kind, name]
        return document.place((*prefix, *path))

    def part(self, kind: str, name: str) -> "Site":
        """Cut out what the pages of one part are made of, without its long texts. Its digest is the part's."""
        held: dict[str, Any] = {}
        rows = f"{TEXTS.get(kind, kind).rpartition('/')[2]}/{name}"
        match kind:
            case "guide":
                held = {"guides": self._of("guides", name)}
            case "letter" | "calculator" | "card":
                held = {f"{kind}s": self._of(f"{kind}s", name)}
                held["guides"] = self._of("guides", *(one.guide for one in held[f"{kind}s"].values()))
            case "pathway":
                held = {"pathways": self._of("pathways", name), "guides": self.guides}
            case "organisation":
                held = self._of_organisation(name)
            case "campaign" if name in self.campaigns:
                one = self.campaigns[name]
                held = {
                    "campaigns": {name: one},
                    "bills": {key: bill for key, bill in self.bills.items() if key == one.bill},
                    "targets": {key: self.targets[key] for key in one.targets if key in self.targets},
                    "tallies": {key: rows for key, rows in self.tallies.items() if key == name},
                    "tellings": {key: told for key, told in self.tellings.items() if name in told.campaigns},
                    "listings": {key: self.public[key] for key in one.organisations() if key in self.public},
                }
            case "story":
                held = {"tellings": self._of("tellings", name), "ended": self._of("ended", name)}
            case "guides" | "campaigns" | "laws" | "tools" | "stories" | "translations":
                held, rows = {key: getattr(self, key) for key in _LISTED[kind]}, ""
            case "directory":
                held, rows = {"listings": self.public}, ""
            case "page" if name in COUNTING:
                held = {"listings": self.public}
            case _:  # what all parts hold is enough
                pass
        emptied: dict[str, Any] = {key: {} for key in (*_OF_PARTS, *(_texts(kind) for kind in TEXTS))}
        return replace(
            self,
            **(emptied | held),
            waivers=(),
            allowances=(),
            origins={},
            translations=self._rows(rows),
            changes={key: some for key, some in self.changes.items() if key.partition("#")[0] == rows},
            outdated=self._of("outdated", *held.get("guides", ())),
            whole=self.known,
        )

    def _of(self, records: str, *names: str) -> dict[str, Any]:
        known = getattr(self, records)
        return {name: known[name] for name in names if name in known}

    def _of_organisation(self, name: str) -> dict[str, Any]:
        """Hold what the page of an organisation says: itself, its networks, its members, its campaigns and guides."""
        public = self.public
        one = public.get(name)
        if one is None:
            return {}
        return {
            "listings": {key: public[key] for key in (name, *one.networks, *one.members)},
            "campaigns": {key: signed for key, signed in self.campaigns.items() if signed.signed_by(name)},
            "guides": self._nearest(one),
        }

    def _nearest(self, one: Listing) -> dict[str, Guide]:
        """Give some guides that name kinds of help an organisation offers, those first that name most of them."""
        offered = {*one.services}
        shared = ((-len(offered & {*guide.services}), guide.order, key) for key, guide in self.guides.items())
        return {key: self.guides[key] for count, _, key in sorted(shared)[:GUIDES] if count}

    def with_texts(self, kind: str, texts: Mapping[str, Texts], origins: Origins) -> "Site":
        """Hold the long texts of one kind of part, and where they were written."""
        held: dict[str, Any] = {_texts(kind): texts}
        return replace(self, **held, origins=origins)

    def with_heads(self, heads: Mapping[str, Heads]) -> "Site":
        """Hold the heads of other parts' long texts, by the part, such as `letter/wages-owed`."""
        held: dict[str, Any] = {}
        for part, by_language in heads.items():
            kind, _, name = part.partition("/")
            texts = {code: head.prose(code) for code, head in by_language.items()}
            held.setdefault(_texts(kind), {})[name] = texts
        return replace(self, **held)

    def heads_of(self, kind: str, name: str) -> Heads:
        """Give what other parts may say of the long texts of a part: nothing of a section that is not for readers."""
        texts = self.texts_of(kind).get(name, {})
        key = f"{TEXTS[kind].rpartition('/')[2]}/{name}"
        return {code: Head(one.title, one.summary, tuple(self._said(key, code, one))) for code, one in texts.items()}

    def _said(self, key: str, code: str, prose: Prose) -> Iterator[tuple[str, str]]:
        units = self.translations.get(code, {}).get(key, {})
        for section in prose.sections:
            unit = units.get(section.id)
            if section.id.startswith(SAID) and not (unit and unit.state in HIDDEN):
                yield section.id, section.heading

    def on(self, today: date) -> "Site":
        """Let through of the stories what may be shown on a day."""
        gone = self.gone_stories.values()
        return replace(self, tellings=tellings(self.stories, today), ended=ended(self.stories, today, gone))

    def showing(self, slug: str) -> "Site":
        """Show one campaign as though it were live: for whoever writes it, and for nobody else."""
        one = self.campaigns.get(slug)
        if one is None or one.running:
            return self
        live = one.model_copy(update={"states": (Since(state="live", on=one.since),)})
        return replace(self, campaigns={**self.campaigns, slug: live})

    def texts_of(self, kind: str) -> Mapping[str, Texts]:
        """Give the long texts of a kind of part, by name."""
        texts: Mapping[str, Texts] = getattr(self, _texts(kind))
        return texts

    def leans(self, kind: str, name: str) -> tuple[str, ...]:
        """Name the facts that the long texts of a part stand on."""
        sections = (section for prose in self.texts_of(kind).get(name, {}).values() for section in prose.sections)
        return tuple(sorted({fact for section in sections for fact in section.facts}))

    def _rows(self, text: str) -> Mapping[str, Units]:
        """Keep what is known of the translations of one text."""
        return {code: {text: units[text]} for code, units in self.translations.items() if text in units}

    def records(self) -> Iterator[tuple[str, str, Model]]:
        """Give every record with its kind and id. Those of a part are the whole site's to look at."""
        if self.whole is not None:
            return
        yield "site", "site", self.settings
        for kind, records in RECORDS.items():
            for name, record in getattr(self, records).items():
                yield kind, name, record

    def texts(self) -> Iterator[tuple[Mapping[str, str], Place]]:
        """Give every short text with its place."""
        for kind, name, record in self.records():
            for path, text in texts_of(record):
                yield text, self.place(kind, name, *path)

    def prose(self) -> Iterator[tuple[str, Texts]]:
        """Give every long text by its key, such as `guides/unpaid-wages`, in all its languages."""
        for kind, folder in TEXTS.items():
            for name, by_language in self.texts_of(kind).items():
                yield f"{folder.rpartition('/')[2]}/{name}", by_language


RECORDS = {
    **{kind: f"{kind}s" for kind in ("fact", "source", "guide", "pathway", "letter", "calculator", "card")},
    "organisation": "organisations",
    "service": "services",
    "place": "places",
    "people": "people",
    "report": "reports",
    "campaign": "campaigns",
    "bill": "bills",
    "target": "targets",
    "day": "days",
    "story": "stories",
    "tag": "tags",
    "gone-story": "gone_stories",
}
"""The kinds of records, beside the settings, and the field that holds each."""

GUIDES = 5
"""To so many guides the page of an organisation leads."""

_OF_PARTS = (
    *("guides", "pathways", "letters", "calculators", "cards", "organisations", "listings", "campaigns", "bills"),
    *("targets", "tallies", "stories", "tellings", "ended"),
)
"""The records of which each part holds some. None holds organisations as they are written."""

_LISTED = {
    "guides": ("guides",),
    "campaigns": ("campaigns", "bills", "targets", "tallies"),
    "laws": ("guides",),
    "translations": ("guides",),
    "stories": ("tellings",),
    "tools": ("guides", "pathways", "letters", "calculators", "cards"),
}
"""Which records the lists of one language are made of."""


MANY = {"story": "stories", "people": "people", "gone-story": "gone-stories"}
"""The names of several, where they are not made by an s."""


def _texts(kind: str) -> str:
    """Name the field that holds the long texts of a kind of part."""
    return "pages" if kind == "page" else f"{kind}_texts"
