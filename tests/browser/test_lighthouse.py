"""Lighthouse gives full marks to pages of all kinds on its slow phone; its numbers stand in the summary."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.browser.conftest import NUMBERS, QUIET, Host, free_port, program
from tests.conftest import ROOT

pytestmark = [pytest.mark.alone, pytest.mark.slow]

PAGES = (
    "",
    "en/",
    "ur/",
    "my/guides/",
    "ms/guides/unpaid-wages/",
    "km/directory/",
    "en/directory/tenaganita/",
    "en/directory/in/my-07/",
    "ne/find/",
    "en/gaps/",
    "ms/campaigns/domestic-workers-left-out/",
    "ta/help/",
    "zh-Hans/privacy/",
    "en/pathways/leaving/",
    "ur/letters/wages-owed/",
    "ms/cards/stopped/",
    "en/calculators/minimum-wage/",
)
UNLISTED = {
    "my/guides/housing/": ["is-crawlable"],
    "en/search/": ["is-crawlable"],
    "en/p5/": ["is-crawlable", "meta-description"],
}
"""Pages that ask search engines to leave them out, and what they lack for it: a borrowed text, search, a quiet page."""

TRIES = 10
FULL = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}

BAD = """<!doctype html>
<html><head><title></title><meta name="robots" content="noindex"></head>
<body><p id="first" style="height: 10px">First</p><img src="missing.png"><p>Second</p>
<script>
  setTimeout(() => {
    document.getElementById("first").style.height = "300px";
    const start = performance.now();
    while (performance.now() - start < 400);
  }, 900);
</script></body></html>
"""


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of a page; times are milliseconds on its slow phone."""

    failed: str
    scores: Mapping[str, int] = field(default_factory=dict)
    faults: Sequence[str] = ()
    shift: float | None = None
    blocking: float | None = None
    first: float | None = None
    largest: float | None = None
    slowed: float | None = None  # by which factor this computer was slowed down to be that phone
    plain: tuple[float | None, float | None] = (None, None)  # performance and blocking as Lighthouse itself would say

    @property
    def best(self) -> bool:
        return self.scores.get("performance") == 100 and self.shift == 0 and self.blocking == 0

    def __str__(self) -> str:
        times = f"first {whole(self.first)} ms, largest {whole(self.largest)} ms, blocking {whole(self.blocking)} ms"
        scores = " ".join(f"{score:3}" for score in self.scores.values())
        slowed = "?" if self.slowed is None else f"{self.slowed:.1f}"
        plain = f"by itself {whole(self.plain[0])}, blocking {whole(self.plain[1])} ms"
        return self.failed or f"{scores}; {times}, shift {self.shift}; slowed {slowed} times; {plain}"


def whole(number: float | None) -> str:
    return "?" if number is None else f"{number:.0f}"


class Lighthouse:
    """One Node and one Chromium for all pages."""

    def __init__(self, port: int) -> None:
        script = Path(__file__).with_name("lighthouse.mjs")
        self.process = subprocess.Popen(
            ["node", script, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def look(self, address: str) -> Verdict:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{address}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"Lighthouse stopped at {address}"
        return Verdict(**json.loads(answer))

    def stop(self) -> None:
        self.process.communicate(timeout=60)  # it ends where its lines end


@pytest.fixture(scope="module")
def lighthouse(playwright: Playwright) -> Iterator[Lighthouse]:
    """Start Lighthouse beside a Chromium of its own, which knows no host but this computer."""
    if shutil.which("node") is None or not (ROOT / "node_modules/lighthouse").is_dir():
        pytest.skip("Lighthouse is not here: it needs Node, and npm ci")
    port = free_port()
    alone = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--remote-debugging-port={port}")
    chromium = playwright.chromium.launch(executable_path=program(), args=[*QUIET, *alone])
    started = Lighthouse(port)
    yield started
    started.stop()
    chromium.close()


@pytest.fixture
def look(lighthouse: Lighthouse, site: str, record_property: Callable[[str, object], None]) -> Callable[[str], Verdict]:
    """Look at a page up to ten times: other work of this computer can only make a page look slower than it is."""

    def looked(route: str) -> Verdict:
        verdict, tries = lighthouse.look(site + route), 1
        while tries < TRIES and not verdict.best:
            verdict, tries = lighthouse.look(site + route), tries + 1
        record_property(NUMBERS, f"{route or './':42} {verdict}; tries {tries}")
        return verdict

    return looked


Look = Callable[[str], Verdict]


@pytest.mark.parametrize("route", PAGES)
def test_a_page_gets_full_marks_and_neither_shifts_nor_blocks(look: Look, route: str) -> None:
    verdict = look(route)
    assert verdict.failed == ""
    assert verdict.faults == []
    assert verdict.scores == FULL
    assert (verdict.shift, verdict.blocking) == (0, 0)


@pytest.mark.parametrize("route", UNLISTED)
def test_a_page_that_search_engines_leave_out_has_no_fault_but_that(look: Look, route: str) -> None:
    verdict = look(route)
    assert verdict.failed == ""
    assert verdict.faults == UNLISTED[route]
    assert verdict.scores == FULL | {"seo": verdict.scores["seo"]}
    assert (verdict.shift, verdict.blocking) == (0, 0)


def test_lighthouse_would_find_something(lighthouse: Lighthouse, host: Host, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD)
    verdict = lighthouse.look(host.give(tmp_path, "/bad/"))
    assert all(score < 100 for score in verdict.scores.values())
    assert {"document-title", "image-alt", "is-crawlable", "errors-in-console"} <= set(verdict.faults)
    assert verdict.shift
    assert verdict.blocking
