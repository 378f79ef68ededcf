"""A small site in which nothing is wrong, so that a test can spoil one thing and see what is said."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Repository, load_all

from suluh.check import check, check_texts, check_units
from suluh.model.originals import originals
from suluh.model.site import TEXTS, Site
from suluh.model.waiver import Waiver, waived
from suluh.model.words import KEYS
from suluh.problem import Place, Problem, as_text, in_order

TODAY = date(2026, 11, 22)
ICONS = frozenset({"star", "star-outline", "lamp"})

GOOD = {
    "content/site.yml": """
name: Lamp
tagline: {en: Know your rights., pt: Conheça os seus direitos.}
address: https://lamp.example/
languages:
  - {code: en, name: English}
  - {code: pt, name: Português, fallback: [en]}
currency: {symbol: $}
leave: https://weather.example/
lines: [lamp-line]
""",
    "content/facts/sources.yml": """
- {id: gazette, title: The Gazette, address: "https://gazette.example/1", dated: "2026-02"}
- {id: survey, title: The Survey}
""",
    "content/facts/facts.yml": """
- id: act
  kind: law
  title: {en: The Act, pt: A Lei}
  jurisdiction: XA
  domestic_workers: part
  values: [{since: 2001-01-01, source: [gazette], checked_on: 2026-11-01, grade: A}]
- id: pay-limit
  kind: limit
  title: {en: Pay within}
  jurisdiction: XA
  domestic_workers: "yes"
  law: act
  values:
    - {since: 2001-01-01, value: 9, source: [gazette], checked_on: 2026-11-01, grade: A}
    - {since: 2020-01-01, value: 7, source: [gazette], checked_on: 2026-11-01, grade: A}
- id: lamp-line
  kind: line
  title: {en: The lamp line}
  jurisdiction: XA
  domestic_workers: "yes"
  values: [{since: 2001-01-01, number: "12345", source: [gazette, survey], checked_on: 2026-11-01, grade: A}]
""",
    "content/guides/pay/guide.yml": """
topic: wages
order: 1
icon: star
risk: low
audience: [all-workers]
jurisdiction: XA
situation: {en: I was not paid, pt: Não me pagaram}
as_at: 2026-11-01
review: {by: 2027-05-01}
services: [legal-help]
lines: [lamp-line]
""",
    "content/guides/pay/en.md": """
---
title: Not paid
summary: What to do.
---
## Today {#today}

1. Write down 3 things.
2. Read [the help](page:help).

## The law {#law}

- They must pay within {pay-limit} days. [^pay-limit]

## Do not {#dont}

- Do not sign.

## Help {#help}

- Ask [One](organisation:one).
""",
    "content/guides/pay/pt.md": """
---
title: Sem salário
summary: O que fazer.
---
## Hoje {#today}

1. Escreva 3 coisas.
2. Leia [a ajuda](page:help).

## A lei {#law}

- Têm de pagar em {pay-limit} dias. [^pay-limit]

## Não {#dont}

- Não assine.

## Ajuda {#help}

- Pergunte à [Um](organisation:one).
""",
    "content/pages/help/en.md": """
---
title: Help
summary: Now.
---
## Now {#now}

Breathe.
""",
    "directory/services.yml": """
- {id: legal-help, audience: worker, icon: star, name: {en: Legal help}}
""",
    "directory/places.yml": """
- {id: XA-1, name: {en: Upriver}}
""",
    "directory/organisations/one.yml": """
name: {en: One}
also_known_as: [Uno]
kind: cso
tier: green
about: {en: They help., pt: Ajudam.}
source: {id: survey, dated: "2026"}
verification: {state: verified, "on": 2017-10-01, how: phone, by: role:directory-team}
base: XA-1
services: [legal-help]
consent: {ref: C-2026-001, covers: [contact]}
contact: [{kind: phone, number: "+6620000001", owner: organisation, source: [survey], checked_on: 2017-10-01}]
""",
    "campaigns/bills/bill.yml": """
title: {en: A bill}
amends: act
stages: [{"on": 2026-02-01, text: {en: First reading}, source: [gazette], grade: A}]
left_out: [{who: {en: Cleaners}, what: {en: Rest}, covered: "no", source: [gazette], grade: A}]
""",
    "campaigns/targets/office.yml": """
name: {en: The office}
role: {en: Decides.}
source: [gazette]
checked_on: 2026-11-01
""",
    "campaigns/rest/campaign.yml": """
states: [{state: live, "on": 2026-10-01}]
review_by: 2027-05-01
icon: lamp
bill: bill
targets: [office]
asks:
  - {id: rest, source: [survey], outcome: {state: won, "on": "2026-09", source: [survey]}}
  - {id: leave}
actions:
  - {id: read, kind: read, audience: [worker], risk: 1}
  - {id: march, kind: tell, audience: [worker], risk: 2, needs_organiser: true}
  - {id: speak, kind: tell, audience: [ally], risk: 3}
promises: [{"on": "2026", by: {en: The office}, text: {en: Soon}, state: open, source: [survey], grade: B}]
timeline: [{"on": "2026-03", text: {en: A letter}, source: [survey], grade: B}]
endorsers: [{org: one, since: 2026-10-01, confirmed_by: letter}]
""",
    "campaigns/rest/en.md": """
---
title: One day of rest
summary: Everybody rests.
---
## Why {#why}

Because, as [the guide](guide:pay) says.

## The law {#law}

- The law leaves many out. [^act]

## Before you act {#safety}

Think first.

## One day of rest {#ask-rest}

## Leave {#ask-leave}

## Read {#act-read}

## March {#act-march}

## Speak {#act-speak}
""",
}
"""Everything here is invented."""

TOOLS = {
    "content/pathways/unpaid/pathway.yml": """
order: 1
icon: star
risk: low
guide: pay
start: safe
nodes:
  safe:
    kind: choice
    options:
      - {id: danger, next: now}
      - {id: fine, next: know}
      - {id: unsure, next: now}
  know: {kind: info, next: told}
  told:
    kind: date
    limit: pay-limit
    options: [{id: within, next: later}, {id: past, next: now}, {id: unsure, next: now}]
  now: {kind: outcome, lines: [lamp-line], services: [legal-help]}
  later: {kind: outcome, organisations: [one], guide: pay, section: today, letters: [ask]}
tests:
  - {answers: [danger], outcome: now}
  - {answers: [fine, within], outcome: later}
""",
    "content/pathways/unpaid/en.md": """
---
title: I was not paid
summary: A few questions.
---
## Are you safe? {#safe}

## No {#safe-danger}

## Yes {#safe-fine}

## I do not know {#safe-unsure}

## Something to know {#know}

They must pay within {pay-limit} days. [^pay-limit]

## When was it? {#told}

## A short time ago {#told-within}

## Longer ago {#told-past}

## I do not know {#told-unsure}

## Ask for help now {#now}

Call.

## Ask for your pay {#later}

Use [the letter](letter:ask).
""",
    "content/letters/ask/letter.yml": """
order: 1
icon: star
guide: pay
blanks: [{id: name, kind: text}, {id: owed, kind: money}]
paragraphs: [ask]
""",
    "content/letters/ask/en.md": """
---
title: Ask for your pay
summary: A letter.
---
## Before {#before}

- Keep a copy.

## What I ask {#ask}

I, [=name], ask for [=owed].

## Name {#blank-name}

## Sum {#blank-owed}
""",
    "content/letters/ask/pt.md": """
---
title: Peça o seu salário
summary: Uma carta.
---
## Antes {#before}

- Guarde uma cópia.

## O que peço {#ask}

Eu, [=name], peço [=owed].

## Nome {#blank-name}

## Valor {#blank-owed}
""",
    "content/cards/mine/card.yml": """
order: 1
icon: star
guide: pay
lines: [lamp-line]
""",
    "content/cards/mine/en.md": """
---
title: My rights
summary: A card.
---
## My rights {#card}

- I ask for my pay. [^pay-limit]
""",
}
"""A pathway, a letter and a card, for those tests that are about them."""

CAMPAIGN = {
    "campaigns/pay/campaign.yml": """
states:
  - {state: review, "on": 2026-09-01}
  - {state: live, "on": 2026-10-01}
review_by: 2027-05-01
icon: lamp
targets: [office]
asks:
  - {id: pay}
  - {id: slip}
actions:
  - {id: read, kind: read, audience: [worker, ally], risk: 0}
  - {id: write, kind: letter, audience: [ally], risk: 1}
  - {id: ring, kind: call, audience: [ally], risk: 1}
  - {id: sign, kind: sign_on, audience: [organisation], risk: 1}
  - {id: gather, kind: paper, audience: [worker], risk: 2, needs_organiser: true}
  - {id: elsewhere, kind: external, audience: [ally], risk: 1, address: "https://sign.example/", collects: [name]}
letter: {to: office, choose: [family, health]}
call: {to: office}
sign_on: {to: one}
paper: {holder: one, destroy_by: 2027-10-01}
goals:
  - {people: 500, by: 2027-03-01, since: 2026-10-01}
  - {people: 800, by: 2027-03-01, since: 2026-11-01}
updates: [{"on": 2026-11-01, text: {en: We are more than we hoped.}}]
events: [{id: river-day, "on": 2026-12-18, starts: "10:00", ends: "12:00", title: {en: River day}}]
""",
    "campaigns/pay/tallies.yml": """
- {"on": 2026-10-10, channel: paper, batch: A-1, count: 60, sheets: 6, counted_by: [role:organiser, role:helper]}
- {"on": 2026-10-20, channel: meeting, batch: M-1, count: 70, counted_by: [role:organiser, role:helper]}
- {"on": 2026-11-01, channel: paper, batch: A-2, count: -2, counted_by: [role:organiser, role:helper], corrects: A-1}
""",
    "campaigns/pay/en.md": """
---
title: Pay on time
summary: Everybody is paid on time.
---
## Why {#why}

Because.

## Before you act {#safety}

Think first.

## Pay on time {#ask-pay}

## A slip with every pay {#ask-slip}

So that you can count.

## Read {#act-read}

## Write {#act-write}

## Call {#act-ring}

## Sign {#act-sign}

## Gather names {#act-gather}

## Sign elsewhere {#act-elsewhere}

## Pay on time {#letter}

Dear office,

we ask you for this.

## For our families {#letter-family}

They wait.

## For our health {#letter-health}

We eat.

## Ending {#letter-end}

(your name)

## What to say {#call}

- Good morning.

## How it sounds {#call-sound}

Good mor-ning.

## What they may say {#call-answers}

- "Later." Ask when.

## We ask for our pay {#petition}

We, who sign here, ask for it.

## Pay on time {#poster}

Every month.

## Short {#message-short}

Pay us on time.

## Story {#message-story}

Some of us wait for three months.

## Question {#message-question}

When were you paid?
""",
}
"""A campaign with everything, for those tests that are about it."""

Said = Callable[..., str]


def words() -> str:
    """Give each word of the interface its own key as its text."""
    return json.dumps({key: " ".join((key, *(f"{{{name}}}" for name in names))) for key, names in KEYS.items()})


@pytest.fixture
def good(tmp_path: Path) -> Repository:
    """Write the small good site."""
    site = Repository(tmp_path)
    for name, text in GOOD.items():
        site.write(name, text.lstrip("\n"))
    for code in ("en", "pt"):
        site.write(f"content/strings/{code}.yml", words())
    return site


@pytest.fixture
def tools(good: Repository) -> None:
    """Add a pathway, a letter and a card to the good site."""
    for name, text in TOOLS.items():
        good.write(name, text.lstrip("\n"))


@pytest.fixture
def campaign(good: Repository) -> None:
    """Add a campaign with everything to the good site."""
    for name, text in CAMPAIGN.items():
        good.write(name, text.lstrip("\n"))


@pytest.fixture
def said(good: Repository) -> Said:
    """Say what is wrong with the good site after some changes, each `(file, what stands there, what shall stand)`.

    It is said as people read it, on lines of its own; nothing wrong is said with nothing.
    """

    def made(*changes: tuple[str, str, str], today: date = TODAY) -> str:
        for change in changes:
            good.change(*change)
        site, problems = load_all(good.root)
        assert site is not None
        found = check(site, today, ICONS)
        assert in_order(in_parts(site, today)) == in_order(found), "part by part, something else is said"
        found += [*problems, *check_units(site, {one.key for one in originals(site)})]
        told = in_order(waived(waivers_of(site), site.settings.waivers_days, today, found))
        return f"\n{as_text(told)}\n" if told else ""

    return made


def in_parts(site: Site, today: date) -> Iterator[Problem]:
    """Hold the rules against the records of a site, and those on long texts against each of its parts by itself."""
    bare = site
    for kind in TEXTS:
        bare = bare.with_texts(kind, {}, dict(site.origins))
    bare = replace(bare, standing=tuple(site.pages))
    yield from check(bare, today, ICONS)
    for kind in TEXTS:
        for name, texts in site.texts_of(kind).items():
            part = bare.part(kind, name).with_texts(kind, {name: texts}, dict(site.origins))
            yield from check_texts(part, today)


def waivers_of(site: Site) -> list[tuple[Waiver, Place]]:
    """Give the waivers of a site with their places."""
    return [(waiver, site.place("waiver", str(index))) for index, waiver in enumerate(site.waivers)]
