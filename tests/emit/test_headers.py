"""What hosts are told to send with each file."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from suluh.emit.headers import _directives, _policy, headers_file


def rules(**parts: list[str]) -> Mapping[str, list[str]]:
    """Write the file for some parts, of which each is a language, and read it back.

    Lines that are indented belong to the path above them.
    """
    found: dict[str, list[str]] = {}
    for line in headers_file({f"/{name}/*": policies for name, policies in parts.items()}).decode().splitlines():
        if line.startswith("  "):
            found[list(found)[-1]].append(line.strip())
        elif line:
            found[line] = []
    return found


def test_every_file_is_sent_so_that_nobody_learns_where_a_reader_came_from() -> None:
    assert rules()["/*"] == [
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cache-Control: public, max-age=600, stale-while-revalidate=86400",
    ]


def test_each_part_of_the_site_has_the_policy_of_its_pages_and_is_framed_by_nobody() -> None:
    found = rules(en=["style-src 'sha256-b'", "style-src 'sha256-a'"], ms=["img-src 'self'"])
    assert found["/en/*"] == ["Content-Security-Policy: style-src 'sha256-a' 'sha256-b'; frame-ancestors 'none'"]
    assert found["/ms/*"] == ["Content-Security-Policy: img-src 'self'; frame-ancestors 'none'"]
    assert list(found) == ["/*", "/en/*", "/ms/*"]


def test_what_one_page_needs_is_not_forbidden_because_another_needs_nothing() -> None:
    found = rules(en=["connect-src 'none'; script-src 'none'", "connect-src 'self'; script-src 'none'"])
    assert found["/en/*"] == ["Content-Security-Policy: connect-src 'self'; script-src 'none'; frame-ancestors 'none'"]


SOURCES = st.sets(st.sampled_from(["'none'", "'self'", "'sha256-a='", "'sha256-b='", "data:"]), min_size=1)
POLICIES = st.dictionaries(st.sampled_from(["default-src", "style-src", "script-src", "img-src"]), SOURCES, min_size=1)


@given(st.lists(POLICIES, min_size=1, max_size=4))
def test_a_header_never_forbids_what_the_policy_of_a_page_allows(policies: list[dict[str, set[str]]]) -> None:
    written = ["; ".join(" ".join((name, *sorted(values))) for name, values in one.items()) for one in policies]
    header = _directives(_policy(written, "'none'").removeprefix("Content-Security-Policy: "))
    for one in policies:
        for name, values in one.items():
            assert values - {"'none'"} <= set(header[name])


@given(st.permutations(["style-src 'sha256-a'", "style-src 'sha256-b'; img-src 'self'", "img-src 'self'"]))
def test_the_header_is_the_same_whichever_page_was_made_first(policies: list[str]) -> None:
    names = _directives(_policy(policies, "'none'").removeprefix("Content-Security-Policy: "))
    assert names == {"style-src": ["'sha256-a'", "'sha256-b'"], "img-src": ["'self'"], "frame-ancestors": ["'none'"]}


def test_only_one_part_may_stand_in_frames_of_other_sites() -> None:
    said = headers_file({"/en/*": ["img-src 'self'"], "/embed/*": ["img-src 'self'"]}, framed="/embed/*").decode()
    policies = {rule.split("\n")[0]: rule for rule in said.split("\n\n")}
    assert "frame-ancestors *" in policies["/embed/*"]
    assert "frame-ancestors 'none'" in policies["/en/*"]
