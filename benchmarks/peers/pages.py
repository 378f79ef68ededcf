"""The corpus as plain Markdown pages, for generators whose pages are Markdown and nothing else."""

from collections.abc import Iterable, Iterator

from invented import TODAY

from peers.directory import directory
from peers.page import Page, link, listed, sending, services, ways, wrong
from peers.text import Saying


def pages(saying: Saying) -> Iterator[Page]:
    """Give every page of one language, but for its 404 page."""
    words, corpus, code = saying.words, saying.corpus, saying.code
    tiles = (link(one["situation"][code], saying.address(f"guides/{name}/")) for name, one in corpus.guides.items())
    on = ways(saying, "guides", "directory", "campaigns", "search")
    home = f"{listed(tiles)}\n\n## {words['more']}\n\n{on}"
    yield Page("index.md", "home", words["what-happened"], corpus.site["tagline"][code], home)
    for name in ("guides", "campaigns"):
        keys = [key for key in corpus.prose if key.startswith(f"{name}/")]
        rows = listed(_row(saying, key) for key in keys)
        yield Page(f"{name}/index.md", "list", words[name], words[f"{name}-note"], rows)
    field = f"{words['search-needs-script']}\n\n{words['search-label']} {words['search-button']}\n\n{words['more']}"
    search = f"{field}\n\n{ways(saying, 'guides', 'directory', 'campaigns')}"
    yield Page("laws.md", "laws", words["laws"], words["laws-note"], _register(saying))
    yield Page("search.md", "search", words["search"], words["search-note"], search)
    for name in corpus.site["pages"]:
        yield _standing(saying, name)
    for name in corpus.guides:
        yield _guide(saying, name)
    for name in corpus.campaigns:
        yield _campaign(saying, name)
    yield from directory(saying)


def _row(saying: Saying, key: str) -> str:
    prose = saying.corpus.prose[key][saying.code]
    return f"{link(prose.title, saying.address(key + '/'))} {prose.summary}"


def _lines(saying: Saying, names: Iterable[str]) -> str:
    words, parts = saying.words, []
    for line in map(saying.line, names):
        call = f"[{words['call']} {line['number']}](tel:{line['number']})"
        hours, source = f"{words['hours']}: {line['hours']}", f"{words['source']}: {line['source']}"
        facts = (hours, words["cost-unknown"], line["checked"], source, call)
        parts.append(f"### {line['title']}\n\n{line['does']}\n\n{listed(facts)}")
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
        body = f"## {words['lines']}\n\n{lines}\n\n{body}\n\n## {words['more']}\n\n{ways(saying, 'directory')}"
    return _page(saying, f"pages/{name}", "prose", body)


def _guide(saying: Saying, name: str) -> Page:
    words, guide, route = saying.words, saying.corpus.guides[name], f"guides/{name}/"
    title = saying.corpus.prose[f"guides/{name}"][saying.code].title
    sent = saying.sent(title, route)
    away = listed(
        link(words[f"take-{kind}"], saying.address(f"{route}{name}.{ending}"))
        for kind, ending in (("pdf", "pdf"), ("file", "html"))
    )
    body = (
        f"{_prose(saying, f'guides/{name}')}\n\n{_lines(saying, guide['lines'])}\n\n"
        f"## {words['organisations-that-help']}\n\n{services(saying, guide['services'])}\n\n"
        f"## {words['take-away']} {{#take-away}}\n\n{words['listen']}\n\n{away}\n\n"
        f"{sending(saying, title, sent)}\n\n"
        f"{saying.fill('as-at', date=saying.day(TODAY))}\n\n"
        f"{wrong(saying, sent)}"
    )
    return _page(saying, f"guides/{name}", "guide", body)


def _register(saying: Saying) -> str:
    """Write the laws, and under each the guides that lean on it."""
    parts = []
    for law in saying.register:
        guides = listed(link(guide["label"], guide["address"]) for guide in law["guides"])
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
    asks = listed(f"{words['outcome-open']} {ask['text'][code]} {source}" for ask in one["asks"])
    office = saying.corpus.targets["office"]
    history = listed(f"{saying.month(event['on'])} {event['text'][code]} {source}" for event in one["timeline"])
    jumps = listed(link(words[key], f"#{key}") for key in ("what-can-i-do", "asks", "history"))
    body = (
        f"{words['state-live']}\n\n**{words['safety']}** {one['safety']['note'][code]}\n\n"
        f"{words['jump-to']}\n\n{jumps}\n\n"
        f"## {words['what-can-i-do']} {{#what-can-i-do}}\n\n{actions}\n\n## {words['asks']} {{#asks}}\n\n{asks}\n\n"
        f"{_prose(saying, f'campaigns/{name}')}\n\n"
        f"## {words['who-decides']}\n\n**{office['name'][code]}** {office['role'][code]}\n\n"
        f"## {words['history']} {{#history}}\n\n{history}\n\n## {words['endorsers']}\n\n{words['no-endorsers']}"
    )
    return _page(saying, f"campaigns/{name}", "campaign", body)
