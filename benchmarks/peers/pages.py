"""The corpus as plain Markdown pages, for generators whose pages are Markdown and nothing else."""

from collections.abc import Iterator

from invented import TODAY

from peers.campaigns import campaigns
from peers.directory import directory
from peers.page import Page, lines, link, listed, long, row, sections, sending, services, ways, wrong
from peers.text import Saying


def pages(saying: Saying) -> Iterator[Page]:
    """Give every page of one language, but for its 404 page."""
    words, corpus, code = saying.words, saying.corpus, saying.code
    tiles = (link(one["situation"][code], saying.address(f"guides/{name}/")) for name, one in corpus.guides.items())
    on = ways(saying, "guides", "directory", "campaigns", "search")
    home = f"{listed(tiles)}\n\n## {words['more']}\n\n{on}"
    yield Page("index.md", "home", words["what-happened"], corpus.site["tagline"][code], home)
    rows = listed(row(saying, f"guides/{name}") for name in corpus.guides)
    yield Page("guides/index.md", "list", words["guides"], words["guides-note"], rows)
    field = f"{words['search-needs-script']}\n\n{words['search-label']} {words['search-button']}\n\n{words['more']}"
    search = f"{field}\n\n{ways(saying, 'guides', 'directory', 'campaigns')}"
    yield Page("laws.md", "laws", words["laws"], words["laws-note"], _register(saying))
    yield Page("search.md", "search", words["search"], words["search-note"], search)
    for name in corpus.site["pages"]:
        yield _standing(saying, name)
    for name in corpus.guides:
        yield _guide(saying, name)
    yield from campaigns(saying)
    yield from directory(saying)


def _standing(saying: Saying, name: str) -> Page:
    words, body = saying.words, sections(saying, f"pages/{name}")
    if name == "help":
        numbers = lines(saying, saying.corpus.site["lines"])
        body = f"## {words['lines']}\n\n{numbers}\n\n{body}\n\n## {words['more']}\n\n{ways(saying, 'directory')}"
    return long(saying, f"pages/{name}", "prose", body)


def _guide(saying: Saying, name: str) -> Page:
    words, guide, route = saying.words, saying.corpus.guides[name], f"guides/{name}/"
    title = saying.corpus.prose[f"guides/{name}"][saying.code].title
    sent = saying.sent(title, route)
    away = listed(
        link(words[f"take-{kind}"], saying.address(f"{route}{name}.{ending}"))
        for kind, ending in (("pdf", "pdf"), ("file", "html"))
    )
    body = (
        f"{sections(saying, f'guides/{name}')}\n\n{lines(saying, guide['lines'])}\n\n"
        f"## {words['organisations-that-help']}\n\n{services(saying, guide['services'])}\n\n"
        f"## {words['take-away']} {{#take-away}}\n\n{words['listen']}\n\n{away}\n\n"
        f"{sending(saying, title, sent)}\n\n"
        f"{saying.fill('as-at', date=saying.day(TODAY))}\n\n"
        f"{wrong(saying, sent)}"
    )
    return long(saying, f"guides/{name}", "guide", body)


def _register(saying: Saying) -> str:
    """Write the laws, and under each the guides that lean on it."""
    parts = []
    for law in saying.register:
        guides = listed(link(guide["label"], guide["address"]) for guide in law["guides"])
        used = f"{saying.words['law-used-in']}\n\n{guides}" if guides else ""
        parts.append(f"## {law['title']} {law['number']} {{#{law['id']}}}\n\n{used}")
    return "\n\n".join(parts)
