"""A small invented site for the tests of `resolve`: four languages, and one thing of each kind."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import load_all
from tests.resolve.calculator import CALCULATOR

from suluh.model.edition import Frame, Page
from suluh.model.originals import readable
from suluh.model.settings import Language
from suluh.model.site import TEXTS, Site
from suluh.model.words import KEYS
from suluh.pipeline.titles import OFFERS
from suluh.resolve import DOOR, LISTS, frames, pages_of

TODAY = date(2026, 11, 22)
LANGUAGES = ("en", "ms", "id", "ur")

FILES = {
    "content/site.yml": """
name: Lamp
tagline: {en: Know your rights., ms: Kenali hak anda.}
address: https://lamp.example/site/
languages:
  - {code: en, name: English}
  - {code: ms, name: Bahasa Melayu}
  - {code: id, name: Bahasa Indonesia, fallback: [ms]}
  - {code: ur, name: اردو, direction: rtl}
currency: {symbol: RM}
leave: https://weather.example/
lines: [lamp-line]
office: [ms, en]
take_away: [pdf, file]
""",
    "content/facts/sources.yml": """
- {id: gazette, title: The Gazette, address: "https://gazette.example/1", dated: "2026-02"}
- {id: survey, title: The Survey}
""",
    "content/facts/facts.yml": """
- id: wage-law
  kind: law
  title: {en: Wage Law, ms: Akta Gaji}
  jurisdiction: XA
  domestic_workers: "no"
  values: [{since: 2000-01-01, source: [gazette], checked_on: 2026-11-01, grade: A}]
- id: wage
  kind: amount
  title: {en: The lowest wage, ms: Gaji terendah}
  jurisdiction: XA
  domestic_workers: "no"
  law: wage-law
  section: s.9
  values:
    - {since: 2020-01-01, value: 150000, source: [gazette], checked_on: 2026-11-01, grade: A}
    - {since: 2026-02-01, value: 170050, source: [survey], checked_on: 2026-11-02, grade: A}
- id: lamp-line
  kind: line
  title: {en: The lamp line}
  jurisdiction: XA
  domestic_workers: "yes"
  cost: free
  values: [{since: 2020-01-01, number: "+60380000000", source: [gazette, survey], checked_on: 2026-11-01, grade: A}]
""",
    "content/guides/pay/guide.yml": """
topic: wages
order: 1
icon: cash
risk: low
audience: [all-workers]
jurisdiction: XA
situation: {en: I was not paid, ms: Saya tidak dibayar}
as_at: 2026-11-01
review: {by: 2027-05-01, roles: [legal]}
services: [legal, training]
lines: [lamp-line]
""",
    "content/guides/pay/en.md": """---
title: You were not paid
summary: What to do.
---
## What to do today {#today .critical}

1. Read [the safety page](page:safety).

## The law {#law}

- The lowest wage is {wage}. [^wage]
""",
    "content/guides/pay/ms.md": """---
title: Anda tidak dibayar
summary: Apa yang perlu dibuat.
---
## Hari ini {#today .critical}

1. Baca [halaman keselamatan](page:safety).

## Undang-undang {#law}

- Gaji terendah ialah {wage}. [^wage]
""",
    "content/guides/pay/ur.md": "---\ntitle: اجرت نہیں ملی\nsummary: کیا کریں۔\n---\n",
    "content/guides/arrest/guide.yml": """
topic: arrest
order: 2
icon: alert
risk: high
audience: [all-workers]
jurisdiction: XA
situation: {en: I was arrested}
as_at: 2026-11-01
review: {by: 2026-11-21}
""",
    "content/guides/arrest/en.md": "---\ntitle: Arrested\nsummary: Stay calm.\n---\n## Today {#today}\n\n1. Wait.\n",
    "content/pathways/unpaid/pathway.yml": """
order: 1
icon: cash
risk: low
guide: pay
start: safe
nodes:
  end: {kind: outcome, lines: [lamp-line], services: [legal], guide: pay, section: today, letters: [ask]}
  safe: {kind: choice, options: [{id: fine, next: paid}, {id: unsure, next: end}]}
  paid: {kind: money, limit: wage, options: [{id: under, next: know}, {id: over, next: end}, {id: unsure, next: end}]}
  know: {kind: info, next: end}
tests:
  - {answers: [unsure], outcome: end}
""",
    "content/pathways/unpaid/en.md": """---
title: I was not paid
summary: A few questions.
---
## Do this today {#end}

1. Ask for {wage}. [^wage]

## Are you safe? {#safe}

## Yes {#safe-fine}

## I do not know {#safe-unsure}

## How much? {#paid}

## Less {#paid-under}

## That or more {#paid-over}

## I do not know {#paid-unsure}

## Something to know {#know}

It may be too little.
""",
    "content/pathways/unpaid/ms.md": "---\ntitle: Saya tidak dibayar\nsummary: Beberapa soalan.\n---\n",
    "content/letters/ask/letter.yml": """
order: 1
icon: email
guide: pay
blanks: [{id: name, kind: text}, {id: owed, kind: money}]
paragraphs: [ask]
""",
    "content/letters/ask/en.md": """---
title: Ask for your pay
summary: A letter.
---
## Before {#before}

- Keep a copy.

## What I ask {#ask}

I, [=name], ask for RM [=owed]. The lowest wage is {wage}.

## Your name {#blank-name}

## What is owed {#blank-owed}

In ringgit.
""",
    "content/letters/ask/ms.md": """---
title: Minta gaji anda
summary: Sepucuk surat.
---
## Sebelum {#before}

- Simpan salinan.

## Apa yang saya minta {#ask}

Saya, [=name], meminta RM [=owed]. Gaji terendah ialah {wage}.

## Nama anda {#blank-name}

## Berapa yang tertunggak {#blank-owed}

Dalam ringgit.
""",
    "content/cards/mine/card.yml": "order: 1\nicon: card\nguide: arrest\nlines: [lamp-line]\n",
    "content/cards/mine/en.md": """---
title: My rights
summary: A card.
---
## My rights {#card}

- I ask for my pay. [^wage]
- The lowest wage is {wage}.
""",
    "content/cards/mine/ur.md": """---
title: میرے حقوق
summary: ایک کارڈ
---
## میرے حقوق {#card}

- میں اپنی اجرت مانگتا ہوں۔ [^wage]
- کم سے کم اجرت {wage} ہے۔
""",
    "content/pages/help/en.md": "---\ntitle: Help\nsummary: Now.\n---\n## Now {#now}\n\nBreathe.\n",
    "content/pages/safety/en.md": "---\ntitle: Safety\nsummary: Take care.\n---\n## Care {#care}\n\nTake care.\n",
    "directory/services.yml": """
- {id: legal, audience: worker, icon: scale-balance, name: {en: Legal help, ms: Bantuan guaman}}
- {id: unused, audience: worker, icon: scale-balance, name: {en: Nobody does this}}
- {id: training, audience: partner, icon: school, name: {en: Training}}
""",
    "directory/places.yml": "- {id: XA-2, name: {en: Upriver}}\n- {id: XA-1, name: {en: Downriver}}\n",
    "directory/organisations/yellow.yml": """
name: {en: beacon}
also_known_as: [BCN]
kind: cso
tier: yellow
about: {en: They help., ms: Mereka membantu.}
source: {id: survey, dated: "2016-12"}
verification: {state: unverified}
base: XA-1
services: [legal, training]
""",
    "directory/organisations/green.yml": """
name: {en: Anchor}
kind: union
tier: green
about: {en: They stand together.}
source: {id: survey, dated: "2016"}
verification: {state: verified, "on": 2026-10-01, how: phone, by: role:directory-team}
base: XA-2
services: [legal]
consent: {ref: C-2026-001, covers: [contact]}
contact:
  - {kind: phone, number: "+60300000000", owner: organisation, cost: local, source: [survey], checked_on: 2026-10-01}
""",
    "directory/organisations/red.yml": """
name: {en: Unseen}
kind: cbo
tier: red
about: {en: Nobody may read this.}
source: {id: survey, dated: "2016"}
verification: {state: unverified}
services: [unused]
""",
    "campaigns/bills/wage-bill.yml": """
title: {en: The Wage Bill}
amends: wage-law
stages: [{"on": 2026-03-01, text: {en: First reading}, source: [gazette], grade: A}]
left_out:
  - {who: {en: Cleaners}, what: {en: Rest day}, covered: "no", source: [gazette], grade: A}
""",
    "campaigns/targets/minister.yml": """
name: {en: The Minister}
role: {en: Can change the order.}
source: [gazette]
checked_on: 2026-11-01
""",
    "campaigns/rest/campaign.yml": """
states: [{state: live, "on": 2026-11-01}]
review_by: 2027-05-01
icon: bullhorn
bill: wage-bill
targets: [minister]
asks: [{id: rest, source: [survey]}]
actions:
  - {id: read, kind: read, audience: [ally, worker], risk: 0}
promises:
  - {"on": "2019-01", by: {en: A minister}, text: {en: A promise}, state: not_kept, source: [survey], grade: A}
timeline:
  - {"on": "2026-02", text: {en: A march}, source: [survey], grade: A}
  - {"on": "2026-12-01", text: {en: Not yet}, source: [survey], grade: A}
endorsers: [{org: green, since: 2026-11-01, confirmed_by: letter}]
""",
    "campaigns/rest/en.md": """
---
title: One day
summary: A day of rest.
---
## Why {#why}

Because.

## Before you act {#safety}

Think first.

## A day of rest {#ask-rest}

Each week.

## Read the guide {#act-read}
""",
    "campaigns/rest/ms.md": """
---
title: Satu hari
summary: Sehari rehat.
---
## Mengapa {#why}

Kerana.

## Sebelum bertindak {#safety}

Fikir dahulu.

## Sehari rehat {#ask-rest}

Setiap minggu.

## Baca panduan {#act-read}
""",
    "campaigns/draft/campaign.yml": """
states: [{state: draft, "on": 2026-11-01}]
review_by: 2027-05-01
icon: bullhorn
asks: [{id: one}]
""",
    "campaigns/draft/en.md": """
---
title: Not ready
summary: Not ready.
---
## Think {#safety}

## Not ready {#ask-one}

## Talk {#act-talk}

Not alone

## Tell {#act-tell}
""",
}
FILES |= CALCULATOR
"""Every organisation, law and number here is invented."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that readers of one language get; that of the door is what belongs to none."""

    frame: Frame
    pages: tuple[Page, ...]


SiteOf = Callable[..., Site]
EditionOf = Callable[..., Edition]
PageOf = Callable[..., Any]
"""Gives a `Page`; a test knows which kind of body it asked for."""


@pytest.fixture
def site_of(tmp_path: Path) -> SiteOf:
    """Load the small site with some files written anew; an empty text takes its file out."""

    def made(changes: dict[str, str] | None = None) -> Site:
        words = {f"content/strings/{code}.yml": _words(code) for code in LANGUAGES}
        for name, text in (FILES | words | (changes or {})).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            if text:
                path.write_text(text.lstrip("\n"), "utf-8")
        site, problems = load_all(tmp_path)
        assert [str(problem) for problem in problems] == []
        assert site is not None
        return readable(site)

    return made


def _words(code: str) -> str:
    """Give each word of the interface its own key, and the language, as text."""
    texts = {key: " ".join((code, key, *(f"{{{name}}}" for name in names))) for key, names in KEYS.items()}
    return json.dumps(texts)


def edition(site: Site, code: str, languages: Sequence[Language], today: date = TODAY) -> Edition:
    """Make the edition of one language out of the parts of a site, of which each holds no more than it needs."""
    pages = (
        page
        for kind, name in parts(site, code)
        for said, page in pages_of(part(site, kind, name), kind, name, languages, today)
        if said == code
    )
    return Edition(frames(site.part("edition", ""), languages)[code], tuple(pages))


def parts(site: Site, code: str) -> Iterator[tuple[str, str]]:
    """Name the parts that pages of a language may be in."""
    if code == DOOR:
        yield "door", ""
        return
    for kind in ("edition", *LISTS):
        yield kind, code
    for kind in TEXTS:
        yield from ((kind, name) for name in site.texts_of(kind))
    yield from (("organisation", name) for name in site.organisations)


def part(site: Site, kind: str, name: str) -> Site:
    """Cut one part out of a site, with its long texts, and with the titles of others where it says them."""
    made = site.part(kind, name)
    if kind in TEXTS:
        made = made.with_texts(kind, {name: site.texts_of(kind).get(name, {})}, {})
    heads = {
        f"{offered}/{one}": site.heads_of(offered, one)
        for offered in OFFERS.get(kind, ())
        for one in site.texts_of(offered)
    }
    leaning = {slug: site.leans("guide", slug) for slug in site.guides} if kind == "laws" else {}
    return replace(made.with_heads(heads), leaning=leaning)


@pytest.fixture
def edition_of(site_of: SiteOf) -> EditionOf:
    """Resolve the small site into the edition of one language, on a day."""

    def made(code: str, changes: dict[str, str] | None = None, today: date = TODAY) -> Edition:
        site = site_of(changes or {})
        return edition(site, code, site.settings.languages, today)

    return made


@pytest.fixture
def page_of(edition_of: EditionOf) -> PageOf:
    """Resolve one page, which must be there once."""

    def made(route: str, changes: dict[str, str] | None = None, today: date = TODAY) -> Page:
        pages = edition_of(route.partition("/")[0], changes, today).pages
        found = [page for page in pages if page.route == route]
        assert len(found) == 1, f"{route} is not one of {[page.route for page in pages]}"
        return found[0]

    return made
