"""The `_headers` file: what hosts that read it send with each file."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)
_ALWAYS = (
    "Referrer-Policy: no-referrer",
    "X-Content-Type-Options: nosniff",
    "Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy: same-origin",
)
_CACHE = "Cache-Control: public, max-age=600, stale-while-revalidate=86400"


def headers_file(folder: Path, languages: Iterable[str]) -> bytes:
    """Write the rules of a finished site: for all files, and the policy of each part of it.

    A header cannot allow less than the page's own policy needs, so each part names what its pages name.
    """
    rules = [_rule("/*", [*_ALWAYS, _CACHE])]
    for path in ("/", "/404.html"):
        page = folder / (path.lstrip("/") or "index.html")
        if page.is_file():
            rules.append(_rule(path, [_policy([page])]))
    for part in (*languages, "handbook"):
        pages = sorted((folder / part).rglob("*.html"))
        if pages:
            rules.append(_rule(f"/{part}/*", [_policy(pages)]))
    return "\n".join(rules).encode()


def _rule(path: str, lines: Iterable[str]) -> str:
    return "\n".join((path, *(f"  {line}" for line in lines), ""))


def _policy(pages: Iterable[Path]) -> str:
    """Join the policies of some pages, and let nobody frame them."""
    joined: dict[str, dict[str, None]] = {}
    for page in pages:
        match = _POLICY.search(page.read_text("utf-8"))
        for name, allowed in _directives(unescape(match[1]) if match else "").items():
            joined.setdefault(name, {}).update(dict.fromkeys(allowed))
    written = []
    for name, values in joined.items():
        real = [value for value in values if value != "'none'"] or ["'none'"]
        written.append(" ".join((name, *sorted(real))))
    return "Content-Security-Policy: " + "; ".join((*written, "frame-ancestors 'none'"))


def _directives(policy: str) -> Mapping[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: values for name, *values in parts}
