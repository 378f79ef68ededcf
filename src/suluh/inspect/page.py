"""Look at one built page and trust nothing: what it links to, loads, and says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = dict[str, str | None]
Nodes = list[tuple[str, Attributes, LexborNode]]
Fault = tuple[str, str]

_LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",), "form": ("action",),
    "input": ("src", "formaction"), "button": ("formaction",), "use": ("href",), "a": ("ping",),
}  # fmt: skip
_TELLING = frozenset({"html", "h1", "title", "link", "meta", "style", "area", "base", *_LOADING})
_LEADING = ("href", "src", "action", "formaction", "data")
_QUIET_LINKS = {"canonical", "alternate"}
_OUTSIDE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}", re.IGNORECASE)
_RUNNING = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_PHONE = re.compile(r"[+\d](?<![\w.,/-][+\d])(?:(?<=\+)\d|(?<=\d))(?:[ -]?\d){7,14}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page holds. Faults are (rule, message) and do not depend on other files."""

    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def look(html: str, *, ours: bool, home: str = "") -> Seen:
    """Look at a page: `ours` is one for readers, others have their theme's markup. `home` is the site's address."""
    tree = LexborHTMLParser(html)
    ids, shapes = list[str](), set[tuple[str, ...]]()
    nodes: Nodes = []
    for node in tree.css("*"):
        tag, attributes = node.tag or "", node.attributes
        if attributes:
            shapes.add((tag, *attributes))
            if name := attributes.get("id"):
                ids.append(name)
        if tag in _TELLING:
            nodes.append((tag, attributes, node))
    hrefs = dict.fromkeys(href for tag, attributes, _ in nodes if tag == "a" and (href := attributes.get("href")))
    away = [one for one in nodes if _may_lead_away(one[1])]
    if not ours:
        return Seen(tuple(hrefs), tuple(dict.fromkeys(ids)), (), tuple(_loading(nodes, away)))
    faults = [*_markup(nodes, ids), *_code(shapes, away), *_privacy(nodes, away, home)]
    return Seen(tuple(hrefs), tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(_numbers(tree, hrefs))), tuple(faults))


def _may_lead_away(attributes: Attributes) -> bool:
    """Tell whether anything here could be an address outside of the site, or a program: most are neither."""
    for value in attributes.values():  # noqa: SIM110 (asked of every tag: `any` would take twice the time)
        if value and (":" in value or "//" in value or "\\" in value):
            return True
    return False


def _markup(nodes: Nodes, ids: list[str]) -> Iterator[Fault]:
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


def _code(shapes: set[tuple[str, ...]], away: Nodes) -> Iterator[Fault]:
    """Find what could run: styles and handlers in tags, and links that are programs."""
    for tag, *names in sorted(shapes):
        for name in names:
            if name == "style" or name[:2] == "on":
                yield "markup/inline", f"<{tag}> carries '{name}', which the policy forbids."
    for tag, attributes, _ in away:
        for name in _LEADING:
            value = attributes.get(name)
            if value and _RUNNING.match(value):
                yield "markup/running", f"<{tag}> leads to '{value[:40]}', which could run."


def _privacy(nodes: Nodes, away: Nodes, home: str) -> Iterator[Fault]:
    policies = (
        attributes.get("content") or ""
        for tag, attributes, _ in nodes
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "content-security-policy"
    )
    content = next(policies, "")
    if "default-src 'none'" not in content or "unsafe" in content:
        yield "privacy/policy", "The page has no strict Content-Security-Policy."
    yield from _loading(nodes, away)
    for tag, attributes, _ in away:
        href = attributes.get("href") or "" if tag == "a" else ""
        inside = home and href.startswith(home)  # a copy that is taken away leads back to where it is from
        if _OUTSIDE.match(href) and not inside and "noreferrer" not in (attributes.get("rel") or "").split():
            yield "privacy/referrer", f"A link to {href} does not say noreferrer."


def _loading(nodes: Nodes, away: Nodes) -> Iterator[Fault]:
    for tag, attributes, _ in away:
        for attribute in _LOADING.get(tag, ()):
            if _OUTSIDE.match(attributes.get(attribute) or ""):
                yield "privacy/request", f"<{tag}> loads {attributes.get(attribute)} from outside the site."
        quiet = tag != "link" or set((attributes.get("rel") or "").split()) & _QUIET_LINKS
        if not quiet and _OUTSIDE.match(attributes.get("href") or ""):
            yield "privacy/request", f"<link> loads {attributes.get('href')} from outside the site."
    for tag, attributes, node in nodes:
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            yield "privacy/request", "The page leads on by itself (refresh)."
        elif tag == "style" and "url(" in (style := node.text(deep=True)) and "//" in style:
            yield "privacy/request", "A style loads something from outside the site."


def _numbers(tree: LexborHTMLParser, hrefs: Iterable[str]) -> Iterator[str]:
    """Find what can be dialled: `tel:` links, and what looks like a phone number in the text."""
    yield from (href.removeprefix("tel:") for href in hrefs if href.startswith("tel:"))
    body = tree.body
    for match in _PHONE.finditer(body.text(separator=" ") if body else ""):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] == "0" or match[0].startswith("+"):
            yield digits
