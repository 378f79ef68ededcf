"""The corpus as plain Markdown pages, for generators whose pages are Markdown and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from invented import TODAY

from peers.text import Saying


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file, the kind of page, and what stands on it.

    `data` says the body once more, for a template that can make it without Markdown.
    """

    file: str
    kind: str
    title: str
    lead: str
    body: str
    data: Mapping[str, Any] = field(default_factory=dict)


def pages(saying: Saying) -> Iterator[Page]:
    """Give every page of one language, but for its 404 page."""
    words, corpus, code = saying.words, saying.corpus, saying.code
    tiles = (_link(one["situation"][code], saying.address(f"guides/{name}/")) for name, one in corpus.guides.items())
    ways = _ways(saying, "guides", "directory", "campaigns", "search")
    home = f"{_listed(tiles)}\n\n## {words['more']}\n\n{ways}"
    yield Page("index.md", "home", words["what-happened"], corpus.site["tagline"][code], home)
    for name in ("guides", "campaigns"):
        keys = [key for key in corpus.prose if key.startswith(f"{name}/")]
        rows = _listed(_row(saying, key) for key in keys)
        yield Page(f"{name}/index.md", "list", words[name], words[f"{name}-note"], rows)
    ways = _ways(saying, "guides", "directory", "campaigns")
    field = f"{words['search-needs-script']}\n\n{words['search-label']} {words['search-button']}\n\n{words['more']}"
    search = f"{field}\n\n{ways}"
    yield Page("laws.md", "laws", words["laws"], words["laws-note"], _register(saying))
    yield Page("search.md", "search", words["search"], words["search-note"], search)
    for name in corpus.site["pages"]:
        yield _standing(saying, name)
    for name in corpus.guides:
        yield _guide(saying, name)
    for name in corpus.campaigns:
        yield _campaign(saying, name)
    yield from _directory(saying)


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _link(label: str, address: str) -> str:
    return f"[{label}]({address})"


def _ways(saying: Saying, *names: str) -> str:
    words = saying.words
    return _listed(f"{_link(words[name], saying.address(name + '/'))} {words[name + '-note']}" for name in names)


def _row(saying: Saying, key: str) -> str:
    prose = saying.corpus.prose[key][saying.code]
    return f"{_link(prose.title, saying.address(key + '/'))} {prose.summary}"


def _services(saying: Saying, names: Iterable[str]) -> str:
    named = {one["id"]: one["name"][saying.code] for one in saying.corpus.services}
    return _listed(_link(named[name], saying.address(f"directory/for/{name}/")) for name in names)


def _lines(saying: Saying, names: Iterable[str]) -> str:
    words, parts = saying.words, []
    for line in map(saying.line, names):
        call = f"[{words['call']} {line['number']}](tel:{line['number']})"
        hours, source = f"{words['hours']}: {line['hours']}", f"{words['source']}: {line['source']}"
        facts = (hours, words["cost-unknown"], line["checked"], source, call)
        parts.append(f"### {line['title']}\n\n{line['does']}\n\n{_listed(facts)}")
    return "\n\n".join([*parts, words["line-uncalled"]])


def _prose(saying: Saying, key: str) -> str:
    """Write the sections; what our theme prints as steps is a plain list here."""
    parts = saying.body(saying.corpus.prose[key][saying.code])
    return "\n\n".join(f"## {heading} {{#{name}}}\n\n{text}" for name, heading, text in parts)


def _page(saying: Saying, key: str, kind: str, body: str) -> Page:
    prose = saying.corpus.prose[key][saying.code]
    file = f"{key.removeprefix('pages/')}.md"
    return Page(file, kind, prose.title, prose.summary, body)


def _standing(saying: Saying, name: str) -> Page:
    words, body = saying.words, _prose(saying, f"pages/{name}")
    if name == "help":
        lines = _lines(saying, saying.corpus.site["lines"])
        body = f"## {words['lines']}\n\n{lines}\n\n{body}\n\n## {words['more']}\n\n{_ways(saying, 'directory')}"
    return _page(saying, f"pages/{name}", "prose", body)


def _guide(saying: Saying, name: str) -> Page:
    words, guide, route = saying.words, saying.corpus.guides[name], f"guides/{name}/"
    title = saying.corpus.prose[f"guides/{name}"][saying.code].title
    sent = saying.sent(title, route)
    away = _listed(
        _link(words[f"take-{kind}"], saying.address(f"{route}{name}.{ending}"))
        for kind, ending in (("pdf", "pdf"), ("file", "html"))
    )
    ways = f"{_link(words['send-whatsapp'], sent['whatsapp'])} {words['copy']} {words['send-more']}"
    body = (
        f"{_prose(saying, f'guides/{name}')}\n\n{_lines(saying, guide['lines'])}\n\n"
        f"## {words['organisations-that-help']}\n\n{_services(saying, guide['services'])}\n\n"
        f"## {words['take-away']} {{#take-away}}\n\n{words['listen']}\n\n{away}\n\n"
        f"{words['send']}\n\n{title} {sent['address']}\n\n{ways}\n\n"
        f"{saying.fill('as-at', date=saying.day(TODAY))}\n\n"
        f"{words['wrong']}\n\n{words['wrong-note']}\n\n{sent['wrong']}"
    )
    return _page(saying, f"guides/{name}", "guide", body)


def _register(saying: Saying) -> str:
    """Write the laws, and under each the guides that lean on it."""
    parts = []
    for law in saying.register:
        guides = _listed(_link(guide["label"], guide["address"]) for guide in law["guides"])
        used = f"{saying.words['law-used-in']}\n\n{guides}" if guides else ""
        parts.append(f"## {law['title']} {law['number']} {{#{law['id']}}}\n\n{used}")
    return "\n\n".join(parts)


def _campaign(saying: Saying, name: str) -> Page:
    words, code, one = saying.words, saying.code, saying.corpus.campaigns[name]
    titles = " · ".join(saying.sources[source]["title"] for source in one["asks"][0]["source"])
    source = f"{words['source']}: {titles}"
    actions = "\n\n".join(
        f"### {words['for-' + action['audience'][0]]}\n\n{action['text'][code]}\n\n{action['note'][code]}\n\n"
        f"{words['risk-' + str(action['risk'])]}"
        for action in one["actions"]
    )
    asks = _listed(f"{words['outcome-open']} {ask['text'][code]} {source}" for ask in one["asks"])
    office = saying.corpus.targets["office"]
    history = _listed(f"{saying.month(event['on'])} {event['text'][code]} {source}" for event in one["timeline"])
    jumps = _listed(_link(words[key], f"#{key}") for key in ("what-can-i-do", "asks", "history"))
    body = (
        f"{words['state-live']}\n\n**{words['safety']}** {one['safety']['note'][code]}\n\n"
        f"{words['jump-to']}\n\n{jumps}\n\n"
        f"## {words['what-can-i-do']} {{#what-can-i-do}}\n\n{actions}\n\n## {words['asks']} {{#asks}}\n\n{asks}\n\n"
        f"{_prose(saying, f'campaigns/{name}')}\n\n"
        f"## {words['who-decides']}\n\n**{office['name'][code]}** {office['role'][code]}\n\n"
        f"## {words['history']} {{#history}}\n\n{history}\n\n## {words['endorsers']}\n\n{words['no-endorsers']}"
    )
    return _page(saying, f"campaigns/{name}", "campaign", body)


def _directory(saying: Saying) -> Iterator[Page]:
    words, corpus, code = saying.words, saying.corpus, saying.code
    ranked = dict(sorted(corpus.organisations.items(), key=lambda entry: entry[1]["name"]["en"].casefold()))
    offered = [one["id"] for one in corpus.services]
    strip = f"{words['offers']}\n\n{_services(saying, offered)}\n\n"
    intro, data = words["directory-intro"], _groups(saying, ranked)
    named = [(one["id"], one["name"][code]) for one in corpus.services]
    whole = {**data, "services": named}
    yield Page("directory/index.md", "directory", words["directory"], intro, strip + _cards(saying, data), whole)
    for name, title in named:
        having = {key: one for key, one in ranked.items() if name in one["services"]}
        data = _groups(saying, having)
        yield Page(f"directory/for/{name}.md", "directory", title, intro, _cards(saying, data), data)
    for name, one in ranked.items():
        data = _profile(saying, one)
        title, about = one["name"]["en"], one["about"][code]
        yield Page(f"directory/{name}.md", "organisation", title, about, _described(saying, data), data)


def _tags(saying: Saying, one: Mapping[str, Any]) -> list[str]:
    return [saying.words[f"kind-{one['kind']}"], saying.fill("listed-unverified", year=one["source"]["dated"][:4])]


def _groups(saying: Saying, organisations: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Group organisations by their place: id and name of the place, and the cards."""
    by_place: dict[str, list[dict[str, Any]]] = {}
    for name, one in organisations.items():
        card = {
            "address": saying.address(f"directory/{name}/"),
            "name": one["name"]["en"],
            "about": one["about"][saying.code],
            "tags": _tags(saying, one),
        }
        by_place.setdefault(one.get("base", ""), []).append(card)
    places = {one["id"]: one["name"][saying.code] for one in saying.corpus.places} | {"": saying.words["place-other"]}
    groups = [
        {"id": key.lower() or "other", "name": place, "cards": by_place[key]}
        for key, place in places.items()
        if key in by_place
    ]
    return {"count": saying.fill("directory-count", count=str(len(organisations))), "groups": groups}


def _cards(saying: Saying, data: Mapping[str, Any]) -> str:
    jumps = _listed(_link(group["name"], f"#{group['id']}") for group in data["groups"])
    parts = [f"{data['count']}\n\n{saying.words['jump-to']}\n\n{jumps}"]
    for group in data["groups"]:
        parts.append(f"## {group['name']} {{#{group['id']}}}")
        for card in group["cards"]:
            link = _link(card["name"], card["address"])
            parts.append(f"### {link}\n\n{card['about']}\n\n{_listed(card['tags'])}")
    return "\n\n".join(parts)


def _profile(saying: Saying, one: Mapping[str, Any]) -> dict[str, Any]:
    code, services = saying.code, {service["id"]: service["name"] for service in saying.corpus.services}
    places = {place["id"]: place["name"][code] for place in saying.corpus.places}
    return {
        "tags": _tags(saying, one),
        "services": [(name, services[name][code]) for name in one["services"]],
        "based": saying.fill("based-in", place=places[one["base"]]) if "base" in one else "",
        "alias": one["also_known_as"][0],
        "source": saying.sources[one["source"]["id"]]["title"],
    }


def _described(saying: Saying, data: Mapping[str, Any]) -> str:
    words = saying.words
    services = _services(saying, [name for name, _ in data["services"]])
    return (
        f"{_listed(data['tags'])}\n\n{words['no-contact']}\n\n## {words['offers']}\n\n{services}\n\n{data['based']}\n\n"
        f"{words['also-known-as']}: {data['alias']}\n\n{words['entry-source']}: {data['source']}"
    )
