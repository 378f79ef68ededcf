"""What writers wrote, all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from suluh.model.base import Model, texts_of
from suluh.model.campaign import Bill, Campaign, CampaignTexts, Target
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


WORDS = "strings"
"""The key of the words of the interface, which are translated as one text."""


@dataclass(frozen=True, slots=True)
class Site:
    """Every record by its id, and where each was written."""

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
    handbook: bool = False  # there is one, beside the content
    origins: Mapping[Whence, tuple[Document, KeyPath]] = field(default_factory=dict, repr=False)

    def place(self, kind: str, name: str, *path: str | int) -> Place:
        """Find where a record, or a value inside it, was written."""
        document, prefix = self.origins[kind, name]
        return document.place((*prefix, *path))

    def records(self) -> Iterator[tuple[str, str, Model]]:
        """Give every record with its kind and id."""
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
