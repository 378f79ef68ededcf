"""The directory as plain Markdown pages, and as data for a template that needs no Markdown for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from peers import listing
from peers.listing import Organisations
from peers.page import Page, link, listed, sending, ways, wrong
from peers.text import Saying

Links = Sequence[tuple[str, str]]
"""Labels and addresses."""


def directory(saying: Saying) -> Iterator[Page]:
    """Give the lists, the page on which one narrows them down, and the organisations."""
    yield from lists(saying)
    yield _find(saying)
    for name in saying.corpus.organisations:
        yield _organisation(saying, name)


def shared(saying: Saying) -> dict[str, Any]:
    """Give what a template shows on many of these pages."""
    return {
        "crisis": _crisis(saying),
        "services": _services(saying),
        "places": [(*place, nobody) for place, nobody in zip(_places(saying), _nobody(saying), strict=True)],
        "choices": _choices(saying),
    }


def lists(saying: Saying) -> Iterator[Page]:
    """Give every list; no organisation of a corpus says which languages it speaks."""
    corpus, words, ranked = saying.corpus, saying.words, listing.ranked(saying.corpus)
    title, pairs = words["directory"], list(listing.pairs(corpus))
    kinds = dict(zip((one["id"] for one in corpus.services), _services(saying), strict=True))
    places = dict(zip((one["id"] for one in corpus.places), _places(saying), strict=True))
    up = (title, saying.address("directory/"))
    yield _list(saying, "directory/index.md", title, {**_by_place(saying, ranked), "whole": True})
    for service, (name, _) in kinds.items():
        parts = [(places[place][0], _pair(saying, service, place)) for one, place in pairs if one == service]
        data = {**_by_place(saying, listing.offering(ranked, service)), "up": up, "places": parts}
        yield _list(saying, f"directory/for/{service}.md", name, data)
    for place, (name, _) in places.items():
        parts = [(kinds[service][0], _pair(saying, service, place)) for service, one in pairs if one == place]
        data = {**_based(saying, listing.based(ranked, place)), "up": up, "services": parts}
        yield _list(saying, f"directory/in/{place.lower()}.md", name, data)
    for service, place in pairs:
        found = listing.based(listing.offering(ranked, service), place)
        data = {**_based(saying, found), "up": kinds[service]}
        name = f"{kinds[service][0]} · {places[place][0]}"
        yield _list(saying, f"directory/for/{service}/{place.lower()}.md", name, data)


def _pair(saying: Saying, service: str, place: str) -> str:
    return saying.address(f"directory/for/{service}/{place.lower()}/")


def _services(saying: Saying) -> Links:
    return [(one["name"][saying.code], saying.address(f"directory/for/{one['id']}/")) for one in saying.corpus.services]


def _places(saying: Saying) -> Links:
    named = ((one["id"].lower(), one["name"][saying.code]) for one in saying.corpus.places)
    return [(name, saying.address(f"directory/in/{key}/")) for key, name in named]


def _nobody(saying: Saying) -> list[bool]:
    """Tell for each place whether nobody is known to be based there."""
    return [not listing.based(saying.corpus.organisations, one["id"]) for one in saying.corpus.places]


def _choices(saying: Saying) -> list[tuple[str, str, Links]]:
    """Give what can be chosen by: the name of a choice, what it is called, and its options with their ids."""
    corpus, words, code = saying.corpus, saying.words, saying.code
    return [
        ("need", words["find-need"], [(one["name"][code], one["id"]) for one in corpus.services]),
        ("place", words["find-place"], [(one["name"][code], one["id"]) for one in corpus.places]),
        ("kind", words["find-kind"], [(words[f"kind-{kind}"], kind) for kind in listing.kinds(corpus)]),
    ]


def _list(saying: Saying, file: str, title: str, data: Mapping[str, Any]) -> Page:
    return Page(file, "directory", title, saying.words["directory-intro"], _listed(saying, data), data)


def _listed(saying: Saying, data: Mapping[str, Any]) -> str:
    """Write a list down."""
    words, parts = saying.words, [_first_of_all(saying)]
    if "whole" in data:
        parts += [ways(saying, "find"), words["offers"], _links(_services(saying)), _all_places(saying)]
    if data.get("services"):
        parts += [words["offers"], _links(data["services"])]
    if data.get("places"):
        parts += [f"## {words['by-place']}", _links(data["places"])]
    parts += [_cards(saying, data)] if data["groups"] else [words["nobody-here"]]
    if "whole" in data:
        news = link(words["changes-feed"], saying.address("directory/changes.xml"))
        parts.append(f"{news} · {link(words['data'], '/hsds/index.json')}")
    return "\n\n".join(parts)


def _links(links: Links) -> str:
    return listed(link(*one) for one in links)


def _crisis(saying: Saying) -> list[dict[str, str]]:
    return [saying.line(name) for name in saying.corpus.site["lines"][: listing.FIRST]]


def _first_of_all(saying: Saying) -> str:
    """Write the crisis lines that stand above every list."""
    words = saying.words
    lines = (
        f"**{one['title']}** {one['hours']} {words['cost-unknown']} "
        f"{link(words['call'] + ' ' + one['number'], 'tel:' + one['number'])}"
        for one in _crisis(saying)
    )
    return f"## {words['first-of-all']}\n\n{listed(lines)}\n\n{link(words['lines'], saying.address('help/'))}"


def _all_places(saying: Saying) -> str:
    words, nobody = saying.words, _nobody(saying)
    empty = f" ({words['map-nobody']})"
    places = [link(*place) + empty * none for place, none in zip(_places(saying), nobody, strict=True)]
    key = f"\n\n{words['map-somebody']} {words['map-nobody']}" if any(nobody) else ""
    return f"## {words['by-place']}\n\n{listed(places)}{key}"


def _tags(saying: Saying, one: Mapping[str, Any]) -> list[str]:
    return [saying.words[f"kind-{one['kind']}"], saying.fill("listed-unverified", year=one["source"]["dated"][:4])]


def _card(saying: Saying, name: str, one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "address": saying.address(f"directory/{name}/"),
        "name": one["name"]["en"],
        "about": one["about"][saying.code],
        "tags": _tags(saying, one),
    }


def _by_place(saying: Saying, organisations: Organisations) -> dict[str, Any]:
    """Group organisations by their place: id and name of the place, and the cards."""
    by_place: dict[str, list[dict[str, Any]]] = {}
    for name, one in organisations.items():
        by_place.setdefault(one.get("base", ""), []).append(_card(saying, name, one))
    places = {one["id"]: one["name"][saying.code] for one in saying.corpus.places} | {"": saying.words["place-other"]}
    return _grouped(saying, [(key.lower() or "other", name, by_place.get(key, [])) for key, name in places.items()])


def _based(saying: Saying, organisations: Organisations) -> dict[str, Any]:
    """Put those that are based in a place into one group; where there is nobody, search need not know of the page."""
    cards = [_card(saying, name, one) for name, one in organisations.items()]
    data = _grouped(saying, [("based", saying.words["based-here"], cards)])
    return data if cards else {**data, "hidden": True}


def _grouped(saying: Saying, groups: Iterable[tuple[str, str, list[dict[str, Any]]]]) -> dict[str, Any]:
    shown = [{"id": key, "name": name, "cards": cards} for key, name, cards in groups if cards]
    count = sum(len(cards) for *_, cards in groups)
    return {"count": saying.fill("directory-count", count=str(count)), "groups": shown}


def _cards(saying: Saying, data: Mapping[str, Any]) -> str:
    groups, parts = data["groups"], [data["count"]]
    if len(groups) > 1:
        jumps = listed(link(group["name"], f"#{group['id']}") for group in groups)
        parts.append(f"{saying.words['jump-to']}\n\n{jumps}")
    for group in groups:
        parts.append(f"## {group['name']} {{#{group['id']}}}")
        for card in group["cards"]:
            name = link(card["name"], card["address"])
            parts.append(f"### {name}\n\n{card['about']}\n\n{listed(card['tags'])}")
    return "\n\n".join(parts)


def _find(saying: Saying) -> Page:
    words = saying.words
    choices = (
        f"{label}\n\n{listed([words['find-any'], *(option for option, _ in options)])}"
        for _, label, options in _choices(saying)
    )
    keys = ("find-nothing-kept", "find-clear", "find-share", "find-unknown", "find-more", "find-needs-script")
    body = "\n\n".join((
        _first_of_all(saying), *choices, *(words[key] for key in keys), ways(saying, "directory"),
        f"## {words['offers']}\n\n{_links(_services(saying))}", _all_places(saying),
    ))  # fmt: skip
    up = (words["directory"], saying.address("directory/"))
    return Page("find.md", "find", words["find"], words["find-note"], body, {"up": up})


def _organisation(saying: Saying, name: str) -> Page:
    one, code = saying.corpus.organisations[name], saying.code
    title, guides = one["name"]["en"], saying.corpus.guides
    named = {service["id"]: found for service, found in zip(saying.corpus.services, _services(saying), strict=True)}
    base = {place["id"]: found for place, found in zip(saying.corpus.places, _places(saying), strict=True)}
    data = {
        "tags": _tags(saying, one),
        "services": [named[service] for service in one["services"]],
        "guides": [(guides[guide]["situation"][code], saying.address(f"guides/{guide}/"))
                   for guide in listing.related(saying.corpus, one["services"])],
        "based": base.get(one.get("base", "")),
        "alias": one["also_known_as"][0],
        "source": saying.sources[one["source"]["id"]]["title"],
        "dated": one["source"]["dated"],
        "sure": saying.fill("sure-unverified", year=one["source"]["dated"][:4]),
        "sent": saying.sent(title, f"directory/{name}/"),
    }  # fmt: skip
    body = _described(saying, title, data)
    return Page(f"directory/{name}.md", "organisation", title, one["about"][code], body, data)


def _described(saying: Saying, title: str, data: Mapping[str, Any]) -> str:
    words = saying.words
    based = f"{words['find-place']}\n\n{link(*data['based'])}\n\n" if data["based"] else ""
    guides = f"## {words['related-guides']}\n\n{_links(data['guides'])}\n\n" if data["guides"] else ""
    return (
        f"{listed(data['tags'])}\n\n"
        f"## {words['front-door']}\n\n{words['no-contact']} {words['front-door-unknown']}\n\n"
        f"{words['bring']}\n\n{words['no-papers']}\n\n"
        f"{words['languages-spoken']}\n\n{words['languages-not-known']}\n\n{based}"
        f"{sending(saying, title, data['sent'])}\n\n"
        f"## {words['offers']}\n\n{_links(data['services'])}\n\n{guides}"
        f"## {words['last-checked']}\n\n{data['sure']}\n\n"
        f"{words['entry-source']}: {data['source']} ({data['dated']})\n\n{words['also-known-as']}: {data['alias']}\n\n"
        f"{wrong(saying, data['sent'])}"
    )
