"""Find every place that leans on a fact, in every language and through other facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from suluh.model.leaning import Leaning
from suluh.model.prose import CITATION, PLACEHOLDER, Prose, Section
from suluh.model.site import TEXTS, Site
from suluh.problem import Place

Names = Mapping[str, tuple[str, ...]]
"""The facts that are looked for, and through which of them each leans on the one that was asked for."""

LONGEST = 110
"""So many characters of a sentence are shown."""

_ORDER = ("site", "guide", "recording", "page", "pathway", "letter", "calculator", "card", "campaign", "bill", "fact")
_NAMED = re.compile(f"{PLACEHOLDER.pattern}|{CITATION.pattern}")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_ENDS = re.compile(r"(?<=[.?!।॥။។۔؟])\s+(?!\s*\[\^)|(?<=[。！？])(?!\s*\[\^)")  # noqa: RUF001 (how sentences end)
_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def leaning_on(site: Site, fact: str) -> list[Leaning]:
    """List every place of a whole site that leans on a fact, by the part that it belongs to."""
    names = _resting(site, fact)
    found: dict[tuple[str, str, str, int], Leaning] = {}
    for one in (*_texts(site, names), *_records(site, names)):
        key = one.kind, one.name, one.place.file, one.place.line
        before = found.get(key)
        found[key] = one if before is None else replace(before, through=_joined(before.through, one.through))
    return sorted(found.values(), key=lambda one: (_ORDER.index(one.kind), one.name, one.place))


def named_in(site: Site, kind: str, name: str) -> frozenset[str]:
    """Name the facts that a part leans on by its texts, its rates and its limits; phone lines are left out."""
    found = set(site.leans(kind, name))
    if kind == "calculator" and name in site.calculators:
        found.update(site.calculators[name].rates.values())
    if kind == "pathway" and name in site.pathways:
        found.update(node.limit for node in site.pathways[name].nodes.values() if node.limit)
    return frozenset(found)


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Join the ways to a fact; where it stands itself, no way is needed."""
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()


def _resting(site: Site, fact: str) -> Names:
    """Find the facts that rest on one, through whatever lies between."""
    names: dict[str, tuple[str, ...]] = {fact: ()}
    waiting = [fact]
    while waiting:
        law = waiting.pop(0)
        for name, one in site.facts.items():
            if one.law == law and name not in names:
                names[name] = (name,)
                waiting.append(name)
    return names


def _texts(site: Site, names: Names) -> Iterator[Leaning]:
    for kind in TEXTS:
        for name, by_language in site.texts_of(kind).items():
            for prose in by_language.values():
                for section in prose.sections:
                    yield from _in_section(kind, name, prose, section, names)


def _in_section(kind: str, name: str, prose: Prose, section: Section, names: Names) -> Iterator[Leaning]:
    for first, block in _blocks(section):
        for match in _NAMED.finditer(block):
            fact = match[1] or match[2]
            if fact in names:
                before = block[: match.start()]
                place = Place(prose.file, first + before.count("\n"), len(before.rpartition("\n")[2]) + 1)
                yield Leaning(kind, name, place, _sentence(block, match), prose.language, names[fact])


def _blocks(section: Section) -> Iterator[tuple[int, str]]:
    """Cut a section into paragraphs and list items, each with its first line."""
    first, block = section.line, list[str]()
    for line, text in section.lines():
        if block and (not text.strip() or _ITEM.match(text)):
            yield first, "\n".join(block)
            block = []
        if text.strip():
            first = first if block else line
            block.append(text)
    if block:
        yield first, "\n".join(block)


def _sentence(block: str, match: re.Match[str]) -> str:
    """Find the sentence in which something stands, in plain words."""
    ends = list(_ENDS.finditer(block))
    start = max((end.end() for end in ends if end.end() <= match.start()), default=0)
    stop = min((end.start() for end in ends if end.start() >= match.end()), default=len(block))
    plain = _LINKED.sub(r"\1", CITATION.sub("", _ITEM.sub("", block[start:stop]))).replace("**", "")
    said = " ".join(plain.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _records(site: Site, names: Names) -> Iterator[Leaning]:
    """Look at everything in a record that names a fact."""
    for index, name in enumerate(site.settings.lines):
        yield from _one(site, names, "site", "site", name, "lines", index)
    for slug, guide in site.guides.items():
        for index, name in enumerate(guide.lines):
            yield from _one(site, names, "guide", slug, name, "lines", index)
        yield from _recordings(site, slug, names)
    for slug, card in site.cards.items():
        for index, name in enumerate(card.lines):
            yield from _one(site, names, "card", slug, name, "lines", index)
    for slug, calculator in site.calculators.items():
        for rate, name in calculator.rates.items():
            yield from _one(site, names, "calculator", slug, name, "rates", rate)
    yield from _of_pathways(site, names)
    yield from _of_bills(site, names)
    for one in site.facts.values():
        if one.law:
            yield from _one(site, names, "fact", one.id, one.law, "law")


def _one(site: Site, names: Names, kind: str, slug: str, named: str, *path: str | int) -> Iterator[Leaning]:
    """Give the place in a record that names a fact, if it is one of those that are looked for."""
    if named in names:
        key = next(step for step in reversed(path) if isinstance(step, str))
        yield Leaning(kind, slug, site.place(kind, slug, *path), f"{key}: {named}", through=names[named])


def _of_pathways(site: Site, names: Names) -> Iterator[Leaning]:
    for slug, pathway in site.pathways.items():
        for step, node in pathway.nodes.items():
            if node.limit:
                yield from _one(site, names, "pathway", slug, node.limit, "nodes", step, "limit")
            for index, name in enumerate(node.lines):
                yield from _one(site, names, "pathway", slug, name, "nodes", step, "lines", index)


def _of_bills(site: Site, names: Names) -> Iterator[Leaning]:
    """Give the bills that amend a law, and the campaigns about these."""
    for key, bill in site.bills.items():
        for one in _one(site, names, "bill", key, bill.amends, "amends"):
            yield one
            for slug, campaign in site.campaigns.items():
                if campaign.bill == key:
                    place = site.place("campaign", slug, "bill")
                    yield Leaning("campaign", slug, place, f"bill: {key}", through=(*one.through, key))


def _recordings(site: Site, slug: str, names: Names) -> Iterator[Leaning]:
    """Give the recordings of the sections that lean on a fact: they say what it was when they were made."""
    texts = site.guide_texts.get(slug, {})
    for index, sound in enumerate(site.guides[slug].sounds):
        section = texts[sound.language].section(sound.section) if sound.language in texts else None
        ways = [names[fact] for fact in (section.facts if section else ()) if fact in names]
        if ways:
            through = () if () in ways else tuple(dict.fromkeys(name for way in ways for name in way))
            place = site.place("guide", slug, "sounds", index)
            yield Leaning("recording", slug, place, sound.file, sound.language, through)
