"""Look at one built page and trust nothing: what it links to, loads, and says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LOADING = (
    ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("iframe", "src"),
    ("video", "src"), ("audio", "src"), ("embed", "src"), ("object", "data"), ("form", "action"), ("input", "src"),
    ("video", "poster"), ("button", "formaction"), ("input", "formaction"), ("use", "href"), ("a", "ping"),
)  # fmt: skip
_QUIET_LINKS = {"canonical", "alternate"}
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_RUNNING = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,/-])\+?\d(?:[ -]?\d){7,14}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page holds. Faults are (rule, message) and do not depend on other files."""

    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()

    def plain(self) -> dict[str, Any]:
        """Give plain data that can be kept."""
        return asdict(self)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> "Seen":
        """Read plain data that was kept."""
        return cls(
            tuple(plain["links"]),
            tuple(plain["ids"]),
            tuple(plain["numbers"]),
            tuple((rule, message) for rule, message in plain["faults"]),
        )


def look(html: str, *, ours: bool) -> Seen:
    """Look at a page. `ours` is a reader page; the handbook's markup is its theme's."""
    tree = LexborHTMLParser(html)
    nodes = tree.css("*")
    ids = [name for node in nodes if (name := node.attributes.get("id"))]
    return Seen(
        links=tuple(dict.fromkeys(href for node in tree.css("a[href]") if (href := node.attributes.get("href")))),
        ids=tuple(dict.fromkeys(ids)),
        numbers=tuple(dict.fromkeys(_numbers(tree))) if ours else (),
        faults=tuple([*_markup(tree, nodes, ids), *_privacy(tree, nodes)] if ours else _loading(tree)),
    )


def _markup(tree: LexborHTMLParser, nodes: list[LexborNode], ids: list[str]) -> Iterator[tuple[str, str]]:
    root = tree.css_first("html")
    attributes = root.attributes if root else {}
    if not attributes.get("lang") or attributes.get("dir") not in ("ltr", "rtl"):
        yield "markup/language", "The page does not say its language and direction."
    if len(tree.css("h1")) != 1:
        yield "markup/heading", f"The page has {len(tree.css('h1'))} first headings instead of one."
    title = tree.css_first("title")
    if title is None or not title.text().strip():
        yield "markup/title", "The page has no title."
    for name, count in Counter(ids).items():
        if count > 1:
            yield "markup/id", f"The id '{name}' stands {count} times on the page."
    for node in nodes:
        for name, value in node.attributes.items():
            if name.startswith("on") or name == "style":
                yield "markup/inline", f"<{node.tag}> carries '{name}', which the policy forbids."
            if name in ("href", "src", "action") and value and _RUNNING.match(value):
                yield "markup/running", f"<{node.tag}> leads to '{value[:40]}', which could run."


def _privacy(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Iterator[tuple[str, str]]:
    policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
    content = (policy.attributes.get("content") or "") if policy else ""
    if "default-src 'none'" not in content or "unsafe" in content:
        yield "privacy/policy", "The page has no strict Content-Security-Policy."
    yield from _loading(tree)
    for node in nodes:
        rel = (node.attributes.get("rel") or "").split()
        if node.tag == "a" and _OUTSIDE.match(node.attributes.get("href") or "") and "noreferrer" not in rel:
            yield "privacy/referrer", f"A link to {node.attributes.get('href')} does not say noreferrer."


def _loading(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for tag, attribute in _LOADING:
        for node in tree.css(f"{tag}[{attribute}]"):
            if _OUTSIDE.match(node.attributes.get(attribute) or ""):
                yield "privacy/request", f"<{tag}> loads {node.attributes.get(attribute)} from outside the site."
    for node in tree.css("link[href]"):
        rel = set((node.attributes.get("rel") or "").split())
        if not rel & _QUIET_LINKS and _OUTSIDE.match(node.attributes.get("href") or ""):
            yield "privacy/request", f"<link> loads {node.attributes.get('href')} from outside the site."
    if tree.css_first('meta[http-equiv="refresh" i]') is not None:
        yield "privacy/request", "The page leads on by itself (refresh)."
    for node in tree.css("style"):
        if "url(" in node.text(deep=True) and "//" in node.text(deep=True):
            yield "privacy/request", "A style loads something from outside the site."


def _numbers(tree: LexborHTMLParser) -> Iterator[str]:
    """Find what can be dialled: `tel:` links, and what looks like a phone number in the text."""
    for node in tree.css('a[href^="tel:"]'):
        yield (node.attributes.get("href") or "").removeprefix("tel:")
    body = tree.body
    for match in _PHONE.finditer(body.text(separator=" ") if body else ""):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] == "0" or match[0].startswith("+"):
            yield digits
