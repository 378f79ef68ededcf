"""What hosts are told to send with each file."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from suluh.emit.headers import _directives, _policy, headers_file


def write(folder: Path, **pages: str) -> None:
    """Write pages that carry nothing but a policy; `_` in a name is a folder."""
    for name, policy in pages.items():
        path = folder / f"{name.replace('_', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<html><meta http-equiv="Content-Security-Policy" content="{escape(policy)}"></html>')


def rules(folder: Path, *languages: str) -> Mapping[str, list[str]]:
    """Read the file back: lines that are indented belong to the path above them."""
    found: dict[str, list[str]] = {}
    for line in headers_file(folder, languages).decode().splitlines():
        if line.startswith("  "):
            found[list(found)[-1]].append(line.strip())
        elif line:
            found[line] = []
    return found


def test_every_file_is_sent_so_that_nobody_learns_where_a_reader_came_from(tmp_path: Path) -> None:
    assert rules(tmp_path)["/*"] == [
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cache-Control: public, max-age=600, stale-while-revalidate=86400",
    ]


def test_each_part_of_the_site_has_the_policy_of_its_pages_and_is_framed_by_nobody(tmp_path: Path) -> None:
    write(tmp_path, index="img-src 'self'", en_index="style-src 'sha256-b'", en_help="style-src 'sha256-a'")
    found = rules(tmp_path, "en", "ms")
    assert found["/"] == ["Content-Security-Policy: img-src 'self'; frame-ancestors 'none'"]
    assert found["/en/*"] == ["Content-Security-Policy: style-src 'sha256-a' 'sha256-b'; frame-ancestors 'none'"]
    assert "/ms/*" not in found


def test_what_one_page_needs_is_not_forbidden_because_another_needs_nothing(tmp_path: Path) -> None:
    write(tmp_path, en_a="connect-src 'none'; script-src 'none'", en_b="connect-src 'self'; script-src 'none'")
    assert rules(tmp_path, "en")["/en/*"] == [
        "Content-Security-Policy: connect-src 'self'; script-src 'none'; frame-ancestors 'none'"
    ]


SOURCES = st.sets(st.sampled_from(["'none'", "'self'", "'sha256-a='", "'sha256-b='", "data:"]), min_size=1)
POLICIES = st.dictionaries(st.sampled_from(["default-src", "style-src", "script-src", "img-src"]), SOURCES, min_size=1)


@given(st.lists(POLICIES, min_size=1, max_size=4))
def test_a_header_never_forbids_what_the_policy_of_a_page_allows(
    tmp_path_factory: pytest.TempPathFactory, policies: list[dict[str, set[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    written = ["; ".join(" ".join((name, *sorted(values))) for name, values in one.items()) for one in policies]
    write(folder, **{f"page{number}": policy for number, policy in enumerate(written)})
    header = _directives(_policy(sorted(folder.iterdir())).removeprefix("Content-Security-Policy: "))
    for one in policies:
        for name, values in one.items():
            assert values - {"'none'"} <= set(header[name])
