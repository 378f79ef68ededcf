"""The `_headers` file: what hosts that read it send with each file."""

from collections.abc import Iterable, Mapping

_ALWAYS = (
    "Referrer-Policy: no-referrer",
    "X-Content-Type-Options: nosniff",
    "Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy: same-origin",
)
_CACHE = "Cache-Control: public, max-age=600, stale-while-revalidate=86400"


def headers_file(parts: Mapping[str, Iterable[str]], framed: str = "") -> bytes:
    """Write the rules of a site: for all files, and the policy of each part of it.

    A header cannot allow less than the page's own policy needs, so each part, named by a pattern such as `/en/*`,
    names what its pages name. Nobody may put a page in a frame, but for those of the part `framed`.
    """
    rules = [_rule("/*", [*_ALWAYS, _CACHE])]
    rules += [
        _rule(pattern, [_policy(policies, "*" if pattern == framed else "'none'")])
        for pattern, policies in parts.items()
    ]
    return "\n".join(rules).encode()


def _rule(path: str, lines: Iterable[str]) -> str:
    return "\n".join((path, *(f"  {line}" for line in lines), ""))


def _policy(policies: Iterable[str], framing: str) -> str:
    """Join the policies of some pages, and say who may frame them."""
    joined: dict[str, dict[str, None]] = {}
    for policy in policies:
        for name, allowed in _directives(policy).items():
            joined.setdefault(name, {}).update(dict.fromkeys(allowed))
    written = []
    for name, values in joined.items():
        real = [value for value in values if value != "'none'"] or ["'none'"]
        written.append(" ".join((name, *sorted(real))))
    return "Content-Security-Policy: " + "; ".join((*written, f"frame-ancestors {framing}"))


def _directives(policy: str) -> Mapping[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: values for name, *values in parts}
