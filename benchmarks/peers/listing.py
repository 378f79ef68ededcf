"""Which lists of organisations a corpus gets, and whom each of them names: as our engine decides it."""

from collections.abc import Iterator, Mapping
from typing import Any

from invented import Corpus

FIRST = 3  # so many crisis lines stand above every list
MANY, LEAST = 12, 3  # a list of more is offered in parts: those of each place where at least so many are
GUIDES = 5  # to so many guides the page of an organisation leads

Organisations = Mapping[str, Mapping[str, Any]]


def ranked(corpus: Corpus) -> Organisations:
    """Sort the organisations by their names."""
    return dict(sorted(corpus.organisations.items(), key=lambda entry: entry[1]["name"]["en"].casefold()))


def offering(organisations: Organisations, service: str) -> Organisations:
    """Choose those that offer a kind of help."""
    return {name: one for name, one in organisations.items() if service in one["services"]}


def based(organisations: Organisations, place: str) -> Organisations:
    """Choose those that are based in a place."""
    return {name: one for name, one in organisations.items() if one.get("base") == place}


def pairs(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Name each kind of help and each place that have a list together."""
    for service in (one["id"] for one in corpus.services):
        found = offering(corpus.organisations, service)
        places = (one["id"] for one in corpus.places if len(found) > MANY)
        yield from ((service, place) for place in places if len(based(found, place)) >= LEAST)


def related(corpus: Corpus, services: list[str]) -> list[str]:
    """Name some guides that name the same kinds of help, those first that name most of them."""
    shared = {name: len({*services} & {*guide["services"]}) for name, guide in corpus.guides.items()}
    near = sorted((-count, corpus.guides[name]["order"], name) for name, count in shared.items() if count)
    return [name for _, _, name in near[:GUIDES]]


def kinds(corpus: Corpus) -> list[str]:
    """List the kinds of organisations there are."""
    return sorted({one["kind"] for one in corpus.organisations.values()})
