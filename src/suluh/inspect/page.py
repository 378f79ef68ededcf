"""Look at one built page and trust nothing: what it links to, loads, and says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

Nodes = list[tuple[str | None, dict[str, str | None], LexborNode]]

_LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",), "form": ("action",),
    "input": ("src", "formaction"), "button": ("formaction",), "use": ("href",), "a": ("ping",),
}  # fmt: skip
_TELLING = frozenset({"html", "h1", "title", "a", "link", "meta", "style", "area", "base", *_LOADING})
_QUIET_LINKS = {"canonical", "alternate"}
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_RUNNING = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_PHONE = re.compile(r"[+\d](?<![\w.,/-][+\d])(?:(?<=\+)\d|(?<=\d))(?:[ -]?\d){7,14}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page holds. Faults are (rule, message) and do not depend on other files."""

    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def look(html: str, *, ours: bool) -> Seen:
    """Look at a page. `ours` is a reader page; the handbook's markup is its theme's."""
    tree = LexborHTMLParser(html)
    every: Nodes = [(node.tag, node.attributes, node) for node in tree.css("*")]
    ids = [name for _, attributes, _ in every if attributes and (name := attributes.get("id"))]
    nodes = [one for one in every if one[0] in _TELLING]
    links = (href for tag, attributes, _ in nodes if tag == "a" and (href := attributes.get("href")))
    return Seen(
        links=tuple(dict.fromkeys(links)),
        ids=tuple(dict.fromkeys(ids)),
        numbers=tuple(dict.fromkeys(_numbers(tree, nodes))) if ours else (),
        faults=tuple([*_markup(every, nodes, ids), *_privacy(nodes)] if ours else _loading(nodes)),
    )


def _markup(every: Nodes, nodes: Nodes, ids: list[str]) -> Iterator[tuple[str, str]]:
    attributes = next((attributes for tag, attributes, _ in nodes if tag == "html"), {})
    if not attributes.get("lang") or attributes.get("dir") not in ("ltr", "rtl"):
        yield "markup/language", "The page does not say its language and direction."
    headings = sum(tag == "h1" for tag, _, _ in nodes)
    if headings != 1:
        yield "markup/heading", f"The page has {headings} first headings instead of one."
    title = next((node for tag, _, node in nodes if tag == "title"), None)
    if title is None or not title.text().strip():
        yield "markup/title", "The page has no title."
    yield from (
        ("markup/id", f"The id '{name}' stands {count} times on the page.")
        for name, count in Counter(ids).items()
        if count > 1
    )
    yield from _code(every, nodes)


def _code(every: Nodes, nodes: Nodes) -> Iterator[tuple[str, str]]:
    """Find what could run: styles and handlers in tags, and links that are programs."""
    for tag, attributes, _ in every:
        for name in attributes:
            if name == "style" or name[:2] == "on":
                yield "markup/inline", f"<{tag}> carries '{name}', which the policy forbids."
    for tag, values, _ in nodes:
        for name in ("href", "src", "action", "formaction", "data"):
            value = values.get(name)
            if value and _RUNNING.match(value):
                yield "markup/running", f"<{tag}> leads to '{value[:40]}', which could run."


def _privacy(nodes: Nodes) -> Iterator[tuple[str, str]]:
    policies = (
        attributes.get("content") or ""
        for tag, attributes, _ in nodes
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "content-security-policy"
    )
    content = next(policies, "")
    if "default-src 'none'" not in content or "unsafe" in content:
        yield "privacy/policy", "The page has no strict Content-Security-Policy."
    yield from _loading(nodes)
    for tag, attributes, _ in nodes:
        href = attributes.get("href") or "" if tag == "a" else ""
        if _OUTSIDE.match(href) and "noreferrer" not in (attributes.get("rel") or "").split():
            yield "privacy/referrer", f"A link to {href} does not say noreferrer."


def _loading(nodes: Nodes) -> Iterator[tuple[str, str]]:
    for tag, attributes, node in nodes:
        for attribute in _LOADING.get(tag or "", ()):
            if _OUTSIDE.match(attributes.get(attribute) or ""):
                yield "privacy/request", f"<{tag}> loads {attributes.get(attribute)} from outside the site."
        if tag == "link" and not set((attributes.get("rel") or "").split()) & _QUIET_LINKS:
            if _OUTSIDE.match(attributes.get("href") or ""):
                yield "privacy/request", f"<link> loads {attributes.get('href')} from outside the site."
        elif tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            yield "privacy/request", "The page leads on by itself (refresh)."
        elif tag == "style" and "url(" in (style := node.text(deep=True)) and "//" in style:
            yield "privacy/request", "A style loads something from outside the site."


def _numbers(tree: LexborHTMLParser, nodes: Nodes) -> Iterator[str]:
    """Find what can be dialled: `tel:` links, and what looks like a phone number in the text."""
    for tag, attributes, _ in nodes:
        href = attributes.get("href") or "" if tag == "a" else ""
        if href.startswith("tel:"):
            yield href.removeprefix("tel:")
    body = tree.body
    for match in _PHONE.finditer(body.text(separator=" ") if body else ""):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] == "0" or match[0].startswith("+"):
            yield digits
