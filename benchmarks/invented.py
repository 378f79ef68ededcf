"""Draw the records of a corpus: texts that mean nothing, in the shape of the project's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import words as speech

PROJECT = Path(__file__).resolve().parent.parent
LEFT_OUT = ("fil", "km")  # twelve languages are enough
TODAY = date(2026, 11, 22)
REVIEW = date(2027, 5, 22)
SERVICES = 17
FACTS, LAWS, SOURCES = 80, 6, 40
PLANTED_EVERY = 8
PLANTED = {
    "en": "lighthouse", "ms": "mercu", "id": "mercusuar", "bn": "বাতিঘর", "ne": "दीपस्तम्भ", "my": "မီးပြတိုက်",
    "ta": "கலங்கரை", "hi": "प्रकाशस्तंभ", "ur": "مینارہ", "vi": "hải-đăng", "th": "ประภาคาร", "zh-Hans": "灯塔",
}  # fmt: skip
"""A word that no other text has; search must find the guides that hold it."""

KINDS = ("cso", "union", "cso", "fbo", "cso", "network", "cso", "cbo", "government", "international")
ICONS = ("cash-remove", "bandage", "passport", "clock-alert-outline", "home-heart", "police-badge-outline")

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a long text in one language."""

    id: str
    heading: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A long text in one language."""

    title: str
    summary: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What a list item or paragraph holds in every language: how much is said, and what must not differ."""

    words: int
    mark: str = "- "
    bold: bool = False
    holds: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Records as they are written, by their names, and the long texts by folder, name and language."""

    site: Mapping[str, Any]
    facts: Sequence[Mapping[str, Any]]
    sources: Sequence[Mapping[str, Any]]
    services: Sequence[Mapping[str, Any]]
    places: Sequence[Mapping[str, Any]]
    guides: Mapping[str, Mapping[str, Any]]
    organisations: Mapping[str, Mapping[str, Any]]
    campaigns: Mapping[str, Mapping[str, Any]]
    targets: Mapping[str, Mapping[str, Any]]
    prose: Mapping[str, Mapping[str, Prose]]  # guides/guide-001, then en

    @property
    def codes(self) -> list[str]:
        """The languages, the source first."""
        return [language["code"] for language in self.site["languages"]]


class Maker:
    """Makes a corpus; each record is drawn from its own name, so that more of them change none."""

    def __init__(self, root: Path = PROJECT) -> None:
        self.root = root
        self.site = _without(speech.documents(root / "content" / "site.yml"))
        self.voices = {
            one["code"]: speech.voice(root, one["code"], unspaced=one.get("unspaced", False))
            for one in self.site["languages"]
        }

    def make(self, guides: int, organisations: int, campaigns: int) -> Corpus:
        """Make as many records as are asked for."""
        services = self._services()
        places = _without(speech.documents(self.root / "directory" / "places.yml"))
        names = [f"guide-{number:03}" for number in range(1, guides + 1)]
        prose = {f"guides/{name}": self._guide_texts(number, names) for number, name in enumerate(names)}
        prose |= {f"pages/{name}": self._prose(name, self._page_plan(name)) for name in ("help", "about", "privacy")}
        running = [f"campaign-{number:03}" for number in range(1, campaigns + 1)]
        prose |= {f"campaigns/{name}": self._prose(name, self._campaign_plan(name)) for name in running}
        return Corpus(
            site=self._settings(),
            facts=[*self._laws(), *self._facts(), *self._lines()],
            sources=[self._source(number) for number in range(1, SOURCES + 1)],
            services=services,
            places=places,
            guides={name: self._guide(name, number, services) for number, name in enumerate(names)},
            organisations=dict(
                self._organisation(number, services, places) for number in range(1, organisations + 1)
            ),
            campaigns={name: self._campaign(name) for name in running},
            targets={"office": {"name": self._said("office", 3), "role": self._said("office-role", 9),
                                "source": ["source-01"], "checked_on": TODAY}},
            prose=prose,
        )  # fmt: skip

    def _said(self, seed: str, words: int) -> dict[str, str]:
        """Say something short in every language."""
        chance = Random(seed)
        if words < 7:
            return {code: voice.phrase(chance, words) for code, voice in self.voices.items()}
        return {code: voice.paragraph(chance, words) for code, voice in self.voices.items()}

    def _settings(self) -> dict[str, Any]:
        enormous = dict.fromkeys(("guide", "home", "directory", "campaign", "other", "search"), 1_000_000_000)
        return {
            **self.site,
            "name": "Corpus",
            "tagline": self._said("tagline", 9),
            "pages": ["help", "about", "privacy"],
            "lines": ["line-1", "line-2", "line-3"],
            "budgets": enormous,
        }

    def _services(self) -> list[dict[str, Any]]:
        known = _without(speech.documents(self.root / "directory" / "services.yml"))[: SERVICES - 1]
        more = {"id": "measuring", "name": self._said("measuring", 2), "icon": "eye-outline"}
        return [{**one, "audience": "worker"} for one in (*known, more)]

    def _source(self, number: int) -> dict[str, Any]:
        title = self.voices["en"].phrase(Random(f"source-{number}"), 6)
        address = f"https://example.org/read/{number}/{title.split()[0].lower()}"
        return {"id": f"source-{number:02}", "title": title, "address": address, "dated": f"20{10 + number % 16}"}

    def _laws(self) -> Iterator[dict[str, Any]]:
        for number in range(1, LAWS + 1):
            yield self._fact(f"law-{number}", "law", {}, number=f"Act {number}", domestic_workers="part")

    def _facts(self) -> Iterator[dict[str, Any]]:
        for number in range(1, FACTS + 1):
            kind = "amount" if number % 10 == 0 else "limit" if number % 10 == 5 else "law"
            value = {"value": number * 700} if kind == "amount" else {"value": number} if kind == "limit" else {}
            under = {"law": f"law-{1 + number % LAWS}", "section": f"section {number}"}
            domestic = ("yes", "no", "part", "yes", "unknown")[number % 5]
            yield self._fact(f"fact-{number:02}", kind, value, **under, domestic_workers=domestic)

    def _lines(self) -> Iterator[dict[str, Any]]:
        for number in range(1, 4):
            does = {"does": self._said(f"does-{number}", 8), "hours": self._said(f"hours-{number}", 3)}
            yield self._fact(f"line-{number}", "line", {"number": f"0000{number}"}, **does, domestic_workers="yes")

    def _fact(self, name: str, kind: str, value: Mapping[str, Any], **more: Any) -> dict[str, Any]:
        chance = Random(name)
        read = [f"source-{one:02}" for one in chance.sample(range(1, SOURCES + 1), 2)]
        known = {"since": date(2020, 1, 1), **value, "source": read, "checked_on": TODAY, "grade": "A"}
        return {"id": name, "kind": kind, "title": self._said(name, 5), "jurisdiction": "MY", **more, "values": [known]}

    def _guide(self, name: str, number: int, services: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        offered = [services[(number + step) % len(services)]["id"] for step in range(2)]
        return {
            "topic": "measuring",
            "order": number + 1,
            "icon": ICONS[number % len(ICONS)],
            "risk": "low",
            "audience": ["all-workers"],
            "jurisdiction": "MY",
            "situation": self._said(f"{name}-situation", 4),
            "as_at": TODAY,
            "review": {"by": REVIEW, "roles": ["legal"]},
            "services": offered,
            "lines": ["line-1"],
        }

    def _guide_texts(self, number: int, names: Sequence[str]) -> dict[str, Prose]:
        name = names[number]
        planted = number % PLANTED_EVERY == PLANTED_EVERY // 2 - 1
        return self._prose(name, self._guide_plan(name, names), planted=planted)

    def _guide_plan(self, name: str, names: Sequence[str]) -> dict[str, list[Item]]:
        """Plan a guide of about 900 words, as the project's own guides are."""
        chance = Random(f"{name}-plan")
        others = [f"guide:{chance.choice(names)}" for _ in range(3)]
        today = [Item(chance.randint(17, 25), f"{step}. ", bold=True) for step in range(1, 7)]
        law = [self._statement(chance) for _ in range(16)]
        dont = [Item(chance.randint(15, 24), bold=True) for _ in range(5)]
        links = [*others, "page:help", "page:directory", ""]
        helping = [Item(chance.randint(15, 24), bold=step < 3, link=link) for step, link in enumerate(links)]
        return {"today .critical": today, "law .critical": law, "dont": dont, "help": helping}

    def _statement(self, chance: Random) -> Item:
        """Plan a statement of law: most cite one or two facts, some hold a value or a number."""
        first = chance.randint(1, FACTS)
        valued = 5 * chance.randint(1, FACTS // 5)
        kind = chance.random()
        holds = (f"{{fact-{valued:02}}}",) if kind < 0.3 else (str(chance.randint(2, 48)),) if kind < 0.5 else ()
        cited = [valued if kind < 0.3 else first]
        if chance.random() < 0.4:
            cited.append(1 + (cited[0] + 6) % FACTS)
        return Item(chance.randint(18, 31), holds=holds, cites=tuple(f"fact-{one:02}" for one in cited))

    def _page_plan(self, name: str) -> dict[str, list[Item]]:
        chance = Random(f"{name}-plan")
        texts = [Item(chance.randint(20, 36), "") for _ in range(3)]
        points = [Item(chance.randint(10, 20), bold=True, link=link) for link in ("page:directory", "page:guides", "")]
        return {"first": texts, "second": points, "third": texts[:2]}

    def _campaign_plan(self, name: str) -> dict[str, list[Item]]:
        chance = Random(f"{name}-plan")
        why = [Item(chance.randint(18, 27), "", link=link) for link in ("", "page:help", "", "")]
        return {"why": why, "law": [self._statement(chance) for _ in range(6)]}

    def _prose(self, name: str, plan: Mapping[str, Sequence[Item]], *, planted: bool = False) -> dict[str, Prose]:
        """Write a plan down in every language."""
        chance = Random(f"{name}-prose")
        made = {}
        for code, voice in self.voices.items():
            sections = []
            for heading, items in plan.items():
                apart = "\n" if items[0].mark else "\n\n"
                markdown = apart.join(_written(voice, chance, item) for item in items)
                sections.append(Section(heading, speech.capital(voice.phrase(chance, 4)), markdown))
            if planted:
                sections[0] = _planted(sections[0], voice, PLANTED[code])
            title, summary = speech.capital(voice.phrase(chance, 5)), voice.paragraph(chance, 17)
            made[code] = Prose(title, summary, tuple(sections))
        return made

    def _organisation(
        self, number: int, services: Sequence[Mapping[str, Any]], places: Sequence[Mapping[str, Any]]
    ) -> tuple[str, dict[str, Any]]:
        name = f"organisation-{number:04}"
        chance, kind = Random(name), KINDS[number % len(KINDS)]
        title = self.voices["en"].phrase(chance, 3).title()
        offered = sorted({chance.randrange(len(services)) for _ in range(chance.randint(1, 5))})
        if number <= len(services):
            offered = sorted({*offered, number - 1})
        based = {} if kind == "cbo" or number % 7 == 0 else {"base": places[number % len(places)]["id"]}
        return name, {
            "name": {"en": f"{title} {number}"},
            "also_known_as": [f"INV{number}"],
            "kind": kind,
            "tier": "yellow",
            "about": self._said(f"{name}-about", chance.randint(10, 20)),
            "source": {"id": f"source-{1 + number % SOURCES:02}", "dated": f"20{16 + number % 10}"},
            "verification": {"state": "unverified"},
            **based,
            "services": [services[one]["id"] for one in offered],
        }

    def _campaign(self, name: str) -> dict[str, Any]:
        source = {"source": ["source-01", "source-02"]}
        asks = [{"id": f"ask-{n}", "text": self._said(f"{name}-ask-{n}", 12), "outcome": "open", **source}
                for n in range(1, 4)]  # fmt: skip
        actions = [{"id": f"act-{n}", "audience": [who], "risk": n % 2, "text": self._said(f"{name}-act-{n}", 9),
                    "note": self._said(f"{name}-note-{n}", 14)}
                   for n, who in enumerate(("worker", "family", "ally"))]  # fmt: skip
        events = [{"on": f"202{n}-0{n}", "text": self._said(f"{name}-event-{n}", 14), **source, "grade": "A"}
                  for n in range(1, 5)]  # fmt: skip
        return {
            "state": "live",
            "state_since": TODAY,
            "review_by": REVIEW,
            "icon": "bullhorn-outline",
            "targets": ["office"],
            "asks": asks,
            "actions": actions,
            "timeline": events,
            "safety": {"level": "low", "note": self._said(f"{name}-safety", 14)},
        }


def _written(voice: speech.Voice, chance: Random, item: Item) -> str:
    lead = f"**{speech.capital(voice.phrase(chance, 4))}{voice.stop}** " if item.bold else ""
    said = voice.paragraph(chance, item.words - 4 * item.bold, item.holds)
    link = f" [{voice.phrase(chance, 3)}]({item.link})" if item.link else ""
    cites = "".join(f" [^{one}]" for one in item.cites)
    return f"{item.mark}{lead}{said}{link}{cites}"


def _planted(section: Section, voice: speech.Voice, word: str) -> Section:
    first, rest = section.markdown.split("\n", 1)
    return Section(section.id, section.heading, f"{first}{voice.between}{word}{voice.stop}\n{rest}")


def _without(value: Any) -> Any:
    """Take the languages out that the corpus leaves out."""
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in LEFT_OUT}
    if isinstance(value, list):
        kept = [inner for inner in value if not (isinstance(inner, dict) and inner.get("code") in LEFT_OUT)]
        return [_without(inner) for inner in kept if inner not in LEFT_OUT]
    return value
