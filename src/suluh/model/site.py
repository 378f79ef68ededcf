"""What writers wrote, all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from suluh.model.base import Model, texts_of
from suluh.model.campaign import HIDDEN, Bill, Campaign, CampaignTexts, Target
from suluh.model.fact import Fact, Source
from suluh.model.guide import Guide, GuideTexts
from suluh.model.organisation import Organisation, Region, Service
from suluh.model.prose import Prose
from suluh.model.settings import Settings
from suluh.model.translation import Units
from suluh.model.waiver import Waiver
from suluh.problem import Place
from suluh.source import Document, KeyPath

Whence = tuple[str, str]
"""The kind and id of a record, such as `("guide", "unpaid-wages")`."""

Origins = dict[Whence, tuple[Document, KeyPath]]
"""Where each record was written."""


CONTENT = ("content", "directory", "campaigns")
"""The folders in which writers write."""

TEXTS = {"guide": "content/guides", "campaign": "campaigns", "page": "content/pages"}
"""The kinds of parts that have long texts, and where these lie: in a folder each, one file a language."""

OWN = (*TEXTS, "organisation")
"""The kinds of parts that have a page of their own in every language."""

WORDS = "strings"
"""The key of the words of the interface, which are translated as one text."""


@dataclass(frozen=True, slots=True)
class Known:
    """What every part of a site may know of the others: that they are there, and no more."""

    guides: tuple[str, ...]
    organisations: tuple[str, ...]  # those that may be shown
    campaigns: tuple[str, ...]  # those that may be seen
    pages: tuple[str, ...]
    offered: tuple[str, ...]  # kinds of help that somebody offers


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
    guide_texts: Mapping[str, GuideTexts] = field(default_factory=dict)
    pages: Mapping[str, Mapping[str, Prose]] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    places: Mapping[str, Region] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    campaign_texts: Mapping[str, CampaignTexts] = field(default_factory=dict)
    bills: Mapping[str, Bill] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    translations: Mapping[str, Units] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    standing: tuple[str, ...] = ()  # the standing pages that somebody wrote
    handbook: bool = False  # there is one, beside the content
    whole: Known | None = None
    origins: Mapping[Whence, tuple[Document, KeyPath]] = field(default_factory=dict, repr=False)

    @property
    def known(self) -> Known:
        """Tell what there is in the whole site."""
        if self.whole is not None:
            return self.whole
        shown = {name: one for name, one in self.organisations.items() if one.tier != "red"}
        return Known(
            guides=tuple(sorted(self.guides)),
            organisations=tuple(sorted(shown)),
            campaigns=tuple(sorted(slug for slug, one in self.campaigns.items() if one.state not in HIDDEN)),
            pages=tuple(sorted({*self.standing, *self.pages})),
            offered=tuple(sorted({service for one in shown.values() for service in one.services})),
        )

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
                held = {"guides": {key: self.guides[key] for key in (name,) if key in self.guides}}
            case "organisation":
                held = {"organisations": {name: self.organisations[name]}}
            case "campaign" if name in self.campaigns:
                one = self.campaigns[name]
                held = {
                    "campaigns": {name: one},
                    "bills": {key: bill for key, bill in self.bills.items() if key == one.bill},
                    "targets": {key: self.targets[key] for key in one.targets if key in self.targets},
                    "organisations": {
                        e.org: self.organisations[e.org] for e in one.endorsers if e.org in self.organisations
                    },
                }
            case "guides" | "campaigns":
                held, rows = {kind: getattr(self, kind)}, ""
            case "directory":
                held, rows = {"organisations": self.organisations}, ""
            case _:  # what all parts hold is enough
                pass
        emptied: dict[str, Any] = {key: {} for key in ("guides", "organisations", "campaigns", "bills", "targets")}
        return replace(
            self, **(emptied | held), guide_texts={}, campaign_texts={}, pages={}, waivers=(), origins={},
            translations=self._rows(rows), whole=self.known,
        )  # fmt: skip

    def with_texts(self, kind: str, texts: Mapping[str, Mapping[str, Prose]], origins: Origins) -> "Site":
        """Hold the long texts of one kind of part, or those that a list is made of, and where they were written."""
        match kind:
            case "guide" | "guides":
                return replace(self, guide_texts=texts, origins=origins)
            case "campaign" | "campaigns":
                return replace(self, campaign_texts=texts, origins=origins)
            case "page":
                return replace(self, pages=texts, origins=origins)
            case _:  # it has none
                return self

    def _rows(self, prefix: str) -> Mapping[str, Units]:
        """Keep what is known of the translations of one text, and of the words of the interface."""
        return {
            code: {key: unit for key, unit in units.items() if key == WORDS or key.partition("#")[0] == prefix}
            for code, units in self.translations.items()
        }

    def records(self) -> Iterator[tuple[str, str, Model]]:
        """Give every record with its kind and id. Those of a part are the whole site's to look at."""
        if self.whole is not None:
            return
        kinds: tuple[tuple[str, Mapping[str, Model]], ...] = (
            ("site", {"site": self.settings}),
            ("fact", self.facts),
            ("source", self.sources),
            ("guide", self.guides),
            ("organisation", self.organisations),
            ("service", self.services),
            ("place", self.places),
            ("campaign", self.campaigns),
            ("bill", self.bills),
            ("target", self.targets),
        )
        for kind, records in kinds:
            for name, record in records.items():
                yield kind, name, record

    def texts(self) -> Iterator[tuple[Mapping[str, str], Place]]:
        """Give every short text with its place."""
        for kind, name, record in self.records():
            for path, text in texts_of(record):
                yield text, self.place(kind, name, *path)

    def units(self) -> Iterator[tuple[str, str]]:
        """Give every text that is translated as one: its key, and the source text."""
        source = self.settings.source.code
        yield WORDS, "\n".join(f"{key}: {text}" for key, text in sorted(self.words.get(source, {}).items()))
        for key, texts in self.prose():
            if source in texts:
                yield key, texts[source].head
                for section in texts[source].sections:
                    yield f"{key}#{section.id}", section.markdown

    def prose(self) -> Iterator[tuple[str, Mapping[str, Prose]]]:
        """Give every long text by its key, such as `guides/unpaid-wages`, in all its languages."""
        for folder, texts in (("guides", self.guide_texts), ("campaigns", self.campaign_texts), ("pages", self.pages)):
            for name, by_language in texts.items():
                yield f"{folder}/{name}", by_language
