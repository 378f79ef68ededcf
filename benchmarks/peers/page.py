"""A page of Markdown, and what many of them hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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


def listed(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)


def link(label: str, address: str) -> str:
    """Write a link."""
    return f"[{label}]({address})"


def ways(saying: Saying, *names: str) -> str:
    """Lead to some lists or standing pages, and say what is there."""
    words = saying.words
    return listed(f"{link(words[name], saying.address(name + '/'))} {words[name + '-note']}" for name in names)


def row(saying: Saying, key: str) -> str:
    """Lead to a long text by its title, and say what stands there."""
    prose = saying.corpus.prose[key][saying.code]
    return f"{link(prose.title, saying.address(key + '/'))} {prose.summary}"


def sections(saying: Saying, key: str) -> str:
    """Write the sections of a long text; what our theme prints as steps is a plain list here."""
    parts = saying.body(saying.corpus.prose[key][saying.code])
    return "\n\n".join(f"## {heading} {{#{name}}}\n\n{text}" for name, heading, text in parts)


def long(saying: Saying, key: str, kind: str, body: str) -> Page:
    """Make the page of a long text."""
    prose = saying.corpus.prose[key][saying.code]
    file = f"{key.removeprefix('pages/')}.md"
    return Page(file, kind, prose.title, prose.summary, body)


def lines(saying: Saying, names: Iterable[str]) -> str:
    """Write phone lines."""
    words, parts = saying.words, []
    for line in map(saying.line, names):
        call = f"[{words['call']} {line['number']}](tel:{line['number']})"
        hours, source = f"{words['hours']}: {line['hours']}", f"{words['source']}: {line['source']}"
        facts = (hours, words["cost-unknown"], line["checked"], source, call)
        parts.append(f"### {line['title']}\n\n{line['does']}\n\n{listed(facts)}")
    return "\n\n".join([*parts, words["line-uncalled"]])


def services(saying: Saying, names: Iterable[str]) -> str:
    """Lead to the lists of organisations for some kinds of help."""
    named = {one["id"]: one["name"][saying.code] for one in saying.corpus.services}
    return listed(link(named[name], saying.address(f"directory/for/{name}/")) for name in names)


def sending(saying: Saying, title: str, sent: Mapping[str, str]) -> str:
    """Write how a page is sent on."""
    words = saying.words
    keys = f"{link(words['send-whatsapp'], sent['whatsapp'])} {words['copy']} {words['send-more']}"
    return f"{words['send']}\n\n{title} {sent['address']}\n\n{keys}"


def wrong(saying: Saying, sent: Mapping[str, str]) -> str:
    """Write how one says that something is wrong."""
    return f"{saying.words['wrong']}\n\n{saying.words['wrong-note']}\n\n{sent['wrong']}"
