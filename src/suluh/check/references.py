"""Rules on names: what a text or record refers to must exist."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from suluh.model.bill import LeftOut, Stage
from suluh.model.calculator import Calculator
from suluh.model.campaign import Ask, Campaign, Event, Promise
from suluh.model.card import Card
from suluh.model.guide import SECTIONS, Guide
from suluh.model.letter import Letter
from suluh.model.organisation import Organisation
from suluh.model.pathway import Node
from suluh.model.prose import CITATION, LINK, PLACEHOLDER, REFERENCE, Prose
from suluh.model.site import Site
from suluh.model.target import OfficeContact
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.source import KeyPath

Naming = tuple[Place, str, str, Collection[str]]
Sourced = Ask | Event | LeftOut | OfficeContact | Promise | Stage
_ID = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")  # bare numbers are the pages of a list
_NAMED_BY_FILE = ("guide", "pathway", "letter", "calculator", "card", "organisation", "campaign", "bill", "target",
                   "story")  # fmt: skip


def names_are_ids(site: Site, today: date) -> Iterator[Problem]:
    """What is named after its file or folder has a name that can stand in an address."""
    for kind, name, _ in site.records():
        if kind in _NAMED_BY_FILE and not _ID.fullmatch(name):
            yield error(site.place(kind, name), "ids/form", f"'{name}' cannot be the name of this {kind}.",
                        "Name its file or folder in lower-case letters, digits and single hyphens.")  # fmt: skip


def pages_are_pages_of_the_site(site: Site, today: date) -> Iterator[Problem]:
    """Every standing page that is written is one of those that `pages` lists."""
    for name, texts in site.pages.items():
        for prose in texts.values():
            if name not in site.settings.pages:
                yield error(Place(prose.file), "references/page", f"'{name}' is not a page of this site.",
                            did_you_mean(name, site.settings.pages))  # fmt: skip


def records_name_what_exists(site: Site, today: date) -> Iterator[Problem]:
    """Whatever a record refers to by its id exists."""
    for place, what, name, known in _namings(site):
        if name not in known:
            yield error(place, "references/unknown", f"There is no {what} '{name}'.", did_you_mean(name, known))


def _namings(site: Site) -> Iterator[Naming]:
    """Give every reference from one record to another: its place, kind, name, and what there is."""
    laws = {name for name, fact in site.facts.items() if fact.kind == "law"}
    lines = {name for name, fact in site.facts.items() if fact.kind == "line"}
    for index, name in enumerate(site.settings.lines):
        yield site.place("site", "site", "lines", index), "phone line", name, lines
    for fact in site.facts.values():
        if fact.law:
            yield site.place("fact", fact.id, "law"), "law", fact.law, laws
        for index, value in enumerate(fact.values):
            for step, name in enumerate(value.source):
                yield site.place("fact", fact.id, "values", index, "source", step), "source", name, site.sources
    yield from _of_guides(site)
    yield from _of_pathways(site)
    for key, organisation in site.organisations.items():
        yield from _of_organisation(site, key, organisation)
    yield from _of_reports(site)
    yield from _of_campaigns(site, laws)


def _listed(
    site: Site, kind: str, slug: str, record: Guide | Node | Card, path: tuple[str | int, ...] = ()
) -> Iterator[Naming]:
    """Give what is named in the lists that several kinds of records have."""
    known: dict[str, tuple[str, Collection[str]]] = {
        "services": ("kind of help", site.services),
        "lines": ("phone line", {name for name, fact in site.facts.items() if fact.kind == "line"}),
        "letters": ("letter", site.letters),
        "calculators": ("calculator", site.calculators),
        "cards": ("card", site.cards),
    }
    for key, (what, names) in known.items():
        for index, name in enumerate(getattr(record, key, ())):
            yield site.place(kind, slug, *path, key, index), what, name, names


def _of_guides(site: Site) -> Iterator[Naming]:
    """Give what guides name, and the letters, calculators and cards that belong to one."""
    for slug, guide in site.guides.items():
        yield from _listed(site, "guide", slug, guide)
        if guide.pathway:
            yield site.place("guide", slug, "pathway"), "pathway", guide.pathway, site.pathways
    for slug, card in site.cards.items():
        yield from _listed(site, "card", slug, card)
    of_guides: tuple[tuple[str, Mapping[str, Letter | Calculator | Card]], ...] = (
        ("letter", site.letters), ("calculator", site.calculators), ("card", site.cards),
    )  # fmt: skip
    for kind, records in of_guides:
        for slug, record in records.items():
            yield site.place(kind, slug, "guide"), "guide", record.guide, site.guides


def _of_pathways(site: Site) -> Iterator[Naming]:
    for slug, pathway in site.pathways.items():
        yield site.place("pathway", slug, "guide"), "guide", pathway.guide, site.guides
        for name, node in pathway.nodes.items():
            yield from _listed(site, "pathway", slug, node, ("nodes", name))
            yield from _of_node(site, slug, name, node)


def _of_node(site: Site, slug: str, name: str, node: Node) -> Iterator[Naming]:
    place = partial(site.place, "pathway", slug, "nodes", name)
    if node.guide:
        yield place("guide"), "guide", node.guide, site.guides
    if node.section:
        yield place("section"), "section of a guide", node.section, SECTIONS
    if node.limit:
        limits = {
            key for key, fact in site.facts.items() if fact.kind == ("limit" if node.kind == "date" else "amount")
        }
        yield place("limit"), "limit" if node.kind == "date" else "amount", node.limit, limits


def _of_organisation(site: Site, key: str, one: Organisation) -> Iterator[Naming]:
    place = partial(site.place, "organisation", key)
    yield place("source", "id"), "source", one.source.id, site.sources
    if one.base:
        yield place("base"), "place", one.base, site.places
    lines = {name for name, fact in site.facts.items() if fact.kind == "line"}
    lists: tuple[tuple[str, str, Sequence[str], Collection[str]], ...] = (
        ("reach", "place", one.reach, site.places),
        ("services", "kind of help", one.services, site.services),
        ("networks", "organisation", one.networks, site.organisations),
        ("lines", "phone line", one.lines, lines),
    )
    for field, what, names, known in lists:
        yield from ((place(field, index), what, name, known) for index, name in enumerate(names))
    for index, name in enumerate(one.serves.people if one.serves else ()):
        yield place("serves", "people", index), "group of people", name, site.people
    for index, way in enumerate(one.contact):
        yield from ((place("contact", index, "source"), "source", name, site.sources) for name in way.source)
    for name in one.website.source if one.website else ():
        yield place("website", "source"), "source", name, site.sources


def _of_reports(site: Site) -> Iterator[Naming]:
    for key, one in site.reports.items():
        place = partial(site.place, "report", key)
        yield place("id"), "source", key, site.sources
        for index, row in enumerate(one.services):
            yield place("services", index, "service"), "kind of help", row.service, site.services
            for step, name in enumerate(row.also):
                yield place("services", index, "also", step), "kind of help", name, site.services
        for index, name in enumerate(one.places.without):
            yield place("places", "without", index), "place", name, site.places


def _of_campaigns(site: Site, laws: Collection[str]) -> Iterator[Naming]:
    for slug, one in site.campaigns.items():
        yield from _of_campaign(site, slug, one)
    for slug, bill in site.bills.items():
        yield site.place("bill", slug, "amends"), "law", bill.amends, laws
        yield from _sources(site, "bill", slug, {"stages": bill.stages, "left_out": bill.left_out})
    for slug, target in site.targets.items():
        for index, name in enumerate(target.source):
            yield site.place("target", slug, "source", index), "source", name, site.sources
        yield from _sources(site, "target", slug, {"contact": target.contact})
    for key, day in site.days.items():
        for index, name in enumerate(day.source):
            yield site.place("day", key, "source", index), "source", name, site.sources


def _of_campaign(site: Site, slug: str, one: Campaign) -> Iterator[Naming]:
    place, shown = partial(site.place, "campaign", slug), site.known.organisations
    others = {*site.known.campaigns} - {slug}
    singles: tuple[tuple[KeyPath, str, str | None, Collection[str]], ...] = (
        (("bill",), "bill", one.bill, site.bills),
        (("letter", "to"), "target", getattr(one.letter, "to", None), site.targets),
        (("call", "to"), "target", getattr(one.call, "to", None), site.targets),
        (("sign_on", "to"), "organisation", getattr(one.sign_on, "to", None), shown),
        (("paper", "holder"), "organisation", getattr(one.paper, "holder", None), shown),
        (("follow_up",), "campaign", None if one.follow_up == slug else one.follow_up, others),
    )
    for path, what, named, known in singles:
        if named:
            yield place(*path), what, named, known
    for index, name in enumerate(one.targets):
        yield place("targets", index), "target", name, site.targets
    for index, endorser in enumerate(one.endorsers):
        yield place("endorsers", index, "org"), "organisation", endorser.org, shown
    for index, ask in enumerate(one.asks):
        for step, name in enumerate(ask.outcome.source):
            yield place("asks", index, "outcome", "source", step), "source", name, site.sources
    lists: dict[str, Sequence[Sourced]] = {"asks": one.asks, "promises": one.promises, "timeline": one.timeline}
    yield from _sources(site, "campaign", slug, lists)


def _sources(site: Site, kind: str, name: str, lists: Mapping[str, Sequence[Sourced]]) -> Iterator[Naming]:
    for part, entries in lists.items():
        for index, entry in enumerate(entries):
            for step, source in enumerate(entry.source):
                yield site.place(kind, name, part, index, "source", step), "source", source, site.sources


def prose_names_what_exists(site: Site, today: date) -> Iterator[Problem]:
    """Whatever a text refers to by `{id}`, `[^id]` or `kind:id` exists."""
    for _, texts in site.prose():
        for prose in texts.values():
            yield from _in_prose(site, prose)


def _in_prose(site: Site, prose: Prose) -> Iterator[Problem]:
    known = site.known
    lists = {"guides", "tools", "laws", "directory", "campaigns", "stories", "search"}
    pages = {*(set(known.pages) & set(site.settings.pages)), *lists}
    for section in prose.sections:
        for line, text in section.lines():
            for match in (*PLACEHOLDER.finditer(text), *CITATION.finditer(text)):
                if match[1] not in site.facts:
                    yield error(Place(prose.file, line, match.start() + 1), "references/fact",
                                f"There is no fact '{match[1]}'.", did_you_mean(match[1], site.facts))  # fmt: skip
            for target, column in _links(text):
                reference = REFERENCE.match(target)
                names = (pages if reference[1] == "page" else known.names(reference[1])) if reference else ()
                if reference and reference[2] not in names:
                    yield error(Place(prose.file, line, column), "references/link",
                                f"There is no {reference[1]} '{reference[2]}'.",
                                did_you_mean(reference[2], names))  # fmt: skip


def _links(text: str) -> Iterator[tuple[str, int]]:
    for match in LINK.finditer(text):
        yield match[1], match.start(1) + 1


def laws_do_not_refer_in_a_circle(site: Site, today: date) -> Iterator[Problem]:
    """A law does not rest on a fact that rests on the same law."""
    for name, fact in site.facts.items():
        seen, law = [name], fact.law
        while law is not None and law in site.facts and law not in seen:
            seen.append(law)
            law = site.facts[law].law
        if law == name:
            yield error(site.place("fact", name, "law"), "references/circle",
                        f"This goes round in a circle: {' → '.join([*seen, name])}.",
                        "Let one of them stand on its own.")  # fmt: skip


def icons_exist(site: Site, icons: frozenset[str]) -> Iterator[Problem]:
    """Every icon that is named exists."""
    for kind, name, record in site.records():
        icon = getattr(record, "icon", None)
        if icon is not None and icon not in icons:
            yield error(site.place(kind, name, "icon"), "references/icon", f"There is no icon '{icon}'.",
                        did_you_mean(icon, icons) or "Choose one of the Material Design icons.")  # fmt: skip
